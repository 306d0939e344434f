// Where lines of a PDF make a table: pieces of text that stand below each other.
import type { Line } from "./lines.ts";

/** Cells as plain text, one a column. */
export type Row = readonly string[];

export interface Table {
  /** How many lines it takes. */
  readonly lines: number;
  readonly rows: readonly Row[];
  /** Left edges, points. */
  readonly columns: readonly number[];
}

/** From line `i` on: three or more lines of at least three cells, or five of two short ones. */
export function rowsAt(lines: readonly Line[], i: number): Table | undefined {
  const cells = lines[i]?.cells.length ?? 0;
  if (cells < 2) return undefined;
  let n = 0;
  let full = 0;
  for (
    let line = lines[i];
    line && line.page === lines[i]?.page && line.cells.length >= 2 && (n === 0 || (lines[i + n - 1]?.y ?? 0) > line.y);
    line = lines[i + n]
  ) {
    if (line.cells.length >= cells) full++;
    n++;
  }
  const taken = lines.slice(i, i + n);
  const short = taken.every((line) => line.cells.every((cell) => cell.text.length < 60));
  return (cells >= 3 && n >= 3 && full >= 2) || (cells === 2 && n >= 5 && short)
    ? { lines: n, ...rowsOf(taken) }
    : undefined;
}

/** Cells go to the column whose left edge is nearest. */
function rowsOf(lines: readonly Line[]): Pick<Table, "rows" | "columns"> {
  const widest = lines.reduce((best, line) => (line.cells.length > best.cells.length ? line : best));
  const columns = widest.cells.map((cell) => cell.x);
  const rows = lines.map((line) => {
    const row = columns.map(() => "");
    for (const cell of line.cells) {
      const column = nearest(columns, cell.x);
      row[column] = `${row[column]} ${cell.text}`.trim();
    }
    return row;
  });
  return { rows, columns };
}

function nearest(columns: readonly number[], x: number): number {
  return columns.reduce((best, edge, i) => (Math.abs(edge - x) < Math.abs((columns[best] ?? 0) - x) ? i : best), 0);
}

/** From line `i` on, the head: cells of several lines below it, printed one cell after the other, each flush with its head. */
export function gridAt(lines: readonly Line[], i: number): Table | undefined {
  const head = lines[i];
  if (!head || head.cells.length < 3) return undefined;
  const columns = head.cells.map((cell) => cell.x);
  const flush = (x: number): number => columns.findIndex((edge) => Math.abs(edge - x) < head.size * 0.5);
  const rows: string[][] = [head.cells.map((cell) => cell.text)];
  let n = 1;
  let before = columns.length;
  for (let line = lines[i + n]; line && line.page === head.page && line.y < head.y; line = lines[i + n]) {
    // Columns may stand closer than cells of other tables do: a piece flush with none goes on with the one before it.
    const places = line.pieces.map((piece) => flush(piece.x));
    const last = Math.max(...places);
    if (places[0] === -1 || line.right > (columns[last + 1] ?? Number.POSITIVE_INFINITY)) break;
    if (Math.abs(line.size - head.size) > 1) break;
    // Back in the first column, from another one or by more than a step between lines.
    const first = places[0] ?? 0;
    const step = (lines[i + n - 1]?.y ?? 0) - line.y;
    if (first < before || (first === 0 && step > head.size * 1.8)) rows.push(columns.map(() => ""));
    const row = rows.at(-1);
    let at = first;
    for (const [p, piece] of line.pieces.entries()) {
      at = Math.max(at, places[p] ?? 0);
      if (row) row[at] = `${row[at]} ${piece.text}`.trim();
    }
    before = last;
    n++;
  }
  const filled = rows.slice(1).filter((row) => row.filter((cell) => cell !== "").length >= 2).length;
  return n >= 3 && filled >= 2 && filled >= (rows.length - 1) * 0.6 ? { lines: n, rows, columns } : undefined;
}

/** A table that goes on at the top of the next page, with its head once more or without it. */
export function goesOn(table: Table, next: Table): Table | undefined {
  const flush = table.columns.every((x, c) => Math.abs(x - (next.columns[c] ?? Number.NaN)) < 6);
  if (!flush || table.columns.length !== next.columns.length) return undefined;
  const again = next.rows[0]?.join("|") === table.rows[0]?.join("|");
  return { ...next, rows: [...table.rows, ...next.rows.slice(again ? 1 : 0)] };
}
