// A Topic is one identity behind many names; it may deserve a page.
import type { Claim, Defining, EntityKind, TopicType } from "./note.ts";

/** A claim and the source it stands in. */
export interface ClaimRef {
  /** Path of the raw file. */
  readonly source: string;
  readonly id: string;
}

/** A name that means several things: "Java" of the island and of the language. */
export interface Among {
  readonly name: string;
  /** What this one is, "island": for its title and for the line that leads to the others. */
  readonly mark: string;
  /** Only a capital tells it apart: the name Windows, the common word "window". */
  readonly spelt?: "name" | "word";
  /** Written small it always means the other: "windows" are no Windows. */
  readonly capital?: boolean;
}

export interface Topic {
  readonly title: string;
  readonly type: TopicType;
  readonly kind?: EntityKind;
  /** Every name that means it, the title first. */
  readonly aliases: readonly string[];
  /** By what evidence a name of another form is one of them. */
  readonly why?: Readonly<Record<string, string>>;
  /** Set where the vault has other things of one of its names. */
  readonly among?: Among;
  /** Claims that speak of it, grouped by source in path order, in text order within. */
  readonly claims: readonly ClaimRef[];
  /** Sources that name it, whether or not a claim of theirs does, in path order; `count` of times. */
  readonly named: readonly { readonly source: string; readonly count: number }[];
  /** Those whose subject it is. */
  readonly subjectOf: readonly ClaimRef[];
  /** The claim that says what it is, if one does. */
  readonly definedBy?: ClaimRef;
  readonly definition?: string;
  readonly definitionStrength?: number;
  /** What else says so, of all its sources, best first. */
  readonly alsoDefined?: readonly Defining<ClaimRef>[];
  /** Without a definition, the noun that sources put beside it: "opcode". */
  readonly sort?: { readonly noun: string; readonly claims: readonly ClaimRef[] };
}

/** A pair of names that may be one thing: for a person to decide. */
export interface DoubtfulMerge {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
  /** 0 to 1, likelihood that they are the same. */
  readonly score: number;
  /** 0 to 1: of the sources of the rarer, how many speak of the other too. */
  readonly context: number;
}

/** A sentence of a page with the claims it rests on. */
export interface CitedSentence {
  readonly text: string;
  readonly claims: readonly ClaimRef[];
  /** What code puts before it in a list: the year of its source. */
  readonly label?: string;
}

/** What one source says of a thing; an empty text only points at the source; no claims where none of it names the thing. */
export interface SurveyRow extends CitedSentence {
  /** Path of the raw file. */
  readonly source: string;
  /** The source has the name in its title. */
  readonly titled: boolean;
  /** It names the thing again and again. */
  readonly dwells?: boolean;
  /** In a language without spaces, of whose sentences none is ever shown beside a source. */
  readonly spaceless?: boolean;
}

export interface CitedClaim extends ClaimRef {
  readonly claim: Claim;
}
