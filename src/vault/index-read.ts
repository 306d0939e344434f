// Reads the search index: pages and paragraphs by terms, names, counts. Ranks by BM25 only; find/ does the rest.
import type { IndexHit, IndexQuery, PageFilter, PageIndex, PassageHit } from "../core/search.ts";
import type { IndexDatabase } from "./index-schema.ts";

// title, aliases, headings, body, what the raw file says. Titles 4-5:1 measured best on Cranfield, SciFact and HotpotQA.
const PAGE_WEIGHTS = "6, 4, 2, 1, 1";
const PASSAGE_WEIGHTS = "0.6, 1";

interface PassageRecord {
  readonly id: number;
  readonly page: string;
  readonly source: string;
  readonly title: string;
  readonly published: string;
  readonly first: number;
  readonly place: string;
  readonly sentences: string;
  readonly score: number;
}

export function readerOf(db: IndexDatabase): PageIndex {
  return {
    lookup: (query, limit) => lookup(db, query, limit),
    passages: (terms, limit, page) => passages(db, terms, limit, page),
    around: (page, at, reach) => around(db, page, at, reach),
    textOf: (path) => {
      const row = db.prepare("SELECT body FROM pages WHERE path = ?").get(path) as { body: string } | undefined;
      return row?.body ?? "";
    },
    named: (keys) => named(db, keys),
    counts: (terms) => counts(db, terms),
    nearTerms: (term) => nearTerms(db, term),
  };
}

/** Quoted, since raw text has operators of its own and throws. */
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;
const phraseOf = (terms: readonly string[]): string => quoted(terms.join(" "));

function matchOf(query: IndexQuery): string {
  const must = query.phrases.map(phraseOf);
  // With a phrase to hold on to, the other words only rank.
  if (query.any.length > 0 && must.length === 0) must.push(`(${query.any.map(quoted).join(" OR ")})`);
  const wanted = must.join(" AND ");
  const extra = query.any.length > 0 && query.phrases.length > 0 ? query.any.map(quoted).join(" OR ") : "";
  const ranked = extra === "" ? wanted : `(${wanted}) AND ((${wanted}) OR ${extra})`;
  return query.not.length === 0 ? ranked : `(${ranked}) NOT (${query.not.map(phraseOf).join(" OR ")})`;
}

function filterOf(filter: PageFilter): { sql: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  const either = (list: readonly string[], sql: string, value: (item: string) => string[]): void => {
    if (list.length === 0) return;
    parts.push(`(${list.map(() => sql).join(" OR ")})`);
    for (const item of list) values.push(...value(item));
  };
  either(filter.types, "p.type = ?", (type) => [type]);
  // A nested tag belongs to its parents, as in Obsidian.
  either(filter.tags, "EXISTS (SELECT 1 FROM json_each(p.tags) WHERE lower(value) = ? OR lower(value) LIKE ?)", (tag) => [
    tag.toLowerCase(),
    `${tag.toLowerCase()}/%`,
  ]);
  either(filter.sources, "(instr(lower(p.sources), ?) > 0 OR instr(lower(p.source), ?) > 0)", (source) => [
    source.toLowerCase(),
    source.toLowerCase(),
  ]);
  for (const { op, date } of filter.updated) {
    parts.push(`substr(p.updated, 1, ${date.length}) ${op} ?`);
    values.push(date);
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(""), values };
}

function lookup(db: IndexDatabase, query: IndexQuery, limit: number): IndexHit[] {
  const match = matchOf(query);
  const filter = filterOf(query.filter);
  const columns = "p.path, p.title, p.type, p.aliases";
  if (match === "") {
    const sql = `SELECT ${columns}, 0 AS score FROM pages p WHERE 1${filter.sql} ORDER BY p.updated DESC, p.path LIMIT ?`;
    return (db.prepare(sql).all(...filter.values, limit) as (IndexHit & { aliases: string })[]).map(hitOf);
  }
  const sql = `SELECT ${columns}, -bm25(pages_fts, ${PAGE_WEIGHTS}) AS score FROM pages_fts f JOIN pages p ON p.id = f.rowid
    WHERE pages_fts MATCH ?${filter.sql} ORDER BY score DESC, p.path LIMIT ?`;
  return (db.prepare(sql).all(match, ...filter.values, limit) as (IndexHit & { aliases: string })[]).map(hitOf);
}

