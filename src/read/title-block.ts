// The lines between a plain text's title and its first paragraph: who wrote it, and when.

export interface TitleBlock {
  readonly authors: readonly string[];
  /** "2026-09-18", "2026-09" or "2026". */
  readonly published?: string;
}

/** Lines looked at, and how long one may be: a paragraph is no title block. */
const MOST_LINES = 8;
const LONGEST = 90;
const NAME = "\\p{Upper}[\\p{Alpha}.'’-]+(?: (?:de|van|von|der|la|\\p{Upper}[\\p{Alpha}.'’-]*)){1,4}";
const BY = new RegExp(
  `^(?:[Bb]y|BY|[Aa]uthor:?|[Ww]ritten by|[Vv]on|[Pp]ar|作者[:：]?)\\s+(${NAME}(?:(?:, | and | & )${NAME})*)$`,
  "u",
);
const SIGNED = new RegExp(`^(?!(?:The|An?) )(${NAME}), .*\\d{4}$`, "u");
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `lines` of the file from its start; the first that is not empty is the title and no author. */
export function titleBlockOf(lines: readonly string[]): TitleBlock {
  const authors: string[] = [];
  let published: string | undefined;
  const told = lines.map((line) => line.trim()).filter((line) => line !== "");
  for (const line of told.slice(1, MOST_LINES)) {
    // A sentence or a long line begins the text itself.
    if (line.length > LONGEST || /[.!?。！？]$/u.test(line)) break;
    const named = BY.exec(line)?.[1] ?? SIGNED.exec(line)?.[1];
    if (named && authors.length === 0) authors.push(...named.split(/, | and | & /u));
    published ??= dateIn(line);
  }
  return { authors, ...(published ? { published } : {}) };
}

/** A date that the line names at its end or as a whole: a year inside a sentence is not one. */
function dateIn(line: string): string | undefined {
  const iso = /(?:^|[\s,:])(\d{4}-\d{2}(?:-\d{2})?)$/u.exec(line)?.[1];
  if (iso) return iso;
  const [, before, name = "", after, year = ""] =
    /(?:^|[\s,:])(?:(\d{1,2})\.? )?(?:(\p{Alpha}{3,9})\.? )?(?:(\d{1,2}),? )?((?:19|20)\d{2})$/u.exec(line) ?? [];
  if (year === "") return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return year;
  const day = before ?? after;
  const two = (n: number | string) => String(n).padStart(2, "0");
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
