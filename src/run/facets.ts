// What linking finds in each source by itself, from the store where its note is the same.
import type { SourceNote } from "../core/note.ts";
import { facetsOf, rememberFacets } from "../link/facets.ts";
import { LINK_VERSION } from "../link/topics.ts";
import { rememberUsages, type Usage, usagesOf } from "../link/usage.ts";
import { type Memo, memoKey } from "../vault/memo.ts";
import type { Counter } from "./counter.ts";
import { keysOf, type Noted } from "./known-notes.ts";

/** Lines of keys, and of words: short to read. */
interface Stored {
  readonly keys: string;
  readonly words: string;
  /** Of words that other sources write with another letter: number of the mention, then its usage. */
  readonly usages?: readonly (readonly [number, number, number, number, number, number])[];
}

/** Ask before linking. Gives what keeps, after linking, what was new. */
export function rememberedFacets(memo: Memo, noted: readonly Noted[], counter: Counter): () => void {
  const keys = keysOf(noted);
  const notes = noted
    .flatMap((one) => one.notes)
    .map((note) => ({ note, key: memoKey(keys.get(note.path), LINK_VERSION) }));
  const before = new Map<SourceNote, number>();
  for (const { note, key } of notes) {
    const stored = memo.get<Stored>("facets", key);
    if (!stored) {
      counter.count("facets");
      continue;
    }
    rememberFacets(note, { keys: linesOf(stored.keys), words: linesOf(stored.words) });
    const usages = stored.usages ?? [];
    rememberUsages(
      note,
      new Map(
        usages.map(([i, name, word, plural, single, wordSingle]) => [i, { name, word, plural, single, wordSingle }]),
      ),
    );
    before.set(note, usages.length);
  }
  return () => {
    for (const { note, key } of notes) {
      const usages = usagesOf(note);
      if (before.get(note) === usages.size) continue;
      const { keys: own, words } = facetsOf(note);
      memo.set("facets", key, {
        keys: own.join("\n"),
        words: words.join("\n"),
        usages: [...usages].map(([i, usage]) => rowOf(i, usage)),
      } satisfies Stored);
    }
  };
}

function rowOf(i: number, { name, word, plural, single, wordSingle }: Usage): NonNullable<Stored["usages"]>[number] {
  return [i, name, word, plural, single, wordSingle];
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
