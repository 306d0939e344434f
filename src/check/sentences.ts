// The sentences of a page that ought to cite, with those that do not.
import { sentencesOf } from "../text/sentences.ts";
import { plainLines } from "./page.ts";
import type { CheckedPage } from "./vault.ts";

export interface Uncited {
  /** From 1, in the file. */
  readonly line: number;
  readonly text: string;
}

/** Lists of links and what kb itself says of the page need no citation. */
const CATALOGUES = new Set(["related", "sources", "names", "see also", "open questions", "相关", "来源"]);
/** Links to claims, or numbered links to a place in a raw file; in brackets as a rule. */
const CITATION = /\s*\((?:\[\[[^\]]*(?:#\^c-[^\]]*|\|\d+)\]\](?:[,;]\s*)?)+\)|\s*\[\[[^\]]*#\^c-[^\]]*\]\]/gu;
const LETTERS = /\p{Alpha}{2}/u;

export function uncitedIn(page: CheckedPage): Uncited[] {
  const lines = plainLines(page.body);
  const found: Uncited[] = [];
  let catalogue = false;
  let comment = false;
  let notice = false;
  lines.forEach((line, i) => {
    // "“Java” means several things": where else to look, and nothing about the thing.
    notice = line.startsWith(">") && (notice || /^>\s*\[!info\]/iu.test(line));
    if (notice) return;
    const heading = /^#{1,6}\s+(.+)$/u.exec(line)?.[1];
    if (heading !== undefined) catalogue = CATALOGUES.has(heading.trim().toLowerCase());
    if (line.split("%%").length % 2 === 0) comment = !comment;
    if (heading !== undefined || catalogue || comment) return;
    for (const text of uncitedInLine(line)) found.push({ line: page.bodyLine + i + 1, text });
  });
  return found;
}

function uncitedInLine(line: string): string[] {
  const words = line
    .replace(/^[\s>]+/u, "")
    .replace(/^\[![^\]]*\].*$/u, "")
    .replace(/^(?:[-*+]|\d+\.)\s+/u, "")
    .replace(/\s\^[\w-]+$/u, "");
  if (words === "" || /^(?:\||!\[|%%|---|\$\$)/u.test(words)) return [];
  // Between two citations stands one sentence, the first of them cites.
  const pieces = words.split(CITATION);
  return pieces.flatMap((piece, i) => {
    // A mark at the end of a title ("Why simplicity?") ends no sentence of the page.
    const shown = piece
      .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, (_, text: string) => text.replace(/[.!?。！？]+(?=\s|$)/gu, ""))
      .replace(/^[.,;:)\s]+/u, "");
    if (!LETTERS.test(shown)) return [];
    const sentences = sentencesOf(shown)
      .map(({ start, end }) => shown.slice(start, end))
      .filter((one) => LETTERS.test(one));
    return i === pieces.length - 1 ? sentences : sentences.slice(0, -1);
  });
}
