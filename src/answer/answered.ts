// A question to an answer by the way that suits it: lists and counts from the index, comparisons from both sides, all else from sentences.
import type { Answer } from "../core/answer.ts";
import type { Engine } from "../core/engine.ts";
import type { NearTexts, PageIndex } from "../core/search.ts";
import { type AnswerOptions, answerTo } from "./answer.ts";
import { catalogueAnswer } from "./catalogue.ts";
import { datedSentence, type FrontReader } from "./dated.ts";
import { gather } from "./gather.ts";
import { kindOf } from "./question-kind.ts";
import { changesAnswer, disagreementsAnswer, type PageReader } from "./standing.ts";

export type VaultReader = PageReader & FrontReader;

export interface AskingOptions extends AnswerOptions {
  /** With an embedding model: texts near the question in meaning. */
  readonly near?: NearTexts;
}

export async function answered(
  index: PageIndex,
  question: string,
  engine: Engine,
  reader: VaultReader,
  options: AskingOptions,
): Promise<Answer> {
  const counted = fromTheIndex(index, question, reader);
  if (counted) return counted;
  const { near, ...rest } = options;
  const gathered = gather(index, question, { ...reader, ...(near ? { near } : {}) });
  const answer = await answerTo(question, gathered, engine, rest);
  const dated = datedSentence(index, question, reader);
  return dated ? opening(dated, answer) : answer;
}

function fromTheIndex(index: PageIndex, question: string, reader: VaultReader): Answer | undefined {
  const kind = kindOf(question);
  switch (kind.kind) {
    case "catalogue":
      return catalogueAnswer(index, question, kind, reader, BY_INDEX);
    case "changes":
      return changesAnswer(index, question, kind.since, BY_INDEX);
    case "disagreements":
      return disagreementsAnswer(index, question, kind.about, reader, BY_INDEX);
    case "compare":
    case "plain":
      return undefined;
  }
}

/** No model has a part in what is counted. */
const BY_INDEX = "extractive";
const BY_FRONT_MATTER = 0.9;

/** What front matter says comes first; of the rest what stood first, since it was found for the same question. */
function opening(dated: NonNullable<ReturnType<typeof datedSentence>>, answer: Answer): Answer {
  const [first] = answer.sentences;
  const own = dated.citations[0];
  const same = (page: string): boolean => page === own?.page;
  const second = first && {
    ...first,
    citations: first.citations.map((citation) => ({ ...citation, n: same(citation.page) ? 1 : 2 })),
  };
  const sentences = second?.citations.every(({ page }) => same(page)) ? [dated, second] : [dated];
  const { missing: _, ...rest } = answer;
  return { ...rest, answerable: true, confidence: BY_FRONT_MATTER, sentences };
}
