// Paragraphs of the raw files, as the search index keeps them.
import type { PassageHit } from "../core/search.ts";
import { type Ask, anyOf } from "./index-ask.ts";

// Headings count, but less than the paragraph's own words.
const WEIGHTS = "0.6, 1";
const COLUMNS = "s.id, p.path AS page, p.source, p.title, p.published, p.first, s.place, s.sentences";

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

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(ask: Ask, page: string): Span | undefined {
  const [span] = ask("SELECT first, last FROM pages WHERE path = ?", page) as Span[];
  return span;
}

export function passagesIn(ask: Ask, terms: readonly string[], limit: number, page?: string): PassageHit[] {
  if (terms.length === 0) return [];
  const span = page === undefined ? undefined : spanOf(ask, page);
  if (page !== undefined && !span) return [];
  const within = span ? " AND rowid BETWEEN ? AND ?" : "";
  const values = span ? [span.first, span.last] : [];
  const sql = `SELECT ${COLUMNS}, f.score FROM (SELECT rowid AS id, -bm25(passages_fts, ${WEIGHTS}) AS score
    FROM passages_fts WHERE passages_fts MATCH ?${within} ORDER BY score DESC LIMIT ?) f
    JOIN passages s ON s.id = f.id JOIN pages p ON p.id = s.page ORDER BY f.score DESC, p.path, s.id`;
  return (ask(sql, anyOf(terms), ...values, limit) as PassageRecord[]).map(passageOf);
}

/** Without ranking, which would count every paragraph of the vault. */
export function mentionsIn(ask: Ask, terms: readonly string[], page: string, limit: number): string[] {
  const span = spanOf(ask, page);
  if (!span || terms.length === 0) return [];
  const sql = `SELECT s.sentences FROM (SELECT rowid AS id FROM passages_fts WHERE passages_fts MATCH ? AND rowid BETWEEN ? AND ?
    LIMIT ?) f JOIN passages s ON s.id = f.id ORDER BY s.id`;
  const rows = ask(sql, anyOf(terms), span.first, span.last, limit) as { sentences: string }[];
  return rows.map((row) =>
    sentencesOf(row.sentences)
      .map((sentence) => sentence.text)
      .join(" "),
  );
}

export function passagesAround(ask: Ask, page: string, at: number, reach: number): PassageHit[] {
  const sql = `SELECT ${COLUMNS}, 0 AS score FROM pages p JOIN passages s ON s.id BETWEEN p.first + ? AND p.first + ?
    WHERE p.path = ? AND s.page = p.id ORDER BY s.id`;
  return (ask(sql, at - reach, at + reach, page) as PassageRecord[]).map(passageOf);
}

const sentencesOf = (json: string): PassageHit["sentences"] => JSON.parse(json) as PassageHit["sentences"];

function passageOf(row: PassageRecord): PassageHit {
  const { page, source, title, published, score } = row;
  const place = JSON.parse(row.place) as PassageHit["place"];
  return {
    page,
    source,
    title,
    published,
    score,
    at: row.id - row.first,
    place,
    sentences: sentencesOf(row.sentences),
  };
}
