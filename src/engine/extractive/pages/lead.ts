// The first line of a page: of all that sources say of its thing the sentence that a reader would most likely find a good one.
import type { TopicBrief } from "../../../core/engine.ts";
import type { Claim, Defining, Mention } from "../../../core/note.ts";
import type { CitedClaim, CitedSentence } from "../../../core/topic.ts";
import { isSpaceless } from "../../../text/spaceless.ts";
import { isTimely } from "../../../text/timely.ts";
import { stemsOf } from "../../../text/words.ts";
import { NUMBERED } from "../definitions/brought.ts";
import { saysNothing } from "../definitions/says-nothing.ts";
import { tellerOf } from "../definitions/tells.ts";
import { asSentence, putBehind } from "../definitions/worded.ts";
import { isHalf, mayOpen, pageText } from "../sentences/fitness.ts";
import { hasLetters, predicatesOf } from "../sentences/predicate.ts";
import { lengthOf } from "../sentences/standing.ts";
import { definiteOf } from "./items.ts";
import { counted, spelledOut } from "./line-name.ts";
import type { Line } from "./signs.ts";
import { lineOn, type Opening, oddsOf } from "./verdict.ts";

/** Words: "an opcode", "a new opcode". */
const BARE_SORT = 3;
/** Strength of what only stands beside a name, in a sentence about something else. */
const BESIDE = 0.5;

/** Undefined where nothing that sources say of it may stand there. */
export function leadOf(brief: TopicBrief): CitedSentence | undefined {
  return bestOpening(brief)?.sentence;
}

/** 0 to 1: how likely a reader finds what one source says of a thing a good first line of its page; undefined where it would open none. */
export function promiseOf(mention: Mention, source: string, claims: ReadonlyMap<string, Claim>): number | undefined {
  const { definedBy, definition, definitionStrength, alsoDefined = [], subjectOf, inTitle, count } = mention;
  if (mention.minor || (definedBy === undefined && subjectOf.length === 0)) return undefined;
  const cited = (id: string): CitedClaim[] => {
    const claim = claims.get(id);
    return claim ? [{ source, id, claim }] : [];
  };
  const briefed = (id: string) => cited(id).map((one) => ({ ...one, sourceTitle: "", about: 1 }));
  const [by] = definedBy === undefined ? [] : cited(definedBy);
  const [first] = mention.claims.slice(0, 1).flatMap(briefed);
  return bestOpening({
    title: mention.name,
    type: mention.type,
    ...(mention.kind ? { kind: mention.kind } : {}),
    aliases: [mention.name, ...mention.forms],
    ...(by && definition ? { definedBy: by, definition, definitionStrength: definitionStrength ?? BESIDE } : {}),
    alsoDefined: alsoDefined.flatMap((one) => cited(one.by).map((at) => ({ ...one, by: at }))),
    claims: subjectOf.flatMap(briefed),
    spread: [{ source, titled: inTitle, count, ...(first ? { first } : {}) }],
    neighbours: [],
    rules: "",
  })?.odds;
}

function bestOpening(brief: TopicBrief): (Opening & { readonly odds: number }) | undefined {
  const likely = openingsOf(brief).flatMap((one) => {
    const line = lineOn(brief, one);
    // In a language that nobody's verdicts were learnt from, by its form.
    const odds = oddsOf(line) ?? Math.max(one.strength, one.tells ? BESIDE : 0);
    return odds >= leastFor(line) ? [{ ...one, odds }] : [];
  });
  return likely.sort((a, b) => b.odds - a.odds)[0];
}

/** The odds that a line needs: more where others tell of a document or a release, or many name the thing, which is mostly one detail of it; hardly any where who writes on a thing that others name too tells what it does, which is right if dull. */
function leastFor({ title, strength, tells, ownTitled, sources }: Line): number {
  if (strength < SAID && (NUMBERED.test(title) || RELEASE.test(title))) return SURE;
  if (ownTitled && tells && sources > 1) return POOR;
  return sources >= WIDE ? FAIR : LIKELY;
}

/** Sources. */
const WIDE = 5;

/** "Tide 3.1" */
const RELEASE = / v?\d+(?:\.\d+)*$/u;

/** Strength from which on it is more than beside the name. */
const SAID = 0.75;
const POOR = 0.08;
const LIKELY = 0.31;
const FAIR = 0.42;
const SURE = 0.7;

/** Definitions before other sentences. */
function openingsOf(brief: TopicBrief): Opening[] {
  const seen = new Set<string>();
  return [...definitionsOf(brief), ...statementsOf(brief)]
    .map((one): Opening => ({ ...one, sentence: spelledOut(counted(withoutRemark(one.sentence), brief), brief) }))
    .filter(({ sentence: { text } }) => {
      const isNothing = saysNothing(text, brief.title) || NOT_YET.test(text) || hasLetters(text);
      return !isNothing && !seen.has(text) && seen.add(text);
    });
}

