// Conversations, and answers that come sentence by sentence.
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { type Conversation, openConversation, type Turn } from "../../src/run/conversation.ts";
import { startFakeModel } from "../fake-model/server.ts";
import { copyOf, type Lights, lastingLights } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 60_000 });

let compiled: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  compiled = await lastingLights();
});
afterAll(() => compiled.discard());

async function talk<T>(v: Lights, use: (conversation: Conversation) => Promise<T>): Promise<T> {
  return v.with(async (workspace) => {
    const conversation = await openConversation(workspace);
    try {
      return await use(conversation);
    } finally {
      conversation.close();
    }
  });
}
const textOf = (turn: Turn): string =>
  turn.kind === "answer" ? turn.report.answer : turn.kind === "lines" ? turn.lines.join("\n") : "";

test("a follow-up knows what was asked before, and says how it was understood", async () => {
  await talk(copyOf(compiled), async ({ say }) => {
    expect(textOf(await say("Who invented the sun valve?"))).toContain("Gustaf Dalén");
    const turn = await say("When did he receive the Nobel Prize?");
    expect(turn).toMatchObject({ understood: expect.stringContaining("Dalén") as string });
    expect(textOf(turn)).toContain("1912");
  });
});

test("nothing is saved until /save, /slides makes a deck, /sources shows the evidence", async () => {
  const v = copyOf(compiled);
  const outputs = (): string[] => Object.keys(v.wiki()).filter((path) => path.startsWith("outputs/"));
  await talk(v, async ({ say }) => {
    expect(textOf(await say("/sources"))).toBe("There is no answer yet.");
    await say("What is a lightvessel?");
    expect(outputs()).toEqual([]);
    expect(textOf(await say("/sources"))).toContain("“A lightvessel is a ship");
    await say("/save");
    expect(outputs()).toEqual(["outputs/what-is-a-lightvessel.md"]);
    await say("/slides");
    expect(readdirSync(v.path("outputs")).sort()).toEqual([
      "what-is-a-lightvessel-slides.md",
      "what-is-a-lightvessel.md",
    ]);
    expect(textOf(await say("/nonsense"))).toContain("/quit");
    expect((await say("/quit")).kind).toBe("end");
  });
});

test("the history outlives the conversation", async () => {
  const v = copyOf(compiled);
  await talk(v, ({ say }) => say("What is a lightvessel?"));
  await talk(v, async ({ say, history }) => {
    expect(history()).toEqual(["What is a lightvessel?"]);
    expect(textOf(await say("/history"))).toBe("1. What is a lightvessel?");
  });
});

test("a model's sentences are heard as they come, those only that hold", async () => {
  const v = copyOf(compiled);
  const server = await startFakeModel();
  const heard: string[] = [];
  const report = await v.with(
    (workspace) => ask(workspace, "Who designed the Fresnel lens?", { save: false, heard: (one) => heard.push(one) }),
    { engine: "ollama", env: { OLLAMA_HOST: server.url } },
  );
  await server.close();
  expect(heard).toEqual(report.sentences.map(({ text }) => text));
  expect(heard.length).toBeGreaterThan(0);
});
