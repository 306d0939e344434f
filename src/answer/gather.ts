// Brings together what may answer a question: claims of the pages that search finds, then the raw sentences behind them.
import type { AnswerBrief, Passage } from "../core/engine.ts";
import type { NearTexts, PageIndex, PassageHit } from "../core/search.ts";
import { fused } from "../find/fusion.ts";
import { keysIn, ownersOf } from "../find/names.ts";
import { withNeighbours } from "../find/neighbours.ts";
import { parseQuery, queryTermsOf } from "../find/query.ts";
import { withMeaning, withNames } from "../find/search.ts";
import { bareThingAsked } from "../text/asked-thing.ts";
import { otherForms } from "../text/irregular.ts";
import { asksWhy, pointsToReason } from "../text/reasons.ts";
import { nameKeyOf, stemsOf } from "../text/words.ts";
import { type CalledSource, sourcesCalled } from "./called.ts";
import { claimHolding } from "./claims.ts";
import { recipes } from "./how-to.ts";
import { ofTime } from "./of-time.ts";
import { ofVersion } from "./of-version.ts";
import { passageOf } from "./passage-of.ts";
import { kindOf } from "./question-kind.ts";
import { belowTheQuestion, wishedSections } from "./sections.ts";
import { type ClaimReader, longestNamed, topicPassages } from "./topic-passages.ts";
import { type Weights, weightsOf } from "./weights.ts";
import { withItsName } from "./what-it-is.ts";

/** Paragraphs of the whole vault, then of each of the best pages. */
const PARAGRAPHS = 8;
const PAGE_PARAGRAPHS = 2;
const MOST_PAGES = 5;
const DEPTH = 50;
/** Paragraphs that are taken for their meaning alone. */
const NEAR = 8;
const MOST_OPENED = 2;
/** Of each document that the question calls by its number. */
const CALLED_PARAGRAPHS = 8;
/** Of the best paragraph's score, what one has that stands under a heading of the sort asked for. */
const SECTION = 0.7;
const OPENING_SENTENCES = 2;

export interface Gathered extends Weights {
  readonly passages: readonly Passage[];
  /** Those of them that are claims of their page already. */
  readonly onPage: ReadonlySet<string>;
  /** The two things that the question compares. */
  readonly sides?: readonly [string, string];
  /** Content stems of the topics that the question calls by name. */
  readonly topics: readonly string[];
}

export interface GatherOptions extends ClaimReader {
  /** With an embedding model: texts near the question in meaning. */
  readonly near?: NearTexts;
  /** Paragraphs of the whole vault; more for what is gathered from many places. */
  readonly paragraphs?: number;
}

export const passageKey = (passage: Pick<Passage, "page" | "claim">): string => `${passage.page}#${passage.claim.id}`;

