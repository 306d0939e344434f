// kb compile: reads what is new, chooses and writes topics, applies one plan; does nothing at all when nothing changed.
import type { CompileReport, PageReport, SourceReport } from "../core/report.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { LINK_VERSION } from "../link/topics.ts";
import { NOTE_VERSION } from "../note/note.ts";
import { READ_VERSION } from "../read/result.ts";
import { loadDecisions } from "../vault/decided.ts";
import { endRun } from "../vault/end-run.ts";
import { followPages } from "../vault/follow.ts";
import { type Run, startRun } from "../vault/journal.ts";
import { readLedger, writeLedger } from "../vault/ledger.ts";
import { loadWiki, type WikiPage } from "../vault/load.ts";
import { withLock } from "../vault/lock.ts";
import { openLog } from "../vault/log-file.ts";
import { memoKey } from "../vault/memo.ts";
import { forgetRaw, type RawScan, scanRaw } from "../vault/scan.ts";
import { tiersOf } from "../vault/tiers.ts";
import { WRITE_VERSION } from "../write/topic-page.ts";
import { applySite } from "./apply.ts";
import { withAskedClaims } from "./asked-claims.ts";
import { withBundles } from "./bundles.ts";
import { type Counter, counterOf } from "./counter.ts";
import { withoutDeletedClaims } from "./deleted-claims.ts";
import { forgetIngested, rememberIngested } from "./ingested.ts";
import { documentsOf, notesOfRaw } from "./notes.ts";
import { siteOf } from "./site.ts";
import { doneWithout } from "./spare.ts";
import { templatesOf } from "./templates.ts";
import { refuseWhenManyAreGone } from "./vanished.ts";
import type { Workspace } from "./workspace.ts";

/** Raised by hand when run/ itself changes what a compile gives. */
const RUN_VERSION = 10;

export interface CompileOptions {
  readonly dryRun?: boolean;
  /** Takes nothing from the store but what a model was asked. */
  readonly full?: boolean;
  /** Rewrites with the model what was written without one. */
  readonly upgrade?: boolean;
  /** Removes pages of sources that vanished, however many. */
  readonly prune?: boolean;
  /** Source pages and their texts only: topics stay as they are until the next compile. */
  readonly sourcesOnly?: boolean;
  /** "compile", or "watch" in the journal. */
  readonly command?: string;
  /** A run that has begun, of which this is a part; whoever began it ends it. */
  readonly run?: Run;
}

export interface Outcome<T> {
  readonly report: T;
  /** 0 done, 1 some file failed. */
  readonly exitCode: number;
  /** How often each stage ran. */
  readonly counter: Counter;
}

export async function compile(workspace: Workspace, options: CompileOptions = {}): Promise<Outcome<CompileReport>> {
  const work = (): Promise<Outcome<CompileReport>> => compileLocked(workspace, options);
  // What would be written can be said of a read-only vault too.
  const outcome =
    options.dryRun && workspace.store.readOnly ? await work() : await withLock(workspace.layout, "compile", work);
  if (options.dryRun || workspace.engineName === "extractive") return outcome;
  // Without the lock: vectors are in nobody's way.
  const { vectorsAfter } = await import("./meaning.ts");
  const calls = await vectorsAfter(workspace, outcome.report.pages.length > 0);
  return { ...outcome, report: { ...outcome.report, calls: outcome.report.calls + calls } };
}

