// Rows of cells -> Markdown: whole when small, else what a reader would ask of them.
import { escaped, tableOf } from "./as-markdown.ts";

const WHOLE = 200;
const SAMPLE = 20;
const WIDEST = 40;

/** The first row is the head where its cells are all words. */
export function sheetMarkdown(rows: readonly (readonly string[])[]): string {
  // A sheet may have more rows than a call takes arguments.
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, (_, i) => i)
    .filter((i) => rows.some((row) => (row[i] ?? "") !== ""))
    .slice(0, WIDEST);
  const cells = rows.map((row) => used.map((i) => row[i] ?? ""));
  if (cells.length <= WHOLE) return tableOf(cells);
  const [head = [], ...body] = cells;
  const columns = head.map(
    (name, i) => `- ${escaped(name || `column ${i + 1}`)}: ${columnSays(body.map((row) => row[i] ?? ""))}`,
  );
  return [
    `${body.length} rows, ${head.length} columns.`,
    columns.join("\n"),
    `The first ${SAMPLE} rows:`,
    tableOf(cells.slice(0, SAMPLE + 1)),
  ].join("\n\n");
}

function columnSays(values: readonly string[]): string {
  const filled = values.filter((value) => value !== "");
  const empty = values.length - filled.length;
  const gaps = empty > 0 ? `, ${empty} empty` : "";
  if (filled.length === 0) return "empty";
  const numbers = filled.map((value) => Number(value.replace(/[,\s%$€£]/gu, "")));
  if (numbers.every((value) => Number.isFinite(value))) {
    const [least, most] = numbers.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
    return `numbers from ${least} to ${most}${gaps}`;
  }
  if (filled.every((value) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/u.test(value))) {
    const sorted = [...filled].sort();
    return `dates from ${sorted[0]} to ${sorted.at(-1)}${gaps}`;
  }
  const counts = new Map<string, number>();
  for (const value of filled) counts.set(value, (counts.get(value) ?? 0) + 1);
  const common = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([value, count]) => `${escaped(value.slice(0, 60))} (${count})`);
  return `text, ${counts.size} different${counts.size <= 50 ? `: ${common.join(", ")}` : ""}${gaps}`;
}
