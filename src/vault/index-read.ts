// Reads the search index: pages by terms, names, counts. Ranks by BM25 only; find/ does the rest.
import type { Bag, HeldText, IndexHit, IndexQuery, PageFilter, PageIndex } from "../core/search.ts";
import { type Ask, anyOf, askerOf, phraseOf } from "./index-ask.ts";
import { mentionsIn, passagesAround, passagesIn } from "./index-passages.ts";
import type { IndexDatabase } from "./index-schema.ts";
import { statedKeys, statedOn, statingIn } from "./index-stated.ts";

// title, aliases, headings, body, claims, what the raw file says. Measured on Cranfield, SciFact, HotpotQA and XQuAD: titles
// 4-5:1; claims .3-.5 beside the whole text of their source (none at all is better by .005 on SciFact and worse by .02 on HotpotQA).
const WEIGHTS = "5, 4, 2, 1, 0.4, 1";

interface PageRecord extends Omit<IndexHit, "aliases"> {
  readonly aliases: string;
}

export function readerOf(database: IndexDatabase): PageIndex {
  const ask = askerOf(database);
  return {
    lookup: (query, limit) => lookup(ask, query, limit),
    passages: (terms, limit, page) => passagesIn(ask, terms, limit, page),
    mentions: (terms, page, limit) => mentionsIn(ask, terms, page, limit),
    around: (page, at, reach) => passagesAround(ask, page, at, reach),
    about: (path) =>
      (
        ask("SELECT title, source, published FROM pages WHERE path = ?", path) as {
          title: string;
          source: string;
          published: string;
        }[]
      )[0],
    bags: (paths) => bags(ask, paths),
    textOf: (path) => (ask("SELECT body FROM pages WHERE path = ?", path) as { body: string }[])[0]?.body ?? "",
    stated: (path) => statedOn(ask, path),
    stating: (key) => statingIn(ask, key),
    statedKeys: () => statedKeys(ask),
    newest: () =>
      (ask("SELECT max(updated) AS updated FROM pages") as { updated: string | null }[])[0]?.updated ?? undefined,
    named: (keys) => named(ask, keys),
    counts: (terms) => counts(ask, terms),
    holding: (keys, filter) => holding(ask, keys, filter),
    nearTerms: (term) => nearTerms(ask, term),
  };
}

function matchOf(query: IndexQuery): string {
  const must = query.phrases.map(phraseOf).join(" AND ");
  const wished = (query.wished ?? []).map(phraseOf);
  const any = [...(query.any.length > 0 ? [anyOf(query.any)] : []), ...wished].join(" OR ");
  const ranked = rankedMatch(must, any);
  if (ranked === "" || query.not.length === 0) return ranked;
  return `(${ranked}) NOT (${query.not.map(phraseOf).join(" OR ")})`;
}

/** With a phrase to hold on to, the other words only rank: "(must) OR any" holds for whatever `must` holds for, and scores both. */
function rankedMatch(must: string, any: string): string {
  if (must === "" || any === "") return must || any;
  return `(${must}) AND ((${must}) OR ${any})`;
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
  either(
    filter.tags,
    "EXISTS (SELECT 1 FROM json_each(p.tags) WHERE lower(value) = ? OR lower(value) LIKE ?)",
    (tag) => [tag.toLowerCase(), `${tag.toLowerCase()}/%`],
  );
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

function lookup(ask: Ask, query: IndexQuery, limit: number): IndexHit[] {
  const match = matchOf(query);
  const filter = filterOf(query.filter);
  const columns = "p.path, p.title, p.type, p.aliases";
  if (match === "") {
    // Full text knows no match for "everything but": what it finds is left out of all pages.
    const without = query.not.map(phraseOf).join(" OR ");
    const left = without === "" ? "" : " AND p.id NOT IN (SELECT rowid FROM pages_fts WHERE pages_fts MATCH ?)";
    const sql = `SELECT ${columns}, 0 AS score FROM pages p WHERE 1${filter.sql}${left} ORDER BY p.updated DESC, p.path LIMIT ?`;
    const values = [...filter.values, ...(without === "" ? [] : [without])];
    return (ask(sql, ...values, limit) as PageRecord[]).map(hitOf);
  }
  // Ranked before the join: reading a page's record for each of thousands of matches costs more than ranking them. The plus
  // keeps SQLite from running the match once for each page that passes the filter.
  const within = filter.sql === "" ? "" : ` AND +rowid IN (SELECT p.id FROM pages p WHERE 1${filter.sql})`;
  const sql = `SELECT ${columns}, f.score FROM (SELECT rowid AS id, -bm25(pages_fts, ${WEIGHTS}) AS score FROM pages_fts
    WHERE pages_fts MATCH ?${within} ORDER BY score DESC LIMIT ?) f JOIN pages p ON p.id = f.id ORDER BY f.score DESC, p.path`;
  return (ask(sql, match, ...filter.values, limit) as PageRecord[]).map(hitOf);
}

function hitOf(row: PageRecord): IndexHit {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] };
}

