// With "auto", a server that answers and a model that fails: what it fails on is done without it, and the run says so.
import { expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import type { FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";
import { faultsOf, frontOf, isTopic } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const FEW = Object.fromEntries(Object.entries(SOURCES).filter(([path]) => /fresnel|eddystone|sun-valve/u.test(path)));
const MODEL = "ollama:fake:1.5b";
const start = fakeModels();
const auto = ({ url }: FakeServer, notices: string[] = []) => ({
  engine: "auto",
  env: { OLLAMA_HOST: url },
  notices,
});
const enginesOf = (v: Lights, type: string): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(v.wiki())
      .filter(([, text]) => frontOf(text, "type") === type)
      .map(([path, text]) => [path, frontOf(text, "kb_engine")]),
  );
const raws = Object.fromEntries(Object.entries(FEW));

const OUT_OF_MEMORY = {
  status: 500,
  body: '{"error":"model requires more system memory (9.2 GiB) than is available"}',
};
const MISSING = { status: 404, body: '{"error":"model \\"fake:1.5b\\" not found, try pulling it first"}' };
const REFUSED = { status: 401, body: '{"error":"unauthorized"}' };

test.each([
  ["does not fit into memory", OUT_OF_MEMORY, /more memory than the server has/u],
  ["was deleted meanwhile", MISSING, /no model "fake:1\.5b"/u],
  ["is refused", REFUSED, /refuses the model/u],
  ["answers nothing that can be read", "broken-json" as const, /fails again and again \(.*cannot/u],
])("a model that %s leaves a whole wiki, made without it", async (_, fault, told) => {
  const v = lights(FEW);
  const notices: string[] = [];
  const server = await start({ behave: () => fault });
  const { exitCode, report } = await v.run({}, auto(server, notices));
  expect(exitCode).toBe(0);
  expect(report.ingest.sources.map(({ status }) => status)).toEqual(Object.keys(FEW).map(() => "added"));
  expect(new Set(Object.values(enginesOf(v, "source")))).toEqual(new Set(["extractive"]));
  expect(notices.join(" ")).toMatch(told);
  expect(notices.join(" ")).toMatch(/done without a model; kb compile --upgrade/u);
  expect(faultsOf({ ...v.wiki(), ...raws })).toEqual([]);
  const plain = lights(FEW);
  await plain.run();
  expect(v.wiki()).toEqual(plain.wiki());
});

test("one source that the model fails on is noted without it, named, and done by the model on --upgrade", async () => {
  const v = lights(FEW);
  const notices: string[] = [];
  const failing = await start({
    behave: (_, prompt) => (prompt.startsWith("Title: Four towers") ? "broken-json" : "good"),
  });
  expect((await v.run({}, auto(failing, notices))).exitCode).toBe(0);
  expect(notices.join(" ")).toMatch(
    /failed on raw\/eddystone\.md .*notes were taken without it; kb compile --upgrade/u,
  );
  const engines = enginesOf(v, "source");
  expect(engines["wiki/sources/four-towers-on-one-reef.md"]).toBe("extractive");
  expect(Object.values(engines).filter((engine) => engine === MODEL)).toHaveLength(Object.keys(FEW).length - 1);
  const well = await start();
  expect((await v.run({}, auto(well))).report.calls).toBe(0);
  expect((await v.run({ upgrade: true }, auto(well))).exitCode).toBe(0);
  expect(new Set(Object.values(enginesOf(v, "source")))).toEqual(new Set([MODEL]));
});

test("a server that dies midway keeps what the model did, and the rest is done without it", async () => {
  const v = lights(FEW);
  const notices: string[] = [];
  const { exitCode } = await v.run({}, auto(await start({ dieAfter: 5 }), notices));
  expect(exitCode).toBe(0);
  expect(notices.join(" ")).toMatch(/no longer answers.*done without a model/u);
  expect(notices.join(" ")).not.toMatch(/the next run goes on/u);
  expect(Object.keys(enginesOf(v, "source"))).toHaveLength(Object.keys(FEW).length);
  expect(new Set(Object.values(enginesOf(v, "source")))).toEqual(new Set([MODEL, "extractive"]));
  expect(Object.values(v.wiki()).some((text) => isTopic(text))).toBe(true);
  expect(faultsOf({ ...v.wiki(), ...raws })).toEqual([]);
});

test("a question that the model fails on is answered without it, and the sentence says why", async () => {
  const v = lights(FEW);
  await v.run();
  const notices: string[] = [];
  const server = await start({ behave: () => OUT_OF_MEMORY });
  const question = "Who invented the sun valve?";
  const report = await v.with((workspace) => ask(workspace, question, { save: false }), auto(server, notices));
  expect(report).toMatchObject({ answerable: true, engine: "extractive" });
  expect(report.answer).toContain("Gustaf Dalén invented the sun valve in 1907.");
  expect(notices.join(" ")).toMatch(/more memory than the server has.*The extractive engine is used/u);
});

test("a reply to a question that cannot be read gives way to the sentences that answer it", async () => {
  const v = lights(FEW);
  await v.run();
  const server = await start({ behave: () => "broken-json" });
  const question = "Who invented the sun valve?";
  const report = await v.with((workspace) => ask(workspace, question, { save: false }), auto(server));
  expect(report.answerable).toBe(true);
  expect(report.answer).toContain("Gustaf Dalén");
});
