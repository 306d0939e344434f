// Which things that nobody defines get a list of the sources that speak of them: names, and nouns that sources come back to.
import type { TopicBrief } from "../../../core/engine.ts";
import { anyOf } from "../../../text/literal.ts";
import { finderOf, standsWhole } from "../../../text/mentions.ts";
import { nameKey } from "../../../text/names.ts";
import { COINED, EVERYDAY, everydayCount, UNCOMMON } from "../background.ts";
import { kindFromDefinition } from "../definitions/kinds.ts";
import { isOrder, standsPlainly } from "../sentences/fitness.ts";

/** Headed by it, a name may be an everyday word. */
const TITLED = 2;
/** What nobody comes back to must at least be named by so many. */
const SPREAD = 5;
/** Sources headed by it or naming it again and again: all mention GitHub, and none is about it. */
export const SPEAKING = 2;
/** Sources with a sentence on what can mean but one thing, where one of them comes back to it. */
const FEW = 2;
/** The same of what few letters tell, or no capital. */
const SEVERAL = 3;
/** Occurrences in the background: next to none. */
const SELDOM = 10;
/** Times that all sources together name a common noun. */
const OFTEN = 12;
/** Times and sources from which an everyday word is a thing of this vault: "wallet". */
const EVERY_LINE = 40;
const MANY = 5;
/** "EIP-1559", "SELFDESTRUCT": who writes it means it. */
const IDENTIFIER = /^(?:\p{Upper}{2,}-?\d{2,}|[\p{Upper}\d_]{6,})$/u;
/** Times that a source comes back to a thing. */
export const DWELT_ON = 3;
/** "2025H1" is a time, "30M" a figure, "N-1" a sum. */
const NO_WORD = /^\d|^[^\p{Lo}]*$(?<!\p{Alpha}(?:\p{Alpha}|\d\d).*)/u;
/** "… on Zulip.": below this the name only ends a sentence about something else. */
const AT_THE_END = 0.15;

/** As what it is worth a list: a name, of which sentences may stand there, or a noun, of which they are about one of many. */
export function listedAs(brief: TopicBrief): "name" | "noun" | undefined {
  const { title, aliases, spread } = brief;
  if (isConflated(aliases) || NO_WORD.test(title) || isSortOfBody(brief)) return undefined;
  const headed = spread.filter((one) => one.titled).length;
  const named = writtenAs(brief);
  if (!named || (headed < TITLED && isEveryday(title)))
    return isDweltOn(brief) && (headed > 0 || isSpokenOf(brief)) ? "noun" : undefined;
  // "work on my iPhone": who names it in passing does not speak of it.
  const speaking = speakingIn(spread);
  // A body of two capitals is no word that anybody lets fall: "Rust Foundation".
  const body = spread.length >= SPREAD && / \p{Upper}/u.test(title) && brief.type === "entity";
  const said = saidBy(spread);
  const certain = isCertain(brief, named);
  const least = speaking > 0 && certain ? FEW : speaking > 0 || certain ? SEVERAL : Number.POSITIVE_INFINITY;
  if (speaking < SPEAKING && !body && said < least) return undefined;
  if (headed === 0 && !IDENTIFIER.test(title) && !isSpokenOf(brief)) return undefined;
  return named === "noun" ? "noun" : "name";
}

/** Sources of which a claim names it. */
function saidBy(spread: TopicBrief["spread"]): number {
  return spread.filter(({ best }) => best !== undefined).length;
}

/** What can mean but one thing: "SELFDESTRUCT", a person, "rust-analyzer", "Mozilla". */
function isCertain({ title, kind }: TopicBrief, written: Written): boolean {
  return (
    IDENTIFIER.test(title) ||
    /^(?:organisation|person|project)$/.test(kind ?? "") ||
    /\p{Upper}\S* \p{Upper}|\p{Lower}[\p{Upper}\p{N}.-]|\p{Upper}\p{N}/u.test(title) ||
    (written === "name" && /^\p{Upper}\p{Lower}{4,}$/u.test(title) && everydayCount(title.toLowerCase()) < COINED)
  );
}

