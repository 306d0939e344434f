// The text items of a PDF page -> lines with their place, size and cells.

/** What pdf.js gives of an item. */
export interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly dir: string;
  readonly hasEOL: boolean;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** From the bottom of the page, points. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Pieces that stand far apart: columns of a table. */
  readonly cells: readonly { readonly x: number; readonly text: string }[];
  readonly page: number;
}

interface Part {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly leftwards: boolean;
}

/** In the order of the file: producers print columns one after the other. */
export function linesOf(items: readonly Item[], page: number, isBold: (font: string) => boolean): Line[] {
  const rows: Part[][] = [];
  for (const item of items) {
    if (item.str === "") continue;
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
    // Text that stands upright on the margin (the stamp of a preprint server) is no line of the page.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = Math.hypot(b, d) || item.height;
    const part: Part = {
      text: item.str,
      x,
      right: x + item.width,
      y,
      size,
      font: item.fontName,
      leftwards: item.dir === "rtl",
    };
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && sameLine(last, part)) row.push(part);
    else if (item.str.trim() !== "") rows.push([part]);
  }
  return rows.map((row) => lineOf(row, page, isBold)).filter((line) => line.text !== "");
}

function sameLine(a: Part, b: Part): boolean {
  const size = Math.max(a.size, b.size, 1);
  // Sub- and superscripts hang within half a line; a step far to the left is a new line at the same height.
  if (Math.abs(a.y - b.y) >= size * 0.5) return false;
  if (a.leftwards || b.leftwards) return a.x - b.right < size * 20;
  return b.x > a.x - size && b.x - a.right < size * 20;
}

function lineOf(row: readonly Part[], page: number, isBold: (font: string) => boolean): Line {
  let text = "";
  const cells: { x: number; text: string }[] = [];
  let right = row[0]?.x ?? 0;
  let left = row[0]?.right ?? 0;
  const leftwards = row.some((part) => part.leftwards);
  for (const part of row) {
    const gap = leftwards ? left - part.right : part.x - right;
    const wide = !leftwards && gap > part.size * 1.4;
    if (cells.length === 0 || (wide && part.text.trim() !== "")) cells.push({ x: part.x, text: "" });
    if (text !== "" && gap > part.size * 0.15 && !/\s$/u.test(text) && !/^\s/u.test(part.text)) {
      text += " ";
      const cell = cells.at(-1);
      if (cell && cell.text !== "") cell.text += " ";
    }
    text += part.text;
    const cell = cells.at(-1);
    if (cell) cell.text += part.text;
    right = Math.max(right, part.right);
    left = part.x;
  }
  const main = row.reduce((best, part) => (part.text.trim().length > best.text.trim().length ? part : best));
  const written = row.filter((part) => part.text.trim() !== "");
  return {
    text: text.replace(/\s+/gu, " ").trim(),
    x: row[0]?.x ?? 0,
    right,
    y: main.y,
    size: Math.round(main.size * 2) / 2,
    bold: written.every((part) => isBold(part.font)),
    cells: cells
      .map((cell) => ({ x: cell.x, text: cell.text.replace(/\s+/gu, " ").trim() }))
      .filter((cell) => cell.text !== ""),
    page,
  };
}

/** Producers often print the title or a box last: what stands wholly above comes first, columns stay one after the other. */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.y - line.y > -last.size) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const boxes = runs.map((run) => ({
    run,
    top: Math.max(...run.map((line) => line.y + line.size)),
    bottom: Math.min(...run.map((line) => line.y)),
    x: Math.min(...run.map((line) => line.x)),
    right: Math.max(...run.map((line) => line.right)),
  }));
  const ordered: Line[] = [];
  while (boxes.length > 0) {
    const next = boxes.findIndex(
      (box) =>
        !boxes.some(
          (other) => other !== box && other.bottom > box.top - 1 && other.x < box.right && other.right > box.x,
        ),
    );
    ordered.push(...(boxes.splice(Math.max(next, 0), 1)[0]?.run ?? []));
  }
  return ordered;
}

const numberless = (text: string): string => text.replace(/\d+/gu, "#").toLowerCase().trim();

export interface PageLines {
  readonly lines: readonly Line[];
  /** Of the page, points. */
  readonly height: number;
}

/** The part of a page at its top and at its bottom where running heads stand. */
const EDGE = 0.1;

/** Lines that stand at the top or bottom of many pages, and page numbers. */
export function runningHeads(pages: readonly PageLines[]): Set<Line> {
  const edge = pages.map(({ lines, height }) =>
    lines.filter((line) => line.y > height * (1 - EDGE) || line.y < height * EDGE),
  );
  const counts = new Map<string, number>();
  for (const lines of edge)
    for (const key of new Set(lines.map((line) => numberless(line.text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(3, Math.ceil(pages.length * 0.3));
  const found = new Set<Line>();
  for (const lines of edge) {
    for (const line of lines) {
      const key = numberless(line.text);
      const pageNumber = /^(?:page )?[-–—|\s]*#[-–—|\s]*(?:(?:of|\/) ?#)?$/u.test(key) && pages.length > 1;
      if (pageNumber || (counts.get(key) ?? 0) >= least) found.add(line);
    }
  }
  return found;
}