/** For a caller that holds the vault's lock. */
export async function compileLocked(workspace: Workspace, options: CompileOptions): Promise<Outcome<CompileReport>> {
  const started = performance.now();
  const { store } = workspace;
  const counter = counterOf();
  if (options.full) store.memo.forget(["read", "note", "facets", "outline", "draft", "related", "page", "source"]);
  const { engine, spare } = await workspace.chosen();
  const wiki = loadWiki(workspace.layout, store);
  const scan = scanRaw(workspace.layout, workspace.settings, store);
  const state = stateOf(workspace, scan, wiki, engine.id);
  if (!options.full && !options.upgrade && !options.prune && store.kv.get<string>("state") === state) {
    return finish(workspace, {
      engine: engine.id,
      pages: [],
      sources: unchangedSources(workspace, scan),
      dropped: [],
      started,
      counter,
      exitCode: 0,
    });
  }
  const decided = loadDecisions(workspace);
  const read = await notesOfRaw(workspace, scan, counter, { upgrade: options.upgrade ?? false });
  const notes = withBundles(await withAskedClaims(workspace, read, decided.list, counter));
  if (!options.prune) refuseWhenManyAreGone(workspace.layout.raw, scan, wiki);
  for (const fault of decided.faults) workspace.progress.notice(`decisions.md: ${fault}`);
  const followed = followPages(workspace, wiki);
  if (followed.wiped) workspace.progress.notice(`Most of ${workspace.layout.wiki}/ was gone, so it is built anew.`);
  const asked = [...decided.list, ...followed.decisions];
  // An ingest writes no decisions: the next compile finds what was deleted.
  const left = options.sourcesOnly
    ? { noted: notes.noted, decisions: [] }
    : withoutDeletedClaims(workspace, notes.noted, wiki, asked);
  const decisions = [...asked, ...left.decisions];
  const site = await siteOf({
    workspace,
    engine,
    counter,
    noted: left.noted,
    wiki,
    decisions,
    upgrade: options.upgrade ?? false,
    ...(notes.gone ? { gone: notes.gone } : {}),
    ...(options.sourcesOnly ? { onlyTopics: new Set(wiki.map((page) => page.path)) } : {}),
  });
  const lost = notes.gone ?? site.gone;
  const gone = spare ? undefined : lost;
  const run = options.run ?? startRun(workspace, { command: options.command ?? "compile" });
  const applied = await applySite(workspace, {
    site,
    notes,
    wiki,
    decisions,
    followed: [...followed.decisions, ...left.decisions],
    run,
    dryRun: options.dryRun ?? false,
    sourcesOnly: options.sourcesOnly ?? false,
  });
  if (!options.dryRun) {
    forgetRaw(store, [...scan.gone.map((one) => one.path), ...scan.moved.map((one) => one.from)]);
    const ledger = [
      ...notes.ledger,
      ...site.dropped.map((drop) => ({
        path: drop.where,
        stage: "write",
        status: "dropped",
        reason: `${drop.reason}: ${drop.what}`,
      })),
      ...applied.pages
        .filter((page) => page.status === "conflict")
        .map((page) => ({ path: page.path, stage: "write", status: "kept", reason: page.reason ?? "" })),
    ];
    writeLedger(store, ["read", "note", "write"], ledger);
    if (options.sourcesOnly) rememberIngested(store, applied.sources);
    else forgetIngested(store);
    const notice = options.run ? undefined : endRun(workspace, run);
    if (notice) workspace.progress.notice(notice);
    // A file that failed is tried again by the next run.
    if (notes.failed.size > 0 || gone || applied.failed) store.kv.delete("state");
    else if (!options.sourcesOnly)
      store.kv.set("state", stateOf(workspace, { ...scan, moved: [] }, loadWiki(workspace.layout, store), engine.id));
    await refreshIndex(workspace, scan, counter);
  }
  if (gone) workspace.progress.notice(`${gone.message} What was done is kept; the next run goes on from there.`);
  const without = spare && doneWithout(lost, notes.spared);
  if (without) workspace.progress.notice(without);
  return finish(workspace, {
    engine: engine.id,
    pages: applied.pages,
    sources: applied.sources,
    dropped: [...notes.noted.flatMap((one) => one.notes.flatMap((note) => note.dropped)), ...site.dropped],
    started,
    counter,
    exitCode: notes.failed.size > 0 || gone || applied.failed ? 1 : 0,
  });
}

function unchangedSources(workspace: Workspace, scan: RawScan): SourceReport[] {
  const skipped = readLedger(workspace.store).filter((line) => line.stage === "read" && line.status === "skipped");
  const passed = new Set(skipped.map((line) => line.path));
  const reports: SourceReport[] = [
    ...scan.files
      .filter((file) => !passed.has(file.path))
      .map((file) => ({ path: file.path, status: "unchanged" as const })),
    ...skipped.map(({ path, reason }) => ({ path, status: "skipped" as const, reason, again: true as const })),
  ];
  return reports.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** All that a compile depends on, in one hash. */
function stateOf(workspace: Workspace, scan: RawScan, wiki: readonly WikiPage[], engine: string): string {
  return memoKey(
    [READ_VERSION, NOTE_VERSION, EXTRACTIVE_VERSION, LINK_VERSION, WRITE_VERSION, RUN_VERSION],
    scan.files.map((file) => [file.path, file.hash]),
    scan.skipped.map((file) => [file.path, file.reason]),
    workspace.settings,
    templatesOf(workspace.layout, "prompts"),
    templatesOf(workspace.layout, "pages"),
    engine === "extractive" ? "" : workspace.rules(),
    tiersOf(workspace.layout).rows,
    wiki.map((page) => [page.path, page.body, page.hash ?? "", page.front]),
    engine,
  );
}

interface Finishing {
  readonly engine: string;
  readonly pages: readonly PageReport[];
  readonly sources: readonly SourceReport[];
  readonly dropped: CompileReport["dropped"];
  readonly started: number;
  readonly counter: Counter;
  readonly exitCode: number;
}

async function finish(
  workspace: Workspace,
  { engine, pages, sources, dropped, started, counter, exitCode }: Finishing,
): Promise<Outcome<CompileReport>> {
  const usage = (await workspace.engine()).usage();
  const ms = Math.round(performance.now() - started);
  workspace.store.memo.flush();
  const changed = pages.filter((page) => page.status !== "unchanged").length;
  if (changed > 0)
    openLog(workspace.layout)(
      `compile: ${sources.length} sources, ${changed} pages changed, ${usage.calls} calls, ${ms} ms`,
    );
  return {
    report: { engine, pages, ingest: { engine, sources, ...usage, ms }, dropped, ...usage, ms },
    exitCode,
    counter,
  };
}

async function refreshIndex(workspace: Workspace, scan: RawScan, counter: Counter): Promise<void> {
  const { freshIndex } = await import("./reindex.ts");
  const files = new Map(scan.files.map((file) => [file.path, file]));
  const given = async (path: string) => {
    const file = files.get(path);
    const read = file && (await documentsOf(workspace, file, counter).catch(() => undefined));
    return read?.kind === "read" ? read.documents : undefined;
  };
  const index = await freshIndex(workspace, given, workspace.signal);
  index.close();
}
