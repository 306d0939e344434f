// The only place that writes what people see. A plan is all that a stage wants on the disk; it is applied whole pages at a time, journalled, or only reported.
import type { Page } from "../core/page.ts";
import type { PageReport } from "../core/report.ts";
import { hashOf } from "../markdown/page-body.ts";
import { foldedName } from "../text/slug.ts";
import { baseOf, keepBases, type NewBase } from "./bases.ts";
import { keepConflicts } from "./conflicts.ts";
import { deletedOn } from "./decided-places.ts";
import type { Decision } from "./decisions.ts";
import { fileFault } from "./disk-fault.ts";
import { appendedTo, type Draft, draftOf, frontOf, isCurrent } from "./draft.ts";
import type { Run } from "./journal.ts";
import { standingAt } from "./layout.ts";
import { loadWiki, type WikiPage } from "./load.ts";
import type { Vault } from "./open.ts";
import { livingClaims, logWithout, plainText } from "./plan-claims.ts";
import {
  type FileReport,
  type PlannedFile,
  type PlannedPatch,
  type PlannedReturn,
  putBack,
  putFile,
  putPatch,
} from "./plan-files.ts";
import { keptCopy, placeFault, putPage, takePage } from "./plan-pages.ts";
import { mayPass } from "./write-file.ts";
import { copiesIn, forgetWritten, rememberWritten } from "./written.ts";

export interface Plan {
  readonly pages?: readonly Page[];
  /** Each body is put at the end of its page, which is made when absent (log.md). */
  readonly append?: readonly Page[];
  /** Pages that kb no longer wants. */
  readonly remove?: readonly string[];
  readonly files?: readonly PlannedFile[];
  readonly patches?: readonly PlannedPatch[];
  /** What undo puts back or takes away. */
  readonly returns?: readonly PlannedReturn[];
}

export interface ApplyOptions {
  /** Reports the same and writes nothing. */
  readonly dryRun: boolean;
  readonly run: Run;
  /** As loadWiki gave it, if nothing was written since. */
  readonly wiki?: readonly WikiPage[];
  /** What a person decided, so that sentences which they deleted stay away. */
  readonly decisions?: readonly Decision[];
}

export interface Applied {
  readonly pages: readonly PageReport[];
  /** Sentences that a person deleted since the last run: to be added to decisions.md. */
  readonly deletions: readonly Decision[];
  readonly files: readonly FileReport[];
}

