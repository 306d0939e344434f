import { describe, expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readFile } from "../../src/read/registry.ts";

async function readOne(text: string, path = "raw/a-note.md"): Promise<Document> {
  const result = await readFile(new TextEncoder().encode(text), path);
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error(JSON.stringify(result));
  return document;
}

describe("what a note says of itself", () => {
  it("is taken from a clipper's properties, links stripped, dates as written", async () => {
    const { meta } = await readOne(
      '---\ntitle: "A: b"\nsource: https://x.example/a\nauthor:\n  - "[[People/Ada Lovelace|Ada]]"\n  - "[[Bob]]"\npublished: 2021-03-04\ncreated: 2026-11-02\ntags: [clippings]\n---\nThe text of it is in English.',
    );
    expect(meta).toMatchObject({
      title: "A: b",
      url: "https://x.example/a",
      authors: ["Ada", "Bob"],
      published: "2021-03-04",
      tags: ["clippings"],
      language: "en",
      titleFromName: false,
    });
  });

  it("does not take the day of clipping for the day of publishing", async () => {
    expect(
      (await readOne("---\nsource: https://x.example\ncreated: 2026-11-02\n---\nx")).meta.published,
    ).toBeUndefined();
    expect((await readOne("---\ncreated: 2019-04-13\n---\nx")).meta.published).toBe("2019-04-13");
  });

  it("leaves a hyphenated word in a file's name as its writer has it", async () => {
    const titleOf = async (path: string): Promise<string> => (await readOne("Some text.", path)).meta.title;
    expect(await titleOf("raw/Sci-fi.md")).toBe("Sci-fi");
    expect(await titleOf("raw/how-links-began.md")).toBe("How links began");
    expect(await titleOf("raw/How-links-began.md")).toBe("How links began");
  });

  it("is read from TOML, and the date from a permalink in it", async () => {
    const { meta } = await readOne(
      '+++\npath = "2015/01/09/Rust-1.0-alpha"\ntitle = "Announcing"\nauthors = ["The Core Team"]\n+++\ntext',
    );
    expect(meta).toMatchObject({ title: "Announcing", authors: ["The Core Team"], published: "2015-01-09" });
  });

  it("names several authors in one line", async () => {
    expect(
      (await readOne("---\nauthor: Ada Byron (@ada), Bob Roe <b@x.example> and Cy Doe\n---\nx")).meta.authors,
    ).toEqual(["Ada Byron", "Bob Roe", "Cy Doe"]);
    expect((await readOne("---\nauthor: Lovelace, Ada\n---\nx")).meta.authors).toEqual(["Ada Lovelace"]);
  });

  it("is its first heading, else its name", async () => {
    expect((await readOne("## Books\n\nA list.\n\n# Clippings\n\nMore.", "raw/Kevin Kelly.md")).meta.title).toBe(
      "Kevin Kelly",
    );
    expect((await readOne("# The title\n\ntext")).meta).toMatchObject({ title: "The title", titleFromName: false });
    expect((await readOne("text", "raw/2020-01-31-my-first_note.md")).meta).toMatchObject({
      title: "My first note",
      titleFromName: true,
      published: "2020-01-31",
    });
    expect(
      (await readOne("- x\n- y\n- z\n\n# Summary\n\na\n\n# Design\n\nb", "raw/0401-coercions.md")).meta.title,
    ).toBe("Coercions");
  });

  it("survives broken YAML, tells so, and still reads plain lines", async () => {
    const { meta, leftOut, sentences } = await readOne("---\ntitle: one: two\nbad: [\n---\nThe text.");
    expect(meta.title).toBe("one: two");
    expect(leftOut).toHaveLength(1);
    expect(sentences.map((sentence) => sentence.text)).toEqual(["The text."]);
  });

  it("reads a quoted description that goes on at the margin of several lines", async () => {
    const head =
      '---\ntitle: Debt\ndescription: "Like a loan, a failure\nto plan can cause\nheadaches."\ndate: 2016-05-19\n---\n\nText.\n';
    const { meta } = await readOne(head);
    expect(meta.description).toBe("Like a loan, a failure to plan can cause headaches.");
    expect(meta.published).toBe("2016-05-19");
  });

  it("reads a quoted title that goes on at the margin of the next line", async () => {
    const { meta } = await readOne('---\ntitle: "How we answered letters in 3\nmonths"\ntags:\n- post\n---\nThe text.');
    expect(meta).toMatchObject({ title: "How we answered letters in 3 months", tags: ["post"] });
  });

  it("runs no code that hides in front matter", async () => {
    expect((await readOne("---js\nprocess.exit(7)\n---\ntext")).words).toBeGreaterThan(0);
  });
});

describe("sentences", () => {
  it("are numbered from 1, come from prose, items and rows only, and keep their place", async () => {
    const text = "# Head\n\nOne *two*. Three.\n\n- item\n\n| a | b |\n|---|---|\n| x | y |\n\n```\ncode. Code.\n```\n";
    const { sentences, blocks } = await readOne(text);
    expect(sentences.map((one) => [one.n, one.text])).toEqual([
      [1, "One two."],
      [2, "Three."],
      [3, "item"],
      [4, "x | y"],
    ]);
    expect(sentences.map((one) => text.slice(one.start, one.end))).toEqual(["One *two*.", "Three.", "item", "x | y"]);
    expect(blocks[sentences[3]?.block ?? 0]?.text).toBe("a: x; b: y");
  });

  it("run over line ends, but not over blank lines, in plain text", async () => {
    const { sentences, meta, opens } = await readOne(
      "My Title\n\nA line that\nruns on. And on\n\n- one\n- two",
      "raw/n.txt",
    );
    expect(sentences.map((one) => one.text)).toEqual(["A line that runs on.", "And on", "one", "two"]);
    expect(meta.title).toBe("My Title");
    expect(opens).toBe(false);
  });
});

describe("a file without a reader", () => {
  it.each([
    ["raw/x.xyz", "text", "no reader"],
    ["raw/x.md", "a\0b", "no text"],
    ["raw/x.md", "", "empty"],
  ])("is skipped with a reason: %s", async (path, text, reason) => {
    const result = await readFile(new TextEncoder().encode(text), path);
    expect(result).toMatchObject({ kind: "skipped" });
    expect(JSON.stringify(result)).toContain(reason);
  });
});

it.each([
  ["The desk in which a person stores books is a memex.", "en"],
  ["Das ist ein Haus, und die Tür ist nicht mit dem Schlüssel auf.", "de"],
  ["Le chat est dans la maison et il ne veut pas sortir avec les autres.", "fr"],
  ["注意力机制是深度学习中的一种技术。", "zh"],
  ["これは日本語の文章です。", "ja"],
  ["이것은 한국어 문장입니다.", "ko"],
  ["Это предложение на русском языке.", "ru"],
  ["Theme para o desk", "und"],
])("tells the language of %s", async (text, language) => {
  expect((await readOne(text)).meta.language).toBe(language);
});
