// When a file may be taken as unchanged without reading it: size, times and inode are the same, and it was not touched within 2 s of the last look.
import type { Stats } from "node:fs";

/** File systems and clocks are coarse: a file changed right after a look may carry the same time stamp. */
const RACY_MS = 2000;

export function statKey(stats: Stats): string {
  return `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
}

/** True when a look at time `seen` (ms since 1970) may be trusted for a file with these times. */
export function isSettled(stats: Stats, seen: number): boolean {
  return Math.max(stats.mtimeMs, stats.ctimeMs) < seen - RACY_MS;
}
