// Answers that stand in lists, in the sentence before, in the document itself, or nowhere.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { lastingLights } from "./lighthouses.ts";

const NOTES = {
  "raw/eip-31.md": `---
eip: 31
title: "Harbour meta: Spring tide"
---
## Specification

- Codename: Spring tide
- Activation:
  - Mark 720 in the north harbour
  - Mark 423 in the south harbour
- Included parts:
  - A red lamp for the mole
  - A bell for the fog
  - A horn for the reef

The tide tables were drawn by hand.

### Buoys laid

* Red buoy off the mole
* Green buoy off the reef

### Wind gates

The tower closes them in a storm, so that no lamp is blown out.

### Mooring

north pier, ring 4

### Advisory

This release has a fix for BELL-2024-17. Before it, the bell could be rung from any passing boat.

### Books

The pilot book is written for those who steer. The pilot-guide is written for those who teach pilots.
`,
  "raw/eip-32.md": `---
eip: 32
title: Limit the length of chains
---
Anchor chains were longer than anybody needed. No chain may be longer than 640 links. Old chains rust where glimmerite clings to them.

People never knew which of the two chain books they held, since both were bound in red.

For that reason, the chain book was renamed to the anchor book.
`,
  "raw/release.md": `# Tidewatch 2.7

Tidewatch 2.7 is scheduled for 9 July 2026. It raises the oldest gauge that is read.
`,
  "raw/crew-2024.md": `---
published: 2024-03-19
---
# New hands for the harbour

We have two new members of the harbour crew to announce:

- Ada Brook, pilot
- Tom Hale, mate
`,
  "raw/crew-2023.md": `---
published: 2023-03-19
---
# More hands for the harbour

Mara Lind joined the harbour crew as a diver. She had asked for it in March.
`,
  "raw/older.md": `# Tidewatch 1.4

The release is scheduled for 19 March 2024, as every release of Tidewatch is scheduled.
`,
};

let v: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  v = await lastingLights(NOTES);
});
afterAll(() => v.discard());
const answerTo = (question: string): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { save: false }));
const said = async (question: string): Promise<string> =>
  (await answerTo(question)).sentences.map(({ text }) => text).join(" ");

test("a lead stands with all its items, which are its evidence, and none of them stands twice", async () => {
  const { sentences, citations } = await answerTo("Which parts were included in Spring tide?");
  expect(sentences[0]?.text).toBe("Included parts: A red lamp for the mole; A bell for the fog; A horn for the reef.");
  expect(citations[0]?.quote).toBe("Included parts: A red lamp for the mole A bell for the fog A horn for the reef");
  expect(sentences.filter(({ text }) => text.includes("red lamp"))).toHaveLength(1);
});

test("an item of a nested list keeps its lead", async () => {
  expect(await said("At which mark did Spring tide activate in the north harbour?")).toContain("Mark 720");
});

test("the document that says so is the answer to which, by its number", async () => {
  const { sentences, citations } = await answerTo("Which EIP limits the length of chains?");
  expect(sentences[0]?.text).toBe("It is EIP-32, “Limit the length of chains”.");
  expect(citations[0]).toMatchObject({ source: "raw/eip-32.md", quote: "title: Limit the length of chains" });
});

test("why: what “for that reason” points to stands before it", async () => {
  const { sentences } = await answerTo("Why was the chain book renamed?");
  const texts = sentences.map(({ text }) => text);
  expect(texts[0]).toMatch(/both were bound in red/u);
  expect(texts[1]).toMatch(/^For that reason/u);
});

test("of a version only what speaks of it", async () => {
  const text = await said("When is Tidewatch 2.7 scheduled?");
  expect(text).toContain("9 July 2026");
  expect(text).not.toContain("2024");
});

test("what is named and nowhere told is said to be so", async () => {
  const { answerable, answer } = await answerTo("What is glimmerite?");
  expect(answerable).toBe(false);
  expect(answer).toMatch(/^No source in the vault says what “glimmerite” is\./u);
  expect(answer).toContain("Old chains rust where glimmerite clings to them.");
});

test("sources of the time that is asked about answer before others", async () => {
  expect(await said("Who joined the harbour crew in March 2024?")).toMatch(
    /^We have two new members .*Ada Brook, pilot; Tom Hale, mate/u,
  );
});

test("how much and when are no questions for sentences without a figure or a date", async () => {
  expect((await answerTo("How much does an anchor book cost?")).answerable).toBe(false);
  expect((await answerTo("When was the anchor book first printed?")).answerable).toBe(false);
});

test("what is no sentence is read with its heading", async () => {
  expect(await said("What is the mooring of the Spring tide harbour?")).toContain("[Mooring:] north pier, ring 4");
});

test("of a thing that is named and not defined, what follows is told too", async () => {
  expect(await said("What is BELL-2024-17?")).toContain("could be rung from any passing boat");
});

test("two things of like names are compared by their whole names", async () => {
  const { sentences } = await answerTo("What is the difference between the pilot book and the pilot-guide?");
  expect(sentences.slice(0, 2).map(({ text }) => text)).toEqual([
    "The pilot book is written for those who steer.",
    "The pilot-guide is written for those who teach pilots.",
  ]);
});

test("a list right below its heading is told with it", async () => {
  expect((await answerTo("Which buoys were laid in Spring tide?")).sentences[0]?.text).toBe(
    "[Buoys laid:] Red buoy off the mole; Green buoy off the reef.",
  );
});

test("a thing is told of in a section of its name", async () => {
  expect(await said("What are wind gates?")).toContain("The tower closes them in a storm");
});
