// A question to an answer by the way that suits it: lists and counts from the index, comparisons from both sides, all else from sentences.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { Engine } from "../core/engine.ts";
import type { NearTexts, PageIndex } from "../core/search.ts";
import { linkedPath } from "../find/rows.ts";
import { sha256 } from "../text/hash.ts";
import { ANSWER_LENGTH, type AnswerOptions, answerTo } from "./answer.ts";
import { sourcesCalled } from "./called.ts";
import { catalogueAnswer } from "./catalogue.ts";
import { councilAnswer } from "./council.ts";
import { datedSentence, type FrontReader } from "./dated.ts";
import { type Gathered, gather, passageKey } from "./gather.ts";
import { missingFor } from "./missing.ts";
import { kindOf } from "./question-kind.ts";
import { changesAnswer, disagreementsAnswer, type PageReader } from "./standing.ts";
import { statedAnswer } from "./stated.ts";
import { statingAnswer } from "./stating.ts";
import { steelmanAnswer } from "./steelman.ts";
import { tallyAnswer } from "./tally.ts";
import { twoQuestions } from "./two-questions.ts";
import { withVerdict } from "./verdict.ts";
import { whatIsSaid } from "./what-is-said.ts";
import { withDocument } from "./which-document.ts";

export type VaultReader = PageReader & FrontReader;

export interface RememberedAnswer {
  readonly answer: Answer;
  /** The day it was given. */
  readonly on: string;
}

/** Answers given earlier: the same question on the same evidence is not thought about twice. */
export interface AnswerMemory {
  recall(key: string): RememberedAnswer | undefined;
  keep(key: string, answer: Answer): void;
}

export interface AskingOptions extends AnswerOptions {
  /** Both sides of the question instead of an answer. */
  readonly steelman?: boolean;
  /** Models that answer together. */
  readonly council?: readonly Engine[];
  readonly memory?: AnswerMemory;
  /** With an embedding model: texts near the question in meaning. */
  readonly near?: NearTexts;
  /** "2026-11-21", for "last month". */
  readonly today?: string;
}

export async function answered(
  index: PageIndex,
  question: string,
  engine: Engine,
  reader: VaultReader,
  options: AskingOptions,
): Promise<Answer> {
  const plainly = options.steelman || options.council ? undefined : whatIsSaid(question);
  if (plainly) return { ...(await answered(index, plainly, engine, reader, options)), question };
  const { near, memory, steelman = false, council, today, ...rest } = options;
  const counted = steelman || council ? undefined : fromTheIndex(index, question, reader, today);
  if (counted) return counted;
  const two = steelman || council || engine.id !== BY_INDEX ? undefined : twoQuestions(question);
  if (two) return bothAnswers(question, two, (one) => answered(index, one, engine, reader, halved(options)));
  const gathered = gather(index, question, { ...reader, ...(near ? { near } : {}) });
  if (council) return councilAnswer(question, gathered, council, rest);
  if (steelman) return steelmanAnswer(question, gathered, engine, rest);
  const key = evidenceKey(question, gathered, engine, rest);
  const earlier = memory?.recall(key);
  const answer = earlier
    ? { ...citedNow(earlier.answer, gathered), answeredOn: earlier.on }
    : await answerTo(question, gathered, engine, rest);
  if (!earlier) memory?.keep(key, answer);
  const dated = datedSentence(index, question, reader);
  if (dated === "unsaid" && !answer.sentences.some(({ text }) => SAYS_WHEN.test(text)))
    return { ...answer, answerable: false, confidence: UNSAID, sentences: [], missing: missingFor(question, gathered) };
  const whole = dated && dated !== "unsaid" ? opening(dated, answer) : withDocument(index, question, answer);
  // A model says yes or no in its own words.
  const said =
    engine.id === BY_INDEX
      ? withVerdict(whole, new Map(sourcesCalled(index, question).map(({ page, name }) => [page, name])))
      : whole;
  return fromOwnFiles(said, reader);
}

const halved = (options: AskingOptions): AskingOptions => ({
  ...options,
  length: Math.round((options.length ?? ANSWER_LENGTH) / 2),
});

