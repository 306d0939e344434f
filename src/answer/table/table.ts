// A comparison out of what sources say: each cell is a sentence that cites, or is left empty. A model words cells; what its evidence does not say goes.
import type { Answer, AnsweredSentence, Cell } from "../../core/answer.ts";
import type { Engine } from "../../core/engine.ts";
import type { NearTexts, PageIndex } from "../../core/search.ts";
import { isTimely } from "../../text/timely.ts";
import { heldSentences } from "../answer.ts";
import { citationOf } from "../citation.ts";
import { briefOf } from "../gather.ts";
import { isAbout, isSubject } from "../told.ts";
import type { ClaimReader } from "../topic-passages.ts";
import { ALSO, type Facet, facetsFor, WHAT } from "./facets.ts";
import { rowsFor, type TableRow } from "./rows.ts";
import { type Said, type SaidOf, saidOf } from "./sentences.ts";

/** Things up to which each has a column of its own, so that whole sentences have room. */
export const FEW = 3;
const MOST_FACETS = 5;
const MOST_COLUMNS = 3;
const MOST_ROWS = 12;
/** Part of the cells that may be empty. */
const HOLES = 0.34;
/** Rows or columns below which what else is said is shown. */
const LITTLE = 4;
/** Sentences that a model is given for one cell, and words that it may use. */
const MODEL_SENTENCES = 12;
const MODEL_WORDS = 30;
/** Cells that a model words at most: it is asked once for each. */
const MODEL_CELLS = 15;

export interface TableOptions extends ClaimReader {
  readonly near?: NearTexts;
  /** Words cells where it is more than rules. */
  readonly engine?: Engine;
  readonly signal?: AbortSignal;
}

interface Told extends SaidOf {
  readonly row: TableRow;
}

interface Column {
  readonly facet: Facet;
  /** One a row; undefined where the vault says nothing. */
  readonly found: readonly (Said | undefined)[];
}

/** Undefined where the vault holds nothing to compare. */
export async function tableAnswer(
  index: PageIndex,
  question: string,
  options: TableOptions,
): Promise<Answer | undefined> {
  const { rows, named } = rowsFor(index, question);
  const all = rows.map((row): Told => ({ row, ...saidOf(index, row, options) }));
  // Of things that nobody named, those of which the vault can say what they are.
  const told = (named ? all : all.filter((one) => bestOf(WHAT, one, new Set()) !== undefined)).slice(0, MOST_ROWS);
  if (told.length < 2 || told.filter(({ said }) => said.length > 0).length === 0) return undefined;
  const columns = columnsFor(question, told);
  const numbers = new Map<string, number>();
  const sentences: AnsweredSentence[] = [];
  const { engine, signal } = options;
  const worded = engine !== undefined && engine.id !== "extractive" ? engine : undefined;
  let asked = 0;
  for (const { facet, found } of columns)
    for (const [i, one] of found.entries()) {
      const about = told[i];
      if (about === undefined) continue;
      const own = worded && asked++ < MODEL_CELLS ? await wordedCell(worded, facet, about, numbers, signal) : undefined;
      sentences.push(own ?? cellOf(facet, about.row, one, numbers));
    }
  const filled = sentences.filter(({ citations }) => citations.length > 0).length;
  if (filled === 0) return undefined;
  const both = ofBoth(told, columns, numbers);
  return {
    question,
    answerable: true,
    confidence: Math.round((0.5 + 0.4 * (filled / sentences.length)) * 100) / 100,
    sentences: both === undefined ? sentences : [...sentences, both],
    dropped: [],
    engine: worded?.id ?? "extractive",
  };
}

/** What it is first; then what every row has, then what most have; in the order of the facets. */
function columnsFor(question: string, told: readonly Told[]): Column[] {
  const used = told.map(() => new Set<string>());
  const facets = facetsFor(
    question,
    told.map(({ row }) => row.title),
  );
  const most = told.length <= FEW ? MOST_FACETS : MOST_COLUMNS;
  const columnOf = (facet: Facet): Column => ({
    facet,
    found: told.map((one, i) => bestOf(facet, one, used[i] ?? new Set())),
  });
  // One sentence in all cells compares nothing.
  const filledIn = ({ found }: Column): number => {
    const texts = found.flatMap((one) => one?.passage.claim.text ?? []);
    return texts.length > 1 && new Set(texts).size === 1 ? 0 : texts.length;
  };
  const chosen: Column[] = [];
  const take = (column: Column): void => {
    chosen.push(column);
    for (const [i, one] of column.found.entries()) if (one) used[i]?.add(one.passage.claim.text);
  };
  take(columnOf(WHAT));
  const open = (): readonly Facet[] => facets.filter((facet) => !chosen.some((column) => column.facet === facet));
  for (const facet of facets) {
    const column = columnOf(facet);
    if (chosen.length > most || filledIn(column) === 0) continue;
    if (facet.asked || filledIn(column) === told.length) take(column);
  }
  for (const facet of open()) {
    const column = columnOf(facet);
    const cells = (chosen.length + 1) * told.length;
    const full = chosen.reduce((sum, one) => sum + filledIn(one), 0) + filledIn(column);
    if (chosen.length <= most && filledIn(column) * 2 >= told.length && 1 - full / cells <= HOLES) take(column);
  }
  const also = columnOf(ALSO);
  if (chosen.length < LITTLE && filledIn(also) * 2 > told.length) take(also);
  const order = [WHAT, ...facets, ALSO];
  return chosen
    .filter((column, i) => i > 0 || chosen.length === 1 || filledIn(column) > 0)
    .sort((a, b) => order.indexOf(a.facet) - order.indexOf(b.facet));
}

