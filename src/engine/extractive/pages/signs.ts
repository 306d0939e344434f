// What can be seen of a line and of the thing that it is about, as figures: by these a reader's verdict on the line is foretold.
import type { EntityKind } from "../../../core/note.ts";
import { anyOf } from "../../../text/literal.ts";
import { nameWords } from "../../../text/names.ts";
import { isTimely } from "../../../text/timely.ts";
import { everydayCount } from "../background.ts";
import { kindFromDefinition } from "../definitions/kinds.ts";
import { lettersIn } from "../sentences/line-fit.ts";
import { lengthOf } from "../sentences/standing.ts";
import { tag } from "../tag.ts";

/** A line that may open a page. */
export interface Line {
  readonly text: string;
  readonly title: string;
  /** Every name of the thing, the title among them. */
  readonly aliases: readonly string[];
  readonly kind?: EntityKind;
  readonly isEntity: boolean;
  /** Of the definition that it prints, 0 where it is a sentence that defines nothing. */
  readonly strength: number;
  /** A sentence that tells by its form what its subject is or does. */
  readonly tells: boolean;
  /** Sources that name the thing. */
  readonly sources: number;
  /** Some source has it in its title. */
  readonly titled: boolean;
  /** The line's own source has it in its title. */
  readonly ownTitled: boolean;
  /** Times that the line's own source names it. */
  readonly ownCount: number;
  /** No claim before it in its own source names the thing. */
  readonly isFirst: boolean;
  /** Number of its sentence there, from 1. */
  readonly at: number;
  /** Headings above it there, outermost first. */
  readonly headings: readonly string[];
}

/** Name of a sign -> figure, 0 to 1. */
export type Signs = ReadonlyMap<string, number>;

export function signsOf(line: Line): Signs {
  return new Map([
    ...formSigns(line),
    ...thingSigns(line),
    ...sourceSigns(line),
    ...placeSigns(line),
    ...wordSigns(line),
  ]);
}

type Sign = readonly [name: string, figure: number];

const flag = (name: string, is: boolean): Sign => [name, is ? 1 : 0];

/** How the sentence is built: its opening, what its verb is, what it leans on. */
function* formSigns(line: Line): Iterable<Sign> {
  const { text, aliases } = line;
  const opening = new RegExp(`^((?:the|an?)\\s)?["“\`]?(?:${anyOf(aliases)})s?["”\`]?(?: \\([^()]*\\))?,?`, "iu").exec(
    text,
  );
  const end = opening?.[0].length ?? 0;
  const rest = text.slice(end);
  yield [`form ${opening ? verbForm(text, end) : "away"}`, 1];
  if (opening) yield [`article ${(opening[1] ?? "none").trim().toLowerCase().replace("an", "a")}`, 1];
  const words = lengthOf(text);
  for (const most of LENGTHS) yield flag(`words < ${most}`, words < most);
  const said = / (?:is|are|was|were) ((?:an?|the|one of) .*)$/iu.exec(text)?.[1] ?? "";
  yield flag("sort", said !== "" && kindFromDefinition(said) !== undefined);
  yield flag("tells which", /\b(?:that|which|who|whose|for|of|to|used|where)\b/.test(said.slice("the ".length)));
  yield flag("timely", isTimely(text));
  const names = aliases.join(" ");
  yield flag(
    "letters",
    lettersIn(rest).some((letters) => !names.includes(letters.replace(/s$/, ""))),
  );
  for (const [name, pattern] of LEANINGS) yield flag(name, pattern.test(rest));
  for (const [name, pattern] of COUNTED) yield [name, Math.min(MOST, rest.match(pattern)?.length ?? 0) / MOST];
}

/** Words. */
const LENGTHS = [9, 13, 29, 41];
const MOST = 4;

