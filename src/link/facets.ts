// What linking takes from each source by itself: the keys of its names, and its words cut short. It stays the same while its note does.
import type { SourceNote } from "../core/note.ts";
import { nameKey } from "../text/names.ts";

export interface Facets {
  /** Of each mention, in their order. */
  readonly keys: readonly string[];
  /** Words of some length by their beginnings, ideographs by pairs; each once. */
  readonly words: readonly string[];
}

const known = new WeakMap<SourceNote, Facets>();

/** Found once a note. */
export function facetsOf(note: SourceNote): Facets {
  const before = known.get(note);
  if (before) return before;
  const facets = {
    keys: note.mentions.map(({ name }) => nameKey(name)),
    words: roughWords([note.meta.title, ...note.claims.map((claim) => claim.text)].join("\n")),
  };
  known.set(note, facets);
  return facets;
}

/** Spares finding what an earlier run found for the same note, with this LINK_VERSION. */
export function rememberFacets(note: SourceNote, facets: Facets): void {
  if (facets.keys.length === note.mentions.length) known.set(note, facets);
}

// Cut after so many letters, forms of a word fall together; a stemmer would take longer than all the rest of linking.
const ROOT = 6;

export function roughWords(text: string): string[] {
  const out = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}{2,}|(?:(?!\p{Script=Han})[\p{Alpha}\p{N}]){4,}/gu))
    if (/^\p{Script=Han}/u.test(run)) for (let i = 0; i + 1 < run.length; i++) out.add(run.slice(i, i + 2));
    else out.add(run.slice(0, ROOT));
  return [...out];
}
