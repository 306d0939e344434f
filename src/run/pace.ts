// How long a model takes for a page, as measured in this vault: what `kb status` says of an upgrade.
import type { Kv } from "../vault/store.ts";

type Work = "note" | "topic";
type Pace = Partial<Record<Work, number>>;

const KEY = "pace";
/** Weight of the newest measurement. */
const NEWEST = 0.3;

export function rememberPace(kv: Kv, work: Work, ms: number): void {
  const known = kv.get<Pace>(KEY) ?? {};
  const before = known[work] ?? ms;
  kv.set(KEY, { ...known, [work]: Math.round(before + NEWEST * (ms - before)) });
}

/** Milliseconds for so many of each; undefined as long as no model was measured. */
export function expectedMs(kv: Kv, wanted: Readonly<Record<Work, number>>): number | undefined {
  const known = kv.get<Pace>(KEY) ?? {};
  let sum = 0;
  for (const work of ["note", "topic"] as const) {
    if (wanted[work] === 0) continue;
    const one = known[work] ?? known[work === "note" ? "topic" : "note"];
    if (one === undefined) return undefined;
    sum += wanted[work] * one;
  }
  return sum;
}
