// What a sentence says of a thing that is its whole subject: nothing, a rule of one document, a wish, a change, or a fact.
import { GENERIC_NOUNS } from "../../../text/generic.ts";
import { finderOf, isPiece } from "../../../text/mentions.ts";
import { ready } from "../../../text/ready.ts";
import { isWholeSubject } from "./fitness.ts";

/** Gives what stands behind one of `names`; undefined where none of them is the whole subject: "Python dependencies failed", "In Rust, lists are". */
export function predicatesOf(names: readonly string[]): (text: string) => string | undefined {
  const finder = finderOf(names.map((name) => ({ name, value: name, cased: false })));
  return (text) => {
    // A referent that code put in is the subject itself, a time in front takes nothing away.
    const plain = text
      .replace(/^\[([^\]]+)\]/u, "$1")
      .replace(WHEN, "")
      .replace(WHICH, "")
      .replace(BESIDE, "$1");
    // "O*NET" is no run of words.
    const opening = names.find((name) => plain.startsWith(`${name} `));
    const found = opening ? { start: 0, end: opening.length } : finder.find(plain).find((one) => !isPiece(plain, one));
    const behind = found && plain.slice(found.end);
    if (!behind) return undefined;
    if (MADE.test(plain.slice(0, found.start)) && /^(?:[.,;]| (?:and|as|at|for|in|on|to|with)\b)/u.test(behind))
      return ` was created${behind}`;
    return isWholeSubject(plain, found) || (found.start === 0 && VERSION.test(behind)) ? behind : undefined;
  };
}

/** "In March 1989, ", "From 1991 to 1994 ": with a year, so that "In Rust, " stays. */
const WHEN =
  /^(?:(?:after|around|as of|at|before|between|by|during|from|in|on|since|until) (?:[^,.;]{0,24} )?[12]?\d{3}s?\b(?: (?:and|to) \d{4})?,? )(?=\S)/iu;

/** "Ada Quill designed the ", before the thing. */
const MADE =
  /^\p{Upper}[\p{Alpha}.'’-]*(?: (?:(?:and|de|of|van) )?\p{Upper}[\p{Alpha}.'’-]*)* (?:first |originally )?(?:built|coined|created|described|designed|developed|founded|introduced|invented|launched|proposed|published|released|wrote) (?:the |an? )?["“]?$/u;

/** "The first lens was lit", "No memex was built": of the thing, as "New lenses" are not. */
const WHICH = /^(?:the (?:first|last|original|earliest|oldest|largest)|no|most|many|some|few|any) (?=\S)/iu;

/** "Tide, the system that she pursued since 1960, was": what stands between commas is said beside; "being so" takes from what follows. */
const BESIDE = /^([^,;:()]{1,60}), (?!(?:being|having|he|I|in|it|she|they|we)\b)[^,;:()]{3,90},(?= (?!and\b|or\b))/u;

/** "block responses MUST set …": a rule of the document that it stands in. */
export function isRule(text: string): boolean {
  return /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|NOT)\b/.test(text);
}

