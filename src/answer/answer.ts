// Question and passages to a checked answer: an engine words it, code drops what its evidence does not say.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { AnswerBrief, AnswerDraft, Engine, Passage } from "../core/engine.ts";
import type { Dropped } from "../core/note.ts";
import { asksHow } from "../text/how-to.ts";
import { overlapOf, supportOf } from "../text/support.ts";
import { briefOf, type Gathered, passageKey } from "./gather.ts";
import { linkTo } from "./link-to.ts";
import { missingFor } from "./missing.ts";

/** Words, about, unless more is asked for. */
export const ANSWER_LENGTH = 80;
/** Share of a sentence's content words that its evidence and what stands around it must have. */
const LEAST_OVERLAP = 0.5;
/** Lines of code in one answer, but for those of its first block. */
const MOST_LINES = 24;

export interface AnswerOptions {
  readonly length?: number;
  /** The vault's own rules, cut to a budget. */
  readonly rules?: string;
  readonly signal?: AbortSignal;
  /** Asks anew what was answered before. */
  readonly fresh?: boolean;
  /** Told each sentence as it comes, by engines whose words come one by one. */
  readonly heard?: (sentence: string) => void;
}

/** Never guesses: without a sentence that passes the check, the answer says what is missing. */
export async function answerTo(
  question: string,
  gathered: Gathered,
  engine: Engine,
  options: AnswerOptions = {},
): Promise<Answer> {
  const { length = ANSWER_LENGTH, rules = "", signal, fresh = false, heard } = options;
  const brief = { ...briefOf(gathered, question, length, rules), ...(fresh ? { fresh } : {}) };
  const draft: AnswerDraft =
    brief.passages.length === 0
      ? { answerable: false, confidence: 0, sentences: [], dropped: [] }
      : await engine.answer(brief, signal, heard);
  const held = heldSentences(draft.answerable ? draft.sentences : [], brief, gathered);
  const base = { question, dropped: [...draft.dropped, ...held.dropped], engine: engine.id };
  if (held.sentences.length === 0) {
    return {
      ...base,
      answerable: false,
      confidence: Math.min(draft.confidence, 0.5),
      sentences: [],
      missing: missingFor(question, gathered),
    };
  }
  return { ...base, answerable: true, confidence: draft.confidence, sentences: held.sentences };
}

/** Sentences that say no more than their evidence, with their citations, and those that do. */
export function heldSentences(
  said: readonly (AnswerDraft["sentences"][number] & { readonly section?: string })[],
  brief: AnswerBrief,
  gathered: Gathered,
): { sentences: AnsweredSentence[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const kept: Held[] = [];
  for (const { text, passages, section } of said) {
    const evidence = passages.flatMap((index) => brief.passages[index] ?? []);
    const fault = faultOf(text, evidence);
    if (fault === undefined) kept.push({ text, passages: evidence, ...(section === undefined ? {} : { section }) });
    else dropped.push({ what: text, where: brief.question, reason: fault });
  }
  return { sentences: withCode(brief, cited(kept, gathered), kept), dropped };
}

/** The code that a sentence leads to, where the way to do a thing is asked, or where it says nothing without it: "Which gives:". */
function withCode({ question }: AnswerBrief, sentences: AnsweredSentence[], kept: readonly Held[]): AnsweredSentence[] {
  const how = asksHow(question);
  let lines = 0;
  return sentences.flatMap((sentence, i) => {
    const leads = /[:：]$/u.test(sentence.text);
    const code = kept[i]?.passages.find((passage) => passage.code)?.code;
    if (!code || !(how || leads)) return [sentence];
    const more = code.text.split("\n").length;
    // "Then run this:" says nothing without it.
    if (lines > 0 && lines + more > MOST_LINES) return leads ? [] : [sentence];
    lines += more;
    return [{ ...sentence, code }];
  });
}

interface Held {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly section?: string;
}

function faultOf(text: string, passages: readonly Passage[]): string | undefined {
  if (passages.length === 0) return "it names no evidence";
  const evidence = passages.map((passage) => passage.claim.quote).join(" ");
  const context = passages
    .map(({ context, sourceTitle, claim }) => [context ?? "", sourceTitle, ...claim.place.headings].join("\n"))
    .join("\n");
  const support = supportOf(text, evidence, context);
  if (!support.ok) return `not in its evidence: ${support.missing.join(", ")}`;
  return overlapOf(text, `${evidence}\n${context}`) < LEAST_OVERLAP
    ? "its words are not those of its evidence"
    : undefined;
}

/** Sources are numbered in the order in which they are first cited. */
function cited(kept: readonly Held[], gathered: Gathered): AnsweredSentence[] {
  const numbers = new Map<string, number>();
  return kept.map(({ text, passages, section }) => {
    const citations = passages.map((passage): Citation => {
      const { page, source, sourceTitle, claim } = passage;
      const n = numbers.get(page) ?? numbers.size + 1;
      numbers.set(page, n);
      const heading = claim.place.headings.filter((one) => one !== sourceTitle).at(-1) ?? "";
      const onPage = gathered.onPage.has(passageKey(passage));
      return {
        n,
        page,
        claim: claim.id,
        source,
        sourceTitle,
        heading,
        quote: claim.quote,
        onPage,
        link: linkTo(passage, onPage),
      };
    });
    return { text, citations, ...(section === undefined ? {} : { section }) };
  });
}
