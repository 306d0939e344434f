// The strongest case for and against, each sentence with its evidence, and what would decide between them.
import type { Answer, AnsweredSentence } from "../core/answer.ts";
import type { Engine, SidesDraft } from "../core/engine.ts";
import { UserError } from "../core/errors.ts";
import { ANSWER_LENGTH, type AnswerOptions, heldSentences } from "./answer.ts";
import { briefOf, type Gathered } from "./gather.ts";
import { missingFor } from "./missing.ts";

/** How often both sides are fair is not measured: never more than this. */
const CONFIDENCE = 0.6;

/** UserError with an engine that cannot weigh arguments. */
export async function steelmanAnswer(
  question: string,
  gathered: Gathered,
  engine: Engine,
  { length = ANSWER_LENGTH, rules = "", signal, fresh }: AnswerOptions,
): Promise<Answer> {
  if (engine.steelman === undefined)
    throw new UserError(
      "--steelman needs a model: without one kb finds sentences and cannot tell which side they are on. Start Ollama, or ask without it.",
    );
  const brief = { ...briefOf(gathered, question, length, rules), ...(fresh ? { fresh } : {}) };
  const draft: SidesDraft =
    brief.passages.length === 0
      ? { for: [], against: [], decide: [], dropped: [] }
      : await engine.steelman(brief, signal);
  const pro = draft.for.map((one) => ({ ...one, section: "For" }));
  const contra = draft.against.map((one) => ({ ...one, section: "Against" }));
  const { sentences, dropped } = heldSentences([...pro, ...contra], brief, gathered);
  const base = { question, engine: engine.id, dropped: [...draft.dropped, ...dropped] };
  if (sentences.length === 0)
    return { ...base, answerable: false, confidence: 0, sentences: [], missing: missingFor(question, gathered) };
  const sides = new Set(sentences.map(({ section }) => section));
  const silent = ["For", "Against"]
    .filter((side) => !sides.has(side))
    .map(
      (section): AnsweredSentence => ({ text: "The vault has nothing to say on this side.", citations: [], section }),
    );
  const decide = draft.decide.map(
    (text): AnsweredSentence => ({ text, citations: [], section: "What would decide it" }),
  );
  return { ...base, answerable: true, confidence: CONFIDENCE, sentences: [...sentences, ...silent, ...decide] };
}
