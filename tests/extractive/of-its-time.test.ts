// What was so when its source was written stands under that year; what a thing is, is for and was does not.
import { describe, expect, it } from "vitest";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { sha256 } from "../../src/text/hash.ts";
import { briefOf } from "../../src/write/brief.ts";
import { aClaim, aNote } from "../link/notes.ts";
import { brief, claim } from "./briefs.ts";

const LEAD = "Tidewatch is a small tool that draws the tides of a harbour.";

/** What a page on Tidewatch says undated, and under a year, of `said` beside its first line. */
function shown(said: string, kind?: "product" | "organisation") {
  const claims = [LEAD, said].map((text, i) => claim(text, `raw/${i}.md`, { published: "2019-03-01" }));
  const more = { definedBy: claims[0], definition: "a small tool that draws the tides of a harbour" };
  const { sections } = extractiveTopic(
    brief("Tidewatch", claims, { ...more, definitionStrength: 1, ...(kind ? { kind } : {}) }),
  );
  const sentences = sections.flatMap((section) => section.paragraphs.flat()).filter(({ text }) => text !== LEAD);
  return sentences.map(({ text, label }) => (label ? `${label}: ${text}` : text));
}

describe("a sentence stands under the year of its source", () => {
  it.each([
    "Tidewatch has joined the instruments of the pilots' school.",
    "Tidewatch has become the usual instrument of harbour pilots.",
    "Tidewatch is gaining ground among harbour pilots.",
    "Tidewatch will be shown in Bergen in October.",
    "Tidewatch is being replaced by charts of Norway.",
    "Tidewatch 2.1 supports charts of inland lakes.",
  ])("where it tells what became otherwise: %s", (said) => {
    expect(shown(said)).toEqual([`2019: ${said}`]);
  });

  it.each([
    "Tidewatch has long had a fault in charts of Norway.",
    "Tidewatch does not support charts of inland lakes.",
    "Tidewatch will keep the charts of last winter.",
    "Tidewatch currently reads the charts of Norway.",
  ])("and nowhere where it was so on that day, as on others: %s", (said) => {
    expect(shown(said, "product")).toEqual([]);
  });

  it("nor what a body does from day to day", () => {
    const does = "Tidewatch has keepers in nearly all harbours of Norway.";
    expect(shown(does, "organisation")).toEqual([]);
    expect(shown(does)).toEqual([does]);
  });

  it.each([
    "Tidewatch originally used tables of Norwegian pilots.",
    "Tidewatch was not made to be easy.",
    "In 1987 Tidewatch drew the tides of Bergen.",
    "Tidewatch stores all charts of a harbour in one file.",
  ])("but not where that was so once, or is its nature: %s", (said) => {
    expect(shown(said, "product")).toEqual([said]);
  });
});

it("what a thing could do is not told of it, nor the label of a list's item", () => {
  expect(shown("Tidewatch could warn pilots against using charts of last winter.")).toEqual([]);
  expect(shown("Consistency — Tidewatch draws each harbour at one scale.")).toEqual([
    "Tidewatch draws each harbour at one scale.",
  ]);
});

it("a name that goes on behind a point is another's", () => {
  const claims = [LEAD, "Tidewatch.Oslo is a small fair of harbour pilots."].map((text) => aClaim(sha256(text), text));
  const refs = claims.map(({ id }) => ({ source: "raw/a.md", id }));
  const topic = {
    title: "Tidewatch",
    type: "concept",
    aliases: ["Tidewatch"],
    claims: refs,
    named: [],
    subjectOf: refs,
  } as const;
  const notes = new Map([["raw/a.md", aNote("raw/a.md", claims)]]);
  expect(briefOf(topic, notes, [], [], "").claims.map(({ about }) => about)).toEqual([1, 0.1]);
});

it.each([
  "Tidewatch charts were drawn by hand.",
  "In Tidewatch, charts are usually lists of hours.",
  "Tidewatch charts MUST name their harbour.",
  "Tidewatch manages that process for each pilot.",
  "Tidewatch draws charts, but that does not include lakes.",
  "Tidewatch can offer more charts to a pilot.",
  "Tidewatch helps with other problems such as fog.",
  "The tidewatch pass handles charts of lakes.",
  "Tidewatch draws charts and does NOT name them.",
  "Charts of lakes are supported in Tidewatch.",
  "Tidewatch is not bothering pilots with lakes.",
  "Tidewatch is similar to Lotsen in some aspects, but different in others.",
])("no sentence in which the thing is only a modifier, a rule, empty words, or half of something: %s", (said) => {
  expect(shown(said)).toEqual([]);
});
