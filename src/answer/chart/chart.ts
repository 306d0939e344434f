// What a chart is drawn from: figures or dates of what the question asks for, each with its evidence, in one unit; or nothing.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import type { Dropped } from "../../core/note.ts";
import type { NearTexts, PageIndex } from "../../core/search.ts";
import { stemsOf } from "../../text/words.ts";
import { citationOf } from "../citation.ts";
import { type Gathered, gather, passageKey } from "../gather.ts";
import { missingFor } from "../missing.ts";
import type { ClaimReader } from "../topic-passages.ts";
import { announcements, datedSentences } from "./dates.ts";
import { figuresIn } from "./figures.ts";
import type { Found } from "./found.ts";
import { measureOf, reconciled } from "./measures.ts";
import { rowFigures } from "./rows.ts";
import { type ChartWish, wishOf } from "./wish.ts";

/** Fewer points are no chart. */
const LEAST = 2;
const MOST = 40;
/** Paragraphs looked through for figures. */
const PARAGRAPHS = 60;
const CONFIDENCE = 0.8;

export interface ChartOptions extends ClaimReader {
  readonly near?: NearTexts;
}

/** What is left out is in `dropped`, with the reason; too little for a chart is a refusal. */
export function chartAnswer(index: PageIndex, question: string, reader: ChartOptions): Answer {
  const wish = wishOf(index, question);
  const gathered = gather(index, wish.search, { ...reader, paragraphs: PARAGRAPHS });
  const { points, dropped } = wish.kind === "dates" ? timeline(index, gathered, wish) : figures(index, gathered, wish);
  const base = { question, dropped, engine: "extractive" };
  if (points.length < LEAST) {
    const missing = { ...missingFor(question, gathered), wanted: WANTED[wish.kind] };
    return { ...base, answerable: false, confidence: 0, sentences: [], missing };
  }
  const numbers = new Map<string, number>();
  const isClaim = (passage: Found["passage"]): boolean =>
    gathered.onPage.has(passageKey(passage)) || reader.claimsOf(passage.page).some(({ id }) => id === passage.claim.id);
  const sentences = points.map(
    ({ passage, point }): AnsweredSentence => ({
      text: passage.claim.text,
      point,
      citations: [citationOf(passage, isClaim(passage), numbers)],
    }),
  );
  return { ...base, answerable: true, confidence: CONFIDENCE, sentences };
}

const WANTED: Readonly<Record<ChartWish["kind"], string>> = {
  dates: "two sentences or more that each give one date of what was asked for, or sources that announce it",
  figures: "a table, or sentences that each say of one thing what was asked for, with a figure of the same unit",
  pairs: "sentences that each give two figures of one thing",
};

interface Chosen {
  readonly points: readonly Found[];
  readonly dropped: readonly Dropped[];
}

const left = ({ passage, point }: Found, reason: string): Dropped => ({
  what: `${point.label}: ${point.surface}`,
  where: passage.page,
  reason,
});

function timeline(index: PageIndex, { passages }: Gathered, wish: ChartWish): Chosen {
  const found = [...datedSentences(passages, wish), ...announcements(index, wish)];
  const ordered = found.sort((a, b) => a.point.value - b.point.value || b.fit - a.fit);
  const seen = new Map<string, Found>();
  const dropped: Dropped[] = [];
  for (const one of ordered) {
    // Of one version the first date; of a thing each event.
    const key = wish.versions ? one.point.label : `${one.point.surface} ${stemsOf(one.passage.claim.text).join(" ")}`;
    if (!seen.has(key)) seen.set(key, one);
    else if (wish.versions && seen.get(key)?.point.year !== one.point.year)
      dropped.push(left(one, "an earlier date of it stands in the chart"));
  }
  const points = [...seen.values()];
  for (const one of points.slice(MOST)) dropped.push(left(one, `the chart has room for ${MOST}`));
  return { points: points.slice(0, MOST), dropped };
}

function figures(index: PageIndex, { passages }: Gathered, wish: ChartWish): Chosen {
  const inRows = wish.kind === "pairs" ? [] : rowFigures(index, passages, wish);
  const inSentences = figuresIn(index, passages, wish);
  const found = inRows.length >= LEAST ? inRows : inSentences;
  const measures = new Map<string, Found[]>();
  for (const one of found) {
    const key = [one.point.unit, one.point.other?.unit ?? ""].map(measureOf).join("|");
    measures.set(key, [...(measures.get(key) ?? []), one]);
  }
  const [chosen = [], ...others] = [...measures.values()].sort((a, b) => weightOf(b) - weightOf(a));
  const distinct = distinctOf(chosen);
  const points = reconciled(apart(distinct)).slice(0, MOST);
  const unit = points[0]?.point.unit ?? "";
  const dropped = [
    ...others.flat().map((one) => left(one, `it is given in ${one.point.unit}, and the chart counts ${unit}`)),
    ...distinct
      .filter((one) => !points.some(({ passage }) => passage === one.passage))
      .map((one) => left(one, "another figure of it stands in the chart, and no year tells them apart")),
  ];
  return { points, dropped };
}

const weightOf = (found: readonly Found[]): number =>
  apart(distinctOf(found)).length + found.reduce((sum, { fit }) => sum + fit, 0) / Math.max(1, found.length);

/** One point for the same figure of the same thing, the better sentence first. */
function distinctOf(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => b.fit - a.fit)
    .filter(({ point }) => {
      const key = `${point.label} ${point.year ?? ""} ${point.value} ${point.unit}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
}

/** Of several figures of one thing that no year tells apart, the one of the best sentence. */
function apart(found: readonly Found[]): Found[] {
  return [
    ...new Map([...found].reverse().map((one) => [`${one.point.label} ${one.point.year ?? ""}`, one])).values(),
  ].reverse();
}
