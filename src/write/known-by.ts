// Names that lead to a source: what it is headed by, introduces or comes back to. Where a page is about the thing, that page has the name.
import type { SourceNote, Term } from "../core/note.ts";
import { identifierOf } from "../text/identifier.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";

export interface Goes {
  /** Names that lead to the source, best first. */
  readonly by: readonly string[];
  /** Those that a topic's page or another source has, whatever they mean in this source. */
  readonly taken: readonly string[];
}

/** Shares of all sources, and sources at least: what so many name leads to those that are headed by it; what more name, nowhere. */
const USUAL = { share: 0.08, least: 6 };
const EVERYWHERE = { share: 0.3, least: 12 };
/** From here on a name stands in the title, and a phrase is come back to. */
const HEADED = { word: 2.2, phrase: 1.6 };
const TITLED = 3;

/** So many names of each source may be weaker ones; from CLEAR on it speaks of them. */
const FIRST = 3;
const CLEAR = 0.95;
const MORE = 1.75;
/** Besides these. */
const PERSONS = 5;
/** "WinHTTP", "boto3", "wasm-pack", "perf.rust-lang.org", "Vec::split_off"; no word, variable or constant. */
const PROPER = /^(?=\p{Alpha})(?!\p{Lower}+$)(?:[^\s_]+|\S+::\S+)$/u;

/** By path of the note. `keysOf` gives the keys of all that a note mentions, in their order. */
export function namesLeading(
  notes: readonly SourceNote[],
  isTopic: (name: string) => boolean,
  keysOf: (note: SourceNote) => readonly string[],
): ReadonlyMap<string, Goes> {
  const { spread, said } = spreadOf(notes, keysOf);
  const most = ({ share, least }: typeof USUAL): number => Math.max(least, share * notes.length);
  const headed = headings(notes);
  const holders = new Map<string, Held[]>();
  for (const note of notes) {
    const { path, terms = [] } = note;
    const here = countsOf(note, keysOf(note), spread);
    for (const { name, also = [], person = false, proper = false, weight: own } of terms) {
      const key = nameKey(name);
      const named = spread.get(key) ?? 0;
      // What is another's title or number is looked up there.
      if (headed.get(key)?.has(path) === false) continue;
      if (
        isTopic(name) ||
        named > most(EVERYWHERE) ||
        (named > most(USUAL) && own < (name.includes(" ") ? HEADED.phrase : HEADED.word))
      )
        continue;
      const weight = own < TITLED ? own + lift(here.get(key) ?? 1, said.get(key) ?? 1) : own;
      holders.set(key, [
        ...(holders.get(key) ?? []),
        {
          key,
          path,
          weight,
          person,
          only: named === 1 && (proper || [name, ...also].some((form) => PROPER.test(form))),
        },
      ]);
    }
  }
  const held = new Map<string, Held[]>();
  for (const all of holders.values()) {
    const [best] = [...all].sort((a, b) => b.weight - a.weight || byCodePoint(a.path, b.path));
    if (best) held.set(best.path, [...(held.get(best.path) ?? []), best]);
  }
  const goes = new Map(
    notes.map((note) => {
      const all = (held.get(note.path) ?? []).sort((a, b) => b.weight - a.weight || byCodePoint(a.key, b.key));
      const persons = all.filter(({ person, weight }) => person && weight >= CLEAR).slice(0, PERSONS);
      const ranked = all
        .filter(({ person }) => !person)
        .filter(({ weight, only }, i) => i < FIRST || only || weight >= CLEAR);
      // What no other source names can be looked up nowhere else.
      const most = mostFor(note.words);
      const best = [...ranked.filter(({ only }, i) => i < most || (only && i < most * MORE)), ...persons];
      const keys = new Set(best.map(({ key }) => key));
      return [note.path, goesBy(note, isTopic, (name) => keys.has(nameKey(name)))];
    }),
  );
  return eachOnce(goes, headed);
}

