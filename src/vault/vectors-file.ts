// The file that keeps vectors: its tables, and making it anew when it is damaged or of another format.
import { rmSync } from "node:fs";
import Database from "libsql";

export type VectorDatabase = Database.Database;

const FORMAT = 1;
const TABLES = `
CREATE TABLE meta (model TEXT NOT NULL, dimensions INTEGER NOT NULL);
CREATE TABLE block (id INTEGER PRIMARY KEY AUTOINCREMENT, keys BLOB NOT NULL, vectors BLOB NOT NULL);
CREATE TABLE query (text TEXT NOT NULL UNIQUE, vector BLOB NOT NULL);
`;

/** Opens the file, making it where it is absent, damaged or of another format. */
export function openDatabase(file: string): VectorDatabase {
  let db: VectorDatabase | undefined;
  try {
    db = connect(file);
    const [row] = rowsOf<{ user_version: number }>(db, "PRAGMA user_version");
    if (row?.user_version === FORMAT) return db;
  } catch (error) {
    if (!(error instanceof Error && /not a database|malformed|corrupt/iu.test(error.message))) throw error;
  }
  db?.close();
  if (file !== ":memory:") for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  const fresh = connect(file);
  fresh.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${FORMAT}; COMMIT;`);
  return fresh;
}

function connect(file: string): VectorDatabase {
  const db = new Database(file);
  db.exec("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  return db;
}

/** Rows of a query. Values go in as one list: a lone buffer as an argument ends the process. */
export function rowsOf<T>(db: VectorDatabase, sql: string, ...values: (string | number)[]): T[] {
  return db.prepare(sql).all(values) as T[];
}
