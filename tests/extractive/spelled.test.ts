// Names that no capital shows.
import { describe, expect, it } from "vitest";
import { homedNames, spelledNamesIn } from "../../src/engine/extractive/names/spelled.ts";
import { standsWhole } from "../../src/text/mentions.ts";

const names = (text: string): string[] => spelledNamesIn(text).map((one) => one.text);

describe("a name in small letters", () => {
  it("is a coined word with a hyphen, or an address", () => {
    expect(names("Load it with sqlite-utils and publish it on crates.io today.")).toEqual([
      "sqlite-utils",
      "crates.io",
    ]);
  });

  it.each([
    "A fine-grained, big-endian, non-lexical thing.",
    "Edit main.py and call block.timestamp first.",
    "See /opt/sqlite-utils/bin and sqlite-utils(1).",
  ])("is none in: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  it("is what a link calls the place that it leads to", () => {
    const text =
      "[sqlite-utils](https://sqlite-utils.datasette.io/), [Black](https://github.com/psf/black) by [ada](https://github.com/ada), [team](https://example.org/team), [this](https://example.org/x)";
    expect(homedNames(text)).toEqual(["sqlite-utils", "Black"]);
  });
});

describe("a name in a text", () => {
  const whole = (text: string, name: string): boolean => {
    const start = text.indexOf(name);
    return standsWhole(text, { start, end: start + name.length });
  };

  it.each([
    ["Running GitHub Actions on a branch", "GitHub", false],
    ["Using Jest without a package.json", "json", false],
    ["Escaping a query with GitHub and curl", "GitHub", true],
    ["活着-余华", "余华", true],
    ["SQLite VACUUM fills the disk", "SQLite", true],
  ])("stands for itself or is a piece of another: %s", (text, name, expected) => {
    expect(whole(text, name)).toBe(expected);
  });
});
