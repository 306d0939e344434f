// .csv .tsv: a table, its delimiter and encoding found out.
import { decodeText } from "../charset.ts";
import { documentOf } from "../document.ts";
import { type ReadResult, read } from "../result.ts";
import { sheetMarkdown } from "../sheets.ts";

export async function readCsv(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const { default: papa } = await import("papaparse");
  const text = await decodeText(bytes);
  const parsed = papa.parse<string[]>(text.trim(), {
    skipEmptyLines: "greedy",
    ...(/\.tsv$/iu.test(path) ? { delimiter: "\t" } : {}),
  });
  const leftOut = parsed.errors
    .filter((error) => error.type === "Quotes")
    .slice(0, 5)
    .map((error) => ({ step: "csv", reason: `row ${(error.row ?? 0) + 1}: ${error.message}`, text: "" }));
  return read(documentOf({ path, format: "csv", markdown: sheetMarkdown(parsed.data), opens: false, leftOut }));
}
