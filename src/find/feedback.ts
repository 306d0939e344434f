// What the best pages have in common is what the query is about: pages near them rise, whatever words they use (relevance model, RM3).
import type { Bag, IndexHit } from "../core/search.ts";
import { COUNT_BITS, MOST_COUNTED, TERMS } from "../text/bag.ts";

/** Pages that are put in a new order, and the best of them that tell what is meant. */
export const FEEDBACK_DEPTH = 100;
const TRUSTED = 10;
/** Fewer pages tell nothing of what is common. */
const LEAST_PAGES = 10;
/** Words that stand for what the best pages say. */
const MOST_TERMS = 60;
/** Of the score, what the query's own words make; tuned on the even queries of Cranfield and SciFact. */
const OWN = 0.5;
/** How much more a page counts whose score is an eighth better. */
const SHARPNESS = 8;
// BM25's parameters for the words of the best pages.
const K1 = 1.6;
const B = 0.75;

/** Hits in a new order. Pages beyond the first hundred stay behind them, in their order. */
export function withFeedback(
  hits: readonly IndexHit[],
  bagsOf: (paths: readonly string[]) => ReadonlyMap<string, Bag>,
): readonly IndexHit[] {
  const pool = hits.slice(0, FEEDBACK_DEPTH);
  const top = pool[0]?.score ?? 0;
  if (pool.length < LEAST_PAGES || top <= 0) return hits;
  const bags = bagsOf(pool.map(({ path }) => path));
  const held = pool.map(({ path, score }) => ({ bag: bags.get(path) ?? new Uint32Array(1), score }));
  const spread = spreadOf(held.map(({ bag }) => bag));
  const common = commonTo(held.slice(0, TRUSTED), top, spread, pool.length);
  const mean = held.reduce((sum, { bag }) => sum + (bag[0] ?? 0), 0) / held.length || 1;
  const nearness = nearnessTo(common, mean);
  const near = held.map(({ bag }) => nearness(bag));
  const nearest = Math.max(...near, Number.EPSILON);
  const scored = hits.map((hit, i) => ({
    ...hit,
    score: OWN * hit.score + ((1 - OWN) * top * (near[i] ?? 0)) / nearest,
  }));
  return scored.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
}

/** In how many of the bags, a hundred at most, each term stands. A table, since a map of them would cost more than the search. */
function spreadOf(bags: readonly Bag[]): Uint8Array {
  const spread = new Uint8Array(TERMS);
  for (const bag of bags)
    for (let i = 1; i < bag.length; i++) {
      const term = (bag[i] ?? 0) >>> COUNT_BITS;
      spread[term] = (spread[term] ?? 0) + 1;
    }
  return spread;
}

/** Terms that stand in the best pages more than in the others, with their weights. */
function commonTo(
  best: readonly { readonly bag: Bag; readonly score: number }[],
  top: number,
  spread: Uint8Array,
  pages: number,
): Map<number, number> {
  const share = new Map<number, number>();
  for (const { bag, score } of best) {
    const trust = Math.exp(((score - top) / top) * SHARPNESS) / Math.max(1, bag[0] ?? 0);
    for (let i = 1; i < bag.length; i++) {
      const entry = bag[i] ?? 0;
      const term = entry >>> COUNT_BITS;
      const stands = spread[term] ?? 0;
      if (stands < 2 || stands * 2 > pages) continue;
      share.set(term, (share.get(term) ?? 0) + trust * (entry & MOST_COUNTED));
    }
  }
  const rarity = (term: number): number => Math.log(1 + pages / (1 + (spread[term] ?? 0)));
  const weighed = [...share].map(([term, value]): [number, number] => [term, value * rarity(term) ** 2]);
  return new Map(weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_TERMS));
}

/** How much of what is common each bag holds. */
function nearnessTo(common: ReadonlyMap<number, number>, mean: number): (bag: Bag) => number {
  const place = new Uint8Array(TERMS);
  const weights = [0, ...common.values()];
  for (const [i, term] of [...common.keys()].entries()) place[term] = i + 1;
  return (bag) => {
    const dampened = K1 * (1 - B + (B * (bag[0] ?? 0)) / mean);
    let sum = 0;
    for (let i = 1; i < bag.length; i++) {
      const entry = bag[i] ?? 0;
      const at = place[entry >>> COUNT_BITS] ?? 0;
      if (at > 0) sum += ((weights[at] ?? 0) * (entry & MOST_COUNTED)) / ((entry & MOST_COUNTED) + dampened);
    }
    return sum;
  };
}
