// Tables that Markdown cannot hold (spans, blocks in cells, tables in tables) made into ones that it can.
import { type Element, type Page, tagOf, textOf } from "./dom.ts";

const MOST_COLUMNS = 60;

/** In place: a spanning cell of a row head stands in every row it covers; tables that only lay out a page are unwrapped. */
export function plainTables(page: Page, root: Element): void {
  // Inner tables come last in document order: they go first.
  for (const table of [...root.querySelectorAll("table")].reverse()) {
    // Rows of a table within a cell are that table's.
    const rows = [...table.querySelectorAll("tr")]
      .filter((row) => tableAround(row) === table)
      .map((row) => [...row.children].filter((cell) => /^t[dh]$/u.test(tagOf(cell))));
    const filled = rows.filter((row) => row.length > 0);
    const widest = Math.max(0, ...filled.map((row) => row.length));
    if (isLayout(table, filled, widest)) unwrap(page, table, filled);
    else if (
      widest > 1 &&
      (table.querySelector("[colspan],[rowspan]") ||
        table.querySelector("td p,td ul,td div,th div,th p,td br,td table"))
    )
      table.replaceWith(rebuilt(page, filled));
  }
}

function tableAround(row: Element): Element | null {
  let at = row.parentNode;
  while (at && tagOf(at) !== "table") at = at.parentNode;
  return at;
}

function isLayout(table: Element, rows: readonly (readonly Element[])[], widest: number): boolean {
  if (table.getAttribute("role") === "presentation" || widest <= 1) return true;
  if (table.querySelector("th")) return false;
  return rows.flat().some((cell) => textOf(cell).length > 600) || [...table.querySelectorAll("h1,h2,h3")].length > 0;
}

function unwrap(page: Page, table: Element, rows: readonly (readonly Element[])[]): void {
  const box = page.createElement("div");
  box.innerHTML = rows
    .flat()
    .map((cell) => `<div>${cell.innerHTML}</div>`)
    .join("");
  table.replaceWith(box);
}

interface Cell {
  readonly html: string;
  readonly head: boolean;
}

function rebuilt(page: Page, rows: readonly (readonly Element[])[]): Element {
  const grid: Cell[][] = [];
  const hanging: (Cell & { rows: number })[] = [];
  for (const row of rows) {
    const line: Cell[] = [];
    const queue = [...row];
    for (let column = 0; column < MOST_COLUMNS; column++) {
      const held = hanging[column];
      if (held && held.rows > 0) {
        line[column] = held;
        held.rows--;
        continue;
      }
      const next = queue.shift();
      if (!next) {
        if (hanging.slice(column).some((one) => one && one.rows > 0)) {
          line[column] = { html: "", head: false };
          continue;
        }
        break;
      }
      const cell: Cell = { html: inlineHtml(next), head: tagOf(next) === "th" };
      const wide = spanOf(next, "colspan");
      const tall = spanOf(next, "rowspan");
      for (let i = 0; i < wide; i++) {
        // A head over several columns is the head of each; a value stands once.
        const shown = i === 0 || (cell.head && row.length > 1) ? cell : { html: "", head: cell.head };
        line[column + i] = shown;
        if (tall > 1) hanging[column + i] = { ...shown, rows: tall - 1 };
      }
      column += wide - 1;
    }
    if (line.some((cell) => cell && cell.html !== "")) grid.push(line);
  }
  // A row whose only content hangs from above says nothing of its own.
  const width = Math.max(1, ...grid.map((line) => line.length));
  const table = page.createElement("table");
  const lines = grid.filter(
    (line, i) =>
      grid.length <= 2 ||
      i === 0 ||
      line.filter((cell) => cell && cell.html !== "").length > 1 ||
      width === 1 ||
      line.length === 1,
  );
  table.innerHTML = lines
    .map(
      (line, i) =>
        `<tr>${Array.from({ length: width }, (_, c) => `<${i === 0 ? "th" : "td"}>${line[c]?.html ?? ""}</${i === 0 ? "th" : "td"}>`).join("")}</tr>`,
    )
    .join("");
  return table;
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), MOST_COLUMNS) : 1;
}

/** Blocks inside a cell become one line. */
function inlineHtml(cell: Element): string {
  return cell.innerHTML
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/blockquote)\b[^>]*>/giu, " ")
    .replace(
      /<\/?(?:p|div|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|section|figure|figcaption|blockquote|pre|dl|dt|dd)\b[^>]*>/giu,
      " ",
    )
    .replace(/\s+/gu, " ")
    .trim();
}
