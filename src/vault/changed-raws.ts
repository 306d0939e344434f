// Raw files whose bytes are no longer those that the last run read.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { absolute } from "./layout.ts";
import type { Vault } from "./open.ts";
import { statKey } from "./stat-key.ts";

interface Row {
  readonly path: string;
  readonly hash: string;
  readonly stat: string;
}

/** Paths from the vault's root. A vault whose .kb/ was deleted has no record of bytes, so nothing is known to have changed. */
export function changedRaws({ layout, store }: Vault): Set<string> {
  const rows = store.db.prepare("SELECT path, hash, stat FROM raw").all() as Row[];
  const changed = rows.filter(({ path, hash, stat }) => {
    const file = absolute(layout, path);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined || statKey(stats) === stat) return false;
    try {
      return createHash("sha256").update(readFileSync(file)).digest("hex") !== hash;
    } catch {
      return false;
    }
  });
  return new Set(changed.map((row) => row.path));
}
