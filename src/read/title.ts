// A document's title when it states none: its one first-rank heading, else the file's name made readable.
import type { Block } from "../core/document.ts";
import { identifierOf } from "../text/identifier.ts";

const SECTION =
  /^(?:\d+(?:\.\d+)*\.?\s+)?(?:summary|abstract|introduction|motivation|overview|background|contents|table of contents|preface|foreword|tl;?dr|about|notes?|index|readme|untitled|简介|概述|摘要|前言)$/iu;

/** "Introduction", "1. Summary": names a part, never the whole. */
export function isSectionName(text: string): boolean {
  return SECTION.test(text);
}

/** The first H1, unless another heading stands above it; where there are several (sections, not titles) only one that opens the text and names no section. */
export function titleInBlocks(blocks: readonly Block[]): string {
  const first = blocks.findIndex((block) => block.kind === "heading" && block.depth === 1);
  const title = blocks[first]?.text.replace(/\s+/gu, " ").trim() ?? "";
  if (title === "" || isSectionName(title)) return "";
  if (blocks.slice(0, first).some((block) => block.kind === "heading")) return "";
  const several = blocks.some((block, i) => i > first && block.kind === "heading" && block.depth === 1);
  return several && first > 2 ? "" : title;
}

/** "raw/2020-01-31-my-first_note.md" -> "My first note"; a README is named for its folder. */
export function titleFromPath(path: string): string {
  const parts = path.split("/");
  const file = parts.at(-1) ?? path;
  const stem = file.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/u, "");
  if (/^(?:readme|index|_index|untitled)$/iu.test(stem) && parts.length > 2)
    return titleFromPath(parts.slice(0, -1).join("/"));
  const undated = stem.replace(/^\d{4}-\d{2}-\d{2}[-_ ]+(?=\S)/u, "").replace(/^\d{1,5}[-_]+(?=\p{Alpha})/u, "");
  // "eip-1559": a document that its series calls by number.
  const numbered = /^\p{Alpha}{2,4}-\d+$/u.test(stem) ? identifierOf(path) : undefined;
  if (numbered) return numbered;
  if (/\s/u.test(undated) || HYPHENATED.test(undated)) return undated.trim();
  const spaced = undated.replace(/[-_]+/gu, " ").trim();
  if (spaced === "" || /^[\d ]+$/u.test(spaced)) return stem;
  return spaced.replace(/^\p{Lower}/u, (letter) => letter.toUpperCase());
}

/** "Sci-fi", "X-ray", "Jean-Luc": one word as a person writes it; "sci-fi" and "Meeting-notes-May" may be made of words. */
const HYPHENATED = /^\p{Upper}[^\s_-]*-[^\s_-]+$/u;

/** The date that site generators put into a file's name or path: "2020-01-31-x.md", "2020/01/31/x". */
export function dateFromPath(path: string): string | undefined {
  const found = /(?:^|\/)(\d{4})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])(?=[-_/. @]|$)/u.exec(path);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined;
}
