// .xlsx .xls .ods: small sheets whole, big ones by columns, types, ranges and first rows.
import { documentOf } from "../document.ts";
import { coreProperties } from "../office.ts";
import { quietly } from "../quiet.ts";
import { type ReadResult, read } from "../result.ts";
import { sheetMarkdown } from "../sheets.ts";
import { checkZip } from "../zip.ts";

const MOST_ROWS = 20_000;

export async function readSheet(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const packed = bytes[0] === 0x50;
  if (packed) await checkZip(bytes);
  const { read: open, utils } = await import("@e965/xlsx");
  const book = await quietly(async () =>
    open(bytes, { type: "array", cellDates: true, sheetRows: MOST_ROWS, cellFormula: false, cellHTML: false }),
  );
  const parts: string[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: "", blankrows: false });
    const cells = rows.map((row) => row.map((cell) => String(cell ?? "").trim()));
    if (cells.some((row) => row.some((cell) => cell !== ""))) parts.push(`## ${name}\n\n${sheetMarkdown(cells)}`);
  }
  return read(
    documentOf({
      path,
      format: "sheet",
      markdown: parts.join("\n\n"),
      opens: false,
      meta: packed ? await coreProperties(bytes) : {},
    }),
  );
}
