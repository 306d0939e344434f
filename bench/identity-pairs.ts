// Labelled pairs of names out of real text: what one file says is one thing, and names that only look alike.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "../src/text/hash.ts";

export interface Pair {
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** Does one source put both names side by side as one? */
  readonly stated: boolean;
  /** The acronym that stands for both. */
  readonly short?: string;
}

/** A short list of own making. */
const OWN: readonly Pair[] = [
  ...own("variant", true, [
    ["API", "APIs"],
    ["Hyper-Text", "hypertext"],
    ["The Hague", "Hague"],
    ["Zettelkästen", "zettelkasten"],
    ["light client", "light clients"],
    ["Acme Inc", "Acme"],
    ["LLM", "LLMs"],
    ["docker compose", "docker-compose"],
  ]),
  ...own("sibling", false, [
    ["GPT-3", "GPT-4"],
    ["mw-2", "mw-3"],
    ["Rust 2018", "Rust 2021"],
    ["John Smith", "Jane Smith"],
    ["C", "C++"],
    ["Java", "JavaScript"],
    ["HTTP/2", "HTTP/3"],
    ["World War I", "World War II"],
    ["North Korea", "South Korea"],
    ["Python 2", "Python 3"],
  ]),
];

function own(kind: string, same: boolean, names: readonly (readonly [string, string])[]): Pair[] {
  return names.map(([a, b]) => ({ kind, a, b, same, stated: false }));
}

/** Pairs of every kind, each kind in an order of its own that does not follow the text. */
export function labelledPairs(folder: string): Pair[] {
  const files = filesUnder(folder).map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const prose = proseIn(folder);
  const positives = unique([
    ...some(prose.flatMap(expansionsIn), 140),
    ...some(
      files.filter(({ path }) => /vault-/u.test(path)).flatMap(({ path, text }) => aliasesIn(basename(path), text)),
      20,
    ),
  ]);
  const rivals = some(rivalsOf(prose.flatMap(expansionsIn)), 20);
  const names = [...new Set(prose.flatMap(namesIn))].sort();
  const numbered = unique(some(siblingsOf(prose), 40));
  const sharing = unique(some(sharersOf(names), 50));
  const apart = some(names, 180).flatMap((a, i, all): Pair[] => {
    const b = all[i + 1];
    return i % 2 === 0 && b !== undefined && !shareWord(a, b)
      ? [{ kind: "unlike names", a, b, same: false, stated: false }]
      : [];
  });
  return [...OWN, ...positives, ...rivals, ...numbered, ...sharing, ...apart];
}

