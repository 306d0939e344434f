// What all sources say that a thing is: the best of it first.
import type { Defining } from "../core/note.ts";
import type { ClaimRef } from "../core/topic.ts";
import type { GroupMember } from "./groups.ts";

/** From here on it is said of the thing, and is more than the sentence that opens what a source has on it. */
const SAID = 0.5;
/** A page that finds so many unfit would find all so. */
const MOST = 5;

/** Empty where no source says anything. */
export function definingOf(members: readonly GroupMember[]): readonly Defining<ClaimRef>[] {
  const all = members.flatMap(({ source, mention }) => {
    const { definedBy, definition, definitionStrength = SAID, alsoDefined = [] } = mention;
    const first = definedBy && definition ? [{ by: definedBy, definition, strength: definitionStrength }] : [];
    return [...first, ...alsoDefined].map(({ by, ...said }) => ({
      said: { ...said, by: { source, id: by } },
      weight: weightOf(said.strength, mention.salience),
    }));
  });
  const sorted = all.sort((a, b) => b.weight - a.weight || (a.said.by.source < b.said.by.source ? -1 : 1));
  return sorted.flatMap(({ said }, i) => (i === 0 || (i < MOST && said.strength >= SAID) ? said : []));
}

/** A definition before any sentence that only opens what a source says; of like ones that of the source which is most about the thing. */
function weightOf(strength: number, salience: number): number {
  return 2 * strength + salience / 2 + (strength >= SAID ? 1 : 0);
}
