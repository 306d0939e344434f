// What linking finds in each source by itself, from the store where its note is the same.
import { facetsOf, rememberFacets } from "../link/facets.ts";
import { LINK_VERSION } from "../link/topics.ts";
import { type Memo, memoKey } from "../vault/memo.ts";
import { keysOf, type Noted } from "./known-notes.ts";

/** Lines of keys, and of words: short to read. */
interface Stored {
  readonly keys: string;
  readonly words: string;
}

/** Ask before linking. */
export function rememberedFacets(memo: Memo, noted: readonly Noted[]): void {
  const keys = keysOf(noted);
  for (const note of noted.flatMap((one) => one.notes)) {
    const key = memoKey(keys.get(note.path), LINK_VERSION);
    const stored = memo.get<Stored>("facets", key);
    if (stored) rememberFacets(note, { keys: linesOf(stored.keys), words: linesOf(stored.words) });
    else {
      const { keys: own, words } = facetsOf(note);
      memo.set("facets", key, { keys: own.join("\n"), words: words.join("\n") } satisfies Stored);
    }
  }
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
