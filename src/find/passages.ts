// A document in paragraphs of a size to search and to read: short list items and rows under one heading go together.
import type { Block, Document } from "../core/document.ts";
import type { Place } from "../core/note.ts";
import type { PassageRow, PassageSentence } from "../core/search.ts";
import { ledCode } from "./led-code.ts";
import { ledLists } from "./led-list.ts";

/** Words up to which neighbours are gathered, and beyond which a paragraph is parted. */
const ENOUGH = 60;
const MOST = 220;

interface Open {
  readonly place: Place;
  readonly key: string;
  readonly sentences: PassageSentence[];
  words: number;
  joins: boolean;
}

function placeOf(block: Block): Place {
  const { headings, page, time } = block;
  return { headings, ...(page === undefined ? {} : { page }), ...(time === undefined ? {} : { time }) };
}

/** In text order; every sentence of the document stands in one. */
export function passagesOf(document: Document): PassageRow[] {
  const done: Open[] = [];
  const led = ledCode(document);
  const lists = ledLists(document);
  let open: Open | undefined;
  let lastBlock = -1;
  for (const sentence of document.sentences) {
    const block = document.blocks[sentence.block];
    if (!block) continue;
    const key = JSON.stringify([block.headings, block.page]);
    const small = block.kind === "list-item" || block.kind === "table-row";
    const fresh = sentence.block !== lastBlock;
    lastBlock = sentence.block;
    const next =
      !open ||
      open.key !== key ||
      open.words > MOST ||
      (fresh && !(open.joins && (small || open.words < ENOUGH) && open.words < ENOUGH * 2));
    if (!open || next) {
      open = { place: placeOf(block), key, sentences: [], words: 0, joins: true };
      done.push(open);
    }
    open.joins = small || open.words < ENOUGH / 2;
    const row = block.kind === "table-row" && block.text !== sentence.text ? { row: block.text } : {};
    const code = led.get(sentence.n);
    const lead = lists.leads.get(sentence.n);
    const items = lists.items.get(sentence.n);
    open.sentences.push({
      n: sentence.n,
      text: sentence.text,
      ...row,
      ...(code ? { code } : {}),
      ...(lead === undefined ? {} : { lead }),
      ...(items ? { items } : {}),
    });
    open.words += Math.max(sentence.text.split(/\s+/).length, sentence.text.length / 12);
  }
  return done.map(({ place, sentences }) => ({ place, sentences }));
}
