// .json .jsonl: arrays of records (posts, messages, bookmarks) by their fields; anything else as its own text.
import { escaped } from "../as-markdown.ts";
import { decodeText } from "../charset.ts";
import { documentOf } from "../document.ts";
import { documentsOfRecords, isFields, recordsIn, titleOf } from "../records.ts";
import { type ReadResult, read } from "../result.ts";

export async function readJson(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const text = (await decodeText(bytes)).trim();
  const value = parsed(text);
  if (value === undefined) return { kind: "failed", reason: "it is neither JSON nor a JSON value a line" };
  const records = recordsIn(value);
  if (!records)
    return read(documentOf({ path, format: "json", markdown: outline(value), opens: false, meta: titleIn(value) }));
  return read(...documentsOfRecords(records, path, "json"));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one value: a value a line, where most lines are one.
  }
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  const values = lines.flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  return values.length > 0 && values.length >= lines.length * 0.8 ? values : undefined;
}

function titleIn(value: unknown): { title?: string } {
  const title = isFields(value) ? titleOf(value) : "";
  return title === "" ? {} : { title };
}

/** Keys as nested list items: readable, and every value stands in it. */
function outline(value: unknown, depth = 0): string {
  const pad = "  ".repeat(Math.min(depth, 8));
  if (Array.isArray(value))
    return value
      .slice(0, 2000)
      .map((one) => (isBranch(one) ? `${pad}-\n${outline(one, depth + 1)}` : `${pad}- ${scalar(one)}`))
      .join("\n");
  if (isFields(value))
    return Object.entries(value)
      .map(([key, one]) =>
        isBranch(one)
          ? `${pad}- ${escaped(key)}:\n${outline(one, depth + 1)}`
          : `${pad}- ${escaped(key)}: ${scalar(one)}`,
      )
      .join("\n");
  return scalar(value);
}

function scalar(value: unknown): string {
  return escaped(String(value).replace(/\s+/gu, " "));
}

function isBranch(value: unknown): boolean {
  return Array.isArray(value) || isFields(value);
}
