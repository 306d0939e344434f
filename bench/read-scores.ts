// How text that was read is compared with text that should be there.
import { distance } from "fastest-levenshtein";

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** F1 of two bags of n-grams of words. */
export function bagF1(found: string, gold: string, n: number): number {
  const [left, right] = [gramsOf(found, n), gramsOf(gold, n)];
  const bag = new Map<string, number>();
  for (const gram of right) bag.set(gram, (bag.get(gram) ?? 0) + 1);
  let common = 0;
  for (const gram of left) {
    const count = bag.get(gram) ?? 0;
    if (count > 0) common++;
    bag.set(gram, count - 1);
  }
  return common === 0 ? 0 : (2 * common) / (left.length + right.length);
}

function gramsOf(text: string, n: number): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(1, words.length - n + 1) }, (_, i) => words.slice(i, i + n).join(" "));
}

/** 1 less the edit distance in words, over the longer text; pictures and comments aside. */
export function similarity(found: string, gold: string): number {
  const codes = new Map<string, string>();
  const coded = (text: string): string =>
    wordsOf(text.replace(/<!--[\s\S]*?-->|!\[[^\]]*\]\([^)]*\)/gu, " "))
      .map((word) => {
        const code = codes.get(word) ?? String.fromCharCode(codes.size + 1);
        codes.set(word, code);
        return code;
      })
      .join("");
  const [left, right] = [coded(found), coded(gold)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

/** The same by characters of the Markdown itself, line ends and spaces aside. */
export function markdownSimilarity(found: string, gold: string): number {
  const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();
  const [left, right] = [plain(found), plain(gold)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

export function folded(text: string): string {
  return text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, " ").trim().toLowerCase();
}
