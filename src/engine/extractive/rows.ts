// What a list of sources shows of each: the sentence that has the thing as its subject, or that says what the document does with it.
import type { BriefClaim, BriefSource, TopicBrief } from "../../core/engine.ts";
import { anyOf } from "../../text/literal.ts";
import { finderOf, standsWhole } from "../../text/mentions.ts";
import { singularOf } from "../../text/names.ts";
import { isTimely } from "../../text/timely.ts";
import { EVERYDAY, everydayCount } from "./background.ts";
import { hasUnsettled } from "./definite.ts";
import { isAside, isHalf, pageText, purposeText, tellsPlainly } from "./fitness.ts";
import { definiteOf } from "./items.ts";
import { DWELT_ON } from "./surveyed.ts";
import { type Tagged, tag } from "./tag.ts";
import { tellerOf } from "./tells.ts";

export interface Shown {
  readonly claim: BriefClaim;
  readonly text: string;
  /** What its document does, and no statement of the thing. */
  readonly does: boolean;
}

/** Only what has the thing as its subject is sure to be about it. */
const ABOUT = 0.6;
/** The name opens the sentence, though another noun is its subject: "A lamp's wick draws oil." */
const OPENS = 0.4;
/** The name stands somewhere in it, by itself. */
const NAMED = 0.11;
/** Characters that one line of a list holds. */
const LINE = 280;

/** "between them", "his place", "wasn't the only one", "further vectors", "as expected": which, only the lines before could tell. */
const UNBOUND =
  /\bthat \p{Lu}[\p{L}\p{N}]+(?= (?:in|into|to|as|for|with|from|on)\b)|^the (?:second|third|last|next|latter|former) |\b(?:he|she|him|his|hers?)\b|\b(?:between|among|of|for|with|to|from|in|on|by|than) (?:them|these|those|it)\b|\b(?:is|was|are|were)(?:n['’]t| not) the only\b|\bfurther (?!than|to|into|on)\p{L}|\bas (?:expected|usual|intended)\b|\bmost prominent\b|\b(?:an|some) extra\b|\bin question\b|\b(?:remains|still)\b/iu;
/** "This EIP [Berths] adds a field …": its title stands before it in the list. */
const OF_ITSELF =
  /^This (?:\p{L}+ )?(?:rfc|eip|erc|pep|proposal|standard|specification) \[[^\]]*\] (?=(?:adds|adjusts|adopts|aims|allows|bans|bounds|brings|caps|changes|charges|collects|creates|decreases|defines|delays|deprecates|describes|disables|documents|enables|establishes|expands|extends|fixes|formali[sz]es|gives|implements|improves|increases|introduces(?! (?:an? )?(?:\p{L}+ )?(?:backwards?|breaking))|limits|lists|lowers|makes|modifies|moves|offers|outlines|proposes|provides|raises|reduces|removes|renames|replaces|repurposes|reserves|restricts|revises|sets|specifies|standardi[sz]es|updates) (?!(?:it|that|them|this)\b))/iu;
/** Where a proposal says in a line what it is for. */
const ABSTRACT = /^(?:\d+\.? )?(?:abstract|(?:simple )?summary|description)$/i;
const PURPOSE =
  /^(?:Add|Adjust|Allow|Change|Charge|Create|Decrease|Define|Delay|Deprecate|Disable|Enable|Extend|Increase|Introduce|Limit|Lower|Make|Modify|Move|Raise|Reduce|Remove|Rename|Replace|Require|Reserve|Revise|Set|Specify|Standardi[sz]e|Store|Update)s? \p{L}/u;

/** "Lamp: Trim the wick", "No lamps required", "Lamp by @ada", "Ada (pilot), for her work", "at the end of July": a line of a list, and not of a reader's year. */
const LABELLED =
  /^[^.:]{1,40}: [\p{Lu}@]|^No \p{L}+|(?<![\p{L}\p{N}])@\p{L}|^[^,.]{1,60}\), for |^(?:At|On|Via) [^,]{1,30}, |\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?!.{0,12}\b(?:1[89]|20)\d\d\b)/u;
