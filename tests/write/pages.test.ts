// What a topic page prints: numbered citations, links at first mention, both sides of a disagreement.
import { describe, expect, it } from "vitest";
import { citationsOf } from "../../src/write/citations.ts";
import { linkerOf, nameFinder, type PlacedTopic } from "../../src/write/names.ts";
import { topicPage } from "../../src/write/topic-page.ts";
import { aClaim } from "../link/notes.ts";
import { A, B, layOut, placed, sourceOf } from "./placed.ts";

describe("citations", () => {
  it("number sources in the order in which the page first cites them", () => {
    const citations = citationsOf(sourceOf);
    expect(citations.cite([B])).toBe("([[wiki/sources/b#^c-bbbbbbbbbb|1]])");
    expect(citations.cite([A, B])).toBe("([[wiki/sources/a#^c-aaaaaaaaaa|2]], [[wiki/sources/b#^c-bbbbbbbbbb|1]])");
    expect(citations.sources()).toEqual(["raw/b.md", "raw/a.md"]);
    const listing = citations.listing();
    expect(listing[0]).toMatch(/^1\. \[\[wiki\/sources\/b\|b\]\] · Ada, 2020/u);
    expect(listing[1]).toMatch(/^2\. \[\[wiki\/sources\/a\|a\]\]/u);
    expect(listing[0]).toMatch(/(?:2 times|twice)$/u);
    expect(listing[1]).toMatch(/once$/u);
  });

  it("leave out a source that has no page", () => {
    const citations = citationsOf(sourceOf);
    expect(citations.cite([{ source: "gone.md", id: "c-0" }])).toBe("");
    expect(citations.listing()).toEqual([]);
  });
});

describe("names of other topics", () => {
  const topics = [
    placed("Tide"),
    placed("Tide table"),
    placed("Sea wall"),
    placed("Kew", { type: "entity", kind: "place" }),
  ];
  const linker = (self?: PlacedTopic) => linkerOf(nameFinder(topics), self);

  it("are linked at their first mention on a page, the longest name first", () => {
    const { link } = linker();
    expect(link("A tide table lists each tide.")).toBe(
      "A [[wiki/concepts/tide-table|tide table]] lists each [[wiki/concepts/tide|tide]].",
    );
    expect(link("Tide tables are old, and a tide is older.")).toBe("Tide tables are old, and a tide is older.");
  });

  it("keep the words as they stand: plural, hyphen, case", () => {
    expect(linker().link("Sea-walls stop it.")).toBe("[[wiki/concepts/sea-wall|Sea-walls]] stop it.");
  });

  it("never link a page to itself: its own name is bold once", () => {
    const { link } = linker(topics[0]);
    const text = link("The tide comes with the tide.");
    expect(text).toBe("The **tide** comes with the tide.");
  });

  it.each([
    "See https://example.org/tide/x now.",
    "Write to keeper@tide now.",
    "The [tide] was put in.",
    "Look at example/tide now.",
  ])("are left alone inside addresses and brackets: %s", (text) => {
    expect(linker().link(text)).not.toContain("[[wiki/");
  });

  it("with a capital are not the everyday word", () => {
    expect(linker().link("They kew it.")).not.toContain("[[");
    expect(linker().link("They saw Kew.")).toContain("[[wiki/concepts/kew|Kew]]");
  });

  it("of people are linked by more than a surname", () => {
    const person = placed("Ada Smith", { type: "entity", kind: "person", aliases: ["Ada Smith", "Smith"] });
    const { link } = linkerOf(nameFinder([person]));
    expect(link("A smith and Smith met.")).not.toContain("[[");
    expect(link("Then Ada Smith came.")).toContain("[[wiki/concepts/ada-smith|Ada Smith]]");
  });
});

