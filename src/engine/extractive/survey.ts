// Where a thing is spoken of that nobody defines: each source, those headed by it first, with a sentence where one stands alone.

import type { BriefClaim, TopicBrief } from "../../core/engine.ts";
import type { Claim } from "../../core/note.ts";
import type { SurveyRow } from "../../core/topic.ts";
import { anyOf } from "../../text/literal.ts";
import { finderOf, standsWhole } from "../../text/mentions.ts";
import { nameKey, nameWords } from "../../text/names.ts";
import { byCodePoint } from "../../text/order.ts";
import { isTimely } from "../../text/timely.ts";
import { stemsOf } from "../../text/words.ts";
import { EVERYDAY, everydayCount, UNCOMMON } from "./background.ts";
import { hasUnsettled } from "./definite.ts";
import { isAside, leadsIn, pageText, standsPlainly } from "./fitness.ts";
import { definiteOf, overlap, SAME } from "./items.ts";

/** Fewer sources make no survey. */
const SOURCES = 2;
/** Headed by it, a name may be an everyday word. */
const TITLED = 2;
/** What nobody comes back to must at least be named by so many. */
const SPREAD = 5;
/** Sources headed by it or naming it again and again: all mention GitHub, and none is about it. */
export const SPEAKING = 2;
/** Occurrences in the background: next to none. */
const SELDOM = 10;
/** Times that all sources together name a common noun. */
const OFTEN = 15;
/** "EIP-1559", "SELFDESTRUCT": who writes it means it. */
const IDENTIFIER = /^(?:\p{Lu}{2,}-?\d{2,}|[\p{Lu}\d_]{6,})$/u;
/** Times that a source comes back to a thing. */
export const DWELT_ON = 3;
/** Sources that an entry of a line or two points at besides its own. */
const OTHERS = 5;
/** Sources that share a sentence of a template. */
const RECURRING = 3;
/** Only what has the thing as its subject is sure to be about it. */
const ABOUT = 0.6;
/** "… on Zulip.": below this the name only ends a sentence about something else. */
const AT_THE_END = 0.15;

/** Empty where too few sources speak of the thing by name. */
export function surveyOf(brief: TopicBrief): SurveyRow[] {
  if (isConflated(brief.aliases)) return [];
  const rows = rowsOf(brief);
  const headed = rows.filter((row) => row.titled).length;
  // "work on my iPhone": who names it in passing does not speak of it.
  const speaking = speakingIn(brief.spread);
  // A body of two capitals is no word that anybody lets fall: "Rust Foundation".
  const proper = rows.length >= SPREAD && / \p{Lu}/u.test(brief.title) && brief.type === "entity";
  if (rows.length < SOURCES || (speaking < SPEAKING && !proper)) return [];
  const named = isWrittenAsName(brief) && (headed >= TITLED || !isEveryday(brief.title));
  if (!named && !isDweltOn(brief)) return [];
  if (headed === 0 && !IDENTIFIER.test(brief.title) && !isSpokenOf(brief)) return [];
  // "The key words are to be read as described in RFC 2119": one sentence of a template, however many sources hold it.
  const said = brief.spread.flatMap((one) => one.best?.claim.text ?? []);
  const again = repeated(said);
  if (said.length === 0 || (said.length - again.size) * 2 < said.length) return [];
  // "The gas cost is 400": of one of many, as nearly all is that sources say under a common noun.
  return named ? rows : rows.map((row) => ({ ...row, text: "" }));
}

/** Sources that are headed by it or name it again and again. */
function speakingIn(spread: TopicBrief["spread"]): number {
  const speaking = spread.filter((one) => one.titled || one.count >= DWELT_ON);
  // "This Development-cycle in Cargo: 1.77": a series is headed by its own name.
  const series = speaking.map(({ source, best }) => best?.sourceTitle.replace(/\d[\d.]*/g, "") ?? source);
  return new Set(series).size;
}

/** Sources that name it again and again. */
function dwellingIn(spread: TopicBrief["spread"]): number {
  return spread.filter((one) => one.count >= DWELT_ON).length;
}

/** "Join us on Zulip", in however many sources: none of them says anything of it. */
function isSpokenOf({ claims, aliases }: TopicBrief): boolean {
  const adjunct = new RegExp(`\\b(?:at|on|through|to|via) (?:the |our )?(?:${anyOf(aliases)})(?![\\p{L}\\p{N}])`, "iu");
  const plain = claims.filter(
    (one) => one.about > AT_THE_END && standsPlainly(one.claim.text) && !adjunct.test(one.claim.text),
  );
  return new Set(plain.map((one) => one.source)).size >= SPEAKING;
}

/** Where else an entry of a line or two is spoken of. */
export function elsewhere(brief: TopicBrief, cited: readonly { readonly claims: SurveyRow["claims"] }[]): SurveyRow[] {
  // "Origin" in one source's glossary is no "origin" of another.
  if (!isWrittenAsName(brief) && nameWords(brief.title).length < 2) return [];
  const known = new Set(cited.flatMap((sentence) => sentence.claims.map((ref) => ref.source)));
  return rowsOf(brief)
    .filter((row) => !known.has(row.source) && row.claims.length > 0)
    .slice(0, OTHERS);
}

