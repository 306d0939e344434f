// Which sources a newcomer reads first: those that others lean on, and those that speak of most of what the vault is about.
import type { SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { identifierOf } from "../text/identifier.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";

export interface Weight {
  /** Other sources that name it. */
  readonly leaned: number;
  /** Topics with a page that it has a claim about. */
  readonly topics: number;
}

/** Less is no reason to begin there. */
const LEANED = 2;
const TOPICS = 3;
const MANY_TOPICS = 6;
/** Topics that one source leaning on it outweighs. */
const LEANING = 3;

/** By path. A source is named by its number ("EIP-1559") or by its title of more than one word. */
export function weightsOf(notes: readonly SourceNote[], topics: readonly Topic[]): ReadonlyMap<string, Weight> {
  const called = new Map(notes.map((note) => [note.path, namesOf(note)] as const));
  // Keys are dear: only names that begin like one that is sought are looked at.
  const begins = new Set([...called.values()].flat().map(beginning));
  const naming = new Map<string, Set<string>>();
  for (const { path, mentions } of notes)
    for (const name of mentions.flatMap((one) => [one.name, ...one.forms])) {
      if (!begins.has(beginning(name))) continue;
      const key = nameKey(name);
      naming.set(key, (naming.get(key) ?? new Set()).add(path));
    }
  const spoken = new Map<string, number>();
  for (const topic of topics)
    for (const source of new Set(topic.claims.map((ref) => ref.source)))
      spoken.set(source, (spoken.get(source) ?? 0) + 1);
  return new Map(
    notes.map(({ path }) => {
      const others = new Set((called.get(path) ?? []).flatMap((name) => [...(naming.get(nameKey(name)) ?? [])]));
      others.delete(path);
      return [path, { leaned: others.size, topics: spoken.get(path) ?? 0 }];
    }),
  );
}

function namesOf({ path, meta }: SourceNote): string[] {
  const id = identifierOf(path);
  return [...(id ? [id] : []), ...(/\S\s\S/.test(meta.title) && !meta.titleFromName ? [meta.title] : [])];
}

const beginning = (name: string): string => name.slice(0, 3).toLowerCase();

/** Paths, best first; only of sources with a reason. */
export function firstToRead(weights: ReadonlyMap<string, Weight>, most: number, strict = false): string[] {
  const worth = ({ leaned, topics }: Weight): number => LEANING * leaned + topics;
  return [...weights]
    .filter(([, weight]) => weight.leaned >= LEANED || weight.topics >= (strict ? MANY_TOPICS : TOPICS))
    .sort(([a, x], [b, y]) => worth(y) - worth(x) || byCodePoint(a, b))
    .slice(0, most)
    .map(([path]) => path);
}

/** "named by 4 other sources, speaks of 6 of the topics here" */
export function reasonFor({ leaned, topics }: Weight): string {
  return [
    leaned >= LEANED ? `named by ${leaned} other sources` : "",
    topics >= TOPICS ? `speaks of ${topics} of the topics here` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
