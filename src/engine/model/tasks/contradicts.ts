// Do two claims contradict each other? For a person's review, never for assertion: small models say yes too often.
import { z } from "zod";
import { addressesAModel } from "../../../text/injection.ts";
import { overlapOf } from "../../../text/support.ts";
import type { TaskSetting } from "./setting.ts";

const VERDICT = z.object({ verdict: z.enum(["contradicts", "agrees", "unrelated"]) });

/** Claims that share less than this of the shorter one's content words speak of different things; small models say "contradicts" all the same. */
const ABOUT_THE_SAME = 0.34;

/** False wherever the model gives no usable reply. */
export async function contradicts(
  setting: TaskSetting,
  a: string,
  b: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (addressesAModel(a) || addressesAModel(b) || likeness(a, b) < ABOUT_THE_SAME) return false;
  const reply = await setting.asker.ask(
    { prompt: "contradicts", model: setting.model.name, schema: VERDICT, maxTokens: 40, variables: { a, b } },
    signal,
  );
  return reply.kind === "whole" && reply.value.verdict === "contradicts";
}

const likeness = (a: string, b: string) => Math.max(overlapOf(a, b), overlapOf(b, a));