/** "Lamp is Finally Bright describes it": the title of something read. */
const TITLE = /^\S+ (?:\p{Ll}+ )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Ll}/u;
/** "charge INACTIVE_ACCOUNT_WRITE_SURCHARGE": of no use to who does not know its document. */
const CONSTANTS = /\b(?!MUST)\p{Lu}+(?:_\p{Lu}+){2,}\b/u;
const DENIES = /n['’]t\b|\bnot\b/;

/** "The Rust Compiler team met" names no compiler. */
export function namerOf(aliases: readonly string[]): (text: string) => boolean {
  const finder = finderOf(aliases.map((name) => ({ name, value: name, cased: false })));
  return (text) =>
    finder.find(text).some((found) => standsWhole(text, found) && !OF_A_BODY.test(text.slice(found.end)));
}

const BODY = "(?:board|community|council|folks|group|project|team|working group)s?\\b";
const OF_A_BODY = new RegExp(`^ ${BODY}`, "u");

/** What may be shown of a source, by its path; "" is never shown. */
export function shownOf(brief: TopicBrief): ReadonlyMap<string, Shown> {
  const isOneOfThem = definiteOf(brief);
  const tells = tellerOf(brief.aliases);
  const opens = openerOf(brief.aliases);
  const names = namerOf(brief.aliases);
  const best = new Map<string, { rank: number; shown: Shown }>();
  const offer = (claim: BriefClaim, text: string | undefined, rank: number, does = false): void => {
    if (text === undefined || text.length > LINE || rank <= (best.get(claim.source)?.rank ?? 0)) return;
    // What could be so, its document only considers.
    if (!does && /\b(?:could|might|would)\b/.test(text)) return;
    // What a bracketed title names, its sentence need not.
    if (LABELLED.test(text) || CONSTANTS.test(text) || hasUnsettled(text, brief.aliases) || !names(text)) return;
    best.set(claim.source, { rank, shown: { claim, text, does } });
  };
  const speaking = new Set(
    brief.spread.filter(({ titled, count }) => titled || count >= DWELT_ON).map(({ source }) => source),
  );
  // "brew install datasette" speaks of no Datasette.
  const isSpelt = (text: string): boolean => brief.aliases.some((alias) => text.includes(alias));
  const firsts = brief.spread.flatMap(({ first }: BriefSource) => first ?? []);
  for (const one of [...brief.claims, ...firsts]) {
    const { text, place } = one.claim;
    if (one.about < NAMED || isAside(place) || isHalf(one.claim) || isLate(one)) continue;
    if (one.about >= ABOUT && !isOneOfThem(text)) offer(one, bound(pageText(text)), tells(text) ? 5 : 3);
    else if (one.about >= OPENS && opens(text) && !DENIES.test(text) && !TITLE.test(text) && isSentence(text))
      offer(one, bound(pageText(text)), 1);
    // "Contracts address storage through SLOAD": of what something does with it, in a source that comes back to it.
    else if (speaking.has(one.source) && isSpelt(text) && tellsPlainly(text) && hasPlainSubject(text, brief))
      offer(one, bound(pageText(text)), 0.5);
    if (OF_ITSELF.test(text)) offer(one, bound(pageText(text))?.replace(OF_ITSELF, ""), 4, true);
    else if (PURPOSE.test(text) && ABSTRACT.test(place.headings.at(-1) ?? ""))
      offer(one, bound(purposeText(text)), 4, true);
  }
  return new Map([...best].map(([source, { shown }]) => [source, shown]));
}

/** "Contracts address …", "RETURNETH is invalid in …": many of a thing, or what its own name tells; of "Ada" or "the fee" only the lines before tell which, and what "could" or is not so may hold there alone. */
function hasPlainSubject(text: string, { neighbours }: TopicBrief): boolean {
  if (DENIES.test(text) || POSSIBLE.test(text)) return false;
  const tokens = tag(text);
  const verb = tokens.findIndex((token, i) => i > 0 && isFiniteVerb(token));
  const subject = tokens.slice(0, verb < 0 ? 0 : verb).filter(({ pos }) => pos !== "ADV");
  const head = subject.at(-1);
  if (!head) return false;
  const named = text.slice(0, head.end);
  if (CODED.test(named) || neighbours.includes(named)) return true;
  if (EACH.test(text)) return true;
  // "Spaces is": one of that name.
  if (/^(?:is|was|has)$|[^s]s$/.test(tokens[verb]?.text ?? "")) return false;
  const plain = subject.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM|CCONJ)$/.test(pos));
  // Taggers take "Phones" for a name where it opens a sentence; there is a word "phone", and none "jame".
  const noun = head.pos === "NOUN" || everydayCount(singularOf(head.text.toLowerCase())) >= EVERYDAY;
  return plain && noun && /[^s]s$/.test(head.text);
}

const EACH = /^(?:all|each|every)\b/iu;

const POSSIBLE = /\b(?:could|may|might|would)\b/;
/** "RETURNETH", "IntoFuture", "rust-lld". */
const CODED = /^(?:[\p{Lu}\d_]{3,}|\p{L}+\p{Ll}\p{Lu}\p{L}*|\p{L}+(?:[_-][\p{L}\d]+)+)$/u;

function bound(text: string | undefined): string | undefined {
  return text === undefined || UNBOUND.test(text) ? undefined : text;
}

/** Is it a sentence? "EVM frame created for a call" is a phrase, however it goes on. */
function isSentence(text: string): boolean {
  return tag(text).some(isFiniteVerb);
}

function isFiniteVerb({ pos, text }: Tagged): boolean {
  return pos === "AUX" || (pos === "VERB" && !/(?:ed|en|ing)$|^(?:built|held|kept|made|put|sent|set|told)$/.test(text));
}

/** What was still to come is no news of its year, and how things stood on a day that nobody knows none at all. */
function isLate({ claim: { text }, published }: BriefClaim): boolean {
  return isTimely(text) && (published === undefined || /\bwill\b/.test(text));
}

/** "Lamp's wick", "Lamps burn", "A lamp burner is"; not "The lamp room" nor "Lamp: trim it", and of no team that is called so. */
function openerOf(names: readonly string[]): (text: string) => boolean {
  const opening = new RegExp(`^(?:An? )?(?:${anyOf(names)})s?(?:['’]s?)? (?!${BODY})\\p{Ll}`, "u");
  return (text) => opening.test(text);
}
