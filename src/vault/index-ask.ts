// How the search index is asked: statements are prepared once, since preparing costs more than most of them take to run.
import type { IndexDatabase } from "./index-schema.ts";

/** Rows of a query, values in the order of their question marks. */
export type Ask = (sql: string, ...values: (string | number)[]) => unknown[];

export function askerOf(database: IndexDatabase): Ask {
  const prepared = new Map<string, ReturnType<IndexDatabase["prepare"]>>();
  return (sql, ...values) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(...values);
  };
}

/** Quoted for MATCH, since raw text has operators of its own and throws. */
export const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;
export const anyOf = (terms: readonly string[]): string => terms.map(quoted).join(" OR ");
export const phraseOf = (terms: readonly string[]): string => quoted(terms.join(" "));
