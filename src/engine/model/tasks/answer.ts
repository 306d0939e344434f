// Answers a question from numbered passages; code decides whether the answer stands in them and which it cites.
import { z } from "zod";
import type { AnswerBrief, AnswerDraft, Passage } from "../../../core/engine.ts";
import type { Dropped } from "../../../core/note.ts";
import { addressesAModel, withoutOrders } from "../../../text/injection.ts";
import { contentOf, overlapOf, supportOf } from "../../../text/support.ts";
import { sentencesOf } from "../../../text/sentences.ts";
import { answerFrom } from "../../extractive/answer.ts";
import { rankedPassages } from "../../extractive/answer-rank.ts";
import { tokensOf } from "../budget.ts";
import { strays, tidied } from "../claim-form.ts";
import type { NoteSetting } from "./note.ts";

/** In this order: asked for the answer first, a model never abstains. */
const ANSWER = z.object({ answerable: z.boolean(), evidence: z.array(z.int()), answer: z.array(z.string()).max(12) });
/** Share of an answer's content words that must stand in the passages it cites, or in the question. */
const COVER = 0.75;
/** An answer of fewer words is a phrase: the claim that holds it is shown in full. */
const PHRASE = 5;
const MOST_CITED = 3;
const NONE: AnswerDraft = { answerable: false, confidence: 0, sentences: [], dropped: [] };

/** Below this many parameters a model answers whatever it is asked, so code decides whether the passages speak of it at all. */
const ABSTAINS = 4e9;

export async function answer(setting: NoteSetting, brief: AnswerBrief, signal: AbortSignal | undefined): Promise<AnswerDraft> {
  const plain = answerFrom(brief);
  const shown = thoseThatFit(brief, setting);
  if (shown.length === 0 || (!plain.answerable && setting.model.parameters < ABSTAINS)) return { ...plain, answerable: false };
  const reply = await setting.asker.ask(
    {
      prompt: "answer",
      model: setting.model.name,
      schema: ANSWER,
      maxTokens: Math.min(1200, 150 + brief.length * 4),
      variables: {
        question: brief.question,
        length: brief.length,
        rules: brief.rules,
        passages: shown.map(({ passage }, at) => ({ n: at + 1, text: passage.claim.quote, title: withoutOrders(passage.sourceTitle), published: passage.published ?? "" })),
      },
    },
    signal,
  );
  if (reply.kind === "broken" || reply.value === undefined) {
    const reason = reply.kind === "broken" ? reply.why : "the model's reply was cut";
    return { ...NONE, dropped: [{ what: brief.question, where: "answer", reason }] };
  }
  const { answerable, evidence, answer: said } = reply.value;
  if (!answerable) return NONE;
  const checked = checkedAnswer(said, evidence, shown, brief.question);
  if (checked.answerable || !plain.answerable) return checked;
  // The model's words do not hold, but there is an answer: the sentences that code would show.
  return { ...plain, confidence: Math.min(plain.confidence, 0.5), dropped: checked.dropped };
}

interface ShownPassage {
  readonly passage: Passage;
  /** Index into AnswerBrief.passages. */
  readonly index: number;
}

export function checkedAnswer(said: readonly string[], evidence: readonly number[], shown: readonly ShownPassage[], question: string): AnswerDraft {
  const dropped: Dropped[] = [];
  const sentences: { text: string; passages: readonly number[] }[] = [];
  let cover = 0;
  for (const text of said.flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))).map(tidied).filter((each) => each !== "")) {
    const found = holders(text, question, evidence, shown);
    const reason = failing(text, found, question);
    if (reason !== undefined) {
      dropped.push({ what: text, where: "answer", reason });
      continue;
    }
    const [first] = found;
    const phrase = wordsIn(text) < PHRASE && first !== undefined;
    const sentence = phrase ? { text: first.passage.claim.text, passages: [first.index] } : { text, passages: found.map(({ index }) => index) };
    if (!sentences.some((each) => each.text === sentence.text)) sentences.push(sentence);
    cover += overlapOf(text, found.map(textOf).join("\n"));
  }
  if (sentences.length === 0) return { ...NONE, dropped };
  const holding = sentences.length / (sentences.length + dropped.length);
  return { answerable: true, confidence: Math.round((cover / (sentences.length || 1)) * holding * 100) / 100, sentences, dropped };
}

/** Passages that hold the answer's words: those that add most first, the question's words and the model's numbers break ties. */
function holders(text: string, question: string, evidence: readonly number[], shown: readonly ShownPassage[]): readonly ShownPassage[] {
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
      const rank = gain / words.length + 0.35 * overlapOf(question, textOf(each)) + (evidence.includes(at + 1) ? 0.1 : 0);
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
const wordsIn = (text: string) => text.split(/\s+/).length + (text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0) / 2;

/** Best first, as many as leave room for the reply; sentences that address a model stay out. */
function thoseThatFit(brief: AnswerBrief, { contextTokens, model }: NoteSetting): readonly ShownPassage[] {
  const most = model.parameters >= 10e9 ? 30 : model.parameters >= ABSTAINS ? 16 : 8;
  let used = tokensOf(brief.question) + tokensOf(brief.rules);
  return rankedPassages(brief)
    .flatMap(({ index }) => {
      const passage = brief.passages[index];
      return passage === undefined || addressesAModel(passage.claim.quote) || addressesAModel(passage.claim.text) ? [] : [{ passage, index }];
    })
    .slice(0, most)
    .filter(({ passage }) => {
      const cost = tokensOf(`${passage.claim.quote} ${passage.sourceTitle}`) + 12;
      if (used + cost > contextTokens * 0.6) return false;
      used += cost;
      return true;
    });
}
