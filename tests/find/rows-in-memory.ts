// Pages for the search index, in memory.
import type { IndexRow } from "../../src/core/search.ts";
import { openIndex, type VaultIndex } from "../../src/vault/index-file.ts";

export function row(
  path: string,
  given: Partial<IndexRow> & { readonly says?: readonly (readonly string[])[] } = {},
): IndexRow {
  const { says = [], ...rest } = given;
  let n = 0;
  return {
    path,
    title: path,
    type: "concept",
    aliases: [],
    tags: [],
    sources: [],
    updated: "2026-01-15",
    headings: "",
    body: "",
    stamp: "1",
    passages: says.map((sentences) => ({
      place: { headings: [] },
      sentences: sentences.map((text) => ({ n: ++n, text })),
    })),
    ...rest,
  };
}

export function indexOf(rows: readonly IndexRow[]): VaultIndex {
  const index = openIndex(":memory:");
  index.update(rows, []);
  return index;
}
