// One site -> the disk: plans in the order that leaves a killed run whole, and what became of each source.
import type { SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import type { PageReport, SourceReport } from "../core/report.ts";
import { decisionPlan } from "../vault/decided.ts";
import type { Decision } from "../vault/decisions.ts";
import type { Run } from "../vault/journal.ts";
import { readLedger } from "../vault/ledger.ts";
import { loadWiki, type WikiPage } from "../vault/load.ts";
import { relinkPatches } from "../vault/notes.ts";
import { applyPlan, applyPlanInTurns } from "../vault/plan.ts";
import { renamesIn } from "../vault/renames.ts";
import { forgetWritten } from "../vault/written.ts";
import { logRun } from "./log-entries.ts";
import type { NotesOfRaw } from "./notes.ts";
import { rawsOf } from "./reindex.ts";
import type { Site } from "./site.ts";
import { standingFor } from "./standing.ts";
import { turn } from "./turn.ts";
import type { Workspace } from "./workspace.ts";

const GENERATED = new Set(["source", "concept", "entity", "method", "text", "index"]);

export interface Applying {
  readonly site: Site;
  readonly notes: NotesOfRaw;
  readonly wiki: readonly WikiPage[];
  readonly decisions: readonly Decision[];
  readonly followed: readonly Decision[];
  readonly run: Run;
  readonly dryRun: boolean;
  readonly sourcesOnly: boolean;
}

interface Applied {
  readonly pages: PageReport[];
  readonly sources: SourceReport[];
  /** The disk did not take some page: the next run tries again. */
  readonly failed: boolean;
}

/** Source, text and topic pages first, then the pages that speak of them, then the log: a killed run leaves no index of what is not there. */
export async function applySite(
  workspace: Workspace,
  { site, notes, wiki, decisions, followed, run, dryRun, sourcesOnly }: Applying,
): Promise<Applied> {
  if (sourcesOnly) return applySources(workspace, { site, notes, wiki, decisions, run });
  const topicPages = site.topics.map((topic) => topic.written.page);
  const content: Page[] = [...site.sourcePages, ...site.textPages, ...topicPages];
  const standingOf = standingFor(workspace, site);
  const standing = standingOf(wiki);
  const wanted = new Set([...content, ...standing.pages].map((page) => page.path));
  const remove = wiki
    .filter((page) => page.ours && GENERATED.has(page.type) && !wanted.has(page.path) && !page.locked)
    .map((page) => page.path);
  const renames = renamesIn(workspace, wiki, content);
  const moves = new Map([
    ...renames.moves,
    ...followed.flatMap((one) => (one.kind === "rename" ? [[one.from, one.to] as const] : [])),
  ]);
  await turn(workspace.signal);
  const pause = (): Promise<void> => turn(workspace.signal);
  const first = await applyPlanInTurns(workspace, { pages: content, remove }, { dryRun, run, wiki, decisions }, pause);
  const added = [...followed, ...first.deletions];
  await turn(workspace.signal);
  const now = dryRun ? wiki : loadWiki(workspace.layout, workspace.store);
  const second = applyPlan(
    workspace,
    {
      pages: standingOf(now).pages,
      files: [{ path: `${workspace.layout.wiki}/vault.base`, bytes: standing.base, overwrite: "ours" }],
    },
    { dryRun, run, decisions, wiki: now },
  );
  const known = decisionPlan(workspace, added, "extractive");
  const third = applyPlan(workspace, known, { dryRun, run });
  if (moves.size > 0 || renames.claims.size > 0)
    applyPlan(workspace, { patches: relinkPatches(workspace, moves, renames.claims) }, { dryRun, run });
  if (!dryRun)
    forgetWritten(
      workspace,
      followed.flatMap((one) =>
        one.kind === "rename" ? [one.from] : one.kind === "delete" && one.claims === undefined ? [one.page] : [],
      ),
    );
  const pages = [...first.pages, ...second.pages, ...third.pages];
  const failed = [...pages, ...second.files].some((one) => one.failed);
  const sources = sourceReports(workspace, notes, site, wiki, first.pages);
  pages.push(...logRun(workspace, sources, first.pages, content, { dryRun, run }));
  return { pages, sources, failed };
}

/** What kb ingest writes: the pages of sources, and its line in the log. Links go only to topic pages that are there. */
async function applySources(
  workspace: Workspace,
  { site, notes, wiki, decisions, run }: Pick<Applying, "site" | "notes" | "wiki" | "decisions" | "run">,
): Promise<Applied> {
  const content = [...site.sourcePages, ...site.textPages];
  const { pages } = await applyPlanInTurns(workspace, { pages: content }, { dryRun: false, run, wiki, decisions }, () =>
    turn(workspace.signal),
  );
  const sources = sourceReports(workspace, notes, site, wiki, pages);
  const logged = logRun(workspace, sources, [], content, { dryRun: false, run });
  const failed = pages.some((one) => one.failed);
  return { pages: [...pages, ...logged], sources, failed };
}

function claimsFrom(note: SourceNote, path: string): number {
  return note.members ? note.claims.filter((claim) => claim.place.file === path).length : note.claims.length;
}

function sourceReports(
  { store }: Workspace,
  notes: NotesOfRaw,
  site: Site,
  wiki: readonly WikiPage[],
  pages: readonly PageReport[],
): SourceReport[] {
  // Its page may be a new one all the same: another source of its title has come.
  const before = new Set(wiki.flatMap(rawsOf));
  const told = new Map(
    readLedger(store).flatMap(({ path, stage, reason }) => (stage === "read" ? [[path, reason] as const] : [])),
  );
  const byPage = new Map(pages.map((page) => [page.path, page]));
  const reports: SourceReport[] = [];
  for (const { file, others = [], notes: own } of notes.noted) {
    if (notes.failed.has(file.path)) continue;
    const pagesOf = own.flatMap((note) => site.sourceOf(note.path)?.page ?? []).map((page) => `${page}.md`);
    const statuses = pagesOf.map((page) => byPage.get(page)?.status);
    const status = statuses.includes("added") ? "added" : statuses.includes("changed") ? "changed" : "unchanged";
    const page = pagesOf[0];
    for (const { path } of [file, ...others])
      reports.push({
        path,
        status: status === "added" && before.has(path) ? "changed" : status,
        ...(page ? { page } : {}),
        claims: own.reduce((sum, note) => sum + claimsFrom(note, path), 0),
      });
  }
  for (const [path, reason] of notes.skipped)
    reports.push({ path, status: "skipped", reason, ...(told.get(path) === reason ? { again: true as const } : {}) });
  for (const [path, reason] of notes.failed) reports.push({ path, status: "failed", reason });
  for (const { path } of notes.scan.gone) reports.push({ path, status: "removed" });
  return reports.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
