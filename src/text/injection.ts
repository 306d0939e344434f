// Sentences inside a source that give orders to a reader's model. They are data like the rest, but never shown to a model.
import { hiddenReadings } from "./hidden.ts";
import { ORDERS_TO_A_MODEL } from "./orders.ts";
import { ready } from "./ready.ts";

const ORDERS = ORDERS_TO_A_MODEL.map(({ words, rules }) => ({ words: words.split("|"), rules }));

// A sentence is asked about by each stage that it passes.
const told = new Map<string, boolean>();
const REMEMBERED = 20_000;

/** True when a sentence tells a reader's model what to do, poses as its master, or asks it for secrets. Made to be right rather than complete. */
export function addressesAModel(sentence: string): boolean {
  if (sentence.length < 8) return false;
  const known = told.get(sentence);
  if (known !== undefined) return known;
  const plain = sentence.length > 4000 ? sentence.slice(0, 4000) : sentence;
  const text = plain.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "").replace(/[’‘]/g, "'");
  const found = [text, ...hiddenReadings(text)].some(isOrder);
  if (told.size >= REMEMBERED) told.clear();
  told.set(sentence, found);
  return found;
}

function isOrder(text: string): boolean {
  const small = text.toLowerCase();
  return ORDERS.some(
    ({ words, rules }) => words.some((word) => small.includes(word)) && rules.some((rule) => ready(rule).test(text)),
  );
}

/** The text, or nothing where it gives orders to a model: for titles and headings that stand in prompts. */
export function withoutOrders(text: string): string {
  return addressesAModel(text) ? "" : text;
}
