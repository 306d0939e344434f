// Names that stand for longer ones: a surname for the person, "the Council" for the Leadership Council.
import { nameKey } from "../text/names.ts";
import type { TextAt } from "./claim-texts.ts";
import type { Speaking } from "./senses.ts";

interface Keyed {
  readonly key: string;
  readonly member: Speaking;
}

/** So many other names must two sources share before a surname in one means the person of the other. */
const COMMON_GROUND = 2;

/** "Engelbart" in a source that never says "Douglas": he, if the vault knows one person of that name and both sources speak of the same things. */
export function surnamesIn(members: readonly Keyed[]): [string, string][] {
  const persons = new Map<string, Set<string>>();
  const proper = new Set<string>();
  for (const { key, member } of members) {
    const { name, kind } = member.mention;
    // Of most names nothing tells whose they are, and they are written small.
    if (kind === undefined ? !/^\p{Upper}\p{Lower}/u.test(name) : kind !== "person") continue;
    if (!/\s/.test(name)) {
      if (/^\p{Upper}\p{Lower}/u.test(name)) proper.add(key);
    } else if (kind === "person") {
      const last = nameKey(name.split(/\s+/).at(-1) ?? "");
      persons.set(last, (persons.get(last) ?? new Set()).add(key));
    }
  }
  const likely = [...persons].flatMap(([last, owners]): [string, string][] => {
    const [owner] = owners;
    return owners.size === 1 && owner !== undefined && proper.has(last) ? [[last, owner]] : [];
  });
  if (likely.length === 0) return [];
  const namedIn = new Map<string, Set<string>>();
  for (const { key, member } of members)
    if (!member.mention.minor) namedIn.set(member.source, (namedIn.get(member.source) ?? new Set()).add(key));
  const sources = sourcesOf(members, new Set(likely.flat()));
  return likely.filter(([last, owner]) => {
    const ground = new Set([...(sources.get(owner) ?? [])].flatMap((source) => [...(namedIn.get(source) ?? [])]));
    return [...(sources.get(last) ?? [])].every(
      (source) =>
        [...(namedIn.get(source) ?? [])].filter((key) => key !== last && ground.has(key)).length >= COMMON_GROUND,
    );
  });
}

/** Who speaks of each of these keys. */
function sourcesOf(members: readonly Keyed[], wanted: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  for (const { key, member } of members)
    if (wanted.has(key)) sources.set(key, (sources.get(key) ?? new Set()).add(member.source));
  return sources;
}

/** Words that set a thing apart from the one it is named after: New York is no York, North Korea not Korea. */
const SETS_APART =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|new|old|upper|lower|inner|outer|greater|lesser|mega|micro|mini|anti|post|pre|neo|non|pseudo|quasi|vice|deputy|former|young|younger|elder)$/i;

const CAPITAL = /^\p{Upper}/u;

/** "Bay of Baku" is not Baku. */
const JOINT = /^(?:of|for|the|an?|and|or|in|on|at|to|de|del|di|da|du|des|la|le|el|van|von|der|&|–|-|\/)$/i;

/** "American rapper Ludacris", "Using Rust": words before a name that are no part of it. */
export function isDescribed(long: string, name: string): boolean {
  if (!long.endsWith(` ${name}`)) return false;
  const before = long.slice(0, -name.length).trim().split(/\s+/);
  if (JOINT.test(before.at(-1) ?? "")) return false;
  return (
    before.some((word) => /^\p{Lower}/u.test(word) && !JOINT.test(word)) ||
    (before.length === 1 &&
      /^(?:With|Regarding|In|On|For|From|By|At|To|\p{Upper}\p{Lower}+ing)$/u.test(before[0] ?? ""))
  );
}

/**
 * Short forms with the one longer name that ends so: where a source says "Project X" and "X"; or where every source that says the
 * short one also says the long, and either the long is the short with a description before it, or sources never say the short without an article ("the Council").
 */
