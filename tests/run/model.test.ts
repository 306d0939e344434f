// Whole compiles with a model that is only played: what it is asked, what is kept of it, and when it is asked anew.
import { expect, test, vi } from "vitest";
import type { FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";
import { faultsOf, frontOf, isTopic } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const FEW = Object.fromEntries(Object.entries(SOURCES).filter(([path]) => /fresnel|eddystone|sun-valve/u.test(path)));
const MODEL = "ollama:fake:1.5b";
const start = fakeModels();
const at = ({ url }: FakeServer) => ({ engine: "ollama", env: { OLLAMA_HOST: url } });
const withRaw = (v: Lights) => ({
  ...v.wiki(),
  ...Object.fromEntries(Object.keys(FEW).map((path) => [path, v.read(path)])),
});
const enginesOf = (v: Lights, kind: (text: string) => boolean) => [
  ...new Set(
    Object.values(v.wiki())
      .filter(kind)
      .map((text) => frontOf(text, "kb_engine")),
  ),
];
const isSource = (text: string) => frontOf(text, "type") === "source";
const promptsOf = ({ calls }: FakeServer) => calls.map(({ prompt }) => prompt);

test("a wiki that a model wrote holds as well as one without: links, quotations, citations", async () => {
  const v = lights(FEW);
  const server = await start();
  const { exitCode, report } = await v.run({}, at(server));
  expect(exitCode).toBe(0);
  expect(report.calls).toBe(server.calls.length);
  expect(report.tokensIn).toBeGreaterThan(0);
  expect(faultsOf(withRaw(v))).toEqual([]);
  expect(enginesOf(v, isSource)).toEqual([MODEL]);
  expect(enginesOf(v, isTopic)).toContain(MODEL);
});

test("a run with nothing to do asks nothing, runs no stage and writes nothing", async () => {
  const v = lights(FEW);
  await v.run({}, at(await start()));
  const times = v.times();
  const idle = await start();
  const { counter } = await v.run({}, at(idle));
  expect(idle.calls).toEqual([]);
  expect(counter.times).toEqual({ read: 0, note: 0, facets: 0, link: 0, write: 0, print: 0, source: 0 });
  expect(v.times()).toEqual(times);
});

test("after one source changed, one source is noted, and no prompt is sent a second time", async () => {
  const v = lights(FEW);
  const first = await start();
  await v.run({}, at(first));
  v.put("raw/sun-valve.md", v.read("raw/sun-valve.md").replace("90 percent", "94 percent"));
  const second = await start();
  const { counter } = await v.run({}, at(second));
  expect(counter.times).toMatchObject({ read: 1, note: 1 });
  expect(second.calls.length).toBeGreaterThan(0);
  const before = new Set(promptsOf(first));
  expect(promptsOf(second).filter((prompt) => before.has(prompt))).toEqual([]);
  expect(faultsOf(withRaw(v))).toEqual([]);
});

test("when the server dies midway the next run goes on, and what was answered is not asked again", async () => {
  const v = lights(FEW);
  const notices: string[] = [];
  const dying = await start({ dieAfter: 5 });
  const { exitCode } = await v.run({}, { ...at(dying), notices });
  expect(exitCode).toBe(1);
  expect(notices.join(" ")).toMatch(/next run goes on/u);
  expect(faultsOf(withRaw(v))).toEqual([]);
  const answered = new Set(promptsOf(dying).slice(0, 5));
  const well = await start();
  expect((await v.run({}, at(well))).exitCode).toBe(0);
  expect(promptsOf(well).filter((prompt) => answered.has(prompt))).toEqual([]);
  const undisturbed = lights(FEW);
  await undisturbed.run({}, at(await start()));
  const sources = (of: Lights) => Object.entries(of.wiki()).filter(([, text]) => isSource(text));
  expect(sources(v)).toEqual(sources(undisturbed));
});

test("topics that the model did not get to are written by it in the next run", async () => {
  const undisturbed = lights(FEW);
  const whole = await start();
  await undisturbed.run({}, at(whole));
  const v = lights(FEW);
  expect((await v.run({}, at(await start({ dieAfter: whole.calls.length - 3 })))).exitCode).toBe(1);
  expect(enginesOf(v, isTopic)).toContain("extractive");
  expect((await v.run({}, at(await start()))).exitCode).toBe(0);
  expect(enginesOf(v, isTopic)).toEqual(enginesOf(undisturbed, isTopic));
});

test("without the model asked for by name nothing is written, and the message says what to type", async () => {
  const v = lights(FEW, { model: { chat: "absent:7b" } });
  await expect(v.run({}, at(await start()))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining("ollama pull absent:7b"),
  });
  expect(Object.keys(v.wiki())).toEqual(["vault.config.json"]);
});

for (const behaviour of ["broken-json", "repetition", "invented", "copied"] as const) {
  test(`a model that answers with ${behaviour} at every turn leaves no unsound page`, async () => {
    const v = lights(FEW);
    const { exitCode, report } = await v.run({}, at(await start({ behave: () => behaviour })));
    expect(exitCode).toBe(/broken|repetition/u.test(behaviour) ? 1 : 0);
    for (const one of report.ingest.sources.filter(({ status }) => status === "failed"))
      expect(one.reason).toBeTruthy();
    expect(faultsOf(withRaw(v))).toEqual([]);
    expect(Object.values(v.wiki()).join("\n")).not.toMatch(/Napoleon|half a thou|a desk and the desk/u);
  });
}

test("a source that failed is tried again by the next run", async () => {
  const v = lights(FEW);
  const failing = await start({
    behave: (_, prompt) => (prompt.startsWith("Title: Four towers") ? "broken-json" : "good"),
  });
  expect((await v.run({}, at(failing))).exitCode).toBe(1);
  const { exitCode, report } = await v.run({}, at(await start()));
  expect(exitCode).toBe(0);
  expect(report.ingest.sources.find(({ path }) => path === "raw/eddystone.md")?.status).toBe("added");
});

test("auto without a server compiles without a model, and says so", async () => {
  const v = lights(FEW);
  const notices: string[] = [];
  const { report, exitCode } = await v.run({}, { engine: "auto", env: { OLLAMA_HOST: "http://127.0.0.1:9" }, notices });
  expect([report.engine, exitCode]).toEqual(["extractive", 0]);
  expect(notices.join(" ")).toMatch(/extractive/u);
});

test("auto with a server uses its model", async () => {
  const v = lights(FEW);
  const { report } = await v.run({}, { ...at(await start()), engine: "auto" });
  expect(report.engine).toBe(MODEL);
});

test("what a model wrote serves a later run without one, to the byte", async () => {
  const v = lights(FEW);
  await v.run({}, at(await start()));
  const before = v.wiki();
  await v.run();
  expect(v.wiki()).toEqual(before);
});

test("--upgrade has the model rewrite notes and pages that were made without one", async () => {
  const v = lights(FEW);
  await v.run();
  expect(enginesOf(v, isTopic)).toEqual(["extractive"]);
  const server = await start();
  const { exitCode } = await v.run({ upgrade: true }, at(server));
  expect(exitCode).toBe(0);
  expect(server.calls.length).toBeGreaterThan(4);
  expect(enginesOf(v, isSource)).toEqual([MODEL]);
  expect(enginesOf(v, isTopic)).toContain(MODEL);
  expect(faultsOf(withRaw(v))).toEqual([]);
  const idle = await start();
  await v.run({ upgrade: true }, at(idle));
  expect(idle.calls).toEqual([]);
});
