// How well a sentence reads as an answer, whatever it says: whole or a label, a statement or a question, of things or of its author.
import type { AnswerBrief, Passage } from "../../../core/engine.ts";
import { PLEASANTRY } from "./answer-cues.ts";

/** A row of a table answers badly in running text. */
const ROW = 0.6;
const FRAGMENT = 5;
const SHORT = 0.6;
/** Sentences that lean on the one before them read badly alone. */
const LEANING =
  /^(?:this|these|that|those|it|its|he|his|she|her|they|their|such|here|there|but|and|however|also|thus|therefore)\b|^(?:这|那|他|她|它|此|该|但|而)/i;
const LEANS = 0.8;
/** An item below its lead says as much as a short sentence does. */
const ITEM_FITS = 0.75;
const LIST_FITS = 0.85;
/** Headings, labels and "as follows:" answer nothing by themselves. */
const WHOLE = /[.!?…。！？]["'”’»)\]」』）]*$/u;
/** An item of a list that says something: "The SLOAD operation changes from 200 to 800 gas,". */
const ITEM = /^["“(]?\p{Upper}.{30,}[\p{Alpha}\p{N})][,;](?: and| or)?$/u;
const QUESTION = /[?？]["'”’»)\]」』）]*$/u;
const QUESTIONS = 0.5;
const UNFINISHED = 0.4;
const DEBRIS = /https?:\/\/|\]\s?\(|^[^\p{Alpha}\p{N}]*$/u;
/** Sends its reader elsewhere. */
const POINTER =
  /^(?:for (?:more|further|additional)\b|to learn more|learn more|read more|see (?:also|the|our|my|this)\b|check out|click|visit\b)|\b(?:documented|described|available|found|listed|shown|explained) (?:here|there|below|above)\b/iu;
const POINTERS = 0.6;
/** Speaks of its author, who is nobody in the asker's question. */
const PERSONAL = /(?:^|[^\p{Alpha}'’])(?:I|we|We|my|My|our|Our)(?=$|[^\p{Alpha}])/u;
const PERSONALLY = 0.85;
/** Words from which an answer is a text or a deck; in a short one the sentence that holds the answer counts most. */
const LONG = 100;
const MOST_OF_IT = 0.6;
/** Words. */
const STATEMENT = 10;

/** A sentence, and not a label, a heading or what is left of a link. */
export const isWhole = (text: string): boolean =>
  (WHOLE.test(text) || ITEM.test(text)) && !DEBRIS.test(text) && !text.includes(" | ");

/** "It won't run without X:" leads to an example, and says most of what is asked by itself. `share` of the question's weight. */
export const saysBesides = (text: string, share: number): boolean =>
  /\p{Alpha}[:：]$/u.test(text) && share >= MOST_OF_IT && text.split(" ").length >= STATEMENT;

/** A factor. `meant`: a label that counts what is asked for says it all, and so does what leads to a command. */
export function formOf(
  { claim, listed, headed = 0 }: Passage,
  words: number,
  meant: boolean,
  { question, length }: Pick<AnswerBrief, "question" | "length">,
): number {
  const text = claim.quote;
  return (
    (text.includes(" | ") ? ROW : 1) *
    (words < FRAGMENT && listed === undefined ? SHORT : 1) *
    (isWhole(text) || meant ? 1 : listed === "items" ? LIST_FITS : listed === "item" ? ITEM_FITS : UNFINISHED) *
    (QUESTION.test(text) ? QUESTIONS : 1) *
    (POINTER.test(text) || (PLEASANTRY.test(text) && !meant) ? POINTERS : 1) *
    (PERSONAL.test(text) && !PERSONAL.test(question) ? PERSONALLY : 1) *
    ((length > LONG || headed === 1) && LEANING.test(claim.text) ? LEANS : 1)
  );
}
