// Answers whose form decides what is looked for: tables of things, of documents or of both sides; charts of figures, dates or counts.
import { answered } from "../answer/answered.ts";
import { chartAnswer } from "../answer/chart/chart.ts";
import { kindOf } from "../answer/question-kind.ts";
import { listTable } from "../answer/table/list-table.ts";
import { sideTable } from "../answer/table/side-table.ts";
import { tableAnswer } from "../answer/table/table.ts";
import { tallyAnswer } from "../answer/tally.ts";
import type { Answer } from "../core/answer.ts";
import type { NearTexts, PageIndex } from "../core/search.ts";
import type { AnswerFormat } from "./ask-options.ts";
import { withSpare } from "./spare.ts";
import { readerOf } from "./vault-reader.ts";
import type { Workspace } from "./workspace.ts";

/** Words of both sides of a table. */
const SIDES_LENGTH = 160;
const ENOUGH_CELLS = 4;

/** Charts are put together from claims by code, whichever engine there is; a model words the cells of a table. */
export async function shapedAnswer(
  workspace: Workspace,
  index: PageIndex,
  question: string,
  format: AnswerFormat,
  near: NearTexts | undefined,
): Promise<Answer | undefined> {
  const reader = readerOf(workspace);
  const today = workspace.clock.today();
  if (format !== "chart" && format !== "table") return undefined;
  const kind = kindOf(question, today);
  if (format === "chart") {
    const counted = kind.kind === "tally" ? tallyAnswer(index, question, kind, reader, "extractive") : undefined;
    return (counted && pointed(counted)) ?? chartAnswer(index, question, { ...reader, ...(near ? { near } : {}) });
  }
  const listed = listTable(index, question, kind, reader);
  if (listed) return listed;
  const wanted = "two things or more that have a page, named in the question, or a list of sources";
  const options = { ...reader, ...(near ? { near } : {}), ...(workspace.signal ? { signal: workspace.signal } : {}) };
  const table = await withSpare(workspace, (engine) => tableAnswer(index, question, { ...options, engine }));
  // A table that has hardly a word about its things shows less than what sentences say of both sides.
  const sides =
    kind.kind === "compare" && filledIn(table) < ENOUGH_CELLS
      ? sideTable(
          await withSpare(workspace, (engine) => answered(index, question, engine, reader, { length: SIDES_LENGTH })),
          kind.sides,
        )
      : undefined;
  return (
    (filledIn(sides) > filledIn(table) ? sides : table) ?? {
      question,
      answerable: false,
      confidence: 0,
      sentences: [],
      missing: { looked: [], wanted },
      dropped: [],
      engine: "extractive",
    }
  );
}

const filledIn = (table: Answer | undefined): number =>
  (table?.sentences ?? []).filter(({ cell, citations }) => cell && citations.length > 0).length;

/** Each point beside its own figure, without the lead of the sentence that lists them all. */
const pointed = (counted: Answer): Answer => ({
  ...counted,
  sentences: counted.sentences.map((one) => ({
    ...one,
    text: one.point ? `${one.point.label}: ${one.point.surface} ${one.point.unit}.` : one.text,
  })),
});
