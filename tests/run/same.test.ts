// Names that may be one thing, put to a model: what it says is kept, believed only on common ground, and never above a person's word.
import { describe, expect, it, vi } from "vitest";
import { decideTopics, topics } from "../../src/run/topics.ts";
import type { FakeModel, FakeServer } from "../fake-model/server.ts";
import { fakeModels } from "../fake-model/started.ts";
import { type Lights, lights } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 60_000 });

const SOURCES = {
  "raw/board.md": `# Who keeps the lights

The Trinity Harbour Board is an agency that keeps the lights of the coast. The Trinity Harbour Board owns eleven lightvessels. The Trinity Harbour Board pays each keeper by the month. THB is an agency that buys oil for lamps. THB bought oil from Peru in 1850. THB sold its last lamp in 1912.
`,
  "raw/stores.md": `# Stores

THB counts its stores in May. THB keeps wicks for three winters. The Trinity Harbour Board inspects the stores in June. The Trinity Harbour Board burns what is spoilt.
`,
  "raw/bread.md": `# Bread

Sourdough is a dough that rises with wild yeast. Sourdough rests for a night. Sourdough was baked in Egypt. A baker feeds sourdough with rye flour.
`,
};

const start = fakeModels();
const isSame = (prompt: string) => prompt.includes("one and the same thing?");
/** A whole reply, as Ollama ends one. */
const reply = (verdict: string) =>
  JSON.stringify({
    model: "fake:1.5b",
    message: { role: "assistant", content: JSON.stringify({ reason: "So it seems.", verdict }) },
    done: true,
    done_reason: "stop",
    prompt_eval_count: 90,
    eval_count: 12,
  });
/** `says` gets the two lines that name the things. */
async function judge(says: (pair: string) => string, models?: readonly FakeModel[]): Promise<FakeServer> {
  return start({
    ...(models ? { models } : {}),
    behave: (_call, prompt) => (isSame(prompt) ? { status: 200, body: reply(says(prompt)) } : "good"),
  });
}
const at = ({ url }: FakeServer) => ({ engine: "ollama", env: { OLLAMA_HOST: url } });
const board = async (v: Lights) => {
  const { topics: all, doubtful } = await v.with((workspace) => topics(workspace, true));
  return { all: all.filter(({ title }) => /THB|Trinity/u.test(title)), doubtful };
};
const sober = (prompt: string) => (/THB/u.test(prompt) && /Trinity/u.test(prompt) ? "same" : "different");

describe("a doubtful pair", () => {
  it("is one topic when a model says so both ways round and sources speak of both, with the reason", async () => {
    const v = lights(SOURCES);
    await v.run();
    expect((await board(v)).all).toHaveLength(2);
    const server = await judge(sober);
    await v.run({}, at(server));
    const { all } = await board(v);
    expect(all).toHaveLength(1);
    expect(all[0]?.names.map(({ reason }) => reason).join("\n")).toContain("one thing to ollama:fake:1.5b");
  });

  it("is asked once: later runs, with the model or without, know the answer", async () => {
    const v = lights(SOURCES);
    await v.run({}, at(await judge(sober)));
    v.put("raw/more.md", "# More\n\nSourdough is sour. Sourdough keeps for a week.\n");
    const again = await judge(sober);
    await v.run({}, at(again));
    expect(again.calls.filter(({ prompt }) => isSame(prompt) && /Trinity/u.test(prompt))).toEqual([]);
    await v.run();
    expect((await board(v)).all).toHaveLength(1);
  });

  it("of which no source speaks together is one when the same is said of both, as far as an embedding model can tell", async () => {
    const apart = {
      "raw/board.md":
        "# The board\n\nThe Trinity Harbour Board is an agency that keeps the lights and pays the keepers. The Trinity Harbour Board sold a lamp. The Trinity Harbour Board met in May.\n",
      "raw/thb.md":
        "# Wages\n\nTHB is an agency that keeps the lights and pays the keepers. THB raised the wages in 1850. THB raised them again in 1912.\n",
      "raw/bread.md": SOURCES["raw/bread.md"],
    };
    const chat: FakeModel = { name: "fake:1.5b", size: "1.5B" };
    const without = lights(apart);
    await without.run({}, at(await judge(sober, [chat])));
    expect((await board(without)).all).toHaveLength(2);
    const v = lights(apart);
    await v.run({}, at(await judge(sober)));
    expect((await board(v)).all).toHaveLength(1);
  });

  it("stays two, in review, with a model that takes strangers for one too", async () => {
    const v = lights(SOURCES);
    await v.run({}, at(await judge(() => "same")));
    const { all, doubtful } = await board(v);
    expect(all).toHaveLength(2);
    expect(doubtful[0]?.reason).toContain("ollama:fake:1.5b cannot tell");
  });

  it("stays two and in review when the model says so", async () => {
    const v = lights(SOURCES);
    await v.run({}, at(await judge(() => "different")));
    const { all, doubtful } = await board(v);
    expect(all).toHaveLength(2);
    expect(doubtful[0]?.reason).toContain("takes them for two");
  });

  it("stays two when a person says so, whatever a model thinks", async () => {
    const v = lights(SOURCES);
    await v.run({}, at(await judge(sober)));
    await v.with((workspace) => decideTopics(workspace, { kind: "split", names: ["THB", "Trinity Harbour Board"] }));
    await v.run();
    expect((await board(v)).all).toHaveLength(2);
  });
});
