// Edits that kb could not join with its own new text: theirs stands on the page, ours waits here for the review list.
import type { MergeConflict } from "../markdown/merged.ts";
import type { Store } from "./store.ts";

const KEY = "conflicts";

/** Conflicts by page, those of pages with none left out. */
export function readConflicts(store: Store): Readonly<Record<string, readonly MergeConflict[]>> {
  return store.kv.get<Record<string, readonly MergeConflict[]>>(KEY) ?? {};
}

/** New conflicts of a page whose text is now `text`. Older ones stay while the person's words stand there and kb's do not. */
export function keepConflicts(store: Store, path: string, text: string, fresh: readonly MergeConflict[]): void {
  const all = readConflicts(store);
  const before = all[path] ?? [];
  const open = before.filter(
    (one) =>
      text.includes(one.theirs) &&
      (one.ours === "" || !text.includes(one.ours)) &&
      !fresh.some((other) => other.theirs === one.theirs),
  );
  const now = [...open, ...fresh];
  if (now.length === 0 && before.length === 0) return;
  const { [path]: _before, ...rest } = all;
  store.kv.set(KEY, now.length === 0 ? rest : { ...rest, [path]: now });
}
