// The search index's file: its tables, and making it anew when it is damaged or of another format.
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";

export type IndexDatabase = Database.Database;

/** Raised by hand when tables or terms change; the index is then rebuilt from the files. */
const FORMAT = 12;

// Text is cut into terms by text/words.ts before it comes here, so the tokeniser must only split at spaces: all that a
// term may hold besides ASCII letters and digits is named. Contentless tables keep postings and lengths, no text.
const TOKENISER = `tokenize="ascii tokenchars '+#.'"`;
const TABLES = `
CREATE TABLE pages (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL, type TEXT NOT NULL, aliases TEXT NOT NULL,
  tags TEXT NOT NULL, sources TEXT NOT NULL, updated TEXT NOT NULL, source TEXT NOT NULL, published TEXT NOT NULL,
  stamp TEXT NOT NULL, body TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE bags (page INTEGER PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE seen (path TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passages (id INTEGER PRIMARY KEY, page INTEGER NOT NULL, place TEXT NOT NULL, sentences TEXT NOT NULL);
CREATE TABLE texts (key TEXT NOT NULL, page INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, page, at)) WITHOUT ROWID;
CREATE INDEX texts_page ON texts (page);
CREATE TABLE names (name TEXT NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (name, page)) WITHOUT ROWID;
CREATE INDEX names_page ON names (page);
CREATE TABLE stated (page INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX stated_page ON stated (page);
CREATE INDEX stated_key ON stated (key);
CREATE INDEX passages_page ON passages (page);
CREATE VIRTUAL TABLE pages_fts USING fts5(title, aliases, headings, body, claims, behind, content='', contentless_delete=1, ${TOKENISER});
CREATE VIRTUAL TABLE passages_fts USING fts5(headings, body, content='', contentless_delete=1, ${TOKENISER});
CREATE VIRTUAL TABLE pages_terms USING fts5vocab(pages_fts, 'row');
CREATE VIRTUAL TABLE passages_terms USING fts5vocab(passages_fts, 'row');
`;

function connect(file: string): IndexDatabase {
  const db = new Database(file);
  db.pragma("busy_timeout = 5000");
  // The index can always be made anew from the files, so a lost last second is no loss.
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  return db;
}

function formatOf(db: IndexDatabase): number {
  const row = db.prepare("PRAGMA user_version").get() as { user_version?: number } | undefined;
  return Number(row?.user_version ?? 0);
}

function discard(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
}

/** Opens the file, making it where it is absent, damaged or of another format. ":memory:" for tests. */
export function openIndexDatabase(file: string): IndexDatabase {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  let db: IndexDatabase | undefined;
  try {
    db = connect(file);
    if (formatOf(db) === FORMAT) return db;
  } catch (error) {
    if (file === ":memory:" || !damaged(error)) throw error;
  }
  db?.close();
  if (file !== ":memory:") discard(file);
  const fresh = connect(file);
  fresh.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${FORMAT}; COMMIT;`);
  return fresh;
}

function damaged(error: unknown): boolean {
  return error instanceof Error && /not a database|malformed|corrupt/i.test(error.message);
}
