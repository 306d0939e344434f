// What the journal holds: each run with what it changed, the newest first.
import { type RunHead, readEntry, runsOf } from "../vault/journal.ts";
import type { Vault } from "../vault/open.ts";

export interface PastRun extends RunHead {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** The run that took this one back. */
  readonly undoneBy?: string;
}

export function history(vault: Vault): { readonly runs: readonly PastRun[] } {
  const heads = runsOf(vault.layout);
  const undoneBy = new Map(
    heads.flatMap((head) => (head.undoes === undefined ? [] : [[head.undoes, head.id] as const])),
  );
  const runs = heads.map((head) => {
    const changes = readEntry(vault.layout, head.id)?.changes ?? [];
    const counts = { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() };
    for (const { path, before, afterHash } of changes) {
      if (afterHash === undefined) counts.removed.add(path);
      else if (before === undefined) counts.added.add(path);
      else if (!counts.added.has(path)) counts.changed.add(path);
    }
    const by = undoneBy.get(head.id);
    return {
      ...head,
      added: counts.added.size,
      changed: counts.changed.size,
      removed: counts.removed.size,
      ...(by === undefined ? {} : { undoneBy: by }),
    };
  });
  return { runs };
}
