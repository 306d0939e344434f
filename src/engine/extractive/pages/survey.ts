// Where a thing is spoken of that nobody defines: each source, those headed by it first, with a sentence where one stands alone.
import type { TopicBrief } from "../../../core/engine.ts";
import type { SurveyRow } from "../../../core/topic.ts";
import { literal } from "../../../text/literal.ts";
import { finderOf } from "../../../text/mentions.ts";
import { nameKey, nameWords } from "../../../text/names.ts";
import { byCodePoint } from "../../../text/order.ts";
import { isSpaceless } from "../../../text/spaceless.ts";
import { stemsOf } from "../../../text/words.ts";
import { COINED, everydayCount } from "../background.ts";
import { predicatesOf } from "../sentences/predicate.ts";
import { tag } from "../tag.ts";
import { overlap, SAME } from "./items.ts";
import { namerOf } from "./line-subject.ts";
import { shownOf } from "./rows.ts";
import { DWELT_ON, isWrittenAsName, listedAs } from "./surveyed.ts";

/** Fewer sources make no survey. */
const SOURCES = 2;
/** Sources that an entry of a line or two points at besides its own. */
const OTHERS = 5;
/** Sources that share a sentence of a template. */
const RECURRING = 3;

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
  if (opensLongerNames(brief)) return [];
  const rows = rowsOf(brief, spread, as);
  // Three sources that each thank somebody in passing tell nothing of them.
  const speaking = rows.some(({ titled, dwells, text }) => titled || dwells || text !== "");
  // "Query", "invalid": whoever says such a word says it of something else, unless several tell of the thing.
  if (isPlainWord(brief, as) && rows.filter(({ text }) => text !== "").length < TELLING) return [];
  return rows.length < SOURCES || !speaking ? [] : rows;
}

/** Sources. */
const TELLING = 3;

/** A word of everybody's with a plural, or written small, or one that tells how a thing is. */
function isPlainWord({ title, aliases, claims }: TopicBrief, as: "name" | "noun"): boolean {
  const small = title.toLowerCase();
  if (!/^\p{Alpha}\p{Lower}+$/u.test(title) || everydayCount(small) < COINED) return false;
  if (as === "noun" || tag(small)[0]?.pos === "ADJ") return true;
  if (aliases.some((name) => name !== title && nameKey(name) === nameKey(title))) return true;
  // "python" at a prompt is Python all the same.
  const times = (word: string): number => {
    const said = new RegExp(`(?<=[ (])${literal(word)}(?=[ .,;:)])`, "u");
    return claims.filter(({ claim }) => said.test(claim.text)).length;
  };
  return times(small) > times(title);
}

/** Times that a word must stand before another to be known for a piece of longer names. */
const BEFORE = 3;

/** "Merkle tree", "Merkle path", and never "Merkle" by itself: a piece of names, and no thing. */
function opensLongerNames({ title, aliases, claims, spread }: TopicBrief): boolean {
  if (title.includes(" ")) return false;
  const finder = finderOf(aliases.map((name) => ({ name, value: name, cased: false })));
  const said = [...claims, ...spread.flatMap(({ says = [] }) => says)];
  const texts = new Set([...said.map(({ claim }) => claim.text), ...said.map(({ sourceTitle }) => sourceTitle)]);
  let before = 0;
  for (const text of texts)
    for (const { end } of finder.find(text)) {
      const next = /^[ -]\p{Alpha}/u.test(text.slice(end))
        ? tag(text).find(({ start }) => start === end + 1)
        : undefined;
      if (!next || !/^(?:NOUN|PROPN|ADJ)$/.test(next.pos)) return false;
      before++;
    }
  return before >= BEFORE;
}

