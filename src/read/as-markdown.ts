// Plain text and tables of other formats as Markdown that reads as they did; markdown/harmless.ts is for pages that kb writes.

/** What would be read as marks is escaped; an underscore within a name (`user_id`) is none. */
export function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>$]|(?<![\p{Alpha}\p{N}])_|_(?![\p{Alpha}\p{N}])|(?<==)=|(?<=%)%|(?<=~)~/gu, "\\$&");
}

/** A paragraph: marks that count only at a line's start too. */
export function escapedParagraph(text: string): string {
  return escaped(text).replace(
    /^(\s*)(#{1,6}(?=\s)|[-+>](?=\s)|\d+(?=[.)]\s)|={3,}|-{3,})/gmu,
    (_, space: string, mark: string) => (/^\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`),
  );
}

/** The first row is the head. Cells are plain text. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cell(row[i] ?? "")).join(" | ")} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${" --- |".repeat(width)}`, ...rest.map(line)].join("\n");
}

function cell(text: string): string {
  return escaped(text.replace(/\s+/gu, " ").trim()).replaceAll("|", "\\|");
}
