// The engine that needs no model: key sentences, key phrases, names, numbers, by code alone.
import type { Engine } from "../../core/engine.ts";
import { nameKey } from "../../text/names.ts";
import { answerFrom } from "./answers/answer.ts";
import type { ClaimLimits } from "./notes/claims.ts";

/** Raised by hand when this engine's code changes what it gives. */
export const EXTRACTIVE_VERSION = 91;

export function extractiveEngine(limits: ClaimLimits): Engine {
  return {
    id: "extractive",
    // Half of this room: a question needs none of it.
    async noteDocument(document) {
      const { nominate } = await import("./names/nominate.ts");
      const { extractiveNote } = await import("./notes/summary-note.ts");
      return extractiveNote(document, nominate(document), limits);
    },
    async writeTopic(brief) {
      const { extractiveTopic } = await import("./pages/topic.ts");
      return extractiveTopic(brief);
    },
    answer: async (brief) => answerFrom(brief),
    sameThing: async (a, b) => (nameKey(a.name) === nameKey(b.name) ? "same" : "unsure"),
    contradicts: async () => false,
    embed: async () => undefined,
    usage: () => ({ calls: 0, tokensIn: 0, tokensOut: 0 }),
  };
}
