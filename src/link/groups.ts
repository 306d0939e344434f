// One group a thing: mentions of all sources whose names are one name, by form or by a stated acronym.
import type { SourceNote } from "../core/note.ts";
import { isAcronymOf, nameKey } from "../text/names.ts";
import type { Speaking } from "./senses.ts";
import { type Reading, toldApart } from "./told-apart.ts";

export type GroupMember = Speaking;

export interface Group {
  /** The least of its keys by code point: stable whatever order sources came in. */
  readonly key: string;
  readonly keys: ReadonlySet<string>;
  /** What one of its names means here, where the vault has other things of that name. */
  readonly reading?: Reading;
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

/** Groups by key; linear in the number of mentions. */
export function groupsOf(notes: readonly SourceNote[], merges: Merges = [], splits: Merges = []): Groups {
  const parent = new Map<string, string>();
  const held = new Map<string, Set<string>>();
  const told = toldApart(notes, splits, merges);
  const keysOf = (name: string): readonly string[] => told.readings(name).map((reading) => reading.key);
  const keyOf = (name: string): string => keysOf(name)[0] ?? nameKey(name);
  const apart = splitOf(splits, keyOf);
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.get(root) !== undefined && parent.get(root) !== root) root = parent.get(root) ?? root;
    parent.set(key, root);
    return root;
  };
  const unite = (a: string, b: string): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x === y) return;
    const [ones, others] = [held.get(x) ?? new Set([a]), held.get(y) ?? new Set([b])];
    // What a person called two things stays two, by whatever way the names would meet.
    if ([...ones].some((one) => [...(apart.get(one) ?? [])].some((other) => others.has(other)))) return;
    parent.set(x < y ? y : x, x < y ? x : y);
    held.set(x < y ? x : y, new Set([...ones, ...others]));
  };
  const { members } = told;
  for (const { key } of members) if (!parent.has(key)) parent.set(key, key);
  for (const { key, member } of members)
    for (const form of member.mention.forms)
      if (isAcronymOf(form, member.mention.name) || isAcronymOf(member.mention.name, form))
        unite(key, told.keyIn(member.source, form));
  for (const [surname, person] of surnamesIn(members)) unite(surname, person);
  for (const [short, long] of shortNamesIn(members)) unite(short, long);
  for (const names of merges) for (const name of names.slice(1)) unite(keyOf(names[0] ?? name), keyOf(name));
  const found = new Map<string, { keys: Set<string>; members: GroupMember[] }>();
  for (const { key, member } of members) {
    const root = rootOf(key);
    const group = found.get(root) ?? { keys: new Set<string>(), members: [] };
    group.keys.add(key);
    group.members.push(member);
    found.set(root, group);
  }
  const groups = [...found]
    .filter(([, group]) => group.members.some((member) => !member.mention.minor))
    .map(([key, group]): Group => {
      const read = [...group.keys].flatMap((one) => told.reading(one) ?? []);
      // Two readings that a person made one need no telling apart.
      const reading = read.length === 1 ? read[0] : undefined;
      return {
        key,
        keys: group.keys,
        ...(reading ? { reading } : {}),
        members: group.members.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0)),
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { groups, keysOf };
}

/** So many other names must two sources share before a surname in one means the person of the other. */
const COMMON_GROUND = 2;

/** "Engelbart" in a source that never says "Douglas": he, if the vault knows one person of that name and both sources speak of the same things. */
function surnamesIn(members: readonly { readonly key: string; readonly member: GroupMember }[]): [string, string][] {
  const persons = new Map<string, Set<string>>();
  const namedIn = new Map<string, Set<string>>();
  const sources = new Map<string, Set<string>>();
  const proper = new Set<string>();
  for (const { key, member } of members) {
    const { mention, source } = member;
    sources.set(key, (sources.get(key) ?? new Set()).add(source));
    if (!mention.minor) namedIn.set(source, (namedIn.get(source) ?? new Set()).add(key));
    const words = mention.name.split(/\s+/);
    if (mention.kind === "person" && words.length > 1) {
      const last = nameKey(words.at(-1) ?? "");
      persons.set(last, (persons.get(last) ?? new Set()).add(key));
    } else if (words.length === 1 && /^\p{Lu}\p{Ll}/u.test(mention.name) && (mention.kind ?? "person") === "person")
      proper.add(key);
  }
  return [...persons].flatMap(([last, owners]): [string, string][] => {
    const [owner] = owners;
    if (owners.size !== 1 || owner === undefined || !proper.has(last)) return [];
    const ground = new Set([...(sources.get(owner) ?? [])].flatMap((source) => [...(namedIn.get(source) ?? [])]));
    const shares = [...(sources.get(last) ?? [])].every(
      (source) =>
        [...(namedIn.get(source) ?? [])].filter((key) => key !== last && ground.has(key)).length >= COMMON_GROUND,
    );
    return shares ? [[last, owner]] : [];
  });
}

/** Words that set a thing apart from the one it is named after: New York is no York, North Korea not Korea. */
const SETS_APART =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|new|old|upper|lower|inner|outer|greater|lesser|mega|micro|mini|anti|post|pre|neo|non|pseudo|quasi|vice|deputy|former|young|younger|elder)$/i;

/** "Council" where every source that says so also says "Leadership Council", and no other name ends so. */
function shortNamesIn(members: readonly { readonly key: string; readonly member: GroupMember }[]): [string, string][] {
  const sources = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const { key, member } of members) {
    sources.set(key, (sources.get(key) ?? new Set()).add(member.source));
    if (/^\p{Lu}/u.test(member.mention.name)) names.set(key, member.mention.name);
  }
  const longer = new Map<string, Set<string>>();
  for (const [key, name] of names) {
    const words = name.split(/\s+/);
    for (let from = 1; from < words.length; from++) {
      if (SETS_APART.test(words[from - 1] ?? "")) continue;
      const short = nameKey(words.slice(from).join(" "));
      if (names.has(short) && short !== key) longer.set(short, (longer.get(short) ?? new Set()).add(key));
    }
  }
  return [...longer].flatMap(([short, owners]): [string, string][] => {
    const [owner] = owners;
    if (owners.size !== 1 || owner === undefined || /\d/.test(owner)) return [];
    const within = [...(sources.get(short) ?? [])].every((source) => sources.get(owner)?.has(source));
    return within ? [[short, owner]] : [];
  });
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
