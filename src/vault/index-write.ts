// Puts pages into the search index and takes them out, all in one transaction.
import type { IndexRow } from "../core/search.ts";
import { bagOf } from "../text/bag.ts";
import { embeddingKey, embeddingTexts } from "../text/embedding-texts.ts";
import { nameKeyOf, termsOf } from "../text/words.ts";
import type { IndexDatabase } from "./index-schema.ts";

const INSERT_PAGE = `INSERT INTO pages (path, title, type, aliases, tags, sources, updated, source, published, stamp, body, first, last)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, -1)`;

/** Replaces rows by path, removes others and notes which files were seen how. A failure leaves the index as it was. */
export function updateIndex(
  db: IndexDatabase,
  rows: readonly IndexRow[],
  removed: readonly string[],
  seen: ReadonlyMap<string, string> = new Map(),
): void {
  if (rows.length === 0 && removed.length === 0 && seen.size === 0) return;
  const remove = removerOf(db);
  const insert = inserterOf(db);
  db.exec("BEGIN IMMEDIATE");
  try {
    const note = db.prepare("INSERT OR REPLACE INTO seen (path, mark) VALUES (?, ?)");
    const forget = db.prepare("DELETE FROM seen WHERE path = ?");
    for (const path of removed) {
      remove(path);
      forget.run(path);
    }
    for (const [path, mark] of seen) note.run(path, mark);
    for (const row of rows) {
      remove(row.path);
      insert(row);
    }
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function removerOf(db: IndexDatabase): (path: string) => void {
  const find = db.prepare("SELECT id, first, last FROM pages WHERE path = ?");
  const steps = [
    "DELETE FROM pages WHERE id = ?",
    "DELETE FROM pages_fts WHERE rowid = ?",
    "DELETE FROM bags WHERE page = ?",
    "DELETE FROM names WHERE page = ?",
    "DELETE FROM texts WHERE page = ?",
    "DELETE FROM passages WHERE page = ?",
    "DELETE FROM stated WHERE page = ?",
  ].map((sql) => db.prepare(sql));
  const unsay = db.prepare("DELETE FROM passages_fts WHERE rowid = ?");
  return (path) => {
    const page = find.get(path) as { id: number; first: number; last: number } | undefined;
    if (!page) return;
    for (let id = page.first; id <= page.last; id++) unsay.run(id);
    for (const step of steps) step.run(page.id);
  };
}

function inserterOf(db: IndexDatabase): (row: IndexRow) => void {
  const page = db.prepare(INSERT_PAGE);
  const words = db.prepare(
    "INSERT INTO pages_fts (rowid, title, aliases, headings, body, claims, behind) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const bag = db.prepare("INSERT INTO bags (page, words) VALUES (?, ?)");
  const name = db.prepare("INSERT OR IGNORE INTO names (name, page) VALUES (?, ?)");
  const text = db.prepare("INSERT OR IGNORE INTO texts (key, page, at) VALUES (?, ?, ?)");
  const passage = db.prepare("INSERT INTO passages (page, place, sentences) VALUES (?, ?, ?)");
  const passageWords = db.prepare("INSERT INTO passages_fts (rowid, headings, body) VALUES (?, ?, ?)");
  const states = db.prepare("INSERT INTO stated (page, key, value) VALUES (?, ?, ?)");
  const span = db.prepare("UPDATE pages SET first = ?, last = ? WHERE id = ?");
  return (row) => {
    const { path, title, type, aliases, tags, sources, updated, source = "", published = "", stamp, body } = row;
    const lists = [aliases, tags, sources].map((list) => JSON.stringify(list));
    const made = page.run(path, title, type, ...lists, updated, source, published, stamp, body);
    const id = Number(made.lastInsertRowid);
    const behind: string[] = [];
    const ids: number[] = [];
    for (const { place, sentences } of row.passages) {
      // The heads of a table are words of its first row, once.
      const headed = sentences.findIndex(({ row: heads }) => heads !== undefined);
      const said = sentences.map(({ text: words, row: heads, code }, i) =>
        [i === headed ? (heads ?? words) : words, ...(code ? [code.text] : [])].join("\n"),
      );
      const terms = termsOf(said.join("\n")).join(" ");
      const rowid = Number(passage.run(id, JSON.stringify(place), JSON.stringify(sentences)).lastInsertRowid);
      passageWords.run(rowid, termsOf(place.headings.join("\n")).join(" "), terms);
      behind.push(terms);
      ids.push(rowid);
    }
    for (const { key, value } of row.stated ?? []) states.run(id, key, value);
    span.run(ids[0] ?? 0, ids.at(-1) ?? -1, id);
    const others = aliases.filter((alias) => alias !== title).join("\n");
    // Names of a topic are spellings of its title; those of a source are what it speaks of, as its headings are.
    const [named, headings] = type === "source" ? ["", `${row.headings}\n${others}`] : [others, row.headings];
    // What a source page says, its raw file says too: counted once in full.
    const [own, claims] = row.passages.length > 0 ? ["", body] : [body, ""];
    const fields = [title, named, headings, own, claims].map((field) => termsOf(field).join(" "));
    words.run(id, ...fields, behind.join(" "));
    const said = row.passages.length > 0 ? behind.join(" ").split(" ") : termsOf(body);
    bag.run(id, bagOf([...termsOf(title), ...said]));
    for (const { at, text: worded } of embeddingTexts(row)) text.run(embeddingKey(worded), id, at);
    for (const key of new Set([title, ...aliases].map(nameKeyOf))) if (key !== "") name.run(key, id);
  };
}
