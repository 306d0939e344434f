// How common a word is in everyday English: what is rare there and frequent in a source is what the source is about.
import { countOf, TOTAL } from "../word-counts.ts";

/** Occurrences in the background from which a word is everyone's. */
export const EVERYDAY = 30;
/** Below this nobody uses a word by chance. */
export const COINED = 3;
/** Two in a million words: below this a heading is enough to make a word a thing. */
export const UNCOMMON = 100;
/** Of `rarity`: commoner words tell little. */
export const RARE = 8.5;

/** Times a lower-case word stands in the background, 0 when unknown. */
export function everydayCount(word: string): number {
  return countOf(word);
}

/** 0 (the commonest words) to about 17.7 (unknown ones): the natural logarithm of the inverse frequency. */
export function rarity(word: string): number {
  return Math.log(TOTAL / (everydayCount(word) + 1));
}
