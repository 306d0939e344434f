// A topic page without a model: the claim that says what the thing is, then claims grouped by what they share.
import type { BriefClaim, TopicBrief, TopicDraft, TopicSection } from "../../core/engine.ts";
import type { CitedSentence } from "../../core/topic.ts";
import { capitalised } from "../../text/connectives.ts";
import { literal } from "../../text/literal.ts";
import { expansionOf } from "../../text/names.ts";
import { isTimely } from "../../text/timely.ts";
import { stemsOf } from "../../text/words.ts";
import { BROUGHT, NUMBERED } from "./brought.ts";
import { isHalf, mayOpen, pageText } from "./fitness.ts";
import { glossOf } from "./gloss.ts";
import { definiteOf, inOrder, itemsOf, sentenceOf, tellingOf } from "./items.ts";
import { grouped, merged, yearByYear } from "./sections.ts";
import { lengthOf } from "./standing.ts";
import { statedOf } from "./stated.ts";
import { elsewhere, surveyOf } from "./survey.ts";
import { tag } from "./tag.ts";
import { isProposal, tellerOf } from "./tells.ts";

const MOST_SENTENCES = 12;
const LEAD_SENTENCES = 3;
const SMALL_PAGE = 6;
/** Words: "an opcode", "a new opcode". */
const BARE_SORT = 3;
/** Strength of what only stands beside a name, in a sentence about something else. */
const BESIDE = 0.5;
/** Sources. */
const WIDE = 3;
const IS_A = /^\S+(?: \S+){0,4} (?:is|are|was|were) (?:an?|the)\b/u;
/** An entry so short also says where else its thing is spoken of. */
const THIN = 3;
/** "was founded in 1990" */
const BEGAN = /\b(?:was|were) (?:\p{L}+ )?\p{L}+(?:ed|n|t)\b.*\b(?:1\d|20)\d\d\b/u;
/** Of how things stood at one time or another. */
const MOST_TIMELY = 6;

export function extractiveTopic(brief: TopicBrief): TopicDraft {
  const found = leadOf(brief);
  const first = spelledOut(found && withoutRemark(found), brief);
  // Nothing says what it is: better no entry than one that begins in the middle; but what many speak of is surveyed.
  if (!first) {
    const gloss = glossOf(brief);
    return { sections: [], dropped: [], survey: surveyOf(brief), ...(gloss ? { gloss } : {}) };
  }
  const { lead, items } = itemsOf(brief, first);
  // What one document proposes, and is headed by, its own page says better.
  const only = brief.spread.length === 1 && brief.spread[0]?.titled === true;
  if (only && isProposal(first.text)) return { sections: [], dropped: [] };
  const timely = items.filter((item) => isTimely(item.text) || (item.claim.published && isOfItsTime(item.text, brief)));
  const pool = items.filter((item) => !timely.includes(item));
  const sentences: CitedSentence[] = [lead];
  const tells = tellerOf(brief.aliases);
  // What a thing can do since its last release is no introduction to it; of people the years are.
  const introduces = (text: string) => brief.kind === "person" || tells(text) || BEGAN.test(text);
  const opening = pool
    .filter((item) => item.claim.about === 1 && tellingOf(item) > 0 && introduces(item.text))
    .sort((a, b) => tellingOf(b) - tellingOf(a))
    .slice(0, LEAD_SENTENCES - sentences.length);
  const rest = pool.filter((item) => !opening.includes(item)).slice(0, MOST_SENTENCES);
  sentences.push(...inOrder(opening).map(sentenceOf));
  const sections: TopicSection[] = [{ heading: "", paragraphs: [sentences] }];
  const dated = yearByYear([...timely].sort((a, b) => tellingOf(b) - tellingOf(a)).slice(0, MOST_TIMELY));
  if (rest.length + sentences.length <= SMALL_PAGE) {
    if (rest.length > 0) sections[0] = { heading: "", paragraphs: [sentences, inOrder(rest).map(sentenceOf)] };
    const all = [...sections, ...dated].flatMap((section) => section.paragraphs.flat());
    return {
      sections: [...sections, ...dated],
      dropped: [],
      ...(all.length <= THIN ? { survey: elsewhere(brief, all) } : {}),
    };
  }
  return { sections: merged([...sections, ...grouped(rest, brief), ...dated]), dropped: [] };
}

