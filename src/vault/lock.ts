// One kb at a time writes in a vault. The lock names process and host; that of a dead process is taken over.
import { mkdirSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../core/errors.ts";
import { codeOf } from "./disk-fault.ts";
import { absolute, type Layout } from "./layout.ts";
import { sweepTemporary } from "./write-file.ts";

/** How long a second kb waits before it gives up (ms). */
const WAIT = 5000;
const STEP = 100;
/** A holder touches its lock this often; one on another machine that is ten times as old is taken for dead. */
const BEAT = 30_000;

/** A lock without a holder that is this old (ms) was cut short: less than a second kb waits. */
const TORN = 2000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** When the process began, in the system's own count: a later process may have the same pid. */
  readonly born?: string;
}

/** Does `work` while holding the vault's lock. A UserError (exit 2) says who holds it when it does not come free. */
export async function withLock<T>(
  layout: Layout,
  command: string,
  work: () => Promise<T>,
  options: { readonly waitMs?: number } = {},
): Promise<T> {
  const folder = absolute(layout, layout.kb);
  const file = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  const until = Date.now() + (options.waitMs ?? WAIT);
  while (!taken(file, command)) {
    if (dropStale(file)) continue;
    if (Date.now() >= until) throw new UserError(heldBy(file));
    await new Promise((resume) => setTimeout(resume, STEP));
  }
  const beat = setInterval(() => touch(file), BEAT).unref();
  const release = (): void => {
    clearInterval(beat);
    if (isMine(file)) rmSync(file, { force: true });
  };
  // process.exit and an uncaught error must not leave a lock behind.
  process.once("exit", release);
  try {
    sweepTemporary(layout);
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

function taken(file: string, command: string): boolean {
  const born = birthOf(process.pid);
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    command,
    since: new Date().toISOString(),
    ...(born === undefined ? {} : { born }),
  };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // Made, and then the disk was full: an empty lock would hold up whoever comes next.
    if (holderOf(file) === undefined) rmSync(file, { force: true });
    if (["EROFS", "EACCES", "EPERM"].includes(codeOf(error)))
      throw new UserError(
        `kb cannot write in ${dirname(file)}: the vault is read-only, or belongs to another user. Make it writable, or use another copy of it.`,
      );
    throw error;
  }
}

/** Removes a dead holder's lock. A second lock guards the removal, so that of two takers only one removes. */
function dropStale(file: string): boolean {
  if (!isStale(file)) return false;
  const guard = `${file}.takeover`;
  try {
    writeFileSync(guard, "", { flag: "wx" });
  } catch {
    if (ageOf(guard) > 10_000) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (!isStale(file)) return false;
    unlinkSync(file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(guard, { force: true });
  }
}

function isStale(file: string): boolean {
  const holder = holderOf(file);
  // A lock cut short by a crash has no holder; one being written right now is young.
  if (holder === undefined) return ageOf(file) > TORN;
  if (holder.host !== hostname()) return ageOf(file) > BEAT * 10;
  if (!isAlive(holder.pid)) return true;
  const born = birthOf(holder.pid);
  return holder.born !== undefined && born !== undefined && holder.born !== born;
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isMine(file: string): boolean {
  const holder = holderOf(file);
  return holder !== undefined && holder.pid === process.pid && holder.host === hostname();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Linux only; elsewhere a pid that is alive counts as the holder. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function ageOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The lock is gone: the end of the run will not remove another's.
  }
}

function heldBy(file: string): string {
  const holder = holderOf(file);
  if (holder === undefined)
    return `Another kb is working in this vault. Run the command again when it has finished, or delete ${file} if none is.`;
  return `Another kb is working in this vault: \`kb ${holder.command}\`, process ${holder.pid} on ${holder.host}, since ${holder.since}. Run the command again when it has finished, or stop it.`;
}
