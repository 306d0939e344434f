// Topics that another one holds whole: a phrase whose words and claims stand on the other's page.
import { nameWords } from "../text/names.ts";
import type { Rated } from "./worth.ts";

/** A phrase goes when another page holds its words and nearly all of its claims. */
export function unshadowed(rated: readonly Rated[]): Rated[] {
  const byClaim = new Map<string, Rated[]>();
  /** For each of its claims, all that have it. */
  const beside = new Map(
    rated.map((one) => [
      one,
      one.own.map(({ source, id }) => {
        const key = `${source}\n${id}`;
        const list = byClaim.get(key) ?? [];
        list.push(one);
        byClaim.set(key, list);
        return list;
      }),
    ]),
  );
  return rated.filter((one) => {
    const shared = new Map<Rated, number>();
    for (const list of beside.get(one) ?? [])
      if (list.length > 1) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    const words = nameWords(one.topic.title);
    for (const [other, n] of shared) {
      if (other === one || n < one.own.length * 0.7 || isSetApart(one, other)) continue;
      const theirs = nameWords(other.topic.title);
      const inside = words.every((word) => theirs.includes(word)) || theirs.every((word) => words.includes(word));
      if (inside && (other.score > one.score || (other.score === one.score && other.group.key < one.group.key)))
        return false;
    }
    return true;
  });
}

/** Said by a source to be something, and not what the other is. */
function isSetApart({ topic: one }: Rated, { topic: other }: Rated): boolean {
  return (one.definitionStrength ?? 0) >= TOLD && one.definition !== other.definition;
}

/** Strength of what is said of a thing, if only beside its name. */
const TOLD = 0.5;
