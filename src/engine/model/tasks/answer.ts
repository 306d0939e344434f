// Answers a question from numbered passages; code decides whether the answer stands in them and which it cites.
import { z } from "zod";
import type { AnswerBrief, AnswerDraft } from "../../../core/engine.ts";
import { addressesAModel, withoutOrders } from "../../../text/injection.ts";
import { answerFrom } from "../../extractive/answers/answer.ts";
import { comparedPassages } from "../../extractive/answers/answer-compare.ts";
import { rankedPassages } from "../../extractive/answers/answer-rank.ts";
import { tokensOf } from "../budget.ts";
import { stringsSoFar } from "../sentences-so-far.ts";
import { checkedAnswer, NONE, type ShownPassage } from "./answer-check.ts";
import type { TaskSetting } from "./setting.ts";

/** In this order: asked for the answer first, a model never abstains. */
const ANSWER = z.object({ answerable: z.boolean(), evidence: z.array(z.int()), answer: z.array(z.string()).max(12) });

/** Below this many parameters a model answers whatever it is asked, so code decides whether the passages speak of it at all. */
const ABSTAINS = 4e9;

export async function answer(
  setting: TaskSetting,
  brief: AnswerBrief,
  signal: AbortSignal | undefined,
  heard?: (sentence: string) => void,
): Promise<AnswerDraft> {
  const plain = answerFrom(brief);
  const shown = thoseThatFit(brief, setting);
  if (shown.length === 0 || (!plain.answerable && setting.model.parameters < ABSTAINS))
    return { ...plain, answerable: false };
  const reply = await setting.asker.ask(
    {
      prompt: "answer",
      model: setting.model.name,
      schema: ANSWER,
      maxTokens: Math.min(1200, 150 + brief.length * 4),
      ...(brief.fresh ? { fresh: true } : {}),
      ...(heard === undefined ? {} : { heard: sayer(heard, shown, brief.question) }),
      variables: {
        question: brief.question,
        length: brief.length,
        rules: brief.rules,
        passages: shown.map(({ passage }, at) => ({
          n: at + 1,
          text: passage.claim.quote,
          title: withoutOrders(passage.sourceTitle),
          published: passage.published ?? "",
        })),
      },
    },
    signal,
  );
  if (reply.kind === "broken" || reply.value === undefined) {
    const reason = reply.kind === "broken" ? reply.why : "the model's reply was cut";
    const dropped = [{ what: brief.question, where: "answer", reason }];
    return plain.answerable ? { ...plain, confidence: Math.min(plain.confidence, 0.5), dropped } : { ...NONE, dropped };
  }
  const { answerable, evidence, answer: said } = reply.value;
  if (!answerable) return NONE;
  const checked = checkedAnswer(said, evidence, shown, brief.question);
  if (checked.answerable || !plain.answerable) return checked;
  // The model's words do not hold, but there is an answer: the sentences that code would show.
  return { ...plain, confidence: Math.min(plain.confidence, 0.5), dropped: checked.dropped };
}

/** Tells each sentence of a reply once, when it is whole and holds. */
function sayer(
  heard: (sentence: string) => void,
  shown: readonly ShownPassage[],
  question: string,
): (text: string) => void {
  let told = 0;
  return (text) => {
    if (/"answerable"\s*:\s*false/.test(text)) return;
    const strings = stringsSoFar(text);
    for (; told < strings.length; told += 1)
      for (const { text: sentence } of checkedAnswer([strings[told] ?? ""], [], shown, question).sentences)
        heard(sentence);
  };
}

/** Best first, as many as leave room for the reply; sentences that address a model stay out. */
export function thoseThatFit(brief: AnswerBrief, { contextTokens, model }: TaskSetting): readonly ShownPassage[] {
  const most = model.parameters >= 10e9 ? 30 : model.parameters >= ABSTAINS ? 16 : 8;
  let used = tokensOf(brief.question) + tokensOf(brief.rules);
  const ranked = brief.sides ? comparedPassages(brief, brief.sides).order : rankedPassages(brief);
  return ranked
    .flatMap(({ index }) => {
      const passage = brief.passages[index];
      return passage === undefined || addressesAModel(passage.claim.quote) || addressesAModel(passage.claim.text)
        ? []
        : [{ passage, index }];
    })
    .slice(0, most)
    .filter(({ passage }) => {
      const cost = tokensOf(`${passage.claim.quote} ${passage.sourceTitle}`) + 12;
      if (used + cost > contextTokens * 0.6) return false;
      used += cost;
      return true;
    });
}
