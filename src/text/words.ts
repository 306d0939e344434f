// Words and index terms of a text in any script; the one place that decides what counts as a word.
import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stopwords.ts";

export { STOP_WORDS };

/** A word with its place in the text it came from, UTF-16 code units, end exclusive. */
export interface Token {
  /** Folded: lower case, no Latin, Greek or Cyrillic diacritics, full-width forms made plain. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

// Scripts that are written without spaces. Hangul has spaces but glues particles to its words, so only the index cuts it.
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FC\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]`;
const ABBREVIATION = "(?:\\p{L}\\.){2,}";
// "1,000", "3.5b", "v1.2.3": one word each.
const NUMBER = "\\p{L}{0,2}\\p{Nd}+(?:[.,]\\p{Nd}+)+";
const LANGUAGE_NAME = "[CcFf](?:\\+\\+|#)(?![\\p{L}\\p{N}])";
// `v` for the set difference; built at run time since the compile target has no `v` literals.
const TOKEN = new RegExp(
  `${LANGUAGE_NAME}|[${UNSPACED}]+|(?<![\\p{L}\\p{N}])${ABBREVIATION}|${NUMBER}${LETTER}*|${LETTER}+(?:['’]\\p{L}+)*`,
  "gv",
);
// Nearly all texts hold Latin letters and common punctuation alone; for them the same, with classes that are searched three times as fast.
const LATIN = /^[\x00-\u024f\u2000-\u206f]*$/;
const LATIN_LETTER = "A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f";
const LATIN_SIGN = `[${LATIN_LETTER}0-9\\xb2\\xb3\\xb9\\xbc-\\xbe]`;
const LATIN_TOKEN = new RegExp(
  `[CcFf](?:\\+\\+|#)(?!${LATIN_SIGN})|(?<!${LATIN_SIGN})(?:[${LATIN_LETTER}]\\.){2,}|[${LATIN_LETTER}]{0,2}[0-9]+(?:[.,][0-9]+)+${LATIN_SIGN}*|${LATIN_SIGN}+(?:['’][${LATIN_LETTER}]+)*`,
  "g",
);
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "v");
const HANGUL = /^\p{sc=Hangul}/u;
const FOLDABLE = /[\u0370-\u052F\u1E00-\u1FFF\u00C0-\u024F]/;
const BARE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  й: "й",
};

// Raw spelling -> folded, and folded -> stem. Texts repeat themselves; bounded so that a long watch does not grow.
const CACHE_LIMIT = 200_000;
const folds = new Map<string, string>();
const stems = new Map<string, string>();
let segmenter: Intl.Segmenter | undefined;

/** Lower case without diacritics: what two spellings of one word have in common. Ideographs and kana keep their marks. */
export function foldOf(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKC").toLowerCase();
  if (!FOLDABLE.test(plain) && !/\p{M}/u.test(plain)) return plain;
  let out = "";
  for (const char of plain) {
    const bare = BARE[char];
    if (bare !== undefined) out += bare;
    else if (FOLDABLE.test(char)) out += char.normalize("NFD").replace(/\p{M}+/gu, "");
    else if (/[\u0300-\u036f]/.test(char)) continue;
    else out += char;
  }
  return out;
}

function foldToken(raw: string): string {
  if (/^[A-Za-z]+$/.test(raw)) return raw.toLowerCase();
  const known = folds.get(raw);
  if (known !== undefined) return known;
  let word = foldOf(raw);
  if (/['’.,]/.test(word)) word = word.replace(/['’](?:s|ll|d|ve|re|m)$/, "").replace(/['’]/g, "");
  if (/\p{Nd}/u.test(word)) word = word.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, "");
  else word = word.replaceAll(".", "");
  if (folds.size > CACHE_LIMIT) folds.clear();
  folds.set(raw, word);
  return word;
}

/** Runs of letters: words of spaced scripts, whole runs of unspaced ones. */
function runsOf(text: string): { raw: string; start: number; unspaced: boolean }[] {
  const runs: { raw: string; start: number; unspaced: boolean }[] = [];
  // One expression for all texts: making it anew for each costs more than the search, and nothing runs in between.
  const token = LATIN.test(text) ? LATIN_TOKEN : TOKEN;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const raw = match[0];
    runs.push({ raw, start: match.index, unspaced: raw.charCodeAt(0) > 0x0dff && UNSPACED_START.test(raw) });
  }
  return runs;
}

/** Words with their places. Unspaced scripts are cut by the platform's dictionary, run by run (a whole book at once exhausts memory). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { raw, start, unspaced } of runsOf(text)) {
    if (!unspaced) {
      tokens.push({ word: foldToken(raw), start, end: start + raw.length });
      continue;
    }
    segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
    for (const piece of segmenter.segment(raw)) {
      const from = start + piece.index;
      tokens.push({ word: foldOf(piece.segment), start: from, end: from + piece.segment.length });
    }
  }
  return tokens;
}

/** Folded words in text order, stop words included. */
export function wordsOf(text: string): string[] {
  return tokensOf(text).map((token) => token.word);
}

/** Folded words without stop words and without single Latin letters. */
export function contentWordsOf(text: string): string[] {
  return wordsOf(text).filter((word) => !STOP_WORDS.has(word) && !/^[a-z]$/.test(word));
}

/** The English stem of a folded word (Porter); other scripts as they are. */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size > CACHE_LIMIT) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Stems of the content words: what sentences are compared by. */
export function stemsOf(text: string): string[] {
  return contentWordsOf(text).map(stemOf);
}

/**
 * Index terms in text order, with places: stems; for unspaced scripts and Hangul each character and each pair, so that any
 * part of a run can be found without a dictionary and a phrase stays a phrase.
 */
export function termTokensOf(text: string): Token[] {
  const terms: Token[] = [];
  for (const { raw, start, unspaced } of runsOf(text)) {
    if (!unspaced && !HANGUL.test(raw)) {
      terms.push({ word: stemOf(foldToken(raw)), start, end: start + raw.length });
      continue;
    }
    const chars = [...raw];
    let at = start;
    chars.forEach((char, i) => {
      const next = chars[i + 1];
      const end = at + char.length;
      terms.push({ word: foldOf(char), start: at, end });
      if (next !== undefined) terms.push({ word: foldOf(char + next), start: at, end: end + next.length });
      at = end;
    });
  }
  return terms;
}

/** Index terms of a text, for the index and for queries alike. */
export function termsOf(text: string): string[] {
  return termTokensOf(text).map((term) => term.word);
}

/** Content stems joined by a space: one key for a title, whatever its case, number or articles. Notes in brackets stay out. */
export function nameKeyOf(title: string): string {
  const bare = title.replace(/\([^)]*\)/g, " ");
  const stems = stemsOf(bare);
  return (stems.length > 0 ? stems : wordsOf(title).map(stemOf)).join(" ");
}
