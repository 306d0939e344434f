// What can be typed into kb search, each by what it finds in a compiled vault; and that the index follows the files.
import { renameSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { search } from "../../src/run/search.ts";
import { copyOf, type Lights, lastingLights } from "./lighthouses.ts";

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights();
});
afterAll(() => v.discard());

const found = (query: string, where: Lights = v): Promise<string[]> =>
  where.with(async (workspace) => (await search(workspace, query)).results.map(({ path }) => path));
const isSource = (path: string): boolean => path.startsWith("wiki/sources/");

describe("a query", () => {
  it("finds words in any form", async () => {
    expect((await found("destroying storms"))[0]).toMatch(/eddystone|four-towers/u);
  });

  it('"…" finds the words side by side', async () => {
    const phrase = await found('"hydraulic lime" type:source');
    expect(phrase).toEqual(["wiki/sources/john-smeaton-civil-engineer.md"]);
    expect(await found('"lime hydraulic" type:source')).toEqual([]);
  });

  it('-word and -"…" leave pages out', async () => {
    const all = await found("eddystone type:source");
    const without = await found("eddystone -smeaton type:source");
    expect(without.length).toBeLessThan(all.length);
    expect(without).toEqual(all.filter((path) => !/smeaton/iu.test(v.read(path))));
    expect(await found('eddystone -"lighthouse keeper" type:source')).not.toContain("wiki/sources/the-last-keepers.md");
  });

  it("type: keeps to one kind of page", async () => {
    const sources = await found("lighthouse type:source");
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.every(isSource)).toBe(true);
    expect((await found("lighthouse type:entity")).some(isSource)).toBe(false);
  });

  it("tag: and # keep to a tag", async () => {
    expect((await found("tag:source")).every(isSource)).toBe(true);
    expect(await found("fresnel tag:source")).toEqual(await found("fresnel #source"));
    expect(await found("fresnel tag:nothing")).toEqual([]);
  });

  it("source: keeps to what a raw file or a source stands behind", async () => {
    const behind = await found("source:sun-valve.md");
    expect(behind).toContain("wiki/sources/the-valve-that-slept-by-day.md");
    expect(behind.filter(isSource)).toHaveLength(1);
  });

  it("updated: compares dates", async () => {
    expect((await found("lighthouse updated:>2026-01")).length).toBeGreaterThan(0);
    expect(await found("lighthouse updated:<2026-11")).toEqual([]);
    expect((await found("lighthouse updated:2026-11-21")).length).toBeGreaterThan(0);
    expect((await found("lighthouse updated:>=2026-11")).length).toBeGreaterThan(0);
  });

  it("forgives a typo", async () => {
    expect(await found("acetylen lmaps")).toContain("wiki/sources/the-valve-that-slept-by-day.md");
    expect((await found("edystone"))[0]).toMatch(/eddystone|four-towers/u);
  });

  it("shows what it found, marked", async () => {
    const report = await v.with((workspace) => search(workspace, "pioneered mortar type:source"));
    expect(report.results[0]?.snippet).toMatch(/\*\*mortar\*\*|\*\*pioneered\*\*/iu);
  });
});

describe("the index", () => {
  it("follows pages that are written, renamed and deleted outside kb, without a compile", async () => {
    const w = copyOf(v);
    w.put("wiki/concepts/foghorn.md", "---\ntitle: Foghorn\ntype: concept\ntags: [sound]\n---\nA diaphone is loud.\n");
    expect(await found("diaphone", w)).toEqual(["wiki/concepts/foghorn.md"]);
    expect(await found("tag:sound", w)).toEqual(["wiki/concepts/foghorn.md"]);
    renameSync(w.path("wiki/concepts/foghorn.md"), w.path("wiki/concepts/fog-signal.md"));
    expect(await found("diaphone", w)).toEqual(["wiki/concepts/fog-signal.md"]);
    w.put("wiki/concepts/fog-signal.md", "---\ntitle: Fog signal\ntype: concept\n---\nA reed is quiet.\n");
    expect(await found("diaphone", w)).toEqual([]);
    rmSync(w.path("wiki/concepts/fog-signal.md"));
    expect(await found('"reed is quiet"', w)).toEqual([]);
  });

  it("keeps what the raw file says when its page is edited, and reads the file when that changed as well", async () => {
    const w = copyOf(v);
    const page = "wiki/sources/the-valve-that-slept-by-day.md";
    const raw = "raw/sun-valve.md";
    const write = (line: string): void =>
      w.put(
        page,
        w.read(page).replace("\n## ", () => `\n${line}\n\n## `),
      );
    write("A person wrote of a quokka here.");
    expect(await found("quokka", w)).toEqual([page]);
    expect(await found("acetylene type:source", w)).toContain(page);
    w.put(raw, `${w.read(raw)}\nThe last of them went to a numbat reserve.\n`);
    write("They wrote once more.");
    expect(await found("numbat", w)).toEqual([page]);
  });

  it("is made anew when it is gone", async () => {
    const w = copyOf(v);
    const before = await found("lighthouse keeper", w);
    rmSync(w.path(".kb/index.sqlite"));
    expect(await found("lighthouse keeper", w)).toEqual(before);
  });
});
