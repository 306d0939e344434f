// The overview: what helps somebody who has five minutes.
import { describe, expect, it } from "vitest";
import { nameFinder } from "../../src/write/names.ts";
import { firstToRead, reasonFor, weightsOf } from "../../src/write/overview-begin.ts";
import type { OverviewSource, Unsaid } from "../../src/write/overview-input.ts";
import { overviewPage } from "../../src/write/overview-page.ts";
import { aMention, aNote } from "../link/notes.ts";
import { layOut, placed } from "./placed.ts";

const source = (i: number, more: Partial<OverviewSource> = {}): OverviewSource => ({
  path: `raw/s${i}.md`,
  title: `raw/s${i}.md`,
  folder: "",
  summary: `It tells of harbour ${i}.`,
  empty: false,
  status: "",
  ...more,
});
const paths = (n: number) => Array.from({ length: n }, (_, i) => i);
const refs = (n: number) => paths(n).map((i) => ({ source: `raw/s${i}.md`, id: "c-0000000001" }));
const topic = (title: string, sources: number, defined = false, sentence = `${title} is a thing.`) => ({
  placed: placed(title, {
    claims: refs(sources),
    named: refs(sources).map((ref) => ({ source: ref.source, count: 1 })),
  }),
  sentence,
  refs: refs(1),
  defined,
  sources,
  headed: 0,
  weak: false,
  disagreements: [],
});

function bodyOf(
  sources: readonly OverviewSource[],
  topics: readonly ReturnType<typeof topic>[],
  tiers: Readonly<Record<string, number>> = {},
  unsaid: readonly Unsaid[] = [],
): string {
  return overviewPage({
    wiki: "wiki",
    topics,
    unsaid,
    sources,
    sourceOf: (path) => ({
      page: path.replace("raw/", "wiki/sources/").replace(".md", ""),
      title: path,
      byline: "",
      year: "",
      ...(tiers[path] ? { tier: tiers[path] } : {}),
    }),
    finder: nameFinder(topics.map((one) => one.placed)),
    weights: weightsOf(
      sources.map(({ path }) => aNote(path, [])),
      topics.map(({ placed, defined }) => ({
        topic: placed.topic,
        ...(defined ? { definedBy: "raw/s0.md" } : {}),
      })),
    ),
    layOut,
  }).body;
}

describe("the overview", () => {
  it("names what many sources are headed by, with a page or without one", () => {
    const unsaid = (title: string, n: number, headed: number) => ({
      title,
      sources: paths(n).map((at) => `raw/s${at}.md`),
      headed,
    });
    const sources = paths(30).map((i) => source(i));
    const body = bodyOf(sources, [topic("Ebb", 4, true)], {}, [
      unsaid("Sluice", 9, 3),
      unsaid("Buoy", 3, 2),
      unsaid("Mentioned", 9, 0),
      unsaid("Air", 29, 9),
    ]);
    const themes = body.slice(body.indexOf("## By theme"), body.indexOf("## What things are"));
    expect(themes).toContain("- Sluice (9 sources): most in [[wiki/sources/s0|raw/s0.md]]");
    expect(themes.indexOf("Sluice")).toBeLessThan(themes.indexOf("|Ebb]] (4 sources)"));
    expect(themes).toContain("- Buoy (3 sources)");
    expect(body).toContain("They come back to Sluice (9 sources), ");
    expect(body).not.toMatch(/Mentioned|Air/);
  });

  it("says what sources come back to, and how many say nothing", () => {
    const empty = paths(4).map((i) => source(40 + i, { empty: true, summary: "", status: "moved" }));
    const body = bodyOf(
      [...paths(40).map((i) => source(i)), ...empty],
      [topic("Tide", 20), topic("Moon", 9), topic("Poseidon", 1, true)],
    );
    expect(body).toContain(
      "40 sources. They come back to [[wiki/concepts/tide|Tide]] (20 sources) and [[wiki/concepts/moon|Moon]] (9).",
    );
    expect(body).toContain("4 more hold no sentence that stands by itself, all marked moved.");
  });

  it("groups sources by folder, of each some with what they say", () => {
    const body = bodyOf(
      paths(12).map((i) => source(i, { folder: ["sql", "css", "go", `only-${i}`][i % 4] ?? "" })),
      [],
    );
    expect(body).toContain("- **css** (3)\n    - [[wiki/sources/s1|raw/s1.md]]: It tells of harbour 1.\n");
    expect(body).toContain("    - also [[wiki/sources/s9|raw/s9.md]]");
    expect(body).toContain("- **Further folders** (3)\n    - only-11: [[wiki/sources/s11|raw/s11.md]]\n");
  });

  it("shows many nested folders only so deep that they can be looked over", () => {
    const body = bodyOf(
      paths(120).map((i) => source(i, { folder: `${["notes", "books", "work"][i % 3]}/year ${i % 60}` })),
      [],
    );
    expect(body.match(/^- \*\*.*$/gm)).toEqual(["- **books** (40)", "- **notes** (40)", "- **work** (40)"]);
  });

  it("names what nearly every source is about once, and by nothing else", () => {
    const sources = paths(30).map((i) => source(i, { title: `Harbour ${i}`, summary: "It tells of a harbour." }));
    const body = bodyOf(sources, [topic("Harbour", 30), topic("Moon", 9), topic("Tide", 8), topic("Sea", 7)]);
    expect(body).toContain(
      "30 sources. They are mostly about [[wiki/concepts/harbour|Harbour]] (named in 30). Besides, they come back to [[wiki/concepts/moon|Moon]] (9 sources), ",
    );
    expect(body.match(/Harbour\]\]/g)).toHaveLength(1);
  });

  it("groups them by what several speak of, where there are no folders, and begins with what speaks of most", () => {
    const body = bodyOf(
      paths(12).map((i) => source(i)),
      [topic("Tide", 9), topic("Moon", 5), topic("Sea", 3), topic("Ship", 1)],
    );
    expect(body).toContain("- [[wiki/concepts/moon|Moon]] (5 sources): most in ");
    expect(body).not.toContain("Ship]] (1");
    expect(body).toContain(
      "## Where to begin\n\n- [[wiki/sources/s0|raw/s0.md]]: It tells of harbour 0. · speaks of Tide, Moon and Sea\n",
    );
  });

  it("of few sources shows each, and says where those lie that say nothing", () => {
    const empty = paths(5).map((i) =>
      source(40 + i, { empty: true, summary: "", folder: i < 3 ? "Templates" : "Lists" }),
    );
    const body = bodyOf([source(0), source(1), ...empty], []);
    expect(body).toContain("5 more hold no sentence that stands by itself (3 in Templates and 2 in Lists).");
    expect(body).toContain("## The sources\n\n- [[wiki/sources/s0|raw/s0.md]]: It tells of harbour 0.\n- [[");
  });

  it("puts kinds of topics with a line or two under one heading", () => {
    const body = bodyOf([source(0)], [topic("Tide", 1, true), topic("Moon", 1, true)]);
    expect(body.match(/^## .*$/gm)).toEqual(["## The sources", "## What things are"]);
  });

  it("explains a thing by what says what it is, not by whatever its page opens with, nor by a weak source's word", () => {
    const topics = [
      topic("Ebb", 1, true, "ebb is the falling tide."),
      topic("Mole", 1, true, "Moles are walls of stone."),
      topic("Pilot", 1, true, "The pilot runs a small office on the quay."),
      { ...topic("Groyne", 1, true), weak: true },
    ];
    const body = bodyOf([source(0)], topics);
    expect(body).toContain("- [[wiki/concepts/ebb|ebb]] is the falling tide. (");
    expect(body).toContain("[[wiki/concepts/mole|Moles]] are walls");
    expect(body).not.toContain("office on the quay");
    expect(body).not.toContain("Groyne");
  });

  it("says of a weak source that it is one", () => {
    const body = bodyOf(
      paths(12).map((i) => source(i, { published: `2020-01-${10 + i}` })),
      [],
      { "raw/s11.md": 3 },
    );
    expect(body).toContain("- [[wiki/sources/s11|raw/s11.md]]: It tells of harbour 11. · a weak source\n");
    expect(body.match(/a weak source/g)).toHaveLength(1);
  });
});

