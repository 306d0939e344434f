// A document as plain text, a block a paragraph: what `kb read --json` gives as text.
import type { Document } from "../core/document.ts";

/** Pictures say nothing here; a table row stands as its cells. */
export function plainTextOf(document: Document): string {
  const rows = new Map(document.sentences.map((sentence) => [sentence.block, sentence.text]));
  return document.blocks
    .flatMap((block, i) =>
      block.kind === "image" ? [] : [block.kind === "table-row" ? (rows.get(i) ?? block.text) : block.text],
    )
    .join("\n");
}
