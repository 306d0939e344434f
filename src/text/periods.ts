// Stretches of time as people name them: "in May 2024", "since 2025-06", "last month"; today is handed in.
import { sortableDate } from "./dates.ts";

/** First letters of ISO dates, both inclusive: from "2024-05" until "2025" is May 2024 to December 2025. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
  /** For "dated …": "2024-05", "since 2025-06". */
  readonly label: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(?:${MONTHS.join("|")})[a-z]*`;
const DATE = `(?:(?:${MONTH},? )?\\d{4}|\\d{4}(?:-\\d{2}){1,2}|\\d{4}年(?:\\d{1,2}月)?)`;
const WHOLE = (source: string): RegExp => new RegExp(`^(?:${source})$`, "iu");
const WITHIN = WHOLE(`(?:in|on|from|during|of|for|dated)?\\s*(?:the year )?(?<a>${DATE})`);
const SINCE = WHOLE(`(?:since|from|starting(?: in| from)?)\\s+(?<a>${DATE})(?: on(?:wards?)?| up)?`);
const AFTER = WHOLE(`(?:after|later than|newer than)\\s+(?<a>${DATE})`);
const BEFORE = WHOLE(`(?:before|earlier than|older than|prior to)\\s+(?<a>${DATE})`);
const UNTIL = WHOLE(`(?:until|till|up to|by)\\s+(?<a>${DATE})`);
const BETWEEN = WHOLE(`(?:(?:between|from)\\s+)?(?<a>${DATE})\\s*(?:and|to|until|till|through|-|–|—)\\s*(?<b>${DATE})`);
const ROLLING = WHOLE(
  "(?:in |during |over |within |from )?(?:the )?(?:last|past|previous)\\s+(?<n>\\d{1,3}|few|two|three|four|five|six)\\s+(?<unit>day|week|month|year)s?",
);
const CALENDAR = WHOLE(
  "(?:in |during |from )?(?<which>this|last|past|the past|the last|previous)\\s+(?<unit>week|month|year)",
);
const NUMBERS: Readonly<Record<string, number>> = { few: 3, two: 2, three: 3, four: 4, five: 5, six: 6 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** Undefined for what is no time, and for "last week" where nobody says which day it is. `today` as "2026-11-21". */
export function periodOf(text: string, today?: string): Period | undefined {
  const asked = text.trim();
  const dated = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(asked)?.groups?.a;
    return found === undefined ? undefined : isoOf(found);
  };
  const within = dated(WITHIN);
  if (within !== undefined) return { from: within, until: within, label: within };
  const since = dated(SINCE);
  if (since !== undefined) return { from: since, label: `since ${since}` };
  const after = dated(AFTER);
  if (after !== undefined) return { from: shifted(after, 1), label: `after ${after}` };
  const before = dated(BEFORE);
  if (before !== undefined) return { until: shifted(before, -1), label: `before ${before}` };
  const until = dated(UNTIL);
  if (until !== undefined) return { until, label: `until ${until}` };
  const { a, b } = BETWEEN.exec(asked)?.groups ?? {};
  if (a !== undefined && b !== undefined) {
    const [from, to] = [isoOf(a), isoOf(b)];
    return { from, until: to, label: `${from} to ${to}` };
  }
  return today === undefined ? undefined : relativeTo(today, asked.toLowerCase());
}

/** True when a date as written lies in it; what has no date lies nowhere. */
export function covers({ from, until }: Period, date: string | undefined): boolean {
  const day = sortableDate(date);
  if (day === "9999") return false;
  return (
    (from === undefined || day.slice(0, from.length) >= from) &&
    (until === undefined || day.slice(0, until.length) <= until)
  );
}

function relativeTo(today: string, asked: string): Period | undefined {
  if (/^(?:from )?today$/u.test(asked)) return { from: today, until: today, label: today };
  if (/^(?:since |from )?yesterday$/u.test(asked)) {
    const day = daysBefore(today, 1);
    return asked.startsWith("since") ? { from: day, label: `since ${day}` } : { from: day, until: day, label: day };
  }
  const rolling = ROLLING.exec(asked)?.groups;
  if (rolling?.n !== undefined && rolling.unit !== undefined) {
    const from = back(today, NUMBERS[rolling.n] ?? Number(rolling.n), rolling.unit);
    return { from, label: `since ${from}` };
  }
  const { which, unit } = CALENDAR.exec(asked)?.groups ?? {};
  if (which === undefined || unit === undefined) return undefined;
  if (unit === "week" || which.endsWith("past")) {
    const from = back(today, 1, unit);
    return { from, label: `since ${from}` };
  }
  const own = today.slice(0, unit === "year" ? 4 : 7);
  const named = which === "this" ? own : shifted(own, -1);
  return { from: named, until: named, label: named };
}

function back(today: string, count: number, unit: string): string {
  const days = DAYS[unit];
  if (days !== undefined) return daysBefore(today, count * days);
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const months = unit === "year" ? 12 * count : count;
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);

/** The next or the last year, month or day. */
function shifted(date: string, by: 1 | -1): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return String(year + by).padStart(4, "0");
  const moved = new Date(Date.UTC(year, month - 1 + (day === undefined ? by : 0), day === undefined ? 1 : day + by));
  return moved.toISOString().slice(0, day === undefined ? 7 : 10);
}

/** "May 2024" and "2024年5月" as 2024-05. */
function isoOf(text: string): string {
  const han = /^(?<year>\d{4})年(?:(?<month>\d{1,2})月)?$/u.exec(text)?.groups;
  if (han?.year !== undefined) return han.month === undefined ? han.year : `${han.year}-${han.month.padStart(2, "0")}`;
  const [word = "", year = ""] = text.trim().split(/,?\s+/u);
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return month < 0 ? text.trim() : `${year}-${String(month + 1).padStart(2, "0")}`;
}
