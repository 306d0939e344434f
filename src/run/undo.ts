// Takes a run back: exact where nobody wrote since, merged where a person did.
import { UserError } from "../core/errors.ts";
import type { FrontMatter } from "../core/page.ts";
import { mergeBody } from "../markdown/merge.ts";
import { endRun } from "../vault/end-run.ts";
import { parseFront, segmentsOf, splitPage } from "../vault/front.ts";
import { isValue, mergeFront, printFront } from "../vault/front-merge.ts";
import { type Change, type Entry, type RunHead, readEntry, runsOf, sha256, startRun } from "../vault/journal.ts";
import { bytesAt } from "../vault/layout.ts";
import type { Vault } from "../vault/open.ts";
import { applyPlan } from "../vault/plan.ts";
import type { PlannedReturn } from "../vault/plan-files.ts";

export interface UndoReport {
  /** The run that was taken back. */
  readonly run: RunHead;
  readonly pages: readonly {
    readonly path: string;
    readonly status: "restored" | "removed" | "merged" | "kept" | "conflict";
    readonly reason?: string;
  }[];
}

/** Takes back `runId`, or the last run that was not taken back yet. */
export function undo(vault: Vault, runId?: string, options: { readonly dryRun?: boolean } = {}): UndoReport {
  const entry = entryFor(vault, runId);
  const dryRun = options.dryRun ?? false;
  const returns: PlannedReturn[] = [];
  const merged = new Set<string>();
  const pages: UndoReport["pages"][number][] = [];
  for (const change of netChanges(entry)) {
    const found = bytesAt(vault.layout, change.path);
    const step = stepFor(change, found);
    if (step.kind === "keep") {
      if (step.reason !== undefined) pages.push({ path: change.path, status: "kept", reason: step.reason });
      continue;
    }
    if (step.kind === "merge") merged.add(change.path);
    returns.push({ path: change.path, found, bytes: step.bytes });
  }
  const run = startRun(vault, {
    command: "undo",
    reason: `takes back run ${entry.head.id} (${entry.head.command})`,
    undoes: entry.head.id,
  });
  for (const { path, status, reason } of applyPlan(vault, { returns }, { dryRun, run }).files) {
    if (status === "conflict") pages.push({ path, status, ...(reason === undefined ? {} : { reason }) });
    else if (status === "removed") pages.push({ path, status });
    else
      pages.push(
        merged.has(path)
          ? { path, status: "merged", reason: "what you wrote since stays" }
          : { path, status: "restored" },
      );
  }
  if (!dryRun) endRun(vault, run);
  return { run: entry.head, pages };
}

function entryFor(vault: Vault, runId: string | undefined): Entry {
  if (runId !== undefined) {
    const entry = /^\d+$/u.test(runId) ? readEntry(vault.layout, runId) : undefined;
    if (entry === undefined)
      throw new UserError(`There is no run ${runId} to undo. \`kb history\` lists the runs that can be.`);
    return entry;
  }
  const runs = runsOf(vault.layout);
  const undone = new Set(runs.flatMap((run) => run.undoes ?? []));
  const last = runs.find((run) => run.undoes === undefined && !undone.has(run.id));
  const entry = last === undefined ? undefined : readEntry(vault.layout, last.id);
  if (entry === undefined)
    throw new UserError(
      "There is no run to undo: none has changed anything, or all have been taken back. `kb history` lists them.",
    );
  return entry;
}

/** A run may write a page several times: what counts is what stood before the first and after the last. */
function netChanges(entry: Entry): Change[] {
  const net = new Map<string, Change>();
  for (const change of entry.changes) {
    const first = net.get(change.path);
    const { before: _now, ...after } = change;
    net.set(
      change.path,
      first === undefined ? change : { ...after, ...(first.before === undefined ? {} : { before: first.before }) },
    );
  }
  return [...net.values()].reverse();
}

type Step =
  | { readonly kind: "keep"; readonly reason?: string }
  | { readonly kind: "put"; readonly bytes: Buffer | undefined }
  | { readonly kind: "merge"; readonly bytes: Buffer };

function stepFor(change: Change, found: Buffer | undefined): Step {
  const { before, after, afterHash } = change;
  if (found === undefined ? before === undefined : before?.equals(found)) return { kind: "keep" };
  const asWritten = found === undefined ? afterHash === undefined : afterHash === sha256(found);
  if (asWritten) return { kind: "put", bytes: before };
  if (found === undefined) return { kind: "keep", reason: "it was deleted since" };
  if (before === undefined || after === undefined || !change.path.endsWith(".md"))
    return { kind: "keep", reason: "it was changed since" };
  const bytes = Buffer.from(joined(after.toString("utf8"), found.toString("utf8"), before.toString("utf8")));
  return bytes.equals(found) ? { kind: "keep", reason: "it was changed since" } : { kind: "merge", bytes };
}

/** Three-way: from `written` back to `before`, with what was done to `found` in between. */
function joined(written: string, found: string, before: string): string {
  const [base, theirs, ours] = [written, found, before].map(splitPage);
  const { body } = mergeBody({ base: base?.body ?? "", theirs: theirs?.body ?? "", ours: ours?.body ?? "" });
  const text = `${body.replace(/\s+$/u, "")}\n`;
  if (ours?.head === undefined) return text;
  const [baseFront, theirFront, ourFront] = [base, theirs, ours].map((page) => parseFront(page?.head ?? "") ?? {});
  const wanted: FrontMatter = Object.fromEntries(
    Object.entries(ourFront ?? {}).filter((entry): entry is [string, FrontMatter[string]] => isValue(entry[1])),
  );
  const values = mergeFront(baseFront, theirFront ?? {}, wanted);
  return `---\n${printFront(values, theirFront ?? {}, segmentsOf(theirs?.head ?? ""))}\n---\n\n${text.replace(/^\n+/u, "")}`;
}
