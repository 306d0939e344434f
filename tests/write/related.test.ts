// A line in Related: a whole sentence that names both, or the link alone; and which sources a topic's page counts.
import { describe, expect, it } from "vitest";
import type { Topic } from "../../src/core/topic.ts";
import { briefOf, titledSources } from "../../src/write/brief.ts";
import type { PlacedTopic } from "../../src/write/names.ts";
import { relationsOf } from "../../src/write/related.ts";
import { aClaim, aMention, aNote } from "../link/notes.ts";

const ID = "c-1111111111";
const placed = (title: string): PlacedTopic => {
  const topic: Topic = {
    title,
    type: "concept",
    aliases: [title],
    claims: [{ source: "raw/a.md", id: ID }],
    named: [{ source: "raw/a.md", count: 1 }],
    subjectOf: [],
  };
  return { topic, page: `wiki/concepts/${title.toLowerCase()}` };
};
const reasonFor = (text: string): string =>
  relationsOf([placed("Lamp"), placed("Wick")], () => aClaim(ID, text)).get("wiki/concepts/lamp")?.[0]?.reason ??
  "no relation";

describe("a reason in Related", () => {
  it("is a whole sentence that names both", () => {
    expect(reasonFor("The lamp draws its oil up a wick.")).toBe("no relation");
    expect(reasonFor("A lamp draws oil up the wick.")).toBe("A lamp draws oil up the wick");
  });

  it.each([
    "I trimmed the wick of the lamp this morning.",
    "A lamp draws oil up the fibres of cotton.",
    "However, a lamp without a wick is dark.",
    "The other house leaned on a lamp for its wick in winter.",
    "A lamp without a wick pays the surcharge.",
    `A lamp with a wick ${"that is long and ".repeat(12)}old burns.`,
  ])("is no sentence that leans, names one only, or would have to be cut: %s", (text) => {
    expect(reasonFor(text)).toBe("no relation");
  });
});

describe("two things that sources name together", () => {
  it("are related by these sources where the page tells the only reason itself", () => {
    const text = "A lamp draws oil up the wick.";
    const two = ["Lamp", "Wick"].map((title) => {
      const one = placed(title);
      const claims = [...one.topic.claims, { source: "raw/b.md", id: ID }, { source: "raw/b.md", id: ID }];
      return { ...one, topic: { ...one.topic, claims } };
    });
    const said = new Map([["wiki/concepts/lamp", new Set([text])]]);
    const relations = relationsOf(two, () => aClaim(ID, text), undefined, said);
    expect(relations.get("wiki/concepts/lamp")).toMatchObject([{ reason: "", together: ["raw/b.md", "raw/a.md"] }]);
    expect(relations.get("wiki/concepts/wick")).toMatchObject([
      { reason: "A lamp draws oil up the wick", together: [] },
    ]);
  });
});

describe("the sources of a topic", () => {
  it("are also those that have it in their title alone", () => {
    const notes = new Map(
      [
        aNote("raw/a.md", [aClaim(ID, "The lamp burns oil.")], [aMention("Lamp", [ID])], "Oil"),
        aNote("raw/b.md", [aClaim("c-2222222222", "Cotton draws oil.")], [], "How to trim a Lamp by hand"),
        aNote("raw/c.md", [], [], "Sand"),
      ].map((note) => [note.path, note]),
    );
    const lamp = placed("Lamp");
    const headed = titledSources([lamp], notes).get(lamp.page) ?? [];
    const { spread } = briefOf(lamp.topic, notes, headed, [], "");
    expect(spread.map(({ source, titled }) => [source, titled])).toEqual([
      ["raw/b.md", true],
      ["raw/a.md", false],
    ]);
  });

  it("are none that have its letters in code marks alone, and small", () => {
    const text = "The patch replaces the gps module.";
    const note = (path: string, claim: string, code: [number, number][] = []) => ({
      ...aNote(path, [aClaim(ID, claim)], [aMention("gps", [ID])]),
      code: { [claim]: code },
    });
    const notes = new Map(
      [note("raw/a.md", "Ships find home by GPS."), note("raw/b.md", text, [[23, 26]])].map((one) => [one.path, one]),
    );
    const named = [...notes.keys()].map((source) => ({ source, count: 1 }));
    const topic = { ...placed("GPS").topic, claims: named.map(({ source }) => ({ source, id: ID })), named };
    const { spread, claims } = briefOf(topic, notes, [], [], "");
    expect(spread.map(({ source }) => source)).toEqual(["raw/a.md"]);
    expect(claims.map(({ source }) => source)).toEqual(["raw/a.md"]);
  });
});
