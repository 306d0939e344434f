// What a list of sources shows of each: the sentence that has the thing as its subject, or that says what the document does with it.
import type { BriefClaim, BriefSource, TopicBrief } from "../../core/engine.ts";
import type { Claim } from "../../core/note.ts";
import { capitalised } from "../../text/connectives.ts";
import { anyOf, literal } from "../../text/literal.ts";
import { finderOf, standsWhole } from "../../text/mentions.ts";
import { singularOf } from "../../text/names.ts";
import { isTimely } from "../../text/timely.ts";
import { stemsOf } from "../../text/words.ts";
import { EVERYDAY, everydayCount } from "./background.ts";
import { isAside, isHalf, pageText, purposeText, tellsPlainly } from "./fitness.ts";
import { howLine } from "./how-line.ts";
import { definiteOf } from "./items.ts";
import { linerOf } from "./line-fit.ts";
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
/** "This EIP [Berths] adds a field …": its title stands before it in the list. */
const OF_ITSELF =
  /^This (?:\p{L}+ )?(?:rfc|eip|erc|pep|proposal|standard|specification) \[[^\]]*\] (?=(?:adds|adjusts|adopts|aims|allows|bans|bounds|brings|caps|changes|charges|collects|creates|decreases|defines|delays|deprecates|describes|disables|documents|enables|establishes|expands|extends|fixes|formali[sz]es|gives|implements|improves|increases|introduces(?! (?:an? )?(?:\p{L}+ )?(?:backwards?|breaking))|limits|lists|lowers|makes|modifies|moves|offers|outlines|proposes|provides|raises|reduces|removes|renames|replaces|repurposes|reserves|restricts|revises|sets|specifies|standardi[sz]es|updates) (?!(?:it|that|them|this)\b))/iu;
/** Where a proposal says in a line what it is for. */
const ABSTRACT = /^(?:\d+\.? )?(?:abstract|(?:simple )?summary|description)$/i;
const PURPOSE =
  /^(?:Add|Adjust|Allow|Change|Charge|Create|Decrease|Define|Delay|Deprecate|Disable|Enable|Extend|Increase|Introduce|Limit|Lower|Make|Modify|Move|Raise|Reduce|Remove|Rename|Replace|Require|Reserve|Revise|Set|Specify|Standardi[sz]e|Store|Update)s? \p{L}/u;

/** "Lamp is Finally Bright describes it": the title of something read. */
const TITLE = /^\S+ (?:\p{Ll}+ )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Ll}/u;
/** "Adding a berth to …", "Adds a berth to …". */
const ACTS =
  /^(Add|Adjust|Allow|Extend|Increase|Introduce|Limit|Raise|Reduce|Remove|Rename|Replac|Chang|Reduc|Increas|Remov|Introduc|Creat)(?:ing|s) (?=\p{L})/u;
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
  const names = namerOf(brief.aliases);
  const spelt = (text: string): boolean => brief.aliases.some((alias) => hasWord(text, alias));
  const best = new Map<string, { rank: number; shown: Shown }>();
  const rankedIn = rankerOf(brief);
  const lineOf = linerOf(brief);
  const spoken = brief.spread.flatMap(({ first, says = [] }: BriefSource) => [...(first ? [first] : []), ...says]);
  const seen = new Set<Claim>();
  for (const claim of [...brief.claims, ...spoken]) {
    if (seen.has(claim.claim)) continue;
    seen.add(claim.claim);
    for (const { text: said, rank, does = false, how = false } of rankedIn(claim)) {
      if (rank <= (best.get(claim.source)?.rank ?? 0)) continue;
      const text = lineOf(said);
      // What could be so, its document only considers; and what a bracketed title names, its sentence need not.
      if (text === undefined || (!does && /\b(?:could|might|would)\b/.test(text)) || !(how ? spelt : names)(text))
        continue;
      best.set(claim.source, { rank, shown: { claim, text, does } });
    }
  }
  for (const { source, described } of brief.spread) {
    if (!described || (best.get(source)?.rank ?? 0) >= DESCRIBED) continue;
    const { text: said, by } = described;
    const fit =
      isFirstPerson(said) || repeatsTitle(said, by.sourceTitle) ? undefined : closed(said.replace(THIS_ONE, ""));
    const text = lineOf(fit);
    if (text !== undefined && names(text))
      best.set(source, { rank: DESCRIBED, shown: { claim: described.by, text, does: true } });
  }
  return new Map([...best].map(([source, { shown }]) => [source, shown]));
}

