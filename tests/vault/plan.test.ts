import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadWiki } from "../../src/vault/load.ts";
import { datesFor } from "../../src/vault/plan.ts";
import { aPage, aVault } from "./a-vault.ts";

const MEMEX = "wiki/concepts/memex.md";

test("a page is printed with flat front matter, dates, and its hash last", async () => {
  const v = await aVault();
  const page = aPage(MEMEX, "The memex is a desk.  \n\n", {
    sources: ["[[wiki/sources/x|X]]"],
    words: 3,
    url: "https://example.org/a#b",
  });
  expect(v.apply({ pages: [{ ...page, title: "Who: the memex?" }] }).pages).toEqual([
    { path: MEMEX, type: "concept", status: "added" },
  ]);
  expect(v.read(MEMEX)).toBe(`---
title: "Who: the memex?"
type: concept
aliases:
  - memex
tags:
  - concept
sources:
  - "[[wiki/sources/x|X]]"
words: 3
url: https://example.org/a#b
created: 2026-11-21
updated: 2026-11-21
kb_engine: extractive
kb_hash: ${createHash("sha256").update("The memex is a desk.").digest("hex").slice(0, 16)}
---

The memex is a desk.
`);
});

test("a page that would come out the same is not written", async () => {
  const v = await aVault();
  v.apply({ pages: [aPage(MEMEX, "One.")] });
  await v.reopen("2026-12-24");
  expect(v.apply({ pages: [aPage(MEMEX, "One.")] }).pages).toEqual([
    { path: MEMEX, type: "concept", status: "unchanged" },
  ]);
  expect(v.read(MEMEX)).toContain("updated: 2026-11-21");
});

test("updated moves with the body only, created never", async () => {
  const v = await aVault();
  v.apply({ pages: [aPage(MEMEX, "One.")] });
  await v.reopen("2026-12-24");
  v.apply({ pages: [aPage(MEMEX, "One.", { tags: ["concept", "new"] })] });
  expect(v.read(MEMEX)).toContain("  - new\ncreated: 2026-11-21\nupdated: 2026-11-21\n");
  expect(datesFor(v.vault, [aPage(MEMEX, "Two.")]).get(MEMEX)).toEqual({
    created: "2026-11-21",
    updated: "2026-12-24",
  });
  v.apply({ pages: [aPage(MEMEX, "Two.")] });
  expect(v.read(MEMEX)).toContain("created: 2026-11-21\nupdated: 2026-12-24\n");
});

test("a dry run reports the same and writes nothing", async () => {
  const v = await aVault();
  v.apply({ pages: [aPage(MEMEX, "One."), aPage("wiki/concepts/old.md", "Old.")] });
  const before = v.all();
  const plan = {
    pages: [aPage(MEMEX, "Two."), aPage("wiki/concepts/new.md", "New.")],
    remove: ["wiki/concepts/old.md"],
    append: [{ ...aPage("wiki/log.md", "## x"), type: "log" as const }],
    files: [{ path: "wiki/vault.base", bytes: "views: []\n" }],
  };
  const told = v.dryRun(plan);
  expect(v.all()).toEqual(before);
  expect(v.apply(plan)).toEqual(told);
  expect(Object.keys(v.all())).toEqual([
    "wiki/concepts/memex.md",
    "wiki/concepts/new.md",
    "wiki/log.md",
    "wiki/vault.base",
  ]);
});

test("front matter that a person adds stays where and as it was typed", async () => {
  const v = await aVault();
  v.apply({ pages: [aPage(MEMEX, "One.")] });
  v.put(
    MEMEX,
    v
      .read(MEMEX)
      .replace("type: concept\n", "type: concept\nrating:   5 # of 5\ncssclasses: [wide]\n")
      .replace("  - memex\n", "  - memex\n  - the desk\n"),
  );
  v.apply({ pages: [aPage(MEMEX, "Two.", { aliases: ["memex", "memexes"] })] });
  const text = v.read(MEMEX);
  expect(text).toContain(
    "type: concept\nrating:   5 # of 5\ncssclasses: [wide]\naliases:\n  - memex\n  - memexes\n  - the desk\n",
  );
  expect(text).toContain("\nTwo.\n");
  expect(v.apply({ pages: [aPage(MEMEX, "Two.", { aliases: ["memex", "memexes"] })] }).pages[0]?.status).toBe(
    "unchanged",
  );
});

test("a person's own page, a locked page and a read-only page are left alone and named", async () => {
  const v = await aVault();
  v.put("wiki/concepts/own.md", "Mine.\n");
  v.apply({ pages: [aPage("wiki/concepts/locked.md", "One."), aPage("wiki/concepts/ro.md", "One.")] });
  v.put("wiki/concepts/locked.md", v.read("wiki/concepts/locked.md").replace("type:", "locked: true\ntype:"));
  chmodSync(join(v.root, "wiki/concepts/ro.md"), 0o444);
  const before = v.all();
  const { pages } = v.apply({
    pages: ["own", "locked", "ro"].map((name) => aPage(`wiki/concepts/${name}.md`, "Two.")),
    remove: ["wiki/concepts/locked.md"],
  });
  expect(v.all()).toEqual(before);
  expect(pages.map(({ status, reason }) => [status, reason])).toEqual([
    ["conflict", "a page of your own has this name"],
    ["unchanged", "locked"],
    ["conflict", "the file is read-only: make it writable, or say `locked: true` in it"],
    ["conflict", "locked"],
  ]);
});

