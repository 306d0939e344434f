import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetRaw, scanRaw } from "../../src/vault/scan.ts";
import { aVault, type TestVault } from "./a-vault.ts";

const scan = ({ vault }: TestVault) => scanRaw(vault.layout, vault.settings, vault.store);
const paths = (files: readonly { path: string }[]) => files.map((file) => file.path);

test("files come by code point with the hash of their bytes; what is passed over is named", async () => {
  const v = await aVault({ ignore: ["drafts/", "*.bak"] });
  for (const name of [
    "b.md",
    "a.md",
    "Z.md",
    "é/e\u0301.md",
    ".hidden.md",
    ".DS_Store",
    ".obsidian/app.json",
    "node_modules/x/readme.md",
    "drafts/d.md",
    "x.bak",
    ".p.pdf.icloud",
    "film.mp4.crdownload",
    "~$doc.docx",
  ])
    v.put(`raw/${name}`, name);
  const { files, skipped } = scan(v);
  expect(paths(files)).toEqual(["raw/Z.md", "raw/a.md", "raw/b.md", "raw/é/é.md"]);
  expect(files[1]?.hash).toBe(createHash("sha256").update("a.md").digest("hex"));
  expect(skipped).toEqual([
    { path: "raw/.hidden.md", reason: "hidden" },
    { path: "raw/.p.pdf.icloud", reason: "not downloaded from iCloud yet" },
    { path: "raw/drafts", reason: 'left out by the setting "ignore"' },
    { path: "raw/film.mp4.crdownload", reason: "not finished: a download or a temporary file" },
    { path: "raw/node_modules", reason: "a folder of program packages" },
    { path: "raw/x.bak", reason: 'left out by the setting "ignore"' },
    { path: "raw/~$doc.docx", reason: "a lock file of an office program" },
  ]);
});

test("of files with the same bytes the first is the source, and empty files are no duplicates", async () => {
  const v = await aVault();
  for (const name of ["b.md", "a.md", "c.md"]) v.put(`raw/${name}`, "same");
  for (const name of ["x.md", "y.md"]) v.put(`raw/${name}`, "");
  const { files, skipped } = scan(v);
  expect(paths(files)).toEqual(["raw/a.md", "raw/x.md", "raw/y.md"]);
  expect(skipped.map(({ path, duplicateOf }) => [path, duplicateOf])).toEqual([
    ["raw/b.md", "raw/a.md"],
    ["raw/c.md", "raw/a.md"],
  ]);
});

test("a change shows though size and time stamp are the same, when it came soon after the last scan", async () => {
  const v = await aVault();
  v.put("raw/a.md", "one");
  const stamp = statSync(join(v.root, "raw/a.md")).mtime;
  const before = scan(v).files[0]?.hash;
  v.put("raw/a.md", "two");
  utimesSync(join(v.root, "raw/a.md"), stamp, stamp);
  expect(scan(v).files[0]?.hash).not.toBe(before);
});

test("a file that moved is told by its bytes, one that is gone is told until it is forgotten", async () => {
  const v = await aVault();
  v.put("raw/a.md", "a");
  v.put("raw/b.md", "b");
  scan(v);
  renameSync(join(v.root, "raw/a.md"), join(v.root, "raw/c.md"));
  renameSync(join(v.root, "raw/b.md"), join(v.root, "b.md"));
  const { moved, gone } = scan(v);
  expect(moved).toEqual([{ from: "raw/a.md", to: "raw/c.md" }]);
  expect(paths(gone)).toEqual(["raw/b.md"]);
  forgetRaw(v.vault.store, ["raw/a.md", "raw/b.md"]);
  expect(scan(v).gone).toEqual([]);
});

test("links that lead out of the vault, in circles or nowhere are refused", async () => {
  const v = await aVault();
  const outside = mkdtempSync(join(tmpdir(), "kb-outside-"));
  v.put("raw/real.md", "x");
  v.put("notes/linked.md", "y");
  mkdirSync(join(v.root, "raw/folder"));
  for (const [target, name] of [
    ["/etc/hostname", "out.md"],
    [outside, "outdir"],
    ["../raw", "circle"],
    ["../..", "folder/up"],
    ["nowhere", "dead.md"],
    ["../notes/linked.md", "in.md"],
  ] as const)
    symlinkSync(target, join(v.root, "raw", name));
  const { files, skipped } = scan(v);
  expect(paths(files)).toEqual(["raw/in.md", "raw/real.md"]);
  expect(paths(skipped)).toEqual(["raw/circle", "raw/dead.md", "raw/folder/up", "raw/out.md", "raw/outdir"]);
});

test("a raw folder that is missing has no files; one that is a link out of the vault is refused", async () => {
  const v = await aVault();
  renameSync(join(v.root, "raw"), join(v.root, "elsewhere"));
  expect(scan(v)).toEqual({ files: [], skipped: [], gone: [], moved: [] });
  symlinkSync(mkdtempSync(join(tmpdir(), "kb-outside-")), join(v.root, "raw"));
  expect(() => scan(v)).toThrow("outside the vault");
});

test("a second look at 3,000 files that nobody touched is quick and hashes nothing", async () => {
  const v = await aVault();
  const old = new Date(Date.now() - 3_600_000);
  for (let i = 0; i < 3000; i++) {
    v.put(`raw/${i % 30}/${i}.md`, `file ${i}`);
    utimesSync(join(v.root, `raw/${i % 30}/${i}.md`), old, old);
  }
  scan(v);
  // ctime cannot be set, so the look is dated instead.
  v.vault.store.db.prepare("UPDATE raw SET seen = seen + 10000").run();
  const start = performance.now();
  expect(scan(v).files).toHaveLength(3000);
  const ms = performance.now() - start;
  console.log(`3,000 files: ${ms.toFixed(0)} ms`);
  expect(ms).toBeLessThan(1000);
});
