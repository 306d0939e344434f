// Questions as people put them: yes or no, what a numbered document is for, what goes into a thing, who they are.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { type Lights, lastingLights } from "./lighthouses.ts";

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

const SOURCES = {
  "raw/lamp-2024.md": `# Advisory on lamp oil (LMP-2024-118)

On 9 April the harbour board told of LMP-2024-101, by which whale oil was sold for colza. A first remedy was not enough.

## Severity

The severity of the second fault is low, since few keepers buy from that mill. This advisory is LMP-2024-118.

## Affected lights

All lights lit before 1881 are affected, if their oil came from that mill. Steel lanterns are not affected by this fault.
`,
  "raw/lmp-77.md": `---
title: Quiet horns
number: 77
aliases: [LMP-77]
---
# Quiet horns

## Motivation

Horns of steam wake the village at night, and the keepers' children with it. A quiet horn would be heard at sea alone.

## Specification

The mouth of the horn is turned from the land by a quarter. The pressure of the boiler stays as it is.
`,
  "raw/punch.md": `# Keeper's punch

The recipe came with a tender from Penzance, and each keeper makes it at midwinter. I tried it once with gin, and it was worse.

## Ingredients

- two lemons
- a cup of brown sugar
- half a bottle of rum

## Making it

Warm the rum gently, and never let it boil. It keeps for a week.
`,
  "raw/kelp.md": `# A look at Kelp Glass

I was curious about Kelp Glass, of which two keepers wrote to me. It's a green glass for the lenses of small lights that the mill at Appledore makes of seaweed ash.

A pane of Kelp Glass does not crack in frost. The panes are sold with a frame or without one.

The keepers who tested Kelp Glass are:

- Ada Brook
- Tom Hale
- Ned Pascoe
`,
  "raw/frost.md": `# Frost on the lantern

It turns out that the Spurn light won't let a keeper open the lantern in frost without first warming its hinges:

\`\`\`
warm --hinges spurn
\`\`\`

Frost on the panes goes by itself when the lamp is lit. The Spurn light was closed for a winter because of it.
`,
};

let v: Lights & { discard(): void };
beforeAll(async () => {
  v = await lastingLights(SOURCES);
});
afterAll(() => v.discard());
const answerTo = (question: string) => v.with((workspace) => ask(workspace, question, { save: false }));
const first = async (question: string): Promise<string> => (await answerTo(question)).sentences[0]?.text ?? "";

describe("a question without a model", () => {
  it.each([
    ["Does a pane of Kelp Glass crack in frost?", /^No: A pane of Kelp Glass does not crack in frost\.$/u],
    ["Are steel lanterns affected by LMP-2024-118?", /^No: Steel lanterns are not affected/u],
    ["Is the severity of the second fault low?", /^Yes: The severity of the second fault is low/u],
    ["How severe is LMP-2024-118?", /^The severity of the second fault is low/u],
    ["Which lights are affected by LMP-2024-118?", /^All lights lit before 1881 are affected/u],
    ["What problem does LMP-77 solve?", /^Horns of steam wake the village/u],
    ["What goes into the keeper's punch?", /two lemons; a cup of brown sugar; half a bottle of rum/u],
    ["What is Kelp Glass?", /^\[Kelp Glass\] is a green glass for the lenses of small lights/u],
    ["Who are the keepers who tested Kelp Glass?", /Ada Brook; Tom Hale; Ned Pascoe/u],
    ["Does the Spurn light let a keeper open the lantern in frost?", /won't let a keeper open the lantern in frost/u],
  ])("%s", async (question, answer) => {
    expect(await first(question)).toMatch(answer);
  });

  it("has no verdict where the evidence has none", async () => {
    expect(await first("Does Kelp Glass crack?")).not.toMatch(/^(?:Yes|No):/u);
    expect(await first("Are all panes sold with a frame?")).not.toMatch(/^(?:Yes|No):/u);
  });
});
