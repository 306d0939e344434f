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

export interface Piece {
  readonly x: number;
  readonly text: string;
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
  readonly cells: readonly Piece[];
  /** The same, parted at each gap that is wider than one between words. */
  readonly pieces: readonly Piece[];
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

function lineOf(given: readonly Part[], page: number, isBold: (font: string) => boolean): Line {
  const row = leftwardsOf(given);
  const base = row.reduce((best, part) => (part.text.trim().length > best.text.trim().length ? part : best));
  let text = "";
  const cells: { x: number; text: string }[] = [];
  const pieces: { x: number; text: string }[] = [];
  let right = row[0]?.x ?? 0;
  let left = row[0]?.right ?? 0;
  const leftwards = row.some((part) => part.leftwards);
  for (const part of row) {
    // Blanks are stretched, and say nothing of where the next word stands.
    if (part.text.trim() === "") {
      text += " ";
      continue;
    }
    const gap = leftwards ? left - part.right : part.x - right;
    const wide = !leftwards && gap > part.size * 1.4;
    const apart = gap > part.size * 0.15 || (isFootnoteMark(part, base) && /\p{Alpha}{3}$/u.test(text));
    if (apart && text !== "") text += " ";
    const last = cells.at(-1);
    const added = /\s$/u.test(text) ? ` ${part.text}` : part.text;
    const piece = pieces.at(-1);
    if (!piece || gap > part.size * 0.6) pieces.push({ x: part.x, text: part.text });
    else piece.text += added;
    if (!last || wide) cells.push({ x: part.x, text: part.text });
    else last.text += added;
    text += part.text;
    right = Math.max(right, part.right);
    left = part.x;
  }
  const written = row.filter((part) => part.text.trim() !== "");
  return {
    text: (leftwards ? withLamAlef(text) : text).replace(/\s+/gu, " ").trim(),
    x: Math.min(...row.map((part) => part.x)),
    right,
    y: base.y,
    size: Math.round(base.size * 2) / 2,
    bold: written.every((part) => isBold(part.font)),
    cells: cells.map(squeezed),
    pieces: pieces.map(squeezed),
    page,
  };
}

function squeezed({ x, text }: Piece): Piece {
  return { x, text: text.replace(/\s+/gu, " ").trim() };
}

/** Raised, small and a number: it is no part of the word that it stands at ("centre1"). */
function isFootnoteMark(part: Part, base: Part): boolean {
  return part.size <= base.size * 0.8 && part.y - base.y > base.size * 0.2 && /^\d{1,3}\)?$/u.test(part.text);
}

/** A line that is read from the right: producers print its parts in any order. Blanks between them go by place. */
function leftwardsOf(row: readonly Part[]): readonly Part[] {
  const letters = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.text.trim().length, 0);
  if (letters(row.filter((part) => part.leftwards)) * 2 < letters(row)) return row;
  return row.filter((part) => part.text.trim() !== "").sort((a, b) => b.x - a.x);
}

/** The ligature of lam and alef comes apart in the wrong order: no word has an alef before a hamza on alef before lam. */
function withLamAlef(text: string): string {
  return text.replace(/ا([أإآ])ل/gu, "ال$1").replace(/اال(?=\p{Alpha})/gu, "الا");
}

/** Producers often print the title or a box last: what stands wholly above comes first, columns stay one after the other. */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.y - line.y > -last.size) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const boxes = withoutHoles(runs.map(boxOf));
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

interface Box {
  readonly run: readonly Line[];
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly right: number;
}

function boxOf(run: readonly Line[]): Box {
  return {
    run,
    top: Math.max(...run.map((line) => line.y + line.size)),
    bottom: Math.min(...run.map((line) => line.y)),
    x: Math.min(...run.map((line) => line.x)),
    right: Math.max(...run.map((line) => line.right)),
  };
}

/** A run that leaves room for another (a table printed last, the columns below a banner) is parted there. */
function withoutHoles(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => {
    const parts: Line[][] = [];
    for (const line of box.run) {
      const last = parts.at(-1)?.at(-1);
      const fits = (other: Box): boolean =>
        last !== undefined &&
        other !== box &&
        other.top <= last.y + last.size * 0.4 &&
        other.bottom >= line.y + line.size * 0.6 &&
        other.x < box.right &&
        other.right > box.x;
      if (last && !boxes.some(fits)) parts.at(-1)?.push(line);
      else parts.push([line]);
    }
    return parts.map(boxOf);
  });
}

/** Page numbers of prefaces are Roman. */
const numberless = (text: string): string =>
  text
    .replace(/\d+|(?<=^|\s)[ivxl]{1,7}(?=$|\s)/gu, "#")
    .toLowerCase()
    .trim();

export interface PageLines {
  readonly lines: readonly Line[];
  /** Of the page, points. */
  readonly height: number;
}

/** The part of a page at its top and at its bottom where running heads stand. */
const EDGE = 0.1;

/** Shares of the pages that must have it: chapters and the two sides of a sheet have their own, and carry page numbers. */
const WITH_NUMBER = 0.12;
const WITHOUT_NUMBER = 0.3;

/** Lines that stand at the top or bottom of many pages, and page numbers. */
export function runningHeads(pages: readonly PageLines[]): Set<Line> {
  const edge = pages.map(({ lines, height }) =>
    lines.filter((line) => line.y > height * (1 - EDGE) || line.y < height * EDGE),
  );
  const counts = new Map<string, number>();
  for (const lines of edge)
    for (const key of new Set(lines.map((line) => numberless(line.text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = (key: string): number =>
    Math.max(3, Math.ceil(pages.length * (/^#\s|\s#$/u.test(key) ? WITH_NUMBER : WITHOUT_NUMBER)));
  const found = new Set<Line>();
  for (const lines of edge) {
    for (const line of lines) {
      const key = numberless(line.text);
      const pageNumber = /^(?:page )?[-–—|\s]*#[-–—|\s]*(?:(?:of|\/) ?#)?$/u.test(key) && pages.length > 1;
      if (pageNumber || (counts.get(key) ?? 0) >= least(key)) found.add(line);
    }
  }
  return found;
}
