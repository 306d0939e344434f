import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/run/compile.ts";
import { undo } from "../../src/run/undo.ts";
import { closeWorkspace, openWorkspace } from "../../src/run/workspace.ts";
import { aVault, ENV, type TestVault } from "../vault/a-vault.ts";

const SOURCES = {
  "raw/desk.md": `# The desk that remembers

The memex is a desk in which a person stores books, records and letters on microfilm. Vannevar Bush described the memex in July 1945. Bush called the principle associative indexing. No memex was ever built. The memex had two screens for reading.

Hypertext is writing that branches and lets the reader choose. Hypertext grew out of the memex.
`,
  "raw/named.md": `# Who named hypertext?

Ted Nelson put the word hypertext into print in 1965. Nelson credited the memex for the idea of the trail. The memex gave hypertext its trails. Hypertext was shown in public in 1968.
`,
  "raw/later.md": `# What came later

Tim Berners-Lee proposed a hypertext system at CERN in March 1989. The memex was forgotten by then. Vannevar Bush died in 1974, and his memex stayed a sketch. Hypertext links of the Web point one way.
`,
};
const MEMEX = "wiki/concepts/memex.md";

async function aWiki(): Promise<TestVault & { compile(): Promise<Record<string, string>> }> {
  const v = await aVault();
  v.vault.store.close();
  for (const [path, text] of Object.entries(SOURCES)) v.put(path, text);
  const run = async (): Promise<Record<string, string>> => {
    const workspace = await openWorkspace({ cwd: v.root, engine: "extractive", env: ENV });
    try {
      const { report } = await compile(workspace);
      return Object.fromEntries(report.pages.map((page) => [page.path, page.reason ?? page.status]));
    } finally {
      closeWorkspace(workspace);
    }
  };
  await run();
  return Object.assign(v, { compile: run });
}

const edit = (v: TestVault, path: string, change: (text: string) => string) => v.put(path, change(v.read(path)));
const body = (v: TestVault, path: string) => v.read(path).split("\n---\n").slice(1).join("\n---\n");

test("a wiki is made, and a second run does nothing", async () => {
  const v = await aWiki();
  expect(Object.keys(v.all())).toContain(MEMEX);
  const before = v.all();
  expect(await v.compile()).toEqual({});
  expect(v.all()).toEqual(before);
});

test("an edit stays while its page grows with a new source", async () => {
  const v = await aWiki();
  edit(v, MEMEX, (text) => text.replace(/(\n---\n\n[^\n]*)/u, "$1 I have seen a copy of it!"));
  v.put(
    "raw/copy.md",
    "# A copy\n\nIn 1996 a working copy of the memex was built at Brown University. The memex copy ran on a personal computer. The memex is a machine of trails.\n",
  );
  await v.compile();
  expect(v.read(MEMEX)).toContain("I have seen a copy of it!");
  expect(v.read(MEMEX)).toMatch(/1996|personal computer|machine of trails/u);
  expect(await v.compile()).toEqual({});
});

test("a corrected source takes its old sentences off every page, edited ones too", async () => {
  const v = await aWiki();
  edit(v, MEMEX, (text) => text.replace(/(\n---\n\n[^\n]*)/u, "$1 My remark."));
  edit(v, "raw/desk.md", (text) =>
    text.replace("two screens", "three screens").replace("No memex was ever built. ", ""),
  );
  await v.compile();
  const all = Object.entries(v.all()).filter(([path]) => path.endsWith(".md") && !path.endsWith("log.md"));
  for (const [, text] of all) expect(text).not.toMatch(/two screens|ever built/u);
  expect(v.read(MEMEX)).toContain("My remark.");
});

