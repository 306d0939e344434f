// .json .jsonl: arrays of records (posts, messages, bookmarks) by their fields; anything else as its own text.
import type { Document, DocumentMeta } from "../../core/document.ts";
import { byCodePoint } from "../../text/order.ts";
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { decodeText } from "../charset.ts";
import { documentOf, type Mark } from "../document.ts";
import { authorsOf } from "../properties.ts";
import { type ReadResult, read } from "../result.ts";
import { titleFromPath } from "../title.ts";

type Fields = Readonly<Record<string, unknown>>;

const TEXT = [
  "text",
  "full_text",
  "body",
  "content",
  "message",
  "selftext",
  "description",
  "note",
  "comment",
  "caption",
  "summary",
  "extended",
];
const TITLE = ["title", "subject", "name", "headline"];
const AUTHOR = ["author", "user", "username", "sender", "from", "creator", "screen_name", "by"];
const DATE = [
  "date",
  "created_at",
  "createdAt",
  "timestamp",
  "time",
  "published",
  "published_at",
  "created",
  "created_utc",
  "datetime",
  "ts",
];
const LINK = ["url", "link", "href", "permalink", "source"];

export async function readJson(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const text = (await decodeText(bytes)).trim();
  const value = parsed(text);
  if (value === undefined) return { kind: "failed", reason: "it is neither JSON nor a JSON value a line" };
  const records = recordsIn(value);
  if (!records)
    return read(documentOf({ path, format: "json", markdown: outline(value), opens: false, meta: titleIn(value) }));
  const bundles = bundlesOf(records);
  if (bundles.size < 2) return read(documentFrom(records, path));
  const name = titleFromPath(path);
  const documents = [...bundles]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([, own]) => {
      const [first] = own;
      const [author, month] = first ? [field(first, AUTHOR), monthOf(first)] : ["", ""];
      const title = [author || name, month || "undated"].join(", ");
      return documentFrom(own, path, { title, titleFromName: true, ...(month ? { published: month } : {}) });
    });
  return { kind: "read", documents };
}

/** Words of a post; longer ones are articles, whose file stays one source. */
const SHORT = 250;

/** Posts without titles by author and month, so that years of them are no single endless source; empty for records of another sort. */
function bundlesOf(records: readonly Fields[]): ReadonlyMap<string, readonly Fields[]> {
  const bundles = new Map<string, Fields[]>();
  const short = records.filter(
    (record) => field(record, TITLE) === "" && field(record, TEXT).split(/\s+/u).length <= SHORT,
  );
  const dated = records.filter((record) => monthOf(record) !== "");
  if (short.length * 10 < records.length * 9 || dated.length * 10 < records.length * 9) return bundles;
  for (const record of records) {
    const key = `${field(record, AUTHOR)}\n${monthOf(record)}`;
    bundles.set(key, [...(bundles.get(key) ?? []), record]);
  }
  return bundles;
}

/** "2024-03"; empty without a date in figures. */
function monthOf(record: Fields): string {
  const date = dateOf(field(record, DATE));
  if (/^\d{4}-\d{2}/u.test(date)) return date.slice(0, 7);
  const time = Date.parse(date);
  return date !== "" && Number.isFinite(time) ? new Date(time).toISOString().slice(0, 7) : "";
}

function documentFrom(records: readonly Fields[], path: string, more: Partial<DocumentMeta> = {}): Document {
  let markdown = "";
  const marks: Mark[] = [];
  for (const record of records) {
    const { head, body, speaker, time } = recordText(record);
    if (body === "" && head === "") continue;
    if (markdown !== "") markdown += "\n\n";
    marks.push({ start: markdown.length, ...(speaker ? { speaker } : {}), ...(time ? { time } : {}) });
    markdown += [head, body].filter((part) => part !== "").join("\n\n");
  }
  const authors = [...new Set(records.map((record) => field(record, AUTHOR)).filter((name) => name !== ""))];
  return documentOf({
    path,
    format: "json",
    markdown,
    opens: false,
    marks,
    meta: { ...more, authors: authors.length === 1 ? authors : [] },
  });
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

/** An array of objects of which most have a text or a title with a link; at the top or one level below. */
function recordsIn(value: unknown): Fields[] | undefined {
  const arrays = Array.isArray(value) ? [value] : isFields(value) ? Object.values(value).filter(Array.isArray) : [];
  for (const array of arrays) {
    const records = array.filter(isFields);
    const telling = records.filter(
      (record) => field(record, TEXT) !== "" || (field(record, TITLE) !== "" && field(record, LINK) !== ""),
    );
    if (records.length > 0 && telling.length >= records.length * 0.5) return records;
  }
  return undefined;
}

function recordText(record: Fields): { head: string; body: string; speaker: string; time: string } {
  const [title, text, speaker, date, link] = [
    field(record, TITLE),
    field(record, TEXT),
    field(record, AUTHOR),
    dateOf(field(record, DATE)),
    field(record, LINK),
  ];
  const shown = title !== "" ? title : [speaker, date].filter((part) => part !== "").join(", ");
  const head =
    shown === ""
      ? ""
      : `## ${/^https?:/u.test(link) ? `[${escaped(shown)}](<${link.replace(/[<>]/gu, "")}>)` : escaped(shown)}`;
  return { head, body: escapedParagraph(text.replace(/<[^>]+>/gu, " ").trim()), speaker, time: date };
}

function field(record: Fields, names: readonly string[]): string {
  for (const name of names) {
    const value = record[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number" && names === DATE) return String(value);
    if (isFields(value) && names === AUTHOR)
      return authorsOf(value["name"] ?? value["username"] ?? value["screen_name"])[0] ?? "";
  }
  return "";
}

/** Seconds or milliseconds since 1970 become a date; other dates stay as written. */
function dateOf(text: string): string {
  if (!/^\d{9,13}(?:\.\d+)?$/u.test(text)) return text;
  const number = Number(text);
  return new Date(number < 1e11 ? number * 1000 : number).toISOString().slice(0, 10);
}

function titleIn(value: unknown): { title?: string } {
  const title = isFields(value) ? field(value, TITLE) : "";
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

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
