// Which unit of one version of a page is which unit of another: the same, moved, or changed.
import { diffIndices } from "node-diff3";
import type { Unit } from "./merge-units.ts";

/** Index in the newer version to index in the older one, and which of them left their place. */
export interface Alignment {
  readonly pair: ReadonlyMap<number, number>;
  readonly moved: ReadonlySet<number>;
}

/** Words two versions of one sentence share, of all they have, at least. */
const ALIKE = 0.5;
/** … and at least this when they cite claims and none in common. */
export const ALIKE_OF_OTHER_CLAIMS = 0.7;
/** A changed unit is looked for this many units around its place: a long table must not be compared all with all. */
const WINDOW = 60;

export function aligned(
  older: readonly Unit[],
  newer: readonly Unit[],
  ofOtherClaims = ALIKE_OF_OTHER_CLAIMS,
): Alignment {
  const pair = new Map<number, number>();
  const taken = new Set<number>();
  const moved = new Set<number>();
  const join = (now: number, before: number): void => {
    pair.set(now, before);
    taken.add(before);
  };
  for (const [before, now] of unchanged(older, newer)) join(now, before);

  const freeOlder = (): number[] => older.flatMap((_unit, index) => (taken.has(index) ? [] : [index]));
  const freeNewer = (): number[] => newer.flatMap((_unit, index) => (pair.has(index) ? [] : [index]));

  const gapOf = neighbourhoods(pair, newer.length);

  // Moved: the very same words elsewhere.
  const places = new Map<string, number[]>();
  for (const index of freeOlder()) {
    const key = signOf(older[index]);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  for (const now of freeNewer()) {
    const before = places.get(signOf(newer[now]))?.shift();
    if (before === undefined || (newer[now]?.text ?? "") === "") continue;
    join(now, before);
    moved.add(now);
  }

  // Changed: between the same neighbours, the most alike first.
  const older2 = freeOlder();
  const candidates: { now: number; before: number; score: number }[] = [];
  for (const now of freeNewer()) {
    const { from, to, start } = gapOf[now] ?? NOWHERE;
    for (const before of older2) {
      if (before <= from || before >= to || Math.abs(before - from - (now - start)) > WINDOW) continue;
      const score = likeness(older[before], newer[now]);
      if (score >= (citeApart(older[before], newer[now]) ? ofOtherClaims : ALIKE))
        candidates.push({ now, before, score: score - Math.abs(now - before) / 1e6 });
    }
  }
  // Changed and moved: it still cites the same claims.
  const byIds = new Map(
    older2.filter((index) => (older[index]?.ids.length ?? 0) > 0).map((index) => [older[index]?.ids.join(" "), index]),
  );
  for (const now of freeNewer()) {
    const before = byIds.get(newer[now]?.ids.join(" "));
    if (before !== undefined && older[before]?.kind === newer[now]?.kind) candidates.push({ now, before, score: 0.4 });
  }
  candidates.sort((a, b) => b.score - a.score || a.now - b.now || a.before - b.before);
  for (const { now, before, score } of candidates) {
    if (pair.has(now) || taken.has(before)) continue;
    join(now, before);
    if (score === 0.4) {
      const { from, to } = gapOf[now] ?? NOWHERE;
      if (before <= from || before >= to) moved.add(now);
    }
  }
  return { pair, moved };
}

/** 0 to 1: the share of words in common; citing the same claims counts as half. */
export function likeness(a: Unit | undefined, b: Unit | undefined): number {
  if (a === undefined || b === undefined || a.kind !== b.kind || a.depth !== b.depth) return 0;
  const words = wordsOf(a.key);
  const others = wordsOf(b.key);
  if (words.length === 0 || others.length === 0) return a.key === b.key ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  const shared = (2 * common) / (words.length + others.length);
  return a.ids.some((id) => b.ids.includes(id)) ? 0.5 + shared / 2 : shared;
}

function citeApart(a: Unit | undefined, b: Unit | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.ids.length > 0 &&
    b.ids.length > 0 &&
    !a.ids.some((id) => b.ids.includes(id))
  );
}

function wordsOf(key: string): string[] {
  return (
    key
      .replace(/\^c-[0-9a-f-]+/gu, " ")
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Alpha}\p{N}]+/gu) ?? []
  );
}

function signOf(unit: Unit | undefined): string {
  return unit === undefined ? "" : `${unit.kind} ${unit.key}`;
}

/** Indexes of what stands in both in the same order. */
function unchanged(older: readonly Unit[], newer: readonly Unit[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let before = 0;
  let now = 0;
  const upTo = (end: number): void => {
    while (before < end) pairs.push([before++, now++]);
  };
  for (const { buffer1, buffer2 } of diffIndices(older.map(signOf), newer.map(signOf))) {
    upTo(Number(buffer1[0]));
    before = Number(buffer1[0]) + Number(buffer1[1]);
    now = Number(buffer2[0]) + Number(buffer2[1]);
  }
  upTo(older.length);
  return pairs;
}

const NOWHERE: Neighbourhood = { from: -1, to: -1, start: -1 };

interface Neighbourhood {
  /** Older indexes of the nearest paired neighbours. */
  readonly from: number;
  readonly to: number;
  /** Newer index of the neighbour before. */
  readonly start: number;
}

function neighbourhoods(pair: ReadonlyMap<number, number>, length: number): Neighbourhood[] {
  const before: { from: number; start: number }[] = [];
  let last = { from: -1, start: -1 };
  for (let now = 0; now < length; now++) {
    before.push(last);
    const older = pair.get(now);
    if (older !== undefined) last = { from: older, start: now };
  }
  const result: Neighbourhood[] = [];
  let to = Number.MAX_SAFE_INTEGER;
  for (let now = length - 1; now >= 0; now--) {
    result[now] = { ...(before[now] ?? { from: -1, start: -1 }), to };
    to = pair.get(now) ?? to;
  }
  return result;
}
