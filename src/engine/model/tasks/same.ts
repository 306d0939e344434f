// Are two names one thing?
import { z } from "zod";
import type { Verdict } from "../../../core/engine.ts";
import type { Mention } from "../../../core/note.ts";
import type { TaskSetting } from "./setting.ts";

const SAME = z.object({ reason: z.string(), verdict: z.enum(["same", "different", "unsure"]) });

/** "unsure" wherever the model gives no usable reply. */
export async function sameThing(
  setting: TaskSetting,
  a: Mention,
  b: Mention,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const reply = await setting.asker.ask(
    {
      prompt: "same",
      model: setting.model.name,
      schema: SAME,
      maxTokens: 120,
      variables: { a: shown(a), b: shown(b) },
    },
    signal,
  );
  return reply.kind === "whole" ? reply.value.verdict : "unsure";
}

const shown = ({ name, forms, type, kind, definition }: Mention) => ({
  name,
  forms: forms.join(", "),
  kind: kind ?? type,
  definition: definition ?? "",
});
