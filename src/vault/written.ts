// What kb has written, so that a page which is gone is known to be taken away by a person.
import type { WikiPage } from "./load.ts";
import type { Vault } from "./open.ts";

/** Adds what is new or changed. */
export function rememberWritten(
  vault: Vault,
  pages: readonly Pick<WikiPage, "path" | "hash" | "title" | "type">[],
): void {
  const { db } = vault.store;
  const rows = db.prepare("SELECT path, hash FROM written").all() as { path: string; hash: string }[];
  const known = new Map(rows.map((row) => [row.path, row.hash]));
  const write = db.prepare("INSERT OR REPLACE INTO written (path, hash, title, type) VALUES (?, ?, ?, ?)");
  const changed = pages.filter((page) => page.hash !== undefined && known.get(page.path) !== page.hash);
  if (changed.length === 0) return;
  vault.store.transaction(() => {
    for (const { path, hash, title, type } of changed) write.run([path, hash, title, type]);
  });
}

/** Before kb takes pages away itself, and once a person's moves and deletions are written down as decisions. */
export function forgetWritten(vault: Vault, paths: readonly string[]): void {
  const remove = vault.store.db.prepare("DELETE FROM written WHERE path = ?");
  vault.store.transaction(() => {
    for (const path of paths) remove.run([path]);
  });
}

/** Copies of kb's pages that a person or a sync program made: kb never wrote there, and the page itself stands elsewhere. */
export function copiesIn(vault: Vault, wiki: readonly WikiPage[]): Set<string> {
  const known = new Set(
    (vault.store.db.prepare("SELECT path FROM written").all() as { path: string }[]).map((row) => row.path),
  );
  const originals = new Set(
    wiki.filter((page) => known.has(page.path)).flatMap((page) => [page.hash, `${page.type} ${page.title}`]),
  );
  const copied = wiki.filter(
    (page) =>
      page.ours && !known.has(page.path) && (originals.has(page.hash) || originals.has(`${page.type} ${page.title}`)),
  );
  return new Set(copied.map((page) => page.path));
}
