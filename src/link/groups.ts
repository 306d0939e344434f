// One group a thing: mentions of all sources whose names are one name, by form or by a stated acronym.
import type { SourceNote } from "../core/note.ts";
import { nameKey } from "../text/names.ts";
import type { Speaking } from "./senses.ts";
import { classedNamesIn, shortNamesIn, surnamesIn } from "./short-forms.ts";
import { acronymsIn, type Stated, statedIn } from "./stated.ts";
import { type Reading, type Sent, toldApart } from "./told-apart.ts";
import { type Join, unionOf } from "./union.ts";

export type GroupMember = Speaking;

export interface Group {
  /** The least of its keys by code point: stable whatever order sources came in. */
  readonly key: string;
  readonly keys: ReadonlySet<string>;
  /** What one of its names means here, where the vault has other things of that name. */
  readonly reading?: Reading;
  /** Why its keys are one thing. */
  readonly joins: readonly Join[];
  /** By path of the source. */
  readonly members: readonly GroupMember[];
}

export interface Groups {
  readonly groups: readonly Group[];
  /** Keys of all that a name stands for, the one most said of first. */
  keysOf(name: string): readonly string[];
}

/** Pairs of names that a person declared to be one thing. */
export type Merges = readonly (readonly string[])[];

/** What joins and parts names beside their form. */
export interface Word {
  readonly merge?: Merges;
  readonly split?: Merges;
  /** What a person says that a name means in some sources. */
  readonly sent?: readonly Sent[];
  /** Names that a person's own pages give to one thing. */
  readonly stated?: readonly Stated[];
  /** Names that a model takes for one thing, and that sources speak of together. */
  readonly judged?: readonly Stated[];
}

/** Groups by key; linear in the number of mentions. */
export function groupsOf(
  notes: readonly SourceNote[],
  { merge = [], split = [], sent = [], stated = [], judged = [] }: Word = {},
): Groups {
  const told = toldApart(notes, { split, merge, sent });
  const acronyms = acronymsIn(told.members, told.keyIn, told.contexts);
  const keysOf = (name: string): readonly string[] =>
    acronyms.things.get(nameKey(name)) ?? told.readings(name).map((reading) => reading.key);
  const keyOf = (name: string): string => keysOf(name)[0] ?? nameKey(name);
  const union = unionOf(splitOf(split, keyOf));
  const members =
    acronyms.moved.size === 0
      ? told.members
      : told.members.map(({ key, member }) => ({ key: acronyms.moved.get(member) ?? key, member }));
  // A person's word first, so that nothing else can have taken its place.
  for (const names of merge)
    for (const name of names.slice(1)) union.join(keyOf(names[0] ?? name), keyOf(name), "you said it is the same");
  for (const { a, b, reason } of acronyms.joined) union.join(a, b, reason);
  const pages = statedIn(notes, stated);
  const known = new Set(pages.length > 0 ? members.map(({ key }) => key) : []);
  for (const { names, by } of pages) {
    const spoken = names.map(keyOf).filter((key) => known.has(key));
    for (const key of spoken.slice(1)) union.join(spoken[0] ?? key, key, `alias in ${by}`);
  }
  for (const [surname, person] of surnamesIn(members)) union.join(surname, person, "of the one person of that name");
  for (const [short, long] of shortNamesIn(members, told.textAt))
    union.join(short, long, "in no source without the whole");
  for (const [name, classed] of classedNamesIn(members)) union.join(name, classed, "the name with its class");
  for (const { names, by } of judged)
    for (const name of names.slice(1)) union.join(keyOf(names[0] ?? name), keyOf(name), `one thing to ${by}`);
  const found = new Map<string, { keys: Set<string>; members: GroupMember[] }>();
  // What all name in passing makes no group.
  for (const { key, member } of members) {
    if (member.mention.minor) continue;
    const root = union.rootOf(key);
    if (!found.has(root)) found.set(root, { keys: new Set<string>(), members: [] });
  }
  for (const { key, member } of members) {
    const group = found.get(union.rootOf(key));
    group?.keys.add(key);
    group?.members.push(member);
  }
  const groups = [...found]
    .map(([key, group]): Group => {
      const read = [...group.keys].flatMap((one) => told.reading(one) ?? acronyms.readings.get(one) ?? []);
      // Two readings that a person made one need no telling apart.
      const reading = read.length === 1 ? read[0] : undefined;
      return {
        key,
        keys: group.keys,
        joins: union.joinsOf(key),
        ...(reading ? { reading } : {}),
        members: group.members.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)),
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { groups, keysOf };
}

/** Key -> keys that a person said are other things. */
export function splitOf(splits: Merges, keyOf: (name: string) => string = nameKey): Map<string, Set<string>> {
  const apart = new Map<string, Set<string>>();
  for (const names of splits) {
    const keys = [...new Set(names.map(keyOf))];
    for (const key of keys)
      for (const other of keys) if (other !== key) apart.set(key, (apart.get(key) ?? new Set()).add(other));
  }
  return apart;
}
