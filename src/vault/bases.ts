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

/** `path` is the page that names the hash: two pages of one body have front matter of their own. */
export function baseOf(store: Store, hash: string, path: string): Base | undefined {
  const row = rowAt(store, keyOf(hash, path)) ?? rowAt(store, hash);
  if (row === undefined) return undefined;
  const { [PATH]: _path, ...front } = JSON.parse(row.front) as Front;
  return { body: inflateRawSync(row.body).toString("utf8"), front };
}

/** Kept among the front matter: whose it is. */
const PATH = "kb_path";

/** The second page of a body has a row of its own. */
const keyOf = (hash: string, path: string): string => `${hash} ${path}`;

function rowAt(store: Store, key: string): { body: Uint8Array; front: string } | undefined {
  return store.db.prepare("SELECT body, front FROM base WHERE hash = ?").get([key]) as
    | { body: Uint8Array; front: string }
    | undefined;
}

export interface NewBase {
  readonly path: string;
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
    for (const { path, hash, body, front } of bases) {
      const first = rowAt(store, hash);
      const owner = first === undefined ? path : ((JSON.parse(first.front) as Front)[PATH] ?? path);
      const key = owner === path ? hash : keyOf(hash, path);
      write.run([key, deflateRawSync(body, { level: 1 }), JSON.stringify({ ...front, [PATH]: path }), run]);
    }
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
    for (const { hash } of old) if (!inUse.has(hash.split(" ")[0] ?? hash)) remove.run([hash]);
  });
}
