// "Who joined the team in October 2025?": sources of that time speak of it without saying when.
import type { PageIndex, PassageHit } from "../core/search.ts";
import { covers, type Period, periodOf } from "../text/periods.ts";

const PHRASE =
  /\b(?:in|on|during|from|of|since) (?:(?:early|late|the year|the month of) )?(?<when>(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Alpha}* (?:\d{1,2}, )?)?(?:19|20)\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?)\b/iu;
/** Sources looked through for such a date, those taken, and paragraphs of each. */
const DEPTH = 50;
const MOST = 3;
const PARAGRAPHS = 4;

export interface OfTime {
  /** "in October 2025" */
  readonly phrase: string;
  readonly hits: readonly PassageHit[];
  /** Pages of that time. */
  readonly pages: ReadonlySet<string>;
}

/** What sources of the time that a question names say of the rest of it; undefined where no likely source is of that time. */
export function ofTime(
  index: PageIndex,
  question: string,
  pagesFor: (question: string, limit: number) => readonly string[],
  termsOf: (question: string) => readonly string[],
  score: number,
): OfTime | undefined {
  const found = PHRASE.exec(question);
  const period: Period | undefined = found?.groups?.when === undefined ? undefined : periodOf(found.groups.when);
  if (!found || !period) return undefined;
  const rest = question.replace(found[0], " ");
  const pages = pagesFor(rest, DEPTH).filter((page) => covers(period, index.about(page)?.published));
  if (pages.length === 0) return undefined;
  const terms = termsOf(rest);
  const hits = pages.slice(0, MOST).flatMap((page) => {
    const own = index.passages(terms, PARAGRAPHS, page);
    const best = own[0]?.score ?? 1;
    return own.map((hit) => ({ ...hit, score: (score * hit.score) / best }));
  });
  return { phrase: found[0], hits, pages: new Set(pages) };
}