/** "a working group", "the council": of which sort a body is, and no name of one. */
function isSortOfBody({ title, kind }: TopicBrief): boolean {
  const plain = /^(?:\p{Alpha}\p{Lower}+|working groups?)$/iu.test(title);
  return plain && kind === "organisation" && kindFromDefinition(`a ${title.toLowerCase()}`) === kind;
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

/** "Join us on Zulip", in however many sources: none of them says anything of it. Who comes back to it does, in any other words. */
function isSpokenOf({ claims, aliases, kind, spread }: TopicBrief): boolean {
  if (kind === "person" || kind === "organisation") return true;
  const dwelling = new Set(spread.flatMap(({ source, count }) => (count >= DWELT_ON ? source : [])));
  const adjunct = new RegExp(
    `\\b(?:at|on|through|to|via) (?:the |our )?(?:${anyOf(aliases)})(?![\\p{Alpha}\\p{N}])`,
    "iu",
  );
  const said = claims.filter(
    ({ about, source, claim: { text } }) =>
      !adjunct.test(text) && (dwelling.has(source) ? !isOrder(text) : about > AT_THE_END && standsPlainly(text)),
  );
  return new Set(said.map((one) => one.source)).size >= SPEAKING;
}

/** "ETH" the coin, "eth" the protocol and "eth_call": a few letters in every spelling are several things. */
function isConflated(aliases: readonly string[]): boolean {
  return aliases.some(
    (alias) => /^\p{Upper}{2,3}$/u.test(alias) && aliases.includes(alias.toLowerCase()) && aliases.includes(alias),
  );
}

/** Its sources write it with a capital in mid-sentence, or with capitals, digits or points inside; or it is a word of no dictionary that has no plural. */
export function isWrittenAsName(brief: TopicBrief): boolean {
  return writtenAs(brief) !== undefined;
}

type Written = "name" | "word" | "noun" | undefined;

function writtenAs(brief: TopicBrief): Written {
  const { title, aliases, spread } = brief;
  const headed = spread.filter((one) => one.titled).length >= TITLED;
  const dwelling = dwellingIn(spread);
  // A script without capitals shows nothing.
  if (/\p{sc=Han}|\p{sc=Hangul}|\p{sc=Katakana}/u.test(title))
    return spread.some((one) => one.titled) || (dwelling >= SPEAKING && title.length > 2) ? "name" : undefined;
  // "JSON", "CLI": a sort of thing that is everywhere, unless sources are headed by it or dwell on it.
  if (/^\p{Upper}{2,4}s?$/u.test(title))
    return headed || dwelling >= SPEAKING || (speakingIn(spread) > 0 && saidBy(spread) >= SEVERAL) ? "name" : undefined;
  if (/\p{Lower}[\p{Upper}\p{N}._-]|\p{N}/u.test(title)) return "name";
  // "Compiler team": of bodies and people there is one, whichever letters they are written with.
  if (/ /.test(title) && /^(?:organisation|person|project)$/.test(brief.kind ?? "")) return "name";
  const finder = finderOf(aliases.map((name) => ({ name, value: name, cased: false })));
  let capital = 0;
  let small = 0;
  for (const { best } of spread) {
    const text = best?.claim.text ?? "";
    for (const found of finder.find(text)) {
      if (found.start === 0) continue;
      if (!/\p{Upper}/u.test(text[found.start] ?? "")) small++;
      // "the Compiler Team" writes no compiler with a capital.
      else if (standsWhole(text, found)) capital++;
    }
  }
  // "cargo" at a prompt is Cargo all the same; "the compiler" is a word.
  const plural = isCommonNoun(brief);
  if (capital > (headed && !plural ? 0.5 : 2) * small + (plural ? 2 : 0)) return "name";
  const known = Math.max(...[title.toLowerCase(), nameKey(title)].map(everydayCount));
  if (plural) return known < rareFor(brief, headed) && /^\p{Alpha}{4,}$/u.test(title) ? "noun" : undefined;
  // "compiler": made of a word that everybody knows, though rare itself.
  const coined =
    (headed ? /^\p{Alpha}{2,}$/u : /^\p{Alpha}{5,}$/u).test(title) && known < (DERIVED.test(title) ? 1 : EVERYDAY);
  return coined && (headed || (dwelling >= SPEAKING && isMuchOf(spread))) ? "word" : undefined;
}

/** "precompiles", "validators": how rare a word must be that only those in the know use, the less the more is said of it. */
function rareFor({ title, spread }: TopicBrief, headed: boolean): number {
  const total = timesIn(spread);
  const speaking = speakingIn(spread);
  if (ACT.test(title)) return headed ? SELDOM : 0;
  if (headed && total >= EVERY_LINE && speaking >= MANY) return Number.POSITIVE_INFINITY;
  if (headed) return total >= OFTEN - FEW || spread.filter((one) => one.titled).length > TITLED ? UNCOMMON : SELDOM;
  // One source is about it and many more name it.
  if (speaking < SPEAKING) return total >= OFTEN && saidBy(spread) >= SPREAD ? COINED : 0;
  if (total >= OFTEN && speaking > SPEAKING && isMuchOf(spread)) return SELDOM;
  if (spread.some((one) => one.titled) && !DERIVED.test(title)) return SELDOM;
  return total >= OFTEN && isMuchOf(spread) ? COINED : 0;
}

/** "stakeholders", "codebase": words of a trade that no source is much about. */
function isMuchOf(spread: TopicBrief["spread"]): boolean {
  return spread.some((one) => one.titled || one.count > 2 * DWELT_ON);
}

function timesIn(spread: TopicBrief["spread"]): number {
  return spread.reduce((sum, one) => sum + one.count, 0);
}

/** "gas cost", "consensus layer": a common noun, but one that the sources come back to again and again. */
function isDweltOn({ title, aliases, spread }: TopicBrief): boolean {
  const dwelling = dwellingIn(spread);
  const total = timesIn(spread);
  // "beacon chain": one source is headed by it; "SQLite database" says more of SQLite.
  const heads = spread.some((one) => one.titled) && aliases.some((alias) => /^\p{Lower}/u.test(alias));
  const often = dwelling >= SPEAKING && dwelling * 3 >= spread.length && total >= OFTEN;
  const own = heads && dwelling > 0 && total >= 2 * DWELT_ON && saidBy(spread) >= FEW;
  if (!(often || own) || DERIVED.test(title)) return false;
  // "Type T": a letter is no word.
  return title.includes(" ") && !/(?:^| )\p{Alpha}(?: |$)/u.test(title);
}

/** "compilers", "nightlies": what there are several of. */
function isCommonNoun({ title, aliases }: TopicBrief): boolean {
  return aliases.some((alias) => /s$/.test(alias) && nameKey(alias) === nameKey(title) && !/s$/.test(title));
}

/** What is done, or how a thing is; a "validator" is one. */
const ACT = /(?:ing|ion|ment|ness|ity|able|cy)$/i;
const DERIVED = /(?:er|or|ing|ion|ment|ness|ity|able|cy)$/i;

/** "Public", "Drop": what anybody says of anything is no thing to survey. */
function isEveryday(title: string): boolean {
  return !/[\s\p{N}]|\p{Upper}.*\p{Upper}/u.test(title) && everydayCount(title.toLowerCase()) > 10 * EVERYDAY;
}
