import { describe, expect, it } from "vitest";
import { searchOf } from "../../src/find/search.ts";
import { indexOf, row } from "./rows-in-memory.ts";

const index = indexOf([
  row("wiki/concepts/memex.md", {
    title: "Memex",
    aliases: ["Memex", "memory extender"],
    tags: ["history/devices"],
    body: "The memex is a desk in which a person stores books.",
    updated: "2026-02-03",
    sources: ["wiki/sources/desk"],
  }),
  row("wiki/concepts/hypertext.md", {
    title: "Hypertext",
    body: "Hypertext is writing that branches; it credits the memex for the trail.",
    tags: ["web"],
  }),
  row("wiki/entities/vannevar-bush.md", {
    title: "Vannevar Bush",
    type: "entity",
    body: "Vannevar Bush described a desk of trails in 1945.",
    updated: "2025-12-31",
  }),
  row("wiki/sources/desk.md", {
    title: "The desk that remembers",
    type: "source",
    source: "raw/desk.pdf",
    body: "An essay of 1945.",
    says: [["Douglas Engelbart read it as a radar technician in the Philippines."], ["The desk was never built."]],
  }),
  row("wiki/concepts/self-attention.md", { title: "自注意力机制", body: "自注意力机制让模型关注序列中的所有位置。" }),
  row("wiki/concepts/filler.md", { title: "Filler", body: "Nothing of note stands here at all." }),
]);
const { find } = searchOf(index);
const paths = (query: string, type?: string): string[] =>
  find({ query, limit: 10, ...(type === undefined ? {} : { type }) }).map((hit) =>
    hit.path.replace(/^wiki\/\w+\/|\.md$/g, ""),
  );

describe("search", () => {
  it("puts the page that the query calls by name first", () => {
    expect(paths("memex")[0]).toBe("memex");
    expect(paths("the memory extender and its trails")[0]).toBe("memex");
  });

  it("puts a source first for a name that it goes by, and for a question about more only where it says so", () => {
    const said = "Each winter the harbour freezes, and the pilots wait for the tide to turn.";
    const goes = indexOf([
      row("wiki/sources/pilots.md", {
        title: "How pilots wait",
        type: "source",
        aliases: ["How pilots wait", "ice gate", "winter harbour"],
        says: [[said], ["An ice gate is opened at noon."]],
      }),
      row("wiki/sources/gates.md", {
        title: "Gates",
        type: "source",
        says: [["Ice forms on each gate, ice above all on a gate of iron."], ["A gate of wood holds no ice."]],
      }),
      row("wiki/sources/tides.md", {
        title: "Tides in harbours",
        type: "source",
        says: [["The tide turns in a harbour when the winter moon is full, and harbours freeze at low tide."]],
      }),
    ]);
    const first = (query: string): string | undefined => searchOf(goes).find({ query, limit: 3 })[0]?.path;
    expect(first("ice gate")).toBe("wiki/sources/pilots.md");
    expect(first("how does the tide turn in a winter harbour at full moon")).toBe("wiki/sources/tides.md");
  });

  it("puts the overview behind pages that say it", () => {
    const said = "The ice gate of the harbour is opened at noon, when the ice is thin.";
    const both = indexOf([
      row("wiki/overview.md", { title: "Overview", type: "overview", body: said }),
      row("wiki/sources/tides.md", {
        title: "Tides",
        type: "source",
        says: [[said], ["A tide turns."], ["It is low."]],
      }),
    ]);
    const found = searchOf(both).find({ query: "ice gate", limit: 2 });
    expect(found.map(({ path }) => path)).toEqual(["wiki/sources/tides.md", "wiki/overview.md"]);
  });

  it("finds other forms of a word, and words without their diacritics", () => {
    expect(paths("branching")).toEqual(["hypertext"]);
    expect(paths("Mémex")[0]).toBe("memex");
  });

  it("finds a part of a Chinese word", () => {
    expect(paths("注意力")).toEqual(["self-attention"]);
  });

  it("forgives typos, swapped letters among them", () => {
    expect(paths("hypertxet")[0]).toBe("hypertext");
    expect(paths("Vanevar")[0]).toBe("vannevar-bush");
  });

  it("finds a source by what its raw file says, and shows that sentence", () => {
    const [hit] = find({ query: "radar technician", limit: 1 });
    expect(hit?.path).toBe("wiki/sources/desk.md");
    expect(hit?.snippet).toContain("**radar** **technician**");
  });

  it.each([
    ["desk type:source", ["desk"]],
    ["desk -books", ["desk", "vannevar-bush"]],
    ['"desk of trails"', ["vannevar-bush"]],
    ["tag:history", ["memex"]],
    ["desk updated:>2026-01", ["memex"]],
    ["desk updated:<2026", ["vannevar-bush"]],
    ["memex source:desk", ["memex"]],
    ["source:raw/desk.pdf", ["desk"]],
  ])("obeys %s", (query, expected) => {
    expect(paths(query).sort()).toEqual(expected);
  });

  it("takes the type asked for beside the query", () => {
    expect(paths("desk", "entity")).toEqual(["vannevar-bush"]);
  });

  it("gives nothing for what is nowhere", () => {
    expect(paths("zeppelin")).toEqual([]);
    expect(paths("")).toHaveLength(6);
  });
});
