// kb ask: a question to a cited answer or an honest no; saved in outputs/ and rendered as asked.
import { ANSWER_LENGTH } from "../answer/answer.ts";
import { type AnswerMemory, answered, type RememberedAnswer } from "../answer/answered.ts";
import { answerMarkdown, citationsOf } from "../answer/cite.ts";
import type { Point } from "../core/answer.ts";
import { UserError } from "../core/errors.ts";
import type { LedCode } from "../core/search.ts";
import { scoped } from "../find/scope.ts";
import type { VaultIndex } from "../vault/index-file.ts";
import { type AskOptions, checkOptions, implied, isKept } from "./ask-options.ts";
import { councilOf } from "./engines.ts";
import { type Meaning, openMeaning } from "./meaning.ts";
import { pagesNamed } from "./named-source.ts";
import { freshIndex } from "./reindex.ts";
import { noPages } from "./search.ts";
import { withSpare } from "./spare.ts";
import { readerOf } from "./vault-reader.ts";
import type { Workspace } from "./workspace.ts";

export interface AskReport {
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same sentence by sentence, with the numbers of their citations. */
  readonly sentences: readonly {
    readonly text: string;
    readonly citations: readonly number[];
    /** What it leads to, as the source writes it. */
    readonly code?: LedCode;
  }[];
  readonly answerable: boolean;
  readonly confidence: number;
  readonly citations: readonly {
    readonly n: number;
    readonly page: string;
    readonly claim: string;
    readonly source: string;
    readonly quote: string;
    readonly onPage: boolean;
  }[];
  /** What a chart is drawn from, one to each of the sentences. */
  readonly points?: readonly Point[];
  /** What was written: a path from the vault's root, or as -o named it. */
  readonly output?: string;
  readonly engine: string;
  /** Date of the earlier answer that this is, when nothing it rests on has changed since. */
  readonly answeredOn?: string;
}

/** Slides have room for more sentences than a paragraph. */
const DECK_LENGTH = 240;

export interface Asking {
  /** `more` is what this question wishes beyond the options that were given at the start. */
  ask(question: string, more?: AskOptions): Promise<AskReport>;
  close(): void;
}

/** One index and one engine for many questions (`ask -`). */
export async function openAsk(workspace: Workspace, options: AskOptions = {}): Promise<Asking> {
  checkOptions(options);
  if (workspace.store.readOnly && options.save !== false && options.file === undefined)
    workspace.progress.notice("This vault is read-only, so answers are not saved; -o FILE puts one elsewhere.");
  const index = await freshIndex(workspace);
  const { ask: once, close } = openAskOn(workspace, index, options);
  return {
    ask: once,
    close: () => {
      close();
      index.close();
    },
  };
}

/** The same on an index that the caller has open, and closes. */
export function openAskOn(workspace: Workspace, index: VaultIndex, options: AskOptions): Asking {
  if (index.isEmpty()) workspace.progress.notice(noPages(workspace));
  const meaning = openMeaning(workspace, index);
  return {
    ask: (question, more = {}) => askOnce(workspace, { index, meaning }, question, { ...options, ...more }),
    close: () => meaning?.close(),
  };
}

export async function ask(workspace: Workspace, question: string, options: AskOptions = {}): Promise<AskReport> {
  const { ask: once, close } = await openAsk(workspace, options);
  try {
    return await once(question);
  } finally {
    close();
  }
}

async function askOnce(
  workspace: Workspace,
  { index, meaning }: { readonly index: VaultIndex; readonly meaning: Meaning | undefined },
  asked: string,
  given: AskOptions,
): Promise<AskReport> {
  const options = unsaved(workspace, implied(given));
  const question = asked.replace(/\s+/g, " ").trim();
  if (question === "")
    throw new UserError('There is no question. Put it in quotation marks: kb ask "What is a memex?"');
  // What is to be rendered is a deck, unless another form is asked for.
  const format = options.format ?? (options.to === undefined ? "md" : "marp");
  const length = options.length ?? (format === "marp" ? DECK_LENGTH : ANSWER_LENGTH);
  const near = await meaning?.near(question);
  const within = options.source === undefined ? index : scoped(index, pagesNamed(workspace, options.source));
  const isShaped = format === "table" || format === "chart";
  const shaped = isShaped
    ? await (await import("./shaped-answer.ts")).shapedAnswer(workspace, within, question, format, near)
    : undefined;
  const needsModel = (options.steelman ?? false) || (options.council ?? false);
  const found =
    shaped ??
    (await withSpare(
      workspace,
      async (engine) =>
        answered(within, question, engine, readerOf(workspace), {
          length,
          today: workspace.clock.today(),
          rules: workspace.rules(),
          memory: memoryOf(workspace, options.fresh ?? false),
          ...(options.fresh ? { fresh: true } : {}),
          ...(options.steelman ? { steelman: true } : {}),
          ...(options.council ? { council: await councilOf(workspace, councilWishes(workspace)) } : {}),
          ...(options.heard ? { heard: options.heard } : {}),
          ...(near ? { near } : {}),
          ...(workspace.signal ? { signal: workspace.signal } : {}),
        }),
      needsModel,
    ));
  // What writes pages is half of the program: loaded where something is written.
  const { answer, output } = isKept(found, options)
    ? await (await import("./kept-answer.ts")).kept(workspace, index, found, { ...options, format })
    : { answer: found, output: undefined };
  return {
    question,
    answer: answerMarkdown(answer),
    sentences: answer.sentences.map(({ text, citations, code }) => ({
      text,
      citations: [...new Set(citations.map(({ n }) => n))],
      ...(code ? { code } : {}),
    })),
    answerable: answer.answerable,
    confidence: Math.round(answer.confidence * 100) / 100,
    citations: citationsOf(answer).map(({ n, page, claim, source, quote, onPage }) => ({
      n,
      page,
      claim,
      source,
      quote,
      onPage,
    })),
    ...(format === "chart" && answer.answerable
      ? { points: answer.sentences.flatMap(({ point }) => point ?? []) }
      : {}),
    ...(output === undefined ? {} : { output }),
    engine: answer.engine,
    ...(answer.answeredOn === undefined ? {} : { answeredOn: answer.answeredOn }),
  };
}

/** Nothing can be kept in a vault that is read-only. */
function unsaved({ store }: Workspace, options: AskOptions): AskOptions {
  return store.readOnly ? { ...options, save: false } : options;
}

const councilWishes = ({ engineName, env, progress, signal }: Workspace) => ({
  name: engineName,
  env,
  progress,
  ...(signal ? { signal } : {}),
});

/** Answers given earlier, by question and evidence. */
function memoryOf({ store: { memo }, clock }: Workspace, fresh: boolean): AnswerMemory {
  return {
    recall: (key) => (fresh ? undefined : memo.get<RememberedAnswer>("answer", key)),
    keep: (key, answer) => memo.set("answer", key, { answer, on: clock.today() }),
  };
}
