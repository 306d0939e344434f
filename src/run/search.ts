// kb search: ranked pages with snippets, over an index that has first caught up with the files; by meaning too where vectors are.
import type { SearchHit } from "../core/search.ts";
import { parseQuery } from "../find/query.ts";
import { searchOf } from "../find/search.ts";
import { openMeaning } from "./meaning.ts";
import { freshIndex } from "./reindex.ts";
import type { Workspace } from "./workspace.ts";

export interface SearchOptions {
  /** How many pages at most. */
  readonly limit?: number;
  readonly type?: string;
}

export interface SearchReport {
  readonly query: string;
  readonly results: readonly SearchHit[];
}

export type Searcher = (query: string) => Promise<SearchReport>;

const LIMIT = 10;

/** One index for many queries (`search -`). Close it when done. */
export async function openSearch(
  workspace: Workspace,
  { limit = LIMIT, type }: SearchOptions = {},
): Promise<{ search: Searcher; close: () => void }> {
  const index = await freshIndex(workspace);
  const meaning = openMeaning(workspace, index);
  const { find } = searchOf(index);
  return {
    search: async (query) => {
      const { text } = parseQuery(query);
      const near = text === "" ? undefined : await meaning?.near(text);
      const wishes = { ...(type === undefined ? {} : { type }), ...(near === undefined ? {} : { near }) };
      const results = find({ query, limit, ...wishes }).map(rounded);
      if (results.length === 0 && index.seen().size === 0) workspace.progress.notice(noPages(workspace));
      return { query, results };
    },
    close: () => {
      meaning?.close();
      index.close();
    },
  };
}

/** What there is to do in a vault that was never compiled. */
export function noPages({ layout }: Workspace): string {
  return `There is no page in the wiki yet: put sources into ${layout.raw}/ and run kb compile.`;
}

export async function search(workspace: Workspace, query: string, options: SearchOptions = {}): Promise<SearchReport> {
  const { search: once, close } = await openSearch(workspace, options);
  try {
    return await once(query);
  } finally {
    close();
  }
}

const rounded = (hit: SearchHit): SearchHit => ({ ...hit, score: Number(hit.score.toPrecision(4)) });