/** What a source says of itself is shorter than its sentences and made for those who do not know it. */
const DESCRIBED = 4.5;

/** Stems that the title lacks. */
const NEWS = 2;

/** "This proposal adds berths": which one, its title says before it. */
const THIS_ONE = /^This (?:\p{L}+ )?(?:rfc|eip|erc|pep|proposal|standard|specification) (?=\p{Ll}+s )/iu;

function closed(text: string): string {
  return /[.!?…]["”’)]*$/u.test(text) ? text : `${text}.`;
}

function repeatsTitle(text: string, title: string): boolean {
  const titled = new Set(stemsOf(title));
  return stemsOf(text).filter((stem) => !titled.has(stem)).length < NEWS;
}

function isFirstPerson(text: string): boolean {
  return /\b(?:I|my|we|our|us|you|your)\b|[?!]$/iu.test(text);
}

interface Ranked {
  readonly text: string | undefined;
  /** Higher is better. */
  readonly rank: number;
  readonly does?: boolean;
  /** It is its author's word on what a note shows: "for a Tide project". */
  readonly how?: boolean;
}

/** As what a claim may stand in a list: what says what the thing is or does, what its document does, what something does with it. */
function rankerOf(brief: TopicBrief): (one: BriefClaim) => Ranked[] {
  const isOneOfThem = definiteOf(brief);
  const tells = tellerOf(brief.aliases);
  const opens = openerOf(brief.aliases);
  const speaking = new Set(
    brief.spread.filter(({ titled: is, count }) => is || count >= DWELT_ON).map(({ source }) => source),
  );
  const fronts = fronterOf(brief.aliases);
  const person = brief.kind === "person";
  // "brew install datasette" speaks of no Datasette.
  const isSpelt = (text: string): boolean => brief.aliases.some((alias) => text.includes(alias));
  return (one) => {
    const { text, place } = one.claim;
    const how = howLine(one.claim);
    if (how !== undefined && speaking.has(one.source) && !isAside(place))
      return [{ text: how, rank: 2, does: true, how: true }];
    if (isAside(place) || isHalf(one.claim) || isLate(one)) return [];
    const out: Ranked[] = [];
    if (OF_ITSELF.test(text)) out.push({ text: pageText(text)?.replace(OF_ITSELF, ""), rank: 4, does: true });
    else if (ABSTRACT.test(place.headings.at(-1) ?? "")) {
      const purpose = purposeOf(text);
      if (purpose !== undefined) out.push({ text: purpose, rank: 4, does: true });
    }
    if (one.about < NAMED) return out;
    if (one.about >= ABOUT && !isOneOfThem(text)) out.push({ text: pageText(text), rank: tells(text) ? 5 : 3 });
    else if (
      one.about >= OPENS &&
      opens(text) &&
      !DENIES.test(text) &&
      !TITLE.test(text) &&
      isSentence(text) &&
      !isPast(text)
    )
      out.push({ text: pageText(text), rank: 1 });
    // "Contracts address storage through SLOAD": of what something does with it, in a source that comes back to it.
    else if (
      (person || speaking.has(one.source)) &&
      isSpelt(text) &&
      tellsPlainly(text) &&
      !definesOther(one) &&
      (fronts(text) || hasPlainSubject(text, brief))
    )
      out.push({ text: pageText(text), rank: 0.5 });
    return out;
  };
}

/** What a document is there for, in the words that it begins with: "Adding a berth …" as "Adds a berth …". */
function purposeOf(text: string): string | undefined {
  if (PURPOSE.test(text)) {
    const fit = purposeText(text);
    if (fit !== undefined) return fit;
  }
  const acts = text.match(ACTS);
  if (!acts) return undefined;
  const [said = "", stem = ""] = acts;
  // "Allowing transfers invites others": it is the subject.
  if (said.includes("ing ") && isSentence(text.split(/[,;]| (?:that|which|who)\b/u)[0] ?? "")) return undefined;
  const verb = /(?:c|g|s|v|t)$/.test(stem) ? `${stem}e` : stem;
  const rest = text.slice(said.length);
  return purposeText(`${verb} ${rest}`) === undefined ? undefined : `${verb}s ${rest}`;
}

/** "Contracts address …", "RETURNETH is invalid in …": many of a thing, or what its own name tells; of "Ada" or "the fee" only the lines before tell which, and what "could" or is not so may hold there alone. */
function hasPlainSubject(text: string, { aliases, neighbours }: TopicBrief): boolean {
  if (DENIES.test(text) || POSSIBLE.test(text)) return false;
  const tokens = tag(text);
  const verb = tokens.findIndex((token, i) => i > 0 && isFiniteVerb(token));
  const subject = tokens.slice(0, verb < 0 ? 0 : verb).filter(({ pos }) => pos !== "ADV");
  const head = subject.at(-1);
  if (!head) return false;
  const named = text.slice(0, head.end);
  if (CODED.test(text.split(" ", 1)[0] ?? "")) return true;
  // "The Tide extension for ferries": by the thing's own name one knows which.
  if (/^the /i.test(named) && aliases.some((name) => hasWord(named, name))) return true;
  if (CODED.test(named) || neighbours.includes(named)) return true;
  if (EACH.test(text)) return true;
  // "The encoding of a record is a list": which one it says itself.
  if (/^(?:the \p{L}+ (?:\p{L}+ )?of an? |an? )/iu.test(named)) return true;
  // "Spaces is": one of that name.
  if (/^(?:is|was|has)$|[^s]s$/.test(tokens[verb]?.text ?? "")) return false;
  const plain = subject.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM|CCONJ)$/.test(pos));
  // Taggers take "Phones" for a name where it opens a sentence; there is a word "phone", and none "jame".
  const noun = head.pos === "NOUN" || everydayCount(singularOf(head.text.toLowerCase())) >= EVERYDAY;
  return plain && noun && /[^s]s$/.test(head.text);
}