function rowsOf(brief: TopicBrief): SurveyRow[] {
  const telling = new Map<string, BriefClaim>();
  const isOneOfThem = definiteOf(brief);
  for (const one of brief.claims) {
    if (one.about < ABOUT || telling.has(one.source) || isOneOfThem(one.claim.text)) continue;
    if (mayBeListed(one.claim, brief.aliases)) telling.set(one.source, one);
  }
  // "Check out everything that changed in Rust, Cargo, and Clippy": who only repeats it speaks of none of them.
  const timesOf = templateTimes(brief.spread.flatMap(({ best }) => best?.claim.text ?? []));
  const own = brief.spread.filter(
    ({ titled, count, best }) =>
      titled || (best && (count >= DWELT_ON || timesOf(best.claim.text) < RECURRING) && saysSomething(best.claim.text)),
  );
  const rows = own.map(({ source, titled, count, best }): SurveyRow => {
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
function mayBeListed({ text, quote, place }: Claim, names: readonly string[]): boolean {
  const said = pageText(text);
  return (
    said !== undefined &&
    !isAside(place) &&
    !leadsIn(quote) &&
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

/** "ETH" the coin, "eth" the protocol and "eth_call": a few letters in every spelling are several things. */
function isConflated(aliases: readonly string[]): boolean {
  return aliases.some(
    (alias) => /^\p{Lu}{2,3}$/u.test(alias) && aliases.includes(alias.toLowerCase()) && aliases.includes(alias),
  );
}

/** Its sources write it with a capital in mid-sentence, or with capitals, digits or points inside; or it is a word of no dictionary that has no plural. */
function isWrittenAsName(brief: TopicBrief): boolean {
  const { title, aliases, spread } = brief;
  const headed = spread.filter((one) => one.titled).length >= TITLED;
  const dwelling = dwellingIn(spread);
  // A script without capitals shows nothing.
  if (/\p{sc=Han}|\p{sc=Hangul}|\p{sc=Katakana}/u.test(title))
    return spread.some((one) => one.titled) || (dwelling >= SPEAKING && title.length > 2);
  // "JSON", "CLI": a sort of thing that is everywhere, unless sources are headed by it or dwell on it.
  if (/^\p{Lu}{2,4}s?$/u.test(title)) return headed || dwelling > SPEAKING;
  if (/\p{Ll}[\p{Lu}\p{N}._-]|\p{N}/u.test(title)) return true;
  // "Compiler team": of bodies and people there is one, whichever letters they are written with.
  if (/ /.test(title) && /^(?:organisation|person|project)$/.test(brief.kind ?? "")) return true;
  const finder = finderOf(aliases.map((name) => ({ name, value: name, cased: false })));
  let capital = 0;
  let small = 0;
  for (const { best } of spread) {
    const text = best?.claim.text ?? "";
    for (const found of finder.find(text)) {
      if (found.start === 0) continue;
      if (!/\p{Lu}/u.test(text[found.start] ?? "")) small++;
      // "the Compiler Team" writes no compiler with a capital.
      else if (standsWhole(text, found)) capital++;
    }
  }
  // "cargo" at a prompt is Cargo all the same; "the compiler" is a word.
  const plural = isCommonNoun(brief);
  if (capital > (headed && !plural ? 0.5 : 2) * small) return true;
  const marked = spread.some((one) => one.titled);
  const known = everydayCount(title.toLowerCase());
  // "precompiles", "blobs": a word that only those in the know use, or that sources are headed by.
  if (plural) {
    const rare = headed ? UNCOMMON : marked && !DERIVED.test(title) ? SELDOM : 0;
    return known < rare && speakingIn(spread) >= SPEAKING && /^\p{L}{4,}$/u.test(title);
  }
  // "compiler": made of a word that everybody knows, though rare itself.
  const coined = (headed ? /^\p{L}{2,}$/u : /^\p{L}{5,}$/u).test(title) && known < (DERIVED.test(title) ? 1 : EVERYDAY);
  return coined && (headed || dwelling >= SPEAKING);
}

/** "gas cost", "consensus layer": a common noun, but one that the sources come back to again and again. */
function isDweltOn({ title, spread }: TopicBrief): boolean {
  const dwelling = dwellingIn(spread);
  const total = spread.reduce((sum, one) => sum + one.count, 0);
  if (dwelling <= SPEAKING || dwelling * 3 < spread.length || total < OFTEN || DERIVED.test(title)) return false;
  // "Type T": a letter is no word.
  return title.includes(" ") && !/(?:^| )\p{L}(?: |$)/u.test(title);
}

/** "compilers", "nightlies": what there are several of. */
function isCommonNoun({ title, aliases }: TopicBrief): boolean {
  return aliases.some((alias) => /s$/.test(alias) && nameKey(alias) === nameKey(title) && !/s$/.test(title));
}

const DERIVED = /(?:er|or|ing|ion|ment|ness|ity|able|cy)$/i;

/** "Public", "Drop": what anybody says of anything is no thing to survey. */
function isEveryday(title: string): boolean {
  return !/[\s\p{N}]|\p{Lu}.*\p{Lu}/u.test(title) && everydayCount(title.toLowerCase()) > 10 * EVERYDAY;
}
