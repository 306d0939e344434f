// Where a thing is spoken of that nobody defines: each source, those headed by it first, with a sentence where one stands alone.

import type { BriefClaim, TopicBrief } from "../../core/engine.ts";
import type { Claim } from "../../core/note.ts";
import type { SurveyRow } from "../../core/topic.ts";
import { nameWords } from "../../text/names.ts";
import { byCodePoint } from "../../text/order.ts";
import { isTimely } from "../../text/timely.ts";
import { stemsOf } from "../../text/words.ts";
import { hasUnsettled } from "./definite.ts";
import { isAside, isHalf, pageText } from "./fitness.ts";
import { definiteOf, overlap, SAME } from "./items.ts";
import { DWELT_ON, isWrittenAsName, listedAs } from "./surveyed.ts";

/** Fewer sources make no survey. */
const SOURCES = 2;
/** Sources that an entry of a line or two points at besides its own. */
const OTHERS = 5;
/** Sources that share a sentence of a template. */
const RECURRING = 3;
/** Only what has the thing as its subject is sure to be about it. */
const ABOUT = 0.6;

/** Empty where too few sources speak of the thing by name. */
export function surveyOf(brief: TopicBrief): SurveyRow[] {
  const spread = speakersOf(brief);
  if (spread.length < SOURCES) return [];
  const as = listedAs({ ...brief, spread });
  if (!as) return [];
  // "The key words are to be read as described in RFC 2119": one sentence of a template, however many sources hold it.
  const said = brief.spread.flatMap((one) => one.best?.claim.text ?? []);
  const again = repeated(said);
  if (said.length === 0 || (said.length - again.size) * 2 < said.length) return [];
  const rows = rowsOf(brief, spread);
  // "The gas cost is 400": of one of many, as nearly all is that sources say under a common noun.
  return as === "name" ? rows : rows.map((row) => ({ ...row, text: "" }));
}

/** Where else an entry of a line or two is spoken of. */
export function elsewhere(brief: TopicBrief, cited: readonly { readonly claims: SurveyRow["claims"] }[]): SurveyRow[] {
  // "Origin" in one source's glossary is no "origin" of another.
  if (!isWrittenAsName(brief) && nameWords(brief.title).length < 2) return [];
  const known = new Set(cited.flatMap((sentence) => sentence.claims.map((ref) => ref.source)));
  return rowsOf(brief, speakersOf(brief))
    .filter((row) => !known.has(row.source) && row.claims.length > 0)
    .slice(0, OTHERS);
}

/** "Check out everything that changed in Rust, Cargo, and Clippy": who only repeats it speaks of none of them. */
function speakersOf({ spread }: TopicBrief): TopicBrief["spread"] {
  const timesOf = templateTimes(spread.flatMap(({ best }) => best?.claim.text ?? []));
  return spread.filter(
    ({ titled, count, best }) =>
      titled || (best && (count >= DWELT_ON || timesOf(best.claim.text) < RECURRING) && saysSomething(best.claim.text)),
  );
}

function rowsOf(brief: TopicBrief, spread: TopicBrief["spread"]): SurveyRow[] {
  const telling = new Map<string, BriefClaim>();
  const isOneOfThem = definiteOf(brief);
  for (const one of brief.claims) {
    if (one.about < ABOUT || telling.has(one.source) || isOneOfThem(one.claim.text)) continue;
    if (mayBeListed(one.claim, brief.aliases)) telling.set(one.source, one);
  }
  const rows = spread.map(({ source, titled, count, best }): SurveyRow => {
    const shown = telling.get(source);
    const cited = shown ?? best;
    const text = (shown && pageText(shown.claim.text)) ?? "";
    return { source, text, claims: cited ? [{ source, id: cited.id }] : [], titled, dwells: count >= DWELT_ON };
  });
  // What several sources say in the same words is told once.
  const again = repeated(rows.map((row) => row.text));
  return rows.map((row, i) => (again.has(i) ? { ...row, text: "" } : row));
}

/** "between them", "his place", "wasn't the only one", "further vectors", "as expected": which, only the lines before could tell. */
const UNBOUND =
  /\bthat \p{Lu}[\p{L}\p{N}]+(?= (?:in|into|to|as|for|with|from|on)\b)|^the (?:second|third|last|next|latter|former) |\b(?:he|she|him|his|hers?)\b|\b(?:between|among|of|for|with|to|from|in|on|by|than) (?:them|these|those|it)\b|\b(?:is|was|are|were)(?:n['’]t| not) the only\b|\bfurther (?!than|to|into|on)\p{L}|\bas (?:expected|usual|intended)\b|\bmost prominent\b/iu;

/** Beside its source's title and year: nothing that leans on other lines, nor what was still to come. */
function mayBeListed(claim: Claim, names: readonly string[]): boolean {
  const { text, place } = claim;
  const said = pageText(text);
  return (
    said !== undefined &&
    !isAside(place) &&
    !isHalf(claim) &&
    !UNBOUND.test(said) &&
    !hasUnsettled(said, names) &&
    !(isTimely(text) && /\bwill\b/.test(text))
  );
}

/** "Cargo: 1.6k": a row of figures says nothing of what it counts. */
function saysSomething(text: string): boolean {
  return !/^[^:.]{1,60}: [\d.,]+\p{L}{0,3}\.?$/u.test(text);
}

/** How many of `texts` say what a text says but for order and figures: releases differ in these alone. */
export function templateTimes(texts: readonly string[]): (text: string) => number {
  const templates = new Map(texts.map((text) => [text, templateOf(text)]));
  const times = new Map<string, number>();
  for (const text of texts) {
    const template = templates.get(text) ?? "";
    times.set(template, (times.get(template) ?? 0) + 1);
  }
  return (text) => times.get(templates.get(text) ?? templateOf(text)) ?? 0;
}

function templateOf(text: string): string {
  return [...new Set(stemsOf(text.replace(/\d[\d.]*/g, "")))].sort(byCodePoint).slice(0, 8).join(" ");
}

/** Places of texts that say what one before them says; the stems of each are made once. */
function repeated(texts: readonly string[]): ReadonlySet<number> {
  const stems = texts.map((text) => new Set(stemsOf(text)));
  const again = new Set<number>();
  stems.forEach((own, i) => {
    if (own.size > 0 && stems.slice(0, i).some((other) => overlap(own, other) > SAME)) again.add(i);
  });
  return again;
}
