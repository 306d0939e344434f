// A SourceNote is what one source says: claims with their evidence, the names it speaks of, a summary.
import type { CodeRange, DocumentMeta } from "./document.ts";

/** What sort of page a topic gets, and for entities which sort of thing it is. */
export type EntityKind = "person" | "organisation" | "product" | "project" | "place" | "work" | "event";
export type TopicType = "concept" | "entity" | "method";

/** Where a reader finds the evidence: a heading path of a Markdown file, a PDF's page, a transcript's time. */
export interface Place {
  readonly headings: readonly string[];
  readonly page?: number;
  readonly time?: string;
  /** The innermost heading, when a link can name it (one that is underlined instead of marked by # is no safe target). */
  readonly heading?: string;
  /** The raw file, where a source is made of several: a bundle of posts, a repository. */
  readonly file?: string;
  /** Block id of the paragraph in wiki/texts/, for formats that Obsidian cannot open. */
  readonly paragraph?: string;
}

export interface Claim {
  /** "c-" and ten hex digits of the SHA-256 of the quotation; "-2", "-3" when the same sentence stands again in the source. */
  readonly id: string;
  /** Can be understood alone; a referent that code put in stands in [square brackets]. */
  readonly text: string;
  /** Sentence numbers, ascending. */
  readonly evidence: readonly number[];
  /** The evidence, copied by code; skipped words show as […]. */
  readonly quote: string;
  readonly place: Place;
  /** The sentence behind the evidence takes it back or narrows it: "However, …". */
  readonly turned?: true;
  /** Who says so, when the source reports somebody's words. */
  readonly attribution?: string;
}

/** What a sentence says that a thing is, as in Mention. */
export interface Defining<At> {
  readonly by: At;
  readonly definition: string;
  readonly strength: number;
}

/** A name that a source nominates as something it speaks about. */
export interface Mention {
  /** The most usual form in this source. */
  readonly name: string;
  /** Other forms seen here: plural, acronym, expansion. */
  readonly forms: readonly string[];
  readonly type: TopicType;
  readonly kind?: EntityKind;
  /** Named in passing: it joins a topic that other sources speak of, and makes none. */
  readonly minor?: boolean;
  /** How often it stands in the source. */
  readonly count: number;
  /** 0 to 1: how much the source is about it. */
  readonly salience: number;
  readonly inTitle: boolean;
  readonly inHeading: boolean;
  /** Claim that says what it is ("X is a …"), by id. */
  readonly definedBy?: string;
  /** What it is, in the source's words, without the subject: "a desk in which a person stores books". */
  readonly definition?: string;
  /** 0 to 1: how well that sentence serves as the first line about it. */
  readonly definitionStrength?: number;
  /** What else says so, best first: a page may find the first unfit. */
  readonly alsoDefined?: readonly Defining<string>[];
  /** Nouns that claims put beside it, by the claim's id; `classed` where the name is said to be of that sort: "tools such as Tide". */
  readonly beside?: readonly { readonly noun: string; readonly classed: boolean; readonly claim: string }[];
  /** 0 to 1, where it is enough for a page: how likely what this source says of it makes a good first line. */
  readonly promise?: number;
  /** Claims that name it, by id, in text order. */
  readonly claims: readonly string[];
  /** Those of them whose subject it is. */
  readonly subjectOf: readonly string[];
}

/** A Mention before there are claims: evidence is sentence numbers. */
export interface Nomination extends Omit<Mention, "definedBy" | "alsoDefined" | "claims" | "subjectOf" | "beside"> {
  readonly definedBy?: number;
  readonly alsoDefined?: readonly Defining<number>[];
  readonly beside?: readonly { readonly noun: string; readonly classed: boolean; readonly n: number }[];
  /** Sentences that name it, ascending. */
  readonly sentences: readonly number[];
  readonly subjectOf: readonly number[];
}

/** A name by which a reader may look a source up. */
export interface Term {
  readonly name: string;
  /** Its acronyms. */
  readonly also?: readonly string[];
  /** Its sentences write it with capitals: a name, and no heading alone. */
  readonly proper?: true;
  /** Somebody, who takes no other name's place. */
  readonly person?: true;
  /** How much the source is about it: 1 where it speaks of it, 5 where it is its title. */
  readonly weight: number;
}

export interface SourceNote {
  readonly path: string;
  /** Raw files of a bundle of short posts, in path order; its path is no file's. */
  readonly members?: readonly string[];
  /** SHA-256 of the raw bytes, hex. */
  readonly hash: string;
  readonly meta: DocumentMeta;
  readonly words: number;
  readonly opens: boolean;
  /** Pictures that it shows, as it names them; of a file that is a picture, its own path alone. */
  readonly pictures?: readonly string[];
  /** What a model says that the picture shows; no evidence, and told as its word. */
  readonly shows?: Shows;
  /** Sentences of the summary; each passes the check of its words. */
  readonly summary: readonly string[];
  /** Inline code in those and in claims and quotations, by their text. */
  readonly code?: Readonly<Record<string, readonly CodeRange[]>>;
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  /** Best first. */
  readonly terms?: readonly Term[];
  readonly questions: readonly string[];
  /** Sentences that give orders to a reader's model: kept out of claims and prompts, and shown as what they are. */
  readonly orders: readonly string[];
  /** "extractive", or "ollama:qwen3:8b". */
  readonly engine: string;
  readonly dropped: readonly Dropped[];
}

export interface Shows {
  readonly text: string;
  /** "ollama:llava:7b" */
  readonly by: string;
}

/** Something that a stage gave up, for the ledger. */
export interface Dropped {
  readonly what: string;
  readonly where: string;
  readonly reason: string;
}
