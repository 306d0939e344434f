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
/** Letters of a lead that can stand in brackets before its item. */
const LONGEST_LEAD = 60;

/** A lead is a sentence with a colon at its end, right above the first item; an item further left than the first ends the list. */
export function ledLists({ markdown, blocks, sentences }: Document): LedList {
  const leads = new Map<number, string>();
  const items = new Map<number, readonly Item[]>();
  const firstOf = new Map<number, Sentence>();
  for (const sentence of sentences) if (!firstOf.has(sentence.block)) firstOf.set(sentence.block, sentence);
  const columnOf = ({ start }: Block): number => start - (markdown.lastIndexOf("\n", start - 1) + 1);
  for (const [i, lead] of sentences.entries()) {
    const own = blocks[lead.block];
    const next = sentences[i + 1];
    if (!own || !/[:：]$/u.test(lead.text) || next?.block !== lead.block + 1) continue;
    const first = blocks[next.block];
    if (first?.kind !== "list-item" || (own.kind === "list-item" && columnOf(first) <= columnOf(own))) continue;
    const column = columnOf(first);
    const found: Item[] = [];
    for (let at = next.block; blocks[at]?.kind === "list-item"; at++) {
      const block = blocks[at];
      const sentence = firstOf.get(at);
      if (!block || columnOf(block) < column) break;
      if (!sentence || columnOf(block) > column) continue;
      found.push({ n: sentence.n, text: sentence.text });
      const short = lead.text.replace(/\s*[:：]$/u, "");
      if (short.length <= LONGEST_LEAD && !leads.has(sentence.n)) leads.set(sentence.n, short);
    }
    const letters = found.reduce((sum, { text }) => sum + text.length, 0);
    if (found.length > 1 && found.length <= MOST_ITEMS && letters <= LONGEST) items.set(lead.n, found);
  }
  for (const [n, heading] of underHeadings(blocks, sentences)) if (!leads.has(n)) leads.set(n, heading);
  return { leads, items };
}

/** "### Transactions" above "URL/tx/HASH": what is no sentence is read with its heading. */
function* underHeadings(blocks: readonly Block[], sentences: readonly Sentence[]): Generator<[number, string]> {
  for (const [i, sentence] of sentences.entries()) {
    const above = blocks[sentence.block - 1];
    if (above?.kind !== "heading" || blocks[sentence.block]?.kind !== "paragraph") continue;
    const alone = sentences[i - 1]?.block !== sentence.block && sentences[i + 1]?.block !== sentence.block;
    const short = sentence.text.length <= LONGEST_LABEL && !/[.!?:。！？：]["'”’»)]*$/u.test(sentence.text);
    if (alone && short && above.text.length <= LONGEST_LEAD) yield [sentence.n, above.text];
  }
}
const LONGEST_LABEL = 120;
