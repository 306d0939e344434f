// Prints front matter the way Obsidian's Properties like it: flat, lists in block style, quotes only where YAML needs them.
import type { FrontMatter, FrontValue } from "../core/page.ts";

/** One key with its value, without a line end. */
export function printEntry(key: string, value: FrontValue): string {
  const name = /^[\p{L}_][\p{L}\p{N}_ -]*(?<! )$/u.test(key) ? key : JSON.stringify(key);
  if (typeof value === "number" || typeof value === "boolean") return `${name}: ${value}`;
  if (typeof value === "string") return `${name}: ${scalar(value, DATES.has(key))}`;
  if (value.length === 0) return `${name}: []`;
  return [`${name}:`, ...value.map((item) => `  - ${scalar(item, false)}`)].join("\n");
}

const DATES = new Set(["created", "updated", "published", "date"]);

/** Words and shapes that YAML 1.1 or 1.2 takes for something else than text. */
const NOT_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+]?(?:\d[\d_,]*)?\.?\d*(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?)$/iu;
const DATE = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/u;
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)|: |:$|\s#/u;
// Control and format signs that YAML does not print, line separators, lone surrogates.
const UNPRINTABLE =
  /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

function scalar(value: string, date: boolean): string {
  const text = oneLine(value);
  const plain =
    !NOT_TEXT.test(text) &&
    (date || !DATE.test(text)) &&
    !INDICATOR.test(text) &&
    !UNPRINTABLE.test(text) &&
    text !== "";
  return plain ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Values as they read once printed, so that what is printed and what is read back compare as equal. */
export function printableFront(front: FrontMatter): FrontMatter {
  return Object.fromEntries(Object.entries(front).map(([key, value]) => [key, printable(value)]));
}

function printable(value: FrontValue): FrontValue {
  if (typeof value === "string") return oneLine(value);
  return typeof value === "number" || typeof value === "boolean" ? value : value.map(oneLine);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
