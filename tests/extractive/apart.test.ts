// A first line sets its thing apart from others of its sort, and no sentence of a page lacks its other half.
import { describe, expect, it } from "vitest";
import type { TopicBrief } from "../../src/core/engine.ts";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { tellsApart } from "../../src/engine/extractive/definitions/genus.ts";
import { tellerOf } from "../../src/engine/extractive/definitions/tells.ts";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { pageText } from "../../src/engine/extractive/sentences/fitness.ts";
import { aClaim } from "../link/notes.ts";

describe("a definition tells its thing apart", () => {
  it.each([
    ["Tideline", "a small tool that draws tables"],
    ["Tideline", "an ongoing effort (begun in 1920) to measure the coast"],
    ["Tideline", "a team charged with the care of the gauges"],
    ["Tideline", "a gauge library"],
    ["TIDE2", "an opcode at 0xf4, which takes the height"],
    ["ebb octant", "a successor of the octant"],
    ["Ebb Lighthouse", "a lighthouse on the Ebb Rocks, nine miles off the coast"],
    ["ebb note", "a note on one tide that is kept"],
    ["access list", "a list of addresses"],
    ["Ada Quill", "an American engineer"],
  ])("%s: %s", (name, text) => {
    expect(tellsApart(name, text)).toBe(true);
  });

  it.each([
    ["Tide 204", "a finalized, published standard with many users"],
    ["Tideline", "an ongoing project"],
    ["gaugeId", "the 0x-prefixed gauge ID"],
    ["ebb module", "an optional module for gauges"],
    ["TideList", "a better alternative that guarantees order"],
    ["Ebb", "a confusing and loaded term"],
    ["Ebb", "a TideList that grows with each wave"],
    ["Ebb payment", "the fact that in the third case the keeper was paid"],
  ])("but not %s: %s", (name, text) => {
    expect(tellsApart(name, text)).toBe(false);
  });

  it("and says more than the name in full", () => {
    const claim = aClaim("c-0000000001", "TWR is the watch record.");
    const one = { source: "raw/a.md", id: claim.id, claim, sourceTitle: "Watches", about: 1 };
    const brief: TopicBrief = {
      title: "TWR",
      type: "concept",
      aliases: ["TWR", "Tide Watch Record"],
      definition: "the watch record",
      definitionStrength: 0.9,
      definedBy: { source: one.source, id: one.id, claim },
      claims: [one],
      spread: [{ source: one.source, titled: false, count: 1, best: one }],
      neighbours: [],
      rules: "",
    };
    expect(extractiveTopic(brief).sections).toEqual([]);
  });

  it("and is no sentence that goes on after a name", () => {
    const sentence = "With RFC 3262, the tide gauge team uses a system of two leaders.";
    expect(definitionAt(sentence, 5, 13, true)).toBeUndefined();
  });
});

describe("what stands beside a name says what it is", () => {
  const defined = (sentence: string, name: string) => {
    const start = sentence.indexOf(name);
    return definitionAt(sentence, start, start + name.length, true)?.text;
  };

  it.each([
    [
      "I tried TideAuthn today - a set of standards that lock a gauge.",
      "TideAuthn",
      "a set of standards that lock a gauge",
    ],
    ["They use Tango (a literate tool for charts) each day.", "Tango", "a literate tool for charts"],
    [
      "It reads MIR, ebbc's middle intermediate representation language, first.",
      "MIR",
      "ebbc's middle intermediate representation language",
    ],
    ["App Quay is the new harbour from OceanCo.", "App Quay", "the harbour from OceanCo"],
    ["There used to be a trait called EbbDeref that locks a gauge.", "EbbDeref", "a trait that locks a gauge"],
    [
      "Adds a new element called a “tide block”, written as tide { .. }, which runs at low water.",
      "tide block",
      "an element which runs at low water",
    ],
    ["EbbConf is a two-day event held in Dover.", "EbbConf", "a two-day event held in Dover"],
    [
      "This plan adds three new opcodes, EBBGET, EBBPUT and EBBDEL that allow for cheaper tides.",
      "EBBPUT",
      "one of three opcodes that allow for cheaper tides",
    ],
    [
      "They met axe-tide, which is an Ebb library at the heart of many tools.",
      "axe-tide",
      "an Ebb library at the heart of many tools",
    ],
    [
      "Add a new opcode, EBBCALL, which takes the height of a tide, i.e. its sender.",
      "EBBCALL",
      "an opcode which takes the height of a tide",
    ],
    ["Tidract is the ABC OCR service.", "Tidract", "the ABC OCR service"],
  ])("%s", (sentence, name, text) => {
    expect(defined(sentence, name)).toBe(text);
  });

  it.each([
    ["Half of them use Tango (a decrease of 3 points from 2023).", "Tango"],
    ["We asked Tango (the keeper was away) and left.", "Tango"],
    ["Tango gauges are specifically limited to reading tides which can be seen.", "Tango gauges"],
    ["Tango is an important part of modern harbours.", "Tango"],
    ["Tango is a widely used language.", "Tango"],
    ["The work is on gauges, Tango, the old naming scheme of tides, and more.", "Tango"],
    ["Tango is the tree's update sequence number here.", "Tango"],
    ["Tango is a system involving a number of different standards.", "Tango"],
    ["I met Tango - a friend opens doors.", "Tango"],
  ])("but not in: %s", (sentence, name) => {
    expect(defined(sentence, name)).toBeUndefined();
  });

  it("and what a command or an instruction does is what it is", () => {
    const tells = tellerOf(["SAR", "VACUUM INTO"]);
    expect(tells("The SAR instruction (arithmetic shift right) pops two values from the stack.")).toBe(true);
    expect(tells("The VACUUM INTO command can be used to save a copy of a database.")).toBe(true);
    expect(tells("The SAR instruction was a mistake.")).toBe(false);
  });
});

