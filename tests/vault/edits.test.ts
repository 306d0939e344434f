import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConflicts } from "../../src/vault/conflicts.ts";
import type { Decision } from "../../src/vault/decisions.ts";
import { followPages } from "../../src/vault/follow.ts";
import { startRun } from "../../src/vault/journal.ts";
import { loadWiki } from "../../src/vault/load.ts";
import { applyPlan } from "../../src/vault/plan.ts";
import { forgetWritten } from "../../src/vault/written.ts";
import { aPage, aVault, type TestVault } from "./a-vault.ts";

const MEMEX = "wiki/concepts/memex.md";
const cite = (n: number): string => `([[wiki/sources/a#^c-000000000${n}|1]])`;
const source = (...claims: number[]) => ({
  ...aPage(
    "wiki/sources/a.md",
    `## Claims\n\n${claims.map((n) => `- Claim ${n}. [[raw/a.md|¶]] ^c-000000000${n}`).join("\n")}`,
  ),
  type: "source" as const,
});
const memex = (...claims: number[]) =>
  aPage(
    MEMEX,
    `${claims.map((n) => `The memex has property number ${n}. ${cite(n)}`).join(" ")}\n\n## Sources\n\n1. [[wiki/sources/a|a]] · cited ${claims.length} times`,
  );
const compile = (v: TestVault, claims: number[], decisions: readonly Decision[] = []) =>
  applyPlan(
    v.vault,
    { pages: [source(...claims), memex(...claims)] },
    { dryRun: false, run: startRun(v.vault, { command: "compile" }), decisions },
  );
const edit = (v: TestVault, from: string, to: string) => v.put(MEMEX, v.read(MEMEX).replace(from, to));

test("an edited page grows around the edit, run after run, and the edit shows for ever", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  edit(v, "has property number 2", "boasts property 2");
  for (const claims of [
    [1, 2, 3],
    [2, 3, 4],
    [4, 2],
  ]) {
    compile(v, claims);
    for (const n of claims) expect(v.read(MEMEX)).toContain(cite(n));
    expect(v.read(MEMEX)).toContain(`boasts property 2. ${cite(2)}`);
    expect(v.read(MEMEX)).toContain(`cited ${claims.length} times`);
    expect(loadWiki(v.vault.layout, v.vault.store).find((page) => page.path === MEMEX)?.edited).toBe(true);
  }
  expect(v.read(MEMEX)).not.toContain(cite(3));
  expect(compile(v, [4, 2]).pages.map((page) => page.status)).toEqual(["unchanged", "unchanged"]);
});

test("an edit survives when .kb/ is gone, and sentences whose claims are gone leave", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  edit(v, `1. ${cite(1)}`, `1. ${cite(1)} So I am told.`);
  v.vault.store.close();
  rmSync(join(v.root, ".kb"), { recursive: true });
  await v.reopen();
  compile(v, [1, 3]);
  expect(v.read(MEMEX)).toContain(`number 1. ${cite(1)} So I am told. The memex has property number 3. ${cite(3)}`);
  expect(v.read(MEMEX)).not.toContain(cite(2));
  compile(v, [3]);
  expect(v.read(MEMEX)).toContain("So I am told.");
  expect(v.read(MEMEX)).not.toContain(cite(1));
});

test("a sentence that a person deleted is told as a decision, and stays away even when .kb/ is gone", async () => {
  const v = await aVault();
  compile(v, [1, 2, 3]);
  edit(v, ` The memex has property number 2. ${cite(2)}`, "");
  const { deletions } = compile(v, [1, 2, 3]);
  expect(deletions).toEqual([
    { kind: "delete", page: MEMEX, title: "memex", claims: ["c-0000000002"], text: "The memex has property number 2." },
  ]);
  expect(compile(v, [1, 2, 3], deletions).deletions).toEqual([]);
  v.vault.store.close();
  rmSync(join(v.root, ".kb"), { recursive: true });
  await v.reopen();
  compile(v, [1, 2, 3, 4], deletions);
  expect(v.read(MEMEX)).not.toContain(cite(2));
  expect(v.read(MEMEX)).toContain(cite(4));
});

test("what cannot be joined keeps theirs, and waits for review until either is gone", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  edit(v, "has property number 2", "lacks property number 2");
  compile(v, [1, 3]);
  const conflicts = () => Object.values(readConflicts(v.vault.store)).flat();
  expect(v.read(MEMEX)).toContain("lacks property number 2");
  expect(conflicts()).toHaveLength(1);
  compile(v, [1, 3, 4]);
  expect(conflicts()).toHaveLength(1);
  edit(v, /The memex lacks[^)]*\)/u.exec(v.read(MEMEX))?.[0] ?? "?", "");
  compile(v, [1, 3, 5]);
  expect(conflicts()).toEqual([]);
});

