// Dry runs, sources that vanish, files in the way, kb ingest: what a compile leaves alone.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { ingest } from "../../src/run/ingest.ts";
import { copyOf, type Lights, lastingLights, lights, SOURCES } from "./lighthouses.ts";
import { bodies, topicsOf, withRaw } from "./lights-pages.ts";
import { faultsOf, frontOf } from "./sound-wiki.ts";

const NOTHING_RAN = { read: 0, note: 0, facets: 0, link: 0, write: 0, print: 0, source: 0 };
const VALVE = "wiki/sources/the-valve-that-slept-by-day.md";

let whole: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  whole = await lastingLights();
});
afterAll(() => whole.discard());
const compiled = (): Lights => copyOf(whole);

describe("--dry-run", () => {
  it("says what a first compile would make, and makes nothing", async () => {
    const v = lights();
    const { report } = await v.run({ dryRun: true });
    expect(Object.keys(v.wiki())).toEqual(["vault.config.json"]);
    const { report: real } = await v.run();
    const topics = (pages: typeof real.pages) =>
      pages
        .filter(({ type }) => !/^(?:log|decisions)$/u.test(type))
        .map(({ path, status }) => `${status} ${path}`)
        .sort();
    expect(topics(report.pages)).toEqual(topics(real.pages));
  });

  it("leaves a vault whose sources changed as it is, for the real run to find", async () => {
    const v = compiled();
    v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
    const [before, times] = [v.wiki(), v.times()];
    const { report } = await v.run({ dryRun: true });
    expect(report.pages.find(({ path }) => path === VALVE)?.status).toBe("changed");
    expect([v.wiki(), v.times()]).toEqual([before, times]);
    await v.run();
    expect(v.read(VALVE)).toContain("94 percent");
  });
});

describe("when many sources vanish at once", () => {
  it("nothing is removed, the run ends with 1 and names --prune, with which they go", async () => {
    const v = compiled();
    const before = v.wiki();
    for (const path of Object.keys(SOURCES).slice(0, 4)) rmSync(v.path(path));
    await expect(v.run()).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining("--prune") });
    expect(v.wiki()).toEqual(before);
    const { exitCode } = await v.run({ prune: true });
    expect(exitCode).toBe(0);
    expect(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/"))).toHaveLength(4);
    expect(faultsOf(withRaw(v))).toEqual([]);
  });

  it("three may go without asking", async () => {
    const v = compiled();
    for (const path of Object.keys(SOURCES).slice(0, 3)) rmSync(v.path(path));
    expect((await v.run()).exitCode).toBe(0);
    expect(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/"))).toHaveLength(5);
  });
});

describe("a person's own files", () => {
  it("a page of theirs at a name that kb wants stays, and kb's gets another", async () => {
    const v = lights();
    const mine = "# Fresnel lens\n\nI saw one in Whitby.\n";
    v.put("wiki/concepts/fresnel-lens.md", mine);
    v.put("wiki/sources/pharos.md", "Mine too.\n");
    await v.run();
    expect(v.read("wiki/concepts/fresnel-lens.md")).toBe(mine);
    expect(v.read("wiki/sources/pharos.md")).toBe("Mine too.\n");
    const lenses = topicsOf(v).filter(([, text]) => frontOf(text, "title") === "Fresnel lens");
    expect(lenses).toHaveLength(1);
    expect(Object.values(v.wiki()).some((text) => text.includes("[[raw/pharos"))).toBe(true);
    expect((await v.run()).counter.times).toEqual(NOTHING_RAN);
  });
});

test("a file that cannot be read is named with its reason, and the rest is compiled", async () => {
  const v = lights();
  v.put("raw/broken.pdf", "%PDF-1.7 and then nothing");
  const { report, exitCode } = await v.run();
  expect(exitCode).toBe(1);
  const broken = report.ingest.sources.find(({ path }) => path === "raw/broken.pdf");
  expect(broken?.status).toBe("failed");
  expect(broken?.reason).toBeTruthy();
  expect(Object.keys(v.wiki()).filter((path) => path.startsWith("wiki/sources/"))).toHaveLength(8);
  expect(faultsOf(withRaw(v))).toEqual([]);
});

describe("ingest", () => {
  it("writes source pages and their texts, and no topic", async () => {
    const v = lights();
    const { report, exitCode } = await v.with((workspace) => ingest(workspace));
    expect(exitCode).toBe(0);
    expect(report.sources.map(({ status }) => status)).toEqual(Array(8).fill("added"));
    expect(
      Object.keys(v.wiki()).filter(
        (path) => path.startsWith("wiki/") && !/^wiki\/(?:sources|texts)\/|log\.md$/u.test(path),
      ),
    ).toEqual([]);
    await v.run();
    expect(faultsOf(withRaw(v))).toEqual([]);
    expect(bodies(v)).toEqual(bodies(whole));
  });
});
