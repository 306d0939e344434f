// A list, a count or a comparison of documents as a table: what front matter says of each, and what each says first.
import type { Answer, AnsweredSentence, Cell, Citation } from "../../core/answer.ts";
import type { PageIndex } from "../../core/search.ts";
import type { VaultReader } from "../answered.ts";
import { sourcesCalled, titledAlone } from "../called.ts";
import { listedBy } from "../catalogue.ts";
import { frontCitation } from "../front-citation.ts";
import { stateOf } from "../kept-state.ts";
import type { QuestionKind } from "../question-kind.ts";
import { tallyAnswer } from "../tally.ts";

const MOST_ROWS = 40;
const CONFIDENCE = 0.9;
/** What most of the rows lack is no column. */
const FILLED = 0.34;
/** Words of what a source says first, in a table of few. */
const LONGEST = 320;
/** Rows up to which there is room for what each says. */
const FEW = 12;

interface Row {
  readonly title: string;
  readonly page: string;
}

/** Undefined where the question is of no documents. */
export function listTable(
  index: PageIndex,
  question: string,
  kind: QuestionKind,
  reader: VaultReader,
): Answer | undefined {
  if (kind.kind === "tally") return asTable(tallyAnswer(index, question, kind, reader, "extractive"), kind.by);
  const rows =
    kind.kind === "catalogue" && kind.wanted === "source"
      ? listedBy(index, kind).map(({ path, title }): Row => ({ title, page: path }))
      : kind.kind === "compare"
        ? comparedSources(index, kind.sides)
        : [];
  if (rows.length < (kind.kind === "compare" ? 2 : 1)) return undefined;
  const numbers = new Map<string, number>();
  const sentences = cellsOf(index, rows.slice(0, MOST_ROWS), reader, numbers);
  return { question, answerable: true, confidence: CONFIDENCE, sentences, dropped: [], engine: "extractive" };
}

function cellsOf(
  index: PageIndex,
  rows: readonly Row[],
  reader: VaultReader,
  numbers: Map<string, number>,
): AnsweredSentence[] {
  const property = (column: string, key: string, of: (row: Row) => string) => ({
    column,
    cells: rows.map((row): AnsweredSentence => {
      const text = of(row);
      const citation = text === "" ? undefined : frontCitation(index, row.page, `${key}: ${text}`, numbers);
      return { text: citation ? text : "", citations: citation ? [citation] : [], cell: cellFor(row, column) };
    }),
  });
  const frontOf = ({ page }: Row): Readonly<Record<string, unknown>> => reader.frontOf(page);
  const columns = [
    ...(rows.length <= FEW
      ? [{ column: "Says", cells: rows.map((row) => saysFirst(index, row, reader, numbers)) }]
      : []),
    property("Dated", "published", ({ page }) => index.about(page)?.published ?? ""),
    property("By", "author", (row) => [frontOf(row)["author"] ?? []].flat().map(String).join(", ")),
    property("Status", "status", (row) => stateOf(frontOf(row)["tags"], "status") ?? ""),
    property("Category", "category", (row) => stateOf(frontOf(row)["tags"], "category") ?? ""),
  ];
  const full = columns.filter(({ cells }) => cells.filter(({ text }) => text !== "").length > FILLED * rows.length);
  return (full.length > 0 ? full : columns.slice(0, 1)).flatMap(({ cells }) => cells);
}

const cellFor = ({ title, page }: Row, column: string): Cell => ({ row: title, page, column });

/** The first sentence of its claims that is short enough: abstracts and openings stand first. */
function saysFirst(index: PageIndex, row: Row, reader: VaultReader, numbers: Map<string, number>): AnsweredSentence {
  const cell = cellFor(row, "Says");
  const claim = reader
    .claimsOf(row.page)
    .find(({ text }) => text.length <= LONGEST && /[.!?。！？]["”)]*$/u.test(text));
  const front = claim && frontCitation(index, row.page, claim.quote, numbers);
  if (!claim || !front) return { text: "", citations: [], cell };
  const citation: Citation = { ...front, claim: claim.id, link: `${front.link}#^${claim.id}` };
  return { text: claim.text, citations: [citation], cell };
}

/** Both sides as sources: called by number, or the only ones whose title holds all words of the side. */
function comparedSources(index: PageIndex, sides: readonly [string, string]): Row[] {
  const rows = sides.flatMap((side): Row[] => {
    const page = sourcesCalled(index, side)[0]?.page ?? titledAlone(index, side);
    const title = page === undefined ? undefined : index.about(page)?.title;
    return page === undefined || title === undefined ? [] : [{ title, page }];
  });
  return rows.length === 2 && rows[0]?.page !== rows[1]?.page ? rows : [];
}

/** Each group as a row. */
function asTable(tally: Answer | undefined, by: string): Answer | undefined {
  return (
    tally && {
      ...tally,
      sentences: tally.sentences.flatMap(({ point, citations }) =>
        point ? [{ text: point.surface, citations, cell: { row: point.label, column: `${point.unit} by ${by}` } }] : [],
      ),
    }
  );
}
