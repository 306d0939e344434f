// kb ask: a question to a cited answer or an honest no; saved in outputs/ and rendered as asked.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { ANSWER_LENGTH } from "../answer/answer.ts";
import { answered, type VaultReader } from "../answer/answered.ts";
import { answerMarkdown, citationsOf } from "../answer/cite.ts";
import { citedOn, claimsOn } from "../answer/claims.ts";
import { documentPage } from "../answer/formats/document.ts";
import { slidesPage } from "../answer/formats/slides.ts";
import { relatedTo } from "../answer/related.ts";
import type { Answer } from "../core/answer.ts";
import { UserError } from "../core/errors.ts";
import type { Claim } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import { slugOf } from "../text/slug.ts";
import { endRun } from "../vault/end-run.ts";
import type { VaultIndex } from "../vault/index-file.ts";
import { startRun } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import { readPage } from "../vault/load.ts";
import { withLock } from "../vault/lock.ts";
import { applyPlan } from "../vault/plan.ts";
import { type Meaning, openMeaning } from "./meaning.ts";
import { freshIndex } from "./reindex.ts";
import { RENDERED, type Rendering, renderDeck } from "./render.ts";
import type { Workspace } from "./workspace.ts";

export const ANSWER_FORMATS = ["md", "marp"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

export interface AskOptions {
  readonly format?: AnswerFormat;
  /** Renders a deck. */
  readonly to?: Rendering;
  /** Where the result goes instead of outputs/; from the working folder. */
  readonly file?: string;
  readonly cwd?: string;
  /** False leaves nothing behind. */
  readonly save?: boolean;
  /** Words, about. */
  readonly length?: number;
}

export interface AskReport {
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same sentence by sentence, with the numbers of their citations. */
  readonly sentences: readonly { readonly text: string; readonly citations: readonly number[] }[];
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
  /** What was written: a path from the vault's root, or as -o named it. */
  readonly output?: string;
  readonly engine: string;
}

/** Slides have room for more sentences than a paragraph. */
const DECK_LENGTH = 240;

/** One index and one engine for many questions (`ask -`). */
export async function openAsk(
  workspace: Workspace,
  options: AskOptions = {},
): Promise<{ ask: (question: string) => Promise<AskReport>; close: () => void }> {
  checked(options);
  const index = await freshIndex(workspace);
  if (index.seen().size === 0)
    workspace.progress.notice(
      `There is no page in the wiki yet: put sources into ${workspace.layout.raw}/ and run kb compile.`,
    );
  const meaning = openMeaning(workspace, index);
  return {
    ask: (question) => askOnce(workspace, { index, meaning }, question, options),
    close: () => {
      meaning?.close();
      index.close();
    },
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

function checked({ to, format }: AskOptions): void {
  if (to !== undefined && !RENDERED.includes(to))
    throw new UserError(`kb cannot render to "${to}"; it can to ${RENDERED.join(", ")}.`);
  if (format !== undefined && !ANSWER_FORMATS.includes(format))
    throw new UserError(`There is no format "${format}"; formats are ${ANSWER_FORMATS.join(", ")}.`);
}

async function askOnce(
  workspace: Workspace,
  { index, meaning }: { readonly index: VaultIndex; readonly meaning: Meaning | undefined },
  asked: string,
  options: AskOptions,
): Promise<AskReport> {
  const question = asked.replace(/\s+/g, " ").trim();
  if (question === "")
    throw new UserError('There is no question. Put it in quotation marks: kb ask "What is a memex?"');
  // What is to be rendered must be a deck first.
  const format = options.to === undefined ? (options.format ?? "md") : "marp";
  const length = options.length ?? (format === "marp" ? DECK_LENGTH : ANSWER_LENGTH);
  const near = await meaning?.near(question);
  const answer = await answered(index, question, await workspace.engine(), readerOf(workspace), {
    length,
    rules: workspace.rules(),
    ...(near ? { near } : {}),
    ...(workspace.signal ? { signal: workspace.signal } : {}),
  });
  const output = answer.answerable ? await kept(workspace, index, answer, { ...options, format }) : undefined;
  return {
    question,
    answer: answerMarkdown(answer),
    sentences: answer.sentences.map(({ text, citations }) => ({
      text,
      citations: [...new Set(citations.map(({ n }) => n))],
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
    ...(output === undefined ? {} : { output }),
    engine: answer.engine,
  };
}

/** What answering reads of pages, each once. */
function readerOf({ layout }: Workspace): VaultReader {
  const pages = new Map<string, ReturnType<typeof readPage>>();
  const claims = new Map<string, readonly Claim[]>();
  const page = (path: string): ReturnType<typeof readPage> => {
    if (!pages.has(path)) pages.set(path, readPage(layout, path));
    return pages.get(path);
  };
  const bodyOf = (path: string): string => page(path)?.body ?? "";
  return {
    bodyOf,
    frontOf: (path) => page(path)?.front ?? {},
    citedOn: (path) => citedOn(bodyOf(path)),
    claimsOf: (path) => {
      const known = claims.get(path) ?? claimsOn(bodyOf(path));
      claims.set(path, known);
      return known;
    },
  };
}

/** Writes what was asked for and says where; undefined when nothing was to be kept. */
async function kept(
  workspace: Workspace,
  index: VaultIndex,
  answer: Answer,
  options: AskOptions,
): Promise<string | undefined> {
  const { format, to, file, save = true } = options;
  if (!save && file === undefined) return undefined;
  const path = outputPath(workspace, answer.question, format === "marp" ? "-slides" : "");
  const page =
    format === "marp"
      ? slidesPage(answer, path, workspace.clock.today())
      : documentPage(answer, path, relatedTo(index, answer));
  if (save && (file === undefined || to !== undefined)) await write(workspace, page, answer.question);
  if (to !== undefined)
    return renderDeck(
      workspace,
      page,
      to,
      file === undefined ? undefined : resolve(options.cwd ?? process.cwd(), file),
    );
  if (file === undefined) return path;
  const { writeNamed } = await import("../vault/write-file.ts");
  const { printedPage } = await import("./printed-page.ts");
  writeNamed(resolve(options.cwd ?? process.cwd(), file), printedPage(workspace, page));
  return file;
}

/** The question's slug; another question that has it already gets a number. */
function outputPath({ layout }: Workspace, question: string, suffix: string): string {
  const slug = slugOf(question).slice(0, 80).replace(/-+$/, "") || "answer";
  for (let n = 1; ; n++) {
    const path = `${layout.outputs}/${slug}${suffix}${n === 1 ? "" : `-${n}`}.md`;
    const there = existsSync(absolute(layout, path)) ? readPage(layout, path)?.front.title : question;
    if (there === question) return path;
  }
}

async function write(workspace: Workspace, page: Page, question: string): Promise<void> {
  await withLock(workspace.layout, "ask", async () => {
    const run = startRun(workspace, { command: "ask", reason: question });
    const { pages } = applyPlan(workspace, { pages: [page] }, { dryRun: false, run });
    const notice = endRun(workspace, run);
    if (notice !== undefined) workspace.progress.notice(notice);
    const conflict = pages.find((report) => report.status === "conflict");
    if (conflict)
      workspace.progress.notice(
        `${basename(page.path)} was edited and is left as it is: ${conflict.reason ?? "it differs"}`,
      );
  });
}
