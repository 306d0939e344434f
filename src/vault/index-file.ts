// The search index of a vault: a file under .kb/ that follows the pages and can always be made anew from them.
import type { IndexRow, PageIndex } from "../core/search.ts";
import { readerOf } from "./index-read.ts";
import { openIndexDatabase } from "./index-schema.ts";
import { updateIndex } from "./index-write.ts";

export interface VaultIndex extends PageIndex {
  /** Puts rows in by path and takes pages out, in one transaction. */
  update(rows: readonly IndexRow[], removed: readonly string[]): void;
  /** Stamp by path, as the rows were last put in: what the files are compared with. */
  stamps(): ReadonlyMap<string, string>;
  close(): void;
}

/** Opens in milliseconds; a damaged file is made anew and then has no rows. */
export function openIndex(file: string): VaultIndex {
  const db = openIndexDatabase(file);
  return {
    ...readerOf(db),
    update: (rows, removed) => updateIndex(db, rows, removed),
    stamps: () => {
      const rows = db.prepare("SELECT path, stamp FROM pages").all() as { path: string; stamp: string }[];
      return new Map(rows.map(({ path, stamp }) => [path, stamp]));
    },
    close: () => db.close(),
  };
}