/** The sources that names are taken from. */
export function proseIn(folder: string): string[] {
  return filesUnder(folder)
    .filter((path) => /corpus-/u.test(path))
    .map((path) => readFileSync(path, "utf8"));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.md$/u.test(name) && /(?:corpus|vault)-/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const MINOR = /^(?:of|the|and|for|in|on|a|an|to|by|with|via|called)$/iu;

/** What the rule below cuts wrong, as a person reads it in its sentence; "" where the brackets hold no short form of the words. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  "cloud configuration management database": "configuration management database",
  "commoditization of a Commercial Off-The Shelf": "Commercial Off-The Shelf",
  "fee or on a first-come first-served": "first-come first-served",
  "Predictable Proof-of-Work": "Proof-of-Work",
  "Replace the BLS-signature-based Random Decentralized Autonomous Organization":
    "Random Decentralized Autonomous Organization",
  // RLS is the Rust Language Server.
  "recommended LSP implementation": "",
};

/** "Very Long Baseline Interferometry (VLBI)": as many words as letters, or a few more or one less, from the same first letter on. */
function expansionsIn(text: string): Pair[] {
  return [...text.matchAll(/((?:[\w-]+ ){2,9})\(([A-Z]{3,6})s?\)/gu)].flatMap((match): Pair[] => {
    const words = (match[1] ?? "").trim().split(" ");
    const short = match[2] ?? "";
    const count = [0, 1, 2, -1]
      .map((more) => short.length + more)
      .find((n) => n >= 2 && words.at(-n)?.[0]?.toUpperCase() === short[0] && !MINOR.test(words.at(-n) ?? ""));
    if (count === undefined) return [];
    const cut = words.slice(-count).join(" ");
    const a = READ_BY_HAND[cut] ?? cut;
    return a === "" ? [] : [{ kind: "acronym and words", a, b: short, same: true, stated: true }];
  });
}

/** Words that different sources put before one acronym and that share none: "Civil Rights (CRT)", "C runtime (CRT)". */
function rivalsOf(pairs: readonly Pair[]): Pair[] {
  const byShort = new Map<string, Set<string>>();
  for (const { a, b } of pairs) byShort.set(b, (byShort.get(b) ?? new Set()).add(a));
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .split(/[ -]/u)
      .map((word) => word.replace(/s$/u, ""));
  return [...byShort].flatMap(([short, longs]) => {
    const [a = "", ...others] = [...longs].sort();
    const b = others.find((other) => !words(other).some((word) => words(a).includes(word)));
    return b === undefined ? [] : [{ kind: "two meanings of an acronym", a, b, same: false, stated: true, short }];
  });
}

function aliasesIn(file: string, text: string): Pair[] {
  const front = /^---\n([\s\S]*?)\n---/u.exec(text)?.[1] ?? "";
  const list = /^alias(?:es)?:[ \t]*\n((?:[ \t]*- .*\n?)+)/mu.exec(front)?.[1] ?? "";
  return list
    .split("\n")
    .map((line) => line.replace(/^[ \t]*- /u, "").replace(/^["']|["']$/gu, ""))
    .filter((alias) => alias !== "" && alias.length < 60 && alias !== file.replace(/\.md$/u, ""))
    .map((alias) => ({
      kind: "alias in front matter",
      a: file.replace(/\.md$/u, ""),
      b: alias,
      same: true,
      stated: true,
    }));
}

/** Two capitalised words or three in the middle of a sentence. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}(?=[ ,.])/gu)].map(([name]) => name);
}

/** "EIP-1559" and "EIP-1558": one word, another number. */
function siblingsOf(prose: readonly string[]): Pair[] {
  const byStem = new Map<string, Set<string>>();
  for (const text of prose)
    for (const [name, stem] of text.matchAll(/\b([A-Z][A-Za-z]+[ -])\d+(?:\.\d+)*\b/gu))
      byStem.set(stem ?? "", (byStem.get(stem ?? "") ?? new Set()).add(name));
  return [...byStem.values()].flatMap((names) =>
    [...names].sort().flatMap((a, i, all): Pair[] => {
      const b = all[i + 1];
      return i % 2 === 0 && i < 12 && b !== undefined
        ? [{ kind: "numbered siblings", a, b, same: false, stated: false }]
        : [];
    }),
  );
}

/** Names that begin or end in one word and differ in the other: neither holds the other, and no plural sets them apart. */
function sharersOf(names: readonly string[]): Pair[] {
  const byWord = new Map<string, string[]>();
  for (const name of names)
    for (const word of [name.split(" ")[0] ?? "", name.split(" ").at(-1) ?? ""])
      byWord.set(word, [...(byWord.get(word) ?? []), name]);
  const bare = (name: string): string => name.toLowerCase().replace(/s\b/gu, "");
  return [...byWord.values()].flatMap((list): Pair[] => {
    const [a, b] = some(list, 2);
    if (a === undefined || b === undefined || bare(a).includes(bare(b)) || bare(b).includes(bare(a))) return [];
    return [{ kind: "names that share a word", a, b, same: false, stated: false }];
  });
}

function shareWord(a: string, b: string): boolean {
  const words = a.split(" ");
  return b.split(" ").some((word) => words.includes(word));
}

/** The first by hash: the same ones each time, from everywhere. */
function some<T>(list: readonly T[], most: number): T[] {
  const order = new Map(list.map((one) => [JSON.stringify(one), one]));
  return [...order.entries()]
    .map(([text, one]) => ({ hash: sha256(text), one }))
    .sort((x, y) => (x.hash < y.hash ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
}

function unique(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [[pair.a, pair.b].sort().join("\n"), pair])).values()];
}
