// Ctrl-C and SIGTERM: a run stops within two seconds, leaves whole pages and no lock, and the next one goes on.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { built, kb, start, vault, write } from "./kb.ts";

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
  readonly ms: number;
  readonly err: string;
}

/** Starts a compile, waits until it holds the lock, and sends the signals. */
async function stopped(root: string, signals: readonly NodeJS.Signals[]): Promise<Stopped> {
  const child = start(["compile", "--engine", "extractive", "--vault", root]);
  let err = "";
  child.stderr?.on("data", (data: Buffer) => {
    err += data.toString("utf8");
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  while (!existsSync(join(root, ".kb", "lock")) && child.exitCode === null) await pause(10);
  const since = performance.now();
  for (const signal of signals) {
    child.kill(signal);
    await pause(50);
  }
  const code = await ended;
  return { code, ms: performance.now() - since, err };
}

function pagesOf(root: string): Map<string, string> {
  const names = readdirSync(join(root, "wiki"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, "wiki", name), "utf8")]));
}

// Tried again where the machine was too busy to keep time.
test.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops a compile within two seconds; the next one goes on",
  { timeout: 90_000, retry: 2 },
  async (signal) => {
    const root = await longWork();
    const { code, ms, err } = await stopped(root, [signal]);
    expect(code).toBe(signal === "SIGINT" ? 130 : 143);
    expect(ms).toBeLessThan(2000);
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
}, 60_000);
