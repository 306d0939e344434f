// Without the model: what it wrote stays while its evidence stands, and pages say that they wait for it.
import { expect, test, vi } from "vitest";
import { status } from "../../src/run/status.ts";
import type { FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";
import { faultsOf, frontOf, isTopic } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const MODEL = "ollama:fake:1.5b";
const model = fakeModels();
const at = ({ url }: FakeServer) => ({ engine: "ollama", env: { OLLAMA_HOST: url } });
const bodyOf = (text: string): string => text.split("\n---\n").slice(1).join("\n---\n");
const provisional = (v: Lights): string[] =>
  Object.entries(v.wiki()).flatMap(([path, text]) => (/^provisional: true$/mu.test(text) ? [path] : []));
const sound = (v: Lights) =>
  faultsOf({ ...v.wiki(), ...Object.fromEntries(Object.keys(SOURCES).map((path) => [path, v.read(path)])) });
const topicOf = (v: Lights, name: string): string =>
  Object.keys(v.wiki()).find((path) => path.endsWith(`/${name}.md`) && !path.includes("/sources/")) ?? "";

async function changedWithoutModel(): Promise<{ v: Lights; page: string; before: string }> {
  const v = lights();
  await v.run({}, at(await model()));
  const page = topicOf(v, "eddystone-lighthouse");
  const before = bodyOf(v.read(page));
  v.put(
    "raw/eddystone.md",
    v
      .read("raw/eddystone.md")
      .replace("in 1698", "in 1699")
      .replace(/\n$/u, " The Eddystone Lighthouse was painted in red and white bands by its keepers.\n"),
  );
  await v.run();
  return { v, page, before };
}

test("sentences whose evidence is gone leave, new claims come, and the page is marked", async () => {
  const { v, page, before } = await changedWithoutModel();
  const now = v.read(page);
  expect(frontOf(now, "kb_engine")).toBe(MODEL);
  expect(provisional(v)).toContain(page);
  expect(now).not.toContain("in 1698");
  expect(now).toContain("## Not yet worked in");
  expect(now).toMatch(/in 1699|red and white bands/u);
  // What other sources say stays as the model put it.
  const kept = before.match(/[^.\n]+\. \(\[\[wiki\/sources\/(?!four-towers)[^)]*\)/gu) ?? [];
  expect(kept.length).toBeGreaterThan(0);
  for (const sentence of kept) expect(now).toContain(sentence.trim().replace(/\|\d+\]\].*$/u, ""));
  expect(sound(v)).toEqual([]);
});

test("pages that nothing changed for are not marked, and a second run writes nothing", async () => {
  const { v } = await changedWithoutModel();
  const marked = provisional(v);
  expect(marked).not.toContain(topicOf(v, "fresnel-lens"));
  expect(marked.length).toBeLessThan(Object.values(v.wiki()).filter(isTopic).length);
  const times = v.times();
  await v.run();
  expect(v.times()).toEqual(times);
});

test("status counts them and says how long the model will take; --upgrade has it write them anew", async () => {
  const { v, page } = await changedWithoutModel();
  const told = await v.with((workspace) => status(workspace), at(await model()));
  expect(told.provisional).toBeGreaterThanOrEqual(provisional(v).length);
  expect(told.upgradeMs).toBeGreaterThan(0);
  const idle = await model();
  await v.run({}, at(idle));
  expect(provisional(v)).toContain(page);
  await v.run({ upgrade: true }, at(await model()));
  expect(provisional(v)).toEqual([]);
  expect(v.read(page)).not.toContain("Not yet worked in");
  expect(sound(v)).toEqual([]);
  expect((await v.with((workspace) => status(workspace), at(await model()))).provisional).toBe(0);
});
