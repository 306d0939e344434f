// A Document is what a reader makes of one raw file: blocks, and sentences numbered from 1.

/** What a block is to a reader of the page. Code and formulas never become sentences. */
export type BlockKind =
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-row"
  | "quote"
  | "callout"
  | "code"
  | "math"
  | "image"
  | "footnote";

export interface Block {
  readonly kind: BlockKind;
  /** The words as a reader sees them: marks of Markdown are gone. Code and formulas stand as written. A table row reads "head: cell; head: cell". */
  readonly text: string;
  /** Place in Document.markdown, UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Headings above the block, outermost first, as plain text. A heading's own text is the last entry of its own path. */
  readonly headings: readonly string[];
  /** 1 to 6, headings only. */
  readonly depth?: number;
  /** Page of a PDF, from 1. */
  readonly page?: number;
  /** Start time of a transcript's paragraph, "00:01:02". */
  readonly time?: string;
  /** Who speaks, in transcripts and posts. */
  readonly speaker?: string;
  /** The raw file that it stands in, where a Document is made of several: a repository. */
  readonly file?: string;
  /** Language of a code block. */
  readonly lang?: string;
}

export interface Sentence {
  /** From 1, in text order, without gaps. */
  readonly n: number;
  /** As a reader sees it, white space squeezed. Evidence is copied from here. */
  readonly text: string;
  /** Place in Document.markdown, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Index into Document.blocks. */
  readonly block: number;
  /** Inline code in `text`: start and end, UTF-16 code units, end exclusive. */
  readonly code?: readonly CodeRange[];
}

export type CodeRange = readonly [start: number, end: number];

export interface Picture {
  /** A path from the vault's root, or a URL. */
  readonly target: string;
  readonly alt: string;
}

/** Something a reader left out, so that nothing is lost in silence. */
export interface Removal {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

export interface DocumentMeta {
  readonly title: string;
  readonly authors: readonly string[];
  /** As written in the source, or ISO when it had to be read from elsewhere. */
  readonly published?: string;
  readonly url?: string;
  /** BCP 47 primary tag, "en", "zh", or "und". */
  readonly language: string;
  readonly description?: string;
  readonly tags: readonly string[];
  /** Other names of what the source is about, as its author states them. */
  readonly aliases?: readonly string[];
  /** What it says of its own standing, as tags: "status/final", "category/core". */
  readonly standing?: readonly string[];
  /** What else its front matter states, by key as written: "requires" -> "170, 3540". */
  readonly stated?: Readonly<Record<string, readonly string[]>>;
  /** Title of the whole that it is a part of: a book, an archive. */
  readonly partOf?: string;
  /** True when the title was made up from the file's name because the source has none. */
  readonly titleFromName: boolean;
}

export interface Document {
  /** From the vault's root, with "/", NFC. */
  readonly path: string;
  readonly format: string;
  readonly meta: DocumentMeta;
  /** The whole as Markdown. For .md sources this is the raw text itself, front matter blanked out by nothing: offsets hold in the file. */
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly pictures: readonly Picture[];
  readonly leftOut: readonly Removal[];
  readonly words: number;
  /** False for formats that Obsidian cannot open: their text stands in wiki/texts/. */
  readonly opens: boolean;
  /** Short posts, each under a heading that says who wrote it and when. */
  readonly posts?: boolean;
}
