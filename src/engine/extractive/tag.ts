// Parts of speech of a document's sentences, by wink-nlp; found once a document.
import { createRequire } from "node:module";
import type { ItsFunction, WinkMethods } from "wink-nlp";
import type { Document } from "../../core/document.ts";
import { type Lexemes, tagModel } from "../tag-model.ts";

export interface Tagged {
  readonly text: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, … */
  readonly pos: string;
  /** Place in the sentence, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const GLUED = /^[\p{Alpha}\p{N}*&]*[\p{Alpha}\p{N}*&][\p{Alpha}\p{N}]+$/u;

interface Tagger {
  readonly nlp: WinkMethods;
  readonly lexemes: Lexemes;
  /** How many words it knew when it last forgot; at first those that the model brings along. */
  known: number;
  readonly most: number;
}

/** Words met, of some hundred bytes each, that stay in memory. */
const MOST_MET = 100_000;

let tagger: Tagger | undefined;
const known = new WeakMap<Document, readonly (readonly Tagged[])[]>();

function taggerMade(): Tagger {
  // The package is CommonJS and costs 0.1 s to load with its model: only when the first document is tagged.
  const winkNLP = createRequire(import.meta.url)("wink-nlp");
  const { model, lexemes } = tagModel();
  const nlp = winkNLP(model, ["pos"]) as WinkMethods;
  const { length } = lexemes.list;
  return { nlp, lexemes, known: length, most: length + MOST_MET };
}

/** It cuts and tags a word by what it met before ("Today's" once, and "today's" is one word ever after): before each text it forgets, so that a text gives the same in whatever company. */
function freshTagger(): WinkMethods {
  if (!tagger || tagger.known > tagger.most) tagger = taggerMade();
  const { nlp, lexemes } = tagger;
  for (const word of lexemes.list.slice(tagger.known)) delete lexemes.hash[word];
  tagger.known = lexemes.list.length;
  return nlp;
}

/** Tokens with their parts of speech; the places hold in `text`. */
export function tag(text: string): Tagged[] {
  const { readDoc, its } = freshTagger();
  const doc = readDoc(text);
  const tokens = doc.tokens();
  const words = tokens.out(its.value as ItsFunction<string>);
  const parts = tokens.out(its.pos as ItsFunction<string>) as string[];
  const out: Tagged[] = [];
  let from = 0;
  words.forEach((word, i) => {
    const start = text.indexOf(word, from);
    // The tagger normalises a few odd characters; such a token has no place and is passed over.
    if (start < 0) return;
    const last = out.at(-1);
    // "18F", "O*NET", "AT&T": what is glued together is one word.
    if (
      last &&
      last.end === start &&
      (GLUED.test(last.text + word) ||
        (last.text !== "*" &&
          /^[*&]$/.test(word) &&
          /\p{Alpha}$/u.test(last.text) &&
          /^\p{Alpha}/u.test(text.slice(start + 1))))
    ) {
      out[out.length - 1] = { text: last.text + word, pos: "PROPN", start: last.start, end: start + word.length };
    } else out.push({ text: word, pos: parts[i] ?? "X", start, end: start + word.length });
    from = start + word.length;
  });
  return out;
}

/** The tokens of each sentence, in the order of Document.sentences. */
export function taggedSentences(document: Document): readonly (readonly Tagged[])[] {
  const before = known.get(document);
  if (before) return before;
  // The tagger knows English alone; of other scripts it would say that every word is a noun.
  const foreign = /^(?:zh|ja|ko)/.test(document.meta.language);
  const tagged = document.sentences.map((sentence) => (foreign ? [] : tag(sentence.text)));
  known.set(document, tagged);
  return tagged;
}
