// Which lines a reader would find good ones to open a page with, and which things therefore have one.
import { describe, expect, it } from "vitest";
import type { Claim, Mention } from "../../src/core/note.ts";
import { leadOf, promiseOf } from "../../src/engine/extractive/pages/lead.ts";
import { lineOn, oddsOf } from "../../src/engine/extractive/pages/verdict.ts";
import { brief, claim } from "./briefs.ts";

const odds = (title: string, text: string, strength = 0): number | undefined => {
  const { claim: said, source, id } = claim(text, "raw/a.md");
  return oddsOf(
    lineOn(brief(title, []), { sentence: { text, claims: [{ source, id }] }, claim: said, strength, tells: false }),
  );
};

describe("a first line", () => {
  it.each([
    [
      "Tide",
      "Tide is a package manager that downloads charts and checks them.",
      "Tide can't be everything to everyone, and it never was.",
    ],
    ["Ada Quill", "Ada Quill is a Norwegian engineer who built the first tide gauge.", "Ada Quill joined in 2015."],
    ["Gauge", "A gauge is an instrument that measures the height of water.", "The gauge is now part of the problem."],
    ["TideDB", "TideDB is a database for tables of tides, written in C.", "TideDB has some issues with this approach."],
  ])("is what says which sort of thing it is and sets it apart: %s", (title, good, poor) => {
    expect(odds(title, good, 0.9)).toBeGreaterThan(0.5);
    expect(odds(title, poor)).toBeLessThan(0.2);
  });

  it("is chosen among all that sources say", () => {
    const poor = claim("Tide stores all of its charts in one folder, and it is not easy to move them.", "raw/a.md");
    const good = claim("Tide is a program that draws charts of harbours for pilots.", "raw/b.md");
    expect(leadOf(brief("Tide", [poor, good]))?.text).toBe(good.claim.text);
    expect(leadOf(brief("Tide", [poor]))).toBeUndefined();
  });

  it("may be a dull one of who writes on a thing that others name too", () => {
    const text = "Ebb notes turn tables into objects.";
    const said = claim(text, "raw/a.md");
    const topic = brief("Ebb note", [said], { aliases: ["Ebb note", "Ebb notes"] });
    const of = (titled: boolean) => [
      { source: "raw/a.md", titled, count: 4, best: said },
      { source: "raw/b.md", titled: false, count: 1 },
    ];
    expect(leadOf({ ...topic, spread: of(true) })?.text).toBe(text);
    expect(leadOf({ ...topic, spread: of(false) })).toBeUndefined();
  });

  it("says more than of which sort a thing is, and is not cut at a point", () => {
    expect(leadOf(brief("SHR", [claim("SHR is a bitwise opcode.", "raw/a.md")]))).toBeUndefined();
    const quote = "Ada Quill, the director of tides at the U.S. Coast Survey in 1990, drew charts.";
    const by = claim(quote, "raw/a.md");
    const defined = { definitionStrength: 0.5, definedBy: by, kind: "person" as const };
    const cut = brief("Ada Quill", [by], { ...defined, definition: "the director of tides at the U.S" });
    const whole = brief("Ada Quill", [by], {
      ...defined,
      definition: "the director of tides at the U.S. Coast Survey",
    });
    expect(leadOf(cut)?.text ?? "").not.toContain("is the director of tides at the U.S");
    expect(leadOf(whole)?.text).toContain("U.S. Coast Survey");
  });

  it("leaves out what its sentence turns to", () => {
    const two = "Ada Quill is a designer of tide tables at the harbour office; Bo Reed is a teacher of pilots.";
    const by = claim(two, "raw/a.md");
    const definition = "a designer of tide tables at the harbour office; Bo Reed is a teacher of pilots";
    const person = { definitionStrength: 0.9, definedBy: by, definition, kind: "person" as const };
    expect(leadOf(brief("Ada Quill", [by], person))?.text).toBe(
      "Ada Quill is a designer of tide tables at the harbour office.",
    );
  });

  it("says of what may be counted that it is one of them, and never only what letters stand for", () => {
    const tower = brief("Tide clock", [
      claim("Tide clock is an instrument that shows when water is high.", "raw/a.md"),
    ]);
    const many = { ...tower, aliases: ["Tide clock", "tide clocks"] };
    expect(leadOf(tower)?.text).toBe("Tide clock is an instrument that shows when water is high.");
    expect(leadOf(many)?.text).toBe("A tide clock is an instrument that shows when water is high.");
    expect(leadOf(brief("lsot", [claim("lsot stands for “list open tides”.", "raw/a.md")]))).toBeUndefined();
  });

  it.each([
    "The tide hand is a pointer that shows the height of the water within that window.",
    "A tide hand is a pointer based on the result of `table.into_iter()`, which holds heights.",
  ])("leans on nothing that its document showed before: %s", (text) => {
    const defined = { definitionStrength: 1, definition: "a pointer that shows the height", aliases: ["Tide hand"] };
    const opening = leadOf(brief("Tide hand", [claim(text, "raw/a.md")], defined))?.text ?? "";
    expect(opening).not.toMatch(/that window|into_iter/);
  });

  it.each([
    ["Tide index", "Tide index is a uint64 in big endian encoding."],
    ["MAX", "MAX denotes 2^256 - 1 (0xffffffff)."],
    ["Harbour Initiative", "The Harbour Initiative is an initiative under the purview of the board."],
    ["SIMD", "SIMD stands for Single Instruction, Multiple Data."],
    ["Tide search", "The tide search was affected by a hole that let anybody read the tables of a harbour."],
    ["Harbour", "Harbour is a system involving a number of different standards."],
    ["Ebb-7 tide type", "This proposal [Signed tides] introduces a new Ebb-7 tide type that is signed with lamps."],
    ["POP2", "POP2 is an instruction that was written by the harbour office."],
    ["Tide script", "The Tide script is a script which was released as open source by the harbour office."],
    ["Tide generics", "Tide generics is a feature that lets you write tables over N."],
    ["Tide Day", "The Tide Day is a series of talks that will happen throughout the country in May."],
  ])("has not only the form of a definition: %s", (title, text) => {
    const by = claim(text, "raw/a.md");
    const definition = text.replace(/^.*? (?:is|denotes|stands for) /, "").replace(/\.$/, "");
    const defined = { definitionStrength: 1, definedBy: by, definition };
    expect(leadOf(brief(title, [by], defined))).toBeUndefined();
  });

  it("says of somebody who still does it that they are", () => {
    const by = claim("Ada Quill, a designer who studies tides, proposed the term ebb note.", "raw/a.md");
    const definition = "a designer who studies tides";
    const person = { definitionStrength: 0.5, definedBy: by, definition, kind: "person" as const };
    expect(leadOf(brief("Ada Quill", [by], person))?.text).toBe("Ada Quill is a designer who studies tides.");
  });

  it("is sought where its source first names the thing", () => {
    const text = "Tides shape the harbour and the work of pilots there.";
    const said = claim(text, "raw/a.md");
    const opening = { sentence: { text, claims: [{ source: said.source, id: said.id }] }, strength: 0, tells: false };
    const at = (n: number, headings: readonly string[]) =>
      oddsOf(lineOn(brief("Tides", []), { ...opening, claim: { ...said.claim, evidence: [n], place: { headings } } }));
    expect(at(2, ["Tides"])).toBeGreaterThan(at(90, ["Rationale", "Costs", "Notes"]) ?? 1);
  });

  it("tells nothing that was only planned", () => {
    const plan = "The Tide Fest is a festival of pilots and was planned to happen in Bergen in May.";
    expect(leadOf(brief("Tide Fest", [claim(plan, "raw/a.md")]))).toBeUndefined();
  });

  it("is judged by its form where it is in another language", () => {
    expect(odds("Gezeitenrechner", "Der Gezeitenrechner berechnet Hochwasser für norwegische Häfen.")).toBeUndefined();
    expect(odds("潮汐", "潮汐是海水周期性涨落的现象。")).toBeUndefined();
  });

  it("is judged by its form however many name the thing, where nobody’s verdicts were learnt from", () => {
    const claims = ["a", "b", "c", "d", "e", "f"].map((name) =>
      claim("潮汐就是海水周期性涨落的现象。", `raw/${name}.md`),
    );
    expect(leadOf(brief("潮汐", claims))?.text).toBe("潮汐就是海水周期性涨落的现象。");
  });

  it("is promised by a source that can open a page by itself", () => {
    const said = (id: string, text: string): [string, Claim] => [id, { ...claim(text, "raw/a.md").claim, id }];
    const claims = new Map([
      said("c-1", "Tide is a program that draws charts of harbours for pilots."),
      said("c-2", "Sluice was mentioned in passing."),
    ]);
    const mention = (name: string, id: string, more: Partial<Mention> = {}): Mention => ({
      name,
      forms: [],
      type: "concept",
      count: 3,
      salience: 0.4,
      inTitle: false,
      inHeading: false,
      claims: [id],
      subjectOf: [id],
      ...more,
    });
    expect(promiseOf(mention("Tide", "c-1"), "raw/a.md", claims)).toBeGreaterThan(0.3);
    expect(promiseOf(mention("Tide", "c-1", { minor: true }), "raw/a.md", claims)).toBeUndefined();
    expect(promiseOf(mention("Sluice", "c-2"), "raw/a.md", claims)).toBeUndefined();
  });
});
