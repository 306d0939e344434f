// How sources stand in the index: in one line, by folder, with only the columns that tell them apart.
import { describe, expect, it } from "vitest";
import { indexPages, type SourceRow } from "../../src/write/index-page.ts";
import { tellingLine, tellingsOf } from "../../src/write/telling.ts";

describe("the sources in the index", () => {
  const source = (n: number, folder: string, more: Partial<SourceRow> = {}): SourceRow => ({
    page: `wiki/sources/s${n}`,
    title: `Note ${n}`,
    author: "",
    published: "",
    oneLine: "It rains.",
    number: "",
    folder,
    empty: false,
    ...more,
  });

  it("show only columns that tell them apart, by folder, and those without a claim in one line", () => {
    const sources = [source(1, "sql"), source(2, "css"), source(3, "css", { oneLine: "", empty: true })];
    const body = indexPages({ wiki: "wiki", rows: [], sources, counts: "" })[0]?.body ?? "";
    expect(body).toContain("| page | in one line | folder |\n");
    expect(body.indexOf("Note 2")).toBeLessThan(body.indexOf("Note 1"));
    expect(body.split("\n").at(-1)).toBe("No claims could be drawn from: [[wiki/sources/s3|Note 3]]");
  });
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
    claims: [],
  });
  const own = "How tables are copied from one file into another.";
  const sentence = "SQLite copies tables with one statement.";

  const line = (...notes: ReturnType<typeof told>[]) => tellingLine(tellingsOf(notes).get("raw/a.md"), true);

  it("is its own description, unless its whole site has the same", () => {
    expect(line(told("raw/a.md", own, [sentence]))).toBe(own);
    expect(line(told("raw/a.md", own, [sentence]), told("raw/b.md", own, ["Another."]))).toBe(sentence);
  });

  it("is the sentence that shares most with its title, before an author's own affairs", () => {
    expect(line(told("raw/a.md", "", ["I had a long day.", sentence]))).toBe(sentence);
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
});