/** Sources that are headed by the thing of an entry of a line or two, and say what is in them: what others say in passing leans on what stands around it there. */
export function elsewhere(brief: TopicBrief, cited: readonly { readonly claims: SurveyRow["claims"] }[]): SurveyRow[] {
  // "Origin" in one source's glossary is no "origin" of another.
  if (!isWrittenAsName(brief) && nameWords(brief.title).length < 2) return [];
  const known = new Set(cited.flatMap((sentence) => sentence.claims.map((ref) => ref.source)));
  const finder = finderOf(brief.aliases.map((name) => ({ name, value: name, cased: false })));
  const predicateOf = predicatesOf(brief.aliases);
  // "Every Friday, the Tide compiler team meets": no word of Tide.
  const isAside = (text: string) => finder.find(text).length > 0 && predicateOf(text) === undefined;
  return rowsOf(brief, speakersOf(brief), "name")
    .filter(
      ({ titled, text, source, claims }) =>
        titled && text !== "" && !known.has(source) && claims.length > 0 && !isAside(text),
    )
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

function rowsOf(brief: TopicBrief, spread: TopicBrief["spread"], as: "name" | "noun"): SurveyRow[] {
  const showing = shownOf(brief);
  const names = namerOf(brief.aliases);
  const own = new Set(brief.aliases.flatMap(stemsOf));
  const titles = new Map(spread.map(({ source, best }) => [source, best?.sourceTitle ?? ""]));
  const rows = spread.flatMap((one): SurveyRow[] => {
    const { source, titled, count, best, says = best ? [best] : [] } = one;
    const shown = showing.get(source);
    // "The gas cost is 400": of one of many, as nearly all is that sources say under a common noun.
    const told = as === "name" || shown?.does ? shown : undefined;
    const spaceless = best !== undefined && isSpaceless(best.claim.text);
    const cited = told?.claim ?? says.find(({ claim }) => names(claim.text)) ?? (spaceless ? best : undefined);
    const text = told?.text ?? "";
    // Who names it in passing does not speak of it; of people any word is one, and a title may tell as much.
    const entitled = titled && tellsMore(titles.get(source) ?? "", own);
    const speaks = text !== "" || entitled || (cited !== undefined && brief.kind === "person");
    if (!speaks && !(spaceless && (titled || count >= DWELT_ON))) return [];
    const claims = cited ? [{ source, id: cited.id }] : [];
    return [{ source, text, claims, titled, dwells: count >= DWELT_ON, ...(spaceless ? { spaceless } : {}) }];
  });
  // What several sources say in the same words is told once, and of a series one title is enough.
  const again = repeated(rows.map((row) => row.text));
  const series = new Set<string>();
  return rows.flatMap((row, i) => {
    if (again.has(i) && !row.titled) return [];
    const text = again.has(i) ? "" : row.text;
    const of = seriesOf(titles.get(row.source) ?? row.source);
    if (text === "" && row.titled && !row.spaceless && series.has(of)) return [];
    if (row.titled) series.add(of);
    return { ...row, text };
  });
}

/** "Tide 1.47 testing", "Tide of June 2022": what all its issues are headed by. */
function seriesOf(title: string): string {
  return stemsOf(title.replace(/\d[\d.-]*/gu, ""))
    .filter((stem) => !NEWS.has(stem))
    .join(" ");
}

/** "Announcing the Tide group", "Tide 2024": a title that says nothing but the name. */
function tellsMore(title: string, own: ReadonlySet<string>): boolean {
  return stemsOf(title.replace(/\d[\d.-]*/gu, "")).filter((stem) => !own.has(stem) && !NEWS.has(stem)).length > 0;
}

const NEWS = new Set(
  stemsOf(
    "first second third announcing announcement launching introducing update news report about notes upcoming january february march april may june july august september october november december",
  ),
);

/** "Cargo: 1.6k": a row of figures says nothing of what it counts. */
function saysSomething(text: string): boolean {
  return !/^[^:.]{1,60}: [\d.,]+\p{Alpha}{0,3}\.?$/u.test(text);
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
