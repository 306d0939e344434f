// Pairs of topics that may be one thing: alike in name, or a likely acronym, and spoken of in the same places. For a person to decide.
import type { DoubtfulMerge, Topic } from "../core/topic.ts";
import { isAcronymOf, nameKey, nameWords } from "../text/names.ts";
import type { Merges } from "./groups.ts";
import { splitOf } from "./groups.ts";

/** Words that stand in more titles than this bring no pairs together: they would be all with all. */
const COMMON_WORD = 24;
const LEAST = 0.45;
const MOST = 30;

/** Worst first. Linear in the number of topics but for those that share a rare word. */
export function doubtfulPairs(topics: readonly Topic[], splits: Merges = []): DoubtfulMerge[] {
  const apart = splitOf(splits);
  const byWord = new Map<string, Topic[]>();
  const acronyms = topics.filter((topic) => /^\p{Upper}{2,8}$/u.test(topic.title));
  const byInitials = new Map<string, Topic[]>();
  for (const topic of topics) {
    const words = nameWords(topic.title);
    for (const word of new Set(words)) byWord.set(word, [...(byWord.get(word) ?? []), topic]);
    if (words.length > 1) {
      const initials = words.map((word) => word[0] ?? "").join("");
      byInitials.set(initials, [...(byInitials.get(initials) ?? []), topic]);
    }
  }
  const pairs = new Map<string, [Topic, Topic]>();
  const pair = (a: Topic, b: Topic) => {
    if (a === b) return;
    const [x, y] = a.title < b.title ? [a, b] : [b, a];
    pairs.set(`${x.title}\n${y.title}`, [x, y]);
  };
  for (const list of byWord.values())
    if (list.length <= COMMON_WORD) for (const a of list) for (const b of list) pair(a, b);
  for (const short of acronyms) for (const long of byInitials.get(short.title.toLowerCase()) ?? []) pair(short, long);
  return [...pairs.values()]
    .flatMap(([a, b]) => doubtOf(a, b, apart))
    .sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1))
    .slice(0, MOST);
}

function doubtOf(a: Topic, b: Topic, apart: ReadonlyMap<string, ReadonlySet<string>>): DoubtfulMerge[] {
  if (apart.get(nameKey(a.title))?.has(nameKey(b.title))) return [];
  const like = likenessOf(a, b);
  if (!like) return [];
  const context = Math.round(contextOf(a, b) * 100) / 100;
  const score = Math.round((0.6 * like.score + 0.4 * context) * 100) / 100;
  return score < LEAST ? [] : [{ a: a.title, b: b.title, reason: like.reason, score, context }];
}

interface Likeness {
  readonly score: number;
  readonly reason: string;
}

function likenessOf(a: Topic, b: Topic): Likeness | undefined {
  // Versions, years and members of a series differ by just that.
  if (figures(a.title) !== figures(b.title)) return undefined;
  if (a.kind && b.kind && a.kind !== b.kind) return undefined;
  if (isAcronymOf(a.title, b.title) || isAcronymOf(b.title, a.title))
    return { score: 0.8, reason: "the letters of one begin the words of the other" };
  const [short, long] = a.title.length <= b.title.length ? [a, b] : [b, a];
  const [few, many] = [nameWords(short.title), nameWords(long.title)];
  const persons = samePerson(few, many, a, b);
  if (persons) return persons;
  if (few.length < many.length && many.slice(-few.length).join(" ") === few.join(" "))
    return { score: 0.7, reason: `“${long.title}” ends in “${short.title}”` };
  if (few.length === many.length && few.join("").length >= 8 && oneApart(few.join(" "), many.join(" ")))
    return { score: 0.75, reason: "they are spelt alike but for a letter" };
  return undefined;
}

/** "J. Smith" and "John Smith"; John and Jane Smith are two. */
function samePerson(few: readonly string[], many: readonly string[], a: Topic, b: Topic): Likeness | undefined {
  if (a.kind !== "person" || b.kind !== "person" || few.at(-1) !== many.at(-1)) return undefined;
  const [one, other] = [few[0] ?? "", many[0] ?? ""];
  if (one === other) return { score: 0.8, reason: "first and last name are the same" };
  if ((one.length === 1 || other.length === 1) && one[0] === other[0])
    return { score: 0.7, reason: "an initial may stand for the other's first name" };
  return undefined;
}

function figures(title: string): string {
  return (title.match(/\d+/g) ?? []).join(" ");
}

function oneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** Sources that speak of both, as a part of those of the rarer. */
function contextOf(a: Topic, b: Topic): number {
  const ones = new Set(a.claims.map((ref) => ref.source));
  const others = new Set(b.claims.map((ref) => ref.source));
  const shared = [...ones].filter((source) => others.has(source)).length;
  return shared / Math.max(1, Math.min(ones.size, others.size));
}
