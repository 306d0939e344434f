// Names that sources or a person's own pages state to be one.
import { describe, expect, it } from "vitest";
import type { Mention, SourceNote } from "../../src/core/note.ts";
import { groupsOf } from "../../src/link/groups.ts";
import { topicsFrom } from "../../src/link/topics.ts";
import { aMention, speakingOf } from "./notes.ts";

const LIMITS = { perSource: 8, minSources: 1, minClaims: 2 };
const stating = (words: string, short: string): Mention => aMention(words, [], { forms: [words, short] });
const titled = (note: SourceNote, title: string, aliases: readonly string[]): SourceNote => ({
  ...note,
  meta: { ...note.meta, title, aliases },
});
const together = (notes: readonly SourceNote[], ...names: string[]) =>
  topicsFrom(notes, LIMITS).some(({ aliases }) => names.every((name) => aliases.includes(name)));

describe("an acronym", () => {
  it("joins words in small letters where a source states it", () => {
    const notes = [
      speakingOf("raw/a.md", [stating("request for proposals", "RFP"), "Harbour"]),
      speakingOf("raw/b.md", ["RFP"]),
    ];
    expect(together(notes, "request for proposals", "RFP")).toBe(true);
  });

  it("of two things makes them no one: each source's own goes where its words or its neighbours are", () => {
    const notes = [
      speakingOf("raw/a.md", [stating("Content Management System", "CMS"), "Drupal", "Web page"]),
      speakingOf("raw/b.md", [stating("Centers for Medicare", "CMS"), "Health insurance", "Patient"]),
      speakingOf("raw/c.md", ["CMS", "Drupal", "Web page"]),
    ];
    const { groups } = groupsOf(notes);
    const paths = (name: string) =>
      groups
        .find(({ members }) => members.some(({ mention }) => mention.name === name))
        ?.members.map(({ source }) => source);
    expect(paths("Content Management System")).toEqual(["raw/a.md", "raw/c.md"]);
    expect(paths("Centers for Medicare")).toEqual(["raw/b.md"]);
  });

  it("of two siblings makes them no one, whatever ground they share", () => {
    const notes = [
      speakingOf("raw/a.md", [stating("American Football League", "AFL"), "Quarterback", "Stadium"]),
      speakingOf("raw/b.md", [stating("Australian Football League", "AFL"), "Quarterback", "Stadium"]),
    ];
    expect(topicsFrom(notes, LIMITS).filter(({ title }) => title.endsWith("League"))).toHaveLength(2);
  });

  it("in mixed letters is not the one in capitals: MiR and MIR", () => {
    const notes = [
      speakingOf("raw/a.md", [stating("Maintainer in Residence", "MiR")]),
      speakingOf("raw/b.md", ["MIR"]),
      speakingOf("raw/c.md", ["MiR"]),
    ];
    const { groups } = groupsOf(notes);
    expect(groups.map(({ members }) => members.map(({ source }) => source)).sort()).toEqual([
      ["raw/a.md", "raw/c.md"],
      ["raw/b.md"],
    ]);
  });
});

describe("aliases in front matter", () => {
  it("are names of the source's own subject", () => {
    const notes = [
      titled(speakingOf("raw/a.md", ["Smeaton's Tower"]), "Smeaton's Tower", ["Eddystone III"]),
      speakingOf("raw/b.md", ["Eddystone III"]),
    ];
    expect(together(notes, "Smeaton's Tower", "Eddystone III")).toBe(true);
  });

  it("count for nothing where two sources claim one, or where it is another's title", () => {
    const notes = [
      titled(speakingOf("raw/a.md", ["Smeaton's Tower"]), "Smeaton's Tower", ["The lamp", "Nore"]),
      titled(speakingOf("raw/b.md", ["Rudyerd's Tower"]), "Rudyerd's Tower", ["The lamp"]),
      titled(speakingOf("raw/c.md", ["Nore", "The lamp"]), "Nore", []),
    ];
    expect(topicsFrom(notes, LIMITS)).toHaveLength(4);
  });

  it("of a person's own page make its names one", () => {
    const notes = [speakingOf("raw/a.md", ["Pharos"]), speakingOf("raw/b.md", ["Light of Alexandria"])];
    const stated = [{ names: ["Pharos", "Light of Alexandria"], by: "wiki/pharos.md" }];
    expect(topicsFrom(notes, LIMITS, { stated })).toHaveLength(1);
    const split = [["Pharos", "Light of Alexandria"]];
    expect(topicsFrom(notes, LIMITS, { stated, split })).toHaveLength(2);
  });
});

describe("a short form", () => {
  it.each([
    ["Baku", "Bay of Baku"],
    ["Script", "Type Script"],
    ["OAuth", "GitHub OAuth"],
    ["SSZ", "Native SSZ"],
  ])("is not made of the end of a longer name: %s, %s", (short, long) => {
    const notes = [speakingOf("raw/a.md", [short, long]), speakingOf("raw/b.md", [short, long])];
    expect(topicsFrom(notes, LIMITS)).toHaveLength(2);
  });

  it("is the name where the longer one only describes it, and its title", () => {
    const notes = [speakingOf("raw/a.md", ["Susan Olsen", "actress Susan Olsen"])];
    expect(topicsFrom(notes, LIMITS).map(({ title, aliases }) => [title, aliases])).toEqual([
      ["Susan Olsen", ["Susan Olsen"]],
    ]);
  });
});
