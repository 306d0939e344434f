// One thing, one topic: which names are one, which deserve a page, and what a person decided about them.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Mention } from "../../src/core/note.ts";
import { type TopicDecisions, topicsFrom } from "../../src/link/topics.ts";
import { aClaim, aMention, aNote, speakingOf } from "./notes.ts";

const LIMITS = { perSource: 3, minSources: 2, minClaims: 3 };
/** Each list is what one source speaks of. */
const topics = (sources: readonly (readonly (string | Mention)[])[], decisions: TopicDecisions = {}) =>
  topicsFrom(
    sources.map((names, i) => speakingOf(`raw/${i}.md`, names)),
    LIMITS,
    decisions,
  );
const titles = (...of: Parameters<typeof topics>) => topics(...of).map(({ title }) => title);

describe("what one source defines", () => {
  const once = (definition: string) => [
    speakingOf("raw/a.md", ["Harbour"]),
    aNote(
      "raw/b.md",
      [aClaim("c-1", `Isochronism is ${definition}.`)],
      [aMention("Isochronism", ["c-1"], { definition })],
    ),
  ];
  const has = (definition: string) => topicsFrom(once(definition), LIMITS).some(({ title }) => title === "Isochronism");

  it("has a page when that one sentence tells it from its like", () => {
    expect(has("a property of springs whose swings take equally long")).toBe(true);
    expect(has("a property")).toBe(false);
  });
});

describe("a name with its class before it", () => {
  const pages = (...sources: Parameters<typeof topics>[0]) => titles(sources);

  it("is one thing with the name alone, where a source says both", () => {
    expect(pages(["Project Lantern", "Lantern"], ["Lantern"])).toHaveLength(1);
  });

  it("is another where the name alone is somebody's", () => {
    const keeper = aMention("Lantern", [], { kind: "person", type: "entity" });
    expect(pages(["Project Lantern", keeper], [keeper])).toHaveLength(2);
  });
});

describe("a body with a common word in its name", () => {
  it("is not what sources mean by that word in the plural", () => {
    const many = aMention("Harbour projects", [], { forms: ["Harbour projects"] });
    const [topic] = topics([["Harbour Project"], ["Harbour Project"], [many]]);
    expect(topic?.title).toBe("Harbour Project");
    expect(topic?.aliases).not.toContain("Harbour projects");
    expect(topic?.named.map(({ source }) => source)).toEqual(["raw/0.md", "raw/1.md"]);
  });
});

describe("a document of the vault", () => {
  it("is no topic: its own page has its number", () => {
    const sources = ["raw/a.md", "raw/b.md", "raw/eip-7.md"].map((path) => speakingOf(path, ["EIP-7", "Harbour"]));
    expect(topicsFrom(sources, LIMITS).map(({ title }) => title)).toEqual(["Harbour"]);
  });
});

describe("who speaks of a longer name", () => {
  const named = (title: string, sources: readonly (readonly string[])[]) =>
    topics(sources)
      .find((one) => one.title === title)
      ?.named.map(({ source }) => source);

  it("speaks of the name inside of it", () => {
    const sources = [
      ["Harbour Trust"],
      ["Harbour Trust"],
      ["Harbour Trust Board of Keepers"],
      ["Beam models"],
      ["Beam"],
      ["Beam"],
    ];
    expect(named("Harbour Trust", sources)).toEqual(["raw/0.md", "raw/1.md", "raw/2.md"]);
    expect(named("Beam", sources)).toEqual(["raw/3.md", "raw/4.md", "raw/5.md"]);
  });

  it("where that is a name or a word of no dictionary", () => {
    const many = Array.from({ length: 3 }, () => ["tidewatch", "keeper"]);
    const sources = [...many, ["tidewatch fixtures"], ["keeper team"]];
    expect(named("Tidewatch", sources)).toContain("raw/3.md");
    expect(named("Keeper", sources) ?? []).not.toContain("raw/4.md");
  });

  it("but not of one half of a name of two", () => {
    expect(named("Harbour", [["Harbour"], ["Harbour"], ["Harbour Actions"]])).toEqual(["raw/0.md", "raw/1.md"]);
  });
});

