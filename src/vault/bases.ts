// Merge bases: each body that kb generated, kept under its kb_hash, so that a page on disk names what it was made from.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { FrontMatter } from "../core/page.ts";
import type { Front } from "./front.ts";
import type { Store } from "./store.ts";

/** Bases that no page names are kept for this many runs, so that undo can go back to them. */
const KEPT_RUNS = 200;

export interface Base {
  readonly body: string;
  readonly front: Front;
}

export function baseOf(store: Store, hash: string): Base | undefined {
  const row = store.db.prepare("SELECT body, front FROM base WHERE hash = ?").get([hash]) as
    | { body: Uint8Array; front: string }
    | undefined;
  if (row === undefined) return undefined;
  return { body: inflateRawSync(row.body).toString("utf8"), front: JSON.parse(row.front) as Front };
}

export interface NewBase {
  readonly hash: string;
  readonly body: string;
  readonly front: FrontMatter;
}

/**
 * Bases by body are put in before their pages are written, so that a killed run never leaves a page without one.
 * `replace` renews the front matter of a body that is known: that is done after the page is written.
 */
export function keepBases(store: Store, bases: readonly NewBase[], replace: boolean): void {
  if (bases.length === 0) return;
  const run = store.kv.get<number>("run") ?? 0;
  const conflict = replace
    ? "DO UPDATE SET front = excluded.front, run = excluded.run"
    : "DO UPDATE SET run = excluded.run";
  const write = store.db.prepare(
    `INSERT INTO base (hash, body, front, run) VALUES (?, ?, ?, ?) ON CONFLICT (hash) ${conflict}`,
  );
  store.transaction(() => {
    for (const { hash, body, front } of bases)
      write.run([hash, deflateRawSync(body, { level: 1 }), JSON.stringify(front), run]);
  });
}

/** Forgets bases that no page names and no recent run has written. */
export function dropBases(store: Store, hashesInUse: () => Iterable<string>): void {
  const run = store.kv.get<number>("run") ?? 0;
  const old = store.db.prepare("SELECT hash FROM base WHERE run < ?").all([run - KEPT_RUNS]) as { hash: string }[];
  if (old.length === 0) return;
  const inUse = new Set(hashesInUse());
  const remove = store.db.prepare("DELETE FROM base WHERE hash = ?");
  store.transaction(() => {
    for (const { hash } of old) if (!inUse.has(hash)) remove.run([hash]);
  });
}
