// Sources that kb ingest read and no compile has worked in yet: their pages stand, topics and index do not know them.
import type { SourceReport } from "../core/report.ts";
import type { Store } from "../vault/store.ts";

const KEY = "ingested";

/** Raw paths, in code point order. */
export function ingestedSources(store: Store): readonly string[] {
  return store.kv.get<readonly string[]>(KEY) ?? [];
}

export function rememberIngested(store: Store, sources: readonly SourceReport[]): void {
  const read = sources.filter(({ status }) => status === "added" || status === "changed").map(({ path }) => path);
  if (read.length > 0) store.kv.set(KEY, [...new Set([...ingestedSources(store), ...read])].sort());
}

/** After a compile, which works all in. */
export function forgetIngested(store: Store): void {
  if (ingestedSources(store).length > 0) store.kv.delete(KEY);
}