describe("names of one thing become one topic", () => {
  it.each([
    ["case", "tide table", "Tide Table"],
    ["plural", "tide table", "tide tables"],
    ["-ies", "tidal energy", "tidal energies"],
    ["hyphen", "tide-table", "tide table"],
    ["joined", "tidetable", "tide table"],
    ["the article", "The Tide Table", "Tide table"],
    ["the company's form", "Harbour Works Ltd", "Harbour Works"],
    ["the company's form with a stop", "Harbour Works, Inc.", "Harbour Works"],
    ["diacritics", "Sémaphore", "Semaphore"],
    ["width", "ＴＩＤＥ", "tide"],
  ])("that differ in %s: %s, %s", (_, a, b) => {
    const found = topics([[a], [b]]);
    expect(found).toHaveLength(1);
    expect(found[0]?.claims).toHaveLength(6);
    expect(new Set(found[0]?.claims.map(({ source }) => source)).size).toBe(2);
  });

  it("an acronym joins its expansion where a source gives both", () => {
    const both = aMention("Automatic Identification System", [], { forms: ["Automatic Identification System", "AIS"] });
    const found = topics([[both], ["AIS"]]);
    expect(found).toHaveLength(1);
    expect(found[0]?.aliases).toEqual(expect.arrayContaining(["Automatic Identification System", "AIS"]));
  });
});

describe("names of different things stay apart", () => {
  it.each([
    ["MW-2", "MW-3"],
    ["GPT-3", "GPT-4"],
    ["Rust 2018", "Rust 2021"],
    ["John Smith", "Jane Smith"],
    ["RFC 79", "RFC 791"],
    ["tide", "tidal range"],
    ["C", "C++"],
    ["Harbour Works", "Harbour"],
    ["news", "new"],
    ["Korea", "North Korea"],
    ["York", "New York"],
    ["President", "Vice President"],
    ["Zealand", "Western New Zealand"],
    ["维基", "维基百科"],
  ])("%s and %s", (a, b) => {
    const found = topics(
      [
        [a, b],
        [a, b],
      ],
      { pin: [a, b] },
    );
    expect(found).toHaveLength(2);
    for (const { aliases } of found) expect(aliases.includes(a) && aliases.includes(b)).toBe(false);
  });

  it("versions each have their own claims", () => {
    const found = topics(
      [
        ["MW-2", "MW-3"],
        ["MW-2", "MW-3"],
      ],
      { pin: ["MW-2", "MW-3"] },
    );
    expect(found.map(({ title }) => title)).toEqual(["MW-2", "MW-3"]);
    const [a, b] = found.map(({ claims }) => claims.map(({ source, id }) => `${source} ${id}`));
    expect(a?.filter((ref) => b?.includes(ref))).toEqual([]);
  });

  it("a surname alone does not unite two people", () => {
    const smith = (name: string) => aMention(name, [], { forms: [name, "Smith"], type: "entity", kind: "person" });
    expect(titles([[smith("John Smith")], [smith("Jane Smith")]])).toEqual(["Jane Smith", "John Smith"]);
  });
});

describe("a page", () => {
  it.each([
    "1945",
    "42",
    "3.14",
    "notes.md",
    "figure.png",
    "report.pdf",
    "—",
    "2024-05-01",
    "January",
    "May 2024",
    "Monday",
    "2.",
  ])("is never made for %s", (name) => {
    expect(titles([[name], [name], [name]])).toEqual([]);
  });

  it("needs as many claims as the settings say, or a definition and one more", () => {
    const said = (ids: readonly string[], more: Partial<Mention>) => aMention("sea wall", ids, more);
    const plain = { definitionStrength: 0.4 };
    const note = speakingOf("raw/a.md", ["x", "y"]);
    const only = (mention: Mention) => topicsFrom([{ ...note, mentions: [mention] }], { ...LIMITS, minSources: 1 });
    expect(only(said(["c-01"], { inTitle: true }))).toEqual([]);
    expect(only(said(["c-01", "c-02"], { inTitle: true, ...plain }))).toEqual([]);
    expect(only(said(["c-01", "c-02"], { inTitle: true }))).toHaveLength(1);
  });

  it("is not made for what is only named in passing", () => {
    const passing = aMention("sea wall", [], { minor: true });
    expect(titles([[passing], [passing]])).toEqual([]);
    expect(topics([["sea wall"], [passing]])[0]?.claims).toHaveLength(6);
  });

  it("is made for no more topics than the budget of the vault allows", () => {
    const many = Array.from(
      { length: 40 },
      (_, i) => `${String.fromCharCode(97 + (i % 26))}${"xyz"[i % 3]}ora${i < 26 ? "" : "el"} lamp`,
    );
    expect(topics([many, many]).length).toBeLessThanOrEqual(6);
  });
});

