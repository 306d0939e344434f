// The ports behind which the index lives: vault/ fulfils them with SQLite, tests with a list.
import type { Place } from "./note.ts";

export interface SearchRow {
  readonly path: string;
  readonly title: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly updated: string;
  readonly headings: string;
  readonly body: string;
}

/** A block of code that a sentence leads to, as written. */
export interface LedCode {
  readonly text: string;
  /** As its source names it: "bash". */
  readonly lang?: string;
  /** More of it stands in the source. */
  readonly cut?: boolean;
}

export interface PassageSentence {
  readonly n: number;
  readonly text: string;
  /** A table's row with its heads, "head: cell; head: cell". */
  readonly row?: string;
  readonly code?: LedCode;
  /** Of an item the words that lead to its list, without their colon. */
  readonly lead?: string;
  /** Of such a lead its items, the first sentence of each. */
  readonly items?: readonly { readonly n: number; readonly text: string }[];
}

/** A paragraph of the raw file behind a source page: searched when the pages do not hold the answer. */
export interface PassageRow {
  readonly place: Place;
  readonly sentences: readonly PassageSentence[];
}

/** What the index keeps of a page. */
export interface IndexRow extends SearchRow {
  /** Changes when the raw file behind the page does. */
  readonly stamp: string;
  /** Source pages only: the raw file's path and what it says. */
  readonly source?: string;
  readonly published?: string;
  readonly passages: readonly PassageRow[];
  /** What the document states of itself, its authors among it, by key in small letters. */
  readonly stated?: readonly Stated[];
}

export interface Stated {
  readonly key: string;
  readonly value: string;
}

/** A page whose document states something under a key. */
export interface Stating {
  readonly path: string;
  readonly title: string;
  readonly value: string;
}

export interface PageFilter {
  readonly types: readonly string[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  /** Compared with the first letters of the page's date, so "2026-01" means that whole month. */
  readonly updated: readonly { readonly op: "<" | "<=" | "=" | ">=" | ">"; readonly date: string }[];
}

/** A query in index terms (text/words.ts). */
export interface IndexQuery {
  /** At least one of these, unless there are none. */
  readonly any: readonly string[];
  /** Must stand there, word for word. */
  readonly phrases: readonly (readonly string[])[];
  /** Count where they stand, like a rare word. */
  readonly wished?: readonly (readonly string[])[];
  readonly not: readonly (readonly string[])[];
  readonly filter: PageFilter;
}

export interface IndexHit {
  readonly path: string;
  readonly title: string;
  readonly type: string;
  readonly aliases: readonly string[];
  /** BM25 over weighted fields; 0 when the query has filters only. */
  readonly score: number;
}

export interface PassageHit extends PassageRow {
  readonly page: string;
  readonly source: string;
  readonly title: string;
  readonly published: string;
  /** From 0 within its page. */
  readonly at: number;
  readonly score: number;
}

/** A text that has a vector, and where it stands. */
export interface HeldText extends IndexHit {
  readonly key: string;
  /** The paragraph from 0; below 0 for the page's own words. */
  readonly at: number;
}

/** The words of a page without their order: its length in terms, then a term and its count in each number (text/bag.ts). */
export type Bag = Uint32Array;

/** Texts near a query in meaning, best first, by key; `score` is a cosine. */
export type NearTexts = readonly { readonly key: string; readonly score: number }[];

export interface PageIndex {
  /** Best first. */
  lookup(query: IndexQuery, limit: number): readonly IndexHit[];
  /** Paragraphs, best first; of one page when it is named. */
  passages(terms: readonly string[], limit: number, page?: string): readonly PassageHit[];
  /** Sentences of a page's paragraphs with one of the terms at least, in text order: for snippets. */
  mentions(terms: readonly string[], page: string, limit: number): readonly string[];
  /** The paragraphs of a page that stand before and after one. */
  around(page: string, at: number, reach: number): readonly PassageHit[];
  /** Title, raw file and date of a page. */
  about(path: string): { readonly title: string; readonly source: string; readonly published: string } | undefined;
  /** What the document behind a page states of itself, in its order. */
  stated(path: string): readonly Stated[];
  /** All that is stated under a key, by path. */
  stating(key: string): readonly Stating[];
  /** All keys, in small letters. */
  statedKeys(): readonly string[];
  /** The latest date on which a page changed; undefined in an empty index. */
  newest(): string | undefined;
  /** What pages say, by path: for comparing them with one another. */
  bags(paths: readonly string[]): ReadonlyMap<string, Bag>;
  /** Words of the page, for snippets. */
  textOf(path: string): string;
  /** In how many pages or paragraphs each term stands, and how many there are. */
  counts(terms: readonly string[]): { readonly total: number; readonly of: ReadonlyMap<string, number> };
  /** Pages by title or alias, given as content stems joined by a space (`nameKeyOf`). */
  named(
    keys: readonly string[],
  ): readonly { readonly key: string; readonly path: string; readonly title: string; readonly type: string }[];
  /** Where texts of these keys stand, on pages that the filter lets through. */
  holding(keys: readonly string[], filter?: PageFilter): readonly HeldText[];
  /** Terms that stand in the index and start alike, for typos. */
  nearTerms(term: string): readonly { readonly term: string; readonly count: number }[];
}

export interface SearchHit {
  readonly path: string;
  readonly title: string;
  readonly type: string;
  /** Higher is better. */
  readonly score: number;
  readonly snippet: string;
}

export interface SearchQuery {
  readonly query: string;
  readonly limit: number;
  readonly type?: string;
  /** With an embedding model: what is near the query in meaning. */
  readonly near?: NearTexts;
}

export interface Search {
  find(query: SearchQuery): readonly SearchHit[];
}
