// What the writing stage prints: numbered citations, links at first mention, disagreements, the index, reasons in Related.
import { describe, expect, it } from "vitest";
import type { BriefClaim } from "../../src/core/engine.ts";
import type { Topic } from "../../src/core/topic.ts";
import { citationsOf } from "../../src/write/citations.ts";
import { disagreementsIn } from "../../src/write/disagreements.ts";
import { type IndexRow, indexPages } from "../../src/write/index-page.ts";
import { linkerOf, nameFinder, type PlacedTopic } from "../../src/write/names.ts";
import { oneLineOf } from "../../src/write/one-line.ts";
import { relationsOf } from "../../src/write/related.ts";
import { topicPage } from "../../src/write/topic-page.ts";
import { aClaim } from "../link/notes.ts";

function placed(title: string, more: Partial<Topic> = {}): PlacedTopic {
  const page = `wiki/concepts/${title.toLowerCase().replaceAll(" ", "-")}`;
  return { page, topic: { title, type: "concept", aliases: [title], claims: [], named: [], subjectOf: [], ...more } };
}
const sourceOf = (path: string) =>
  path.startsWith("raw/")
    ? { page: `wiki/sources/${path.slice(4, -3)}`, title: path.slice(4, -3), year: "", byline: "Ada, 2020" }
    : undefined;
const A = { source: "raw/a.md", id: "c-aaaaaaaaaa" };
const B = { source: "raw/b.md", id: "c-bbbbbbbbbb" };

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
      related: [{ page: other.page, title: "Tide table", reason: "A tide table lists the tide for each day" }],
      disagreements: [],
      claimAt: (ref) => claims.get(ref.id),
      sourceOf,
      engine: "extractive",
      ...more,
    });
  const LEAD = { text: "The tide is the rise and fall of the sea.", claims: [A] };

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

describe("a disagreement", () => {
  const brief = (source: string, text: string): BriefClaim => ({
    source,
    id: `c-${source}`,
    claim: aClaim(`c-${source}`, text),
    sourceTitle: source,
    about: 1,
  });
  const between = (a: string, b: string, sources = ["raw/a.md", "raw/b.md"]) =>
    disagreementsIn([brief(sources[0] ?? "", a), brief(sources[1] ?? "", b)], ["Eddystone Lighthouse"]).length;

  it.each([
    [
      "The tower of the Eddystone stood on the reef for 127 years.",
      "The tower of the Eddystone stood on the reef for 123 years.",
    ],
    ["The light of the Eddystone burned 24 candles a night.", "The light of the Eddystone burned 60 candles a night."],
  ])("is two sources with different figures for one thing: %s", (a, b) => {
    expect(between(a, b)).toBe(1);
  });

  it.each([
    ["the same figure", "The tower stood on the reef for 127 years.", "The tower stood on the reef for 127 years."],
    ["years of time", "The tower was built on the reef in 1759.", "The tower was built on the reef in 1698."],
    ["different things", "The tower stood on the reef for 127 years.", "Gas lamps burned in the harbour for 30 years."],
    ["different units", "The tower on the reef weighs 22 tons.", "The tower on the reef stands 22 metres."],
    [
      "different times",
      "In 1759 the tower held 24 candles on the reef.",
      "In 1810 the tower held 60 candles on the reef.",
    ],
    [
      "one of them without a figure",
      "The tower stood on the reef for years.",
      "The tower stood on the reef for 127 years.",
    ],
  ])("is not %s", (_, a, b) => {
    expect(between(a, b)).toBe(0);
  });

  it("shows the older source first, with the years where they differ: it may have changed over time", () => {
    const [a, b] = [
      { ...brief("raw/a.md", "The light of the Eddystone burned 60 candles a night."), published: "2021-03-04" },
      { ...brief("raw/b.md", "The light of the Eddystone burned 24 candles a night."), published: "4 May 1999" },
    ];
    const [found] = disagreementsIn([a, b], ["Eddystone Lighthouse"]);
    expect(found?.sides.map((side) => [side.year, side.ref.source])).toEqual([
      ["1999", "raw/b.md"],
      ["2021", "raw/a.md"],
    ]);
    const [alike] = disagreementsIn([a, { ...b, published: "2021-01-01" }], ["Eddystone Lighthouse"]);
    expect(alike?.sides.map((side) => side.year)).toEqual([undefined, undefined]);
  });

  it("is never within one source", () => {
    expect(
      between("The tower stood on the reef for 127 years.", "The tower stood on the reef for 123 years.", [
        "raw/a.md",
        "raw/a.md",
      ]),
    ).toBe(0);
  });
});