it("a source that others call by its number or title is leaned on", () => {
  const notes = [
    aNote("raw/eip-1.md", [], [], "Purpose of proposals"),
    aNote("raw/a.md", [], [aMention("EIP-1", [])]),
    aNote("raw/b.md", [], [aMention("Purpose of proposals", [])]),
  ];
  expect(weightsOf(notes, []).get("raw/eip-1.md")?.leaned).toBe(2);
});

describe("where to begin", () => {
  const topics = (...claims: readonly (readonly [title: string, sources: readonly string[], definedBy?: string])[]) =>
    claims.map(([title, sources, definedBy]) => ({
      topic: placed(title, {
        claims: sources.map((name) => ({ source: `raw/${name}.md`, id: "c-0000000001" })),
        named: sources.map((name) => ({ source: `raw/${name}.md`, count: 1 })),
      }).topic,
      ...(definedBy ? { definedBy: `raw/${definedBy}.md` } : {}),
    }));
  const first = (titles: Readonly<Record<string, string>>, own: ReturnType<typeof topics>) => {
    const notes = Object.entries(titles).map(([name, title]) => aNote(`raw/${name}.md`, [], [], title));
    const weights = weightsOf(notes, own);
    return firstToRead(weights, 5).map((path) => {
      const weight = weights.get(path);
      return `${path}: ${weight ? reasonFor(weight) : ""}`;
    });
  };

  it("is with what explains the things that others name, then with what tells of the rest, never with one issue of many", () => {
    const titles = {
      guide: "Lamps",
      coast: "The coast",
      inland: "Canals",
      one: "Lamp 1.2 is out",
      two: "Lamp 1.3.1 is out",
      day: "Fire in the lamp on 2023-01-25",
    };
    const all = ["guide", "coast", "one", "two", "day"];
    const own = topics(
      ["Lamp", all, "guide"],
      ["Wick", all],
      ["Oil", all],
      ["Canal", ["inland", "coast"]],
      ["Lock", ["inland", "two"]],
      ["Boat", ["inland", "one"]],
    );
    expect(first(titles, own)).toEqual([
      "raw/guide.md: explains Lamp; speaks of Oil and Wick",
      "raw/coast.md: speaks of Lamp, Oil, Wick and 1 more topic",
      "raw/inland.md: speaks of Boat, Canal and Lock",
    ]);
  });
});