/** No form of a name leads to two sources: a name by itself comes before a short form of another, else the first in the order of paths has it. */
function eachOnce(
  goes: ReadonlyMap<string, Goes>,
  headed: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Goes> {
  const owners = new Map<string, string>();
  const paths = [...goes.keys()].sort(byCodePoint);
  for (const short of [false, true])
    for (const path of paths)
      for (const name of goes.get(path)?.by ?? []) {
        const key = nameKey(name);
        if (/^\p{Upper}[\p{Upper}\p{N}]+$/u.test(name) === short && !owners.has(key)) owners.set(key, path);
      }
  return new Map(
    [...goes].map(([path, { by, taken }]) => {
      const isOwn = (name: string): boolean =>
        owners.get(nameKey(name)) === path && headed.get(nameKey(name))?.has(path) !== false;
      return [path, { by: by.filter(isOwn), taken: [...taken, ...by.filter((name) => !isOwn(name))] }];
    }),
  );
}

interface Held {
  readonly key: string;
  readonly path: string;
  readonly weight: number;
  readonly person: boolean;
  /** A name that no other source has. */
  readonly only: boolean;
}

/** Paths of the sources that a title or a number is, by key. */
function headings(notes: readonly SourceNote[]): ReadonlyMap<string, ReadonlySet<string>> {
  const headed = new Map<string, Set<string>>();
  for (const { path, meta } of notes)
    for (const name of [meta.title, identifierOf(path)])
      if (name) headed.set(nameKey(name), (headed.get(nameKey(name)) ?? new Set()).add(path));
  return headed;
}

/** What one source comes back to and others hardly name is looked up there; what others say more of, in them. */
function lift(here: number, all: number): number {
  if (here * 2 > all) return here >= OFTEN ? OWN : 0;
  return here * 4 < all ? -OWN : 0;
}

/** Times that a source names a thing. */
const OFTEN = 3;
const OWN = 0.3;

/** Of all names by which a source may be looked up, by key: how many sources name each, and how often all of them do. */
function spreadOf(
  notes: readonly SourceNote[],
  keysOf: (note: SourceNote) => readonly string[],
): { readonly spread: ReadonlyMap<string, number>; readonly said: ReadonlyMap<string, number> } {
  const spread = new Map<string, number>();
  const said = new Map<string, number>();
  for (const { terms = [] } of notes) for (const { name } of terms) spread.set(nameKey(name), 0);
  for (const note of notes) {
    const counts = countsOf(note, keysOf(note), spread);
    for (const [key, count] of counts) said.set(key, (said.get(key) ?? 0) + count);
    for (const key of new Set([...counts.keys(), ...(note.terms ?? []).map(({ name }) => nameKey(name))]))
      spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  return { spread, said };
}

/** How often a note names what is `wanted`, by key. */
function countsOf(
  { mentions }: SourceNote,
  keys: readonly string[],
  wanted: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  mentions.forEach(({ count }, i) => {
    const key = keys[i] ?? "";
    if (wanted.has(key)) counts.set(key, count);
  });
  return counts;
}

/** Of one source: `leads` says which of its names lead to it. */
export function goesBy(
  { terms = [] }: SourceNote,
  isTopic: (name: string) => boolean,
  leads: (name: string) => boolean,
): Goes {
  const own = terms.filter(({ name }) => !isTopic(name) && leads(name)).flatMap(formsOf);
  const names = [...new Set(own)].filter((name) => !isTopic(name));
  return { by: names, taken: [...new Set(terms.flatMap(formsOf))].filter((name) => !names.includes(name)) };
}

/** 5 for a note of a hundred words, three more each time it is four times as long. */
function mostFor(words: number): number {
  return 5 + Math.floor(1.5 * Math.log2(Math.max(1, words / 100)));
}

function formsOf({ name, also = [] }: Term): readonly string[] {
  return [name, ...also];
}
