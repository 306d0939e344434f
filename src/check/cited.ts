// The sentences of a page with the claims that each of them cites.
import { sentencesOf } from "../text/sentences.ts";
import { plainLines } from "./page.ts";
import type { CheckedPage } from "./vault.ts";

export interface ClaimLink {
  /** Page of the source without ".md": "wiki/sources/attention". */
  readonly target: string;
  readonly id: string;
}

export interface CitingSentence {
  /** From 1, in the file. */
  readonly line: number;
  /** As a reader sees it. */
  readonly text: string;
  readonly cites: readonly ClaimLink[];
}

const GROUP = /\s*\((?:\[\[[^\]]*#\^c-[^\]]*\]\](?:[,;]\s*)?)+\)|\s*\[\[[^\]]*#\^c-[^\]]*\]\]/gu;
const LINK = /\[\[([^\]|#]*)#\^(c-[0-9a-f]{10}(?:-\d+)?)/gu;

/** In page order. A citation belongs to the sentence right before it. */
export function citingSentences(page: CheckedPage): CitingSentence[] {
  return plainLines(page.body).flatMap((line, i) => (line.includes("#^c-") ? inLine(line, page.bodyLine + i + 1) : []));
}

function inLine(line: string, n: number): CitingSentence[] {
  const found: CitingSentence[] = [];
  let from = 0;
  for (const group of line.matchAll(GROUP)) {
    const text = lastSentence(shownIn(line.slice(from, group.index)));
    from = group.index + group[0].length;
    const cites = [...group[0].matchAll(LINK)].map(([, target = "", id = ""]) => ({ target: target.trim(), id }));
    const before = found.at(-1);
    // Two groups in a row are of one sentence.
    if (text === "" && before) found[found.length - 1] = { ...before, cites: [...before.cites, ...cites] };
    else found.push({ line: n, text, cites });
  }
  return found;
}

function lastSentence(text: string): string {
  const last = sentencesOf(text).at(-1);
  return last ? text.slice(last.start, last.end).trim() : "";
}

/** Words without marks of Markdown, list and callout. */
function shownIn(markdown: string): string {
  return markdown
    .replace(/^[\s>]+/u, "")
    .replace(/^(?:[-*+]|\d+\.)\s+/u, "")
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1")
    .replace(/\*\*|\\(?=[!-/:-@[-`{-~])/gu, "")
    .replace(/^[.,;:)\s]+/u, "");
}