function holding(ask: Ask, keys: readonly string[], filter?: PageFilter): HeldText[] {
  const within = filter === undefined ? { sql: "", values: [] } : filterOf(filter);
  const sql = `SELECT t.key, t.at, p.path, p.title, p.type, p.aliases, 0 AS score FROM texts t JOIN pages p ON p.id = t.page
    WHERE t.key IN (SELECT value FROM json_each(?))${within.sql} ORDER BY p.path, t.at`;
  const rows = ask(sql, JSON.stringify(keys), ...within.values) as (PageRecord & { key: string; at: number })[];
  return rows.map((row) => ({ ...hitOf(row), key: row.key, at: row.at }));
}

function bags(ask: Ask, paths: readonly string[]): Map<string, Bag> {
  const sql =
    "SELECT p.path, b.words FROM pages p JOIN bags b ON b.page = p.id WHERE p.path IN (SELECT value FROM json_each(?))";
  const rows = ask(sql, JSON.stringify(paths)) as { path: string; words: ArrayBuffer }[];
  return new Map(rows.map(({ path, words }) => [path, new Uint32Array(words)]));
}

function named(ask: Ask, keys: readonly string[]): ReturnType<PageIndex["named"]> {
  const sql = `SELECT n.name AS key, p.path, p.title, p.type FROM names n JOIN pages p ON p.id = n.page
    WHERE n.name IN (SELECT value FROM json_each(?)) ORDER BY n.name, p.path`;
  return ask(sql, JSON.stringify(keys)) as { key: string; path: string; title: string; type: string }[];
}

function counts(ask: Ask, terms: readonly string[]): ReturnType<PageIndex["counts"]> {
  const sizes = ask("SELECT (SELECT count(*) FROM pages) AS pages, (SELECT count(*) FROM passages) AS passages");
  const [{ pages, passages } = { pages: 0, passages: 0 }] = sizes as { pages: number; passages: number }[];
  // Paragraphs where there are any: pages are too long to tell a rare word from a common one.
  const table = passages > pages ? "passages_terms" : "pages_terms";
  const of = new Map<string, number>();
  for (const term of terms) {
    const [row] = ask(`SELECT doc FROM ${table} WHERE term = ?`, term) as { doc: number }[];
    of.set(term, row?.doc ?? 0);
  }
  return { total: Math.max(1, pages, passages), of };
}

function nearTerms(ask: Ask, term: string): { term: string; count: number }[] {
  const [first = "", second = ""] = [...term];
  const starts = new Set([first, second].filter((letter) => letter !== ""));
  const sql = "SELECT term, doc AS count FROM pages_terms WHERE term >= ? AND term < ? AND abs(length(term) - ?) <= 2";
  return [...starts].flatMap(
    (letter) => ask(sql, letter, `${letter}\u{10ffff}`, [...term].length) as { term: string; count: number }[],
  );
}
