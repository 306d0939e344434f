// Mentions by the name they stand for, where one spelling may stand for several: the common word, and what sources define apart.
import type { SourceNote } from "../core/note.ts";
import { headOf } from "../text/head-noun.ts";
import { nameKey } from "../text/names.ts";
import { type TextAt, textFinder } from "./claim-texts.ts";
import { type Contexts, contextsOf } from "./context.ts";
import { facetsOf } from "./facets.ts";
import { type Sense, type Speaking, sensesOf } from "./senses.ts";
import { twoSpellings } from "./spelling.ts";

/** What one spelling stands for beside others. */
export interface Reading {
  readonly key: string;
  /** The spelling that has several readings, as nameKey makes it. */
  readonly name: string;
  /** Set where only the capital tells it from another reading. */
  readonly spelt?: "name" | "word";
  /** What sets it apart in a title, "island", and the other words that sources use for it. */
  readonly marks: readonly string[];
  /** What an acronym of several things stands for here: its title then. */
  readonly words?: string;
  /** Both spellings would give one title. */
  readonly collides?: boolean;
}

export interface ToldApart {
  readonly members: readonly { readonly key: string; readonly member: Speaking }[];
  /** What a name stands for: several readings only where sources tell several things apart; the one most said of first. */
  readings(name: string): readonly Reading[];
  /** The key of a name in one source. */
  keyIn(source: string, name: string): string;
  reading(key: string): Reading | undefined;
  readonly contexts: Contexts;
  readonly textAt: TextAt;
}

/** A person's word: in these sources the name means what the mark says. */
export interface Sent {
  readonly name: string;
  readonly mark: string;
  /** Paths of raw files. */
  readonly sources: readonly string[];
}

export interface Declared {
  /** Names that a person called two things; of one key, they are told apart by their capital. */
  readonly split: readonly (readonly string[])[];
  readonly merge: readonly (readonly string[])[];
  readonly sent: readonly Sent[];
}

export function toldApart(notes: readonly SourceNote[], { split, merge, sent }: Declared): ToldApart {
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const titleAt = (path: string): string => byPath.get(path)?.meta.title ?? "";
  const textAt = textFinder(notes);
  const contexts = contextsOf(notes);
  const parted = keysTwiceIn(split);
  const joined = keysTwiceIn(merge);
  const byName = new Map<string, Speaking[]>();
  // In the order of their paths, so that no list of a name needs sorting.
  for (const note of [...notes].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const { keys } = facetsOf(note);
    note.mentions.forEach((mention, i) => {
      // Named in passing and in no claim: nothing that a page could say.
      if (mention.minor && mention.claims.length === 0) return;
      const key = keys[i] ?? nameKey(mention.name);
      const list = byName.get(key);
      if (list) list.push({ source: note.path, mention });
      else byName.set(key, [{ source: note.path, mention }]);
    });
  }
  const members: { key: string; member: Speaking }[] = [];
  const readings = new Map<string, Reading[]>();
  const byKey = new Map<string, Reading>();
  /** "javaisland", as a person who writes "Java (island)" means it. */
  const titled = new Map<string, Reading>();
  const placeOf = new Map<string, string>();
  const put = (name: string, reading: Reading, list: readonly Speaking[]): void => {
    byKey.set(reading.key, reading);
    for (const mark of reading.marks) titled.set(name + nameKey(mark), reading);
    const before = readings.get(name) ?? [];
    if (!before.some(({ key }) => key === reading.key)) readings.set(name, [...before, reading]);
    for (const member of list) {
      members.push({ key: reading.key, member });
      placeOf.set(placeKey(member.source, reading.spelt ?? "", name), reading.key);
    }
  };
  const sentNames = new Set(sent.map((one) => nameKey(one.name)));
  for (const name of [...byName.keys()].sort()) {
    const sorted = byName.get(name) ?? [];
    if (sentNames.has(name)) {
      const declared = sent.filter((one) => nameKey(one.name) === name);
      const rest = sorted.filter((member) => {
        const one = declared.find(({ sources }) => sources.includes(member.source.split("::")[0] ?? ""));
        if (one) put(name, { key: `${name}~${one.mark}`, name, marks: [one.mark] }, [member]);
        return one === undefined;
      });
      put(name, { key: name, name, marks: [] }, rest);
      continue;
    }
    const spelt = joined.has(name) ? undefined : twoSpellings(name, sorted, textAt, contexts, parted.has(name));
    // Common words that make no topic of their own leave the name alone with its name.
    if (spelt && !spelt.ownPlural && spelt.word.every(({ mention }) => mention.minor)) {
      for (const member of spelt.name) members.push({ key: name, member });
      for (const member of spelt.word) members.push({ key: `${name}^word`, member });
      continue;
    }
    if (spelt) {
      const marks = [...new Set(spelt.word.flatMap(({ mention }) => headOf(mention.definition ?? "") ?? []))];
      const collides = !spelt.ownPlural;
      put(name, { key: `${name}^`, name, spelt: "name", marks: [], collides }, spelt.name);
      put(name, { key: name, name, spelt: "word", marks: [...marks, "word"], collides }, spelt.word);
      continue;
    }
    const senses: readonly Sense[] = sensesOf(name, sorted, { titleAt, textAt }, contexts) ?? [];
    if (senses.length > 1)
      for (const sense of senses) put(name, { key: `${name}~${sense.mark}`, name, marks: sense.marks }, sense.members);
    else for (const member of sorted) members.push({ key: name, member });
  }
  const readingsOf = (name: string): readonly Reading[] => {
    const key = nameKey(name);
    const one = byName.has(key) ? undefined : titled.get(key);
    if (one) return [one];
    const all = readings.get(key) ?? [];
    const wanted = /^\p{Upper}/u.test(name) ? "name" : "word";
    const spelt = all.filter((reading) => reading.spelt === wanted);
    return all.length === 0 ? [{ key, name: key, marks: [] }] : spelt.length > 0 ? spelt : all;
  };
  return {
    members,
    contexts,
    textAt,
    readings: readingsOf,
    reading: (key) => byKey.get(key),
    keyIn(source, name) {
      const key = nameKey(name);
      if (!readings.has(key)) return key;
      const [first] = readingsOf(name);
      return placeOf.get(placeKey(source, first?.spelt ?? "", key)) ?? first?.key ?? key;
    },
  };
}

function placeKey(source: string, spelt: string, name: string): string {
  return `${source}\n${spelt}\n${name}`;
}

/** Keys that stand twice or more in one of the lists: a person speaks of two spellings of one word. */
function keysTwiceIn(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(
    lists.flatMap((names) => {
      const keys = [...new Set(names)].map((name) => nameKey(name));
      return keys.filter((key, i) => keys.indexOf(key) !== i);
    }),
  );
}
