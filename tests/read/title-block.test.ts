import { describe, expect, it } from "vitest";
import { titleBlockOf } from "../../src/read/title-block.ts";

describe("the title block of a plain text", () => {
  it.each([
    ["Notes\nMarit Sandvik, September 2026\n\nText begins.", { authors: ["Marit Sandvik"], published: "2026-09" }],
    [
      "NOTES\nFive ways\n\nby Ada de Brook and Tom Hale\n18 March 2021",
      { authors: ["Ada de Brook", "Tom Hale"], published: "2021-03-18" },
    ],
    ["Notes\nMarch 4, 2021", { authors: [], published: "2021-03-04" }],
    ["Notes\nDate: 2021-03-04", { authors: [], published: "2021-03-04" }],
    ["Notes\nThe Slow Index, winter 2022", { authors: [], published: "2022" }],
  ])("of %j gives who and when", (text, told) => {
    expect(titleBlockOf(text.split("\n"))).toEqual(told);
  });

  it.each([
    "Notes\nThe town was founded by Ada Brook in 1999.\nBy Tom Hale",
    "Ada Brook, 1999",
    "Notes\nby the river",
    "Notes\nChapter 12",
  ])("invents nobody and no date in %j", (text) => {
    expect(titleBlockOf(text.split("\n"))).toEqual({ authors: [] });
  });
});
