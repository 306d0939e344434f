// How sources stand in the index: in one line, by folder, with only the columns that tell them apart.
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/core/note.ts";
import { authorsOf } from "../../src/write/dates.ts";
import { foldersOf } from "../../src/write/folders.ts";
import { indexPages, type SourceRow } from "../../src/write/index-page.ts";
import { tellingLine, tellingsOf } from "../../src/write/telling.ts";
import { layOut } from "./placed.ts";

describe("the sources in the index", () => {
  const source = (n: number, folder: string, more: Partial<SourceRow> = {}): SourceRow => ({
    page: `wiki/sources/s${n}`,
    title: `Note ${n}`,
    author: "",
    published: "",
    oneLine: "It rains.",
    number: "",
    status: "",
    tier: "",
    folder,
    empty: false,
    ...more,
  });

  it("show only columns that tell them apart, by folder, and those without a claim in one line", () => {
    const sources = [source(1, "sql"), source(2, "css"), source(3, "css", { oneLine: "", empty: true })];
    const body = indexPages({ wiki: "wiki", rows: [], sources, counts: "", layOut })[0]?.body ?? "";
    expect(body).toContain("| page | in one line | folder |\n");
    expect(body.indexOf("Note 2")).toBeLessThan(body.indexOf("Note 1"));
    expect(body.split("\n").at(-1)).toBe("No claims could be drawn from: [[wiki/sources/s3|Note 3]]");
  });

  it("have a column for how far they are trusted, where some are rated; what only a weak one says of a thing is marked", () => {
    const sources = [source(1, "", { tier: "3 (weak)" }), source(2, "")];
    const row = { page: "wiki/concepts/ebb", title: "Ebb", section: "Concepts", sources: 1, updated: "", weak: true };
    const rows = [{ ...row, oneLine: "The falling tide." } as const] as Parameters<typeof indexPages>[0]["rows"];
    const body = indexPages({ wiki: "wiki", rows, sources, counts: "", layOut })[0]?.body ?? "";
    expect(body).toContain("| page | in one line | tier |\n");
    expect(body).toContain("Note 1]] | It rains. | 3 (weak) |");
    expect(body).toContain("Ebb]] | Uncertain: The falling tide. | 1 |");
  });

  it("that have no claim stand by folder, where they are many", () => {
    const empty = Array.from({ length: 12 }, (_, i) =>
      source(i, ["forms", "lists"][i % 2] ?? "", { oneLine: "", empty: true }),
    );
    const body = indexPages({ wiki: "wiki", rows: [], sources: empty, counts: "", layOut })[0]?.body ?? "";
    expect(body).toContain("No claims could be drawn from:\n\n- **forms**: [[wiki/sources/s0|Note 0]] · ");
    expect(body).toContain("\n- **lists**: [[wiki/sources/s1|Note 1]] · ");
  });

  it("stand under their years, newest first, where they have no folders", () => {
    const sources = Array.from({ length: 9 }, (_, i) => source(i, "", { published: `${2021 + (i % 3)}-05-0${i + 1}` }));
    const body = indexPages({ wiki: "wiki", rows: [], sources, counts: "", layOut })[0]?.body ?? "";
    expect(body.match(/^### .*$/gm)).toEqual(["### 2023", "### 2022", "### 2021"]);
  });

  it("stand under their folders, where these hold several each", () => {
    const sources = Array.from({ length: 9 }, (_, i) => source(i, ["sql", "css", ""][i % 3] ?? ""));
    const body = indexPages({ wiki: "wiki", rows: [], sources, counts: "", layOut })[0]?.body ?? "";
    expect(body.match(/^### .*$/gm)).toEqual(["### css", "### sql", "### In no folder"]);
    expect(body).not.toContain("| folder |");
  });

  it("stand with the folder above, where their own holds too few, and folders that tell nothing are no column", () => {
    const own = ["sql", "css", "go"].flatMap((name) => Array.from({ length: 3 }, (_, i) => source(i, name)));
    const body = (sources: SourceRow[]) =>
      indexPages({ wiki: "wiki", rows: [], sources, counts: "", layOut })[0]?.body ?? "";
    expect(body([...own, source(9, "css/grid")]).match(/^### .*$/gm)).toEqual(["### css", "### go", "### sql"]);
    const same = Array.from({ length: 20 }, (_, i) => source(i, "all"));
    expect(body([...same, source(20, "")])).not.toContain("folder");
  });
});

it("a post in a folder of its own stands where its folder stands", () => {
  const folders = foldersOf(["raw/posts/fast/index.md", "raw/posts/a.md", "raw/posts/sql/b.md", "raw/c.md"]);
  expect([...folders.values()]).toEqual(["posts", "posts", "posts/sql", ""]);
});

it("of many authors the first are named, and the others counted", () => {
  expect(authorsOf(["Ada", "Ben", "Cleo"])).toBe("Ada, Ben, Cleo");
  expect(authorsOf(["Ada", "Ben", "Cleo", "Dan", "Eve"])).toBe("Ada, Ben and 3 others");
});

describe("a source in one line", () => {
  const told = (path: string, description: string, summary: readonly string[]) => ({
    path,
    meta: {
      title: "Copying tables in SQLite",
      titleFromName: false,
      description,
      authors: [],
      language: "en",
      tags: [],
      images: [],
    },
    summary,
    claims: [] as Claim[],
  });
  const own = "How tables are copied from one file into another.";
  const sentence = "SQLite copies tables with one statement.";

  const line = (...notes: ReturnType<typeof told>[]) => tellingLine(tellingsOf(notes).get("raw/a.md"), true);

  it("is its own description, unless its whole site has the same", () => {
    expect(line(told("raw/a.md", own, [sentence]))).toBe(own);
    expect(line(told("raw/a.md", own, [sentence]), told("raw/b.md", own, ["Another."]))).toBe(sentence);
  });

  it("is what its summary opens with, unless another sentence of that says more of its title", () => {
    expect(line(told("raw/a.md", "", [sentence, "A long day is over."]))).toBe(sentence);
    expect(line(told("raw/a.md", "", ["I had a long day.", sentence]))).toBe(sentence);
  });

  it("is no description of a few words beside the title's where its summary says more", () => {
    const said = "Copying goes by rows unless both files have pages of one size and no triggers stand in the way.";
    expect(line(told("raw/a.md", "Modern SQLite tables for copying.", [said]))).toBe(said);
  });

  it("goes on where its sentence adds little to the title, as far as a line holds it", () => {
    const more = "Tables of two files are joined by attaching one.";
    expect(line(told("raw/a.md", "", [sentence, more]))).toBe(`${sentence} ${more}`);
    expect(line(told("raw/a.md", "", [sentence, `Copying is ${"very ".repeat(40)}slow.`]))).toBe(sentence);
    const full =
      "SQLite copies tables with one statement where both files are attached, keys, views, triggers and rows of any size included, in a second.";
    expect(line(told("raw/a.md", "", [full, more]))).toBe(full);
  });

  it("is no sentence that other sources say too, and none that leans on another", () => {
    const notes = ["raw/a.md", "raw/b.md"].map((path) => told(path, "", [sentence, "It copies SQLite tables."]));
    expect(line(...notes)).toBe("");
  });

  it("keeps what stands in square brackets, and marks code", () => {
    const text = "SQLite copies the tables keccak256(code)[12:] and to.";
    const note = { ...told("raw/a.md", "", [text]), code: { [text]: [[50, 52]] as const } };
    expect(line(note)).toBe("SQLite copies the tables keccak256(code)[12:] and `to`.");
    expect(line(told("raw/a.md", "Copies from `old` into `new` tables.", []))).toBe(
      "Copies from `old` into `new` tables.",
    );
  });

  it("is of a description that only leads up to what it says the sentence that says it", () => {
    const led = "At our guild we like to keep in touch.";
    expect(line(told("raw/a.md", led, [led, "Two keepers copied all tables of SQLite by hand."]))).toBe(
      "Two keepers copied all tables of SQLite by hand.",
    );
  });

  it("is the list of sections where a source is told by them, and begins with no word that ties it to another", () => {
    const sections = "In it: Tides; Moorings; Lamps.";
    expect(line(told("raw/a.md", "", [sections, "Copying tables in SQLite is new."]))).toBe(sections);
    expect(line(told("raw/a.md", "", ["But copying tables in SQLite takes long."]))).toBe(
      "Copying tables in SQLite takes long.",
    );
  });
});
