// What a sentence about something else says beside a name that its thing is.
import { describe, expect, it } from "vitest";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { statedOf } from "../../src/engine/extractive/definitions/stated.ts";

const said = (sentence: string, name: string) => {
  const at = sentence.indexOf(name);
  return definitionAt(sentence, at, at + name.length, true)?.text;
};

describe("what a name is", () => {
  it.each([
    [
      "Today we launch TideOpen, a set of tools to help small harbours with the U.S. coast guard.",
      "TideOpen",
      "a set of tools to help small harbours with the U.S. coast guard",
    ],
    ["Ada Quill (AQ), the CEO of the Tide Lab, will speak about gauges.", "Ada Quill", "the CEO of the Tide Lab"],
    ["Because Tidewater is a static map generator, no chart is out of date.", "Tidewater", "a static map generator"],
    ["It is run by sluice (a batch compiler) at night.", "sluice", "a batch compiler"],
    [
      "It is part of a global standard for gauges and clocks called the Tide Treaty (TT).",
      "Tide Treaty",
      "a global standard for gauges and clocks",
    ],
  ])("stands in “%s”", (sentence, name, text) => {
    expect(said(sentence, name)).toBe(text);
  });

  it("is told without the praise of its author", () => {
    expect(said("Tide Pages is an excellent free hosting platform, but its guide is thin.", "Tide Pages")).toBe(
      "a free hosting platform",
    );
    expect(said("Tide Pages is an excellent thing.", "Tide Pages")).toBeUndefined();
  });

  it("is what a numbered document brought, as others tell", () => {
    const brought = said("It reprices the wave evaluation precompile introduced in TIP-48.", "TIP-48");
    expect(brought).toBe("introduced the wave evaluation precompile");
    // Which system contract? Others have one too.
    expect(said("It is well replaced by the system contract introduced in TIP-48.", "TIP-48")).toBeUndefined();
    expect(statedOf({ name: "TIP-48", definition: brought ?? "", evidence: "" })).toBe(
      "TIP-48 introduced the wave evaluation precompile.",
    );
    expect(said("Berths stay cold under the berth list framework introduced by RFC 292.", "RFC 292")).toBe(
      "introduced the berth list framework",
    );
  });

  it("is told of a name in its surroundings, and of what is no sentence beside its name", () => {
    const sentence = "Berthing in Leith is a form of queueing, where ships wait for their turn.";
    expect(said(sentence, "Berthing")).toBe("a form of queueing, where ships wait for their turn");
    const at = definitionAt("Tide Scope, a lighter variant of the gauge for boys.", 0, 10, true);
    expect(at).toEqual({ text: "a lighter variant of the gauge for boys", strength: 0.5 });
  });

  it.each([
    ["what is found there", "The checker computes, at each point in Tidewater, the set of open berths.", "Tidewater"],
    ["what is done", "Raising TideError is a clean way to report a flood.", "Raising TideError"],
    [
      "how it stands to another",
      "The harbour welcomed Tidewater, a flagship customer of the port of Leith.",
      "Tidewater",
    ],
    ["a clause behind one in front", "Unlike Tidewater, a gauge of brass with marks will rust in a year.", "Tidewater"],
    ["a clause behind a condition", "If Ada was also Tidewater, an election for a new keeper begins.", "Tidewater"],
    ["the second of three things", "We used Tidewater, a chart of the whole northern coast, and a lamp.", "Tidewater"],
    ["how words are to be read", "The key words are to be interpreted as described in RFC 2119.", "RFC 2119"],
    ["a thing that only other lines name", "Because of this, the strict check specified by TIP-48 is gone.", "TIP-48"],
  ])("is not %s", (_, sentence, name) => {
    expect(said(sentence, name)).toBeUndefined();
  });
});
