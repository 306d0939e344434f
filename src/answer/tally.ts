// How many sources there are of each year, author or state: counted from the index and from front matter, with the sources of each.
import type { Answer, AnsweredSentence } from "../core/answer.ts";
import type { IndexHit, PageIndex } from "../core/search.ts";
import { sortableDate } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import type { FrontReader } from "./dated.ts";
import { frontCitation } from "./front-citation.ts";
import { ofSeries, stateOf } from "./kept-state.ts";
import type { Tally } from "./listing-kind.ts";

const EVERY = 100_000;
/** Groups spelt out; authors are the many. */
const MOST = 24;
const MOST_AUTHORS = 10;
/** Sources cited for each group: enough to check, few enough to read. */
const SHOWN = 3;
const CONFIDENCE = 0.9;

/** A sentence a group, each with its point for a chart; undefined where no source says what is counted by. */
export function tallyAnswer(
  index: PageIndex,
  question: string,
  { by, series }: Tally,
  reader: FrontReader,
  engine: string,
): Answer | undefined {
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  const found = index.lookup({ any: [], phrases: [], not: [], filter }, EVERY);
  const all = series === undefined ? found : ofSeries(found, series);
  const groups = new Map<string, IndexHit[]>();
  for (const hit of all)
    for (const key of keysOf(index, hit, by, reader)) groups.set(key, [...(groups.get(key) ?? []), hit]);
  const timely = by === "year" || by === "month";
  const ordered = [...groups].sort(([a, x], [b, y]) =>
    timely ? byCodePoint(a, b) : y.length - x.length || byCodePoint(a, b),
  );
  if (ordered.length === 0) return undefined;
  const counted = new Set(ordered.flatMap(([, hits]) => hits)).size;
  const noun = (n: number): string => (series ? `${series}${n === 1 ? "" : "s"}` : n === 1 ? "source" : "sources");
  const numbers = new Map<string, number>();
  const shown = timely ? ordered.slice(-MOST) : ordered.slice(0, by === "author" ? MOST_AUTHORS : MOST);
  const rest = ordered.length - shown.length;
  const sentences = shown.map(([key, hits], i): AnsweredSentence => {
    const lead = i === 0 ? `${counted} of ${all.length} ${noun(all.length)} give their ${by}: ` : "";
    const end = i < shown.length - 1 ? ";" : rest > 0 ? `; and ${rest} more.` : ".";
    return {
      text: `${lead}${key} (${hits.length})${end}`,
      citations: hits.slice(0, SHOWN).flatMap((hit) => frontCitation(index, hit.path, `${by}: ${key}`, numbers) ?? []),
      point: {
        label: key,
        value: hits.length,
        surface: String(hits.length),
        unit: noun(2),
        ...(by === "year" ? { year: Number(key) } : {}),
      },
    };
  });
  return { question, answerable: true, confidence: CONFIDENCE, sentences, dropped: [], engine };
}

function keysOf(index: PageIndex, { path }: IndexHit, by: Tally["by"], { frontOf }: FrontReader): string[] {
  switch (by) {
    case "year":
    case "month": {
      const date = sortableDate(index.about(path)?.published);
      const key = date.slice(0, by === "year" ? 4 : 7);
      return key === "9999" || (by === "month" && key.length < 7) ? [] : [key];
    }
    case "author":
      return [frontOf(path).author ?? []].flat().map(String);
    case "status":
    case "category":
      return [stateOf(frontOf(path).tags, by) ?? []].flat();
  }
}
