// Runs of capitalised words in a text, as keys of titles: what a sentence may be naming.
import { nameKeyOf } from "../text/words.ts";

const NAME = /\p{Lu}[\p{L}\p{N}'’.-]*(?:\s+(?:(?:of|the|and|for|de|von|van|la|in|on|at|to|a)\s+)*\p{Lu}[\p{L}\p{N}'’.-]*)*/gu;
const QUOTED = /["“«‘](?<inner>[^"”»’]{2,80})["”»’]/g;
const HAN_TITLE = /[《「『](?<inner>[^》」』]{1,60})[》」』]/g;
const LONGEST = 6;

/** Keys as `nameKeyOf` makes them, in order of appearance: each run whole, then its parts, the longer first. */
export function namesWithin(text: string): string[] {
  const names: string[] = [];
  for (const pattern of [QUOTED, HAN_TITLE]) for (const match of text.matchAll(pattern)) if (match.groups?.inner) names.push(match.groups.inner);
  for (const [run] of text.matchAll(NAME)) {
    const words = run.split(/\s+/);
    for (let length = Math.min(words.length, LONGEST); length > 0; length--) {
      for (let start = 0; start + length <= words.length; start++) names.push(words.slice(start, start + length).join(" "));
    }
  }
  return [...new Set(names.map(nameKeyOf))].filter((key) => key.length > 1);
}
