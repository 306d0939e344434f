// Finds known names in a text, longest first, whatever their plural, hyphen or case.
import { nameWords, wordKey } from "./names.ts";
import { foldOf, type Token, tokensOf } from "./words.ts";

export interface Named<T> {
  readonly name: string;
  readonly value: T;
  /** The first letter must be a capital where the name's is: "Go" is not "go". */
  readonly cased: boolean;
}

export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: Named<T>[];
}

export interface Finder<T> {
  /** Non-overlapping, in text order. */
  find(text: string): Found<T>[];
}

// No dictionary cuts a run of ideographs the same way in every sentence: these names are sought as strings.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A finder over many names; building costs their total length, finding the text's alone. */
export function finderOf<T>(names: readonly Named<T>[]): Finder<T> {
  const root: Node<T> = { next: new Map(), ends: [] };
  const runs = new Map<string, { text: string; named: Named<T> }[]>();
  for (const named of names) {
    if (UNSPACED.test(named.name)) {
      const text = foldOf(named.name);
      const first = text.slice(0, 2);
      const list = runs.get(first) ?? [];
      list.push({ text, named });
      list.sort((a, b) => b.text.length - a.text.length);
      runs.set(first, list);
      continue;
    }
    const words = nameWords(named.name);
    if (words.length === 0) continue;
    let node = root;
    for (const word of words) {
      let child = node.next.get(word);
      if (!child) {
        child = { next: new Map(), ends: [] };
        node.next.set(word, child);
      }
      node = child;
    }
    node.ends.push(named);
  }
  return {
    find(text) {
      const found = [...(runs.size > 0 && UNSPACED.test(text) ? inRuns(text, runs) : []), ...inWords(text, root)];
      found.sort((a, b) => a.start - b.start || b.end - a.end);
      const out: Found<T>[] = [];
      let free = 0;
      for (const one of found) {
        if (one.start < free) continue;
        out.push(one);
        free = one.end;
      }
      return out;
    },
  };
}

function inWords<T>(text: string, root: Node<T>): Found<T>[] {
  const tokens = tokensOf(text);
  const found: Found<T>[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let node: Node<T> | undefined = root;
    let best: Found<T> | undefined;
    for (let j = i; j < tokens.length && node; j++) {
      const token = tokens[j] as Token;
      // Words of one name stand side by side: a bracket between them parts them, or a stop, unless the name has it: "crates.io".
      if (j > i && !/^(?:[\s\-–'’/&]{0,3}|\.)$/u.test(text.slice(tokens[j - 1]?.end, token.start))) break;
      node = node.next.get(wordKey(token.word, text.slice(token.start, token.end)));
      if (!node) break;
      const start = (tokens[i] as Token).start;
      const end = node.ends.find((named) => fits(named, text.slice(start, token.end)));
      if (end) best = { value: end.value, start, end: token.end };
    }
    // "cargo_session" names no Cargo.
    if (best && text[best.start - 1] !== "_" && text[best.end] !== "_") found.push(best);
  }
  return found;
}

function inRuns<T>(text: string, runs: ReadonlyMap<string, { text: string; named: Named<T> }[]>): Found<T>[] {
  const folded = foldOf(text);
  // Folding keeps the length of nearly all texts; where it does not, places would be wrong, so nothing is found.
  if (folded.length !== text.length) return [];
  const found: Found<T>[] = [];
  for (let i = 0; i < folded.length - 1; i++) {
    const list = runs.get(folded.slice(i, i + 2));
    const hit = list?.find((entry) => folded.startsWith(entry.text, i));
    if (hit) found.push({ value: hit.named.value, start: i, end: i + hit.text.length });
  }
  return found;
}

function fits<T>(named: Named<T>, raw: string): boolean {
  if (raw.includes(".") && !named.name.includes(".")) return false;
  if (!named.cased) return true;
  const caps = /^\p{Upper}{2,4}$/u.test(named.name);
  return caps ? /^\p{Upper}{2}/u.test(raw) : /^\p{Upper}/u.test(raw) === /^\p{Upper}/u.test(named.name);
}

/** Is a name found in `text` a piece of a path or an address: "datasette/static", "package.json"? */
export function isPiece(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  // "活着-余华": without spaces a hyphen only parts two names.
  if (/\p{sc=Han}/u.test(text.slice(start, end))) return false;
  return /[/\\@=:._-]$/.test(text.slice(0, start)) || /^(?:[/\\=(]|:\S|#\d|[-._]\p{Alpha})/u.test(text.slice(end));
}

/** "Rust projects" are those of whoever reads it, and not the Rust Project: `words` are as a text writes `name`. */
export function isOfMany(name: string, words: string): boolean {
  return isOneBody(name) && MANY.test(words);
}

/** Written as the name of one body: "Rust Project". */
export function isOneBody(name: string): boolean {
  return ONE.test(name);
}

/** The last word as it is written: one body, or any number of things. */
const ONE = /^\p{Upper}.* \p{Upper}\p{Alpha}*[^s\W]$/u;
const MANY = /^\p{Upper}.* \p{Lower}+s$/u;

/** Does it stand for itself, and not as a piece of a path or of a longer name either: "GitHub Actions"? */
export function standsWhole(text: string, found: { readonly start: number; readonly end: number }): boolean {
  if (isPiece(text, found)) return false;
  const name = text.slice(found.start, found.end);
  // In a title of capitals one more proves nothing.
  const words = text.match(/\p{Alpha}[\p{Alpha}\p{N}]*/gu) ?? [];
  if (!/^\p{Upper}/u.test(name) || words.filter((word) => /^\p{Upper}/u.test(word)).length * 2 > words.length)
    return true;
  return (
    !/^ \p{Upper}\p{Lower}/u.test(text.slice(found.end)) &&
    !/\p{Lower} \p{Upper}\p{Lower}+ $/u.test(text.slice(0, found.start))
  );
}
