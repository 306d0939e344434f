// What a page without a definition opens with, and what a list of titles or a first sentence tells of a name.
import { describe, expect, it } from "vitest";
import type { BriefClaim, TopicBrief } from "../../src/core/engine.ts";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { statedOf } from "../../src/engine/extractive/definitions/stated.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { glossOf } from "../../src/engine/extractive/pages/gloss.ts";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { readMarkdown } from "../../src/read/formats/markdown.ts";
import { sha256 } from "../../src/text/hash.ts";
import { aClaim } from "../link/notes.ts";

function claimOf(text: string): BriefClaim {
  const claim = aClaim(`c-${sha256(text).slice(0, 10)}`, text);
  return { source: "raw/a.md", id: claim.id, claim, sourceTitle: "A", about: 0.4 };
}

function brief(title: string, claims: readonly BriefClaim[], more: Partial<TopicBrief> = {}): TopicBrief {
  return { title, type: "concept", aliases: [title], claims, spread: [], neighbours: [], rules: "", ...more };
}

describe("a list of sources", () => {
  it("opens with the sort that stands beside the name, unless the name holds it", () => {
    const definedBy = claimOf("It is run by sluice (a batch compiler) at night.");
    const defined = { definition: "a batch compiler", definitionStrength: 0.5, definedBy };
    expect(glossOf(brief("sluice", [], defined))?.text).toBe("sluice is a batch compiler.");
    expect(glossOf(brief("Sluice compiler", [], defined))).toBeUndefined();
    for (const definition of ["an important update", "an official compiler"])
      expect(glossOf(brief("sluice", [], { ...defined, definition }))).toBeUndefined();
  });
});

describe("a first line", () => {
  it("keeps the article of a name that has one", () => {
    const definedBy = claimOf("It ships with the Tide Atlas, a book on the gauges of all northern ports.");
    const defined = { definition: "a book on the gauges of all northern ports", definitionStrength: 0.5, definedBy };
    const [first] = extractiveTopic(brief("Tide Atlas", [definedBy], defined)).sections[0]?.paragraphs[0] ?? [];
    expect(first?.text).toBe("The Tide Atlas is a book on the gauges of all northern ports.");
  });

  it("says what a document says of itself before what others say that it brought", () => {
    const definedBy = claimOf("This changes the berth list framework introduced in TIP-48.");
    const own = {
      ...claimOf("TIP-48 defines a format of lists that harbours use to tell ships which berths are free."),
      about: 1,
    };
    const defined = { definition: "introduced the berth list framework", definitionStrength: 0.5, definedBy };
    const [first] = extractiveTopic(brief("TIP-48", [own], defined)).sections[0]?.paragraphs[0] ?? [];
    expect(first?.text).toBe("TIP-48 defines a format of lists that harbours use to tell ships which berths are free.");
  });
});

describe("a numbered document", () => {
  it("is told by its title in a list of such, not by a sentence behind its number", () => {
    const said = (text: string) => definitionAt(text, 0, 8, true)?.text;
    const title = said("TIP-1234: Delay the tide, adjust the reward");
    expect(title).toBe("is titled “Delay the tide, adjust the reward”");
    expect(statedOf({ name: "TIP-1234", definition: title ?? "", evidence: "" })).toBe(
      "TIP-1234 is titled “Delay the tide, adjust the reward”.",
    );
    expect(said("TIP-1234: The tide is delayed by it.")).toBeUndefined();
  });
});

describe("two words of everybody's", () => {
  const names = async (text: string) => {
    const result = await readMarkdown(new TextEncoder().encode(text), "raw/a.md");
    const document = result.kind === "read" ? result.documents[0] : undefined;
    return document ? nominate(document).flatMap((one) => (one.definitionStrength ? one.name : [])) : [];
  };

  it("are a name where a source says that they are one thing", async () => {
    const review = "A research review is an exercise that lets a team look back at its last two studies of the port.";
    expect(await names(`# Notes\n\n${review} We did it twice.\n`)).toContain("research review");
    expect(await names("# Notes\n\nThe research review is a good exercise. We did it twice.\n")).not.toContain(
      "research review",
    );
  });
});
