// A text far longer than any book: notes are taken of its beginning, and the ledger says so.
import { expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { extractiveEngine } from "../../src/engine/extractive/engine.ts";
import { markdownDocument } from "../../src/read/formats/markdown.ts";
import { noteOfDocument, REACH } from "../../src/run/note-document.ts";

const read = (markdown: string) => markdownDocument(markdown, { path: "raw/book.md", format: "markdown", opens: true });
const noted = (document: Document) =>
  noteOfDocument(extractiveEngine({ perThousandWords: 25, most: 60 }), {
    document,
    path: "raw/book.md",
    hash: "x",
    dropped: [],
  });

test("what lies beyond the reach of notes makes no claim, and is named with its reason", async () => {
  const document = await read(
    "# Lamps\n\nA lamp is a vessel that burns oil to give light.\n\n## Late\n\nA wick is a strand that draws oil up into a flame.\n",
  );
  expect((await noted(document)).dropped.filter(({ reason }) => reason.includes("million"))).toEqual([]);
  const last = document.sentences.at(-1);
  // As if some million characters stood before the last section.
  const far = (at: number): number => (last && at >= last.start ? at + REACH : at);
  const long: Document = {
    ...document,
    sentences: document.sentences.map((one) => ({ ...one, start: far(one.start), end: far(one.end) })),
  };
  const note = await noted(long);
  expect(note.claims.map((claim) => claim.text).join(" ")).toContain("A lamp is a vessel");
  expect(note.claims.map((claim) => claim.text).join(" ")).not.toContain("A wick");
  expect(note.dropped).toContainEqual({
    what: "1 sentence",
    where: "raw/book.md",
    reason: expect.stringMatching(/first 4 million characters/u),
  });
});
