// Cuts a paragraph into sentences by their offsets, in any script.
import { BEFORE_NUMBER, MAY_END, NEVER_LAST, STARTERS } from "./abbreviations.ts";

export interface SentencePlace {
  /** UTF-16 units in the text, white space around it left out. */
  readonly start: number;
  readonly end: number;
}

export interface SentenceOptions {
  /** BCP 47 primary tag; "de" keeps "3. Mai" together. */
  readonly language?: string;
  /** Where inline code starts -> its length: a sentence may begin there with a small letter, and none ends inside. */
  readonly code?: ReadonlyMap<number, number>;
}

const STOPS = /[.!?…。！？｡؟۔।॥]+|\n/gu;
const IDEOGRAPHIC = /[。！？｡]/u;
const CLOSER = /["'”’»›)\]}」』】》〉）*_]/u;
const OPENER = /["'“‘«‹([{「『【《〈（*_¿¡]/u;
const CJK = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/u;
/** A bracket or quotation longer than this is not taken as one thing. */
const LONGEST_ASIDE = 400;

/** In text order, without overlap; whatever is not white space stands in one of them. */
export function sentencesOf(text: string, options: SentenceOptions = {}): SentencePlace[] {
  const asides = asidesOf(text);
  const places: SentencePlace[] = [];
  let from = 0;
  let aside = 0;
  const code = [...(options.code ?? [])].sort(([a], [b]) => a - b);
  for (const match of text.matchAll(STOPS)) {
    if (match.index < from) continue;
    if (code.some(([start, length]) => start < match.index && match.index + match[0].length < start + length)) continue;
    let end = match.index + match[0].length;
    if (match[0] === "\n") {
      if (!endsLine(text, match.index)) continue;
    } else {
      while (end < text.length && CLOSER.test(text[end] ?? "") && !opensNext(text, end)) end++;
      if (!isEnd(text, from, match.index, match[0], end, options)) continue;
    }
    while (aside < asides.length && (asides[aside]?.end ?? 0) < end) aside++;
    const around = asides[aside];
    if (around && match[0] !== "\n" && around.start < match.index && around.end >= end) continue;
    push(places, text, from, end);
    from = end;
  }
  push(places, text, from, text.length);
  return places;
}

function push(places: SentencePlace[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = raw.search(/\S/u);
  if (start >= 0) places.push({ start: from + start, end: from + raw.trimEnd().length });
}

/** A straight quote with a space before it and none after it opens. */
function opensNext(text: string, i: number): boolean {
  return /["'*_]/u.test(text[i] ?? "") && /\s/u.test(text[i - 1] ?? "") && !/\s/u.test(text[i + 1] ?? " ");
}

/** A line end parts sentences at blank lines, after a colon before a list, and where the next line starts anew. */
function endsLine(text: string, i: number): boolean {
  const next = text.slice(i + 1, i + 40);
  if (/^[ \t\r]*\n/u.test(next)) return true;
  if (/^\s*(?:[-*•‣–]|\d{1,3}[.)])\s/u.test(next)) return true;
  const first = next.trimStart()[0] ?? "";
  return !/\p{Lower}/u.test(first);
}

function isEnd(text: string, from: number, at: number, stop: string, end: number, options: SentenceOptions): boolean {
  if (IDEOGRAPHIC.test(stop)) return true;
  const rest = text.slice(end, end + 48);
  const gap = /^\s+/u.exec(rest)?.[0] ?? "";
  if (rest === "" || gap.length === rest.length) return true;
  if (gap === "") return CJK.test(rest[0] ?? "") && CJK.test(text[at - 1] ?? "");
  if (gap.includes("\n\n")) return true;
  let first = gap.length;
  while (first < rest.length && OPENER.test(rest[first] ?? "")) first++;
  const word = /^[\p{Alpha}\p{M}\p{N}_.:'’-]+/u.exec(rest.slice(first))?.[0] ?? "";
  const letter = word === "" ? (rest[first] ?? "") : word;
  if (/^[,;:)\]}%—–]/u.test(letter)) return false;
  const startsCode = options.code?.has(end + first) ?? false;
  if (/^\p{Lower}/u.test(letter) && !startsCode && !/^\p{Lower}+(?:[\p{Upper}\p{N}_]|::|\.\p{Lower})/u.test(word))
    return false;
  if (stop !== "." || /^["”’»)\]]/u.test(text[at + 1] ?? "")) return true;
  return endsAtFullStop(text, from, at, word, startsCode, options);
}

/** One full stop and then white space: is it an abbreviation's? */
function endsAtFullStop(
  text: string,
  from: number,
  at: number,
  next: string,
  startsCode: boolean,
  options: SentenceOptions,
): boolean {
  const before = text.slice(Math.max(from, at - 40), at);
  const last = /[^\s"'“”‘’«»()[\]*_/,;]+$/u.exec(before)?.[0] ?? "";
  const bare = last.toLowerCase();
  const sofar = text.slice(from, at).trim();
  // "1. First", "a. Then": a number of a list, not a sentence of its own.
  if (/^[([]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/u.test(sofar)) return false;
  const starter = STARTERS.has(next.toLowerCase());
  if (NEVER_LAST.has(bare)) return false;
  if (BEFORE_NUMBER.has(bare) && /^[\d#IVX(]/u.test(next)) return false;
  if (MAY_END.has(bare)) return startsCode || starter;
  if (/^\p{Upper}$/u.test(last) && !/\p{Upper}\p{Lower}*['’]?$/u.test(next))
    return !/^\p{Upper}/u.test(next) || starter;
  // An initial: "J. R. R. Tolkien", but "Plan B. The".
  if (/^(?:\p{Upper}\.)*\p{Upper}$/u.test(last)) return starter && next.length > 1;
  // Dotted abbreviations that no table knows: "b.v.", "t.w."
  if (/^(?:\p{Alpha}\.)+\p{Alpha}$/u.test(last)) return starter;
  if (/^(?:de|da|nb|no|fi|cs|hu)$/u.test(options.language ?? "") && /^\d{1,2}$/u.test(last)) return false;
  return true;
}

interface Aside {
  readonly start: number;
  readonly end: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "（": "）",
  "“": "”",
  "«": "»",
  "「": "」",
  "『": "』",
  "《": "》",
  "„": "“",
};

/** Outermost brackets and quotations that close within the paragraph, in text order. `end` is the closing mark. */
function asidesOf(text: string): Aside[] {
  const asides: Aside[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? "";
    const close = unit === '"' && /[\s([{—–]/u.test(text[i - 1] ?? " ") ? '"' : PAIRS[unit];
    if (close === undefined) continue;
    const end = closingOf(text, i, unit, close);
    if (end < 0 || standsAlone(text, i, end)) continue;
    asides.push({ start: i, end });
    i = end;
  }
  return asides;
}

/** Whole sentences in brackets or quotation marks are sentences like any others. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  if (before !== "" && !/[.!?…。！？:：\n]["'”’)\]]*$/u.test(before)) return false;
  if (!/[.!?…。！？]["'”’]?$/u.test(text.slice(Math.max(0, end - 2), end))) return false;
  const after = text.slice(end + 1, end + 12);
  return (
    after.trim() === "" ||
    /^\s+\P{Ll}/u.test(after) ||
    (CJK.test(after[0] ?? "") && /[。！？]$/u.test(text.slice(0, end)))
  );
}

function closingOf(text: string, open: number, opener: string, closer: string): number {
  const limit = Math.min(text.length, open + LONGEST_ASIDE);
  let depth = 0;
  for (let i = open + 1; i < limit; i++) {
    const unit = text[i];
    if (unit === "\n" && text[i + 1] === "\n") return -1;
    if (unit === closer) {
      if (depth === 0) return i;
      depth--;
    } else if (unit === opener) depth++;
  }
  return -1;
}