function hitOf(row: IndexHit & { aliases: string }): IndexHit {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] };
}

const PASSAGE_COLUMNS = "s.id, p.path AS page, p.source, p.title, p.published, p.first, s.place, s.sentences";

function passages(db: IndexDatabase, terms: readonly string[], limit: number, page?: string): PassageHit[] {
  if (terms.length === 0) return [];
  const values: (string | number)[] = [terms.map(quoted).join(" OR ")];
  let within = "";
  if (page !== undefined) {
    const span = db.prepare("SELECT first, last FROM pages WHERE path = ?").get(page) as { first: number; last: number } | undefined;
    if (!span) return [];
    within = " AND f.rowid BETWEEN ? AND ?";
    values.push(span.first, span.last);
  }
  const sql = `SELECT ${PASSAGE_COLUMNS}, -bm25(passages_fts, ${PASSAGE_WEIGHTS}) AS score FROM passages_fts f
    JOIN passages s ON s.id = f.rowid JOIN pages p ON p.id = s.page
    WHERE passages_fts MATCH ?${within} ORDER BY score DESC, p.path, s.id LIMIT ?`;
  return (db.prepare(sql).all(...values, limit) as PassageRecord[]).map(passageOf);
}

function around(db: IndexDatabase, page: string, at: number, reach: number): PassageHit[] {
  const sql = `SELECT ${PASSAGE_COLUMNS}, 0 AS score FROM passages s JOIN pages p ON p.id = s.page
    WHERE p.path = ? AND s.id BETWEEN p.first + ? AND p.first + ? ORDER BY s.id`;
  return (db.prepare(sql).all(page, at - reach, at + reach) as PassageRecord[]).map(passageOf);
}

function passageOf(row: PassageRecord): PassageHit {
  const { page, source, title, published, score } = row;
  const place = JSON.parse(row.place) as PassageHit["place"];
  const sentences = JSON.parse(row.sentences) as PassageHit["sentences"];
  return { page, source, title, published, score, at: row.id - row.first, place, sentences };
}

function named(db: IndexDatabase, keys: readonly string[]): ReturnType<PageIndex["named"]> {
  const sql = `SELECT n.name AS key, p.path, p.title, p.type FROM names n JOIN pages p ON p.id = n.page
    WHERE n.name IN (SELECT value FROM json_each(?)) ORDER BY n.name, p.path`;
  return db.prepare(sql).all(JSON.stringify(keys)) as { key: string; path: string; title: string; type: string }[];
}

function counts(db: IndexDatabase, terms: readonly string[]): ReturnType<PageIndex["counts"]> {
  const total = db.prepare("SELECT (SELECT count(*) FROM pages) AS pages, (SELECT count(*) FROM passages) AS passages");
  const { pages, passages } = total.get() as { pages: number; passages: number };
  // Paragraphs where there are any: pages are too long to tell a rare word from a common one.
  const table = passages > pages ? "passages_terms" : "pages_terms";
  const count = db.prepare(`SELECT doc FROM ${table} WHERE term = ?`);
  const of = new Map(terms.map((term) => [term, (count.get(term) as { doc: number } | undefined)?.doc ?? 0]));
  return { total: Math.max(1, pages, passages), of };
}

function nearTerms(db: IndexDatabase, term: string): { term: string; count: number }[] {
  const [first = "", second = ""] = [...term];
  const near = db.prepare("SELECT term, doc AS count FROM pages_terms WHERE term >= ? AND term < ? AND abs(length(term) - ?) <= 2");
  const starts = new Set([first, second].filter((letter) => letter !== ""));
  return [...starts].flatMap(
    (letter) => near.all(letter, `${letter}\u{10ffff}`, [...term].length) as { term: string; count: number }[],
  );
}