test("links that Obsidian rewrote are nobody's edit", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  edit(v, cite(1), cite(1).replace("wiki/sources/a", "wiki/sources/moved/a"));
  expect(
    applyPlan(v.vault, { remove: [MEMEX] }, { dryRun: false, run: startRun(v.vault, { command: "compile" }) }).pages[0]
      ?.status,
  ).toBe("removed");
});

test("a page that a person moved is followed, one that they deleted is a decision", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  v.apply({ pages: [aPage("wiki/concepts/other.md", "Other.")] });
  expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store))).toEqual({ decisions: [], wiped: false });
  v.put("wiki/ideas/x.md", "");
  renameSync(join(v.root, MEMEX), join(v.root, "wiki/ideas/My memex.md"));
  rmSync(join(v.root, "wiki/concepts/other.md"));
  const { decisions } = followPages(v.vault, loadWiki(v.vault.layout, v.vault.store));
  expect(decisions).toEqual([
    { kind: "rename", from: MEMEX, to: "wiki/ideas/My memex.md", title: "memex" },
    { kind: "delete", page: "wiki/concepts/other.md", title: "other" },
  ]);
  forgetWritten(v.vault, [MEMEX, "wiki/concepts/other.md"]);
  expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store)).decisions).toEqual([]);
});

test("a wiki that was cleared is built anew, and what kb removed itself is no decision", async () => {
  const v = await aVault();
  v.apply({ pages: "abcdef".split("").map((name) => aPage(`wiki/concepts/${name}.md`, `${name}.`)) });
  v.apply({ remove: ["wiki/concepts/a.md"] });
  expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store)).decisions).toEqual([]);
  rmSync(join(v.root, "wiki"), { recursive: true });
  expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store))).toEqual({ decisions: [], wiped: true });
});

test("a page that kb gives up and a person keeps loses what cites claims that are gone, and nothing else", async () => {
  for (const kb of [true, false]) {
    const v = await aVault();
    compile(v, [1, 2, 3]);
    v.put("wiki/log.md", `See [[wiki/concepts/memex|Memex]] and [[wiki/concepts/gone|Gone]].\n`);
    v.apply({ pages: [aPage("wiki/concepts/gone.md", "x")] });
    edit(v, `number 3. ${cite(3)}`, `number 3. ${cite(3)} My own words.`);
    if (!kb) {
      v.vault.store.close();
      rmSync(join(v.root, ".kb"), { recursive: true });
      await v.reopen();
    }
    const { pages } = v.apply({ pages: [source(1, 3)], remove: [MEMEX, "wiki/concepts/gone.md"] });
    expect(pages.map((page) => page.reason ?? page.status)).toEqual([
      "changed",
      "you edited it, so it stays",
      "removed",
    ]);
    expect(v.read(MEMEX)).toContain(
      `number 1. ${cite(1)} The memex has property number 3. ${cite(3)} My own words.\n\n## Sources`,
    );
    expect(v.read(MEMEX)).not.toContain(cite(2));
    expect(v.read("wiki/log.md")).toBe("See [[wiki/concepts/memex|Memex]] and Gone.\n");
  }
});

test("a copy that a person made of a page stays, though kb wants no such page", async () => {
  const v = await aVault();
  compile(v, [1, 2]);
  v.put("wiki/concepts/memex 1.md", v.read(MEMEX));
  for (let run = 0; run < 2; run++) {
    expect(
      v.apply({ pages: [source(1, 2), memex(1, 2)], remove: ["wiki/concepts/memex 1.md"] }).pages.at(-1),
    ).toMatchObject({ status: "conflict", reason: "a copy that you made, so it stays" });
  }
  expect(v.has("wiki/concepts/memex 1.md")).toBe(true);
});

test("two pages of one body keep front matter of their own, and neither's is taken for a person's", async () => {
  const v = await aVault();
  const pages = (kind: string) => [
    aPage("wiki/entities/a.md", "The same words.", { author: "Ada", kind }),
    aPage("wiki/entities/b.md", "The same words.", { author: "Tom", kind: "place" }),
  ];
  v.apply({ pages: pages("person") });
  v.apply({ pages: pages("work") });
  expect(v.read("wiki/entities/a.md")).toMatch(/author: Ada\n[\s\S]*kind: work/u);
  expect(
    v.apply({ pages: [], remove: ["wiki/entities/a.md", "wiki/entities/b.md"] }).pages.map((page) => page.status),
  ).toEqual(["removed", "removed"]);
});
