// Lists and the sentence that leads to them: "Included EIPs:" and what follows, each item in need of its lead, the lead of its items.
import type { Block, Document, Sentence } from "../core/document.ts";

export interface LedList {
  /** Of an item, the lead's words without its colon. */
  readonly leads: ReadonlyMap<number, string>;
  /** Of a lead, its items' first sentences. */
  readonly items: ReadonlyMap<number, readonly Item[]>;
}

type Item = Pick<Sentence, "n" | "text">;

const MOST_ITEMS = 16;
/** Letters of all of them: what is longer is read where it stands. */
const LONGEST = 700;
/** Letters of an item that is no sentence. */
const LONGEST_LABEL = 120;
/** Letters of a lead that can stand in brackets before its item. */
const LONGEST_LEAD = 60;

/** "Three new opcodes are introduced." above their list. */
const COUNTS = /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|following|these)\b.*[.。]$/iu;
const leadsOn = (text: string): boolean => /[:：]$/u.test(text) || COUNTS.test(text);

/** A lead is a sentence with a colon at its end, or that counts, right above the first item; an item further left than the first ends the list. */
export function ledLists(document: Document): LedList {
  const { blocks, sentences } = document;
  const leads = new Map<number, string>();
  const items = new Map<number, readonly Item[]>();
  const itemsFrom = listReader(document);
  const name = (found: readonly Item[], lead: string): void => {
    if (lead.length <= LONGEST_LEAD) for (const { n } of found) if (!leads.has(n)) leads.set(n, lead);
  };
  for (const [i, lead] of sentences.entries()) {
    const next = sentences[i + 1];
    if (!leadsOn(lead.text) || next?.block !== lead.block + 1) continue;
    const found = itemsFrom(next.block, blocks[lead.block]);
    if (/[:：]$/u.test(lead.text)) name(found, lead.text.replace(/\s*[:：]$/u, ""));
    if (isShort(found)) items.set(lead.n, found);
  }
  for (const [i, { kind, text }] of blocks.entries()) {
    if (kind !== "heading") continue;
    const found = itemsFrom(i + 1);
    const [first, ...rest] = found;
    // Sentences below a heading stand for themselves; labels are what the heading says they are.
    if (!first || !isShort(found) || found.some((item) => !isLabel(item.text))) continue;
    name(found, text);
    if (text.length <= LONGEST_LEAD && !items.has(first.n)) items.set(first.n, rest);
  }
  for (const [n, heading] of underHeadings(blocks, sentences)) if (!leads.has(n)) leads.set(n, heading);
  return { leads, items };
}

const isShort = (found: readonly Item[]): boolean =>
  found.length > 1 && found.length <= MOST_ITEMS && found.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST;
const isLabel = (text: string): boolean => text.length <= LONGEST_LABEL && !/[.,;!?:。！？：]["'”’»)]*$/u.test(text);

/** Items of the list that begins with a block, the first sentence of each; none where none begins there, or it is no list inside `own`. */
function listReader({ markdown, blocks, sentences }: Document): (from: number, own?: Block) => Item[] {
  const firstOf = new Map<number, Sentence>();
  for (const sentence of sentences) if (!firstOf.has(sentence.block)) firstOf.set(sentence.block, sentence);
  const columnOf = ({ start }: Block): number => start - (markdown.lastIndexOf("\n", start - 1) + 1);
  return (from, own) => {
    const first = blocks[from];
    if (first?.kind !== "list-item" || (own?.kind === "list-item" && columnOf(first) <= columnOf(own))) return [];
    const column = columnOf(first);
    const found: Item[] = [];
    for (let at = from; blocks[at]?.kind === "list-item"; at++) {
      const block = blocks[at];
      const sentence = firstOf.get(at);
      if (!block || columnOf(block) < column) break;
      if (sentence && columnOf(block) === column) found.push({ n: sentence.n, text: sentence.text });
    }
    return found;
  };
}

/** "### Transactions" above "URL/tx/HASH": what is no sentence is read with its heading. */
function* underHeadings(blocks: readonly Block[], sentences: readonly Sentence[]): Generator<[number, string]> {
  for (const [i, sentence] of sentences.entries()) {
    const above = blocks[sentence.block - 1];
    if (above?.kind !== "heading" || blocks[sentence.block]?.kind !== "paragraph") continue;
    const alone = sentences[i - 1]?.block !== sentence.block && sentences[i + 1]?.block !== sentence.block;
    if (alone && isLabel(sentence.text) && above.text.length <= LONGEST_LEAD) yield [sentence.n, above.text];
  }
}
