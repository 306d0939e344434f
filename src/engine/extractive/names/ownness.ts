// How little else a name could mean: by its form, its words, and what its document makes of it.
import type { Nomination } from "../../../core/note.ts";
import { COINED, EVERYDAY, rarity } from "../background.ts";
import { tag } from "../tag.ts";
import { isMadeUp, usual } from "./made-up.ts";
import type { Mark } from "./marked.ts";
import { isOfTheTrade } from "./noun-phrase.ts";
import type { Counts } from "./terms-count.ts";
import { isOption } from "./typed-name.ts";

export interface Candidate {
  readonly key: string;
  readonly name: string;
  /** Acronyms of it. */
  readonly also: readonly string[];
  readonly marks: Set<Mark>;
  /** Sentences before its first one. */
  readonly first: number;
  readonly titled: boolean;
  /** The title opens with it and a colon, has it as code, or in words that its text never says apart. */
  readonly headed: boolean;
  readonly nomination?: Nomination;
  readonly counts: Counts;
  /** Of the document. */
  readonly sentences: number;
}

export const ACRONYM = /^\p{Upper}[\p{Upper}\p{N}]{1,6}$/u;
export const MIXED = /^\p{Upper}\p{Lower}+\p{Upper}/u;
/** "newline-delimited", "client-side": words put together by anybody. */
export const COMPOUND =
  /-(?:\p{Alpha}+ed|\p{Alpha}+ing|based|side|wide|level|specific|like|friendly|free|safe|only|aware|oriented)$/u;

/** "eth_getLogs", "json.tool", "OnceCell", "asgi-lifespan": of no dictionary. */
export function isCoded(word: string): boolean {
  if (/^[\d.]+$/u.test(word)) return false;
  if (/\p{Alpha}(?:[_.]|::)\p{Alpha}|\p{Lower}\p{Upper}/u.test(word) || isOption(word)) return true;
  const parts = word.split("-");
  if (parts.length > 1 && COMPOUND.test(word)) return false;
  return parts.some((part) => part.length > 2 && /^\p{Alpha}/u.test(part) && usual(part) < COINED);
}

/** 0 to 1: how little else a name could mean. */
export function ownness(one: Candidate): number {
  const { name, also, marks, counts, titled, first, nomination } = one;
  if (nomination?.kind === "person") return 0.8;
  if (also.some((form) => ACRONYM.test(form))) return 0.8;
  const words = name.split(/[ -]/u);
  // "`let`-`else` statements": what code in a heading is called.
  if (marks.has("section") && name.includes("-")) return 0.7;
  // "cargo-hack", where its home is.
  if (marks.has("home") && /\p{Lower}[-_]\p{Lower}/u.test(name) && !COMPOUND.test(name)) return 0.8;
  if (isCoded(name) && !isPlainWord(name) && !name.includes(" ")) {
    // Variables of samples look like it: what is one says so elsewhere.
    const variable = /_|^\p{Lower}+\p{Upper}/u.test(name) && !titled && first > 0;
    if (!variable || [...marks].some((mark) => mark !== "code" && mark !== "bold" && mark !== "acronym")) return 1;
    return counts.prose > OFTEN && counts.code === 0 ? 0.7 : 0.4;
  }
  if (words.length === 1) {
    if (!isWritten(one) || /^\p{Lower}/u.test(name)) return usual(name) < COINED && !isMadeUp(name) ? 1 : 0.2;
    return usual(name) > EVERYDAY * 10
      ? marks.has("called")
        ? 0.5
        : 0.2
      : ACRONYM.test(name) || usual(name) <= EVERYDAY
        ? 0.8
        : 0.5;
  }
  const capitals = words.filter((word) => /^[\p{Upper}\p{N}]/u.test(word)).length;
  if (isWritten(one) && capitals >= 2 && capitals >= words.length - 1) return 0.8;
  if (name.split(" ").some(isCoded)) return 0.7;
  const rare = words.reduce((sum, word) => sum + rarity(word.toLowerCase()), 0) / words.length;
  return Math.max(isOfTheTrade(name) ? 0.6 : isCentral(one) ? 0.4 : 0, Math.min(0.7, (rare - 8) / 6));
}

/** "Project Open Data" at the start of a sentence: a link to its home tells that it is a name. */
export function isWritten({ counts, marks }: Candidate): boolean {
  return counts.written > 0 || (counts.exact > 0 && SAID.some((mark) => marks.has(mark)));
}

const SAID: readonly Mark[] = ["home", "introduced", "acronym"];

/** "timestamps", "iterating", in whatever case. */
export function isPlainWord(name: string): boolean {
  return /^\p{Alpha}\p{Lower}+$/u.test(name) && (isMadeUp(name) || tag(name.toLowerCase())[0]?.pos === "VERB");
}

/** "naked functions", all through a text: words of everybody's, and what it is about. */
export function isCentral({ counts, sentences, nomination, marks }: Candidate): boolean {
  const salient = nomination ? nomination.salience >= 0.2 : marks.size > 0;
  return counts.prose > OFTEN && counts.prose * SHARE >= sentences && salient;
}

/** Sentences. */
export const SHARE = 15;

/** Times. */
export const OFTEN = 3;
