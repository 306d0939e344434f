// Several models answer, each judges the others' answers without names, and one answer is put together, with where they differed.
import type { Answer, AnsweredSentence } from "../core/answer.ts";
import type { Engine } from "../core/engine.ts";
import { contentOf, overlapOf, supportOf } from "../text/support.ts";
import { ANSWER_LENGTH, type AnswerOptions, answerTo } from "./answer.ts";
import { briefOf, type Gathered } from "./gather.ts";

/** A sentence of another answer is added when it shares no more than this of its words with what is said already. */
const SAID = 0.5;
/** Sentences that share so much speak of one thing: when their figures or names differ, that is a difference. */
const SAME_THING = 0.5;

interface Heard {
  readonly engine: Engine;
  readonly answer: Answer;
  votes: number;
}

/** Members are asked one after the other: a small server holds one model at a time. */
export async function councilAnswer(
  question: string,
  gathered: Gathered,
  members: readonly Engine[],
  options: AnswerOptions,
): Promise<Answer> {
  const { heard: _, ...quiet } = options;
  const all: Heard[] = [];
  for (const engine of members)
    all.push({ engine, answer: await answerTo(question, gathered, engine, quiet), votes: 0 });
  const engine = `council:${members.map(({ id }) => id).join("+")}`;
  const given = all.filter(({ answer }) => answer.answerable);
  const dropped = all.flatMap(({ answer }) => answer.dropped);
  const [only] = all;
  if (given.length === 0 && only) return { ...only.answer, dropped, engine };
  await vote(question, gathered, given, options);
  const order = [...given].sort((a, b) => b.votes - a.votes || b.answer.confidence - a.answer.confidence);
  const best = order[0];
  if (!best) throw new Error("a council without members");
  const length = options.length ?? ANSWER_LENGTH;
  const said = [...best.answer.sentences];
  for (const { answer } of order.slice(1))
    for (const sentence of answer.sentences) if (isNew(sentence, said) && wordsIn(said) < length) said.push(sentence);
  const differing = differencesIn(order.map(({ answer }) => answer));
  const sentences = numbered([
    ...said.map((one) => ({ ...one, section: "Together" })),
    ...differing.map((one) => ({ ...one, section: "Where they differed" })),
  ]);
  // Members that found nothing, and differences, count against it.
  const agreed = (given.length / all.length) * (differing.length > 0 ? 0.7 : 1);
  return { question, answerable: true, confidence: best.answer.confidence * agreed, sentences, dropped, engine };
}

async function vote(
  question: string,
  gathered: Gathered,
  given: readonly Heard[],
  { length = ANSWER_LENGTH, rules = "", signal }: AnswerOptions,
): Promise<void> {
  if (given.length < 2) return;
  const brief = briefOf(gathered, question, length, rules);
  for (const { engine } of given) {
    // In an order that tells nothing of who said it; of more than two, never one's own.
    const others = given
      .filter((other) => given.length === 2 || other.engine !== engine)
      .map((other) => ({ other, text: textOf(other.answer) }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    const texts = others.map(({ text }) => text);
    const at = await engine.judge?.(brief, texts, signal);
    const chosen = at === undefined ? undefined : others[at]?.other;
    if (chosen) chosen.votes += 1;
  }
}

const textOf = ({ sentences }: Answer): string => sentences.map(({ text }) => text).join(" ");
const wordsIn = (sentences: readonly AnsweredSentence[]): number =>
  sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

function isNew({ text }: AnsweredSentence, said: readonly AnsweredSentence[]): boolean {
  return contentOf(text).size > 0 && overlapOf(text, said.map((one) => one.text).join("\n")) <= SAID;
}

/** Pairs of sentences of two answers that speak of one thing with other figures or names. */
function differencesIn(answers: readonly Answer[]): AnsweredSentence[] {
  const found = new Map<string, AnsweredSentence>();
  answers.forEach((answer, i) => {
    for (const other of answers.slice(i + 1))
      for (const a of answer.sentences)
        for (const b of other.sentences) {
          const alike = Math.max(overlapOf(a.text, b.text), overlapOf(b.text, a.text)) >= SAME_THING;
          if (!alike || a.text === b.text) continue;
          if (supportOf(a.text, b.text).ok || supportOf(b.text, a.text).ok) continue;
          for (const one of [a, b]) found.set(one.text, one);
        }
  });
  return [...found.values()];
}

/** Sources numbered anew in the order of first use. */
function numbered(sentences: readonly AnsweredSentence[]): AnsweredSentence[] {
  const numbers = new Map<string, number>();
  return sentences.map((sentence) => ({
    ...sentence,
    citations: sentence.citations.map((citation) => {
      const n = numbers.get(citation.page) ?? numbers.size + 1;
      numbers.set(citation.page, n);
      return { ...citation, n };
    }),
  }));
}
