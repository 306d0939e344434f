// Both sides of a question from numbered passages; code keeps the sentences that stand in them.
import { z } from "zod";
import type { AnswerBrief, SidesDraft } from "../../../core/engine.ts";
import { withoutOrders } from "../../../text/injection.ts";
import { supportOf } from "../../../text/support.ts";
import { thoseThatFit } from "./answer.ts";
import { checkedAnswer } from "./answer-check.ts";
import type { TaskSetting } from "./setting.ts";

const SIDES = z.object({
  for: z.array(z.string()).max(6),
  against: z.array(z.string()).max(6),
  decide: z.array(z.string()).max(4),
});
const NOTHING: SidesDraft = { for: [], against: [], decide: [], dropped: [] };
/** Characters of a question that would decide. */
const LONGEST = 200;

export async function steelman(
  setting: TaskSetting,
  brief: AnswerBrief,
  signal: AbortSignal | undefined,
): Promise<SidesDraft> {
  const shown = thoseThatFit(brief, setting);
  if (shown.length === 0) return NOTHING;
  const reply = await setting.asker.ask(
    {
      prompt: "steelman",
      model: setting.model.name,
      schema: SIDES,
      maxTokens: 700,
      ...(brief.fresh ? { fresh: true } : {}),
      variables: {
        question: brief.question,
        length: brief.length,
        rules: brief.rules,
        passages: shown.map(({ passage }, at) => ({
          n: at + 1,
          text: passage.claim.quote,
          title: withoutOrders(passage.sourceTitle),
        })),
      },
    },
    signal,
  );
  if (reply.kind === "broken" || reply.value === undefined) {
    const reason = reply.kind === "broken" ? reply.why : "the model's reply was cut";
    return { ...NOTHING, dropped: [{ what: brief.question, where: "steelman", reason }] };
  }
  const [pro, contra] = [reply.value.for, reply.value.against].map((said) =>
    checkedAnswer(said, [], shown, brief.question),
  );
  const said = new Set((pro?.sentences ?? []).map(({ text }) => text));
  const ground = shown.map(({ passage }) => passage.claim.quote).join("\n");
  return {
    for: pro?.sentences ?? [],
    // A small model puts one sentence on both sides.
    against: (contra?.sentences ?? []).filter(({ text }) => !said.has(text)),
    decide: reply.value.decide
      .map((text) => text.replace(/\s+/g, " ").trim())
      .filter((text) => text.length > 0 && text.length <= LONGEST && /[?？]$/.test(text))
      .filter((text) => supportOf(text, `${ground}\n${brief.question}`).ok),
    dropped: [...(pro?.dropped ?? []), ...(contra?.dropped ?? [])],
  };
}
