// Edits that kb could not join with its own new text: theirs stands on the page, ours waits here for the review list.
import type { MergeConflict } from "../markdown/merged.ts";
import type { Store } from "./store.ts";

const KEY = "conflicts";

/** Conflicts by page, those of pages with none left out. */
export function readConflicts(store: Store): Readonly<Record<string, readonly MergeConflict[]>> {
  return store.kv.get<Record<string, readonly MergeConflict[]>>(KEY) ?? {};
}

/** The page's conflicts are now these. */
export function keepConflicts(store: Store, path: string, conflicts: readonly MergeConflict[]): void {
  const all = readConflicts(store);
  if (conflicts.length === 0 && !(path in all)) return;
  const { [path]: _before, ...rest } = all;
  store.kv.set(KEY, conflicts.length === 0 ? rest : { ...rest, [path]: conflicts });
}