/** What sources say that the thing is, each as a sentence of the page. */
function definitionsOf(brief: TopicBrief): Opening[] {
  const { definedBy, definition, definitionStrength = 0, alsoDefined = [] } = brief;
  const first = definedBy && definition ? [{ by: definedBy, definition, strength: definitionStrength }] : [];
  return [...first, ...alsoDefined].flatMap((one): Opening[] => {
    const said = { ...one, definition: notItself(one.definition, brief) };
    if (said.strength < BESIDE || IN_FULL.test(said.definition) || repeatsNames(said.definition, brief)) return [];
    if (isCut(said.definition, said.by.claim.quote)) return [];
    const { by, strength } = said;
    const claims = [{ source: by.source, id: by.id }];
    return leadsFrom(said, brief).map((text) => ({
      sentence: { text, claims },
      claim: by.claim,
      strength,
      tells: false,
    }));
  });
}

/** "a price auction over lists, which ranks": on the page of the price auction over lists, only what it does. */
function notItself(definition: string, { title }: TopicBrief): string {
  const [, words = "", does] = /^an? ([^,]+), (which .+)$/u.exec(definition) ?? [];
  return does && words.toLowerCase() === title.toLowerCase() ? does : definition;
}

/** The defining sentence; the definition put behind the name; and what of it stands before it turns to something else. */
function leadsFrom({ by, definition, strength }: Defining<CitedClaim>, brief: TopicBrief): string[] {
  const { text, quote } = by.claim;
  const unspaced = /\p{sc=Han}/u.test(definition);
  const own = definition.replace(OF_OTHERS, "");
  const isWhole =
    (strength > BESIDE || unspaced) && mayOpen(text, brief.aliases) && !isNews(text) && own === definition;
  const whole = isWhole ? [asSentence(text, definition)] : [];
  if (unspaced) return whole;
  // The sentence says something else beside, or leans; what it says that the thing is need not.
  const parts = [own, firstClause(own)].flatMap((said) => {
    // "an opcode": a sort and nothing more.
    if (lengthOf(said) <= BARE_SORT || !(strength === BESIDE || /^(?:an?|the)\s/i.test(said))) return [];
    if (isWhole && text.replace(/\.$/, "").endsWith(said)) return [];
    const put = putBehind(brief, said, quote);
    return mayOpen(put, brief.aliases) && !isTimely(put) ? [put] : [];
  });
  return [...whole, ...parts];
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

/** "a designer; Ada Quill is a teacher": who else is what. */
const OF_OTHERS = /(?:[;,]|[;,]? (?:and|while|whereas)|, where) (?:\p{Upper}[\w.'’-]* ){1,3}(?:is|are|was|were)\b.*$/u;
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

/** "was planned to be held in May": the next sentence may tell that it was not. */
const NOT_YET =
  /\bwill (?:be held|happen|start|take place)\b|\b(?:that|which|who) would\b|\b(?:is|are|was|were) (?:going|meant|planned|scheduled|supposed) to (?:be|come|go|happen|move|start|take)\b/;

function isNews(text: string): boolean {
  return AS_NEW.test(text) || TOLD.test(text);
}

/** "the director at the U.S": a point ends no sentence there. */
function isCut(definition: string, quote: string): boolean {
  const end = quote.indexOf(definition) + definition.length;
  return /\b\p{Upper}$/u.test(definition) && /^\.(?:\p{Upper}\.| \p{Upper})/u.test(quote.slice(end));
}

/** Its letters spelt out say nothing of what it is, and of a document that others name its title is not enough for a page. */
const IN_FULL = /^(?:stands for|is short for|is titled)\b/;

/** Sentences whose whole subject it is, those most about it first. */
function statementsOf(brief: TopicBrief): Opening[] {
  const tells = tellerOf(brief.aliases);
  const predicateOf = predicatesOf(brief.aliases);
  const isOneOfThem = definiteOf(brief);
  // Of a document, what it brought is what it is, whoever tells so.
  const brings = (text: string) => NUMBERED.test(brief.title) && BRINGS.test(text) && text.startsWith(brief.title);
  return brief.claims
    .filter((one) => !isHalf(one.claim))
    .flatMap(({ source, id, claim }): Opening[] => {
      const text = pageText(claim.text, brief.aliases);
      // "[The Project] is a paid internship": code found who "It" is, and may be wrong.
      if (text === undefined || text.startsWith("[") || isOneOfThem(text) || repeatsNames(text, brief)) return [];
      const telling = tells(text) || brings(text);
      if (!telling && (isSpaceless(text) || predicateOf(text) === undefined)) return [];
      return [{ sentence: { text, claims: [{ source, id }] }, claim, strength: 0, tells: telling }];
    })
    .slice(0, MOST_STATEMENTS);
}

/** That are looked at: of what many speak of, more would hardly say it better. */
const MOST_STATEMENTS = 12;

const BRINGS =
  /^\S+(?: \d+)? (?:addresse[sd]|bans|banned|caps|capped|introduce[sd]|limits|limited|proposed|proposes|raised|raises|reduced|reduces|removed|removes|standardi[sz]e[sd]) (?!(?:that|the same|these|this|those)\b)/u;
