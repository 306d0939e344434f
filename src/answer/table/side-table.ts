// Two things side by side that have no page of their own: what sentences of the answer say of each.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import { stemsOf } from "../../text/words.ts";

/** Sentences of each side; more make no table that is read at a glance. */
const MOST = 3;
const COLUMNS = ["Says", "Also", "And"];
/** Of a side's words, what its sentence must have beyond the other's. */
const SPEAKS = 0.5;

/** Undefined where only one side is spoken of. */
export function sideTable(answer: Answer, sides: readonly [string, string]): Answer | undefined {
  if (!answer.answerable) return undefined;
  const [a, b] = sides.map((side) => new Set(stemsOf(side)));
  if (!a || !b) return undefined;
  const share = (own: ReadonlySet<string>, text: string): number => {
    const stems = new Set(stemsOf(text));
    return [...own].filter((stem) => stems.has(stem)).length / Math.max(1, own.size);
  };
  const ofSide = (own: ReadonlySet<string>, other: ReadonlySet<string>): AnsweredSentence[] =>
    answer.sentences
      .filter(({ text, citations }) => {
        const evidence = [text, ...citations.map(({ sourceTitle }) => sourceTitle)].join("\n");
        return share(own, evidence) >= SPEAKS && share(own, evidence) > share(other, evidence);
      })
      .slice(0, MOST);
  const told = [ofSide(a, b), ofSide(b, a)];
  if (told.some((list) => list.length === 0)) return undefined;
  const rows = Math.max(...told.map((list) => list.length));
  const sentences = COLUMNS.slice(0, rows).flatMap((column, i) =>
    told.map((list, side): AnsweredSentence => {
      const cell = { row: sides[side] ?? "", column };
      const one = list[i];
      return one ? { ...one, cell } : { text: "", citations: [], cell };
    }),
  );
  return { ...answer, sentences };
}
