// Names that somebody states to be one: acronyms beside their expansions, aliases in the front matter of sources and of a person's own pages.
import { distance } from "fastest-levenshtein";
import type { SourceNote } from "../core/note.ts";
import { isTitleOf, spellsOut } from "../text/acronyms.ts";
import { nameKey } from "../text/names.ts";
import type { Contexts } from "./context.ts";
import type { Speaking } from "./senses.ts";
import type { Reading } from "./told-apart.ts";
import type { Join } from "./union.ts";

/** Names of one thing, by the word of a page or file. */
export interface Stated {
  readonly names: readonly string[];
  /** Path of what says so. */
  readonly by: string;
}

interface Keyed {
  readonly key: string;
  readonly member: Speaking;
}

/** A title with its aliases is one thing; what two titles claim, or what is a title itself, says nothing. */
export function statedIn(notes: readonly SourceNote[], own: readonly Stated[]): Stated[] {
  const all = [
    ...own,
    ...notes.flatMap((note) =>
      note.meta.aliases ? [{ names: [note.meta.title, ...note.meta.aliases], by: note.path }] : [],
    ),
  ];
  const owners = new Map<string, Set<string>>();
  for (const { names } of all) {
    const title = nameKey(names[0] ?? "");
    for (const name of names) owners.set(nameKey(name), (owners.get(nameKey(name)) ?? new Set()).add(title));
  }
  return all.flatMap(({ names, by }) => {
    const clear = names.filter((name) => nameKey(name).length > 1 && owners.get(nameKey(name))?.size === 1);
    return clear.length > 1 ? [{ names: clear, by }] : [];
  });
}

export interface Acronyms {
  readonly joined: readonly Join[];
  readonly moved: ReadonlyMap<Speaking, string>;
  /** Of an acronym that stands for several things: their keys, and what each key then means. */
  readonly things: ReadonlyMap<string, readonly string[]>;
  readonly readings: ReadonlyMap<string, Reading>;
}

const COMMON_GROUND = 2;

/**
 * Pairs of keys that sources state by acronym and words. An acronym of several things ("RFP") joins none of them as such; each
 * source's own use of it goes to the expansion that it states, else to the one whose sources it shares ground with: those
 * members come back under another key.
 */
export function acronymsIn(
  members: readonly Keyed[],
  keyIn: (source: string, name: string) => string,
  contexts: Contexts,
): Acronyms {
  const stated = new Map<string, { key: string; words: string; sources: Set<string>; shorts: Set<string> }[]>();
  for (const { member } of members) {
    const { mention, source } = member;
    if (mention.forms.length === 0) continue;
    const names = [...new Set([mention.name, ...mention.forms])];
    for (const short of names.filter((name) => /^\p{Upper}/u.test(name) && !name.includes(" ")))
      for (const words of names) {
        if (words === short || !(spellsOut(words, short) || isTitleOf(words, short))) continue;
        const at = keyIn(source, short);
        const key = keyIn(source, words);
        if (at === key) continue;
        const list = stated.get(at) ?? [];
        stated.set(at, list);
        const known = list.find((one) => one.key === key);
        if (known) {
          known.sources.add(source);
          known.shorts.add(short);
        } else list.push({ key, words, sources: new Set([source]), shorts: new Set([short]) });
      }
  }
  const byKey = new Map<string, Speaking[]>();
  for (const { key, member } of members) if (stated.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), member]);
  const joined: Join[] = [];
  const moved = new Map<Speaking, string>();
  const several = new Map<string, string[]>();
  const readings = new Map<string, Reading>();
  for (const [short, list] of [...stated].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    list.sort((a, b) => b.sources.size - a.sources.size || (a.key < b.key ? -1 : 1));
    const things: (typeof list)[] = [];
    for (const one of list) {
      const same = things.find((thing) =>
        thing.some(
          (other) =>
            // A document has one number, whatever it is called beside it.
            [...one.shorts].some((number) => isTitleOf(one.words, number)) ||
            (sameWords(one.words, other.words) && meet(one.sources, other.sources, short, contexts)),
        ),
      );
      if (same) {
        same.push(one);
        joined.push({
          a: same[0]?.key ?? one.key,
          b: one.key,
          reason: `words for one acronym, in ${leastOf(one.sources)}`,
        });
      } else things.push([one]);
    }
    const [only] = things;
    const spoken = byKey.get(short) ?? [];
    const shorts = list.flatMap((one) => [...one.shorts]);
    const other = spoken.filter(({ mention }) => !isWrittenAs(shorts, [mention.name, ...mention.forms], short));
    if (things.length === 1 && only && other.length > 0) {
      // "MiR" is the maintainer in residence, MIR is not.
      for (const member of spoken) if (!other.includes(member)) moved.set(member, only[0]?.key ?? short);
      continue;
    }
    if (things.length === 1 && only) {
      for (const one of only) joined.push({ a: short, b: one.key, reason: `stated in ${leastOf(one.sources)}` });
      continue;
    }
    several.set(
      short,
      things.flatMap((thing) => thing[0]?.key ?? []),
    );
    for (const [first] of things)
      if (first) readings.set(first.key, { key: first.key, name: short, marks: [first.words], words: first.words });
    for (const member of spoken) {
      const ground = things.map((thing) => {
        const sources = new Set(thing.flatMap((one) => [...one.sources]));
        return sources.has(member.source)
          ? Number.POSITIVE_INFINITY
          : contexts.shared(member.source, sources, short) / Math.sqrt(sources.size);
      });
      const best = Math.max(...ground);
      const thing =
        best > 0 && ground.filter((n) => n === best).length === 1 ? things[ground.indexOf(best)] : undefined;
      if (thing?.[0]) moved.set(member, thing[0].key);
    }
  }
  return { joined, moved, things: several, readings };
}

function leastOf(sources: ReadonlySet<string>): string {
  return [...sources].sort()[0] ?? "";
}

/** All in capitals, as the stated acronyms are, or mixed like them; small letters alone tell nothing. */
function isWrittenAs(shorts: readonly string[], forms: readonly string[], key: string): boolean {
  const style = (form: string): boolean => /\p{Lower}/u.test(form.replace(/s$/u, ""));
  const own = forms.filter((form) => nameKey(form) === key && /\p{Upper}/u.test(form));
  return own.length === 0 || own.some((form) => shorts.some((short) => style(short) === style(form)));
}

/** The same words in another order or form: "Authority to Operate", "authorization to operate"; no American Football League is an Australian one. */
function sameWords(a: string, b: string): boolean {
  const [ones = [], others = []] = [a, b].map((words) =>
    words
      .toLowerCase()
      .split(/[^\p{Alpha}\p{N}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5))
      .sort(),
  );
  const [few, many] = ones.length <= others.length ? [ones, others] : [others, ones];
  // A Merkle Patricia Trie is spelt Tree elsewhere.
  return few.length > 1 && few.every((word) => many.some((other) => distance(word, other) <= 1));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>, but: string, contexts: Contexts): boolean {
  return [...a].some((source) => b.has(source) || contexts.shared(source, b, but) >= COMMON_GROUND);
}
