// Where sources give different figures for one thing, and where they only seem to.
import { describe, expect, it } from "vitest";
import type { BriefClaim } from "../../src/core/engine.ts";
import { disagreementsIn } from "../../src/write/disagreements.ts";
import { aClaim } from "../link/notes.ts";

describe("a disagreement", () => {
  const brief = (source: string, text: string): BriefClaim => ({
    source,
    id: `c-${source}`,
    claim: aClaim(`c-${source}`, text),
    sourceTitle: source,
    about: 1,
  });
  const between = (a: string, b: string, sources = ["raw/a.md", "raw/b.md"]) =>
    disagreementsIn([brief(sources[0] ?? "", a), brief(sources[1] ?? "", b)], ["Eddystone Lighthouse"]).length;

  it.each([
    [
      "The tower of the Eddystone stood on the reef for 127 years.",
      "The tower of the Eddystone stood on the reef for 123 years.",
    ],
    ["The light of the Eddystone burned 24 candles a night.", "The light of the Eddystone burned 60 candles a night."],
    [
      "The light burned 24 candles a night, according to John Smeaton.",
      "According to Henry Winstanley, the light burned 60 candles a night.",
    ],
  ])("is two sources with different figures for one thing: %s", (a, b) => {
    expect(between(a, b)).toBe(1);
  });

  it.each([
    ["the same figure", "The tower stood on the reef for 127 years.", "The tower stood on the reef for 127 years."],
    ["years of time", "The tower was built on the reef in 1759.", "The tower was built on the reef in 1698."],
    ["different things", "The tower stood on the reef for 127 years.", "Gas lamps burned in the harbour for 30 years."],
    ["different units", "The tower on the reef weighs 22 tons.", "The tower on the reef stands 22 metres."],
    [
      "what each is to change",
      "Rewards of keepers will be adjusted to 3 pounds.",
      "Rewards of keepers will be adjusted to 2 pounds.",
    ],
    [
      "two things of one sort, each by its own name",
      "The light of Bell Rock burned 24 candles a night.",
      "The light of Hook Head burned 60 candles a night.",
    ],
    [
      "two things whose names are code",
      "Adds a lamp (`LAMP2`) to the reef at 24 metres, which takes oil.",
      "A lamp is added (`LAMP2COPY`) to the reef at 60 metres, which takes oil.",
    ],
    ["days", "The keepers met on the reef on July 2nd.", "The keepers met on the reef on 23 September."],
    [
      "different times",
      "In 1759 the tower held 24 candles on the reef.",
      "In 1810 the tower held 60 candles on the reef.",
    ],
    [
      "one of them without a figure",
      "The tower stood on the reef for years.",
      "The tower stood on the reef for 127 years.",
    ],
  ])("is not %s", (_, a, b) => {
    expect(between(a, b)).toBe(0);
  });

  it("shows the older source first, with the years where they differ: it may have changed over time", () => {
    const [a, b] = [
      { ...brief("raw/a.md", "The light of the Eddystone burned 60 candles a night."), published: "2021-03-04" },
      { ...brief("raw/b.md", "The light of the Eddystone burned 24 candles a night."), published: "4 May 1999" },
    ];
    const [found] = disagreementsIn([a, b], ["Eddystone Lighthouse"]);
    expect(found?.sides.map((side) => [side.year, side.ref.source])).toEqual([
      ["1999", "raw/b.md"],
      ["2021", "raw/a.md"],
    ]);
    const [alike] = disagreementsIn([a, { ...b, published: "2021-01-01" }], ["Eddystone Lighthouse"]);
    expect(alike?.sides.map((side) => side.year)).toEqual([undefined, undefined]);
  });

  it("is never within one source", () => {
    expect(
      between("The tower stood on the reef for 127 years.", "The tower stood on the reef for 123 years.", [
        "raw/a.md",
        "raw/a.md",
      ]),
    ).toBe(0);
  });
});