const LEANINGS: readonly (readonly [string, RegExp])[] = [
  ["it", /\b(?:it|its|they|them|their|he|she|his|her)\b/i],
  ["this", /\b(?:this|these|those|such)\b/i],
  ["us", /\b(?:we|our|us|I|my|you|your)\b/],
  ["figures", /\d/],
  ["year", /\b(?:19|20)\d\d\b/],
  ["code", /[`_{}<>=]|::|\(\)/],
  ["quotation", /["“]/],
  ["brackets", /[()[\]]/],
  ["aside", /[:;—–]/],
  ["not", /\b(?:not|no|never|cannot|without)\b|n['’]t\b/i],
  [
    "compared",
    /\b(?:more|less|better|faster|than|same|similar|different|new|other|another|additional|existing|also|alternative)\b/i,
  ],
  ["may", /\b(?:could|may|might|must|should|will|would|can)\b/i],
  ["rule", /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED)\b/],
  [
    "praise",
    /\b(?:great|good|useful|important|easy|hard|best|popular|powerful|key|main|critical|interesting|simple|big|difficult)\b/i,
  ],
  ["reason", /\b(?:but|although|though|because|since|therefore|then)\b|,? so (?!that\b)/i],
  [
    "vague",
    /\b(?:an?|the) (?:\p{Lower}+ )?(?:thing|way|part|result|case|problem|reason|example|issue|step|fact|goal|idea|cost|change|lot|number|kind|type|sort|piece)\b/u,
  ],
];

const COUNTED: readonly (readonly [string, RegExp])[] = [
  ["definite", /\bthe \p{Lower}/gu],
  ["names", /(?<=\s)\p{Upper}\p{Lower}/gu],
  ["commas", /,/g],
];

/** "is a", "does", "has": what stands behind the name, which ends at `end`. */
function verbForm(text: string, end: number): string {
  const rest = text.slice(end);
  const known = VERB_FORMS.find(([, pattern]) => pattern.test(rest));
  if (known) return known[0];
  const [verb, next] = tag(text).filter(({ start, pos }) => start >= end && !/^(?:PUNCT|ADV|SPACE)$/.test(pos));
  if (!verb) return "none";
  if (/^(?:is|are|was|were)$/i.test(verb.text)) {
    if (next?.pos === "VERB") return /ing$/.test(next.text) ? "is doing" : "is done";
    return next?.pos === "ADJ" ? "is so" : "is else";
  }
  if (/ed$/.test(verb.text)) return "did";
  if (SERVING.test(verb.text)) return "does its work";
  if (/^(?:VERB|AUX)$/.test(verb.pos)) return /s$/.test(verb.text) ? "does" : "do";
  return "no verb";
}

const VERB_FORMS: readonly (readonly [string, RegExp])[] = [
  ["is a", /^ (?:is|are) (?:\p{Alpha}+ly )?an?\b/iu],
  ["is the", /^ (?:is|are) (?:\p{Alpha}+ly )?the\b/iu],
  ["is one of", /^ (?:is|are|was|were) (?:\p{Alpha}+ly )?one of\b/iu],
  ["was a", /^ (?:was|were) (?:\p{Alpha}+ly )?(?:an?|the)\b/iu],
  [
    "is used",
    /^ (?:is|are|was|were) (?:\p{Alpha}+ly )?(?:used|designed|intended|meant|responsible|made up|composed|called|known|defined|based|built|named)\b/iu,
  ],
  ["stands for", /^ (?:is titled|stands for)\b/],
  ["means", /^ (?:means?|refers? to|denotes?|represents?)\b/],
  ["has", /^ (?:has|have|had)\b/],
  ["can", /^ (?:can|may|might|will|would|should|must|shall|could|cannot)\b/],
];

const SERVING =
  /^(?:allow|automate|build|calculate|check|collect|compile|compute|contain|control|convert|cover|define|describe|detect|determine|display|enable|encourage|ensure|execute|expose|format|generate|govern|guide|handle|help|hold|host|identif|implement|include|install|integrate|let|list|load|maintain|make|manage|map|measure|offer|operate|optimi[sz]e|oversee|parse|perform|permit|prevent|print|process|produce|protect|provide|publish|pull|push|record|render|require|return|run|serve|set|show|simulate|specif|store|support|take|teach|tell|test|track|transform|translate|turn|use|verif|work|wrap|write)(?:s|es|y|ies)?$/i;

/** What sort of name it is. */
function* thingSigns({ title, aliases, kind, isEntity }: Line): Iterable<Sign> {
  const words = title.split(/\s+/);
  const everyday = nameWords(title).map((word) => Math.log10(1 + everydayCount(word)) / DECADES);
  const isSmall = !/\p{Upper}/u.test(title.slice(1)) && words.slice(1).every((word) => !/^\p{Upper}/u.test(word));
  const rarest = Math.min(1, ...everyday);
  yield ["title of words", Math.min(MOST, words.length) / MOST];
  yield flag("title of one word", words.length === 1);
  yield flag("title in capitals", /^[\p{Upper}\d_-]{2,}$/u.test(title));
  yield flag("title with capitals", /\p{Upper}/u.test(title.slice(1)));
  yield flag("title of code", /[_.:/()-]|\p{Lower}\p{Upper}/u.test(title));
  yield flag("title with figures", /\d/.test(title));
  yield flag("title small", isSmall);
  yield flag("title of one small word", isSmall && words.length === 1);
  yield flag("title plural", /[^s]s$/.test(title));
  yield flag("title of doing", /^\p{Alpha}+ing\b/u.test(title));
  yield ["title everyday", everyday.reduce((sum, one) => sum + one, 0) / Math.max(1, everyday.length)];
  yield ["title rarest", rarest];
  yield ["title small everyday", isSmall ? rarest : 0];
  yield flag("entity", isEntity);
  yield [`kind ${kind ?? "none"}`, 1];
  yield ["names", Math.min(MOST, aliases.length) / MOST];
}

/** Of a count of the list of everyday words. */
const DECADES = 5;

/** Who speaks of it. */
function* sourceSigns({ strength, tells, sources, titled, ownTitled, ownCount }: Line): Iterable<Sign> {
  yield ["strength", strength];
  yield flag("defined", strength > 0);
  yield flag("tells", tells);
  yield ["sources", Math.min(MOST, Math.log2(Math.max(1, sources))) / MOST];
  yield flag("several sources", sources > 1);
  yield flag("titled", titled);
  yield flag("own title", ownTitled);
  yield ["own count", Math.min(MOST, Math.log2(1 + ownCount)) / MOST];
  yield flag("said once", ownCount <= 1);
}

/** Where in its source it stands: what a thing is, is said early, where it is named first or under its own heading. */
function* placeSigns({ aliases, isFirst, at, headings }: Line): Iterable<Sign> {
  yield flag("first", isFirst);
  yield ["at", Math.min(LATE, Math.log2(1 + at)) / LATE];
  for (const most of EARLY) yield flag(`at <= ${most}`, at <= most);
  const [nearest = "", ...outer] = headings.toReversed().map((heading) => heading.toLowerCase());
  const names = aliases.map((alias) => alias.toLowerCase());
  yield flag("no heading", nearest === "");
  yield flag("deep", outer.length > 1);
  yield flag("own heading", names.includes(nearest));
  yield flag(
    "named in heading",
    names.some((name) => nearest.includes(name)),
  );
}

/** Of a sentence's number: as good as at the end. */
const LATE = 9;
/** Sentences. */
const EARLY = [3, 10];

/** Its common words, and pairs of them, the name left out and rarer words by their part of speech: what sources are about must not count. */
function* wordSigns({ text, aliases }: Line): Iterable<Sign> {
  const named = new RegExp(anyOf([...aliases].sort((a, b) => b.length - a.length)), "gu");
  const words = tag(text.replace(named, NAME)).map(({ text: word, pos }) => {
    const small = word.toLowerCase();
    if (word === NAME || pos === "PUNCT" || everydayCount(small) >= COMMON) return small;
    return pos === "VERB" ? `verb${/(?:s|ed|ing)$/.exec(small)?.[0] ?? ""}` : pos;
  });
  for (const [i, word] of words.entries()) {
    yield [`“${word}”`, WORD];
    if (i > 0) yield [`“${words[i - 1]} ${word}”`, WORD];
  }
}

const NAME = "Name";
/** Of fifty million words of everyday English. */
const COMMON = 5000;
/** One of many signs. */
const WORD = 0.7;
