// kb status: what stands in the vault, what waits, who would do the work. Writes nothing.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import ignore from "ignore";
import { UserError } from "../core/errors.ts";
import type { LedgerLine } from "../core/report.ts";
import { readLedger } from "../vault/ledger.ts";
import { loadWiki, type WikiPage } from "../vault/load.ts";
import { leadingFile, programsIn } from "../vault/repositories.ts";
import { statKey } from "../vault/stat-key.ts";
import { type Found, walk } from "../vault/walk.ts";
import { ingestedSources } from "./ingested.ts";
import { type VectorCount, vectorCount } from "./meaning.ts";
import { expectedMs } from "./pace.ts";
import { rawsOf } from "./reindex.ts";
import type { Workspace } from "./workspace.ts";

export interface StatusReport {
  readonly vault: string;
  readonly engine: string;
  readonly models: readonly string[];
  /** read, new, changed, gone, skipped, failed. */
  readonly sources: Readonly<Record<string, number>>;
  /** By type, and how many a person edited. */
  readonly pages: Readonly<Record<string, number>>;
  /** Pages written without a model although one answers now, or marked provisional. */
  readonly provisional: number;
  /** Milliseconds that `compile --upgrade` will take for them, by what the model took before. */
  readonly upgradeMs?: number;
  /** Raw files that the next compile reads, works in or lets go, each with the reason. */
  readonly stale: readonly string[];
  readonly outputs: readonly string[];
  /** What search by meaning has; undefined where no embedding model ever answered. */
  readonly vectors?: VectorCount;
  readonly ledger: readonly LedgerLine[];
}

type Standing = "read" | "new" | "changed" | "gone" | "skipped" | "failed";

export async function status(workspace: Workspace): Promise<StatusReport> {
  const { layout, store } = workspace;
  const wiki = loadWiki(layout, store);
  const ledger = readLedger(store);
  const sources = standingOf(workspace, wiki, ledger);
  const { engine, models } = await engineOf(workspace);
  const types = wiki.filter((page) => page.ours).map((page) => page.type);
  const waiting = wiki.filter((page) => isProvisional(page, engine));
  const notes = waiting.filter((page) => page.type === "source").length;
  const upgradeMs = expectedMs(store.kv, { note: notes, topic: waiting.length - notes });
  const edited = wiki.filter((page) => page.edited).length;
  const vectors = vectorCount(workspace);
  const ingested = new Set(ingestedSources(store));
  return {
    vault: layout.root,
    engine,
    models,
    sources: counts([...sources.values()]),
    pages: { ...counts(types), ...(edited > 0 ? { edited } : {}) },
    provisional: waiting.length,
    ...(upgradeMs === undefined || waiting.length === 0 ? {} : { upgradeMs }),
    stale: [...sources].flatMap(([path, standing]) =>
      ["new", "changed", "gone"].includes(standing)
        ? [`${path} (${standing})`]
        : standing === "read" && ingested.has(path)
          ? [`${path} (read, not in topics and index yet)`]
          : [],
    ),
    outputs: walk(layout.root, layout.outputs)
      .files.map((file) => file.path)
      .filter((path) => path.endsWith(".md")),
    ...(vectors === undefined ? {} : { vectors }),
    ledger,
  };
}

/** What became of each raw file, by path. A file is changed when its bytes are no longer those of the last run. */
function standingOf(
  { layout, store, settings }: Workspace,
  wiki: readonly WikiPage[],
  ledger: readonly LedgerLine[],
): Map<string, Standing> {
  const passed = new Map(
    ledger
      .filter((line) => line.stage === "read")
      .map((line) => [line.path, line.status === "failed" ? "failed" : "skipped"] as const),
  );
  const paged = new Set(wiki.flatMap(rawsOf));
  const known = new Map(
    (store.db.prepare("SELECT path, hash, stat FROM raw").all() as Row[]).map((row) => [row.path, row]),
  );
  const left = ignore().add([...settings.ignore]);
  const leaveOut = (path: string): boolean =>
    settings.ignore.length > 0 && left.ignores(path.slice(layout.raw.length + 1));
  const { files, passed: unread, repositories } = walk(layout.root, layout.raw, { leaveOut, repositories: true });
  const programs = programsIn(repositories, files);
  const leaders = new Map(
    programs.map((folder) => {
      const paths = files.map(({ path }) => path).filter((path) => path.startsWith(`${folder}/`));
      return [folder, leadingFile(folder, paths)];
    }),
  );
  const found = new Map<string, Standing>(unread.map(({ path }) => [path, "skipped"]));
  for (const file of files) {
    const row = known.get(file.path);
    // A clone, or a vault whose .kb/ was deleted, has pages and no record of bytes.
    const changed = row !== undefined && row.stat !== statKey(file.stats) && hashOf(file) !== row.hash;
    const program = programs.find((folder) => file.path.startsWith(`${folder}/`));
    const leader = program === undefined ? undefined : leaders.get(program);
    // A repository is one source, and changes with any of its files.
    if (leader !== undefined && leader !== file.path) {
      if (changed) found.set(leader, "changed");
      continue;
    }
    if (found.get(file.path) === "changed") continue;
    found.set(file.path, changed ? "changed" : (passed.get(file.path) ?? (paged.has(file.path) ? "read" : "new")));
  }
  for (const page of wiki) {
    for (const raw of rawsOf(page)) if (!found.has(raw)) found.set(raw, "gone");
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Row {
  readonly path: string;
  readonly hash: string;
  readonly stat: string;
}

function hashOf({ absolute }: Found): string {
  try {
    return createHash("sha256").update(readFileSync(absolute)).digest("hex");
  } catch {
    return "";
  }
}

/** The engine that a compile would use now; one that was asked for and does not answer is said, not thrown. */
async function engineOf(workspace: Workspace): Promise<{ engine: string; models: readonly string[] }> {
  try {
    const { engine, models } = await workspace.chosen();
    return { engine: engine.id, models };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    workspace.progress.notice(error.message);
    return { engine: `${workspace.engineName} (does not answer)`, models: [] };
  }
}

function isProvisional(page: WikiPage, engine: string): boolean {
  if (page.front["provisional"] === true) return true;
  const written = page.type === "source" || page.type === "concept" || page.type === "entity" || page.type === "method";
  return page.ours && written && /^(?:ollama|openai):/u.test(engine) && page.front["kb_engine"] === "extractive";
}

function counts(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of [...names].sort()) found[name] = (found[name] ?? 0) + 1;
  return found;
}
