// What the search index keeps of a page: its words as a reader sees them, without marks and without its lists of links.
import type { DocumentMeta } from "../core/document.ts";
import type { IndexRow, PassageRow, Stated } from "../core/search.ts";

export interface PageToIndex {
  readonly path: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** After the front matter. */
  readonly body: string;
  readonly stamp: string;
  /** Source pages: what the raw file says. */
  readonly passages: readonly PassageRow[];
  /** What it states of itself, without its authors, whom the page names. */
  readonly stated?: readonly Stated[];
}

/** Kinds of page that are lists of others, or hold what passages hold already. */
const LISTS = new Set(["index", "log", "review", "decisions", "text"]);
/** Sections that name other pages: their words would find this one for what it only links to. */
const LINK_SECTIONS = new Set(["related", "sources", "names"]);
const STANDING_HEADINGS = new Set([...LINK_SECTIONS, "claims", "open questions", "uncertain"]);

const AUTHOR = "author";

/** Of the one document behind a page: what is stated of one of several is not stated of all. */
export function statedOf(documents: readonly { readonly meta: Pick<DocumentMeta, "stated"> }[]): Stated[] {
  const [document] = documents;
  if (!document || documents.length > 1) return [];
  return Object.entries(document.meta.stated ?? {}).flatMap(([key, values]) =>
    values.map((value) => ({ key: key.toLowerCase(), value })),
  );
}

export function isSearched(type: string): boolean {
  return !LISTS.has(type);
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
    .map(textOf)
    .filter((text) => text !== "");

/** "[[raw/x.pdf#page=3|p. 3]]" names raw/x.pdf. */
export function linkedPath(link: string): string {
  return /\[\[([^\]|#]+)/.exec(link)?.[1]?.trim() ?? link.trim();
}

export function rowOf({ path, front, body, stamp, passages, stated = [] }: PageToIndex): IndexRow {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  const title = textOf(front.title) || name;
  const sources = [...listOf(front.source), ...listOf(front.sources)].map(linkedPath);
  const source = listOf(front.source).map(linkedPath)[0];
  const { headings, text } = readingOf(body);
  return {
    path,
    title,
    type: textOf(front.type),
    aliases: listOf(front.aliases),
    tags: listOf(front.tags).map((tag) => tag.replace(/^#/, "")),
    sources,
    updated: textOf(front.updated).slice(0, 10),
    published: textOf(front.published),
    headings,
    body: text,
    stamp,
    passages,
    stated: [...listOf(front.author).map((value) => ({ key: AUTHOR, value })), ...stated],
    ...(source === undefined ? {} : { source }),
  };
}

/** Marks of Markdown gone; links as their aliases; quotations below claims left to the passages. */
export function readingOf(body: string): { headings: string; text: string } {
  const headings: string[] = [];
  const lines: string[] = [];
  let skipped = false;
  for (const line of body.split("\n")) {
    const heading = /^#{1,6}\s+(.*)/.exec(line)?.[1];
    if (heading !== undefined) {
      const words = plainLine(heading);
      skipped = LINK_SECTIONS.has(words.toLowerCase());
      if (!STANDING_HEADINGS.has(words.toLowerCase())) headings.push(words);
      continue;
    }
    if (skipped || /^\s+- “/.test(line) || /^(?:```|~~~)/.test(line)) continue;
    const words = plainLine(line);
    if (words !== "") lines.push(words);
  }
  return { headings: headings.join("\n"), text: lines.join("\n") };
}

function plainLine(line: string): string {
  return line
    .replace(/\[\[[^\]|]*#\^c-[^\]|]*\|\d+\]\](?:,\s(?=\[\[))?/g, "")
    .replace(/\s?\(\s*\)/g, "")
    .replace(/\([\s,]+/g, "(")
    .replace(/\s+(?=[,;.](?:\s|$))/g, "")
    .replace(/!?\[\[([^\]|]*)\|([^\]]*)\]\]/g, "$2")
    .replace(/!?\[\[([^\]]*)\]\]/g, "$1")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s\^[\w-]+$/, "")
    .replace(/^\s*>\s?(?:\[!\w+\][+-]?\s?)?/, "")
    .replace(/^\s*(?:[-*+]|\d+\.)\s+/, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~=$%^&:])/g, "$1")
    .replace(/(?<!\\)(`+)([^`]+)\1/g, "$2")
    .replace(/[*_`=~]{2,}|(?<=\s|^)[*_`]|[*_`](?=\s|$)/g, "")
    .replace(/¶/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
