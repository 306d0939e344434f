// Ctrl-C and SIGTERM: a run stops within two seconds, leaves whole pages and no lock, and the next one goes on. On a busy machine the seconds are those that the run had a core.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "../../scripts/set-up.mjs";
import { built, folder, kb, start, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

const SOURCES = 250;

/** Enough to read that a run is still at it when the signal comes. */
async function longWork(): Promise<string> {
  const root = await vault();
  for (let n = 0; n < SOURCES; n++) {
    const facts = Array.from(
      { length: 12 },
      (_, i) =>
        `Harbour ${n} is a port that opened in ${1700 + n} and handled ${n * 12 + i + 2} ships from Lisbon that year.`,
    );
    write(root, `raw/harbour-${n}.md`, `# Harbour ${n}\n\n${facts.join(" ")}\n`);
  }
  return root;
}

interface Stopped {
  readonly code: number | null;
  /** From the first signal to the end, by the clock. */
  readonly ms: number;
  /** Of them, as far as the system tells: how long the run was computing. */
  readonly computed: number;
  readonly err: string;
}

/** Starts a compile, waits until it holds the lock, and sends the signals. */
async function stopped(root: string, signals: readonly NodeJS.Signals[]): Promise<Stopped> {
  const child = start(["compile", "--engine", "extractive", "--vault", root]);
  let err = "";
  child.stderr?.on("data", (data: Buffer) => {
    err += data.toString("utf8");
  });
  // As a shell tells it, also of a run that a signal ended while it could hear none.
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code, by) => resolve(code ?? (by && 128 + constants.signals[by]))),
  );
  while (!existsSync(join(root, ".kb", "lock")) && child.exitCode === null) await pause(10);
  const since = performance.now();
  const before = computing(child.pid);
  let last = before;
  const look = setInterval(() => {
    last = computing(child.pid) ?? last;
  }, 10);
  for (const signal of signals) {
    child.kill(signal);
    await pause(50);
  }
  const code = await ended;
  clearInterval(look);
  const ms = performance.now() - since;
  return { code, ms, computed: before === undefined || last === undefined ? ms : last - before, err };
}

/** Time that a process has had a core, all its threads together (ms); undefined where the system does not tell, or it is gone. */
function computing(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // User and system time, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

function pagesOf(root: string): Map<string, string> {
  const names = readdirSync(join(root, "wiki"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, "wiki", name), "utf8")]));
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops a compile within two seconds; the next one goes on",
  { timeout: 180_000 },
  async (signal) => {
    const root = await longWork();
    const { code, ms, computed, err } = await stopped(root, [signal]);
    expect(code).toBe(signal === "SIGINT" ? 130 : 143);
    expect(computed).toBeLessThan(2000);
    // It does not sit and wait either.
    expect(ms).toBeLessThan(30_000);
    expect(err).toContain("the next run goes on");
    expect(existsSync(join(root, ".kb", "lock"))).toBe(false);
    expect(await kb(["compile", "--engine", "extractive", "--vault", root])).toMatchObject({ code: 0 });
    const whole = await longWork();
    await kb(["compile", "--engine", "extractive", "--vault", whole]);
    expect(pagesOf(root)).toEqual(pagesOf(whole));
  },
);

test("a second signal ends it at once, and the lock of a dead run holds nobody up", async () => {
  const root = await longWork();
  const { code } = await stopped(root, ["SIGINT", "SIGINT"]);
  expect(code).toBe(130);
  expect(await kb(["compile", "--engine", "extractive", "--vault", root])).toMatchObject({ code: 0 });
}, 180_000);

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a process at once that computes without a pause, and is heard again after",
  async (signal) => {
    const file = join(folder(), "stop.js");
    // Of a module alone Node can make a process only once it is JavaScript.
    await build({ input: join(ROOT, "src", "cli", "stop.ts"), output: { file } });
    const program = `
      const { listenForStop } = await import(${JSON.stringify(pathToFileURL(file).href)});
      const stop = listenForStop(() => {});
      await stop.busy(async () => {
        console.log("busy");
        for (const until = Date.now() + Number(process.argv[1]); Date.now() < until; );
      });
      stop.signal.addEventListener("abort", () => process.exit(7));
      console.log("free");
      setTimeout(() => {}, 20_000);`;
    const run = async (busyMs: number, word: string) => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program, String(busyMs)]);
      const ended = new Promise((resolve) => child.on("exit", (code, by) => resolve(by ?? code)));
      for await (const said of child.stdout) if (String(said).includes(word)) break;
      child.kill(signal);
      return ended;
    };
    expect(await run(60_000, "busy")).toBe(signal);
    expect(await run(10, "free")).toBe(7);
  },
  40_000,
);
