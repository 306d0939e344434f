// Is a sentence of a source worth a claim: whole, of a thing that a reader of its page knows, and more than a moment of its author's day? English only.
import type { Document, Sentence } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { ready } from "../../../text/ready.ts";
import { stemOf, stemsOf } from "../../../text/words.ts";
import { type Tagged, tag, taggedSentences } from "../tag.ts";
import { isAboutTo } from "./about-to.ts";
import { opensUnsettled } from "./definite.ts";
import { isOrder } from "./fitness.ts";
import { lengthOf } from "./standing.ts";

/** Words of a quotation that says something without who said it. */
const QUOTED = 8;
const AUTHOR = /(?:^|[\s(])(?:I|[Mm]y|me|mine|myself)(?:['’](?:m|ve|d|ll))?(?=[\s,.;:!?)])/u;
/** "The challenge here is", "eth_coinbase | NOT IMPLEMENTED |": of a place in its text, a row of its table. */
const ELSEWHERE = /\bhere\b(?! (?:at|in)\b)|\S \| \S.* \| /iu;
/** "It has settings, including.", "It defines the following trait.": what follows did not come along. */
const LEADS_ON = /\b(?:as follows|including|like|such as|the following(?: [\p{Alpha}-]+){0,3})[.:]$/iu;
/** "Where", "which" and the like open a piece of the sentence before. */
const DEPENDENT = /^(?:where|whereas|assuming|given|supposing|provided|which|whose|whom)\b/i;

export type Worth = (n: number, text: string) => boolean;

/** Asked of sentence `n` as its claim would read. */
export function worthIn(document: Document, nominations: readonly Nomination[]): Worth {
  if (/^(?:zh|ja|ko)/.test(document.meta.language)) return () => true;
  const title = new Set(stemsOf(document.meta.title));
  const tagged = taggedSentences(document);
  // "The node record", "the lang team": what a source has names for is told by them.
  const named = nominations.filter(({ name }) => name.includes(" ")).map(({ name }) => name.toLowerCase());
  return (n, text) => {
    const sentence = document.sentences[n - 1];
    if (!sentence) return true;
    const tokens = text === sentence.text ? (tagged[n - 1] ?? []) : undefined;
    return (
      !ELSEWHERE.test(text) &&
      !ready(LEADS_ON).test(text) &&
      !isAboutTo(text, (sentence.code ?? []).length > 0) &&
      !isMoment(sentence, text, title) &&
      !isPiece(text, tokens) &&
      !isStep(text, tagged[n - 1] ?? []) &&
      !(/^["“].*["”]$/u.test(text) && lengthOf(text) < QUOTED) &&
      !(
        // Before the first sentence there was nothing that it could lean on.
        n > 1 &&
        OPENS_DEFINITE.test(text) &&
        !opensInCode(sentence) &&
        !isAbove(text, document, sentence) &&
        opensUnsettled(text, tokens ?? tag(text), [...knownAt(document, sentence), ...named])
      )
    );
  };
}

const OPENS_DEFINITE = /^(?:\p{Alpha}+,? )?the \p{Alpha}/iu;

/** "The keeper trims" below "The keeper", whatever a tagger takes the verb for. */
function isAbove(text: string, document: Document, sentence: Sentence): boolean {
  const noun = /\bthe (\p{Alpha}{4,})/iu.exec(text)?.[1]?.toLowerCase();
  return noun !== undefined && knownAt(document, sentence).some((one) => one.includes(stemOf(noun)));
}

/** Characters in which an opening "the `alloc` field" shows its code. */
const OPENING = 24;

function opensInCode({ code = [], text }: Sentence): boolean {
  const the = text.search(/\bthe /i);
  return code.some(([start]) => start >= the && start < the + OPENING);
}

/** What a reader sees above a claim. */
function knownAt({ meta, blocks }: Document, { block }: Sentence): string[] {
  return [meta.title, ...(blocks[block]?.headings ?? [])].map((one) => one.toLowerCase());
}

/** "I already have a paid account": of its author, and of nothing that the source is about. */
function isMoment({ code = [] }: Sentence, text: string, title: ReadonlySet<string>): boolean {
  // Whoever is asked speaks of himself.
  return (
    !text.startsWith("[") &&
    AUTHOR.test(text.replace(/["“][^"”]*["”]/g, " ")) &&
    code.length === 0 &&
    !stemsOf(text).some((stem) => title.has(stem))
  );
}

/** "“Launch the keychain in Utilities.”": a step of somebody's help. */
function isStep(text: string, tokens: readonly Tagged[]): boolean {
  const first = tokens.find((token) => /\p{Alpha}/u.test(token.text));
  return /^["“]/u.test(text) && first?.pos === "VERB" && isOrder(text.replace(/^["“]|["”]$/gu, ""));
}

/** "Implemented by Ada Brook.", "Assuming you sail by night.": no sentence by itself. */
function isPiece(text: string, known: readonly Tagged[] | undefined): boolean {
  if (DEPENDENT.test(text)) return !/[,:]/.test(text) || /^where [^:]*$/i.test(text);
  if (!/^\p{Upper}\p{Lower}+(?:ing|ed)\s/u.test(text)) return false;
  const tokens = known ?? tag(text);
  if (tokens[0]?.pos !== "VERB") return false;
  return !tokens.some((token, i) => i > 0 && isFiniteVerb(token, tokens[i - 1]));
}

function isFiniteVerb({ pos, text }: Tagged, before: Tagged | undefined): boolean {
  if (pos === "AUX") return true;
  return pos === "VERB" && !/ing$/i.test(text) && before?.text !== "to";
}
