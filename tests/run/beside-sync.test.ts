// Obsidian, a sync program or a cloud at work in the same moment as kb: nothing that they write is lost, nothing that they hold is taken for deleted.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { copyOf, type Lights, lights, SOURCES } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 120_000 });

const beside = vi.hoisted(() => ({
  /** Called before kb puts a file in its place, with that place. */
  before: undefined as ((target: string) => void) | undefined,
  /** Files that nobody can read at the moment. */
  held: new Set<string>(),
}));

vi.mock(import("node:fs"), async (original) => {
  const fs = await original();
  const statSync = (...args: Parameters<typeof fs.statSync>) => {
    // The last look before the file is put in its place.
    const [path] = args;
    if (typeof path === "string" && path.includes("/wiki/")) beside.before?.(path);
    return fs.statSync(...args);
  };
  const read = (...args: Parameters<typeof fs.readFileSync>) => {
    if (beside.held.has(String(args[0])))
      throw Object.assign(new Error("EBUSY: resource busy or locked"), { code: "EBUSY" });
    return fs.readFileSync(...args);
  };
  return { ...fs, statSync: statSync as typeof fs.statSync, readFileSync: read as typeof fs.readFileSync };
});

const pagesOf = (v: Lights): string[] =>
  Object.keys(v.wiki()).filter((path) => /^wiki\/(?:concepts|entities|methods|sources)\//u.test(path));

/** Sources say something new, so that many pages are written. */
const renew = (v: Lights): void => {
  for (const [path, text] of Object.entries(SOURCES))
    if (path.endsWith(".md"))
      v.put(
        path,
        text.replace(/\b(1[0-9]{3})\b/gu, (year) => String(Number(year) + 1)),
      );
};

test("whatever is written into pages while a compile writes them is there afterwards", async () => {
  const compiled = lights();
  await compiled.run();
  let made = 0;
  const moments = fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(moments, async (chosen) => {
      const v = copyOf(compiled);
      renew(v);
      const words: string[] = [];
      let looks = 0;
      beside.before = (target) => {
        if (!chosen.includes(looks++) || !target.endsWith(".md")) return;
        const remark = `Remark ${looks} came in by a sync.`;
        let text = "";
        try {
          text = readFileSync(target, "utf8");
        } catch {
          return;
        }
        writeFileSync(target, `${text.trimEnd()}\n\n${remark}\n`);
        words.push(remark);
      };
      await v.run();
      beside.before = undefined;
      const after = (): string => Object.values(v.wiki()).join("\n");
      made += words.length;
      expect(words.filter((one) => !after().includes(one))).toEqual([]);
      await v.run();
      await v.run({ full: true });
      expect(words.filter((one) => !after().includes(one))).toEqual([]);
      expect(after()).not.toContain("1822");
    }),
    { numRuns: Number(process.env.KB_RUNS ?? 12), seed: Number(process.env.KB_SEED ?? 20261121), endOnFailure: true },
  );
  expect(made).toBeGreaterThan(20);
});

test("a source that cannot be read for a while keeps its page and its claims, and the run says so", async () => {
  const v = lights();
  await v.run();
  const before = v.wiki();
  v.put("raw/pharos.md", "# Pha");
  beside.held.add(v.path("raw/pharos.md"));
  v.put("raw/sun-valve.md", `${SOURCES["raw/sun-valve.md"]?.trim()} The sun valve was sold in 1909.\n`);
  const { report, exitCode } = await v.run();
  expect(exitCode).toBe(1);
  expect(report.ingest.sources.filter((source) => source.status === "failed")).toMatchObject([
    { path: "raw/pharos.md", reason: expect.stringContaining("cannot be read (another program holds it") },
  ]);
  expect(report.ingest.sources.map((source) => source.path)).toHaveLength(Object.keys(SOURCES).length);
  expect(v.read("wiki/sources/pharos.md")).toBe(before["wiki/sources/pharos.md"]);
  beside.held.clear();
  v.put("raw/pharos.md", SOURCES["raw/pharos.md"] ?? "");
  v.put("raw/sun-valve.md", SOURCES["raw/sun-valve.md"] ?? "");
  expect((await v.run()).exitCode).toBe(0);
  for (const path of pagesOf(v)) expect(v.read(path)).toBe(before[path]);
});

test("a page that cannot be read for a while is neither overwritten nor taken for deleted", async () => {
  const v = lights();
  await v.run();
  const page = "wiki/entities/john-smeaton.md";
  v.put(page, v.read(page).trimEnd().concat("\n\nMy remark on Smeaton.\n"));
  renew(v);
  const before = v.read(page);
  beside.held.add(v.path(page));
  const { report, exitCode } = await v.run();
  beside.held.clear();
  expect(exitCode).toBe(1);
  expect(report.pages.find((one) => one.path === page)).toMatchObject({ status: "conflict", failed: true });
  expect(v.read(page)).toBe(before);
  expect(v.wiki()["wiki/decisions.md"] ?? "").not.toContain("john-smeaton");
  expect((await v.run()).exitCode).toBe(0);
  expect(v.read(page)).toContain("My remark on Smeaton.");
  expect(v.read(page)).not.toBe(before);
});

test("a copy that a sync program makes of a page in a quarrel stays, beside the page itself", async () => {
  const v = lights();
  await v.run();
  const page = "wiki/entities/john-smeaton.md";
  const copy = "wiki/entities/john-smeaton (conflicted copy 2026-11-21).md";
  v.put(copy, `${v.read(page).trimEnd()}\n\nWritten on the other machine.\n`);
  renew(v);
  await v.run();
  expect(v.read(copy)).toContain("Written on the other machine.");
  expect(v.read(page)).not.toContain("Written on the other machine.");
  rmSync(v.path(page));
  renameSync(v.path(copy), v.path(page));
  await v.run();
  expect(v.read(page)).toContain("Written on the other machine.");
});
