// What sort of thing a name is that nobody defines: the noun that sources put beside it, where all of them together bear it out.
import type { Mention, SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { nameKey } from "../text/names.ts";
import type { GroupMember } from "./groups.ts";

/** Other names beside which a noun must stand; "team" stands beside some, and is of none of them. */
const NAMES = 3;
/** What code is made of: "the SSTORE opcode" is one, whoever says so. */
const OF_CODE = new Set(["opcode", "precompile", "crate", "macro", "instruction"]);
/** Names that some sentence says to be of the sort. */
const OF_IT = 2;
/** Said to be of it once, or twice in a sentence that only puts it beside. */
const SURE = 2;
/** Claims that a first line cites. */
const CITED = 2;

const NOTHING: NonNullable<Mention["beside"]> = [];

/** Says of the members of one group of names what they are. Undefined where it is not sure. */
export type SortOf = (members: readonly GroupMember[]) => Topic["sort"];

export function sortsIn(notes: readonly SourceNote[]): SortOf {
  const names = new Map<string, Set<string>>();
  const classed = new Map<string, Set<string>>();
  for (const { mentions } of notes)
    for (const { name, beside = NOTHING } of mentions)
      for (const one of beside)
        for (const found of one.classed ? [names, classed] : [names])
          found.set(one.noun, (found.get(one.noun) ?? new Set()).add(nameKey(name)));
  const isSort = (noun: string): boolean =>
    (names.get(noun)?.size ?? 0) >= NAMES && (OF_CODE.has(noun) || (classed.get(noun)?.size ?? 0) >= OF_IT);
  return (members) => {
    if (members.some(({ mention }) => isBody(mention))) return undefined;
    const refs = new Map<string, { weight: number; claims: { source: string; id: string }[] }>();
    for (const { source, mention } of members)
      for (const { noun, classed, claim } of mention.beside ?? []) {
        if (!isSort(noun) || members.some((member) => nameKey(member.mention.name).split(" ").includes(noun))) continue;
        const one = refs.get(noun) ?? { weight: 0, claims: [] };
        one.weight += classed ? 2 : 1;
        if (!one.claims.some(({ id }) => id === claim)) one.claims.push({ source, id: claim });
        refs.set(noun, one);
      }
    const [best, next] = [...refs].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
    // "the Tide library" here and "the Tide database" there: whichever.
    if (!best || best[1].weight === next?.[1].weight) return undefined;
    // "the RPITIT trait", said once.
    if (best[1].weight < SURE && !OF_CODE.has(best[0])) return undefined;
    return { noun: best[0], claims: best[1].claims.slice(0, CITED) };
  };
}

/** Who a person or a body is, no noun beside the name tells: "the Ada Quill award". */
function isBody({ kind }: Mention): boolean {
  return kind === "person" || kind === "organisation" || kind === "place";
}
