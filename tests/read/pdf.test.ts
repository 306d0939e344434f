// PDFs as people see them: what stands below what, which lines are headings, what is a table.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { type Item, inReadingOrder, linesOf, runningHeads } from "../../src/read/pdf/lines.ts";
import { markdownOfLines } from "../../src/read/pdf/paragraphs.ts";
import { readFile } from "../../src/read/registry.ts";

async function sample(name: string): Promise<Document> {
  const result = await readFile(new Uint8Array(readFileSync(`raw/${name}`)), `raw/${name}`);
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error(`${name}: ${result.kind}`);
  return document;
}

function item(str: string, x: number, y: number, more: { size?: number; width?: number; dir?: string } = {}): Item {
  const size = more.size ?? 10;
  return {
    str,
    transform: [size, 0, 0, size, x, y],
    width: more.width ?? str.length * size * 0.5,
    height: size,
    fontName: "f",
    dir: more.dir ?? "ltr",
    hasEOL: false,
  };
}

const read = (items: readonly Item[]): string =>
  markdownOfLines(inReadingOrder(linesOf(items, 1, () => false))).markdown;

describe("lines", () => {
  it("of a form stand each for itself, and rules of signs are no text", () => {
    const lines = [
      "Store: Elie Harbour",
      "Keeper: Ada Roe",
      "==========",
      "Lamps were trimmed by",
      "night, and wound by day.",
    ];
    expect(read(lines.map((text, i) => item(text, 72, 700 - i * 12)))).toBe(
      "Store: Elie Harbour\n\nKeeper: Ada Roe\n\nLamps were trimmed by night, and wound by day.",
    );
  });

  it("that break after a hyphen keep it between two words that the document never joins", () => {
    const lines = [
      "The text of a chat here is kept.",
      "It is optimized for those who read a chat-",
      "optimized page, with much infor-",
      "mation and all information, all of it optimized too.",
    ];
    const text = read(lines.map((line, i) => item(line, 72, 700 - i * 12)));
    expect(text).toContain("chat-optimized page, with much information");
  });
});

describe("headings", () => {
  it("numbered headings of a paper in two columns stand apart from the paragraphs below them", async () => {
    const headings = (await sample("finding-again.pdf")).blocks.filter((block) => block.kind === "heading");
    expect(headings.map((block) => block.text)).toEqual([
      "Finding again: retrieval for a private archive",
      "1. The problem",
      "2. Counting words",
      "3. Comparing meanings",
      "4. The two together",
      "5. Answering from passages",
      "6. Length",
      "7. Links as evidence",
      "8. What should be kept",
      "Terms",
    ]);
  });

  it("a numbered list of the body's size stays a list", async () => {
    const items = (await sample("finding-again.pdf")).blocks.filter((block) => block.kind === "list-item");
    expect(items).toHaveLength(3);
  });
});

describe("tables", () => {
  it("cells of several lines come together, each in its column", async () => {
    const rows = (await sample("finding-again.pdf")).blocks.filter((block) => block.kind === "table-row");
    expect(rows.map((row) => row.text)).toContain(
      "Method: Inverted index with BM25; Finds well: names, numbers, rare terms; Misses: other wording",
    );
  });

  it("a table that goes on over the page is one table", async () => {
    const rows = (await sample("a-stack-of-cards-on-every-macintosh.pdf")).blocks.filter(
      (block) => block.kind === "table-row",
    );
    expect(rows.map((row) => row.text)).toEqual([
      expect.stringContaining("System: NLS"),
      "System: NoteCards; Year: about 1984; Unit: card; Links across a network: within the laboratory",
      expect.stringContaining("System: HyperCard"),
      "System: World Wide Web; Year: 1990; Unit: page; Links across a network: yes",
      expect.stringContaining("System: WikiWikiWeb"),
    ]);
  });

  it("paragraphs in columns are no table", () => {
    const left = ["The left column has", "full sentences in it,", "line by line, down", "to its end."];
    const right = ["The right column has", "other sentences in it,", "also line by line and", "to its end."];
    const items = [
      ...left.map((text, i) => item(text, 50, 700 - i * 12)),
      ...right.map((text, i) => item(text, 300, 700 - i * 12)),
    ];
    expect(read(items)).toBe(`${left.join(" ")}\n\n${right.join(" ")}`);
  });
});

describe("reading order", () => {
  it("what was printed last stands where the page shows it: in the hole that was left for it", () => {
    const items = [
      item("A paragraph above the figure.", 50, 700),
      item("A paragraph below the figure.", 50, 400),
      item("The caption of the figure.", 50, 550),
    ];
    expect(read(items)).toBe(
      "A paragraph above the figure.\n\nThe caption of the figure.\n\nA paragraph below the figure.",
    );
  });

  it("lines from right to left read from the right, whatever order they were printed in", () => {
    const rtl = { dir: "rtl", width: 40 };
    const items = [item("عالم", 200, 700, rtl), item("كبير", 150, 700, rtl), item("مرحبا", 250, 700, rtl)];
    expect(read(items)).toBe("مرحبا عالم كبير");
  });

  it("the mark of a footnote is no part of the word, a power stays at its number", () => {
    const raised = { size: 6, width: 4 };
    expect(read([item("the Center", 50, 700, { width: 50 }), item("1", 100, 704, raised)])).toBe("the Center 1");
    expect(read([item("12 km", 50, 700, { width: 30 }), item("2", 80, 704, raised)])).toBe("12 km2");
  });
});

it("foot lines of chapters and prefaces go, with Roman page numbers too", () => {
  const pages = ["iv", "vi", "12", "x"].map((number, i) => ({
    height: 800,
    lines: linesOf(
      [
        item(`The text of page ${i}, which nobody else has.`, 50, 500),
        item(`All rights reserved by the press. ${number}`, 50, 30),
      ],
      i + 1,
      () => false,
    ),
  }));
  expect([...runningHeads(pages)].map((line) => line.text)).toHaveLength(4);
});

it("a name with underscores is not marked up", () => {
  expect(read([item("Set user_id and _hidden_ to zero.", 50, 700)])).toBe("Set user_id and \\_hidden\\_ to zero.");
});
