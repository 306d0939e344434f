// The first line of a page: the best of what all sources say that its thing is, else a plain sentence that tells what it is or does.
import type { BriefClaim, TopicBrief } from "../../core/engine.ts";
import type { Defining } from "../../core/note.ts";
import type { CitedClaim, CitedSentence } from "../../core/topic.ts";
import { expansionOf } from "../../text/names.ts";
import { isTimely } from "../../text/timely.ts";
import { stemsOf } from "../../text/words.ts";
import { BROUGHT, NUMBERED } from "./brought.ts";
import { hasUnsettled } from "./definite.ts";
import { isHalf, mayOpen, pageText } from "./fitness.ts";
import { definiteOf } from "./items.ts";
import { kindFromDefinition } from "./kinds.ts";
import { lengthOf } from "./standing.ts";
import { tellerOf } from "./tells.ts";
import { asSentence, putBehind } from "./worded.ts";

/** Words: "an opcode", "a new opcode". */
const BARE_SORT = 3;
/** Strength of what only stands beside a name, in a sentence about something else. */
const BESIDE = 0.5;
/** Sources. */
const WIDE = 3;
const IS_A = /^\S+(?: \S+){0,4} (?:is|are|was|were) (?:an?|the)\b/u;

/** Undefined where nothing that sources say of it may stand there. */
export function leadOf(brief: TopicBrief): CitedSentence | undefined {
  const found = definedLead(brief) ?? statementOf(brief);
  return spelledOut(found && withoutRemark(found), brief);
}

/** What a source says that the thing is, in a sentence of the page. */
function definedLead(brief: TopicBrief): CitedSentence | undefined {
  const { definedBy, definition, definitionStrength = 0, alsoDefined = [] } = brief;
  const first = definedBy && definition ? [{ by: definedBy, definition, strength: definitionStrength }] : [];
  const said = [...first, ...alsoDefined]
    .map((one) => ({ ...one, definition: notItself(one.definition, brief) }))
    .filter((one) => one.strength >= BESIDE && !repeatsNames(one.definition, brief));
  // "TIP-48 introduces berth lists, which let ships wait": itself said before what others say of it in passing.
  if (said[0] && BROUGHT.test(said[0].definition)) {
    const itself = statementOf(brief);
    if (itself) return itself;
  }
  const leads = said.flatMap((one, i) => {
    const lead = leadFrom(one, brief);
    return lead ? [{ lead, worth: worthOf(lead.text, one, brief) - i * LATER }] : [];
  });
  return leads.sort((a, b) => b.worth - a.worth)[0]?.lead;
}

/** "a price auction over lists, which ranks": on the page of the price auction over lists, only what it does. */
function notItself(definition: string, { title }: TopicBrief): string {
  const [, words = "", does] = /^an? ([^,]+), (which .+)$/u.exec(definition) ?? [];
  return does && words.toLowerCase() === title.toLowerCase() ? does : definition;
}

/** What the order of the definitions counts against what their sentences lack. */
const LATER = 0.3;
/** Words; a longer first line is hard to read. */
const LONG = 40;

function worthOf(text: string, { definition }: Defining<CitedClaim>, { aliases }: TopicBrief): number {
  return (
    (kindFromDefinition(definition) ? 0.4 : 0) +
    (/^(?:an?|the)\s/i.test(definition) ? 0.4 : 0) -
    (hasUnsettled(text, aliases) ? 1 : 0) -
    (lengthOf(text) > LONG ? 0.5 : 0) -
    (isTimely(text) ? 1 : 0)
  );
}

/** The defining sentence, or the definition put behind the name. */
function leadFrom({ by, definition, strength }: Defining<CitedClaim>, brief: TopicBrief): CitedSentence | undefined {
  const claims = [{ source: by.source, id: by.id }];
  const { text } = by.claim;
  const unspaced = /\p{sc=Han}/u.test(definition);
  if ((strength > BESIDE || unspaced) && mayOpen(text, brief.aliases) && !isNews(text))
    return { text: asSentence(text, definition), claims };
  if (unspaced) return undefined;
  // The sentence says something else beside, or leans; what it says that the thing is need not.
  for (const said of [definition, firstClause(definition)]) {
    // "an opcode": a sort and nothing more.
    const whole = lengthOf(said) > BARE_SORT && (strength === BESIDE || /^(?:an?|the)\s/i.test(said));
    const put = whole && putBehind(brief, said, by.claim.quote);
    if (put && mayOpen(put, brief.aliases) && !isTimely(put)) return { text: put, claims };
  }
  return undefined;
}

/** "ENR is the node record": of an Ethereum Node Record, nothing new. */
function repeatsNames(text: string, { aliases }: TopicBrief): boolean {
  const own = new Set(aliases.flatMap(stemsOf));
  const said = stemsOf(text);
  return said.length > 0 && said.every((stem) => own.has(stem));
}

/** "a tool for tests, but I seldom use it": up to where it turns to something else. */
function firstClause(definition: string): string {
  const first = definition.replace(TURNS, "");
  // "with two fields: the hash, and the index": no clause ends within what is listed.
  return first.includes(": ") ? definition : first;
}

