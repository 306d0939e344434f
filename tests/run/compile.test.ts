// Whole compiles without a model: what a wiki must hold, and that work follows change.
import { mkdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOf, type Lights, lastingLights, lights, SOURCES } from "./lighthouses.ts";
import { bodies, topicsOf, withRaw } from "./lights-pages.ts";
import { bodyOf, faultsOf, frontOf } from "./sound-wiki.ts";

const NOTHING_RAN = { read: 0, note: 0, facets: 0, link: 0, write: 0, print: 0, source: 0 };
const VALVE = "wiki/sources/the-valve-that-slept-by-day.md";
/** A day later. */
const TOMORROW = { env: { SOURCE_DATE_EPOCH: "1795305600" } };

const changedSince = (before: Record<string, string>, after: Record<string, string>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();

let whole: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  whole = await lastingLights();
});
afterAll(() => whole.discard());
const compiled = (): Lights => copyOf(whole);
async function compiledOf(sources: Readonly<Record<string, string>>): Promise<Lights> {
  const v = lights(sources);
  await v.run();
  return v;
}

describe("the first compile", () => {
  it("makes pages in which every link, quotation, citation and hash holds", async () => {
    const v = lights();
    const { report, exitCode } = await v.run();
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ engine: "extractive", calls: 0, dropped: [] });
    expect(report.ingest.sources.map(({ path, status }) => [path, status])).toEqual(
      Object.keys(SOURCES)
        .sort()
        .map((path) => [path, "added"]),
    );
    expect(new Set(report.pages.map(({ path }) => path))).toEqual(
      new Set(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/") && path.endsWith(".md"))),
    );
    expect(topicsOf(v).length).toBeGreaterThanOrEqual(6);
    expect(faultsOf(withRaw(v))).toEqual([]);
  });

  it("the checks of this file see what they are for", () => {
    const v = whole;
    const lens = v.read("wiki/concepts/fresnel-lens.md");
    const spoilt = (path: string, text: string) => faultsOf({ ...withRaw(v), [path]: text });
    expect(spoilt("wiki/concepts/fresnel-lens.md", lens.replace(/#\^c-\w{10}/u, "#^c-0000000000"))).not.toEqual([]);
    expect(spoilt("wiki/concepts/fresnel-lens.md", lens.replace(/ \(\[\[[^)]*\)/u, ""))).not.toEqual([]);
    expect(spoilt("wiki/index.md", v.read("wiki/index.md").replace(/^.*fresnel-lens.*$/mu, ""))).not.toEqual([]);
    expect(
      spoilt("raw/sun-valve.md", (SOURCES["raw/sun-valve.md"] ?? "").replace("90 percent", "91 percent")),
    ).not.toEqual([]);
  });

  it("draws a topic page from several sources, and says first what the thing is", () => {
    const v = whole;
    const lens = v.read("wiki/concepts/fresnel-lens.md");
    expect(bodyOf(lens).split("\n")[0]).toMatch(/^(?:The|A) \*\*Fresnel lens\*\* is a compact lens/u);
    expect(lens.match(/^ {2}- "\[\[wiki\/sources\//gmu)?.length).toBeGreaterThanOrEqual(3);
    expect(frontOf(v.read("wiki/entities/john-smeaton.md"), "kind")).toBe("person");
  });

  it("gives files that Obsidian cannot open a page of text in which citations land", () => {
    const v = whole;
    expect(v.read("wiki/sources/john-smeaton-civil-engineer.md")).toMatch(/\[\[wiki\/texts\/[\w-]+#\^p-\w+\|¶\]\]/u);
    expect(v.read("wiki/texts/john-smeaton-civil-engineer-text.md")).toContain("Joseph Aspdin patented in 1824");
  });

  it("leaves raw/ as it was", () => {
    const v = whole;
    for (const [path, text] of Object.entries(SOURCES)) expect(v.read(path)).toBe(text);
  });

  it("of an empty raw/ makes a wiki that says so, without failing", async () => {
    const v = lights({});
    const { exitCode } = await v.run();
    expect(exitCode).toBe(0);
    expect(faultsOf(withRaw(v))).toEqual([]);
    expect((await v.run()).counter.times).toEqual(NOTHING_RAN);
  });
});

describe("a second compile", () => {
  it("runs no stage, writes not a byte and logs nothing", async () => {
    const v = compiled();
    const [before, times] = [v.wiki(), v.times()];
    const { report, counter, exitCode } = await v.run({}, TOMORROW);
    expect(exitCode).toBe(0);
    expect(counter.times).toEqual(NOTHING_RAN);
    expect(report.pages.filter(({ status }) => status !== "unchanged")).toEqual([]);
    expect(new Set(report.ingest.sources.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    expect(v.wiki()).toEqual(before);
    expect(v.times()).toEqual(times);
  });

  it("is not fooled by a raw file that was only touched", async () => {
    const v = compiled();
    const times = v.times();
    utimesSync(v.path("raw/pharos.md"), new Date("2030-01-01"), new Date("2030-01-01"));
    expect((await v.run()).counter.times).toEqual(NOTHING_RAN);
    expect(v.times()).toEqual(times);
  });

  it("with --full recomputes everything and finds nothing to write", async () => {
    const v = compiled();
    const times = v.times();
    const { counter } = await v.run({ full: true }, TOMORROW);
    expect(counter.times).toMatchObject({ read: 8, note: 8, facets: 8 });
    expect(v.times()).toEqual(times);
  });
});

describe("after one source changed", () => {
  it("reads and notes that one alone, and touches only pages that depend on it", async () => {
    const v = compiled();
    const [before, times] = [v.wiki(), v.times()];
    v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
    const { report, counter } = await v.run({}, TOMORROW);
    expect(counter.times).toMatchObject({ read: 1, note: 1, facets: 1, source: 1 });
    expect(counter.times.write).toBeLessThanOrEqual(2);
    expect(report.ingest.sources.filter(({ status }) => status !== "unchanged").map(({ path }) => path)).toEqual([
      "raw/sun-valve.md",
    ]);
    const touched = changedSince(times, v.times());
    expect(touched).toEqual(changedSince(before, v.wiki()));
    expect(touched).toContain(VALVE);
    expect(touched).toContain("wiki/concepts/sun-valve.md");
    expect(touched.filter((path) => !/sun-valve|the-valve|\/(?:index|overview|log)\.md$/u.test(path))).toEqual([]);
    for (const [path, text] of Object.entries(v.wiki())) expect(text, path).not.toContain("90 percent");
    expect(faultsOf(withRaw(v))).toEqual([]);
  });

  it("dates those pages anew and keeps the day on which they were made", async () => {
    const v = compiled();
    v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
    await v.run({}, TOMORROW);
    const dates = (path: string) => [frontOf(v.read(path), "created"), frontOf(v.read(path), "updated")];
    expect(dates(VALVE)).toEqual(["2026-11-21", "2026-11-22"]);
    expect(dates("wiki/sources/pharos.md")).toEqual(["2026-11-21", "2026-11-21"]);
    expect(v.read("wiki/log.md").match(/^## \[2026-11-22\] ingest \| .*$/mu)?.[0]).toContain(
      "The valve that slept by day",
    );
  });

  it("white space that changes no sentence changes no page", async () => {
    const v = compiled();
    const before = bodies(v);
    v.put("raw/pharos.md", `${v.read("raw/pharos.md")}\n\n`);
    const { counter } = await v.run();
    expect(counter.times).toMatchObject({ read: 1, note: 1, write: 0, print: 0 });
    expect(bodies(v)).toEqual(before);
  });
});

describe("however a vault came to hold its sources, its pages are the same", () => {
  const FOG = "raw/fog-signal.md";
  const fog = `# The fog signal

A fog signal is a device that warns ships by sound when no light can be seen. A fog signal is sounded by steam, by air or by hand. The fog signal of Partridge Island was the first that ran on steam, in 1859. Robert Foulis designed the fog signal of Partridge Island. The Eddystone Lighthouse had a fog signal of two bells.
`;

  it("a source was added", async () => {
    const v = compiled();
    v.put(FOG, fog);
    const { report, counter } = await v.run();
    expect(counter.times).toMatchObject({ read: 1, note: 1 });
    expect(report.pages.filter(({ status }) => status === "added").map(({ type }) => type)).toEqual([
      "source",
      "concept",
    ]);
    expect(bodies(v)).toEqual(bodies(await compiledOf({ ...SOURCES, [FOG]: fog })));
  });

  it("a source was removed: its page, its claims and what only it carried go", async () => {
    const v = await compiledOf({ ...SOURCES, [FOG]: fog });
    rmSync(v.path(FOG));
    const { report, counter } = await v.run();
    expect(counter.times).toMatchObject({ read: 0, note: 0 });
    expect(report.ingest.sources.find(({ path }) => path === FOG)?.status).toBe("removed");
    expect(Object.keys(v.wiki()).filter((path) => /fog-signal/u.test(path))).toEqual([]);
    expect(faultsOf(withRaw(v))).toEqual([]);
    expect(bodies(v)).toEqual(bodies(whole));
  });

  it("a source was renamed: pages point at the new place, and no page is lost", async () => {
    const v = compiled();
    const pages = Object.keys(v.wiki());
    mkdirSync(v.path("raw/old"));
    renameSync(v.path("raw/pharos.md"), v.path("raw/old/alexandria.md"));
    await v.run();
    expect(Object.keys(v.wiki())).toEqual(pages);
    expect(v.read("wiki/sources/pharos.md")).toContain("[[raw/old/alexandria");
    for (const [path, text] of Object.entries(bodies(v))) expect(text, path).not.toContain("raw/pharos");
    const { "raw/pharos.md": pharos = "", ...others } = SOURCES;
    expect(bodies(v)).toEqual(bodies(await compiledOf({ ...others, "raw/old/alexandria.md": pharos })));
  });

  it(".kb/ was deleted: the same files, byte for byte, and nothing logged", async () => {
    const v = compiled();
    const before = v.wiki();
    rmSync(v.path(".kb"), { recursive: true });
    const { report } = await v.run({}, TOMORROW);
    expect(v.wiki()).toEqual(before);
    expect(report.pages.filter(({ status }) => status !== "unchanged")).toEqual([]);
    expect((await v.run({}, TOMORROW)).counter.times).toEqual(NOTHING_RAN);
  });
});
