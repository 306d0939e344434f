// Figures of the vault that a question asks for, each with its evidence: what a chart is drawn from.
import type { Answer, AnsweredSentence, Citation, Point } from "../core/answer.ts";
import type { Passage } from "../core/engine.ts";
import type { Dropped } from "../core/note.ts";
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { type Quantity, quantitiesOf } from "../text/quantities.ts";
import { stemsOf } from "../text/words.ts";
import { type Gathered, passageKey } from "./gather.ts";
import { linkTo } from "./link-to.ts";
import { longestNamed } from "./topic-passages.ts";

/** Fewer points are no chart. */
const LEAST = 2;
const MOST = 24;
const YEAR = /^(?:1[4-9]|20)\d\d$/;
const TIMELINE = /\b(?:timeline|chronology|history|when)\b|年表|时间线/iu;
const AGAINST = /\b(?:against|versus|vs\.?|scatter|relation between)\b/iu;

interface Found {
  readonly passage: Passage;
  readonly point: Point;
  /** Shared words of the question, as a part of them. */
  readonly fit: number;
}

/** Undefined where the vault gives no two figures of one kind. What is left out is in `dropped`, with the reason. */
export function chartAnswer(index: PageIndex, question: string, gathered: Gathered): Answer | undefined {
  const asked = new Set(stemsOf(question).filter((stem) => !NO_SUBJECT.has(stem)));
  const found = TIMELINE.test(question)
    ? datesIn(index, gathered, asked)
    : figuresIn(index, gathered, asked, AGAINST.test(question));
  const units = new Map<string, Found[]>();
  for (const one of found) units.set(one.point.unit, [...(units.get(one.point.unit) ?? []), one]);
  const [chosen, ...others] = [...units].sort(
    ([a, x], [b, y]) => weightOf(b, y, asked) - weightOf(a, x, asked) || (a < b ? -1 : 1),
  );
  const points = chosen ? distinct(chosen[1]).slice(0, MOST) : [];
  if (points.length < LEAST) return undefined;
  const dropped = others.flatMap(([unit, list]): Dropped[] =>
    list.map(({ passage, point }) => ({
      what: `${point.label}: ${point.surface}`,
      where: passage.page,
      reason: `it counts ${unit || "something else"}, and the chart counts ${chosen?.[0] || "plain numbers"}`,
    })),
  );
  const numbers = new Map<string, number>();
  const sentences = points.map(
    ({ passage, point }): AnsweredSentence => ({
      text: passage.claim.text,
      point,
      citations: [citationOf(passage, gathered, numbers)],
    }),
  );
  return { question, answerable: true, confidence: 0.7, sentences, dropped, engine: "extractive" };
}

const NO_SUBJECT = new Set(
  stemsOf(
    "chart plot draw graph bar line scatter timeline show compare how many much number numbers figures over time year years vault per each all",
  ),
);

/** More points, and the unit that the question names, before all. */
function weightOf(unit: string, found: readonly Found[], asked: ReadonlySet<string>): number {
  return (
    distinct(found).length +
    (stemsOf(unit).some((stem) => asked.has(stem)) ? 100 : 0) +
    found.reduce((sum, one) => sum + one.fit, 0) / found.length
  );
}

function figuresIn(index: PageIndex, { passages }: Gathered, asked: ReadonlySet<string>, paired: boolean): Found[] {
  return passages.flatMap((passage): Found[] => {
    const { text } = passage.claim;
    const fit = fitOf(text, asked);
    if (fit < FITS) return [];
    const figures = quantitiesOf(text).filter(
      ({ surface }) => /\d/.test(surface) && !YEAR.test(surface) && !/(?:st|nd|rd|th|\d{3}0s)$/.test(surface),
    );
    const year = yearOf(text);
    const label = labelOf(index, passage, asked);
    const read = figures.flatMap((figure) => {
      const unit = unitOf(figure, text, asked);
      const value = figure.readings[0]?.value;
      return value === undefined || unit === undefined ? [] : [{ value, unit, surface: surfaceOf(figure, text) }];
    });
    const [first, second] = read;
    if (paired)
      return first && second && first.unit !== second.unit
        ? [{ passage, fit, point: { ...first, label, ...(year ? { year } : {}), other: second } }]
        : [];
    // A sentence with several figures of one unit does not say which is whose.
    return read
      .filter((one) => read.filter((other) => other.unit === one.unit).length === 1)
      .map((one) => ({ passage, fit, point: { ...one, label, ...(year ? { year } : {}) } }));
  });
}

