// kb compile killed at any point of a whole run: each page is whole, old or new, and the next run ends where an undisturbed one does.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { built, folder, kb, start, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

const SOURCES = 40;
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

const compile = (root: string) => kb(["compile", "--engine", "extractive", "--vault", root]);

test("a compile that is killed anywhere leaves whole pages, and the next one ends where an undisturbed one does", {
  timeout: 240_000,
}, async () => {
  const first = await vault();
  put(first, 1);
  await compile(first);
  const old = pagesOf(first);
  const undisturbed = join(folder(), "vault");
  cpSync(first, undisturbed, { recursive: true, preserveTimestamps: true });
  put(undisturbed, 2);
  const started = performance.now();
  await compile(undisturbed);
  const whole = performance.now() - started;
  const fresh = pagesOf(undisturbed);
  let killed = 0;
  for (const share of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const root = join(folder(), "vault");
    cpSync(first, root, { recursive: true, preserveTimestamps: true });
    put(root, 2);
    const child = start(["compile", "--engine", "extractive", "--vault", root]);
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_code, signal) => resolve(signal)));
    await pause(whole * share);
    child.kill("SIGKILL");
    if ((await ended) === "SIGKILL") killed++;
    for (const [name, text] of pagesOf(root))
      if (!/^(?:index|overview|review)|\.base$/u.test(name)) expect([old.get(name), fresh.get(name)]).toContain(text);
    expect(await compile(root)).toMatchObject({ code: 0 });
    expect(pagesOf(root)).toEqual(fresh);
    expect(existsSync(join(root, ".kb", "lock"))).toBe(false);
    rmSync(root, { recursive: true });
  }
  expect(killed).toBeGreaterThan(2);
});

test("two compiles at once end as one does", { timeout: 120_000 }, async () => {
  const alone = await vault();
  put(alone, 1);
  await compile(alone);
  const both = await vault();
  put(both, 1);
  const ran = await Promise.all([compile(both), compile(both)]);
  expect(ran.map(({ code }) => code)).toEqual([0, 0]);
  expect(pagesOf(both)).toEqual(pagesOf(alone));
});
