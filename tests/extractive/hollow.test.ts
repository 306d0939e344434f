// What reads like a definition and is none, and which of several opens a page.
import { describe, expect, it } from "vitest";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { brief, claim, textOf } from "./briefs.ts";

const saidOf = (name: string, sentence: string): string | undefined => {
  const at = sentence.indexOf(name);
  return definitionAt(sentence, at, at + name.length, true)?.text;
};

describe("a definition", () => {
  it.each([
    ["Tide", "Tide is an example of early focus on speed that has helped sailors."],
    ["Tide", "Tide refers to a few things."],
    ["Tide", "Tide is a proof of concept for an alternative design."],
    ["Tide", "Tide is an optional dependency for the charts library of harbours."],
    ["Tide", "Tide is the frontier for automating the charts of harbours."],
    ["Ada Quill", "Ada Quill is a well-known figure to many sailors."],
    ["Tide", "Tide is a mechanism that is easy to predict and model."],
    ["Tide", "Tide is a simpler, and more appropriate data structure for checking charts."],
    ["Tide", "Tide is a separate, harbour-serving concern of the port."],
    ["Harbour Days 2018", "Harbour Days 2018, the annual conference about tides, was in May."],
    ["RLS", "At that time, the existing harbour server, RLS, had been giving charts for years."],
    ["tide table", "A tide table is a concept that Harbour adapted from old sailors' books."],
    ["quay", "The quay is a blizzard of activity."],
    ["Raising fees", "Raising fees is a backwards-incompatible change."],
    ["pilot", "A pilot is an in-harbour entity."],
    ["Tide", "We measured legacy Tide (the slow original implementation of the charts) for a year."],
    ["Regarding new keepers", "Regarding new keepers: An influx of help from many ports was seen in May."],
    ["slot time", "The slot time is the heartbeat of a sailor's day."],
    [
      "Wire Protocol",
      "Ships speak the Tide Wire Protocol, the Quill Search Protocol and the Quill Transport Protocol.",
    ],
    ["seal", "The seal is the address for `s` and the pair (r, R)."],
    ["tideId", "tideId is the integer ID of the tide as a hexadecimal string, per the tables."],
    ["Ada Quill", "They use tide.cpp by Ada Quill, a port of an older chart to new paper."],
    ["MIRROR", "MIRROR is a simpler 'language' than the full table."],
    ["Pilot", "Pilot — it is difficult to meet the expectations of others."],
  ])("of %s is none in: %s", (name, sentence) => {
    expect(saidOf(name, sentence)).toBeUndefined();
  });

  it.each([
    [
      "Quillnet",
      "Quillnet is a simpler alternative protocol for sealed letters.",
      "an alternative protocol for sealed letters",
    ],
    [
      "tide-explain",
      "I built a tool for charts called tide-explain to show what the tide command says with explain ... and its list.",
      "a tool for charts to show what the tide command says with explain ... and its list",
    ],
    [
      "Quay",
      "Max wrote Quay, the package manager that shipped with Tide 1.0 and has been better ever since.",
      "the package manager that shipped with Tide 1.0 and has been better ever since",
    ],
    ["Quillnet", "Quillnet is a protocol that is simpler than letters.", "a protocol that is simpler than letters"],
    [
      "mole",
      "The mole is a unit which is a part of 1 gram, would allow finer scales.",
      "a unit which is a part of 1 gram",
    ],
    [
      "Ada",
      "Ada, who is the author of the Tide manual and who taught Max, was very happy.",
      "the author of the Tide manual",
    ],
    [
      "Harbour Days 2018",
      "Harbour Days 2018 is the third edition of the annual conference.",
      "the third edition of the annual conference",
    ],
    ["LEAK", 'A LEAK is an "internal harbour error".', 'an "internal harbour error"'],
  ])("of %s keeps what it says by itself: %s", (name, sentence, said) => {
    expect(saidOf(name, sentence)).toBe(said);
  });
});

describe("of several definitions", () => {
  const vague = claim("Tide is the wheel that the keeper installed in the upper tower.", "raw/a.md");
  const plain = claim("Tide is a program that draws charts of the coast.", "raw/b.md");

  it("a page opens with the one that can be understood alone, whatever source has it", () => {
    const topic = brief("Tide", [vague, plain], {
      definition: "the wheel that the keeper installed in the upper tower",
      definitionStrength: 0.8,
      definedBy: vague,
      alsoDefined: [{ by: plain, definition: "a program that draws charts of the coast", strength: 0.8 }],
    });
    expect(textOf(topic)[0]).toBe(plain.claim.text);
  });

  it("the next is taken where the first may not stand on a page", () => {
    const mine = claim("Tide is a tool that we wrote for our own harbour.", "raw/a.md");
    const topic = brief("Tide", [mine, plain], {
      definition: "a tool that we wrote for our own harbour",
      definitionStrength: 1,
      definedBy: mine,
      alsoDefined: [{ by: plain, definition: "a program that draws charts of the coast", strength: 0.8 }],
    });
    expect(textOf(topic)[0]).toBe(plain.claim.text);
  });

  it("a line of a glossary becomes a sentence, with the article of a thing that can be counted", () => {
    const said = claim("Tide gate: A gate that keeps the tide out of a dock.", "raw/a.md");
    const topic = brief("Tide gate", [said], {
      definition: "A gate that keeps the tide out of a dock",
      definitionStrength: 0.8,
      definedBy: said,
    });
    expect(textOf(topic)).toEqual(["A tide gate is a gate that keeps the tide out of a dock."]);
  });
});
