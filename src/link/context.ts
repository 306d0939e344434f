// What a source speaks of besides a name: the ground on which two mentions of one spelling are told to be one thing or two.
import type { Mention, SourceNote } from "../core/note.ts";
import { facetsOf, roughWords } from "./facets.ts";

export interface Contexts {
  /** Names of a source, `but` left out, that stand in one of the others too. */
  shared(source: string, others: ReadonlySet<string>, but: string): number;
  /** The same for two sources, as a part of the names of the one that has fewer. */
  overlap(a: string, b: string, but: string): number;
  /** 0 to 1: cosine of all that two sources say, rare words first, the words of `name` left out. */
  likeness(a: string, b: string, name: string): number;
}

// In a vault on one subject its great words stand everywhere and tell nothing; a handful of sources has no such words.
const COMMON_FROM = 16;
const COMMON = 0.25;

/** Built as it is asked: most vaults hold few names that need it. */
export function contextsOf(notes: readonly SourceNote[]): Contexts {
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const tellingNames = once(() => {
    const counts = new Map<string, number>();
    for (const note of notes)
      for (const key of new Set(facetsOf(note).keys.filter((_, i) => isTelling(note.mentions[i]))))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    const most = notes.length < COMMON_FROM ? notes.length : notes.length * COMMON;
    return new Set([...counts].filter(([, n]) => n <= most).map(([key]) => key));
  });
  // A name that one source dwells on and another names in passing is common ground as well.
  const namesOf = perSource((source) => {
    const note = byPath.get(source);
    return new Set(note ? facetsOf(note).keys.filter((key) => tellingNames().has(key)) : []);
  });
  const wordsAt = perSource((source) => {
    const note = byPath.get(source);
    return new Set(note ? facetsOf(note).words : []);
  });
  const spreads = once(() => {
    const counts = new Map<string, number>();
    for (const note of notes) for (const word of facetsOf(note).words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  // Half a source more, so that a vault of two still tells words apart.
  const weight = (word: string): number => {
    const spread = spreads().get(word);
    return spread === undefined ? 0 : Math.log((notes.length + 0.5) / spread) ** 2;
  };
  const weightAt = perSource((source) => {
    let sum = 0;
    for (const word of wordsAt(source)) sum += weight(word);
    return { sum };
  });
  return {
    shared(source, others, but) {
      const beside = [...others].flatMap((one) => (one === source ? [] : namesOf(one)));
      return countOf(namesOf(source), (key) => key !== but && beside.some((names) => names.has(key)));
    },
    overlap(a, b, but) {
      const n = countOf(namesOf(a), (key) => key !== but && namesOf(b).has(key));
      return n / Math.max(1, Math.min(namesOf(a).size, namesOf(b).size) - 1);
    },
    likeness(a, b, name) {
      const [few, many] = wordsAt(a).size <= wordsAt(b).size ? [wordsAt(a), wordsAt(b)] : [wordsAt(b), wordsAt(a)];
      const own = new Set(roughWords(name));
      let dot = 0;
      for (const word of few) if (many.has(word) && !own.has(word)) dot += weight(word);
      const length = (source: string): number =>
        [...own].reduce((sum, word) => sum - (wordsAt(source).has(word) ? weight(word) : 0), weightAt(source).sum);
      return dot === 0 ? 0 : dot / Math.sqrt(length(a) * length(b));
    },
  };
}

/** A phrase that no source dwells on is common speech; a name is a name however briefly it is mentioned. */
function isTelling(mention: Mention | undefined): boolean {
  return mention !== undefined && (!mention.minor || /^\p{Upper}/u.test(mention.name));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function perSource<T>(make: (source: string) => T): (source: string) => T {
  const known = new Map<string, T>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const made = make(source);
    known.set(source, made);
    return made;
  };
}

function countOf(keys: ReadonlySet<string>, holds: (key: string) => boolean): number {
  let n = 0;
  for (const key of keys) if (holds(key)) n++;
  return n;
}