describe("the index", () => {
  const row = (i: number): IndexRow => ({
    page: `wiki/concepts/t${i}`,
    title: `${String.fromCharCode(65 + (i % 26))}opic | [${i}]`,
    section: "Concepts",
    oneLine: "A | thing.",
    sources: 2,
    updated: "2026-11-21",
  });
  const pagesOf = (n: number) =>
    indexPages({
      wiki: "wiki",
      rows: Array.from({ length: n }, (_, i) => row(i)),
      sources: [],
      counts: `${n} concepts`,
    });

  it("is one page up to 300 rows, each a row of its table whatever stands in a title", () => {
    const pages = pagesOf(300);
    expect(pages.map(({ path }) => path)).toEqual(["wiki/index.md"]);
    const rows = (pages[0]?.body ?? "").split("\n").filter((line) => line.startsWith("| [["));
    expect(rows).toHaveLength(300);
    for (const line of rows) expect(line.replaceAll("\\|", "").match(/\|/gu)).toHaveLength(5);
  });

  it("splits by letter beyond, and every page is still reached from index.md", () => {
    const pages = pagesOf(301);
    expect(pages.length).toBeGreaterThan(10);
    const [index, ...parts] = pages;
    for (const part of parts) expect(index?.body).toContain(`[[${part.path.replace(/\.md$/u, "")}|`);
    const listed = parts.map(({ body }) => body).join("\n");
    for (let i = 0; i < 301; i++) {
      expect(listed).toContain(`[[wiki/concepts/t${i}\\|`);
      expect(index?.body).toContain(`[[wiki/concepts/t${i}|`);
    }
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  it("keeps titles that begin with no Latin letter", () => {
    const rows = Array.from({ length: 301 }, (_, i) => ({ ...row(i), title: `注意力${i}` }));
    const pages = indexPages({ wiki: "wiki", rows, sources: [], counts: "" });
    expect(
      pages
        .map(({ body }) => body)
        .join("\n")
        .match(/注意力300/gu)?.length,
    ).toBeGreaterThanOrEqual(2);
  });
});

describe("a reason in Related", () => {
  const claim = aClaim(A.id, "The tide table of Liverpool lists the tide for each day of the year.");
  const tide = placed("Tide", { claims: [A] });
  const table = placed("Tide table", { claims: [A] });
  const relations = (topics: readonly PlacedTopic[]) => relationsOf(topics, () => claim);

  it("is made of the words of a claim that names both", () => {
    const [relation] = relations([tide, table]).get(tide.page) ?? [];
    expect(relation?.page).toBe(table.page);
    expect(claim.text.startsWith((relation?.reason ?? "?").replace(/ …$/u, ""))).toBe(true);
    expect(relation?.reason.length).toBeLessThan(125);
  });

  it("stands on both pages, and none relates to itself", () => {
    const all = relations([tide, table]);
    expect(all.get(table.page)?.map(({ page }) => page)).toEqual([tide.page]);
    for (const [page, list] of all) expect(list.map((one) => one.page)).not.toContain(page);
  });

  it("does not come from a claim that lists many", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((name) => placed(name, { claims: [A] }));
    expect([...relations(many).values()].flat()).toEqual([]);
  });
});

describe("the one line about a topic", () => {
  it("is its first sentence without the name, in the sentence's own words", () => {
    expect(oneLineOf("The tide is the rise and fall of the sea.", placed("Tide"))).toBe(
      "The rise and fall of the sea.",
    );
    expect(oneLineOf("Tides follow the moon.", placed("Tide"))).toBe("Tides follow the moon.");
  });

  it("is cut at a clause or a word, and shows that it is", () => {
    const long = `The tide is the rise of the sea ${"and its fall on many shores ".repeat(12)}.`;
    const line = oneLineOf(long, placed("Tide"));
    expect(line.length).toBeLessThanOrEqual(155);
    expect(line).toMatch(/ …$/u);
    expect(long.toLowerCase()).toContain(line.replace(/ …$/u, "").toLowerCase());
  });
});
