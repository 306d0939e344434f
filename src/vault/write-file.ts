// The one way bytes reach the disk: whole or not at all, inside the vault, never through a link that leads out.
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../core/errors.ts";
import { codeOf, makingFault } from "./disk-fault.ts";
import { absolute, type Layout } from "./layout.ts";
import { statKey } from "./stat-key.ts";
import { isInside } from "./walk.ts";

/** Virus scanners, indexers and sync programs hold files for a moment on Windows: ms to wait before trying again. */
const RETRIES = [10, 20, 50, 100, 200, 400, 800];

/** Reasons of the disk's, not of kb's: a file that is mended is written by the next run. */
const READ_ONLY = "the file is read-only: make it writable, or say `locked: true` in it";
const UNREADABLE = "the file cannot be read";

/** True for a refusal that the next run may not meet. */
export function mayPass(reason: string): boolean {
  return reason === READ_ONLY || reason === UNREADABLE;
}

/** Why this path must not be written; undefined when it may. Links in the path are followed to where they lead. */
export function refusal(layout: Layout, path: string): string | undefined {
  if (
    path === "" ||
    path.startsWith("/") ||
    path.includes("\\") ||
    /[\0\r\n]/u.test(path) ||
    path.split("/").some((part) => part === "" || part === "." || part === "..")
  )
    return "not a path inside the vault";
  const full = absolute(layout, path);
  const root = realpathSync(layout.root);
  for (let at = full; ; at = dirname(at)) {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (at === full && stats.isSymbolicLink()) return "a link stands there: kb writes files only";
    if (at === full && !stats.isFile()) return "a folder stands there";
    if (at === full && (stats.mode & 0o222) === 0) return READ_ONLY;
    if (at === full && !isReadable(full)) return UNREADABLE;
    const real = realpathSync(at);
    return isInside(root, real) ? undefined : "its folder is a link that leads out of the vault";
  }
}

function isReadable(full: string): boolean {
  try {
    accessSync(full, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** What stands at `path` now, as far as a stat tells: another stamp, another file. */
export function stampAt(layout: Layout, path: string): string {
  const stats = statSync(absolute(layout, path), { throwIfNoEntry: false });
  return stats === undefined ? "" : statKey(stats);
}

/**
 * Puts `bytes` at `path` (from the root). The temporary file stands in .kb/tmp, where neither Obsidian nor a sync program shows it.
 * With `over`, only while the path still has this stamp: false when somebody else wrote there meanwhile.
 */
export function writeWhole(layout: Layout, path: string, bytes: Uint8Array | string, over?: string): boolean {
  const target = absolute(layout, path);
  mkdirSync(dirname(target), { recursive: true });
  const folder = join(absolute(layout, layout.kb), "tmp");
  mkdirSync(folder, { recursive: true });
  const still = over === undefined ? undefined : (): boolean => stampAt(layout, path) === over;
  return putWhole(join(folder, `${process.pid}-${basename(target).slice(0, 40)}`), target, bytes, still);
}

/** For a file that a person names outside the vault (`-o`): absolute path, whole or not at all. A UserError where it cannot be. */
export function writeNamed(target: string, bytes: Uint8Array | string): void {
  try {
    makeFolder(dirname(target));
    putWhole(join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}.tmp`), target, bytes);
  } catch (error) {
    if (error instanceof UserError || codeOf(error) === "") throw error;
    throw new UserError(`${target} cannot be written: ${makingFault(error)}. Name another place.`);
  }
}

/** With the folders above it, one by one: Node's own way never ends where a folder takes none, such as /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

export function removeFile(layout: Layout, path: string): void {
  again(() => unlinkSync(absolute(layout, path)));
}

/** Temporary files that a killed run left behind. Call it while holding the lock. */
export function sweepTemporary(layout: Layout): void {
  const folder = join(absolute(layout, layout.kb), "tmp");
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}

function putWhole(temporary: string, target: string, bytes: Uint8Array | string, still?: () => boolean): boolean {
  try {
    const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    const handle = openSync(temporary, "w", 0o666);
    try {
      for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
    } finally {
      closeSync(handle);
    }
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(temporary, mode & 0o777);
    if (still?.() === false) {
      rmSync(temporary, { force: true });
      return false;
    }
    again(() => moveOver(temporary, target));
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    if (codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT") {
      throw new UserError(
        `The disk is full: ${target} was left as it was. Make room and run the command again; it goes on where it stopped.`,
      );
    }
    throw error;
  }
}

/** A rename replaces in one step. Across file systems (wiki/ mounted from elsewhere) the copy is made beside the target first. */
function moveOver(temporary: string, target: string): void {
  try {
    renameSync(temporary, target);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    const beside = join(dirname(target), `.${basename(temporary)}.tmp`);
    copyFileSync(temporary, beside, constants.COPYFILE_FICLONE);
    renameSync(beside, target);
    unlinkSync(temporary);
  }
}

function again(step: () => void): void {
  for (const wait of RETRIES) {
    try {
      step();
      return;
    } catch (error) {
      if (!["EPERM", "EBUSY", "EACCES"].includes(codeOf(error)) || process.platform !== "win32") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  step();
}
