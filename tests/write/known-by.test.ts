// Which names lead to a source when no page is about the thing.
import { describe, expect, it } from "vitest";
import { knownBy } from "../../src/write/known-by.ts";
import { aMention, aNote } from "../link/notes.ts";

const known = (...mentions: readonly Parameters<typeof aMention>[]) =>
  knownBy(
    aNote(
      "raw/clock.md",
      [],
      mentions.map((one) => aMention(...one)),
    ),
  );

describe("a source is known by", () => {
  it("names in its title, however seldom the text has them", () => {
    expect(known(["Harrison H4", [], { inTitle: true, count: 1 }])).toEqual(["Harrison H4"]);
  });

  it("what it defines or comes back to, after what it is headed by", () => {
    expect(
      known(
        ["Longitude Board", [], { count: 9, salience: 0.5 }],
        ["sea clock", [], { count: 1, definition: "a clock for ships", definitionStrength: 1 }],
        ["Harrison H4", [], { inTitle: true, count: 2 }],
      ),
    ).toEqual(["Harrison H4", "Longitude Board", "sea clock"]);
  });

  it("the short name before a colon and the code in its title, and by both forms of an acronym", () => {
    const note = aNote("raw/x.md", [], [aMention("sea clock", [], { inTitle: true, forms: ["SC"] })]);
    const titled = { ...note, meta: { ...note.meta, title: "seaclk: a sea clock in tide_table()" } };
    expect(knownBy(titled)).toEqual(["seaclk", "tide_table", "sea clock", "SC"]);
  });

  it("nobody and nothing that it names in passing", () => {
    expect(
      known(
        ["Ada Brook", [], { kind: "person", type: "entity", count: 2 }],
        ["Kew", [], { minor: true, count: 9 }],
        ["MAX_TIDE", [], { count: 9 }],
      ),
    ).toEqual([]);
  });
});