/** Passages in order of their paragraphs' scores; sentences of a paragraph in text order. */
export function gather(
  index: PageIndex,
  question: string,
  { claimsOf, citedOn, near, paragraphs = PARAGRAPHS }: GatherOptions,
): Gathered {
  const kind = kindOf(question);
  const sides = kind.kind === "compare" ? kind.sides : undefined;
  const called = sourcesCalled(index, question);
  const best = byScore([question, ...(sides ?? [])].flatMap((text) => paragraphsFor(index, text, near, paragraphs)));
  const top = best[0]?.score ?? 1;
  // Looked for only where a section is wished: it costs a search.
  const meant = (): string[] =>
    called.length > 0 ? called.map(({ page }) => page) : pagesFor(index, question, MOST_PAGES, near);
  const names = called.map(({ name }) => name);
  const sections = wishedSections(index, question, meant, top * SECTION, names);
  const time = ofTime(index, question, (rest, limit) => pagesFor(index, rest, limit, near), queryTermsOf, top);
  const weights = weightsOf(index, question, [...names, ...(time ? [time.phrase] : [])]);
  const asked = belowTheQuestion(index, question, best, weights.weights);
  const hits = byScore([
    ...best,
    ...called.flatMap((one) => ofCalled(index, question, one, top)),
    ...sections.map(({ hit }) => hit),
    ...(time?.hits ?? []),
    ...recipes(index, question, meant, top * SECTION),
    ...asked.hits,
  ]);
  const bare = bareThingAsked(question);
  const thing = nameKeyOf(bare ?? "");
  const sureOf = new Map(sections.map(({ hit, sure }) => [keyOf(hit), sure]));
  const nameOf = new Map(called.map(({ page, name }) => [page, name]));
  const holders = new Map<string, ReturnType<typeof claimHolding>>();
  const passages = new Map<string, Passage>();
  const onPage = new Set<string>();
  for (const passage of topicPassages(index, question, { claimsOf, citedOn }, top)) {
    onPage.add(passageKey(passage));
    passages.set(passageKey(passage), passage);
  }
  const opening = openingOf(index, question, called, top);
  for (const hit of withReasons(index, question, [...opening, ...hits])) {
    const holding = holders.get(hit.page) ?? claimHolding(claimsOf(hit.page));
    holders.set(hit.page, holding);
    for (const [i, sentence] of hit.sentences.entries()) {
      const known = holding(sentence.text);
      const opens = opening.includes(hit) && i < OPENING_SENTENCES;
      const name = nameOf.get(hit.page);
      const headed =
        asked.below.has(`${hit.page} ${sentence.n}`) || isHeadedBy(hit, thing) ? 1 : (sureOf.get(keyOf(hit)) ?? 0);
      const passage = {
        ...withItsName(passageOf(hit, sentence, known), bare, hit.sentences[i - 1]?.text),
        ...(opens ? { opening: true } : {}),
        ...(name === undefined ? {} : { called: name }),
        ...(headed === 0 ? {} : { headed }),
        ...(time?.pages.has(hit.page) ? { timely: true } : {}),
      };
      if (known && passage.claim.id === known.id) onPage.add(passageKey(passage));
      const there = passages.get(passageKey(passage));
      // A claim that a topic page cites knows neither its sentence's number nor what stands below it.
      if (!there || there.claim.evidence.length === 0)
        passages.set(passageKey(passage), { ...passage, ...there, claim: passage.claim });
    }
  }
  // Of a document that is called by its number only it can speak, and who names the number.
  const numbers = called.flatMap(({ name }) => /[\d.]*\d$/u.exec(name)?.[0] ?? []);
  const ofThem = ({ called: own, claim, context = "" }: Passage): boolean =>
    numbers.length === 0 || own !== undefined || numbers.some((number) => `${claim.quote} ${context}`.includes(number));
  const topics = longestNamed(index, keysIn(question)).flatMap(({ key }) => key.split(" "));
  return {
    passages: ofVersion(question, [...passages.values()].filter(ofThem)),
    onPage,
    topics,
    ...weights,
    ...(sides ? { sides } : {}),
  };
}

/** "For that reason, we …": the reason stands in the paragraph before. */
function withReasons(index: PageIndex, question: string, hits: readonly PassageHit[]): readonly PassageHit[] {
  if (!asksWhy(question)) return hits;
  return hits.flatMap((hit) =>
    pointsToReason(hit.sentences[0]?.text ?? "")
      ? [
          hit,
          ...index
            .around(hit.page, hit.at, 1)
            .filter(({ at }) => at < hit.at)
            .map((before) => ({ ...before, score: hit.score })),
        ]
      : [hit],
  );
}

export function briefOf(gathered: Gathered, question: string, length: number, rules: string): AnswerBrief {
  const { passages, weights, sides, topics } = gathered;
  return { question, passages, weights, topics, length, rules, ...(sides ? { sides } : {}) };
}

/** How the sources begin that the question calls by their title or number. */
function openingOf(index: PageIndex, question: string, called: readonly CalledSource[], score: number): PassageHit[] {
  const named = ownersOf(index.named(keysIn(question)))
    .filter(({ type, key }) => type === "source" && key.length > 2)
    .map(({ path }) => path);
  return [...new Set([...called.map(({ page }) => page), ...named, ...titledBy(index, bareThingAsked(question))])]
    .slice(0, MOST_OPENED)
    .flatMap((path) => index.around(path, 0, 2))
    .map((hit) => ({ ...hit, score }));
}