/** Share of the question's words that a sentence must hold to be about what was asked. */
const FITS = 0.3;

/** A timeline: what happened in which year. */
function datesIn(index: PageIndex, { passages }: Gathered, asked: ReadonlySet<string>): Found[] {
  return passages.flatMap((passage): Found[] => {
    const { text } = passage.claim;
    const fit = fitOf(text, asked);
    const year = yearOf(text);
    if (fit < FITS || year === undefined) return [];
    const label = labelOf(index, passage, asked);
    return [{ passage, fit, point: { label, value: year, surface: String(year), unit: "year", year } }];
  });
}

function fitOf(text: string, asked: ReadonlySet<string>): number {
  if (asked.size === 0) return 1;
  const there = new Set(stemsOf(text));
  return [...asked].filter((stem) => there.has(stem)).length / asked.size;
}

function yearOf(text: string): number | undefined {
  const years = new Set(text.match(/\b(?:1[4-9]|20)\d\d\b/g) ?? []);
  // Two years leave open which one the figure is of.
  return years.size === 1 ? Number([...years][0]) : undefined;
}

/** The dimension, else the noun counted: "cards" of "12 million cards". */
function unitOf(figure: Quantity, text: string, asked: ReadonlySet<string>): string | undefined {
  const own = figure.readings[0]?.unit;
  if (own) return own;
  const after = text
    .slice(figure.end)
    .match(/^[\s-]+(?:(?:of|more|other|different|new|such|the)\s+)*((?:\p{L}+[\s-]+){0,1}\p{L}{3,})/u)?.[1];
  const noun = after
    ?.split(/\s+/)
    .find((word) => stemsOf(word).length > 0 && !/^(?:and|or|to|in|by|for|with|at|was|were|is|are)$/i.test(word));
  // What is counted stands in the plural, or is what the question asks for.
  const counted = noun && (/[^s]s$/i.test(noun) || stemsOf(noun).some((stem) => asked.has(stem)));
  return counted ? noun.toLowerCase() : undefined;
}

function surfaceOf(figure: Quantity, text: string): string {
  return text.slice(figure.start, figure.end);
}

/** The thing that the figure is of: a topic that the sentence names and the question does not, else its source. */
function labelOf(index: PageIndex, passage: Passage, asked: ReadonlySet<string>): string {
  const named = longestNamed(index, keysIn(passage.claim.text)).filter(
    ({ title }) => !stemsOf(title).every((stem) => asked.has(stem)),
  );
  return named[0]?.title ?? passage.sourceTitle;
}

/** One point for the same figure of the same thing, the better sentence first. */
function distinct(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => b.fit - a.fit)
    .filter(({ point }) => {
      const key = `${point.label} ${point.year ?? ""} ${point.value}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
}

function citationOf(passage: Passage, { onPage }: Gathered, numbers: Map<string, number>): Citation {
  const { page, claim, source, sourceTitle } = passage;
  const n = numbers.get(page) ?? numbers.size + 1;
  numbers.set(page, n);
  const here = onPage.has(passageKey(passage));
  return {
    n,
    page,
    claim: claim.id,
    source,
    sourceTitle,
    heading: claim.place.headings.at(-1) ?? "",
    quote: claim.quote,
    onPage: here,
    link: linkTo(passage, here),
  };
}