export function applyPlan(vault: Vault, plan: Plan, options: ApplyOptions): Applied {
  const steps = applying(vault, plan, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** How long a large plan works at a stretch (ms). */
const STRETCH = 50;

/** The same for a plan of many pages: `pause` is awaited between two of them, and ends the work when it throws. */
export async function applyPlanInTurns(
  vault: Vault,
  plan: Plan,
  options: ApplyOptions,
  pause: () => Promise<void>,
): Promise<Applied> {
  const steps = applying(vault, plan, options);
  for (let since = performance.now(), step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < STRETCH) continue;
    await pause();
    since = performance.now();
  }
}

/** Stands still after each page; whoever goes no further leaves what a killed run leaves. */
function* applying(vault: Vault, plan: Plan, options: ApplyOptions): Generator<undefined, Applied> {
  const wiki = options.wiki ?? loadWiki(vault.layout, vault.store);
  const standing = new Map(wiki.map((page) => [page.path, page]));
  const spelt = new Map(wiki.map((page) => [foldedName(page.path), page.path]));
  const today = vault.clock.today();
  const reports: PageReport[] = [];
  const wanted: { page: Page; append: boolean }[] = [];

  for (const page of plan.pages ?? []) {
    const before = standing.get(page.path);
    // An edited page is looked at each time: a sentence deleted there is a decision.
    yield;
    if (
      before?.ours &&
      !before.edited &&
      !before.broken &&
      isCurrent(before.front, frontOf(page, hashOf(page), today, before.front))
    ) {
      reports.push({
        path: page.path,
        type: page.type,
        status: "unchanged",
        ...(before.locked ? { reason: "locked" } : {}),
      });
    } else wanted.push({ page, append: false });
  }
  for (const page of plan.append ?? []) wanted.push({ page, append: true });

  const copies = plan.remove === undefined ? new Set<string>() : copiesIn(vault, wiki);
  const isAlive = livingClaims(vault, plan);
  const deletions: Decision[] = [];
  const drafts: { page: Page; draft: () => Draft; first: Draft }[] = [];
  for (const { page, append } of wanted) {
    yield;
    const other = spelt.get(foldedName(page.path));
    const reason =
      placeFault(vault, page.path) ??
      (other !== undefined && other !== page.path ? `${other} has the same name on many systems` : undefined);
    const around = {
      today,
      baseFor: (hash: string) => baseOf(vault.store, hash, page.path),
      deleted: deletedOn(options.decisions ?? [], page),
      isAlive,
    };
    const draft = (): Draft =>
      (append ? appendedTo : draftOf)(page, standingAt(vault.layout, page.path)?.toString("utf8"), around);
    drafts.push({ page, draft, first: reason === undefined ? drafted(draft) : kept(reason, mayPass(reason)) });
  }
  if (!options.dryRun) {
    keepBases(
      vault.store,
      drafts.flatMap(({ first }) => (first.kind === "write" ? [first.base] : [])),
      false,
    );
    forgetWritten(vault, plan.remove ?? []);
  }
  const written: NewBase[] = [];
  const fresh: Page[] = [];
  for (const { page, draft, first } of drafts) {
    yield;
    const report = putPage(vault, page, first, draft, options);
    reports.push(report);
    for (const { claims, text } of first.deletions ?? [])
      deletions.push({ kind: "delete", page: page.path, title: page.title, claims, text: plainText(text) });
    if (options.dryRun || first.kind !== "write" || report.status === "conflict") continue;
    written.push(first.base);
    fresh.push(page);
    keepConflicts(vault.store, page.path, first.text, first.conflicts);
  }
  for (const path of plan.remove ?? []) {
    yield;
    reports.push(
      copies.has(path)
        ? keptCopy(path, standing.get(path))
        : takePage(vault, path, standing.get(path), isAlive, options),
    );
  }
  const gone = new Set(
    reports.flatMap(({ path, status }) => (status === "removed" ? [path.replace(/\.md$/u, "")] : [])),
  );
  if (!options.dryRun) {
    keepBases(vault.store, written, true);
    const leaving = new Set([...(plan.remove ?? []), ...(plan.returns ?? []).map((back) => back.path)]);
    rememberWritten(vault, [
      ...wiki.filter((page) => !leaving.has(page.path)),
      ...fresh.map((page) => ({ ...page, hash: hashOf(page) })),
    ]);
  }
  const returns = plan.returns ?? [];
  if (!options.dryRun)
    forgetWritten(
      vault,
      returns.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : [])),
    );
  const files = [
    ...(plan.files ?? []).map((file) => putFile(vault, file, options)),
    ...[...(plan.patches ?? []), ...logWithout(vault, gone)].map((patch) => putPatch(vault, patch, options)),
    ...returns.map((back) => putBack(vault, back, options)),
  ];
  return { pages: reports, deletions, files };
}

const kept = (reason: string, failed: boolean): Draft => ({ kind: "keep", conflict: true, reason, failed });

function drafted(draft: () => Draft): Draft {
  try {
    return draft();
  } catch (error) {
    return kept(`could not be read (${fileFault(error)})`, true);
  }
}

/** The dates that applyPlan will print for these pages, for tables that show them. */
export function datesFor(
  vault: Vault,
  pages: readonly Page[],
  wiki: readonly WikiPage[] = loadWiki(vault.layout, vault.store),
): Map<string, { created: string; updated: string }> {
  const standing = new Map(wiki.map((page) => [page.path, page.front]));
  return new Map(
    pages.map((page) => {
      const { created, updated } = frontOf(page, hashOf(page), vault.clock.today(), standing.get(page.path));
      return [page.path, { created: String(created), updated: String(updated) }];
    }),
  );
}
