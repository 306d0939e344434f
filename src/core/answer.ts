// An Answer is what the vault says to a question, sentence by sentence with the claims it rests on, or why it says nothing.
import type { Passage } from "./engine.ts";
import type { Dropped } from "./note.ts";
import type { LedCode } from "./search.ts";

export interface Citation {
  /** Number of its source within the answer, from 1 in the order of first use. */
  readonly n: number;
  /** Wiki page of the source: "wiki/sources/x.md". */
  readonly page: string;
  /** Claim id. */
  readonly claim: string;
  /** Raw file. */
  readonly source: string;
  readonly sourceTitle: string;
  /** Heading of the source that it stands under; empty when there is none but the title. */
  readonly heading: string;
  readonly quote: string;
  /** False for a sentence of the raw file that is no claim of its source page yet: it is cited by its place in the raw file. */
  readonly onPage: boolean;
  /** Link that opens the evidence: "wiki/sources/x#^c-7f3a9c21d0", or a place in the raw file. */
  readonly link: string;
}

export interface AnsweredSentence {
  readonly text: string;
  /** Part of the answer that it stands in, where there are parts: "For", "Against". */
  readonly section?: string;
  readonly citations: readonly Citation[];
  /** What it leads to, copied from the same source. */
  readonly code?: LedCode;
  /** Where it stands in a comparison. */
  readonly cell?: Cell;
  /** What it gives to a chart. */
  readonly point?: Point;
}

export interface Cell {
  readonly row: string;
  /** Wiki page of the row's thing; undefined where it has none. */
  readonly page?: string;
  readonly column: string;
}

/** One figure with what it is a figure of. */
export interface Point {
  readonly label: string;
  /** In `unit`. */
  readonly value: number;
  /** As the evidence writes it. */
  readonly surface: string;
  readonly unit: string;
  /** The year it is true of, where its sentence names one. */
  readonly year?: number;
  /** The second figure of a scatter. */
  readonly other?: { readonly value: number; readonly unit: string; readonly surface: string };
}

export interface Nearest {
  readonly passage: Passage;
  readonly link: string;
}

/** What a refusal says beside no. */
export interface Missing {
  /** Words of the question, rarest first; `count` paragraphs of the vault hold them. */
  readonly looked: readonly { readonly word: string; readonly count: number }[];
  readonly nearest?: Nearest;
  /** It is asked what this is: sources may speak of it, and none says so. */
  readonly thing?: string;
  /** Which kind of source would help: "a source with figures on …". */
  readonly wanted: string;
}

export interface Answer {
  readonly question: string;
  readonly answerable: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly sentences: readonly AnsweredSentence[];
  readonly missing?: Missing;
  readonly dropped: readonly Dropped[];
  /** "extractive", or "ollama:qwen3:8b". */
  readonly engine: string;
  /** The day on which it was given, when it is an earlier answer to the same question on the same evidence. */
  readonly answeredOn?: string;
}
