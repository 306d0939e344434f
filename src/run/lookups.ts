// Which names are those of people and places, from earlier runs: the library that knows takes longer to load than one source to note.
import { type LookedUp, lookedUp, rememberLookedUp, timesLookedUp } from "../engine/extractive/definitions/kinds.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { type Memo, memoKey } from "../vault/memo.ts";

/** Ask before sources are noted. Gives what keeps the names that were new. */
export function rememberedLookups(memo: Memo): () => void {
  const key = memoKey(EXTRACTIVE_VERSION);
  const before = memo.get<LookedUp>("lookups", key);
  if (before) rememberLookedUp(before);
  const times = timesLookedUp();
  return () => {
    if (timesLookedUp() > times) memo.set("lookups", key, lookedUp());
  };
}
