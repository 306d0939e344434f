// One SQLite file, .kb/kb.sqlite, for all that kb may forget: memos, merge bases, stats, ledger, index. Deleting it costs time only.
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { UserError } from "../core/errors.ts";
import { diskFault } from "./disk-fault.ts";
import type { Layout } from "./layout.ts";
import { type Memo, memoOf } from "./memo.ts";
import { type StoreFolder, storeFolder } from "./store-folder.ts";

/** Raised when a table changes its shape: bringUpToDate says what becomes of older ones. */
const FORMAT = 3;

// Long values stand in tables with row ids: without them, each comparison on the way to a key reads the whole value beside it.
const TABLES = `
  CREATE TABLE IF NOT EXISTS memo (stage TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (stage, key));
  CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS raw (path TEXT PRIMARY KEY, hash TEXT NOT NULL, stat TEXT NOT NULL, seen REAL NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, stat TEXT NOT NULL, seen REAL NOT NULL, body TEXT NOT NULL, front TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS base (hash TEXT PRIMARY KEY, body BLOB NOT NULL, front TEXT NOT NULL, run INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS written (path TEXT PRIMARY KEY, hash TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ledger (stage TEXT NOT NULL, n INTEGER NOT NULL, path TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (stage, n)) WITHOUT ROWID;
`;

export type Db = Database.Database;

/** Small facts by name. */
export interface Kv {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

export interface Store {
  readonly db: Db;
  /** Where its file and those beside it (index, vectors) lie: .kb/, or a copy of it in a read-only vault. Absolute. */
  readonly folder: string;
  readonly readOnly: boolean;
  readonly memo: Memo;
  readonly kv: Kv;
  /** All or nothing; calls may nest. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens or makes the store. A file that is damaged is set aside and made anew; one of a newer kb is a UserError. */
export function openStore(layout: Layout): Store {
  const folder = storeFolder(layout);
  const file = join(folder.path, "kb.sqlite");
  try {
    return opened(folder, file);
  } catch (error) {
    if (!isDamage(error)) throw diskFault(error) ?? error;
    for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
    renameSync(file, `${file}.damaged`);
    return opened(folder, file);
  }
}

function opened({ path: folder, copied, leave }: StoreFolder, file: string): Store {
  const db = new Database(file);
  try {
    // WAL: a killed process leaves the last whole transaction, and `kb search` may read while `kb watch` writes.
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000");
    bringUpToDate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  const transaction = <T>(work: () => T): T => {
    if (db.inTransaction) return work();
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      throw diskFault(error) ?? error;
    }
  };
  const kv = kvOf(db);
  const memo = memoOf(db, kv, transaction);
  const close = (): void => {
    memo.flush();
    db.close();
    leave();
  };
  return { db, folder, readOnly: copied, memo, kv, transaction, close };
}

function bringUpToDate(db: Db): void {
  const row: unknown = db.prepare("PRAGMA user_version").get();
  const format = typeof row === "object" && row !== null && "user_version" in row ? Number(row.user_version) : 0;
  if (format === FORMAT) return;
  if (format > FORMAT) {
    throw new UserError(
      `.kb/ was made by a newer kb (format ${format}, this one knows ${FORMAT}). Update kb, or delete .kb/: that costs time and the undo history, no knowledge.`,
    );
  }
  db.exec("BEGIN IMMEDIATE");
  // Memos and merge bases move into the tables of now, the ledger has kept its shape; the rest is filled again by the next run.
  db.exec("DROP TABLE IF EXISTS written; DROP TABLE IF EXISTS page; DROP TABLE IF EXISTS raw");
  const held = new Set(
    (db.prepare("SELECT name FROM sqlite_master").all() as { name: string }[]).map(({ name }) => name),
  );
  const moving = ["memo", "base"].filter((table) => held.has(table));
  for (const table of moving) db.exec(`ALTER TABLE ${table} RENAME TO old_${table}`);
  db.exec(TABLES);
  for (const table of moving) db.exec(`INSERT INTO ${table} SELECT * FROM old_${table}; DROP TABLE old_${table}`);
  db.exec(`PRAGMA user_version = ${FORMAT}`);
  db.exec("COMMIT");
}

function kvOf(db: Db): Kv {
  const read = db.prepare("SELECT value FROM kv WHERE key = ?");
  const write = db.prepare("INSERT OR REPLACE INTO kv (key, value) VALUES (?, ?)");
  const remove = db.prepare("DELETE FROM kv WHERE key = ?");
  return {
    get<T>(key: string): T | undefined {
      const row = read.get([key]) as { value: string } | undefined;
      return row === undefined ? undefined : (JSON.parse(row.value) as T);
    },
    set: (key, value) => void write.run([key, JSON.stringify(value)]),
    delete: (key) => void remove.run([key]),
  };
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (
    /^SQLITE_(?:CORRUPT|NOTADB)/u.test(code) ||
    (error instanceof Error && /malformed|not a database/iu.test(error.message))
  );
}