export function shortNamesIn(members: readonly Keyed[], textAt: TextAt): [string, string][] {
  const names = new Map<string, string>();
  for (const { key, member } of members) {
    const { name } = member.mention;
    if (name.includes(" ") || CAPITAL.test(name)) names.set(key, name);
  }
  const longer = new Map<string, Set<string>>();
  for (const [key, name] of names) {
    if (!/\s/.test(name)) continue;
    const words = name.split(/\s+/);
    for (let from = 1; from < words.length; from++) {
      const short = nameKey(words.slice(from).join(" "));
      if (!names.has(short) || short === key) continue;
      const last = words[from - 1] ?? "";
      if (SETS_APART.test(last) || JOINT.test(last)) continue;
      longer.set(short, (longer.get(short) ?? new Set()).add(key));
    }
  }
  const wanted = new Set([...longer].flatMap(([short, owners]) => [short, ...owners]));
  const sources = sourcesOf(members, wanted);
  const spoken = new Map<string, Speaking[]>();
  for (const { key, member } of members) {
    if (!wanted.has(key) || !(member.mention.name.includes(" ") || CAPITAL.test(member.mention.name))) continue;
    const list = spoken.get(key);
    if (list) list.push(member);
    else spoken.set(key, [member]);
  }
  return [...longer].flatMap(([short, owners]): [string, string][] => {
    const name = names.get(short) ?? "";
    const saying = [...(sources.get(short) ?? [])];
    const project = [...owners].find((key) => names.get(key) === `Project ${name}`);
    if (project && saying.some((source) => sources.get(project)?.has(source)) && isNobodys(spoken.get(short) ?? []))
      return [[short, project]];
    const [owner] = owners;
    if (owners.size !== 1 || owner === undefined || /\d/.test(owner)) return [];
    if (!saying.every((source) => sources.get(owner)?.has(source))) return [];
    const long = names.get(owner) ?? "";
    // "inline assembly code" is a sort of assembly code: common words are no short forms.
    if (!/^\p{Upper}/u.test(name)) return [];
    if (isDescribed(long, name)) return [[short, owner]];
    const times = (key: string) => (spoken.get(key) ?? []).reduce((sum, { mention }) => sum + mention.count, 0);
    if (isLastWord(name, long) && times(short) > times(owner)) return [[short, owner]];
    return /^\p{Upper}/u.test(long) && alwaysWithArticle(name, long, spoken.get(short) ?? [], textAt)
      ? [[short, owner]]
      : [];
  });
}

/** Whoever bears the name is told apart from the project: Gutenberg. */
function isNobodys(spoken: readonly Speaking[]): boolean {
  return !spoken.some(({ mention }) => mention.kind === "person" || mention.kind === "place");
}

/** "Codespaces" of "GitHub Codespaces": a brand after its maker's, said oftener without. */
function isLastWord(name: string, long: string): boolean {
  return (
    long.endsWith(` ${name}`) &&
    /^\p{Upper}\p{Lower}{4,}s?$/u.test(name) &&
    /^\p{Upper}[\p{Alpha}\d]+$/u.test(long.slice(0, -name.length - 1))
  );
}

/** Is it "the Council" wherever the claims say the short name by itself? Acronyms and names without evidence are no short forms. */
function alwaysWithArticle(name: string, long: string, spoken: readonly Speaking[], textAt: TextAt): boolean {
  if (/^[\p{Upper}\p{N}]+s?$/u.test(name)) return false;
  let said = 0;
  for (const { source, mention } of spoken)
    for (const id of mention.claims) {
      const text = textAt(source, id);
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const before = text.slice(0, at);
        if (`${before}${name}`.endsWith(long)) continue;
        // "Council members" are those of the council.
        if (/^\s\p{Lower}+(?:s|ing|er|or|or's)\b/u.test(text.slice(at + name.length))) continue;
        if (!/(?:^|\s)(?:the|this|its|our|their|\p{Alpha}+['’]s)\s$/iu.test(before)) return false;
        said++;
      }
    }
  return said > 0;
}

/** "Poseidon hash function" with "Poseidon", where every source that says the name says its class too: EVM is no EVM opcode. */
export function classedNamesIn(members: readonly Keyed[]): [string, string][] {
  const classed = members.flatMap(({ key, member }): [string, string][] => {
    const name = CLASSED.exec(member.mention.name)?.[1];
    return name ? [[nameKey(name), key]] : [];
  });
  const sources = sourcesOf(members, new Set(classed.flat()));
  return classed.filter(([short, long]) => {
    const saying = [...(sources.get(short) ?? [])];
    return saying.length > 0 && saying.every((source) => sources.get(long)?.has(source));
  });
}

const CLASSED =
  /^(\p{Upper}[\p{Alpha}\d_-]+) (?:algorithm|cipher|curve|file format|hash function|instruction|opcode|precompile|programming language|signature scheme)$/u;
