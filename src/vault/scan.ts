// What stands in raw/ now: each file with the hash of its bytes, re-hashed only when its stat changed; duplicates, renames, what is gone.
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, realpathSync } from "node:fs";
import ignore from "ignore";
import { UserError } from "../core/errors.ts";
import { byCodePoint } from "../text/order.ts";
import { readFault } from "./disk-fault.ts";
import { absolute, type Layout } from "./layout.ts";
import { type Origin, originOf, originText } from "./origin.ts";
import { hashOfAll, isRepository, leadingFile, programsIn } from "./repositories.ts";
import type { Settings } from "./settings.ts";
import { isSettled, statKey } from "./stat-key.ts";
import type { Store } from "./store.ts";
import { type Found, isInside, type Passed, walk } from "./walk.ts";

export interface RawFile {
  /** From the vault's root, "/", NFC. */
  readonly path: string;
  /** As the disk spells it: open this one. */
  readonly absolute: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Why it cannot be read now; what it held is known from an earlier run. */
  readonly unread?: string;
  /** Of a repository, which is one source: all files in it, by path. Its own path is that of its README. */
  readonly repository?: Repository;
}

export interface Repository {
  /** From the vault's root. */
  readonly folder: string;
  readonly members: readonly RawFile[];
  /** Where it was cloned from. */
  readonly origin?: Origin;
}

export interface SkippedRaw extends Passed {
  /** Set when it has the bytes of this file, which is the source. */
  readonly duplicateOf?: string;
  /** Nobody can read it, and nobody has. */
  readonly failed?: true;
}

