// Does an answer stand in the passages, and in which? Code looks, whatever numbers the model gave.
import type { AnswerDraft, Passage } from "../../../core/engine.ts";
import type { Dropped } from "../../../core/note.ts";
import { sentencesOf } from "../../../text/sentences.ts";
import { contentOf, overlapOf, supportOf } from "../../../text/support.ts";
import { strays, tidied } from "../claim-form.ts";

/** Share of an answer's content words that must stand in the passages it cites, or in the question. */
const COVER = 0.75;
/** An answer of fewer words is a phrase: the claim that holds it is shown in full. */
const PHRASE = 5;
const MOST_CITED = 3;
/** A refusal. */
export const NONE: AnswerDraft = { answerable: false, confidence: 0, sentences: [], dropped: [] };

export interface ShownPassage {
  readonly passage: Passage;
  /** Index into AnswerBrief.passages. */
  readonly index: number;
}

export function checkedAnswer(
  said: readonly string[],
  evidence: readonly number[],
  shown: readonly ShownPassage[],
  question: string,
): AnswerDraft {
  const dropped: Dropped[] = [];
  const sentences: { text: string; passages: readonly number[] }[] = [];
  let cover = 0;
  for (const text of said
    .flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end)))
    .map(tidied)
    .filter((each) => each !== "")) {
    const found = holders(text, question, evidence, shown);
    const reason = failing(text, found, question);
    if (reason !== undefined) {
      dropped.push({ what: text, where: "answer", reason });
      continue;
    }
    const [first] = found;
    const phrase = wordsIn(text) < PHRASE && first !== undefined;
    const sentence = phrase
      ? { text: first.passage.claim.text, passages: [first.index] }
      : { text, passages: found.map(({ index }) => index) };
    if (!sentences.some((each) => each.text === sentence.text)) sentences.push(sentence);
    cover += overlapOf(text, found.map(textOf).join("\n"));
  }
  if (sentences.length === 0) return { ...NONE, dropped };
  const holding = sentences.length / (sentences.length + dropped.length);
  return {
    answerable: true,
    confidence: Math.round((cover / (sentences.length || 1)) * holding * 100) / 100,
    sentences,
    dropped,
  };
}

/** Passages that hold the answer's words: those that add most first, the question's words and the model's numbers break ties. */
function holders(
  text: string,
  question: string,
  evidence: readonly number[],
  shown: readonly ShownPassage[],
): readonly ShownPassage[] {
  const asked = contentOf(question);
  const all = contentOf(text);
  const own = [...all].filter((word) => !asked.has(word));
  const words = own.length > 0 ? own : [...all];
  const open = new Set(words);
  const found: ShownPassage[] = [];
  while (found.length < MOST_CITED && open.size > 0) {
    let best: { each: ShownPassage; gain: number; rank: number } | undefined;
    shown.forEach((each, at) => {
      if (found.includes(each)) return;
      const given = contentOf(textOf(each));
      const gain = [...open].filter((word) => given.has(word)).length;
      const rank =
        gain / words.length + 0.35 * overlapOf(question, textOf(each)) + (evidence.includes(at + 1) ? 0.1 : 0);
      if (gain > 0 && (best === undefined || rank > best.rank)) best = { each, gain, rank };
    });
    if (best === undefined || (found.length > 0 && best.gain / words.length < 0.15)) break;
    const { each } = best;
    found.push(each);
    for (const word of contentOf(textOf(each))) open.delete(word);
  }
  return found;
}

function failing(text: string, found: readonly ShownPassage[], question: string): string | undefined {
  if (found.length === 0) return "no passage says so";
  const ground = found.map(textOf).join("\n");
  const around = `${question}\n${found.map(({ passage }) => [passage.sourceTitle, ...passage.claim.place.headings, passage.claim.attribution ?? ""].join("\n")).join("\n")}`;
  // The question's own words may be repeated, but its numbers and names prove nothing.
  const { missing } = supportOf(text, ground, around.slice(question.length + 1));
  if (missing.length > 0) return `its passages do not say: ${missing.join(", ")}`;
  if (overlapOf(text, `${ground}\n${around}`) < COVER) return "its passages do not say so";
  return strays(text, `${ground}\n${question}`) ? "it strays into another script" : undefined;
}

const textOf = ({ passage }: ShownPassage) => `${passage.claim.text}\n${passage.claim.quote}`;
const wordsIn = (text: string) =>
  text.split(/\s+/).length + (text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0) / 2;
