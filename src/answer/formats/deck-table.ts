// The cells of a comparison, or of a source's table, as one slide; as many rows as fit it.
import type { AnsweredSentence } from "../../core/answer.ts";
import { escapeInline } from "../../markdown/harmless.ts";
import { cutTo, widthOf } from "./slide-text.ts";
import { NOTHING } from "./table.ts";

/** Things up to which each has a column. */
const SIDE_BY_SIDE = 3;
/** Letters of all columns together on a line, letters of the first, lines on a slide, and lines of one cell. */
const LETTERS = 104;
const FIRST = 14;
const LINES = 13;
const CELL_LINES = 8;

export interface TableSlide {
  readonly heading: string;
  readonly markdown: string;
  /** Those that it shows. */
  readonly sentences: readonly AnsweredSentence[];
}

/** Undefined where not even two rows fit. */
export function tableSlide(all: readonly AnsweredSentence[]): TableSlide | undefined {
  const cells = all.flatMap((one) => (one.cell ? [{ one, ...one.cell }] : []));
  const things = [...new Set(cells.map(({ row }) => row))];
  const facets = [...new Set(cells.map(({ column }) => column))];
  if (cells.length === 0 || things.length < 2) return undefined;
  // A source's own table stays as it is.
  const own = cells.some(({ one }) => one.section !== undefined);
  const across = !own && things.length <= SIDE_BY_SIDE && facets.length > 1;
  const [heads, sides] = across ? [things, facets] : [facets, things];
  const width = Math.floor((LETTERS - FIRST) / heads.length);
  const rows = sides.map((side) => ({
    side,
    own: heads.map((head) =>
      cells.find(({ row, column }) => (across ? row === head && column === side : row === side && column === head)),
    ),
  }));
  let left = LINES;
  const fitting = rows.filter(({ own, side }) => {
    const lines = Math.max(
      Math.ceil(widthOf(side) / FIRST),
      ...own.map((cell) => Math.ceil(widthOf(cell?.one.text ?? "") / width)),
    );
    const fits = lines <= CELL_LINES && lines + 0.6 <= left;
    if (fits) left -= lines + 0.6;
    return fits;
  });
  if (fitting.length < 2) return undefined;
  const line = (texts: readonly string[]): string => `| ${texts.map(cellText).join(" | ")} |`;
  return {
    heading: cutTo(cells[0]?.one.section ?? "Side by side", 60),
    markdown: [
      line(["", ...heads]),
      `|${"---|".repeat(heads.length + 1)}`,
      ...fitting.map(({ side, own }) => line([side, ...own.map((cell) => cell?.one.text || NOTHING)])),
    ].join("\n"),
    sentences: fitting.flatMap(({ own }) => own.flatMap((cell) => (cell && cell.one.text !== "" ? [cell.one] : []))),
  };
}

const cellText = (text: string): string =>
  escapeInline(text)
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/\s+/g, " ");
