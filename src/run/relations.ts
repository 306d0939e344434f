// Which topics belong beside one another, from the store where the claims that name both are the same.
import type { Claim } from "../core/note.ts";
import type { ClaimRef } from "../core/topic.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { sha256 } from "../text/hash.ts";
import { type Memo, memoKey } from "../vault/memo.ts";
import type { PlacedTopic } from "../write/names.ts";
import { type Relation, relationsOf, type SaidOn } from "../write/related.ts";
import { WRITE_VERSION } from "../write/topic-page.ts";

/** By page, as relationsOf gives them. */
export function knownRelations(
  memo: Memo,
  placed: readonly PlacedTopic[],
  claimAt: (ref: ClaimRef) => Claim | undefined,
  saidOn?: SaidOn,
): ReadonlyMap<string, readonly Relation[]> {
  const kept = (inputs: string, make: () => readonly Relation[]): readonly Relation[] => {
    const key = memoKey(sha256(inputs), WRITE_VERSION, EXTRACTIVE_VERSION);
    const known = memo.get<readonly Relation[]>("related", key);
    if (known) return known;
    const made = make();
    memo.set("related", key, made);
    return made;
  };
  return relationsOf(placed, claimAt, kept, saidOn);
}
