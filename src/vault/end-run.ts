// What is left to do when a run has changed something: old memos and merge bases go, the journal is bounded, git gets its commit.
import { dropBases } from "./bases.ts";
import { commitRun } from "./git.ts";
import { boundJournal, type Run } from "./journal.ts";
import { loadWiki } from "./load.ts";
import type { Vault } from "./open.ts";

/** Gives a notice for the person when the commit did not come about; a run that changed nothing leaves no trace. */
export function endRun(vault: Vault, run: Run): string | undefined {
  vault.store.memo.flush();
  if (run.changed.length === 0) return undefined;
  dropBases(vault.store, () => loadWiki(vault.layout, vault.store).flatMap((page) => page.hash ?? []));
  vault.store.memo.collect();
  boundJournal(vault.layout, vault.settings);
  return vault.settings.git === "commit" ? commitRun(vault.layout, run) : undefined;
}