test("nothing is written outside the wiki, through links or under a name that differs by case only", async () => {
  const v = await aVault();
  const outside = mkdtempSync(join(tmpdir(), "kb-outside-"));
  v.apply({ pages: [aPage(MEMEX, "One.")] });
  mkdirSync(join(v.root, "wiki/sources"));
  symlinkSync(outside, join(v.root, "wiki/entities"));
  symlinkSync(join(outside, "x.md"), join(v.root, "wiki/sources/x.md"));
  const paths = [
    "wiki/../x.md",
    "/etc/x.md",
    "raw/x.md",
    "wiki/entities/x.md",
    "wiki/sources/x.md",
    "wiki/concepts/Memex.md",
    "wiki//x.md",
    "wiki/x.txt",
  ];
  const { pages } = v.apply({ pages: paths.map((path) => aPage(path, "x")) });
  expect(pages.map((page) => page.status)).toEqual(paths.map(() => "conflict"));
  expect(v.all("raw")).toEqual({});
  const files = ["../x", ".kb/x", ".git/hooks/x", "wiki/entities/x.base"].map((path) => ({ path, bytes: "x" }));
  expect(v.apply({ files }).files.map((file) => file.status)).toEqual(["conflict", "conflict", "conflict", "conflict"]);
});

test("an edited page is not removed, one that nobody touched is", async () => {
  const v = await aVault();
  v.apply({ pages: [aPage(MEMEX, "One."), aPage("wiki/concepts/b.md", "One.")] });
  v.put(MEMEX, `${v.read(MEMEX)}\nMy note.\n`);
  const { pages } = v.apply({ remove: [MEMEX, "wiki/concepts/b.md", "wiki/concepts/c.md"] });
  expect(pages.map((page) => page.status)).toEqual(["conflict", "removed", "unchanged"]);
  expect(Object.keys(v.all())).toEqual([MEMEX]);
});

test("text is appended to the log whatever a person wrote into it", async () => {
  const v = await aVault();
  const entry = (text: string) => ({ append: [{ ...aPage("wiki/log.md", text), type: "log" as const }] });
  v.apply(entry("## one\n\nA."));
  v.put("wiki/log.md", v.read("wiki/log.md").replace("A.", "A.\n\nMy remark."));
  v.apply(entry("## two\n\nB."));
  v.apply(entry("## three\n\nC."));
  expect(v.read("wiki/log.md")).toContain("\n## one\n\nA.\n\nMy remark.\n\n## two\n\nB.\n\n## three\n\nC.\n");
});

test("a file that a person changed is kept, one of kb's own is replaced", async () => {
  const v = await aVault();
  const base = (bytes: string) => ({ files: [{ path: "wiki/vault.base", bytes }] });
  v.apply(base("a\n"));
  expect(v.apply(base("b\n")).files[0]?.status).toBe("changed");
  v.put("wiki/vault.base", "mine\n");
  expect(v.apply(base("c\n")).files[0]).toEqual({
    path: "wiki/vault.base",
    status: "conflict",
    reason: "you changed it, so it stays",
  });
  expect(v.read("wiki/vault.base")).toBe("mine\n");
});

test("links are rewritten in a person's note only while it reads as it was read, and never in a source", async () => {
  const v = await aVault();
  v.put("notes/a.md", "See [[old]].\n");
  v.put("raw/a.md", "See [[old]].\n");
  const patch = (path: string) => ({ patches: [{ path, before: "See [[old]].\n", after: "See [[new]].\n" }] });
  expect(v.apply(patch("raw/a.md")).files[0]?.status).toBe("conflict");
  expect(v.apply(patch("notes/a.md")).files[0]?.status).toBe("changed");
  expect(v.apply(patch("notes/a.md")).files[0]?.status).toBe("conflict");
  expect(v.read("notes/a.md")).toBe("See [[new]].\n");
});

test("whatever a page says, it is not taken for edited when nobody touched it", async () => {
  const v = await aVault();
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom("\n", "\r", " ", "\t", "\u00a0", "\u2028", "\uFEFF", "a", "---", "\ud800", "\u0000", "\u3000"),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );
  const list = fc.sample(fc.tuple(text, text), 400);
  const pages = list.map(([title, body], n) => ({
    ...aPage(`wiki/concepts/p${n}.md`, body, { aliases: [title], author: title }),
    title,
  }));
  v.apply({ pages });
  expect(loadWiki(v.vault.layout, v.vault.store).filter((page) => page.edited || page.broken || !page.ours)).toEqual(
    [],
  );
  expect(v.apply({ pages }).pages.filter((page) => page.status !== "unchanged")).toEqual([]);
});
