// Files and folders that a person names, copied into raw/: each under a name of its own, none over another, in parts that fit into memory.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { UserError } from "../core/errors.ts";
import { foldedName } from "../text/slug.ts";
import { readFault } from "../vault/disk-fault.ts";
import type { Run } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import { loadWiki } from "../vault/load.ts";
import { ORIGIN } from "../vault/origin.ts";
import { applyPlan } from "../vault/plan.ts";
import { isRepository } from "../vault/repositories.ts";
import { walk } from "../vault/walk.ts";
import type { Workspace } from "./workspace.ts";

export interface Failure {
  readonly path: string;
  readonly reason: string;
}

interface Copy {
  readonly from: string;
  /** Where in raw/ it belongs; `exact` where the folder was chosen so that it is free. */
  readonly to: string;
  readonly exact: boolean;
}

/** Bytes that wait in memory for one plan. */
const AT_ONCE = 32 * 1024 * 1024;

/** What is to be copied for `target`, a full path: nothing when it lies in raw/. Throws a UserError where it cannot be meant. */
export function copiesFor(workspace: Workspace, target: string): readonly Copy[] {
  if (!existsSync(target)) throw new UserError(`There is no ${target}.${hintFor(basename(target))}`);
  const raw = realpathSync(absolute(workspace.layout, workspace.layout.raw));
  const real = realpathSync(target);
  if (real === raw || real.startsWith(raw + sep)) return [];
  const own = [workspace.layout.wiki, workspace.layout.outputs, workspace.layout.kb].find((folder) =>
    isWithin(real, absolute(workspace.layout, folder)),
  );
  if (own !== undefined)
    throw new UserError(`${target} lies in ${own}/, which kb writes itself: what it made of sources is none.`);
  if (raw.startsWith(real + sep))
    throw new UserError(`${target} holds the vault itself; name a folder or file inside or beside it.`);
  if (!lstatSync(real).isDirectory()) return [copyOf(workspace, real, resolve(real, ".."))];
  try {
    if (isRepository(readdirSync(real))) return repositoryCopies(workspace, real);
    return filesBelow(real).map((path) => copyOf(workspace, path, resolve(real, "..")));
  } catch (error) {
    throw new UserError(`${target} cannot be read: ${readFault(error)}.`);
  }
}

function isWithin(real: string, folder: string): boolean {
  if (!existsSync(folder)) return false;
  const root = realpathSync(folder);
  return real === root || real.startsWith(root + sep);
}

/** "www.example.org": an address without its beginning. */
function hintFor(name: string): string {
  return /^www\./iu.test(name) ? ` If it is a web page: https://${name}` : "";
}

/** Copies as one part of `run`; gives those that could not be read or written. */
export function bringIn(workspace: Workspace, copies: readonly Copy[], run: Run): readonly Failure[] {
  const failed: Failure[] = [];
  const wiki = copies.length === 0 ? [] : loadWiki(workspace.layout, workspace.store);
  let waiting = new Map<string, { readonly path: string; readonly from: string; readonly bytes: Buffer }>();
  let held = 0;
  const put = (): void => {
    const files = [...waiting.values()].map(({ path, bytes }) => ({ path, bytes, overwrite: "never" as const }));
    const sources = new Map([...waiting.values()].map(({ path, from }) => [path, from]));
    for (const { path, status, reason } of applyPlan(workspace, { files }, { dryRun: false, run, wiki }).files)
      if (status === "conflict")
        failed.push({ path: sources.get(path) ?? path, reason: `not copied to ${path}: ${reason ?? "it is taken"}` });
    waiting = new Map();
    held = 0;
  };
  for (const { from, to, exact } of copies) {
    workspace.signal?.throwIfAborted();
    try {
      const bytes = readFileSync(from);
      const taken = (path: string): Buffer | undefined =>
        waiting.get(foldedName(path))?.bytes ?? standing(workspace, path);
      const path = exact ? to : freePath(to, bytes, taken);
      if (path === undefined) continue;
      waiting.set(foldedName(path), { path, from, bytes });
      held += bytes.length;
    } catch (error) {
      failed.push({ path: from, reason: readFault(error) });
    }
    if (held > AT_ONCE) put();
  }
  put();
  return failed;
}

function copyOf(workspace: Workspace, from: string, base: string): Copy {
  const rest = relative(base, from).split(sep).join("/").normalize("NFC");
  return { from, to: `${workspace.layout.raw}/${rest}`, exact: false };
}

/** What .gitignore leaves, under the name of the folder; a later state of the same repository gets a folder of its own. */
function repositoryCopies({ layout }: Workspace, folder: string): Copy[] {
  const name = basename(folder).normalize("NFC");
  const { files } = walk(resolve(folder, ".."), basename(folder), { repositories: true, itself: true });
  // Without .git they tell that this is one, and where it comes from.
  const marks = [".gitignore", ORIGIN].filter((one) => existsSync(join(folder, one)));
  const all = [
    ...files.map(({ path, absolute: at }) => ({ rest: path.slice(path.indexOf("/")), at })),
    ...marks.map((one) => ({ rest: `/${one}`, at: join(folder, one) })),
  ];
  for (let n = 1; ; n++) {
    const to = `${layout.raw}/${name}${n === 1 ? "" : `_${n}`}`;
    if (!existsSync(absolute(layout, to)))
      return all.map(({ rest, at }) => ({ from: at, to: `${to}${rest}`, exact: true }));
    const same = (one: (typeof all)[number]): boolean => {
      const there = absolute(layout, `${to}${one.rest}`);
      // The same files of a later commit are the same state.
      return one.rest === `/${ORIGIN}` || (existsSync(there) && readFileSync(there).equals(readFileSync(one.at)));
    };
    const held = walk(layout.root, to, { repositories: true, itself: true }).files.length;
    if (held === files.length && all.every(same)) return [];
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
function freePath(wanted: string, bytes: Buffer, taken: (path: string) => Buffer | undefined): string | undefined {
  const name = basename(wanted);
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const folder = wanted.slice(0, wanted.length - name.length);
  for (let n = 1; ; n++) {
    const path = n === 1 ? wanted : `${folder}${stem}-${n}${ending}`;
    const there = taken(path);
    if (there === undefined) return path;
    if (there.equals(bytes)) return undefined;
  }
}

/** What stands there; an empty buffer for a folder of that name. */
function standing({ layout }: Workspace, path: string): Buffer | undefined {
  const stats = statSync(absolute(layout, path), { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? readFileSync(absolute(layout, path)) : Buffer.alloc(0);
}
