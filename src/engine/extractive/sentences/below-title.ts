// A sentence as it may stand below the title of its source, and whether it then still points elsewhere.
import type { Document } from "../../../core/document.ts";
import { capitalised, withoutConnective } from "../../../text/connectives.ts";
import { ready } from "../../../text/ready.ts";
import { stemOf } from "../../../text/words.ts";
import type { taggedSentences } from "../tag.ts";
import { pointsElsewhere } from "./anaphora.ts";
import { type OfItself, ofItself } from "./of-itself.ts";
import { isStatement, leans, lengthOf, pointsAt, wordsOf } from "./standing.ts";
import { hasUnmetNoun } from "./unmet.ts";

/** The sentence as it may stand below its title; undefined where it is none, or begins in the midst of a thought. */
export function textAt(
  document: Document,
  n: number,
  tagged: ReturnType<typeof taggedSentences>[number] | undefined,
  first: boolean,
): string | undefined {
  const sentence = document.sentences[n - 1];
  if (!sentence) return undefined;
  const self = ofItself(document, n);
  const ends = /:$/.test(sentence.text) && (self === "here" || lengthOf(sentence.text) >= 10);
  const whole = ends ? sentence.text.replace(/:$/, ".") : sentence.text;
  // Taggers take many a verb behind "This release" for a noun.
  if (!isStatement(wordsOf(whole, sentence.code), self === "named" ? undefined : tagged)) return undefined;
  // What leads to a quotation says who is quoted.
  if (ends && document.blocks[document.sentences[n]?.block ?? -1]?.kind === "quote") return undefined;
  if (
    ends &&
    (CUT_SHORT.test(whole) || tagged?.findLast((token) => /[\p{Alpha}\p{N}]/u.test(token.text))?.pos === "ADP")
  )
    return undefined;
  const bare = withoutAlso(self === "named" || self === "here" ? whole : withoutConnective(withoutOpener(whole)));
  if (lengthOf(bare) < 5) return undefined;
  // Before the first sentence there is nothing that "The next meeting" could lean on.
  if (!self && (first ? PRONOUNS.test(bare) : leans(bare) || /^this\b/i.test(bare))) return undefined;
  if (/(?:…|\.\.\.)["”’)]*$/.test(bare)) return undefined;
  // "To switch between them with a command.": no sentence.
  if (/^To \p{Lower}+ [^,:]*$/u.test(bare)) return undefined;
  if (self === "here" && /\b(?:above|below)\b/i.test(bare)) return undefined;
  if (pointsAt(bare) && !first && self !== "here" && self !== "named") return undefined;
  return bare.replace(/:$/, ".");
}

const PRONOUNS =
  /^(?:it(?!(?:['’]s| is| has)(?: been| now)? (?:time|possible|easy|hard|difficult|often|useful|common|been|no secret|important)\b)|he|she|they|this|that|these|those|such|his|her|its|their|them|him)\b/i;

/** "This release also fixes": beside what, the sentence before said. */
function withoutAlso(text: string): string {
  return text.replace(/(?<=^[^,;:]{2,30}[\p{Alpha}\p{N}]) also(?= \p{Alpha})/u, "");
}

/** "Well, nearly four years after …" */
function withoutOpener(text: string): string {
  const bare = text.replace(
    /^(?:but(?:\.{3})?|well|and|so|ok(?:ay)?|now|anyway|yes|yeah|oh|for (?:this|that) reason|as a result|because of (?:this|that)|it turns out(?: that)?),?\s+(?=\S+ \S+ \S)/i,
    (opener) => (/,\s*$|turns out/i.test(opener) ? "" : opener),
  );
  return bare === text ? text : capitalised(bare);
}

/** "I solved it like so:": what is said stands in what follows. */
const CUT_SHORT =
  /\b(?:this|these|those|following|follows|like so|so|below|here|as|is|are|was|were|be|do|did|with|using|steps?|things?|options?|ways?|examples?|example|command|commands|code|output|result|error|query)\.$/iu;

/** What stands before a sentence for its reader, as stems: the title, and what of a summary comes first. */
export interface Known {
  readonly title: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

/** Does it need another sentence? */
export function isOpen(
  document: Document,
  { n, text }: { readonly n: number; readonly text: string },
  known: Known,
): boolean {
  const kind = ofItself(document, n);
  const plain = withoutKnown(text, kind, known);
  return doesThat(plain) || pointsElsewhere(plain) || (hasUnmetNoun(plain) && kind === undefined);
}

/** Does it point at what another sentence named: "this problem", "it", "do that"? What it calls "the request" may stand. */
export function pointsAway(
  document: Document,
  { n, text }: { readonly n: number; readonly text: string },
  known: Known,
): boolean {
  const plain = withoutKnown(text, ofItself(document, n), known);
  return doesThat(plain) || pointsElsewhere(plain);
}

/** What it says of itself by "this" is no word of another sentence; nor is "how to use it" after the thing itself. */
function withoutKnown(text: string, kind: OfItself | undefined, known: Known): string {
  return met(kind ? text.replace(/^(in |with )?this\b/i, "$1the") : text, known);
}

/** The same of the first sentence of a source: before it only the title can have named anything. */
export function isVague(text: string, known: Known): boolean {
  const plain = met(text, known);
  return doesThat(plain) || LISTS.test(plain);
}

/** "a rehash of these two articles": which, only what follows can tell. */
const LISTS = /\b(?:these|those) (?!who\b|of\b|days\b)\p{Alpha}/iu;

/** Without what its reader knows. */
function met(text: string, { title, told }: Known): string {
  const it = text.search(/\b(?:it|them)\b/i);
  const names = text.slice(0, Math.max(0, it)).match(/(?<=\p{Alpha} )\p{Upper}\p{Alpha}+/gu) ?? [];
  const meant = names.some((name) => title.has(stemOf(name.toLowerCase())));
  return (
    (meant ? text.replace(/\b(?:it|them)\b/gi, "something") : text)
      .replace(QUOTED, "so")
      .replace(ready(MET), "$1the ")
      .replace(NOW, "the ")
      // "those values", below a title about values; "that model" is one of them, which only a sentence before can tell.
      .replace(POINTED, (all, which: string, noun: string) => {
        const stem = stemOf(noun.toLowerCase());
        return !/^that$/i.test(which) && (told.has(stem) || title.has(stem)) ? `a ${noun}` : all;
      })
  );
}

/** "I used that to create", "I had to figure this out": what "that" is it does not say. */
function doesThat(text: string): boolean {
  const found = ready(DID_THAT).exec(text);
  // "I paste a link … I want it to be expanded": named in the sentence itself.
  return found !== null && !(/\b(?:it|them)$/i.test(found[0]) && text.slice(0, found.index).split(" ").length > NAMED);
}

/** Words in which something will have been named. */
const NAMED = 8;
const POINTED = /\b(this|that|these|those|the) (\p{Alpha}{3,})\b/giu;

const QUOTED = /"[^"]{3,}"|“[^”]{3,}”/gu;
/** "… an old talk and used the slides from that talk": named in the sentence itself. */
const MET = /(\b(\p{Alpha}{3,})s?\b.*)\b(?:this|that|these|those) (?=\2)/iu;
/** "in January of this year": no other sentence is needed. */
const NOW =
  /\b(?:this|that) (?=(?:past |coming )?(?:year|month|week|day|morning|evening|time|spring|summer|autumn|fall|winter|quarter)\b)/giu;
/** "I used that to create": what "that" was stands before. */
const DID_THAT =
  /\b(?:us(?:e|ed|ing)|do(?:ing)?|did|try|tried|trying|solved?|fix(?:ed)?|buil[dt]|run(?:ning)?|ran|achieved?|handled?|need(?:ed)?|want(?:ed)?|turn(?:ed)?|convert(?:ed)?|ma[kd]e|get|got|put|figur(?:e|ed|ing)) (?:that|this|it|these|those|them)(?=[.,;:]| (?:to|in|on|off|up|down|with|for|from|against|out|by|as|and|but|using|when|because|into)\b|$)|\b(?:about|all of|with) (?:this|these|those)(?=[.,;:]| (?:as|while|when|and|but)\b)|\b(?:include|of|for|to|with|in|on|from|at|by|about|into|inside) that (?!(?:is|are|was|were|it|they|he|she|we|you|I|can|will|has|have|had)\b)\p{Lower}/iu;
