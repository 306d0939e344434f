// Search by meaning in whole vaults, with an embedding model that is only played.
import { existsSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { search } from "../../src/run/search.ts";
import { status } from "../../src/run/status.ts";
import type { FakeOptions, FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 60_000 });

const EMBEDS = { models: [{ name: "fake-embed:latest", size: "23M", embeds: true }] };
const fakeModel = fakeModels();
const start = (options: FakeOptions = EMBEDS) => fakeModel(options);
const at = ({ url }: FakeServer, notices: string[] = []) => ({ engine: "auto", env: { OLLAMA_HOST: url }, notices });
const textsSent = ({ calls }: FakeServer): string[] =>
  calls.filter(({ path }) => path === "/api/embed").flatMap(({ body }) => body.input as string[]);
const found = (v: Lights, query: string, wishes: object) =>
  v.with(async (workspace) => (await search(workspace, query)).results.map(({ path }) => path), wishes);

test("a server that only embeds is enough: texts are sent once, and only changed ones again", async () => {
  const v = lights();
  const first = await start();
  await v.run({}, at(first));
  const sent = textsSent(first);
  expect(sent.length).toBeGreaterThan(8);
  expect(new Set(sent).size).toBe(sent.length);

  const idle = await start();
  await v.run({}, at(idle));
  expect(textsSent(idle)).toEqual([]);

  v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
  const second = await start();
  await v.run({}, at(second));
  const again = textsSent(second);
  expect(again.some((text) => text.includes("94 percent"))).toBe(true);
  expect(again.length).toBeLessThan(sent.length / 2);
  expect(again.filter((text) => sent.includes(text))).toEqual([]);
});

test("a query is embedded once, finds what shares few words with it, and answers use it too", async () => {
  const v = lights();
  const server = await start();
  await v.run({}, at(server));
  const before = textsSent(server).length;
  const query = "compact prisms concentric";
  const hybrid = await found(v, query, at(server));
  expect(await found(v, query, at(server))).toEqual(hybrid);
  expect(textsSent(server).slice(before)).toEqual([query]);
  const lexical = await found(v, query, { engine: "extractive" });
  expect(hybrid.length).toBeGreaterThan(lexical.length);
  expect(hybrid.slice(0, 3)).toContain(lexical[0]);
  const report = await v.with(
    (workspace) => ask(workspace, "Who designed the Fresnel lens?", { save: false }),
    at(server),
  );
  expect(report.sentences[0]?.text).toContain("Augustin Fresnel");
});

test("filters, phrases and exclusions hold for what meaning finds", async () => {
  const v = lights();
  const server = await start();
  await v.run({}, at(server));
  const paths = await found(v, "lighthouse keeper type:source -Smeaton", at(server));
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.every((path) => path.startsWith("wiki/sources/") && !/smeaton/iu.test(v.read(path)))).toBe(true);
});

test("without the server that made the vectors search goes on by words", async () => {
  const v = lights();
  const server = await start();
  await v.run({}, at(server));
  await server.close();
  expect(await found(v, "sun valve", at(server))).toEqual(await found(v, "sun valve", { engine: "extractive" }));
});

test("a run spends no more time on vectors than it may, says what waits, and the next goes on", async () => {
  const v = lights(undefined, { model: { embedSeconds: 0 } });
  const server = await start();
  const notices: string[] = [];
  await v.run({}, at(server, notices));
  expect(textsSent(server)).toEqual([]);
  expect(notices.join("\n")).toMatch(/texts have no vectors yet/u);
  v.put("vault.config.json", '{ "version": 1, "model": { "embedSeconds": 60 } }');
  await v.run({}, at(server));
  expect(textsSent(server).length).toBeGreaterThan(8);
});

test("with the extractive engine no vector is made", async () => {
  const v = lights();
  await v.run();
  expect(existsSync(v.path(".kb/vectors.sqlite"))).toBe(false);
});

test("status counts the vectors and says how many texts wait for one", async () => {
  const v = lights();
  const vectors = (wishes: object) => v.with(async (workspace) => (await status(workspace)).vectors, wishes);
  await v.run();
  expect(await vectors({})).toBeUndefined();
  const server = await start();
  await v.run({}, at(server));
  const all = await vectors(at(server));
  expect(all).toMatchObject({ used: true });
  expect(all?.model).toContain("fake-embed");
  expect(all?.made).toBe(all?.wanted);
  await server.close();
  v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
  await v.run();
  const after = await vectors({});
  expect(after?.made).toBeLessThan(after?.wanted ?? 0);
});
