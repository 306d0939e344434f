// Names inside of longer names: who speaks of the "Rust Foundation Board" speaks of the Rust Foundation, and of "Gemini models" of Gemini.
import { COINED, everydayCount } from "../engine/extractive/background.ts";
import { nameKey } from "../text/names.ts";
import type { Group, GroupMember } from "./groups.ts";
import { usual } from "./naming.ts";

/** By group, mentions of longer names that hold its name whole. "GitHub Actions" is no GitHub: of two names in a row one word is no name for both. */
export function longerNamesOf(groups: readonly Group[]): ReadonlyMap<Group, readonly GroupMember[]> {
  // A name with several meanings says of none which one the longer name holds.
  const byKey = new Map(groups.filter((one) => !one.reading).flatMap((one) => [...one.keys].map((key) => [key, one])));
  const longer = new Map<Group, GroupMember[]>();
  for (const group of groups) {
    const words = usual(group).split(/\s+/);
    if (words.length < 2 || words.length > MOST_WORDS) continue;
    for (const part of partsOf(words)) {
      const held = byKey.get(nameKey(part));
      if (!held || held === group) continue;
      const before = longer.get(held);
      if (before) before.push(...group.members);
      else longer.set(held, [...group.members]);
    }
  }
  return longer;
}

const MOST_WORDS = 8;

/** Runs of words that are names by themselves: several words, or one among common nouns. */
function partsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, from) =>
    words.slice(from).flatMap((_, n) => {
      const to = from + n + 1;
      if (to - from === words.length) return [];
      const [first = ""] = words.slice(from);
      const named = /^\p{Upper}/u.test(first);
      if (to - from > 1) return named ? [words.slice(from, to).join(" ")] : [];
      if (!words.every((word, i) => i === from || /^\p{Lower}/u.test(word))) return [];
      // "pytest fixtures": a word in front of common nouns, with a group of its own; "compiler team" speaks of no compiler.
      const coined = from === 0 && everydayCount(nameKey(first)) < COINED;
      return named || coined ? [first] : [];
    }),
  );
}
