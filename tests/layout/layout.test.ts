// Guards the house: rooms import downwards only, pure rooms touch nothing, start-up loads little.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, loadedWith, type Source, sourcesIn } from "./imports.ts";
import { heavyIn, importFaults, purityFaults, QUICK, roomOf } from "./rules.ts";

const src = join(import.meta.dirname, "..", "..", "src");
const sources = sourcesIn(src);
const planted = (path: string, text: string): Source[] => [{ path, text, imports: importsOf(path, text) }];

describe("rooms", () => {
  test("import downwards only", () => expect(importFaults(sources)).toEqual([]));

  test("a room that imports upwards or sideways is seen", () => {
    const seen = (path: string, target: string): string[] =>
      importFaults(planted(path, `import { x } from "${target}";\n`));
    expect(seen("core/page.ts", "../vault/plan.ts")).toEqual(["core/page.ts imports vault/plan.ts"]);
    expect(seen("find/search.ts", "../vault/plan.ts")).toEqual(["find/search.ts imports vault/plan.ts"]);
    expect(importFaults(planted("note/note.ts", 'const { x } = await import("../run/ask.ts");\n'))).toHaveLength(1);
    expect(importFaults(planted("write/page.ts", 'export type { X } from "../answer/cite.ts";\n'))).toHaveLength(1);
    expect(seen("vault/plan.ts", "../core/page.ts")).toEqual([]);
    expect(importFaults(planted("lib/page.ts", ""))).toEqual(['lib/page.ts: "lib" is no room']);
  });
});

describe("pure rooms", () => {
  test("touch no disk, network, clock, environment or locale", () => expect(purityFaults(sources)).toEqual([]));

  test("an effect in one is seen, in a comment it is not", () => {
    expect(purityFaults(planted("check/rules/a.ts", 'import { readFileSync } from "node:fs";\n'))).toHaveLength(1);
    expect(purityFaults(planted("write/dates.ts", "export const now = () => new Date();\n"))).toHaveLength(1);
    expect(purityFaults(planted("text/words.ts", "// as process.env has it\nexport const x = 1;\n"))).toEqual([]);
    expect(purityFaults(planted("vault/clock.ts", "export const now = () => new Date();\n"))).toEqual([]);
  });
});

describe("start-up", () => {
  test("loads no heavy library", () => {
    for (const start of QUICK) {
      expect([start, heavyIn(loadedWith(sources, start))]).toEqual([start, []]);
    }
  });

  test("loads one command, not all", () => {
    const loaded = [...loadedWith(sources, "cli/main.ts")].filter((path) => roomOf(path) === "run");
    expect(loaded).toEqual([]);
  });
});

test("every source file says in its first line what it is for", () => {
  const silent = sources.filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S/u.test(text)).map(({ path }) => path);
  expect(silent).toEqual([]);
});

test("no source file weakens its types or leaves work behind", () => {
  // The marks themselves stand here alone, as what is looked for.
  const marks = /\bas any\b(?=[;),.\]])|@ts-ignore|@ts-expect-error|biome-ignore|\bTODO\b|\bFIXME\b/u;
  expect(sources.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
});

test("the list of rooms in ARCHITECTURE.md names every room", () => {
  const text = readFileSync(join(src, "..", "ARCHITECTURE.md"), "utf8");
  for (const room of new Set(sources.map(({ path }) => roomOf(path)))) expect(text).toContain(`${room}/`);
});
