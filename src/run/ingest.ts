// kb ingest: brings files and pages into raw/, and reads what is new or changed there into source pages.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { UserError } from "../core/errors.ts";
import type { IngestReport } from "../core/report.ts";
import { endRun } from "../vault/end-run.ts";
import { startRun } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import type { PlannedFile } from "../vault/plan-files.ts";
import { isRepository } from "../vault/repositories.ts";
import { walk } from "../vault/walk.ts";
import { compileLocked, type Outcome } from "./compile.ts";
import type { Workspace } from "./workspace.ts";

/** `targets` are paths (copied into raw/ when they lie elsewhere) and URLs (clipped to Markdown); none: whatever is new in raw/. */
export async function ingest(
  workspace: Workspace,
  targets: readonly string[] = [],
  cwd = process.cwd(),
): Promise<Outcome<IngestReport>> {
  return withLock(workspace.layout, "ingest", async () => {
    const failed: { path: string; reason: string }[] = [];
    const files = targets
      .filter((target) => !isUrl(target))
      .flatMap((target) => filesToCopy(workspace, resolve(cwd, target)));
    const urls = targets.filter(isUrl);
    if (files.length > 0) {
      const run = startRun(workspace, {
        command: "ingest",
        reason: `${files.length} files copied into ${workspace.layout.raw}/`,
      });
      applyPlan(workspace, { files }, { dryRun: false, run });
      endRun(workspace, run);
    }
    for (const url of urls) {
      try {
        const { clip } = await import("./clip.ts");
        await clip(workspace, url);
      } catch (error) {
        if (workspace.signal?.aborted) throw error;
        failed.push({ path: url, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    const { report, exitCode, counter } = await compileLocked(workspace, { command: "ingest", sourcesOnly: true });
    const sources = [...report.ingest.sources, ...failed.map((one) => ({ ...one, status: "failed" as const }))];
    return { report: { ...report.ingest, sources }, exitCode: failed.length > 0 ? 1 : exitCode, counter };
  });
}

function isUrl(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(target);
}

/** A file, or the files of a folder, that lie outside raw/; those inside are read where they are. */
function filesToCopy(workspace: Workspace, target: string): PlannedFile[] {
  if (!existsSync(target)) throw new UserError(`There is no ${target}.`);
  const raw = realpathSync(absolute(workspace.layout, workspace.layout.raw));
  const real = realpathSync(target);
  if (real === raw || real.startsWith(raw + sep)) return [];
  if (raw.startsWith(real + sep))
    throw new UserError(`${target} holds the vault itself; name a folder or file inside or beside it.`);
  const isFolder = lstatSync(real).isDirectory();
  if (isFolder && isRepository(readdirSync(real))) return repositoryToCopy(workspace, real);
  const found = isFolder ? filesBelow(real) : [real];
  const base = resolve(real, "..");
  return found.flatMap((path) => {
    const wanted = `${workspace.layout.raw}/${relative(base, path).split(sep).join("/").normalize("NFC")}`;
    const bytes = readFileSync(path);
    const free = freePath(workspace, wanted, bytes);
    return free === undefined ? [] : [{ path: free, bytes, overwrite: "never" as const }];
  });
}

/** What .gitignore leaves, under the name of the folder; a later state of the same repository gets a folder of its own. */
function repositoryToCopy(workspace: Workspace, folder: string): PlannedFile[] {
  const { layout } = workspace;
  const name = basename(folder).normalize("NFC");
  const { files } = walk(resolve(folder, ".."), basename(folder), { repositories: true, itself: true });
  const ignoring = join(folder, ".gitignore");
  const all = [
    ...files.map(({ path, absolute: at }) => ({ rest: path.slice(path.indexOf("/")), bytes: readFileSync(at) })),
    // Without .git it tells that this is one.
    ...(existsSync(ignoring) ? [{ rest: "/.gitignore", bytes: readFileSync(ignoring) }] : []),
  ];
  for (let n = 1; ; n++) {
    const to = `${layout.raw}/${name}${n === 1 ? "" : `_${n}`}`;
    const isThere = existsSync(absolute(layout, to));
    const same = (one: (typeof all)[number]): boolean => {
      const there = absolute(layout, `${to}${one.rest}`);
      return existsSync(there) && readFileSync(there).equals(one.bytes);
    };
    const held = isThere ? walk(layout.root, to, { repositories: true, itself: true }).files.length : 0;
    if (isThere && held === files.length && all.every(same)) return [];
    if (!isThere) return all.map(({ rest, bytes }) => ({ path: `${to}${rest}`, bytes, overwrite: "never" as const }));
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    });
}

/** A path in raw/ that is free; undefined when the very file is there already. */
function freePath(workspace: Workspace, wanted: string, bytes: Uint8Array): string | undefined {
  const name = basename(wanted);
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const folder = wanted.slice(0, wanted.length - name.length);
  for (let n = 1; ; n++) {
    const path = n === 1 ? wanted : `${folder}${stem}-${n}${ending}`;
    const full = absolute(workspace.layout, path);
    if (!existsSync(full)) return path;
    if (Buffer.compare(readFileSync(full), bytes) === 0) return undefined;
  }
}
