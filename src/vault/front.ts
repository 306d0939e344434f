// Front matter as it stands in a file: cut from the body, split by key so that a person's lines survive as typed, and read as values.
import { createRequire } from "node:module";

export interface PageText {
  /** Between the fences, without them; undefined when there is no front matter. */
  readonly head: string | undefined;
  readonly body: string;
}

export interface Segment {
  readonly key: string;
  /** The key's line and what belongs to it, as typed. */
  readonly text: string;
}

export type Front = Readonly<Record<string, unknown>>;

export function splitPage(text: string): PageText {
  const clean = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const open = /^---[ \t]*\n/u.exec(clean)?.[0].length;
  const close = open === undefined ? null : /^---[ \t]*(?:\n|$(?![\s\S]))/mu.exec(clean.slice(open));
  if (open === undefined || close === null) return { head: undefined, body: clean };
  return {
    head: clean.slice(open, open + close.index).replace(/\n$/u, ""),
    body: clean.slice(open + close.index + close[0].length),
  };
}

const KEY =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'\-[\]{}&*!|>%@`,?:][^:#]*?|[^\s#"'[\]{}&*!|>%@`,][^\s:]*?))[ \t]*:(?:[ \t]|$)/u;

/** Top-level keys in order. Lines before the first key (comments) are a segment with an empty key. */
export function segmentsOf(head: string): Segment[] {
  const segments: { key: string; text: string }[] = [];
  for (const line of head === "" ? [] : head.split("\n")) {
    const match = KEY.exec(line);
    const last = segments.at(-1);
    if (match !== null)
      segments.push({ key: match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3] ?? "", text: line });
    else if (last !== undefined) last.text += `\n${line}`;
    else segments.push({ key: "", text: line });
  }
  return segments;
}

/** Values by key; undefined when it is not a YAML mapping. What kb prints is read without a YAML parser. */
export function parseFront(head: string): Front | undefined {
  return plainFront(head) ?? yamlFront(head);
}

/** "key: value" lines and lists of them, as kb and Obsidian print them; undefined for anything else. */
function plainFront(head: string): Front | undefined {
  const front: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  for (const line of head === "" ? [] : head.split("\n")) {
    const item = /^ {2}- (.+)$/u.exec(line);
    if (item !== null) {
      const value = plainScalar(item[1] ?? "");
      if (list === undefined || value === undefined) return undefined;
      list.push(value);
      continue;
    }
    const pair = /^([A-Za-z_][\w-]*):(?: (.+))?$/u.exec(line);
    const key = pair?.[1];
    if (pair === null || key === undefined || Object.hasOwn(front, key) || key === "__proto__") return undefined;
    if (pair[2] === undefined) {
      list = [];
      front[key] = list;
    } else {
      const value = pair[2] === "[]" ? [] : plainScalar(pair[2]);
      if (value === undefined) return undefined;
      front[key] = value;
      list = undefined;
    }
  }
  for (const [key, value] of Object.entries(front))
    if (Array.isArray(value) && value.length === 0 && !head.includes(`${key}: []`)) front[key] = null;
  return front;
}

function plainScalar(text: string): unknown {
  if (text.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === "string" ? value : undefined;
    } catch {
      return undefined;
    }
  }
  if (/^[-?:,[\]{}#&*!|>'"%@`~]|: |:$| #|^\s|\s$|\t/u.test(text)) return undefined;
  if (/^(?:true|false)$/u.test(text)) return text === "true";
  if (/^(?:null|Null|NULL|True|TRUE|False|FALSE)$/u.test(text)) return undefined;
  if (/^(?:0|[1-9]\d*)$/u.test(text)) return Number(text);
  // Of ten hashes six begin with a digit: with one of these letters none is a number in any YAML.
  if (/^\d[\da-f]*[acdf][\da-f]*$/u.test(text)) return text;
  // Anything else that may be a number in some YAML goes to the parser.
  return /^[-+.]?\d[\w.+-]*$|^[-+]?\./u.test(text) && !/^\d{4}-\d\d-\d\d$/u.test(text) ? undefined : text;
}

const require = createRequire(import.meta.url);

function yamlFront(head: string): Front | undefined {
  // Loaded when it is needed only: most vaults have no page that needs it, and it costs 20 ms.
  const { parseDocument } = require("yaml") as typeof import("yaml");
  try {
    const document = parseDocument(head, { uniqueKeys: false, strict: false, logLevel: "silent" });
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    if (value === null || value === undefined) return {};
    return typeof value === "object" && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
