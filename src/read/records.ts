// Records (posts, messages, bookmarks) by their fields, whatever file they stand in -> Documents: posts by author and month, else one.
import type { Document, DocumentMeta, Removal } from "../core/document.ts";
import { byCodePoint } from "../text/order.ts";
import { escaped, escapedParagraph } from "./as-markdown.ts";
import { documentOf, type Mark } from "./document.ts";
import { authorsOf } from "./properties.ts";
import { titleFromPath } from "./title.ts";

export type Fields = Readonly<Record<string, unknown>>;

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
const AUTHOR = ["author", "user", "username", "sender", "from", "creator", "screen_name", "by", "contact_name"];
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
  "creationdate",
];
const LINK = ["url", "link", "href", "permalink", "source"];
const KNOWN: ReadonlySet<string> = new Set([...TEXT, ...TITLE, ...AUTHOR, ...DATE, ...LINK]);

/** At least one; several where the records are posts of several months or people. */
export function documentsOfRecords(records: readonly Fields[], path: string, format: string): Document[] {
  const bundles = bundlesOf(records);
  if (bundles.size < 2) return [documentFrom(records, path, format)];
  const name = titleFromPath(path);
  return [...bundles]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([, own]) => {
      const [first] = own;
      const [author, month] = first ? [field(first, AUTHOR), monthOf(first)] : ["", ""];
      const title = [author || name, month || "undated"].join(", ");
      const meta = { title, titleFromName: true, ...(month ? { published: month } : {}) };
      return { ...documentFrom(own, path, format, meta), posts: true };
    });
}

export function titleOf(record: Fields): string {
  return field(record, TITLE);
}

/** Records that say something, with who said it, when, where or under which title. */
export function isTelling(record: Fields): boolean {
  return field(record, TEXT) !== "" && [TITLE, AUTHOR, DATE, LINK].some((names) => field(record, names) !== "");
}

/** Names of fields that hold the words of a record. */
export function holdsText(name: string): boolean {
  return TEXT.includes(name);
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

function documentFrom(
  records: readonly Fields[],
  path: string,
  format: string,
  more: Partial<DocumentMeta> = {},
): Document {
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
    format,
    markdown,
    opens: false,
    marks,
    leftOut: unreadFields(records),
    meta: { ...more, authors: authors.length === 1 ? authors : [] },
  });
}

/** Names of the fields of which nothing is read, once for all records. */
function unreadFields(records: readonly Fields[]): Removal[] {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  const unread = [...names].filter((name) => !KNOWN.has(name)).sort(byCodePoint);
  if (unread.length === 0) return [];
  return [{ step: "records", reason: "fields that are no text, title, author, date or link", text: unread.join(", ") }];
}

/** An array of objects of which most have a text or a title with a link; at the top or one level below. */
export function recordsIn(value: unknown): Fields[] | undefined {
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

/** Seconds or milliseconds since 1970 become a date, a time stamp loses its seconds; other dates stay as written. */
function dateOf(text: string): string {
  const stamp = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/u.exec(text);
  if (stamp) return `${stamp[1]} ${stamp[2]}`;
  if (!/^\d{9,13}(?:\.\d+)?$/u.test(text)) return text;
  const number = Number(text);
  return new Date(number < 1e11 ? number * 1000 : number).toISOString().slice(0, 10);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
