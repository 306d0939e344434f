// Names that lead to a source: what it is headed by, introduces or comes back to. Where a page is about the thing, that page has the name.
import type { SourceNote, Term } from "../core/note.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";

export interface Goes {
  /** Names that lead to the source, best first. */
  readonly by: readonly string[];
  /** Those that a topic's page or another source has, whatever they mean in this source. */
  readonly taken: readonly string[];
}

/** Of several sources for one name, those that are about as much about it as the one that is most. */
const AS_GOOD = 0.85;
const MOST_SOURCES = 3;
/** Shares of all sources, and sources at least: what so many name leads to those that are headed by it; what more name, nowhere. */
const USUAL = { share: 0.08, least: 6 };
const EVERYWHERE = { share: 0.3, least: 12 };
/** From here on a name stands in the title. */
const HEADED = 3;

/** So many names of each source may be weaker ones; from CLEAR on it speaks of them. */
const FIRST = 3;
const CLEAR = 1.25;

/** By path of the note. `keysOf` gives the keys of all that a note mentions, in any order. */
export function namesLeading(
  notes: readonly SourceNote[],
  isTopic: (name: string) => boolean,
  keysOf: (note: SourceNote) => readonly string[],
): ReadonlyMap<string, Goes> {
  const spread = spreadOf(notes, keysOf);
  const most = ({ share, least }: typeof USUAL): number => Math.max(least, share * notes.length);
  const holders = new Map<string, { readonly path: string; readonly weight: number }[]>();
  for (const { path, terms = [] } of notes)
    for (const { name, weight } of terms) {
      const key = nameKey(name);
      const named = spread.get(key) ?? 0;
      if (isTopic(name) || named > most(EVERYWHERE) || (named > most(USUAL) && weight < HEADED)) continue;
      holders.set(key, [...(holders.get(key) ?? []), { path, weight }]);
    }
  const chosen = new Map(
    [...holders].map(([key, all]) => {
      const ranked = [...all].sort((a, b) => b.weight - a.weight || byCodePoint(a.path, b.path));
      const best = ranked[0]?.weight ?? 0;
      return [
        key,
        new Set(ranked.slice(0, MOST_SOURCES).flatMap((one) => (one.weight >= best * AS_GOOD ? [one.path] : []))),
      ];
    }),
  );
  return new Map(
    notes.map((note) => [
      note.path,
      goesBy(note, isTopic, (name) => chosen.get(nameKey(name))?.has(note.path) ?? false),
    ]),
  );
}

/** Sources that name each thing by which one of them may be looked up, by key. */
function spreadOf(
  notes: readonly SourceNote[],
  keysOf: (note: SourceNote) => readonly string[],
): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const { terms = [] } of notes) for (const { name } of terms) spread.set(nameKey(name), 0);
  for (const note of notes) {
    const named = new Set(keysOf(note).filter((key) => spread.has(key)));
    for (const { name } of note.terms ?? []) named.add(nameKey(name));
    for (const key of named) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  return spread;
}

/** Of one source: `leads` says which of its names lead to it. */
export function goesBy(
  { terms = [], words }: SourceNote,
  isTopic: (name: string) => boolean,
  leads: (name: string) => boolean,
): Goes {
  const own = terms
    .filter(({ name }) => !isTopic(name) && leads(name))
    .filter(({ weight }, i) => i < FIRST || weight >= CLEAR)
    .slice(0, mostFor(words))
    .flatMap(formsOf);
  const names = [...new Set(own)].filter((name) => !isTopic(name));
  return { by: names, taken: [...new Set(terms.flatMap(formsOf))].filter((name) => !names.includes(name)) };
}

/** 4 for a note of a hundred words, one more each time it is twice as long. */
function mostFor(words: number): number {
  return 4 + Math.floor(Math.log2(Math.max(1, words / 100)));
}

function formsOf({ name, also = [] }: Term): readonly string[] {
  return [name, ...also];
}
