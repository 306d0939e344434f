// kb ingest: brings files and pages into raw/, and reads what is new or changed there into source pages, as one run.
import { realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { IngestReport } from "../core/report.ts";
import type { GitAddress } from "../read/clip/git-address.ts";
import { endRun } from "../vault/end-run.ts";
import { type Run, startRun } from "../vault/journal.ts";
import { withLock } from "../vault/lock.ts";
import { bringIn, copiesFor, type Failure } from "./bring-in.ts";
import { bringClone, repositoryAddress } from "./clone.ts";
import { compileLocked, type Outcome } from "./compile.ts";
import type { Workspace } from "./workspace.ts";

/** So many names stand in the history; the rest is counted. */
const NAMED = 3;

/** `targets` are paths (copied into raw/ when they lie elsewhere) and URLs (clipped to Markdown); none: whatever is new in raw/. */
export async function ingest(
  workspace: Workspace,
  targets: readonly string[] = [],
  cwd = process.cwd(),
): Promise<Outcome<IngestReport>> {
  return withLock(workspace.layout, "ingest", async () => {
    const addresses = new Map(targets.map((target) => [target, repositoryAddress(target, cwd)]));
    const fetched = targets.filter((target) => isUrl(target) || addresses.get(target));
    const copies = targets
      .filter((target) => !fetched.includes(target))
      .flatMap((target) => copiesFor(workspace, resolve(cwd, target)));
    const near = copies.find(({ from }) => from.startsWith(realpathSync(workspace.root) + sep));
    if (near !== undefined)
      workspace.progress.notice(
        `${near.from} lies in this vault, so its name now stands in it twice, and links by that name alone may lead to either. To make sources of notes that are here, take this back (kb undo) and move them into ${workspace.layout.raw}/ in Obsidian.`,
      );
    const run = startRun(workspace, { command: "ingest", ...(targets.length > 0 ? { reason: named(targets) } : {}) });
    try {
      const failed: Failure[] = [...bringIn(workspace, copies, run)];
      for (const url of fetched) {
        try {
          failed.push(...(await fetchInto(workspace, url, addresses.get(url), run)));
        } catch (error) {
          if (workspace.signal?.aborted) throw error;
          failed.push({ path: url, reason: reasonOf(error, url) });
        }
      }
      const { report, exitCode, counter } = await compileLocked(workspace, { run, sourcesOnly: true });
      const sources = [...report.ingest.sources, ...failed.map((one) => ({ ...one, status: "failed" as const }))];
      return { report: { ...report.ingest, sources }, exitCode: failed.length > 0 ? 1 : exitCode, counter };
    } finally {
      const notice = endRun(workspace, run);
      if (notice !== undefined) workspace.progress.notice(notice);
    }
  });
}

/** A page of a repository that cannot be cloned is clipped like any page. */
async function fetchInto(
  workspace: Workspace,
  url: string,
  address: GitAddress | undefined,
  run: Run,
): Promise<readonly Failure[]> {
  const { clip } = await import("./clip.ts");
  if (address === undefined) {
    await clip(workspace, url, run);
    return [];
  }
  try {
    return await bringClone(workspace, address, run);
  } catch (error) {
    if (!address.page || !(error instanceof Error && error.name === "NoRepository")) throw error;
    workspace.progress.notice(`${error.message} Its page is clipped instead.`);
    await clip(workspace, url, run);
    return [];
  }
}

/** The address stands before it already. */
function reasonOf(error: unknown, url: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  const named = [URL.canParse(url) ? new URL(url).href : url, url].find((one) => reason.startsWith(one));
  return named === undefined ? reason : reason.slice(named.length).replace(/^:?\s+/u, "");
}

function isUrl(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(target);
}

function named(targets: readonly string[]): string {
  const more = targets.length - NAMED;
  return `${targets.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
