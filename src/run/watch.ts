// kb watch: compiles whenever raw/ changes, a batch at a time, until stopped. A file that fails does not end it.
import type { CompileReport } from "../core/report.ts";
import { counted } from "../text/counted.ts";
import { diskFault } from "../vault/disk-fault.ts";
import { absolute } from "../vault/layout.ts";
import { withLock } from "../vault/lock.ts";
import { compile } from "./compile.ts";
import { folderWatcher } from "./folder-watcher.ts";
import type { Workspace } from "./workspace.ts";

export interface WatchBatch {
  /** What was done, on one line. */
  readonly line: string;
  readonly report?: CompileReport;
  readonly error?: string;
}

export interface WatchTimes {
  /** A file is written out when its size has stood still for so long (ms). */
  readonly settled?: number;
  /** A batch begins when nothing has happened for so long (ms): a rename is a removal and, once settled, an addition. */
  readonly quiet?: number;
}

/** Resolves when the workspace's signal says stop. One watcher a vault: a UserError names the other. */
export async function watch(
  workspace: Workspace,
  tell: (batch: WatchBatch) => void,
  { settled = 400, quiet = 700 }: WatchTimes = {},
): Promise<void> {
  const { layout } = workspace;
  // A lock of its own, so that other commands can run between two batches.
  await withLock({ ...layout, kb: `${layout.kb}/watch` }, "watch", () => watching(workspace, tell, settled, quiet), {
    waitMs: 0,
  });
}

async function watching(
  workspace: Workspace,
  tell: (batch: WatchBatch) => void,
  settled: number,
  quiet: number,
): Promise<void> {
  const { layout, signal, progress } = workspace;
  let changed = 0;
  let wake: (() => void) | undefined;
  const watcher = await folderWatcher(absolute(layout, layout.raw), {
    settled,
    changed: () => {
      changed++;
      wake?.();
    },
    fault: (sentence) => progress.notice(sentence),
  });
  const stop = (): void => wake?.();
  signal?.addEventListener("abort", stop);
  try {
    await batch(workspace, tell, true);
    progress.notice(`Watching ${layout.raw}/; Ctrl-C stops.`);
    while (!signal?.aborted) {
      if (changed === 0) {
        await new Promise<void>((resume) => {
          wake = resume;
          if (signal?.aborted) resume();
        });
        continue;
      }
      for (let seen = -1; seen !== changed && !signal?.aborted; ) {
        seen = changed;
        await pause(quiet, signal);
      }
      changed = 0;
      // A folder that is gone altogether is a drive or a sync, not a decision.
      if (!watcher.isHere()) progress.notice(`${layout.raw}/ is not there; waiting for it.`);
      else if (!signal?.aborted) await batch(workspace, tell, false);
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    await watcher.close();
  }
}

async function batch(workspace: Workspace, tell: (batch: WatchBatch) => void, first: boolean): Promise<void> {
  const time = workspace.clock.now().toISOString().slice(11, 19);
  try {
    const { report } = await compile(workspace, { command: "watch" });
    const said = lineFor(report);
    if (said !== "" || first) tell({ line: `${time} ${said || "nothing to do"}`, report });
  } catch (error) {
    if (workspace.signal?.aborted) return;
    const fault = diskFault(error);
    if (fault === undefined) throw error;
    tell({ line: `${time} ${fault.message}`, error: fault.message });
  }
}

/** "2 added, 1 removed; 7 pages written in 0.8 s; failed: raw/x.pdf (…)"; empty when nothing came of it. */
function lineFor({ ingest, pages, ms }: CompileReport): string {
  const statuses = ["added", "changed", "removed"] as const;
  const sources = statuses.flatMap((status) => {
    const n = ingest.sources.filter((source) => source.status === status).length;
    return n > 0 ? [`${n} ${status}`] : [];
  });
  const written = pages.filter((page) => page.status !== "unchanged").length;
  const failed = ingest.sources
    .filter((source) => source.status === "failed")
    .map(({ path, reason }) => `failed: ${path} (${reason ?? "no reason given"})`);
  if (written === 0 && sources.length === 0 && failed.length === 0) return "";
  return [sources.join(", "), `${counted(written, "page")} written in ${(ms / 1000).toFixed(1)} s`, ...failed]
    .filter((part) => part !== "")
    .join("; ");
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resume();
    }
    signal?.addEventListener("abort", done);
  });
}
