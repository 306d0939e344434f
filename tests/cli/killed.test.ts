// kb compile killed, stopped or out of disk at any step of a whole run: each page is whole, old or new, and the next run ends where an undisturbed one does.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { built, folder, kb, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

const SOURCES = 12;
const DISTURB = fileURLToPath(new URL("./disturb.mjs", import.meta.url));
const harbour = (n: number, version: number): string => {
  const facts = Array.from(
    { length: 6 },
    (_, i) =>
      `Harbour ${n} is a port that opened in ${1700 + n} and handled ${n * 12 + i + version} ships from Lisbon in year ${i}.`,
  );
  return `# Harbour ${n}\n\n${facts.join(" ")}\n`;
};

function put(root: string, version: number): void {
  for (let n = 0; n < SOURCES; n++)
    if (version === 1 || n % 2 === 0) write(root, `raw/harbour-${n}.md`, harbour(n, version));
  if (version === 2) rmSync(join(root, "raw/harbour-1.md"));
}

/** The log tells how often kb ran; all else must be the same. */
function pagesOf(root: string): Map<string, string> {
  const names = readdirSync(join(root, "wiki"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:md|base)$/u.test(name),
  );
  return new Map(
    names
      .filter((name) => name !== "log.md")
      .sort()
      .map((name) => [name, readFileSync(join(root, "wiki", name), "utf8")]),
  );
}

const compile = (root: string, kind?: string, at = 0) =>
  kb(["compile", "--engine", "extractive", "--vault", root], {
    ...(kind === undefined ? {} : { node: ["--import", DISTURB], env: { KB_DISTURB: kind, KB_AT: String(at) } }),
  });

const copyOf = (root: string): string => {
  const copy = join(folder(), "vault");
  cpSync(root, copy, { recursive: true, preserveTimestamps: true });
  put(copy, 2);
  return copy;
};

/** A vault compiled once, what it looks like then and after the second version, and how many steps that takes. */
async function twoVersions() {
  const first = await vault();
  put(first, 1);
  await compile(first);
  const undisturbed = copyOf(first);
  const { err } = await compile(undisturbed, "count");
  return {
    first,
    old: pagesOf(first),
    fresh: pagesOf(undisturbed),
    steps: Number(/steps (\d+)/u.exec(err)?.[1]),
  };
}

const disturbed = async (kind: "kill" | "stop" | "full", told: (ran: Awaited<ReturnType<typeof kb>>) => void) => {
  const { first, old, fresh, steps } = await twoVersions();
  expect(steps).toBeGreaterThan(50);
  const at = fc.integer({ min: 1, max: steps - 3 });
  await fc.assert(
    fc.asyncProperty(at, async (step) => {
      const root = copyOf(first);
      told(await compile(root, kind, step));
      for (const [name, text] of pagesOf(root)) expect([name, old.get(name), fresh.get(name)]).toContain(text);
      expect(await compile(root)).toMatchObject({ code: 0 });
      expect(pagesOf(root)).toEqual(fresh);
      expect(existsSync(join(root, ".kb", "lock"))).toBe(false);
      rmSync(root, { recursive: true });
    }),
    { numRuns: Number(process.env.KB_RUNS ?? 8), seed: Number(process.env.KB_SEED ?? 20261121), endOnFailure: true },
  );
};

test("a compile that is killed at any step leaves whole pages, and the next one ends where an undisturbed one does", {
  timeout: 240_000,
}, async () => {
  await disturbed("kill", ({ code }) => expect(code).toBeNull());
});

test("a compile that is asked to stop at any step stops or ends, and the next one goes on", {
  timeout: 240_000,
}, async () => {
  await disturbed("stop", ({ code, err }) => {
    expect([0, 130]).toContain(code);
    if (code === 130) expect(err).toContain("the next run goes on");
  });
});

test("a disk that is full from any step on stops the run with one sentence, and with room again nothing is missing", {
  timeout: 240_000,
}, async () => {
  await disturbed("full", ({ code, err }) => {
    expect([code, err]).toEqual([2, expect.stringMatching(/disk is full.*Make room/u)]);
    expect(err).not.toMatch(/fault of its own/u);
  });
});

test("of two compiles at once the second waits or says who is at work, and they end as one does", {
  timeout: 120_000,
}, async () => {
  const alone = await vault();
  put(alone, 1);
  await compile(alone);
  const both = await vault();
  put(both, 1);
  const ran = await Promise.all([compile(both), compile(both)]);
  expect(ran.map(({ code }) => code)).toContain(0);
  // On a busy machine the first takes longer than the second waits.
  for (const { code, err } of ran)
    if (code !== 0) expect([code, err]).toEqual([2, expect.stringMatching(/Another kb/u)]);
  expect(pagesOf(both)).toEqual(pagesOf(alone));
});
