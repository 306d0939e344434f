// The search index of a vault: a file under .kb/ that follows the pages and can always be made anew from them.
import type { IndexRow, PageIndex } from "../core/search.ts";
import { readerOf } from "./index-read.ts";
import { openIndexDatabase } from "./index-schema.ts";
import { textsIn } from "./index-texts.ts";
import { updateIndex } from "./index-write.ts";

export interface VaultIndex extends PageIndex {
  /** Puts rows in by path, takes pages out and notes how files were seen, in one transaction. */
  update(rows: readonly IndexRow[], removed: readonly string[], seen?: ReadonlyMap<string, string>): void;
  /** File by path and how it was last seen: what the files are compared with. */
  seen(): ReadonlyMap<string, string>;
  /** No file was ever seen. */
  isEmpty(): boolean;
  /** Raw file behind each source page, and its stamp when it was read. */
  raws(): ReadonlyMap<string, { readonly source: string; readonly stamp: string }>;
  /** Stamp of one of them. */
  stampOf(page: string): string | undefined;
  /** Keys of all texts that search by meaning needs. */
  textKeys(): ReadonlySet<string>;
  /** The texts of these keys. */
  textsOf(keys: readonly string[]): ReadonlyMap<string, string>;
  close(): void;
}

/** Opens in milliseconds; a damaged file is made anew and then has no rows. */
export function openIndex(file: string): VaultIndex {
  const db = openIndexDatabase(file);
  // One row of JSON: fetching 10,000 rows one by one takes longer than the search.
  const objectOf = (sql: string): [string, string][] => {
    const row = db.prepare(sql).get() as { json: string };
    return Object.entries(JSON.parse(row.json) as Record<string, string>);
  };
  return {
    ...readerOf(db),
    update: (rows, removed, seen) => updateIndex(db, rows, removed, seen),
    seen: () => new Map(objectOf("SELECT json_group_object(path, mark) AS json FROM seen")),
    isEmpty: () => db.prepare("SELECT 1 FROM seen LIMIT 1").get() === undefined,
    raws: () => {
      const stamps = new Map(objectOf("SELECT json_group_object(path, stamp) AS json FROM pages WHERE source <> ''"));
      const sources = objectOf("SELECT json_group_object(path, source) AS json FROM pages WHERE source <> ''");
      return new Map(sources.map(([path, source]) => [path, { source, stamp: stamps.get(path) ?? "" }]));
    },
    stampOf: (page) =>
      (db.prepare("SELECT stamp FROM pages WHERE path = ?").get([page]) as { stamp: string } | undefined)?.stamp,
    textKeys: () => {
      const row = db.prepare("SELECT json_group_array(DISTINCT key) AS json FROM texts").get() as { json: string };
      return new Set(JSON.parse(row.json) as string[]);
    },
    textsOf: (keys) => textsIn(db, keys),
    close: () => db.close(),
  };
}