/** "What is block-level warming?": the one source whose title begins so. */
function titledBy(index: PageIndex, thing: string | undefined): string[] {
  const stems = stemsOf(thing ?? "");
  if (stems.length < 2) return [];
  const query = { ...parseQuery(stems.join(" "), "source"), any: stems, phrases: [], not: [] };
  const pages = index
    .lookup(query, DEPTH)
    .filter(({ title }) => stemsOf(title).slice(0, stems.length).join(" ") === stems.join(" "));
  return pages.length === 1 ? pages.map(({ path }) => path) : [];
}

/** What a document that is called by its number says of the rest of the question. */
function ofCalled(index: PageIndex, question: string, { page, name }: CalledSource, score: number): PassageHit[] {
  const own = new Set(queryTermsOf(name));
  const terms = queryTermsOf(question).filter((term) => !own.has(term));
  const found = index.passages(terms, CALLED_PARAGRAPHS, page);
  const best = found[0]?.score ?? 1;
  return found.map((hit) => ({ ...hit, score: score * (1 + hit.score / best) }));
}

/** "What is pipelined compilation?", in a section of that name. */
const isHeadedBy = ({ place, title }: PassageHit, thing: string): boolean => {
  const heading = place.headings.at(-1) ?? "";
  return thing !== "" && heading !== title && nameKeyOf(heading.replace(/^what (?:is|are) /iu, "")) === thing;
};

const keyOf = ({ page, at }: { page: string; at: number }): string => `${page} ${at}`;

/** Each paragraph once, with its best score. */
function byScore(hits: readonly PassageHit[]): PassageHit[] {
  const ordered = [...hits].sort((a, b) => b.score - a.score);
  return [...new Map([...ordered].reverse().map((hit) => [keyOf(hit), hit])).values()].sort(
    (a, b) => b.score - a.score,
  );
}

/** The best of the vault and of each of the best pages, by words and, where there are vectors, by meaning. */
function paragraphsFor(
  index: PageIndex,
  question: string,
  near: NearTexts = [],
  paragraphs = PARAGRAPHS,
): PassageHit[] {
  const asked = queryTermsOf(question);
  const terms = [...new Set(asked.flatMap((term) => [term, ...otherForms(term)]))];
  const found = [...index.passages(terms, paragraphs)];
  for (const page of pagesFor(index, question, MOST_PAGES, near))
    found.push(...index.passages(terms, PAGE_PARAGRAPHS, page));
  const hits = new Map(found.map((hit) => [keyOf(hit), hit]));
  const byWords = [...hits.values()].sort((a, b) => b.score - a.score);
  const cosine = new Map(near.slice(0, NEAR).map(({ key, score }) => [key, score]));
  const held = index.holding([...cosine.keys()]).filter(({ at }) => at >= 0);
  if (held.length === 0) return byWords;
  const byMeaning = held.map((text) => ({
    path: keyOf({ page: text.path, at: text.at }),
    score: cosine.get(text.key) ?? 0,
  }));
  for (const { path, at } of held)
    for (const hit of index.around(path, at, 0)) if (!hits.has(keyOf(hit))) hits.set(keyOf(hit), hit);
  const best = byWords[0]?.score ?? 1;
  const ordered = fused(
    byWords.map((hit) => ({ path: keyOf(hit), score: hit.score })),
    byMeaning.sort((a, b) => b.score - a.score),
  );
  return ordered.flatMap(({ path, score }) => {
    const hit = hits.get(path);
    return hit ? [{ ...hit, score: score * best }] : [];
  });
}

/** Source pages that search finds, and those that the best of them name: the second hop. */
export function pagesFor(index: PageIndex, question: string, limit = MOST_PAGES, near: NearTexts = []): string[] {
  const query = { ...parseQuery(question, "source"), phrases: [], not: [] };
  const lexical = withNames(index.counts(query.any), index.lookup(query, DEPTH), query.text);
  const hits = near.length === 0 ? lexical : withMeaning(index, lexical, near, query);
  return withNeighbours(index, hits, "source")
    .slice(0, limit)
    .map(({ path }) => path);
}
