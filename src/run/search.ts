// kb search: ranked pages with snippets, over an index that has first caught up with the files.
import type { SearchHit } from "../core/search.ts";
import { searchOf } from "../find/search.ts";
import type { Vault } from "../vault/open.ts";
import { freshIndex } from "./reindex.ts";

export interface SearchOptions {
  /** How many pages at most. */
  readonly limit?: number;
  readonly type?: string;
}

export interface SearchReport {
  readonly query: string;
  readonly results: readonly SearchHit[];
}

export type Searcher = (query: string) => SearchReport;

const LIMIT = 10;

/** One index for many queries (`search -`). Close it when done. */
export async function openSearch(
  vault: Vault,
  { limit = LIMIT, type }: SearchOptions = {},
): Promise<{ search: Searcher; close: () => void }> {
  const index = await freshIndex(vault);
  const { find } = searchOf(index);
  return {
    search: (query) => ({
      query,
      results: find({ query, limit, ...(type === undefined ? {} : { type }) }).map(rounded),
    }),
    close: () => index.close(),
  };
}

export async function search(vault: Vault, query: string, options: SearchOptions = {}): Promise<SearchReport> {
  const { search: once, close } = await openSearch(vault, options);
  try {
    return once(query);
  } finally {
    close();
  }
}

const rounded = (hit: SearchHit): SearchHit => ({ ...hit, score: Number(hit.score.toPrecision(4)) });
