// A few words of a page around what was looked for, cut from the text as it reads, with the found words in **bold**.
import { termTokensOf } from "../text/words.ts";

const LENGTH = 220;
/** Places looked at; a page that says a word a thousand times needs no more. */
const MOST_PLACES = 200;

/** Characters looked through; cutting words beyond would cost more than the search. */
const LOOKED_AT = 40_000;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

function foundIn(text: string, terms: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  for (const { word, start, end } of termTokensOf(text.slice(0, LOOKED_AT))) {
    if (terms.has(word)) found.push({ start, end, term: word });
    if (found.length > MOST_PLACES) break;
  }
  return found;
}

/** How many different terms the best stretch of the text holds, weighed by length: longer terms say more. */
function bestStart(found: readonly Found[]): number {
  let best = { worth: -1, start: 0 };
  for (const [i, first] of found.entries()) {
    const seen = new Set<string>();
    for (let j = i; j < found.length; j++) {
      const next = found[j];
      if (!next || next.end - first.start > LENGTH) break;
      seen.add(next.term);
    }
    const worth = [...seen].reduce((sum, term) => sum + Math.min(term.length, 8), 0);
    if (worth > best.worth) best = { worth, start: first.start };
  }
  return best.start;
}

/** At most about 220 characters, on one line. Without a match, the text's beginning. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const found = foundIn(text, new Set(terms));
  const anchor = found.length === 0 ? 0 : bestStart(found);
  const start = startNear(text, anchor);
  const end = endNear(text, start + LENGTH);
  let out = start > 0 ? "… " : "";
  let at = start;
  for (const match of mergedOf(found)) {
    if (match.start < at || match.end > end) continue;
    out += `${text.slice(at, match.start)}**${text.slice(match.start, match.end)}**`;
    at = match.end;
  }
  out += text.slice(at, end) + (end < text.length ? " …" : "");
  return out.replace(/\s+/g, " ").trim();
}

/** Pairs of ideographs overlap: one highlight for what touches. */
function mergedOf(found: readonly Found[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (
      last &&
      start <= last.end &&
      start > last.start - 1 &&
      (start < last.end || end === last.end || last.end === start)
    ) {
      last.end = Math.max(last.end, end);
    } else merged.push({ start, end });
  }
  return merged;
}

/** The beginning of the sentence, when it is near; else of a word. */
function startNear(text: string, anchor: number): number {
  const from = Math.max(0, anchor - 100);
  if (from === 0 && anchor < 100) return 0;
  const before = text.slice(from, anchor);
  const sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n"), before.lastIndexOf("。"));
  if (sentence >= 0) return from + sentence + (before[sentence] === "." ? 2 : 1);
  const space = before.indexOf(" ", before.length - 40);
  return space >= 0 ? from + space + 1 : anchor;
}

function endNear(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(" ", wanted);
  if (space > wanted - 30) return space;
  // Never half a surrogate pair.
  return /[\ud800-\udbff]/.test(text[wanted - 1] ?? "") ? wanted - 1 : wanted;
}
