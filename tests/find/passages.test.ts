import { describe, expect, it } from "vitest";
import type { Block, Document } from "../../src/core/document.ts";
import { passagesOf } from "../../src/find/passages.ts";
import { readingOf, rowOf } from "../../src/find/rows.ts";

function documentOf(
  blocks: readonly { kind: Block["kind"]; headings?: readonly string[]; says: readonly string[] }[],
): Document {
  const sentences = blocks.flatMap(({ says }, block) => says.map((text) => ({ text, block })));
  return {
    path: "raw/x.md",
    format: "markdown",
    meta: { title: "X", authors: [], language: "en", tags: [], titleFromName: false },
    markdown: "",
    blocks: blocks.map(({ kind, headings = [], says }) => ({ kind, headings, text: says.join(" "), start: 0, end: 0 })),
    sentences: sentences.map(({ text, block }, i) => ({ n: i + 1, text, start: 0, end: 0, block })),
    pictures: [],
    leftOut: [],
    words: 0,
    opens: true,
  };
}

const long = "This paragraph says enough to stand by itself in any list of results. ".repeat(6).trim();

describe("passages", () => {
  it("are paragraphs; short list items of one heading go together", () => {
    const passages = passagesOf(
      documentOf([
        { kind: "paragraph", headings: ["A"], says: [long] },
        { kind: "paragraph", headings: ["A"], says: [long] },
        { kind: "list-item", headings: ["B"], says: ["One."] },
        { kind: "list-item", headings: ["B"], says: ["Two."] },
      ]),
    );
    expect(passages.map(({ place, sentences }) => [place.headings, sentences.map(({ n }) => n)])).toEqual([
      [["A"], [1]],
      [["A"], [2]],
      [["B"], [3, 4]],
    ]);
  });

  it("hold every sentence once", () => {
    const document = documentOf(
      Array.from({ length: 30 }, (_, i) => ({
        kind: i % 3 === 0 ? ("list-item" as const) : ("paragraph" as const),
        headings: [`H${i >> 3}`],
        says: [`Sentence ${i}.`, long.slice(0, i * 20)],
      })),
    );
    expect(passagesOf(document).flatMap(({ sentences }) => sentences.map(({ n }) => n))).toEqual(
      document.sentences.map(({ n }) => n),
    );
  });
});

describe("a page's row", () => {
  const body = [
    "> [!summary]",
    "> The *memex* was never built.",
    "",
    "## Claims",
    "",
    "- [[wiki/entities/bush|Bush]] drew a desk\\. [[raw/x.md#Origin|¶]] ^c-0123456789",
    "    - “He drew a desk.”",
    "",
    "## What came of it",
    "",
    "Nothing (about 1,000 ([[wiki/sources/x#^c-0123456789|1]], 2021)). ([[wiki/sources/x#^c-0123456789|1]], [[wiki/sources/y#^c-0123456780|2]])",
    "",
    "## Related",
    "",
    "- [[wiki/concepts/hypertext|hypertext]] · credits it",
  ].join("\n");

  it("has its words without marks, quotations, citations and lists of links", () => {
    const { headings, text } = readingOf(body);
    expect(headings).toBe("What came of it");
    expect(text.split("\n")).toEqual([
      "The memex was never built.",
      "Bush drew a desk.",
      "Nothing (about 1,000 (2021)).",
    ]);
  });

  it("has the front matter's facts, whatever their form", () => {
    const row = rowOf({
      path: "wiki/sources/x.md",
      front: {
        title: "X",
        type: "source",
        source: "[[raw/x.pdf#page=2|x]]",
        tags: ["#a/b"],
        updated: "2026-01-02T10:00",
        aliases: "Ex",
      },
      body,
      stamp: "1",
      passages: [],
    });
    expect(row).toMatchObject({
      title: "X",
      type: "source",
      source: "raw/x.pdf",
      sources: ["raw/x.pdf"],
      tags: ["a/b"],
      updated: "2026-01-02",
      aliases: ["Ex"],
    });
  });
});
