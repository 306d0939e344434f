// Which of several answers a model thinks best, without knowing whose they are.
import { z } from "zod";
import type { AnswerBrief } from "../../../core/engine.ts";
import { thoseThatFit } from "./answer.ts";
import type { TaskSetting } from "./setting.ts";

const BEST = z.object({ best: z.int() });

/** Its place in `answers`; undefined where the model gives none. */
export async function judge(
  setting: TaskSetting,
  brief: AnswerBrief,
  answers: readonly string[],
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const reply = await setting.asker.ask(
    {
      prompt: "judge",
      model: setting.model.name,
      schema: BEST,
      maxTokens: 30,
      variables: {
        question: brief.question,
        passages: thoseThatFit(brief, setting).map(({ passage }, at) => ({ n: at + 1, text: passage.claim.quote })),
        answers: answers.map((text, at) => ({ n: at + 1, text })),
      },
    },
    signal,
  );
  if (reply.kind !== "whole") return undefined;
  const at = reply.value.best - 1;
  return at >= 0 && at < answers.length ? at : undefined;
}
