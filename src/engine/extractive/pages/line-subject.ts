// Of what does a sentence beside a source speak: of the thing, of what is done with it, or of another?
import type { BriefClaim, TopicBrief } from "../../../core/engine.ts";
import { capitalised } from "../../../text/connectives.ts";
import { anyOf } from "../../../text/literal.ts";
import { finderOf, standsWhole } from "../../../text/mentions.ts";
import { singularOf } from "../../../text/names.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { type Tagged, tag } from "../tag.ts";

export const DENIES = /n['’]t\b|\bnot\b/;

/** "The Rust Compiler team met" names no compiler. */
export function namerOf(aliases: readonly string[]): (text: string) => boolean {
  const finder = finderOf(aliases.map((name) => ({ name, value: name, cased: false })));
  return (text) =>
    finder.find(text).some((found) => standsWhole(text, found) && !OF_A_BODY.test(text.slice(found.end)));
}

const BODY = "(?:board|community|council|folks|group|project|team|working group)s?\\b";
const OF_A_BODY = new RegExp(`^ ${BODY}`, "u");

/** "Contracts address …", "RETURNETH is invalid in …": many of a thing, or what its own name tells; of "Ada" or "the fee" only the lines before tell which, and what "could" or is not so may hold there alone. */
export function hasPlainSubject(text: string, { aliases, neighbours }: TopicBrief): boolean {
  if (DENIES.test(text) || POSSIBLE.test(text)) return false;
  const tokens = tag(text);
  const verb = tokens.findIndex((token, i) => i > 0 && isFiniteVerb(token));
  const subject = tokens.slice(0, verb < 0 ? 0 : verb).filter(({ pos }) => pos !== "ADV");
  const head = subject.at(-1);
  if (!head) return false;
  const named = text.slice(0, head.end);
  if (CODED.test(text.split(" ", 1)[0] ?? "")) return true;
  // "The Tide extension for ferries": by the thing's own name one knows which.
  if (/^the /i.test(named) && spellerOf(aliases)(named)) return true;
  if (CODED.test(named) || neighbours.includes(named)) return true;
  if (EACH.test(text)) return true;
  // "The encoding of a record is a list": which one it says itself.
  if (
    /^(?:the \p{Alpha}+ (?:\p{Alpha}+ )?of an? |an? )/iu.test(named) &&
    !RELATIVE.test(text.slice(0, tokens[verb]?.start))
  )
    return true;
  // "Spaces is": one of that name.
  if (/^(?:is|was|has)$|[^s]s$/.test(tokens[verb]?.text ?? "")) return false;
  const plain = subject.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM|CCONJ)$/.test(pos));
  // Taggers take "Phones" for a name where it opens a sentence; there is a word "phone", and none "jame".
  const noun = head.pos === "NOUN" || everydayCount(singularOf(head.text.toLowerCase())) >= EVERYDAY;
  return plain && noun && /[^s]s$/.test(head.text);
}

/** "In Tide, berths are counted twice": what holds there, of whatever. */
export function fronterOf(names: readonly string[]): (text: string) => boolean {
  const fronting = new RegExp(
    `^(?:For|In|On|Under|With) (?:the |all |an? )?(?:${anyOf(names)})s?(?: \\([^()]*\\))?(?: and [^,]{2,30})?, (?!I\\b|we\\b|you\\b)`,
    "u",
  );
  return (text) => fronting.test(text) && !DENIES.test(text) && !POSSIBLE.test(text);
}

/** "wrong tables, tides, harbours and other errors": one of several things, told by none of them. */
export function listerOf(names: readonly string[]): (text: string) => boolean {
  const any = anyOf(names);
  const listed = new RegExp(`, (?:${any})s?,|, (?:${any})s?,? (?:and|or) |, (?:and|or) (?:${any})s?(?=[,.;)]|$)`, "u");
  return (text) => listed.test(text);
}

/** "Tidelog is a library that writes to SQLite": of another thing, unless its source is headed by that. */
export function definesOther({ claim: { text }, sourceTitle }: BriefClaim): boolean {
  const other = text.match(/^(\S+(?: \S+)?) (?:is|are|was|were) (?:an?|the|\p{Upper})/u)?.[1];
  return other !== undefined && !sourceTitle.toLowerCase().includes(other.toLowerCase());
}

const EACH = /^(?:all|each|every)\b/iu;

const RELATIVE = /\b(?:that|which|who|whose)\b/u;
const POSSIBLE = /\b(?:could|may|might|would)\b/;
/** "RETURNETH", "IntoFuture", "rust-lld". */
const CODED =
  /^(?:(?:EIP|ERC|PEP|RFC)[- ]\d+|[\p{Upper}\d_]{3,}|\p{Alpha}+\p{Lower}\p{Upper}\p{Alpha}*|\p{Alpha}+(?:[_-][\p{Alpha}\d]+)+)$/u;

/** Is it a sentence? "EVM frame created for a call" is a phrase, however it goes on. */
export function isSentence(text: string): boolean {
  return tag(text).some(isFiniteVerb);
}

/** "Wheels of Tide failed to install": what once happened to its author. */
export function isPast(text: string): boolean {
  const verb = tag(text).find(({ pos, text: word }) => pos === "AUX" || (pos === "VERB" && !/ing$/.test(word)));
  return (
    verb !== undefined && /(?:[^e]ed|ught|ilt)$|^(?:was|were|had|did|made|took|went|came|gave|got|led)$/.test(verb.text)
  );
}

function isFiniteVerb({ pos, text }: Tagged): boolean {
  return pos === "AUX" || (pos === "VERB" && !/(?:ed|en|ing)$|^(?:built|held|kept|made|put|sent|set|told)$/.test(text));
}

/** "Lamp's wick", "Lamps burn", "A lamp burner is"; not "The lamp room" nor "Lamp: trim it", and of no team that is called so. */
export function openerOf(names: readonly string[]): (text: string) => boolean {
  const any = anyOf([...names, ...names.map(capitalised)]);
  const opening = new RegExp(`^(?:An? )?(?:${any})s?(?:['’]s?)? (?!${BODY})\\p{Lower}`, "u");
  // "Cargo, Tide, and Rustup have been": of each of them.
  const together = new RegExp(
    `^(?:\\p{Upper}[\\p{Alpha}\\p{N}_-]*(?:, and |, | and )){1,3}(?:${any})(?:,? and \\p{Upper}[\\p{Alpha}\\p{N}_-]*)? (?!${BODY})\\p{Lower}`,
    "u",
  );
  return (text) => opening.test(text) || together.test(text);
}

/** Does a text hold one of the names, spelt so, as words? */
export function spellerOf(names: readonly string[]): (text: string) => boolean {
  const spelt = new RegExp(`(?<![\\p{Alpha}\\p{N}])(?:${anyOf(names)})(?![\\p{Alpha}\\p{N}])`, "u");
  return (text) => spelt.test(text);
}
