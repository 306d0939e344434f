// Lines -> Markdown: headings by size, paragraphs, lists, tables; hyphens at line ends undone; each block knows its page.
import { escaped } from "../as-markdown.ts";
import type { Mark } from "../document.ts";
import type { Line } from "./lines.ts";

interface Paragraph {
  readonly lines: Line[];
  readonly kind: "text" | "heading" | "item" | "table";
}

const BULLET = /^(?:[•●▪◦‣■–—-]|\uf0b7|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)/u;

export function markdownOfLines(lines: readonly Line[]): {
  readonly markdown: string;
  readonly marks: readonly Mark[];
} {
  const body = bodySize(lines);
  const levels = headingSizes(lines, body);
  const known = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []));
  let markdown = "";
  const marks: Mark[] = [];
  let before: Paragraph | undefined;
  for (const paragraph of paragraphsOf(lines, body, levels)) {
    const text = printed(paragraph, levels, known, body);
    if (text === "") continue;
    const tight = paragraph.kind === "item" && before?.kind === "item";
    if (markdown !== "") markdown += tight ? "\n" : "\n\n";
    marks.push({ start: markdown.length, page: paragraph.lines[0]?.page ?? 1 });
    markdown += text;
    before = paragraph;
  }
  return { markdown, marks };
}

function bodySize(lines: readonly Line[]): number {
  const weight = new Map<number, number>();
  for (const line of lines) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Sizes well above the body's, largest first: their rank is the heading's. */
function headingSizes(lines: readonly Line[], body: number): readonly number[] {
  const sizes = new Set(
    lines.filter((line) => line.size >= body * 1.15 && /\p{L}/u.test(line.text)).map((line) => line.size),
  );
  return [...sizes].sort((a, b) => b - a).slice(0, 5);
}

const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\p{Lu}/u;

function isHeading(line: Line, body: number, levels: readonly number[]): boolean {
  if (line.text.length > 160 || !/\p{L}{2}/u.test(line.text) || line.cells.length > 2) return false;
  if (levels.includes(line.size)) return true;
  if (!line.bold || line.size < body * 0.98 || /[.,;:]$/u.test(line.text)) return false;
  return NUMBERED.test(line.text) || line.text.split(" ").length <= 8;
}

function paragraphsOf(lines: readonly Line[], body: number, levels: readonly number[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const allBold = lines.filter((line) => line.bold).length > lines.length * 0.5;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const rows = tableAt(lines, i);
    if (rows > 0) {
      paragraphs.push({ kind: "table", lines: lines.slice(i, i + rows) });
      i += rows - 1;
      continue;
    }
    const last = paragraphs.at(-1);
    const previous = last?.lines.at(-1);
    const kind =
      BULLET.test(line.text) && !(line.bold && NUMBERED.test(line.text))
        ? "item"
        : isHeading(line, body, allBold ? levels.filter((size) => size > body * 1.15) : levels) &&
            (levels.includes(line.size) || !allBold)
          ? "heading"
          : "text";
    if (last && previous && last.kind !== "table" && continues(previous, line, last.kind, kind)) last.lines.push(line);
    else paragraphs.push({ kind, lines: [line] });
  }
  return paragraphs;
}

function continues(previous: Line, line: Line, before: Paragraph["kind"], kind: Paragraph["kind"]): boolean {
  if (kind === "item") return false;
  if (before === "heading" || kind === "heading")
    return (
      before === kind &&
      previous.size === line.size &&
      previous.bold === line.bold &&
      previous.page === line.page &&
      previous.y - line.y < line.size * 1.7 &&
      previous.y > line.y &&
      !NUMBERED.test(line.text)
    );
  const open = !/[.!?:。！？]["'”’)\]]?$/u.test(previous.text);
  const step = previous.y - line.y;
  // A new column or page goes on only where the sentence does.
  if (previous.page !== line.page || step < -line.size)
    return open && /^\p{Ll}/u.test(line.text) && Math.abs(previous.size - line.size) < 1;
  if (Math.abs(previous.size - line.size) > 1.5) return false;
  if (step > Math.max(previous.size, line.size) * 1.75) return false;
  // An indented line after a full one starts a paragraph.
  return !(line.x > previous.x + line.size * 0.8 && !open && before !== "item");
}

/** How many lines from `i` on make a table: three or more of at least three cells, or four of two. */
function tableAt(lines: readonly Line[], i: number): number {
  const cells = lines[i]?.cells.length ?? 0;
  if (cells < 2) return 0;
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
  return (cells >= 3 && n >= 3 && full >= 2) ||
    (cells === 2 && n >= 5 && lines.slice(i, i + n).every((line) => line.cells.every((cell) => cell.text.length < 60)))
    ? n
    : 0;
}

function printed(paragraph: Paragraph, levels: readonly number[], known: ReadonlySet<string>, body: number): string {
  if (paragraph.kind === "table") return tableText(paragraph.lines);
  const text = escaped(joinedLines(paragraph.lines, known));
  if (paragraph.kind === "item") return `- ${text.replace(/^(?:[•●▪◦‣■–—-]|\uf0b7)\s+/u, "")}`;
  if (paragraph.kind !== "heading") return /^(?:#{1,6}|[-+>]|\d+[.)])\s/u.test(text) ? `\\${text}` : text;
  const size = paragraph.lines[0]?.size ?? body;
  const rank = levels.indexOf(size);
  return `${"#".repeat(Math.min(6, rank < 0 ? Math.min(levels.length + 1, 4) : rank + 1))} ${text}`;
}

function joinedLines(lines: readonly Line[], known: ReadonlySet<string>): string {
  let text = "";
  for (const { text: next } of lines) {
    const broken = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text);
    const start = /^(\p{Ll}+)/u.exec(next);
    if (broken && start) {
      const [whole, hyphened] = [`${broken[1]}${start[1]}`.toLowerCase(), `${broken[1]}-${start[1]}`.toLowerCase()];
      text = known.has(hyphened) && !known.has(whole) ? text + next : text.slice(0, -1) + next;
    } else if (/[\u3000-\u9fff]$/u.test(text) && /^[\u3000-\u9fff]/u.test(next)) text += next;
    else text += text === "" ? next : ` ${next}`;
  }
  return text;
}

/** Cells go to the column whose left edge is nearest. */
function tableText(lines: readonly Line[]): string {
  const widest = lines.reduce((best, line) => (line.cells.length > best.cells.length ? line : best));
  const columns = widest.cells.map((cell) => cell.x);
  const rows = lines.map((line) => {
    const row = columns.map(() => "");
    for (const cell of line.cells) {
      const column = columns.reduce(
        (best, x, i) => (Math.abs(x - cell.x) < Math.abs((columns[best] ?? 0) - cell.x) ? i : best),
        0,
      );
      row[column] = `${row[column]} ${escaped(cell.text).replaceAll("|", "\\|")}`.trim();
    }
    return `| ${row.join(" | ")} |`;
  });
  return [rows[0], `|${" --- |".repeat(columns.length)}`, ...rows.slice(1)].join("\n");
}
