// Answers that stand where their kind stands: in the document called by its number, under a heading, below the same question.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lastingLights } from "./lighthouses.ts";

const RAW = {
  "raw/rfc-21.md": `---
title: Shuttered lamps
---

## Summary

Shuttered lamps give each tower its own rhythm of light and dark. A clockwork turns the shutter of the lamp once in ten seconds.

## Motivation

Two towers with the same steady light were taken for each other by the ships of the bay. In the winter of 1844 four ships ran aground for it.

## Drawbacks

The clockwork stops in hard frost. A keeper has to wind it twice in each night.

## Design

- The beam of the lamp goes from 200 to 800 candles,
- The crew of the tower stays as it is,
`,
  "raw/rfc-22.md": `---
title: Bells for fog
---

## Summary

Bells for fog give the tower a voice when its lamps are hidden. The lamps of a tower are useless in fog.
`,
  "raw/talk.md": `# A talk with the keeper

Ann: When did you come to the tower?

Joe: In the spring of 1931, when my father could no longer climb.

Ann: What do you like about the winter storms?

Joe: The silence after them. Nobody else has seen the reef so white.
`,
};

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights(RAW);
});
afterAll(() => v.discard());
const answerTo = (question: string): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { save: false }));
const opening = async (question: string): Promise<string> => (await answerTo(question)).sentences[0]?.text ?? "";

test("a document called by its number answers, and no other does", async () => {
  const report = await answerTo("What do RFC 22 lamps do in fog?");
  expect(report.citations.every(({ source }) => source === "raw/rfc-22.md")).toBe(true);
  expect(report.sentences.length).toBeGreaterThan(0);
});

test("why looks under Motivation, drawbacks under Drawbacks", async () => {
  expect(await opening("Why does RFC-21 propose shuttered lamps?")).toMatch(/Two towers|four ships/u);
  expect(await opening("What are the drawbacks of shuttered lamps?")).toMatch(/frost|wind it twice/u);
});

test("an item of a list is a sentence of its own", async () => {
  const report = await answerTo("How many candles has the beam of the lamp in RFC-21?");
  expect(report.sentences[0]?.text).toBe("The beam of the lamp goes from 200 to 800 candles.");
});

test("what stands below the same question answers it", async () => {
  expect(await opening("What does the keeper like about winter storms?")).toMatch(/silence after them|seen the reef/u);
});

test("two questions in one are answered one after the other, and what is not there is said so", async () => {
  const { sentences, answerable } = await answerTo(
    "What are shuttered lamps and how much does a zeppelin weigh with them?",
  );
  expect(answerable).toBe(true);
  expect(sentences[0]?.text).toMatch(/^Shuttered lamps give each tower/u);
  expect(sentences.at(-1)?.text).toBe(
    "On “How much does a zeppelin weigh with shuttered lamps” the vault does not say.",
  );
});

test("two things without a page stand side by side by what sentences say of each", async () => {
  const { answer } = await v.with((workspace) =>
    ask(workspace, "Compare the clockwork with the fog", { save: false, format: "table" }),
  );
  expect(answer).toMatch(/^\| \| clockwork \| fog \|/u);
  expect(answer).toMatch(/\*\*Says\*\* \| [^|]*clockwork[^|]*\(\[\[/u);
});
