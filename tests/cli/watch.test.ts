// kb watch, and how commands stop when they are asked to.
import type { ChildProcess } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { built, kb, start, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** Lines of standard output as they come. */
function lines(of: ChildProcess): { next: () => Promise<string> } {
  const waiting: string[] = [];
  let wake: (() => void) | undefined;
  let rest = "";
  of.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    waiting.push(...parts);
    wake?.();
  });
  return {
    async next() {
      while (waiting.length === 0) await new Promise<void>((resume) => (wake = resume));
      return waiting.shift() ?? "";
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));
const closed = (of: ChildProcess): Promise<number | null> => new Promise((resolve) => of.once("close", resolve));

test("watch compiles what comes, goes and moves, one line a batch, and survives a file that fails", async () => {
  const root = await vault();
  child = start(["watch", "--engine", "extractive", "--vault", root]);
  const said = lines(child);
  expect(await said.next()).toMatch(/^\d\d:\d\d:\d\d 2 added; \d+ pages written in /u);

  write(root, "raw/a.md", "# A\n\nThe Altair 8800 is a computer that came as a kit in January 1975.\n");
  write(root, "raw/b.md", "# B\n\nThe Alto is a computer that was built in Palo Alto in March 1973.\n");
  expect(await said.next()).toMatch(/ 2 added; /u);

  write(root, "raw/broken.pdf", "%PDF-1.4 no");
  expect(await said.next()).toMatch(/failed: raw\/broken\.pdf \(.+\)$/u);

  rmSync(join(root, "raw/broken.pdf"));
  rmSync(join(root, "raw/b.md"));
  renameSync(join(root, "raw/a.md"), join(root, "raw/renamed.md"));
  expect(await said.next()).toMatch(/ pages written /u);
  const { sources } = JSON.parse((await kb(["status", "--json", "--engine", "extractive", "--vault", root])).out);
  expect(sources).toEqual({ read: 3 });

  const second = await kb(["watch", "--vault", root]);
  expect(second).toMatchObject({ code: 2, err: expect.stringContaining("kb watch") });

  const started = performance.now();
  child.kill("SIGINT");
  expect(await closed(child)).toBe(130);
  expect(performance.now() - started).toBeLessThan(2000);
}, 60_000);

test("a compile that is asked to stop ends within two seconds, and the next one goes on", async () => {
  const root = await vault();
  for (let i = 0; i < 200; i++) {
    write(
      root,
      `raw/many/${i}.md`,
      `# Note ${i}\n\n${Array.from({ length: 25 }, (_, n) => `The note ${i} says in sentence ${n} that hypertext ${i * n} is writing that branches.`).join(" ")}\n`,
    );
  }
  child = start(["compile", "--engine", "extractive", "--vault", root]);
  while (!existsSync(join(root, ".kb", "lock")) && child.exitCode === null) await pause(10);
  await pause(500);
  const started = performance.now();
  child.kill("SIGTERM");
  expect(await closed(child)).toBe(143);
  expect(performance.now() - started).toBeLessThan(2500);
  expect((await kb(["compile", "--engine", "extractive", "--vault", root])).code).toBe(0);
  expect(
    JSON.parse(
      (await kb(["lint", "--json", "--rule", "broken-links", "--rule", "missing-source", "--vault", root])).out,
    ).counts.error,
  ).toBe(0);
}, 120_000);