describe("what a person decided is obeyed", () => {
  const two = [
    ["sea wall", "breakwater"],
    ["sea wall", "breakwater"],
  ];

  it("merge", () => {
    const found = topics(two, { merge: [["breakwater", "sea wall"]] });
    expect(found).toHaveLength(1);
    expect(found[0]?.aliases.map((name) => name.toLowerCase()).sort()).toEqual(["breakwater", "sea wall"]);
    expect(found[0]?.claims).toHaveLength(12);
  });

  it("forbid, whatever its spelling", () => {
    expect(titles(two, { forbid: ["Sea-Walls"] })).toEqual(["Breakwater"]);
  });

  it("rename: the old name stays an alias", () => {
    const found = topics(two, { rename: { "sea wall": "Coastal defence" } });
    const renamed = found.find(({ title }) => title === "Coastal defence");
    expect(renamed?.aliases.map((name) => name.toLowerCase())).toContain("sea wall");
    expect(renamed?.aliases[0]).toBe("Coastal defence");
  });

  it("pin: a page whatever the figures say", () => {
    const weak = aMention("sea wall", [], { definitionStrength: 0.2, salience: 0.1 });
    const note = { ...speakingOf("raw/a.md", [weak]), mentions: [{ ...weak, claims: ["c-01"], subjectOf: [] }] };
    expect(topicsFrom([note], LIMITS)).toEqual([]);
    expect(topicsFrom([note], LIMITS, { pin: ["Sea wall"] }).map(({ title }) => title)).toEqual(["Sea wall"]);
  });
});

describe("a topic", () => {
  it("is one with its name and its class", () => {
    expect(titles([["Poseidon"], ["Poseidon hash function"]])).toHaveLength(2);
    expect(titles([["Poseidon", "Poseidon hash function"]])).toHaveLength(1);
  });

  it("is called by its most used form, in the singular where that occurs, with a capital", () => {
    expect(titles([["tide tables"], ["tide table"]])).toEqual(["Tide table"]);
    expect(titles([["iOS"], ["iOS"]])).toEqual(["iOS"]);
    expect(titles([["std::io::ErrorKind"], ["std::io::ErrorKind"]])).toEqual(["std::io::ErrorKind"]);
    expect(titles([["wallet_addTideChain"], ["wallet_addTideChain"]])).toEqual(["wallet_addTideChain"]);
  });

  it("has its title first among its aliases, and no two that differ in case alone", () => {
    for (const { title, aliases } of topics([["tide table"], ["Tide Table"], ["tide tables"]])) {
      expect(aliases[0]).toBe(title);
      expect(new Set(aliases.map((name) => name.toLowerCase())).size).toBe(aliases.length);
    }
  });

  it("is what the sources that can tell say it is", () => {
    const vague = aMention("Mersey", []);
    const sure = aMention("Mersey", [], { type: "entity", kind: "place" });
    expect(topics([[vague], [vague], [sure]])[0]).toMatchObject({ type: "entity", kind: "place" });
  });
});

test("topics are the same in whatever order sources come", () => {
  const notes = [
    ["sea wall", "MW-2"],
    ["Sea walls", "tide table"],
    ["Tide-table", "MW-2"],
    ["groyne", "sea wall"],
  ].map((names, i) => speakingOf(`raw/${i}.md`, names));
  const expected = topicsFrom(notes, LIMITS);
  expect(expected.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.shuffledSubarray(notes, { minLength: notes.length }), (order) => {
      expect(topicsFrom(order, LIMITS)).toEqual(expected);
    }),
    { numRuns: 24 },
  );
});

test("ten thousand names are linked in seconds", () => {
  const syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu"];
  const nameOf = (i: number) => [...String(i).padStart(4, "0")].map((digit) => syllables[Number(digit)]).join("");
  const notes = Array.from({ length: 500 }, (_, s) =>
    speakingOf(
      `raw/${s}.md`,
      Array.from({ length: 20 }, (_, i) => nameOf((s * 20 + i) % 10_000)),
    ),
  );
  const started = performance.now();
  expect(topicsFrom(notes, LIMITS).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});
