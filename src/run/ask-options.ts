// How an answer is wished: its form, where it goes, who is asked; and whether that can be.
import { existsSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import type { Answer } from "../core/answer.ts";
import { UserError } from "../core/errors.ts";
import { mayWrite } from "../vault/may-write.ts";

export const RENDERED = ["html", "pdf", "pptx", "png", "svg"] as const;
export type Rendering = (typeof RENDERED)[number];

export const ANSWER_FORMATS = ["md", "marp", "table", "chart"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

export interface AskOptions {
  readonly format?: AnswerFormat;
  /** Renders a deck, a note, a table or a chart. */
  readonly to?: Rendering;
  /** Where the result goes instead of outputs/; from the working folder. */
  readonly file?: string;
  readonly cwd?: string;
  /** False leaves nothing behind. */
  readonly save?: boolean;
  /** Words, about. */
  readonly length?: number;
  /** Answers from this source alone: a file or folder in raw/, or a title; of a book from all chapters. */
  readonly source?: string;
  /** Asks anew what was answered before. */
  readonly fresh?: boolean;
  /** The strongest case for and against instead of an answer. */
  readonly steelman?: boolean;
  /** The models of the council answer together. */
  readonly council?: boolean;
  /** Told each sentence as it comes, by engines whose words come one by one. */
  readonly heard?: (sentence: string) => void;
}

/** Is anything written? An honest no is not, nor what is only asked. */
export function isKept({ answerable }: Answer, { save = true, file }: AskOptions): boolean {
  return answerable && (save || file !== undefined);
}

/** Endings of a file that holds Markdown. */
const TEXTS = ["md", "markdown", "txt"];

/** What each form can become; without a form, what is to be rendered is a deck. */
const KINDS_OF: Readonly<Record<AnswerFormat, readonly Rendering[]>> = {
  md: ["html", "pdf"],
  marp: ["html", "pdf", "pptx", "png"],
  table: ["html", "pdf"],
  chart: ["svg", "png"],
};
const NAMES: Readonly<Record<AnswerFormat, string>> = {
  md: "A note",
  marp: "A deck",
  table: "A table",
  chart: "A chart",
};

/** What the ending of -o says of the form, where the options say nothing: deck.pdf is a deck, lights.svg a chart. */
export function implied(options: AskOptions): AskOptions {
  const { file = "", to, format } = options;
  const ending = RENDERED.find((kind) => file.toLowerCase().endsWith(`.${kind}`));
  if (to !== undefined || ending === undefined) return options;
  return { ...options, to: ending, format: format ?? (ending === "svg" ? "chart" : "marp") };
}

/** Throws a UserError for what cannot be made or put there, before any work is done. */
export function checkOptions(given: AskOptions): void {
  const { to, format, file } = implied(given);
  if (file !== undefined) checkTarget(resolve(given.cwd ?? process.cwd(), file));
  if (to !== undefined && !RENDERED.includes(to))
    throw new UserError(`kb cannot render to "${to}"; it can to ${RENDERED.join(", ")}.`);
  if (format !== undefined && !ANSWER_FORMATS.includes(format))
    throw new UserError(`There is no format "${format}"; formats are ${ANSWER_FORMATS.join(", ")}.`);
  const fits = KINDS_OF[format ?? "marp"];
  if (to !== undefined && !fits.includes(to))
    throw new UserError(`${NAMES[format ?? "marp"]} becomes ${fits.join(", ")}, not ${to}.`);
}

function checkTarget(target: string): void {
  if (existsSync(target) && statSync(target).isDirectory())
    throw new UserError(`${target} is a folder. Name the file, such as ${join(target, "answer.md")}.`);
  const above = standing(dirname(target));
  if (!statSync(above).isDirectory() || !mayWrite(above))
    throw new UserError(`${target} cannot be written: nothing can be made in ${above}. Name another place.`);
  const ending = extname(target).slice(1).toLowerCase();
  if (ending !== "" && !TEXTS.includes(ending) && !RENDERED.some((kind) => kind === ending))
    throw new UserError(
      `kb makes no .${ending} file: an answer becomes .md, ${RENDERED.map((kind) => `.${kind}`).join(", ")}.`,
    );
}

/** The nearest folder above that is there. */
function standing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : standing(dirname(folder));
}
