// Vectors of texts in .kb/vectors.sqlite, one byte a dimension, kept by content and apart from the index, since they are dear to make anew.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { openDatabase, rowsOf, type VectorDatabase } from "./vectors-file.ts";

/** Vectors of one record: few records open quickly, and one of this size is quick to write again. */
const BLOCK = 1024;
const KEY_BYTES = 8;
/** Queries remembered. */
const MOST_QUERIES = 1000;
/** Space of vectors that nothing names any more is given back when there are this many, and more than half of all. */
const SLACK = 2000;

export interface NearText {
  readonly key: string;
  /** Cosine. */
  readonly score: number;
}

export interface VectorStore {
  /** Model whose vectors these are; undefined when there are none. */
  readonly model: string | undefined;
  /** Keys that have a vector. */
  keys(): ReadonlySet<string>;
  /** Takes in vectors of a model; those of another model go. */
  add(model: string, vectors: ReadonlyMap<string, Float32Array>): void;
  /** Best first. */
  nearest(query: Float32Array, limit: number): NearText[];
  /** A query's vector, remembered. */
  query(text: string): Float32Array | undefined;
  keepQuery(text: string, vector: Float32Array): void;
  /** Forgets vectors that none of these keys names, when that is worth the work. */
  keepOnly(keys: ReadonlySet<string>): void;
  close(): void;
}

/** The driver gives blobs as buffers without a view. */
interface BlockRow {
  readonly id: number;
  readonly keys: ArrayBuffer;
  readonly vectors: ArrayBuffer;
}

interface Block {
  readonly id: number;
  readonly keys: string[];
  readonly vectors: Int8Array;
}

/** ":memory:" for tests. A damaged file is made anew. */
export function openVectors(file: string): VectorStore {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const db = openDatabase(file);
  let blocks: Block[] | undefined;
  let written = false;
  const loaded = (): Block[] => {
    blocks ??= blocksIn(db);
    return blocks;
  };
  const meta = (): { model: string; dimensions: number } | undefined =>
    rowsOf<{ model: string; dimensions: number }>(db, "SELECT model, dimensions FROM meta")[0];
  return {
    get model() {
      return meta()?.model;
    },
    keys: () => new Set(loaded().flatMap(({ keys }) => keys)),
    add: (model, vectors) => {
      const first = [...vectors.values()][0];
      if (!first) return;
      written = true;
      const known = meta();
      db.exec("BEGIN IMMEDIATE");
      try {
        if (known?.model !== model || known.dimensions !== first.length) {
          db.exec("DELETE FROM block; DELETE FROM query; DELETE FROM meta");
          db.prepare("INSERT INTO meta (model, dimensions) VALUES (?, ?)").run([model, first.length]);
        }
        append(db, first.length, vectors);
        db.exec("COMMIT");
      } catch (error) {
        if (db.inTransaction) db.exec("ROLLBACK");
        throw error;
      }
      blocks = undefined;
    },
    nearest: (query, limit) => nearestIn(loaded(), query, limit),
    query: (text) => {
      const [row] = rowsOf<{ vector: ArrayBuffer }>(db, "SELECT vector FROM query WHERE text = ?", text);
      return row && new Float32Array(row.vector);
    },
    keepQuery: (text, vector) => {
      written = true;
      db.prepare("INSERT OR REPLACE INTO query (text, vector) VALUES (?, ?)").run([text, bytesOf(vector)]);
      db.prepare("DELETE FROM query WHERE rowid <= (SELECT max(rowid) FROM query) - ?").run([MOST_QUERIES]);
    },
    keepOnly: (keys) => {
      const all = loaded();
      const dead = all.reduce((sum, block) => sum + block.keys.filter((key) => !keys.has(key)).length, 0);
      const total = all.reduce((sum, block) => sum + block.keys.length, 0);
      if (dead < SLACK || dead * 2 < total) return;
      rewrite(
        db,
        all.map((block) => living(block, keys)),
      );
      blocks = undefined;
    },
    close: () => {
      // One file is left, small and whole, for whoever copies the vault.
      if (written) db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      db.close();
    },
  };
}