/** "must deliver on its promise", "needs to be able to": what somebody asks of it. */
export function isAsked(predicate: string): boolean {
  return /^(?: \p{Alpha}+ly| also| still| first)? (?:must|needs? to|has to|have to|ought to|deserves?|may \p{Alpha}+|(?:can|may|might) (?:feel|look|seem|sound)|(?:can['’]t|cannot) be everything|strives? to|continues? to)\b/u.test(
    predicate,
  );
}

/** "previously relied on": and now? "is not bothering": nor on another day? */
export function isUndatedPast(predicate: string): boolean {
  if (/^ (?:is|are)(?:n['’]t| not) \p{Alpha}+ing\b/u.test(predicate)) return true;
  return /^(?: \p{Alpha}+)? (?:previously|formerly)\b/u.test(predicate) && !/\b(?:but|now|until)\b/u.test(predicate);
}

/** "generates `(r, R)`", "is `R`", "in block N-1": letters that only its document gives a meaning. */
export function hasLetters(text: string): boolean {
  if (/\(\p{Alpha}{1,3}, ?\p{Alpha}{1,3}\)|(?<![\p{Alpha}\p{N}-])[iknNtT] ?[-+−] ?[12](?!\d)/u.test(text)) return true;
  return /(?<![\p{Alpha}\p{N}_.'’`+/#-])(?!(?:a|A|I|C|R|X|K|V|Q)(?![\p{Alpha}(]))\p{Alpha}(?![\p{Alpha}\p{N}_'’+/#-]|\.\S)(?=[,;)]|\.?$| (?:and|is|are|of|to|from|or)\b)/u.test(
    text,
  );
}

/** "manages that process", "but that does not include", "(see there)", "then use it": of what stands beside it in its source. */
export function isPointing(text: string): boolean {
  // "the OPCODE": which one, its document says.
  const shouted = /\bthe (\p{Upper}{4,})(?= (?:has|is|takes|was)\b|[.,;)])/u.exec(text)?.[1]?.toLowerCase();
  if (shouted && (GENERIC_NOUNS.has(shouted) || /^(?:contract|instruction|opcode|precompile)$/.test(shouted)))
    return true;
  return /\(see\b|\bother (?:cases|features|issues|problems|things|uses)\b(?!.*\bthan\b)|\bthen (?:click|open|run|type|use)\b|\b(?:and|because|but|so) that(?:['’]s| (?:can|did|does|do|has|is|was|will))\b|\b(?!(?:is|says|means|shows|was|ensures|requires)\b)\p{Alpha}+s that (?:approach|behaviou?r|case|change|code|feature|goal|idea|issue|method|option|problem|process|question|step|task|tool|way|work)(?=[ ,.;](?!(?:is|are|was|has|can|will)\b))/u.test(
    text,
  );
}

/** "can offer more plugins": than what? */
function lacksThan(text: string): boolean {
  return (
    /\b(?:allow|bring|give|have|has|need|offer|provide|support)s? (?:\p{Alpha}+ )?(?:better|fewer|less|more) (?!or\b|of\b)\p{Alpha}/u.test(
      text,
    ) && !/\b(?:than|compared)\b/u.test(text)
  );
}

/** "is supported in", "does not support": what works today. */
export function isToday(text: string): boolean {
  return /\b(?:is|are) (?:not )?supported\b|\bdo(?:es)?(?:n['’]t| not) support\b/u.test(text);
}

/** "similar in some aspects, but different in others": true of anything. */
export function isEmpty(text: string): boolean {
  return ready(EMPTY).test(text) || lacksThan(text);
}

const EMPTY =
  /\bin (?:certain|different|many|several|some|various) (?:aspects|respects|ways)\b|\b(?:but|and) (?:different|others|not) in others\b|\b(?:a (?:large |small )?number|lots|a variety) of (?:different |small |big |new )?(?:changes|things|ways|improvements)\b|\b(?:there are|has|have) (?:a few|some|many|several|various|a number of) (?:aspects|cases|places|reasons|respects|things|ways)\b|\bis (?:a )?(?:great|huge|massive|powerful|awesome|amazing|wonderful|fantastic)\b|\ba (?:great|good|perfect|natural) (?:fit|match|place|choice|way)\b|\bunique (?:value|selling)\b|\b(?:fair|good|great|nice|right) balance\b|\bcan do (?:a lot|much|many things)\b|\b(?:is|are) not perfect\b/iu;

/** "Parameters", "`wallet_addChain`": what stands under it holds of that alone. */
export function isFramed(headings: readonly string[], names: readonly string[]): boolean {
  const last = headings.at(-1) ?? "";
  if (/\b(?:arguments?|parameters?|return(?:s| values?)|fields?|options)$/iu.test(last)) return true;
  const code =
    /^`?(\p{Alpha}[\p{Alpha}\p{N}]*(?:_[\p{Alpha}\p{N}_]+|\p{Lower}\p{Upper}[\p{Alpha}\p{N}]*))`?(?:\(.*\))?$/u.exec(
      last,
    )?.[1];
  return code !== undefined && !names.some((name) => name.toLowerCase() === code.toLowerCase());
}

const PARTICIPLES =
  "accepted|acquired|added|adopted|announced|appointed|approved|archived|arrived|banned|become|been (?:accepted|added|adopted|approved|archived|deprecated|discontinued|dropped|extended|fixed|formed|introduced|launched|merged|moved|published|released|removed|renamed|replaced|retired|rewritten|shipped|split|stabili[sz]ed|superseded|updated|upgraded)|begun|changed|chosen|closed|completed|created|decided|dropped|elected(?! an? )|ended|expanded|extended|fixed|formed|founded|gained|grown|hired|implemented|improved|increased|introduced|joined|landed|launched|left|lost|merged|migrated|moved|opened|passed|published|reached|reduced|released|removed|renamed|replaced|reported|resigned|retired|rewritten|selected|shipped|split|stabili[sz]ed|started|stepped|stopped|superseded|switched|taken over|turned|updated|upgraded|won";
const PASSIVE =
  "accepted|acquired|added|adopted|announced|appointed|approved|archived|banned|built|chosen|closed|created|deprecated|designed|discontinued|dropped|elected|established|extended|fixed|formed|founded|hired|introduced|invented|launched|merged|moved|opened|published|reduced|released|removed|renamed|replaced|retired|rewritten|selected|shipped|split|stabili[sz]ed|started|superseded|updated|upgraded|written";
const GOING =
  "adding|adopting|becoming|changing|closing|dropping|ending|establishing|expanding|extending|forming|gaining|introducing|joining|launching|leaving|migrating|moving|opening|participating|raising|reducing|releasing|removing|renaming|replacing|retiring|rewriting|stabili[sz]ing|starting|stepping|switching|upgrading";
const PASTS =
  "acquired|added|adopted|announced|appointed|approved|became|began|chose|closed|created|decided|died|dropped|elected|ended|fixed|founded|gained|hired|introduced|invented|joined|landed|launched|left|lost|merged|moved|opened|published|reached|released|removed|renamed|replaced|resigned|retired|shipped|started|stepped|stopped|switched|took|upgraded|was born|won|wrote";
const ADVERBS = "(?: (?:also|already|finally|first|formally|just|now|officially|originally|since|then|\\p{Alpha}+ly))*";
const CHANGE = new RegExp(
  `^(?: \\([^()]*\\))?(?:${ADVERBS} (?:has|have|had)${ADVERBS} (?:${PARTICIPLES})|${ADVERBS} (?:was|were)${ADVERBS} (?:${PASSIVE})|${ADVERBS} (?:is|are)${ADVERBS} (?:being ${PASSIVE.replaceAll("|", "|being ")}|${GOING})|${ADVERBS} (?:${PASTS})|.{0,30}\\bno longer| (?:is|are|has|have|can|will) now| now \\p{Alpha}+)\\b`,
  "iu",
);
/** "Rust 1.54 supports", behind "Rust": news of that version. */
const VERSION =
  /^ v?\d+\.\d+(?:\.\d+)?,? (?:also )?(?:adds?|allows?|brings?|enables?|fixes|improves?|includes?|introduces?|now|removes?|ships?|stabili[sz]es|supports?)\b/u;
/** "will be held in May", "will join from 2024 on" */
const AHEAD =
  /^ will\b.*\b(?:by|from|in|on|until) (?:(?:late |early |mid-|the (?:end|beginning|summer|spring|autumn|fall|winter) of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|version \d)/u;

/** "is being replaced", "has joined": under way or done when it was written. */
export function isUnderWay(predicate: string): boolean {
  return (
    isChange(predicate) &&
    !/^(?: \([^()]*\))?(?: \p{Alpha}+ly| also| then)* (?!has|have|is|are)\p{Alpha}+/u.test(predicate)
  );
}

/** Does it tell of an event, or of something that became otherwise? English only. */
export function isChange(predicate: string): boolean {
  return ready(CHANGE).test(predicate) || VERSION.test(predicate) || AHEAD.test(predicate);
}