const TURNS =
  /(?:;|,? (?:-|–|—|--) |[,;] (?:because|so(?! that)|though|although|where (?:I|we)|which (?:I|means|we)|while)\b|[,;] (?:and|as|but) (?:I|it|its|so|that|the|there|they|this|we|you)\b).*$/u;
/** "…, so it's useful to me": what its author makes of it. */
const REMARKS =
  /, (?:so it['’]s|so it is|so (?:I|it|they|we|you)|(?:and|but|as|because|though|although) (?:I|we|it['’]s|you))\b.*$/u;

/** A first line without what its author makes of it, where enough is left. */
function withoutRemark(lead: CitedSentence): CitedSentence {
  const text = lead.text.replace(REMARKS, ".");
  return lengthOf(text) >= SHORT_LEAD ? { ...lead, text } : lead;
}

/** Words. */
const SHORT_LEAD = 8;
/** To those who read of it later it is not new. */
const AS_NEW = /\b(?:is|are) (?:an?|the) new\b/;
/** "Paul Lenz, the director, announced": who he is, and what is told of him. */
const TOLD = /, (?:has |have )?(?:announced|asked|joined|left|reported|resigned|retired|said|stepped|told|wrote)\b/;

function isNews(text: string): boolean {
  return AS_NEW.test(text) || TOLD.test(text);
}

/** "**CPSB** (cost per state byte) is …": an acronym alone tells a stranger nothing. */
function spelledOut(lead: CitedSentence | undefined, { title, aliases }: TopicBrief): CitedSentence | undefined {
  // "OSPP is a program", on the page of the Open Source Promotion Plan.
  const [the = ""] = lead?.text.match(/^(?:the |an? )?/iu) ?? [];
  const short = aliases.find((alias) => lead?.text.startsWith(`${the}${alias} `) && expansionOf(alias, [title]));
  if (lead && short) {
    const end = the.length + short.length;
    return { ...lead, text: `${lead.text.slice(0, end)} (${title})${lead.text.slice(end)}` };
  }
  const inFull = expansionOf(title, aliases);
  // "LLM is a library": not Large Language Models.
  if (lead && inFull && /s$/.test(inFull) && !/s$/i.test(title) && /^\S+ is an? /.test(lead.text)) return lead;
  if (!lead || !inFull || lead.text.toLowerCase().includes(inFull.toLowerCase())) return lead;
  const at = lead.text.search(new RegExp(`(?<![\\p{Alpha}\\p{N}])${title}(?![\\p{Alpha}\\p{N}(]| \\()`, "u"));
  if (at < 0) return lead;
  const end = at + title.length;
  return { ...lead, text: `${lead.text.slice(0, end)} (${inFull})${lead.text.slice(end)}` };
}

/** The plainest sentence that opens with the name and goes on with what it is or does. */
function statementOf(brief: TopicBrief): CitedSentence | undefined {
  // What a person did last year does not say who they are.
  if (brief.kind === "person") return undefined;
  const tells = tellerOf(brief.aliases);
  const isOneOfThem = definiteOf(brief);
  // Of a document, what it brought is what it is, whoever tells so.
  const brings = (text: string) => NUMBERED.test(brief.title) && BRINGS.test(text) && text.startsWith(brief.title);
  // What many speak of does a great many things: what one of them mentions is no word on what it is.
  const speaking = new Set(
    brief.spread.filter((one) => brief.spread.length < WIDE || one.titled).map(({ source }) => source),
  );
  const plain = brief.claims
    .filter(
      (one) =>
        (tells(one.claim.text) || brings(one.claim.text)) &&
        !isOneOfThem(one.claim.text) &&
        !repeatsNames(one.claim.text, brief) &&
        !isHalf(one.claim) &&
        (speaking.has(one.source) || IS_A.test(one.claim.text) || brings(one.claim.text)) &&
        pageText(one.claim.text, brief.aliases) !== undefined,
    )
    .sort((a, b) => Number(brings(b.claim.text)) - Number(brings(a.claim.text)) || plainness(b) - plainness(a))[0];
  return plain && { text: plain.claim.text, claims: [{ source: plain.source, id: plain.id }] };
}

const BRINGS =
  /^\S+(?: \d+)? (?:addresse[sd]|bans|banned|caps|capped|introduce[sd]|limits|limited|proposed|proposes|raised|raises|reduced|reduces|removed|removes|standardi[sz]e[sd]) (?!(?:that|the same|these|this|those)\b)/u;

/** Shorter reads better as a first line, down to what says too little; what a thing is comes before what it is made of or brings along. */
function plainness({ about, claim: { text } }: BriefClaim): number {
  const form = IS_A.test(text) ? FORM : PARTS.test(text) ? -FORM : 0;
  return about + form - Math.abs(lengthOf(text) - 18) / 30;
}

const FORM = 0.3;
const PARTS = /^\P{Lu}*\S+(?: \S+){0,4} (?:consist|contain|hold|introduce)s?\b/u;