function blocksIn(db: VectorDatabase): Block[] {
  return rowsOf<BlockRow>(db, "SELECT id, keys, vectors FROM block ORDER BY id").map(({ id, keys, vectors }) => ({
    id,
    keys: Buffer.from(keys).toString("hex").match(/.{16}/gu) ?? [],
    vectors: new Int8Array(vectors),
  }));
}

/** Fills the last block before it begins another. */
function append(db: VectorDatabase, dimensions: number, added: ReadonlyMap<string, Float32Array>): void {
  const [last] = rowsOf<BlockRow>(db, "SELECT id, keys, vectors FROM block ORDER BY id DESC LIMIT 1");
  const open = last && last.keys.byteLength / KEY_BYTES < BLOCK ? last : undefined;
  const keys = Buffer.concat([
    Buffer.from(open?.keys ?? new ArrayBuffer(0)),
    ...[...added.keys()].map((key) => Buffer.from(key, "hex")),
  ]);
  const vectors = Buffer.concat([Buffer.from(open?.vectors ?? new ArrayBuffer(0)), ...[...added.values()].map(packed)]);
  if (open) db.prepare("DELETE FROM block WHERE id = ?").run([open.id]);
  insert(db, keys, vectors, dimensions);
}

function insert(db: VectorDatabase, keys: Buffer, vectors: Buffer, dimensions: number): void {
  const put = db.prepare("INSERT INTO block (keys, vectors) VALUES (?, ?)");
  for (let at = 0; at * KEY_BYTES < keys.length; at += BLOCK)
    put.run([
      keys.subarray(at * KEY_BYTES, (at + BLOCK) * KEY_BYTES),
      vectors.subarray(at * dimensions, (at + BLOCK) * dimensions),
    ]);
}

function living({ keys, vectors }: Block, wanted: ReadonlySet<string>): { keys: Buffer; vectors: Buffer } {
  const dimensions = vectors.length / Math.max(1, keys.length);
  const kept = keys.flatMap((key, i) => (wanted.has(key) ? [i] : []));
  return {
    keys: Buffer.from(kept.map((i) => keys[i] ?? "").join(""), "hex"),
    vectors: Buffer.concat(
      kept.map((i) => Buffer.from(vectors.buffer, vectors.byteOffset + i * dimensions, dimensions)),
    ),
  };
}

function rewrite(db: VectorDatabase, kept: readonly { keys: Buffer; vectors: Buffer }[]): void {
  const keys = Buffer.concat(kept.map((block) => block.keys));
  const vectors = Buffer.concat(kept.map((block) => block.vectors));
  db.exec("BEGIN IMMEDIATE");
  db.exec("DELETE FROM block");
  if (keys.length > 0) insert(db, keys, vectors, (vectors.length * KEY_BYTES) / keys.length);
  db.exec("COMMIT");
  db.exec("VACUUM");
}

/** Each vector by its own largest value: what is lost is less than a hundredth of the cosine. */
function packed(vector: Float32Array): Buffer {
  const most = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  return Buffer.from(Int8Array.from(vector, (value) => Math.round((value / most) * 127)).buffer);
}

const bytesOf = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

function nearestIn(blocks: readonly Block[], query: Float32Array, limit: number): NearText[] {
  const found: NearText[] = [];
  const dimensions = query.length;
  let least = -Infinity;
  for (const { keys, vectors } of blocks) {
    if (vectors.length !== keys.length * dimensions) continue;
    for (let n = 0; n < keys.length; n++) {
      const start = n * dimensions;
      let dot = 0;
      let square = 0;
      for (let i = 0; i < dimensions; i++) {
        const value = vectors[start + i] ?? 0;
        dot += value * (query[i] ?? 0);
        square += value * value;
      }
      const score = dot / (Math.sqrt(square) || 1);
      if (score <= least) continue;
      found.push({ key: keys[n] ?? "", score });
      if (found.length < limit * 2) continue;
      found.sort((a, b) => b.score - a.score);
      found.length = limit;
      least = found.at(-1)?.score ?? least;
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, limit);
}
