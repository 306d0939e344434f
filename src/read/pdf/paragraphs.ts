// Lines -> Markdown: headings by size, paragraphs, lists, tables; hyphens at line ends undone; each block knows its page.
import { escaped, tableOf } from "../as-markdown.ts";
import type { Mark } from "../document.ts";
import type { Line } from "./lines.ts";
import { goesOn, gridAt, rowsAt, type Table } from "./tables.ts";

interface Paragraph {
  readonly lines: Line[];
  readonly table?: Table;
  readonly kind: "text" | "heading" | "item" | "table";
}

// Bullets of symbol fonts come as control characters or from the private area.
const SIGN = "[•●▪◦‣■–—\\u0001-\\u001f\\ue000-\\uf8ff-]";
const BULLET = new RegExp(`^(?:${SIGN}|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+(?=\\S)`, "u");
const BARE_SIGN = new RegExp(`^${SIGN}\\s+`, "u");

export function markdownOfLines(lines: readonly Line[]): {
  readonly markdown: string;
  readonly marks: readonly Mark[];
} {
  const body = bodySize(lines);
  const levels = headingSizes(lines, body);
  const known = wordsOf(lines);
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

interface Words {
  /** With hyphens inside. */
  readonly known: ReadonlySet<string>;
  /** Whole words: none that a line's end cuts or that may be cut. */
  readonly spelt: ReadonlySet<string>;
}

function wordsOf(lines: readonly Line[]): Words {
  const known = new Set<string>();
  const spelt = new Set<string>();
  for (const { text } of lines) {
    const found = [...text.toLowerCase().matchAll(/\p{Alpha}+(?:-\p{Alpha}+)*/gu)];
    for (const [word] of found) known.add(word);
    const cut = /[-\u00ad\u2010]$/u.test(text) ? -1 : found.length;
    for (const [word] of found.slice(1, cut)) spelt.add(word);
  }
  return { known, spelt };
}

function bodySize(lines: readonly Line[]): number {
  const weight = new Map<number, number>();
  for (const line of lines) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Sizes well above the body's, largest first: their rank is the heading's. */
function headingSizes(lines: readonly Line[], body: number): readonly number[] {
  const sizes = new Set(
    lines.filter((line) => line.size >= body * 1.15 && /\p{Alpha}/u.test(line.text)).map((line) => line.size),
  );
  return [...sizes].sort((a, b) => b - a).slice(0, 5);
}

const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\p{Upper}/u;

function isHeading(line: Line, body: number, levels: readonly number[]): boolean {
  if (line.text.length > 160 || !/\p{Alpha}{2}/u.test(line.text) || line.cells.length > 2) return false;
  if (levels.includes(line.size)) return true;
  if (!line.bold || line.size < body * 0.98 || /[.,;:]$/u.test(line.text)) return false;
  return NUMBERED.test(line.text) || line.text.split(" ").length <= 8;
}

function paragraphsOf(lines: readonly Line[], body: number, levels: readonly number[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const allBold = lines.filter((line) => line.bold).length > lines.length * 0.5;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || RULE.test(line.text)) continue;
    const table = rowsAt(lines, i) ?? gridAt(lines, i);
    if (table) {
      const taken = lines.slice(i, i + table.lines);
      const above = paragraphs.at(-1);
      const whole = above?.table && above.lines.at(-1)?.page === line.page - 1 ? goesOn(above.table, table) : undefined;
      if (above && whole) paragraphs.splice(-1, 1, { kind: "table", lines: [...above.lines, ...taken], table: whole });
      else paragraphs.push({ kind: "table", lines: taken, table });
      i += table.lines - 1;
      continue;
    }
    const last = paragraphs.at(-1);
    const previous = last?.lines.at(-1);
    const kind =
      BULLET.test(line.text) && !((line.bold || levels.includes(line.size)) && NUMBERED.test(line.text))
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

/** "Store: Elie": what a form prints line by line is no running text. */
const LABELLED = /^\p{Upper}[\p{Alpha}\p{N} ./#&()-]{0,28}:\s+\S/u;
const RULE = /^[-=_*~·.•\s]{5,}$/u;

function continues(previous: Line, line: Line, before: Paragraph["kind"], kind: Paragraph["kind"]): boolean {
  if (kind === "item") return false;
  if (kind === "text" && LABELLED.test(line.text) && LABELLED.test(previous.text)) return false;
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
    return open && /^\p{Lower}/u.test(line.text) && Math.abs(previous.size - line.size) < 1;
  if (Math.abs(previous.size - line.size) > 1.5) return false;
  if (step > Math.max(previous.size, line.size) * 1.75) return false;
  // An indented line after a full one starts a paragraph.
  return !(line.x > previous.x + line.size * 0.8 && !open && before !== "item");
}

function printed(paragraph: Paragraph, levels: readonly number[], known: Words, body: number): string {
  if (paragraph.table) return tableOf(paragraph.table.rows);
  const text = escaped(joinedLines(paragraph.lines, known));
  if (paragraph.kind === "item") return `- ${text.replace(BARE_SIGN, "")}`;
  if (paragraph.kind !== "heading") return /^(?:#{1,6}|[-+>]|\d+[.)])\s/u.test(text) ? `\\${text}` : text;
  const size = paragraph.lines[0]?.size ?? body;
  const rank = levels.indexOf(size);
  return `${"#".repeat(Math.min(6, rank < 0 ? Math.min(levels.length + 1, 4) : rank + 1))} ${text}`;
}

function joinedLines(lines: readonly Line[], { known, spelt }: Words): string {
  let text = "";
  for (const { text: next } of lines) {
    const broken = /(\p{Alpha}+)[-\u00ad\u2010]$/u.exec(text);
    const start = /^(\p{Lower}+)/u.exec(next);
    if (broken && start) {
      const [whole, hyphened] = [`${broken[1]}${start[1]}`.toLowerCase(), `${broken[1]}-${start[1]}`.toLowerCase()];
      // Two words of the document that it never writes as one were joined by the hyphen: "chat-optimized".
      const pair = [broken[1], start[1]].every(
        (half) => (half?.length ?? 0) > 3 && spelt.has(half?.toLowerCase() ?? ""),
      );
      text = (known.has(hyphened) || pair) && !known.has(whole) ? text + next : text.slice(0, -1) + next;
    } else if (/[\u3000-\u9fff]$/u.test(text) && /^[\u3000-\u9fff]/u.test(next)) text += next;
    else text += text === "" ? next : ` ${next}`;
  }
  return text;
}