/** "has long had", "will accept": so until somebody changes it; of a body also what it does, of a product what it does not. What was, was. */
function isOfItsTime(text: string, { kind, aliases }: TopicBrief): boolean {
  if (LONG_SO.test(text)) return true;
  const tokens = tag(text).filter(({ pos, text: word }) => pos !== "ADV" || word === "not");
  const at = tokens.findIndex(({ pos }) => /^(?:AUX|VERB)$/.test(pos));
  const [verb, next] = [tokens[at]?.text ?? "", tokens[at + 1]];
  if (/^(?:are|is)$/.test(verb) && next?.pos === "VERB" && /ing$/.test(next.text)) return true;
  // "Tide, the system that she has pursued since 1960, was": of another clause.
  if (tokens.slice(0, at).some((token) => RELATIVE.test(token.text))) return false;
  if (/^(?:could|might|will|would)$/.test(verb)) return true;
  if (/^(?:has|have)$/.test(verb) && /^(?:AUX|VERB)$/.test(next?.pos ?? "")) return true;
  const denied = /^(?:not|n['’]t)$/.test(next?.text ?? "");
  if (/^(?:product|project)$/.test(kind ?? "")) return denied && /^(?:are|ca|can|do|does|has|have|is)$/.test(verb);
  return kind === "organisation" && !PAST.test(verb) && !tellerOf(aliases)(text);
}

const LONG_SO = /^[^,]{2,60}\b(?:has|have) (?:always|historically|long|never|traditionally)\b/u;
const RELATIVE = /^(?:that|which|who|whose|where)$/i;
const PAST = /(?:ed|ought|ilt|ade)$|^(?:was|were|had|began|came|grew|led|took|went|won|wrote)$/;

/** The first line: the defining sentence, or the definition put behind the name, or a plain sentence that tells what it is or does. */
function leadOf(brief: TopicBrief): CitedSentence | undefined {
  const { definedBy, definition, definitionStrength = 0 } = brief;
  if (!definedBy || !definition || definitionStrength < BESIDE || repeatsNames(definition, brief))
    return statementOf(brief);
  // "TIP-48 introduces berth lists, which let ships wait": itself said before what others say of it in passing.
  const itself = BROUGHT.test(definition) ? statementOf(brief) : undefined;
  if (itself) return itself;
  const claims = [{ source: definedBy.source, id: definedBy.id }];
  const { text } = definedBy.claim;
  const unspaced = /\p{sc=Han}/u.test(definition);
  if ((definitionStrength > BESIDE || unspaced) && mayOpen(text, brief.aliases) && !isNews(text))
    return { text: asSentence(text, definition), claims };
  if (unspaced) return statementOf(brief);
  // The sentence says something else beside, or leans; what it says that the thing is need not.
  for (const said of [definition, firstClause(definition)]) {
    // "an opcode": a sort and nothing more.
    const whole = lengthOf(said) > BARE_SORT && (definitionStrength === BESIDE || /^(?:an?|the)\s/i.test(said));
    const put = whole && putBehind(brief, said, definedBy.claim.quote);
    if (put && mayOpen(put, brief.aliases) && !isTimely(put)) return { text: put, claims };
  }
  return statementOf(brief);
}

/** "ENR is the node record": of an Ethereum Node Record, nothing new. */
function repeatsNames(text: string, { aliases }: TopicBrief): boolean {
  const own = new Set(aliases.flatMap(stemsOf));
  const said = stemsOf(text);
  return said.length > 0 && said.every((stem) => own.has(stem));
}

/** "a tool for tests, but I seldom use it": up to where it turns to something else. */
function firstClause(definition: string): string {
  return definition.replace(TURNS, "");
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

/** "Access list is a …" as its source writes the name: "An access list is a …". */
function putBehind({ title, aliases, kind }: TopicBrief, definition: string, evidence: string): string {
  const small = title.toLowerCase();
  const common = kind === undefined && (title === small || aliases.includes(small)) && evidence.includes(small);
  const at = common ? evidence.indexOf(small) : -1;
  const article =
    at < 0
      ? undefined
      : evidence
          .slice(0, at)
          .match(/\b(an?|the) ["“*]?$/i)?.[1]
          ?.toLowerCase();
  const own = at < 0 && hasArticle(title, evidence) ? `The ${title}` : title;
  const name = article ? `${article === "the" ? "The" : capitalised(article)} ${small}` : own;
  return statedOf({ name, definition, evidence, ...(kind ? { kind } : {}) });
}

/** "a draft of the Tide Atlas, a book": so is it called, where "the Tide boats" are boats. */
function hasArticle(title: string, evidence: string): boolean {
  return (
    /^\p{Lu}/u.test(title) &&
    new RegExp(`\\b[Tt]he ${literal(title)}(?=[,.;:)]| (?:is|was|\\(|-|–|—)|$)`, "u").test(evidence)
  );
}

/** "“Tide” is a …" without the marks, and "tide-tool: A small library …" as "tide-tool is a small library …". */
function asSentence(text: string, definition: string): string {
  const plain = text.replace(
    /^(?:(The|An?) )?["“]([^"“”]{1,60})["”](?= (?:is|are|was|were|means|refers) )/u,
    (_, the, name) => (the ? `${the} ${name}` : name),
  );
  // "Tide, a tool that draws tables." holds no more than its apposition.
  const apposed = text.match(/^([^,:]{1,60}), ((?:an?|the) .*)\.$/u);
  if (apposed?.[1] && apposed[2] === definition) return statedOf({ name: apposed[1], definition, evidence: text });
  const name = text.match(/^([^:]{1,60}?)(?::| [–—]) (?=(?:an?|the) )/iu)?.[1];
  // "Token: a short piece of text": would need an article.
  const put =
    name &&
    /[\p{N}_.-]|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(name) &&
    text.toLowerCase().includes(definition.toLowerCase()) &&
    /^an? /i.test(definition);
  return put ? statedOf({ name, definition: lowered(definition), evidence: text }) : plain;
}

function lowered(definition: string): string {
  return definition.replace(/^An?(?= )/u, (article) => article.toLowerCase());
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
  const at = lead.text.search(new RegExp(`(?<![\\p{L}\\p{N}])${title}(?![\\p{L}\\p{N}(]| \\()`, "u"));
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