describe("a page says nothing that lacks its other half", () => {
  it.each([
    "Tideline is a lot more ergonomic and has more features.",
    "Tideline uses a similar table, but for rivers.",
    "Tideline excels in supporting both styles.",
    "All gauges of Tideline before 1.6 are vulnerable.",
    "The height is then claimed by the keeper of the gauge.",
    "The gauge ID is the only required parameter.",
    "The role of the tide board is to...",
    "Tideline replaces the rules of the gauge with five functions, utilizing.",
    "Tideline is particular in that there are two dialects for its tables.",
    "Tideline holds all heights that a gauge has seen within that window.",
    "Tideline is charged as the first gauge is entered.",
    "Tideline takes another way to the second path.",
    "Ada Quill is a new keeper of the team who has led the work on gauges.",
  ])("%s", (sentence) => {
    expect(pageText(sentence)).toBeUndefined();
  });

  it("but names what the page is about", () => {
    const sentence = "The edition field defines the tide that a gauge uses.";
    expect(pageText(sentence)).toBeUndefined();
    expect(pageText(sentence, ["Edition field"])).toBe(sentence);
  });

  it.each([
    "Tideline is a lot more exact than a rule.",
    "Tideline uses a table similar to the almanac.",
    "Tideline supports both rivers and seas.",
    "Tideline was shown in Bergen for the first time.",
    "Tideline has two gauges, and the second gauge is checked by hand.",
    "If a gauge fails, its height is then taken from the next one.",
  ])("but may say: %s", (sentence) => {
    expect(pageText(sentence)).toBe(sentence);
  });
});

describe("a first line", () => {
  const lead = (text: string, definition: string, more: Partial<TopicBrief> = {}) => {
    const claim = aClaim("c-0000000001", text);
    const draft = extractiveTopic({
      title: "tide-tool",
      type: "concept",
      aliases: ["tide-tool"],
      claims: [],
      definition,
      definitionStrength: 0.8,
      definedBy: { source: "raw/a.md", id: claim.id, claim },
      spread: [],
      neighbours: [],
      rules: "",
      ...more,
    });
    return draft.sections[0]?.paragraphs[0]?.[0]?.text;
  };

  it("makes a sentence of an entry in a list", () => {
    expect(lead("tide-tool: A small library for gauges.", "A small library for gauges")).toBe(
      "tide-tool is a small library for gauges.",
    );
  });

  it("is what a sentence about something else says that the thing is", () => {
    const text = "I made tide-tool, a small tool for gauges, so it knows my harbour.";
    expect(lead(text, "a small tool for gauges, so it knows my harbour")).toBe("tide-tool is a small tool for gauges.");
    const claimed = "An ebb list is a list of tides that I keep.";
    const more = { title: "Ebb list", aliases: ["Ebb list", "ebb list"] };
    expect(lead(claimed, "a list of tides that keepers share", more)).toBe(
      "An ebb list is a list of tides that keepers share.",
    );
  });

  it("says of a person who they are, and not the news of them", () => {
    const text = "Ada Quill, the tide board's director of charts, announced that gauges are free.";
    const more = { title: "Ada Quill", aliases: ["Ada Quill"], kind: "person" as const };
    expect(lead(text, "the tide board's director of charts", more)).toBe(
      "Ada Quill is the tide board's director of charts.",
    );
  });

  it("stops where its author begins to speak of the use of it", () => {
    const text = "Ebbstack is a service that lets keepers paste rich text, so it's useful to copy tables.";
    const more = { title: "Ebbstack", aliases: ["Ebbstack"] };
    expect(lead(text, "a service that lets keepers paste rich text, so it's useful to copy tables", more)).toBe(
      "Ebbstack is a service that lets keepers paste rich text.",
    );
  });

  it("stands without quotation marks, and is no quotation", () => {
    expect(lead("“tide-tool” is a library for gauges.", "a library for gauges")).toBe(
      "tide-tool is a library for gauges.",
    );
    expect(lead("“tide-tool is a library for gauges.”", "a library for gauges")).toBe(
      "tide-tool is a library for gauges.",
    );
  });
});