/** The best that no other cell of the row has; claims of its own page before others, of equals the shorter. */
function bestOf(facet: Facet, { said, row }: Told, used: ReadonlySet<string>): Said | undefined {
  const free = said.filter((one) => !used.has(one.passage.claim.text));
  const scored = free
    .map((one) => ({ one, fit: facet.fit(one.passage.claim.text, row.title, one.own) }))
    .filter(({ fit }) => fit > 0)
    .map(({ one, fit }) => ({
      one,
      score: fit + (one.own ? 0.3 : 0) + (one.onPage ? 0.1 : 0) - one.passage.claim.text.length / 1500,
    }))
    .sort((a, b) => b.score - a.score);
  if (scored[0] !== undefined || facet !== WHAT) return scored[0]?.one;
  // A page opens with what its thing is or does.
  const [first] = said;
  const text = first?.passage.claim.text ?? "";
  return first?.own && !used.has(text) && isSubject(text, row.title, true) && !isTimely(text) ? first : undefined;
}

const cellFor = ({ title, page }: TableRow, column: string): Cell => ({
  row: title,
  ...(page ? { page } : {}),
  column,
});

function cellOf(facet: Facet, row: TableRow, one: Said | undefined, numbers: Map<string, number>): AnsweredSentence {
  const cell = cellFor(row, facet.title);
  if (one === undefined) return { text: "", citations: [], cell };
  return { text: one.passage.claim.text, cell, citations: [citationOf(one.passage, one.onPage, numbers)] };
}

/** The cell in a model's words, from sentences about the thing alone; undefined when nothing it says holds. */
async function wordedCell(
  engine: Engine,
  facet: Facet,
  told: Told,
  numbers: Map<string, number>,
  signal: AbortSignal | undefined,
): Promise<AnsweredSentence | undefined> {
  const { row, said, gathered } = told;
  const passages = [...said]
    .sort(
      (a, b) => facet.fit(b.passage.claim.text, row.title, b.own) - facet.fit(a.passage.claim.text, row.title, a.own),
    )
    .slice(0, MODEL_SENTENCES)
    .map(({ passage }) => passage);
  if (passages.length === 0) return undefined;
  const brief = briefOf({ ...gathered, passages }, facet.ask(row.title), MODEL_WORDS, "");
  const draft = await engine.answer(brief, signal);
  const [first] = draft.answerable ? heldSentences(draft.sentences, brief, gathered).sentences : [];
  if (first === undefined) return undefined;
  const cited = passages.filter(({ page, claim }) =>
    first.citations.some((one) => one.page === page && one.claim === claim.id),
  );
  const onPage = (passage: (typeof passages)[number]): boolean =>
    said.some((one) => one.passage === passage && one.onPage);
  return {
    text: first.text,
    cell: cellFor(row, facet.title),
    citations: cited.map((passage) => citationOf(passage, onPage(passage), numbers)),
  };
}

/** A sentence that says something of two things at once, which no cell shows. */
function ofBoth(
  told: readonly Told[],
  columns: readonly Column[],
  numbers: Map<string, number>,
): AnsweredSentence | undefined {
  const [a, b, more] = told;
  if (!a || !b || more) return undefined;
  const shown = new Set(columns.flatMap(({ found }) => found.flatMap((one) => one?.passage.claim.text ?? [])));
  const one = [...a.said, ...b.said].find(
    ({ passage: { claim } }) =>
      !shown.has(claim.text) && isAbout(claim.text, a.row.title) && isAbout(claim.text, b.row.title),
  );
  return (
    one && {
      text: one.passage.claim.text,
      section: "Of both",
      citations: [citationOf(one.passage, one.onPage, numbers)],
    }
  );
}
