// The text of a source that Obsidian cannot open, as a page with a block id a paragraph, so that citations have somewhere to land.
import type { Document } from "../core/document.ts";
import { fencedCode } from "../markdown/fenced.ts";
import { escapeBlockStart, escapeInline } from "../markdown/harmless.ts";
import { sha256 } from "../text/hash.ts";

export interface TextPage {
  readonly body: string;
  /** Index of a block -> its block id, without "^". */
  readonly paragraphIds: ReadonlyMap<number, string>;
}

export function textPageBody(document: Document): TextPage {
  const paragraphIds = new Map<number, string>();
  const seen = new Map<string, number>();
  const idOf = (text: string): string => {
    const base = `p-${sha256(text).slice(0, 8)}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}-${times}`;
  };
  const parts = document.blocks.flatMap((block, i) => {
    const text = block.text.replace(/\s+/g, " ").trim();
    if (text === "") return [];
    if (block.kind === "heading") return [`${"#".repeat(Math.min(6, (block.depth ?? 1) + 1))} ${escapeInline(text)}`];
    const id = idOf(block.text);
    paragraphIds.set(i, id);
    if (block.kind === "code" || block.kind === "math") return [`${fencedCode(block.text, block.lang)}\n\n^${id}`];
    const line = `${block.kind === "list-item" || block.kind === "table-row" ? "- " : ""}${escapeBlockStart(text)} ^${id}`;
    return [line];
  });
  return { body: parts.join("\n\n"), paragraphIds };
}
