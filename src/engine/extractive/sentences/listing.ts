// "The block has three parts: a header; a body; a seal.": a sentence that leads to a list says nothing without it.
import type { CodeRange, Document, Sentence } from "../../../core/document.ts";
import { lengthOf } from "./standing.ts";

export interface Listing {
  readonly text: string;
  readonly code: readonly CodeRange[];
  /** Numbers of the items' sentences. */
  readonly items: readonly number[];
}

const MOST_ITEMS = 6;
/** Words of the whole. */
const LONGEST = 55;

/** Sentence n with the list that it leads to; undefined where it leads to none, or to one that is long, nested or numbered. */
export function listingAt(document: Document, n: number): Listing | undefined {
  const stem = document.sentences[n - 1];
  if (!stem || !/:$/.test(stem.text) || document.blocks[stem.block]?.kind !== "paragraph") return undefined;
  const items = [];
  for (let i = n; i < document.sentences.length; i++) {
    const item = document.sentences[i];
    const before = items.at(-1) ?? stem;
    if (!item || document.blocks[item.block]?.kind !== "list-item" || item.block > before.block + 1) break;
    // A number that stands before an item is no word of its sentence, and two sentences in one item are no item of a list.
    if (/[\p{Alpha}\p{N}]/u.test(document.markdown.slice(before.end, item.start)) || item.block === before.block)
      return undefined;
    // Questions and further leads are no items of one sentence.
    if (/[?!:…]$/u.test(item.text)) return undefined;
    items.push(item);
  }
  if (items.length < 2 || items.length > MOST_ITEMS) return undefined;
  let text = stem.text;
  const code = [...(stem.code ?? [])];
  items.forEach((item, i) => {
    text += i === 0 ? " " : "; ";
    for (const [start, end] of item.code ?? []) code.push([text.length + start, text.length + end]);
    text += item.text.replace(/[.;,]$/u, "");
  });
  return lengthOf(text) <= LONGEST ? { text: `${text}.`, code, items: items.map((item) => item.n) } : undefined;
}

/** "TIDE is a flag that tells …": an item of a list is a sentence without a point. */
export function pointed(document: Document, { text, block }: Sentence): string {
  return document.blocks[block]?.kind === "list-item" && /[\p{Alpha}\p{N})`]$/u.test(text) ? `${text}.` : text;
}