test("a sentence that a person deleted stays away, also when .kb/ is deleted later", async () => {
  const v = await aWiki();
  const sentences = [...body(v, MEMEX).matchAll(/(?<=\)\s|\n)[A-Z][^([\n]*\(\[\[[^)]*#\^(c-[\w-]+)[^)]*\)/gu)];
  const victim = sentences.at(-1);
  expect(victim).toBeDefined();
  edit(v, MEMEX, (text) =>
    text
      .replace(` ${victim?.[0]}`, "")
      .replace(`${victim?.[0]} `, "")
      .replace(victim?.[0] ?? "?", ""),
  );
  await v.compile();
  expect(v.read("wiki/decisions.md")).toContain(victim?.[1] ?? "?");
  rmSync(join(v.root, ".kb"), { recursive: true });
  v.put(
    "raw/copy.md",
    "# A copy\n\nIn 1996 a working copy of the memex was built at Brown University. The memex is a machine of trails.\n",
  );
  await v.compile();
  expect(body(v, MEMEX)).not.toContain(`#^${victim?.[1]}`);
});

test("a claim that a person took off a source page leaves every page that rests on it, for ever", async () => {
  const v = await aWiki();
  const [, page = "", id = "?"] = /\[\[([^\]#]+)#\^(c-[0-9a-f]{10})/u.exec(body(v, MEMEX)) ?? [];
  const source = `${page}.md`;
  const line = new RegExp(`^- .*\\^${id}\\n(?: {4}- .*\\n)?`, "mu");
  expect(v.read(source)).toMatch(line);
  edit(v, source, (text) => text.replace(line, ""));
  const clean = (): void => {
    for (const [path, text] of Object.entries(v.all()))
      if (!path.endsWith("decisions.md")) expect(text, path).not.toContain(id);
  };
  await v.compile();
  clean();
  expect(v.read("wiki/decisions.md")).toContain(id);
  expect(await v.compile()).toEqual({});
  rmSync(join(v.root, ".kb"), { recursive: true });
  await v.compile();
  clean();
});

test("a page that a person deleted stays deleted, and nothing links to it", async () => {
  const v = await aWiki();
  rmSync(join(v.root, MEMEX));
  await v.compile();
  expect(v.has(MEMEX)).toBe(false);
  expect(v.read("wiki/decisions.md")).toContain(`- delete: ${MEMEX}`);
  for (const [path, text] of Object.entries(v.all()))
    if (!path.endsWith("log.md")) expect(text, path).not.toContain("[[wiki/concepts/memex");
  rmSync(join(v.root, ".kb"), { recursive: true });
  await v.compile();
  expect(v.has(MEMEX)).toBe(false);
  edit(v, "wiki/decisions.md", (text) => text.replace(/- delete: wiki\/concepts\/memex\.md\n(?: .*\n)*/u, ""));
  await v.compile();
  expect(v.has(MEMEX)).toBe(true);
});

test("a page that a person moved is followed, with the links to it, and goes on growing", async () => {
  const v = await aWiki();
  const moved = "wiki/ideas/The memex.md";
  mkdirSync(dirname(join(v.root, moved)), { recursive: true });
  renameSync(join(v.root, MEMEX), join(v.root, moved));
  v.put(
    "raw/copy.md",
    "# A copy\n\nIn 1996 a working copy of the memex was built at Brown University. The memex is a machine of trails.\n",
  );
  await v.compile();
  expect(v.has(MEMEX)).toBe(false);
  expect(v.read(moved)).toMatch(/1996|machine of trails/u);
  for (const [path, text] of Object.entries(v.all()))
    if (!path.endsWith("log.md") && !path.endsWith("decisions.md"))
      expect(text, path).not.toContain("[[wiki/concepts/memex");
  expect(v.read("wiki/index.md")).toContain("[[wiki/ideas/The memex");
  rmSync(join(v.root, ".kb"), { recursive: true });
  await v.compile();
  expect(v.has(MEMEX)).toBe(false);
});

test("a locked page, a person's own page and their notes are never touched", async () => {
  const v = await aWiki();
  edit(v, MEMEX, (text) => text.replace("---\n", "---\nlocked: true\n"));
  v.put("wiki/concepts/mine.md", "Mine [[wiki/concepts/hypertext]].\n");
  const before = v.read(MEMEX);
  v.put(
    "raw/copy.md",
    "# A copy\n\nThe memex is a machine of trails. Hypertext has links. Mine is a concept of mines. A mine is a hole.\n",
  );
  await v.compile();
  expect(v.read(MEMEX)).toBe(before);
  expect(v.read("wiki/concepts/mine.md")).toBe("Mine [[wiki/concepts/hypertext]].\n");
});

test("undo after any run gives the bytes as before", async () => {
  const v = await aWiki();
  const before = v.all();
  edit(v, "raw/desk.md", (text) => text.replace("1945", "1946"));
  v.put("raw/copy.md", "# A copy\n\nThe memex is a machine of trails. Hypertext has links.\n");
  rmSync(join(v.root, "raw/named.md"));
  await v.compile();
  expect(v.all()).not.toEqual(before);
  const workspace = await openWorkspace({ cwd: v.root, engine: "extractive", env: ENV });
  undo(workspace);
  closeWorkspace(workspace);
  expect(v.all()).toEqual(before);
});

test("sources may arrive in any order, and .kb/ may be deleted at any time: the pages are the same", async () => {
  const v = await aWiki();
  const whole = Object.fromEntries(Object.entries(v.all()).filter(([path]) => !path.endsWith("log.md")));
  for (const order of [
    ["raw/later.md", "raw/named.md", "raw/desk.md"],
    ["raw/named.md", "raw/desk.md", "raw/later.md"],
  ] as const) {
    const other = await aWiki();
    for (const path of order) rmSync(join(other.root, path));
    rmSync(join(other.root, "wiki"), { recursive: true });
    rmSync(join(other.root, ".kb"), { recursive: true });
    for (const path of order) {
      other.put(path, SOURCES[path]);
      await other.compile();
    }
    rmSync(join(other.root, ".kb"), { recursive: true });
    await other.compile();
    expect(Object.fromEntries(Object.entries(other.all()).filter(([path]) => !path.endsWith("log.md")))).toEqual(whole);
  }
});

test("sources are never changed", async () => {
  const v = await aWiki();
  for (const [path, text] of Object.entries(SOURCES)) expect(readFileSync(join(v.root, path), "utf8")).toBe(text);
});
