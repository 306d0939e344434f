// What sort of thing a name is that nobody defines: the noun that sources put beside it, where all of them together bear it out.
import type { Mention, SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { nameKey } from "../text/names.ts";
import type { GroupMember } from "./groups.ts";

/** Other names beside which a noun must stand; "team" stands beside some, and is of none of them. */
const NAMES = 3;
/** What code is made of: "the SSTORE opcode" is one, whoever says so. */
const OF_CODE = ["opcode", "precompile", "crate", "trait", "macro", "struct", "keyword"];
/** Claims that a first line cites. */
const CITED = 2;

/** Says of the members of one group of names what they are. Undefined where it is not sure. */
export type SortOf = (members: readonly GroupMember[]) => Topic["sort"];

export function sortsIn(notes: readonly SourceNote[]): SortOf {
  const names = new Map<string, Set<string>>();
  const classes = new Set(OF_CODE);
  for (const mention of notes.flatMap((note) => note.mentions))
    for (const { noun, classed } of mention.beside ?? []) {
      names.set(noun, (names.get(noun) ?? new Set()).add(nameKey(mention.name)));
      if (classed) classes.add(noun);
    }
  const isSort = (noun: string): boolean => classes.has(noun) && (names.get(noun)?.size ?? 0) >= NAMES;
  return (members) => {
    if (members.some(({ mention }) => isBody(mention))) return undefined;
    const refs = new Map<string, { weight: number; claims: { source: string; id: string }[] }>();
    for (const { source, mention } of members)
      for (const { noun, classed, claim } of mention.beside ?? []) {
        if (!isSort(noun)) continue;
        const one = refs.get(noun) ?? { weight: 0, claims: [] };
        one.weight += classed ? 2 : 1;
        if (!one.claims.some(({ id }) => id === claim)) one.claims.push({ source, id: claim });
        refs.set(noun, one);
      }
    const [best, next] = [...refs].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
    // "the Tide library" here and "the Tide database" there: whichever.
    if (!best || best[1].weight === next?.[1].weight) return undefined;
    return { noun: best[0], claims: best[1].claims.slice(0, CITED) };
  };
}

/** Who a person or a body is, no noun beside the name tells: "the Ada Quill award". */
function isBody({ kind }: Mention): boolean {
  return kind === "person" || kind === "organisation" || kind === "place";
}
