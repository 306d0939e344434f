// A Page is one file of the wiki as kb would write it.

export type PageType =
  | "source"
  | "concept"
  | "entity"
  | "method"
  | "answer"
  | "index"
  | "overview"
  | "log"
  | "review"
  | "decisions"
  | "text";

export type FrontValue = string | number | boolean | readonly string[];

/** Flat, in the order it is printed. Dates (`created`, `updated`), `kb_engine` and `kb_hash` are put in when the page is written. */
export type FrontMatter = Readonly<Record<string, FrontValue>>;

export interface Page {
  /** From the vault's root: "wiki/concepts/memex.md". */
  readonly path: string;
  readonly type: PageType;
  readonly title: string;
  readonly front: FrontMatter;
  /** Aliases that other pages of kb have by now: where it is unknown what kb printed last, they are no person's. */
  readonly moved?: readonly string[];
  /** After the front matter; LF, no space at line ends, no blank lines around it. */
  readonly body: string;
  /** Of the body, where that is known without looking. */
  readonly hash?: string;
  /** "extractive", or "ollama:qwen3:8b". */
  readonly engine: string;
}

/** Pages whose parts are put together by a template in templates/pages/. */
export type PageLayout = "topic" | "source" | "answer" | "overview" | "index";

/** The body of a page from its parts, as Markdown without blank lines around them; a part that is empty leaves no line behind. */
export type LayOut = (layout: PageLayout, parts: Readonly<Record<string, string | boolean>>) => string;
