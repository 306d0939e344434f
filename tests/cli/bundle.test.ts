// The program as it is shipped, many files in one: what is loaded late must not slip into what is loaded at once.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "../../scripts/set-up.mjs";
import { loadedWith, type Source, sourcesIn } from "../layout/imports.ts";
import { heavyIn, QUICK } from "../layout/rules.ts";

let files: readonly Source[];

beforeAll(() => {
  const folder = join(ROOT, "node_modules/.cache/kb-bundle-test");
  expect(spawnSync(process.execPath, [join(ROOT, "scripts", "build.mjs"), folder]).status).toBe(0);
  files = sourcesIn(folder, ".js");
}, 120_000);

/** The file that has the code of a source: it bears the source's name in a comment. */
const holding = (source: string): string =>
  files.find(({ text }) => text.includes(`\n// src/${source}\n`))?.path ?? `${source}: nowhere`;

test("a compile loads less than a hundred files of its own", () => {
  const own = [...loadedWith(files, holding("run/compile.ts"))].filter((name) => name.endsWith(".js"));
  expect(own.length).toBeGreaterThan(1);
  expect(own.length).toBeLessThan(100);
});

test("start-up and search load no heavy library and no Markdown parser", () => {
  const parser = holding("markdown/parse.ts");
  for (const source of QUICK) {
    const loaded = loadedWith(files, holding(source));
    expect([source, heavyIn(loaded)]).toEqual([source, []]);
    if (source !== "run/lint.ts") expect([source, loaded.has(parser)]).toEqual([source, false]);
  }
});

test("nothing stands there that no source stands behind", () => {
  expect(files.map(({ path }) => path).filter((path) => !path.startsWith("chunks/"))).toEqual([
    "cli/main.js",
    "read/child/entry.js",
    "read/child/watchdog.js",
    "run/note-thread.js",
    "vault/settings-schema.js",
  ]);
});