/** "In Tide, berths are counted twice": what holds there, of whatever. */
function fronterOf(names: readonly string[]): (text: string) => boolean {
  const fronting = new RegExp(
    `^(?:For|In|On|Under|With) (?:the |all |an? )?(?:${anyOf(names)})s?(?: \\([^()]*\\))?(?: and [^,]{2,30})?, (?!I\\b|we\\b|you\\b)`,
    "u",
  );
  return (text) => fronting.test(text) && !DENIES.test(text) && !POSSIBLE.test(text);
}

/** "Tidelog is a library that writes to SQLite": of another thing, unless its source is headed by that. */
function definesOther({ claim: { text }, sourceTitle }: BriefClaim): boolean {
  const other = text.match(/^(\S+(?: \S+)?) (?:is|are|was|were) (?:an?|the|\p{Lu})/u)?.[1];
  return other !== undefined && !sourceTitle.toLowerCase().includes(other.toLowerCase());
}

const EACH = /^(?:all|each|every)\b/iu;

const POSSIBLE = /\b(?:could|may|might|would)\b/;
/** "RETURNETH", "IntoFuture", "rust-lld". */
const CODED = /^(?:(?:EIP|ERC|PEP|RFC)[- ]\d+|[\p{Lu}\d_]{3,}|\p{L}+\p{Ll}\p{Lu}\p{L}*|\p{L}+(?:[_-][\p{L}\d]+)+)$/u;

/** Is it a sentence? "EVM frame created for a call" is a phrase, however it goes on. */
function isSentence(text: string): boolean {
  return tag(text).some(isFiniteVerb);
}

/** "Wheels of Tide failed to install": what once happened to its author. */
function isPast(text: string): boolean {
  const verb = tag(text).find(({ pos, text: word }) => pos === "AUX" || (pos === "VERB" && !/ing$/.test(word)));
  return (
    verb !== undefined && /(?:[^e]ed|ught|ilt)$|^(?:was|were|had|did|made|took|went|came|gave|got|led)$/.test(verb.text)
  );
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
  const opening = new RegExp(
    `^(?:An? )?(?:${anyOf([...names, ...names.map(capitalised)])})s?(?:['’]s?)? (?!${BODY})\\p{Ll}`,
    "u",
  );
  return (text) => opening.test(text);
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`, "u").test(text);
}
