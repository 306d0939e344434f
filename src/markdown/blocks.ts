// The blocks of a note, as plain text with their place and headings.
import type { Block } from "../core/document.ts";
import { piecesOf } from "./pieces.ts";

/** Front matter, comments and empty blocks give none; link lists, badges and tables of contents do. */
export function blocksOf(markdown: string): Block[] {
  return piecesOf(markdown).pieces.map((piece) => piece.block);
}
