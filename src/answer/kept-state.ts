// What documents say of their own standing, kept as tags of their pages: "status/final", "category/core".
import type { IndexHit, PageIndex } from "../core/search.ts";

const KEPT = ["status", "category"] as const;

export interface KeptState {
  readonly by: (typeof KEPT)[number];
  /** "final", "last-call" */
  readonly value: string;
}

const slugged = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, "-");

/** The tag that a word of a question means, if any document has it: "withdrawn", "Last Call". */
export function stateTag(index: PageIndex, words: string): KeptState | undefined {
  return KEPT.map((by) => ({ by, value: slugged(words) })).find((state) => withState(index, state, 1).length > 0);
}

/** Those of the pages that are in it. */
export function inState(index: PageIndex, pages: readonly IndexHit[], state: KeptState): IndexHit[] {
  const those = new Set(withState(index, state, 100_000).map(({ path }) => path));
  return pages.filter(({ path }) => those.has(path));
}

function withState(index: PageIndex, { by, value }: KeptState, limit: number): readonly IndexHit[] {
  const filter = { types: ["source"], tags: [`${by}/${value}`], sources: [], updated: [] };
  return index.lookup({ any: [], phrases: [], not: [], filter }, limit);
}

/** "the status “final”" */
export const labelOf = ({ by, value }: KeptState): string => `the ${by} “${value.replace(/-/gu, " ")}”`;

/** What a page's tags say: "final" of "status/final". */
export function stateOf(tags: unknown, by: KeptState["by"]): string | undefined {
  const list = Array.isArray(tags) ? tags.map(String) : [];
  return list
    .find((tag) => tag.startsWith(`${by}/`))
    ?.slice(by.length + 1)
    .replace(/-/gu, " ");
}

/** "EIP-3670 EOF - Code Validation": number and title. */
export function nameIn({ title, aliases }: IndexHit, series: string | undefined): string {
  const number = aliases.find((alias) => alias.startsWith(`${series}-`));
  return number === undefined || title.includes(number) ? title : `${number} ${title}`;
}

/** Documents that their series calls by number; all pages where none is. */
export function ofSeries(pages: readonly IndexHit[], series: string): readonly IndexHit[] {
  const own = pages.filter(({ aliases }) =>
    aliases.some((alias) => alias.startsWith(`${series}-`) && /^\d+$/u.test(alias.slice(series.length + 1))),
  );
  return own.length > 0 ? own : pages;
}
