// A repository from its address: the newest state alone, by the system's own git, which gets no chance to ask, to run or to fetch anything else.
import { type ChildProcess, spawn } from "node:child_process";
import { lookup } from "node:dns/promises";
import { readdirSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../core/errors.ts";
import { isPublicAddress } from "./address.ts";
import type { GitAddress } from "./git-address.ts";

export interface Cloned {
  /** Of the commit, 40 hex digits. */
  readonly commit: string;
  /** Its day, ISO. */
  readonly date: string;
}

/** The machine has no git, or the address holds no repository that anybody may read: a page may still be clipped. */
export class NoRepository extends UserError {
  constructor(message: string) {
    super(message, 1);
    this.name = "NoRepository";
  }
}

const LIMIT_MS = 5 * 60_000;
const MOST_BYTES = 500e6;
const LOOK_EVERY_MS = 1000;

/** Fills `into`, a folder that is not there yet. Throws a UserError that says what is in the way. */
export async function cloned(address: GitAddress, into: string, signal?: AbortSignal): Promise<Cloned> {
  const pinned = await pinnedHost(address);
  const options = [
    ...["core.hooksPath=/dev/null", "core.symlinks=false", "core.fsmonitor=false", "core.autocrlf=false"],
    ...["http.followRedirects=false", "credential.interactive=false", "filter.lfs.smudge=", "filter.lfs.process="],
    ...["filter.lfs.required=false", ...(pinned ? [`http.curloptResolve=${pinned}`] : [])],
  ].flatMap((one) => ["-c", one]);
  const wish = ["--depth=1", "--single-branch", "--no-tags", "--no-recurse-submodules", "--template="];
  await git([...options, "clone", "--quiet", ...wish, "--", address.url, into], address, { into, signal });
  const said = await git(["-C", into, "log", "-1", "--format=%H %cI"], address, { signal });
  const [commit = "", date = ""] = said.trim().split(" ");
  return { commit, date: date.slice(0, 10) };
}

/** Refuses hosts on this machine and private networks; "host:port:address" holds git to the address that was looked at. */
async function pinnedHost({ host, port, stated: url }: GitAddress): Promise<string | undefined> {
  if (host === "") return undefined;
  const addresses = isIP(host)
    ? [host]
    : (
        await lookup(host, { all: true }).catch(() => {
          throw new UserError(`${url} could not be reached: ${host} is not found. Is the network there?`, 1);
        })
      ).map((one) => one.address);
  if (addresses.length === 0 || !addresses.every(isPublicAddress))
    throw new UserError(`${host} lies on this machine or a private network: it is not fetched.`, 1);
  return port === undefined || isIP(host) ? undefined : `${host}:${port}:${addresses.join(",")}`;
}

interface Call {
  /** A folder that may not grow without end. */
  readonly into?: string;
  readonly signal?: AbortSignal | undefined;
}

function git(args: readonly string[], address: GitAddress, { into, signal }: Call): Promise<string> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, {
      cwd: tmpdir(),
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: what git starts to fetch ends with it.
      detached: process.platform !== "win32",
      windowsHide: true,
      env: environment(address),
    });
    let [out, said] = ["", ""];
    let why: Error | undefined;
    const end = (error: Error): void => {
      why ??= error;
      stop(child);
    };
    const started = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - started > LIMIT_MS)
        end(new UserError(`${address.stated} did not come in full within ${LIMIT_MS / 60_000} minutes.`, 1));
      else if (into !== undefined && sizeOf(into) > MOST_BYTES)
        end(new UserError(`${address.stated} is larger than ${MOST_BYTES / 1e6} MB.`, 1));
    }, LOOK_EVERY_MS);
    const aborted = (): void => end(signal?.reason instanceof Error ? signal.reason : new Error("stopped"));
    signal?.addEventListener("abort", aborted);
    const done = (): void => {
      clearInterval(watch);
      signal?.removeEventListener("abort", aborted);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4000);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      done();
      reject(
        error.code === "ENOENT"
          ? new NoRepository(
              `${address.stated} is a repository, and git is not installed here: install it, or download the repository as .zip and ingest that.`,
            )
          : error,
      );
    });
    child.on("close", (code) => {
      done();
      if (why) reject(why);
      else if (code === 0) resolve(out);
      else reject(faultOf(address, said));
    });
  });
}

function environment({ protocol }: GitAddress): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^GIT_(?:DIR|WORK_TREE|INDEX)/u.test(key))),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
    GCM_INTERACTIVE: "never",
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=20",
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_LFS_SKIP_SMUDGE: "1",
  };
}

/** What git said, as a sentence about the address. */
function faultOf({ stated: url }: GitAddress, said: string): UserError {
  if (
    /could not read Username|Authentication failed|not found|does not exist|does not appear to be a git|Permission denied|publickey|\b40[134]\b/iu.test(
      said,
    )
  )
    return new NoRepository(`${url}: there is no repository that may be read there.`);
  if (/unable to redirect|redirect/iu.test(said))
    return new UserError(`${url} leads elsewhere: name the address that it leads to.`, 1);
  if (/could not resolve|timed out|unreachable|refused|failed to connect|early eof|hung up/iu.test(said))
    return new UserError(`${url} could not be reached. Is the network there?`, 1);
  const line = said.trim().split("\n").at(-1) ?? "";
  return new UserError(`${url} could not be cloned: git says “${line.replace(/^(?:fatal|error):\s*/u, "")}”.`, 1);
}

function stop(child: ChildProcess): void {
  try {
    if (process.platform !== "win32" && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It ended by itself.
  }
}

/** Bytes below a folder; files come and go while git works. */
function sizeOf(folder: string): number {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      size += entry.isDirectory() ? sizeOf(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    }
  } catch {
    // Gone again.
  }
  return size;
}
