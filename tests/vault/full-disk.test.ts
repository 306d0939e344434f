import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { aPage, aVault } from "./a-vault.ts";

const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, code: "ENOSPC" }));

vi.mock(import("node:fs"), async (original) => {
  const fs = await original();
  const writeSync = (handle: number, data: Uint8Array, at: number): number => {
    if (disk.room <= 0) throw Object.assign(new Error("no space left on device"), { code: disk.code });
    // A disk that fills up takes part of the bytes first.
    const n = fs.writeSync(handle, data, at, Math.min(data.length - at, disk.room, 7));
    disk.room -= n;
    return n;
  };
  return { ...fs, writeSync: writeSync as typeof fs.writeSync };
});

test("a full disk stops the run with a clear word, each page whole; with room again it ends as if nothing had been", async () => {
  const v = await aVault();
  const pages = (version: number) =>
    "abcdef".split("").map((name) => aPage(`wiki/concepts/${name}.md`, `Version ${version} of ${name}.`));
  v.apply({ pages: pages(1) });
  const first = v.all();
  disk.room = 600;
  expect(() => v.apply({ pages: pages(2) })).toThrow(/disk is full.*Make room/u);
  const torn = v.all();
  disk.room = Number.POSITIVE_INFINITY;
  v.apply({ pages: pages(2) });
  const second = v.all();
  for (const [path, text] of Object.entries(torn)) expect([first[path], second[path]]).toContain(text);
  expect(Object.values(second).every((text) => text.includes("Version 2"))).toBe(true);
  expect(existsSync(join(v.root, ".kb/tmp")) ? readdirSync(join(v.root, ".kb/tmp")) : []).toEqual([]);
});

test("a page that cannot be written is named, and the run goes on with the others", async () => {
  const v = await aVault();
  disk.room = 0;
  disk.code = "EIO";
  const { pages } = v.apply({ pages: [aPage("wiki/concepts/a.md", "A.")] });
  expect(pages[0]).toMatchObject({ status: "conflict", reason: "could not be written (EIO)" });
  disk.room = Number.POSITIVE_INFINITY;
  expect(v.apply({ pages: [aPage("wiki/concepts/a.md", "A.")] }).pages[0]?.status).toBe("added");
});