describe("a topic page", () => {
  const self = placed("Tide");
  const claims = new Map([
    [A.id, aClaim(A.id, "The tide is the rise and fall of the sea. ")],
    [B.id, aClaim(B.id, "A tide table lists the tide for each day.")],
  ]);
  const other = placed("Tide table");
  const page = (sentences: readonly { text: string; claims: readonly (typeof A)[] }[], more = {}) =>
    topicPage({
      placed: self,
      draft: {
        sections: [
          { heading: "", paragraphs: [sentences.slice(0, 1)] },
          { heading: "Tide table and use", paragraphs: [sentences.slice(1)] },
        ],
        dropped: [],
      },
      finder: nameFinder([self, other]),
      related: [
        { page: other.page, title: "Tide table", reason: "A tide table lists the tide for each day", together: [] },
      ],
      disagreements: [],
      claimAt: (ref) => claims.get(ref.id),
      sourceOf,
      engine: "extractive",
      layOut,
      ...more,
    });
  const LEAD = { text: "The tide is the rise and fall of the sea.", claims: [A] };

  it("that only lists its sources begins with the sort of the thing, where that is known", () => {
    const row = { text: "", claims: [B], source: B.source, titled: true };
    const listed = (sort?: { noun: string; claims: (typeof A)[] }) =>
      page([], {
        placed: placed("Tide", sort ? { sort } : {}),
        draft: { sections: [], dropped: [], survey: [row, { ...row, claims: [A], source: A.source }] },
      });
    expect(listed().page.body).toMatch(/^Sources that speak of \*\*Tide\*\*\. \(/u);
    const { page: made, oneLine } = listed({ noun: "event", claims: [A] });
    expect(made.body).toMatch(/^\*\*Tide\*\* is an event\. \(\[\[wiki\/sources\/a#\^c-aaaaaaaaaa\|1\]\]\)/u);
    expect(oneLine).toEqual({ text: "Tide is an event.", claims: [A] });
  });

  it("that lists its sources says of no other that it speaks of the thing", () => {
    const row = { text: "", claims: [B], source: B.source, titled: true };
    const near = (title: string, together: readonly string[]) => ({
      page: `wiki/concepts/${title}`,
      title,
      reason: "",
      together,
    });
    const { page: made } = page([], {
      draft: { sections: [], dropped: [], survey: [row] },
      others: true,
      related: [near("moon", [A.source, B.source]), near("ebb", [A.source])],
    });
    expect(made.body).toMatch(/\|moon\]\] · both in \[\[wiki\/sources\/b\|[^,]*$/mu);
    expect(made.body).not.toContain("|ebb]]");
    expect(made.body).toContain("\n- further sources name it\n");
  });

  it("that lists its sources has a line for each that says something, and one for those that are but headed by it", () => {
    const told = { text: "A tide table lists the tide for each day.", claims: [B], source: B.source, titled: false };
    const bare = (source: string, claims: (typeof A)[]) => ({ text: "", claims, source, titled: true });
    const { page: made } = page([], {
      draft: { sections: [], dropped: [], survey: [bare(A.source, [A]), told, bare("raw/c.md", [])] },
    });
    expect(made.body).toContain("- [[wiki/sources/b|b]]: A [[wiki/concepts/tide-table|tide table]] lists");
    expect(made.body).toMatch(
      /^- also in \[\[wiki\/sources\/a\|a\]\] and \[\[wiki\/sources\/c\|c\]\] \(\[\[wiki\/sources\/a#/mu,
    );
  });

  it("sets in code marks what its claims do, and makes no link of a piece of code", () => {
    const said = "A tide table --all lists the tide now, and with tide --all the past.";
    const coded = new Map([[B.id, aClaim(B.id, said)]]);
    const at = (piece: string) => [said.indexOf(piece), said.indexOf(piece) + piece.length] as const;
    const { page: made } = page([LEAD, { text: said.replace(" now,", ","), claims: [B] }], {
      claimAt: (ref: typeof A) => coded.get(ref.id) ?? claims.get(ref.id),
      codeOf: (ref: typeof A) => (ref.id === B.id ? [at("lists"), at("tide --all")] : []),
    });
    expect(made.body).toContain(
      "A [[wiki/concepts/tide-table|tide table]] --all `lists` the tide, and with `tide --all` the past.",
    );
  });

  it("cites behind each sentence, and ends with Related and Sources", () => {
    const { page: made, dropped } = page([LEAD, { text: "A tide table lists the tide for each day.", claims: [B] }]);
    expect(dropped).toEqual([]);
    expect(made.body).toMatch(
      /^The \*\*tide\*\* is the rise and fall of the sea\. \(\[\[wiki\/sources\/a#\^c-aaaaaaaaaa\|1\]\]\)/u,
    );
    expect(made.body).toMatch(/\(\[\[wiki\/sources\/b#\^c-bbbbbbbbbb\|2\]\]\)/u);
    expect(made.body.match(/^## .*$/gmu)).toEqual(["## Tide table and use", "## Related", "## Sources"]);
    expect(made.front.sources).toEqual(["[[wiki/sources/a|a]]", "[[wiki/sources/b|b]]"]);
    expect(made.front.aliases).toEqual(["Tide"]);
  });

  it.each([
    ["a figure that no claim gives", { text: "The tide is the rise and fall of the sea by 14 metres.", claims: [A] }],
    [
      "a name that no claim gives",
      { text: "The tide is what Newton called the rise and fall of the sea.", claims: [A] },
    ],
    [
      "a claim that does not exist",
      { text: "A tide table lists the tide for each day.", claims: [{ ...A, id: "c-0" }] },
    ],
    ["no claim at all", { text: "A tide table lists the tide for each day.", claims: [] }],
  ])("leaves out a sentence with %s, and says so", (_, sentence) => {
    const { page: made, dropped } = page([LEAD, sentence]);
    expect(made.body).not.toContain(sentence.text.replace(/^The tide /u, ""));
    expect(dropped.map(({ what }) => what)).toEqual([sentence.text]);
    expect(dropped[0]?.reason).toBeTruthy();
  });

  it("shows both sides where sources disagree, each with its citation, text below the callout's title", () => {
    const disagreements = [
      {
        sides: [
          { text: "It rises 4 m.", ref: A },
          { text: "It rises 5 m.", ref: B },
        ],
      },
    ];
    const { page: made } = page([LEAD], { disagreements });
    const callout = /^> \[!warning\][^\n]*\n(?:>[^\n]*\n?)+/mu.exec(made.body)?.[0] ?? "";
    expect(callout.split("\n")[0]).not.toContain("4 m");
    expect(callout).toMatch(/4 m\. \(\[\[wiki\/sources\/a#[^)]*\)/u);
    expect(callout).toMatch(/5 m\. \(\[\[wiki\/sources\/b#[^)]*\)/u);
  });
});
