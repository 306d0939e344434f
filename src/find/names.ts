// What a text may be naming, as keys of titles: runs of capitalised words, or any run of its words.
import type { PageIndex } from "../core/search.ts";
import { nameKeyOf, stemsOf } from "../text/words.ts";

const NAME =
  /\p{Upper}[\p{Alpha}\p{N}'’.-]*(?:\s+(?:(?:of|the|and|for|de|von|van|la|in|on|at|to|a)\s+)*\p{Upper}[\p{Alpha}\p{N}'’.-]*)*/gu;
const QUOTED = /["“«‘](?<inner>[^"”»’]{2,80})["”»’]/g;
const HAN_TITLE = /[《「『](?<inner>[^》」』]{1,60})[》」』]/g;
const LONGEST = 6;

/** Keys as `nameKeyOf` makes them, in order of appearance: each run whole, then its parts, the longer first. */
export function namesWithin(text: string): string[] {
  const names: string[] = [];
  for (const pattern of [QUOTED, HAN_TITLE])
    for (const match of text.matchAll(pattern)) if (match.groups?.inner) names.push(match.groups.inner);
  for (const [run] of text.matchAll(NAME)) {
    const words = run.split(/\s+/);
    for (let length = Math.min(words.length, LONGEST); length > 0; length--) {
      for (let start = 0; start + length <= words.length; start++)
        names.push(words.slice(start, start + length).join(" "));
    }
  }
  return [...new Set(names.map(nameKeyOf))].filter((key) => key.length > 1);
}

const LONGEST_RUN = 4;

/** Runs of content stems, the longer first: also finds names that are written small. */
export function keysIn(text: string): string[] {
  const stems = stemsOf(text);
  const keys: string[] = [];
  for (let length = LONGEST_RUN; length > 0; length--) {
    for (let start = 0; start + length <= stems.length; start++)
      keys.push(stems.slice(start, start + length).join(" "));
  }
  return keys;
}

type Named = ReturnType<PageIndex["named"]>[number];

/** Without the sources that go by a name which another page has too: they speak of the thing, and the name is not theirs. */
export function ownersOf(named: readonly Named[]): Named[] {
  const holders = new Map<string, number>();
  for (const { key } of named) holders.set(key, (holders.get(key) ?? 0) + 1);
  return named.filter(
    ({ key, title, type }) => type !== "source" || holders.get(key) === 1 || nameKeyOf(title) === key,
  );
}