export interface RawScan {
  /** By path, in code point order. Those that cannot be read now are here when an earlier run read them. */
  readonly files: readonly RawFile[];
  readonly skipped: readonly SkippedRaw[];
  /** Known from earlier runs and not here now; listed until forgetRaw. A file that moved is in `moved` only. */
  readonly gone: readonly { readonly path: string; readonly hash: string }[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/** Files up to this size are read at once. */
const AT_ONCE = 32 * 1024 * 1024;

export function scanRaw(layout: Layout, settings: Settings, store: Store): RawScan {
  refuseForeignFolders(layout);
  const ignored = ignore().add([...settings.ignore]);
  const leaveOut = (path: string): boolean =>
    settings.ignore.length > 0 && ignored.ignores(path.slice(layout.raw.length + 1));
  const walked = walk(layout.root, layout.raw, { leaveOut, repositories: true });
  const { files: found, passed } = walked;
  const folders = programsIn(walked.repositories, found);
  const membersOf = new Map<string, RawFile[]>();
  const skipped: SkippedRaw[] = [...passed];
  const seen = Date.now();
  const known = new Map(rowsOf(store).map((row) => [row.path, row]));
  const renewed: { path: string; hash: string; stat: string }[] = [];
  const files: RawFile[] = [];
  const sourceOf = new Map<string, string>();

  for (const file of found) {
    if (file.stats.size > settings.read.maxFileMegabytes * 1024 * 1024) {
      skipped.push({
        path: file.path,
        reason: `larger than ${settings.read.maxFileMegabytes} MB (setting "read.maxFileMegabytes")`,
      });
      continue;
    }
    const row = known.get(file.path);
    const stat = statKey(file.stats);
    let unread: string | undefined;
    let hash = row !== undefined && row.stat === stat && isSettled(file.stats, row.seen) ? row.hash : undefined;
    if (hash === undefined) {
      try {
        hash = hashOf(file);
        renewed.push({ path: file.path, hash, stat });
      } catch (error) {
        // A sync program may hold it, a cloud may have its bytes: no reason to drop what it said.
        unread = `cannot be read (${readFault(error)})`;
        if (row === undefined) {
          skipped.push({ path: file.path, reason: unread, failed: true });
          continue;
        }
        hash = row.hash;
      }
    }
    const folder = folders.find((one) => file.path.startsWith(`${one}/`));
    if (folder !== undefined && unread === undefined) {
      const member = { path: file.path, absolute: file.absolute, hash, ...sizeOf(file) };
      membersOf.set(folder, [...(membersOf.get(folder) ?? []), member]);
      continue;
    }
    const first = file.stats.size > 0 ? sourceOf.get(hash) : undefined;
    if (first !== undefined) {
      skipped.push({ path: file.path, reason: `the same bytes as ${first}`, duplicateOf: first });
      continue;
    }
    sourceOf.set(hash, file.path);
    files.push({
      path: file.path,
      absolute: file.absolute,
      hash,
      ...sizeOf(file),
      ...(unread === undefined ? {} : { unread }),
    });
  }
  for (const [folder, members] of membersOf) {
    const one = repositoryFile(folder, members, originOf(absolute(layout, folder)));
    if (one) files.push(one);
  }
  files.sort((a, b) => byCodePoint(a.path, b.path));
  remember(store, renewed, seen);

  const here = new Set(found.map((file) => file.path));
  const lost = [...known.values()].filter((row) => !here.has(row.path));
  const moved: { from: string; to: string }[] = [];
  const gone: { path: string; hash: string }[] = [];
  for (const { path, hash } of lost) {
    const to = sourceOf.get(hash);
    if (to !== undefined && !known.has(to) && !moved.some((move) => move.to === to)) moved.push({ from: path, to });
    else gone.push({ path, hash });
  }
  skipped.sort((a, b) => byCodePoint(a.path, b.path));
  return { files, skipped, gone, moved };
}

function sizeOf({ stats }: Found): Pick<RawFile, "size" | "mtimeMs"> {
  return { size: stats.size, mtimeMs: stats.mtimeMs };
}

function repositoryFile(folder: string, members: readonly RawFile[], origin?: Origin): RawFile | undefined {
  const path = leadingFile(
    folder,
    members.map((member) => member.path),
  );
  const leader = members.find((member) => member.path === path);
  if (!leader) return undefined;
  const within = members.map(({ path: own, hash }) => ({ path: own.slice(folder.length), hash }));
  return {
    ...leader,
    hash: hashOfAll([...within, ...(origin ? [{ path: "", hash: originText(origin) }] : [])]),
    size: members.reduce((sum, member) => sum + member.size, 0),
    mtimeMs: Math.max(...members.map((member) => member.mtimeMs)),
    repository: { folder, members, ...(origin ? { origin } : {}) },
  };
}

/** The repository that a raw file stands for, as it is now; undefined for any other file. */
export function repositoryAt(layout: Layout, settings: Settings, store: Store, path: string): RawFile | undefined {
  const at = absolute(layout, path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  const names = existsSync(at) ? readdirSync(at) : [];
  if (!isRepository(names)) return undefined;
  return scanRaw(layout, settings, store).files.find((file) => file.path === path && file.repository !== undefined);
}

/** After the pages of vanished files were dealt with. */
export function forgetRaw(store: Store, paths: readonly string[]): void {
  if (paths.length === 0) return;
  const remove = store.db.prepare("DELETE FROM raw WHERE path = ?");
  store.transaction(() => {
    for (const path of paths) remove.run([path]);
  });
}

interface Row {
  readonly path: string;
  readonly hash: string;
  readonly stat: string;
  readonly seen: number;
}

function rowsOf(store: Store): Row[] {
  return store.db.prepare("SELECT path, hash, stat, seen FROM raw ORDER BY path").all() as Row[];
}

function remember(store: Store, rows: readonly Omit<Row, "seen">[], seen: number): void {
  if (rows.length === 0) return;
  const write = store.db.prepare("INSERT OR REPLACE INTO raw (path, hash, stat, seen) VALUES (?, ?, ?, ?)");
  store.transaction(() => {
    for (const row of rows) write.run([row.path, row.hash, row.stat, seen]);
  });
}

/** Sources are read, and the wiki is written, in the vault alone. */
function refuseForeignFolders(layout: Layout): void {
  const { root, raw, wiki } = layout;
  for (const [name, path] of [
    ["raw", raw],
    ["wiki", wiki],
  ] as const) {
    const folder = realFolder(absolute(layout, path));
    if (folder !== undefined && !isInside(realpathSync(root), folder))
      throw new UserError(
        `${path}/ is a link to a folder outside the vault. Put ${name === "raw" ? "the files" : "the folder"} into the vault, or name another folder in vault.config.json ("folders.${name}").`,
      );
  }
}

/** Undefined where there is none: a missing folder has no files. */
function realFolder(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function hashOf(file: Found): string {
  const hash = createHash("sha256");
  if (file.stats.size <= AT_ONCE) return hash.update(readFileSync(file.absolute)).digest("hex");
  const handle = openSync(file.absolute, "r");
  try {
    const part = Buffer.alloc(1024 * 1024);
    for (let n = readSync(handle, part); n > 0; n = readSync(handle, part)) hash.update(part.subarray(0, n));
    return hash.digest("hex");
  } finally {
    closeSync(handle);
  }
}
