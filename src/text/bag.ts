// The words of a text without their order, small enough to compare a hundred pages within a search.
import { STOP_WORDS } from "./stopwords.ts";

/** Different terms kept of one text, the most frequent: a book is told by these as well. */
const MOST_TERMS = 1500;
/** Bits that stand for a term, and how many different terms that makes. The others of 32 count it. */
export const TERM_BITS = 20;
export const TERMS = 2 ** TERM_BITS;
/** Of a number in a bag, the term is `entry >>> COUNT_BITS`, the count `entry & MOST_COUNTED`. */
export const COUNT_BITS = 32 - TERM_BITS;
export const MOST_COUNTED = 2 ** COUNT_BITS - 1;

// FNV-1a, folded: among the few thousand terms of a hundred pages hardly two fall together.
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return ((hash >>> TERM_BITS) ^ hash) & (TERMS - 1);
}

/** Its length in terms, then for each term (no stop words, no single letters) bits that stand for it and bits of its count. */
export function bagOf(terms: readonly string[]): Buffer {
  const counts = new Map<number, number>();
  for (const term of terms) {
    if (STOP_WORDS.has(term) || /^[\x00-\x7f]$/.test(term)) continue;
    const hash = hashOf(term);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const kept = counts.size > MOST_TERMS ? [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS) : [...counts];
  const words = kept.map(([hash, count]) => ((hash << COUNT_BITS) | Math.min(count, MOST_COUNTED)) >>> 0);
  return Buffer.from(Uint32Array.of(terms.length, ...words).buffer);
}
