// Both sides of a question, and several models that answer together.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import type { AskOptions } from "../../src/run/ask-options.ts";
import type { FakeOptions } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { copyOf, type Lights, lastingLights } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 60_000 });

let compiled: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  compiled = await lastingLights();
});
afterAll(() => compiled.discard());
const start = fakeModels();
async function asked(v: Lights, question: string, options: AskOptions, server: FakeOptions = {}) {
  const running = await start(server);
  const wishes = { engine: "ollama", env: { OLLAMA_HOST: running.url } };
  const report = await v.with((workspace) => ask(workspace, question, { save: false, ...options }), wishes);
  return { report, calls: running.calls };
}

const TWO = {
  models: [
    { name: "fake:1.5b", size: "1.5B" },
    { name: "other:3b", size: "3B" },
  ],
};

test("--steelman gives both sides with evidence and what would decide, and nothing that the sources do not say", async () => {
  const { report } = await asked(copyOf(compiled), "Was the Fresnel lens worth its price?", { steelman: true });
  expect(report.answer).toMatch(
    /^\*\*For\.\*\* [\s\S]+\n\n\*\*Against\.\*\* [\s\S]+\n\n\*\*What would decide it\.\*\* Which of the two/u,
  );
  expect(report.answer).not.toMatch(/1777|Napoleon/u);
  expect(report.citations.length).toBeGreaterThan(1);
});

test("--steelman without a model says in one sentence that it needs one", async () => {
  const v = copyOf(compiled);
  await expect(v.with((workspace) => ask(workspace, "Was it worth it?", { steelman: true }))).rejects.toThrow(
    /--steelman needs a model/u,
  );
});

test("--council asks each model, has them judge without names, and says who it was", async () => {
  const v = copyOf(compiled);
  v.put("vault.config.json", '{ "version": 1, "model": { "council": ["fake:1.5b", "other:3b"] } }');
  const { report, calls } = await asked(v, "Who designed the Fresnel lens?", { council: true }, TWO);
  expect(report.engine).toBe("council:ollama:fake:1.5b+ollama:other:3b");
  expect(report.sentences[0]?.text).toContain("Augustin Fresnel");
  const judging = calls.filter(({ prompt }) => prompt.includes("Which answer says most fully"));
  expect(new Set(judging.map(({ model }) => model))).toEqual(new Set(["fake:1.5b", "other:3b"]));
  expect(judging.every(({ prompt }) => !/fake|other:/u.test(prompt))).toBe(true);
});

test("where the members' figures differ, both are shown", async () => {
  const v = copyOf(compiled);
  v.put(
    "raw/disputed.md",
    "# Disputed\n\nAugustin Fresnel designed the Fresnel lens in 1821 for the lighthouses of France.\n",
  );
  await v.run();
  v.put("vault.config.json", '{ "version": 1, "model": { "council": ["fake:1.5b", "other:3b"] } }');
  const { report } = await asked(
    v,
    "When did Augustin Fresnel design the Fresnel lens?",
    { council: true },
    {
      ...TWO,
      behave: (call) => (call === 2 ? "second" : "good"),
    },
  );
  expect(report.answer).toMatch(/\*\*Where they differed\.\*\*[\s\S]*1821/u);
  expect(report.answer).toMatch(/\*\*Where they differed\.\*\*[\s\S]*1822/u);
});

test("a council of one is refused, with what to set", async () => {
  await expect(asked(copyOf(compiled), "Who designed it?", { council: true })).rejects.toThrow(/"council": \[/u);
});

test("--long has room for more", async () => {
  const v = copyOf(compiled);
  const question = "Tell me about the Fresnel lens";
  const short = await v.with((workspace) => ask(workspace, question, { save: false }));
  const long = await v.with((workspace) => ask(workspace, question, { save: false, length: 320 }));
  expect(long.sentences.length).toBeGreaterThan(short.sentences.length);
});
