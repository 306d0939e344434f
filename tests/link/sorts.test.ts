// What a thing is that nobody defines: the noun that sources put beside its name, where they bear it out together.
import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/core/note.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { sortsIn } from "../../src/link/sorts.ts";
import { readFile } from "../../src/read/registry.ts";
import { aMention, aNote } from "./notes.ts";

const beside = (name: string, noun: string, classed = false, more: Partial<Mention> = {}): Mention =>
  aMention(name, [`c-${name}`], { beside: [{ noun, classed, claim: `c-${name}` }], ...more });

function sortOf(name: string, mentions: readonly Mention[]) {
  const notes = mentions.map((mention, i) => aNote(`raw/${i}.md`, [], [mention]));
  const members = notes.flatMap(({ path, mentions: [mention] }) =>
    mention?.name === name ? [{ source: path, mention }] : [],
  );
  return sortsIn(notes)(members)?.noun;
}

describe("the sort of a name", () => {
  const gauges = [
    beside("TIDE-1", "gauge", true),
    beside("TIDE-2", "gauge", true),
    beside("TIDE-3", "gauge"),
    beside("TIDE-3", "gauge"),
  ];

  it("is a noun that stands beside several, and that one is said to be of", () => {
    expect(sortOf("TIDE-3", gauges)).toBe("gauge");
  });

  it("is none that stands beside few, or of which nothing is said to be", () => {
    expect(sortOf("TIDE-2", gauges.slice(0, 2))).toBeUndefined();
    expect(sortOf("docs.io", [beside("docs.io", "crew"), beside("a.io", "crew"), beside("b.io", "crew")])).toBe(
      undefined,
    );
  });

  it("is none of a person, nor where two nouns stand beside the name as often", () => {
    expect(sortOf("TIDE-3", [...gauges, beside("TIDE-3", "gauge", true, { kind: "person" })])).toBeUndefined();
    const two = [
      beside("BUOY-1", "lamp", true),
      beside("BUOY-2", "lamp", true),
      beside("TIDE-3", "lamp"),
      beside("TIDE-3", "lamp"),
    ];
    expect(sortOf("TIDE-3", [...gauges, ...two])).toBeUndefined();
  });
});

describe("the nouns beside a name", () => {
  const besideIn = async (text: string, name: string) => {
    const markdown = `# Harbour\n\n${text} ${name} is read by ships. Ships read ${name} at night.\n`;
    const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
    const document = result.kind === "read" ? result.documents[0] : undefined;
    const found = document && nominate(document).find((one) => one.name === name);
    return found?.beside?.map(({ noun, classed }) => `${noun}${classed ? "!" : ""}`);
  };

  it.each([
    ["Pilots know gauges such as TIDELOG and SEALOG well.", "TIDELOG", ["gauge!"]],
    ["The instruments TIDELOG, SEALOG and FOGLOG are old.", "FOGLOG", ["instrument!"]],
    ["They trust the TIDELOG instrument.", "TIDELOG", ["instrument"]],
    ["The TIDELOG and SEALOG instruments are old.", "TIDELOG", ["instrument"]],
    ["They bought a TIDELOG plugin.", "TIDELOG", undefined],
    ["They trust the Harbourmaster compiler.", "Harbourmaster", undefined],
    ["They read the TIDELOG value.", "TIDELOG", undefined],
  ])("are those of %s", async (text, name, nouns) => {
    expect(await besideIn(text, name)).toEqual(nouns);
  });
});
