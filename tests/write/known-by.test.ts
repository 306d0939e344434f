// Names without a page lead to the source that is about the thing.
import { describe, expect, it } from "vitest";
import { namesOfSources } from "../../src/write/known-by.ts";
import { aMention, aNote } from "../link/notes.ts";

const none = () => false;

describe("names of a source", () => {
  it("are those in its title, however seldom the text names them", () => {
    const note = aNote("raw/clock.md", [], [aMention("Harrison H4", [], { inTitle: true, count: 1 })]);
    expect(namesOfSources([note], none).get("raw/clock.md")).toEqual(["Harrison H4"]);
  });

  it("are left to a topic that has a page", () => {
    const note = aNote("raw/clock.md", [], [aMention("Harrison H4", [], { inTitle: true })]);
    expect(namesOfSources([note], () => true).size).toBe(0);
  });

  it("lead to the source that says most of a thing that no title names", () => {
    const notes = [
      aNote("raw/a.md", [], [aMention("Longitude Board", [], { count: 5, salience: 0.4 })]),
      aNote("raw/b.md", [], [aMention("Longitude Board", [], { count: 9, salience: 0.8 })]),
    ];
    expect([...namesOfSources(notes, none)]).toEqual([["raw/b.md", ["Longitude Board"]]]);
  });

  it("hold nobody and nothing that is named in passing", () => {
    const note = aNote(
      "raw/a.md",
      [],
      [
        aMention("Ada Brook", [], { kind: "person", type: "entity", count: 9 }),
        aMention("Kew", [], { minor: true, count: 9 }),
        aMention("MAX_TIDE", [], { count: 9 }),
      ],
    );
    expect(namesOfSources([note], none).size).toBe(0);
  });
});
