import { describe, expect, it, test } from "vitest";
import { dateIn } from "../../src/answer/chart/dates.ts";
import { reconciled } from "../../src/answer/chart/measures.ts";
import { isAbout, isPlain } from "../../src/answer/told.ts";
import type { Point } from "../../src/core/answer.ts";

describe("the date of a sentence", () => {
  it.each([
    ["Henry Winstanley built it in 1698.", "1698"],
    ["1999: Doug Cutting writes Lucene.", "1999"],
    ["It was lit on 6 December 2018 at noon.", "2018-12"],
    ["It was released on 2018-12-06.", "2018-12-06"],
    ["The memex (1945) had links.", "1945"],
    ["埃迪斯通灯塔于1698年建成。", "1698"],
  ])("stands where the words around a year say so: %s", (text, date) => {
    expect(dateIn(text)?.date).toBe(date);
  });

  it.each([
    "Rust 2018 is an edition of the language.",
    "See the roadmap at https://x.example/roadmaps/roadmap-2024.html for more.",
    "RFC PR: rust-lang/rfcs#1868",
    "It took data from the 2016 survey.",
    "It worked from 1960 until 1965.",
    "It weighs 1800 grams.",
  ])("does not stand in: %s", (text) => {
    expect(dateIn(text)).toBeUndefined();
  });
});

describe("a sentence is about a thing", () => {
  it.each([
    ["Augustin Fresnel designed the Fresnel lens in 1822.", "Fresnel lens"],
    ["Rust 1.0 was released in 2015.", "Rust"],
    ["老埃迪斯通灯塔的高度为22米。", "埃迪斯通灯塔"],
  ])("that it says something of: %s", (text, name) => {
    expect(isAbout(text, name)).toBe(true);
  });

  it.each([
    ["Rust in Action by Tim McNamara is due in 2019.", "Rust"],
    ["PostgreSQL is a common backbone of 18F's projects.", "18F"],
    ["A firm sells support for Lucene.", "Lucene"],
    ["It is at rust-lang/rfcs since 2014.", "Rust"],
  ])("but not about what it names in passing: %s", (text, name) => {
    expect(isAbout(text, name)).toBe(false);
  });
});

test("what may be, or leans on another sentence, is no point", () => {
  expect(isPlain("For example, coverage of less than 75 percent may be a problem.")).toBe(false);
  expect(isPlain("It stood 20 metres tall.")).toBe(false);
  expect(isPlain("The tower stood 20 metres tall.")).toBe(true);
});

describe("units", () => {
  const point = (value: number, unit: string, surface: string): { point: Point } => ({
    point: { label: surface, value, unit, surface },
  });
  const drawn = (points: { point: Point }[]): (string | number)[][] =>
    reconciled(points).map(({ point: { value, unit } }) => [value, unit]);

  it("are brought to the one that most figures have", () => {
    expect(drawn([point(49, "m", "49 metres"), point(22, "m", "22 metres"), point(100, "ft", "100 feet")])).toEqual([
      [49, "metres"],
      [22, "metres"],
      [30.48, "metres"],
    ]);
    expect(drawn([point(2, "week", "2 weeks"), point(3, "week", "3 weeks"), point(21, "day", "21 days")])).toEqual([
      [2, "weeks"],
      [3, "weeks"],
      [3, "weeks"],
    ]);
  });

  it("are written as the evidence writes them: kilometres stay kilometres", () => {
    expect(drawn([point(5000, "m", "5 km"), point(12000, "m", "12 km"), point(800, "m", "800 m")])).toEqual([
      [5, "km"],
      [12, "km"],
      [0.8, "km"],
    ]);
  });

  it("of nothing known stay what they are", () => {
    expect(drawn([point(5, "cards", "5"), point(7, "cards", "7")])).toEqual([
      [5, "cards"],
      [7, "cards"],
    ]);
  });
});