/** One answer after the other; of the one that the vault has no answer to, that it has none. */
async function bothAnswers(
  question: string,
  two: readonly [string, string],
  ask: (question: string) => Promise<Answer>,
): Promise<Answer> {
  const [first, second] = [await ask(two[0]), await ask(two[1])];
  if (!first.answerable && !second.answerable) return { ...second, question };
  const numbers = new Map<string, number>();
  const sentences = [first, second].flatMap((answer) =>
    answer.answerable
      ? answer.sentences.map((sentence) => ({ ...sentence, citations: renumbered(sentence.citations, numbers) }))
      : [{ text: `On “${answer.question.replace(/[?？]+$/u, "")}” the vault does not say.`, citations: [] }],
  );
  const said = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
  const { missing: _, answeredOn: __, ...rest } = first.answerable ? first : second;
  const confidence = Math.min(
    ...[first, second].map(({ answerable, confidence: one }) => (answerable ? one : HALF_ANSWERED)),
  );
  return { ...rest, question, answerable: true, confidence, sentences: said };
}

function renumbered(citations: readonly Citation[], numbers: Map<string, number>): Citation[] {
  return citations.map((citation) => {
    const n = numbers.get(citation.page) ?? numbers.size + 1;
    numbers.set(citation.page, n);
    return { ...citation, n };
  });
}

/** A page of several raw files, a bundle of posts or a repository: a claim's own link says which it stands in. */
function fromOwnFiles(answer: Answer, reader: VaultReader): Answer {
  const sentences = answer.sentences.map((sentence) => ({
    ...sentence,
    citations: sentence.citations.map((citation) => {
      const own = reader.frontOf(citation.page)["source"];
      const several = Array.isArray(own);
      const folder = citation.source.slice(0, citation.source.lastIndexOf("/") + 1);
      const named = reader.claimsOf(citation.page).find(({ id }) => id === citation.claim)?.place.file;
      // Named without its folder where Obsidian cannot open it.
      const paths =
        several && named !== undefined && !named.includes("/") ? own.map((one) => linkedPath(String(one))) : [];
      const file = paths.find((path) => path.endsWith(`/${named}`)) ?? named;
      return file !== undefined && (several || (folder !== "" && file.startsWith(folder)))
        ? { ...citation, source: file }
        : citation;
    }),
  }));
  return { ...answer, sentences };
}

/** Raised by hand when answering gives something else for the same evidence. */
const ANSWER_VERSION = 14;

function evidenceKey(question: string, gathered: Gathered, engine: Engine, { length, rules }: AnswerOptions): string {
  const evidence = gathered.passages
    .map((passage) => `${passageKey(passage)} ${passage.claim.quote}${passage.code?.text ?? ""}`)
    .sort();
  const asked = question.toLowerCase().replace(/[\s?？!.。]+$/u, "");
  return sha256(JSON.stringify([ANSWER_VERSION, asked, engine.id, length ?? 0, rules ?? "", evidence]));
}

/** What was a raw sentence then may be a claim on its page now. */
function citedNow(answer: Answer, { onPage }: Gathered): Answer {
  const sentences = answer.sentences.map((sentence) => ({
    ...sentence,
    citations: sentence.citations.map((citation) => {
      const here = onPage.has(`${citation.page}#${citation.claim}`);
      return here && !citation.onPage
        ? { ...citation, onPage: true, link: `${citation.page.replace(/\.md$/u, "")}#^${citation.claim}` }
        : citation;
    }),
  }));
  return { ...answer, sentences };
}

function fromTheIndex(
  index: PageIndex,
  question: string,
  reader: VaultReader,
  today: string | undefined,
): Answer | undefined {
  const stated = statingAnswer(index, question, BY_INDEX) ?? statedAnswer(index, question, BY_INDEX);
  if (stated) return stated;
  const kind = kindOf(question, today);
  switch (kind.kind) {
    case "catalogue":
      return catalogueAnswer(index, question, kind, reader, BY_INDEX);
    case "changes":
      return changesAnswer(index, question, kind, BY_INDEX);
    case "tally":
      return tallyAnswer(index, question, kind, reader, BY_INDEX);
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
const HALF_ANSWERED = 0.5;
const UNSAID = 0.4;
const SAYS_WHEN =
  /\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** What front matter says is the whole answer: what else was found says something else of the source. */
function opening(dated: AnsweredSentence, answer: Answer): Answer {
  const { missing: _, ...rest } = answer;
  return { ...rest, answerable: true, confidence: BY_FRONT_MATTER, sentences: [dated] };
}
