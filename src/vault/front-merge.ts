// Front matter three ways: what kb printed last, what stands there now, what kb would print. A person's keys and values stay.
import type { FrontMatter, FrontValue } from "../core/page.ts";
import { type Front, parseFront, type Segment } from "./front.ts";
import { printEntry } from "./front-print.ts";

/** Keys that kb prints. Any other key in a page is a person's. */
const OURS = new Set([
  "title",
  "type",
  "kind",
  "aliases",
  "tags",
  "sources",
  "source",
  "url",
  "author",
  "published",
  "language",
  "words",
  "tier",
  "provisional",
  "confidence",
  "marp",
  "theme",
  "paginate",
  "created",
  "updated",
  "kb_engine",
  "kb_hash",
]);
/** Never a person's to change: kb works by them. */
const FIXED = new Set(["type", "updated", "kb_engine", "kb_hash", "words", "language", "provisional"]);
/** Obsidian rewrites these when a page moves: that is nobody's edit. */
const LINKS = new Set(["source", "sources"]);
/** Kept as they stand when it is unknown what kb printed last: a person may have written them. */
const KEPT_WITHOUT_BASE = new Set(["title", "kind", "author", "published", "tier"]);

export function isOurs(key: string): boolean {
  return OURS.has(key) || key.startsWith("kb_");
}

/** Keys that hold a person's value: their own, and kb's that read otherwise than kb printed them. */
export function changedKeys(base: Front | undefined, theirs: Front): string[] {
  return Object.keys(theirs).filter(
    (key) =>
      !isOurs(key) ||
      (base !== undefined && !FIXED.has(key) && !LINKS.has(key) && key in base && !same(base[key], theirs[key])),
  );
}

/** The values to print under kb's keys. `base` is what kb printed last, if that is known. */
export function mergeFront(base: Front | undefined, theirs: Front, ours: FrontMatter): FrontMatter {
  const merged: Record<string, FrontValue> = {};
  for (const [key, value] of Object.entries(ours)) {
    const result = FIXED.has(key) ? value : mergeValue(key, base, theirs, value);
    if (result !== undefined) merged[key] = result;
  }
  // A key that kb no longer prints stays when a person changed its value.
  for (const [key, value] of Object.entries(theirs)) {
    if (
      key in ours ||
      !isOurs(key) ||
      FIXED.has(key) ||
      base === undefined ||
      same(base[key], value) ||
      !isValue(value)
    )
      continue;
    merged[key] = value;
  }
  return merged;
}

function mergeValue(key: string, base: Front | undefined, theirs: Front, ours: FrontValue): FrontValue | undefined {
  const now = theirs[key];
  const before = base?.[key];
  if (key === "created") return typeof now === "string" && /^\d{4}-\d\d-\d\d/u.test(now) ? now : ours;
  if (now === undefined) return before === undefined ? ours : key === "title" ? ours : undefined;
  if (same(now, ours) || same(now, before)) return ours;
  if (Array.isArray(ours)) {
    // Without the last print, a link in kb's own form is a source of back then, not one that a person added.
    const theirList =
      key === "sources" && base === undefined ? listOf(now).filter((item) => !isPrinted(item)) : listOf(now);
    return mergeList(Array.isArray(before) ? before : undefined, theirList, ours);
  }
  if (base === undefined) return KEPT_WITHOUT_BASE.has(key) && isValue(now) ? now : ours;
  return isValue(now) ? now : ours;
}

/** What a person added stays, what they took out stays out; what kb adds and takes out follows. */
function mergeList(
  before: readonly unknown[] | undefined,
  now: readonly string[],
  ours: readonly string[],
): readonly string[] {
  const was = new Set((before ?? []).map((item) => identity(String(item))));
  const here = new Set(now.map(identity));
  const wanted = new Map(ours.map((item) => [identity(item), item]));
  const removed = new Set([...was].filter((item) => !here.has(item)));
  const result = ours.filter((item) => !removed.has(identity(item)));
  const added = now.filter((item) => !was.has(identity(item)) && !wanted.has(identity(item)));
  return [...result, ...added];
}

/** "[[wiki/sources/a|A]]". */
function isPrinted(item: string): boolean {
  return /^\[\[[^\]|]*\/[^\]|]*\|[^\]]*\]\]$/u.test(item);
}

/** A link is the same when it reads the same: Obsidian rewrites targets when files move. */
function identity(item: string): string {
  return /^\[\[[^\]|]*\|(.*)\]\]$/u.exec(item)?.[1] ?? item;
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(String);
  return value === null || value === undefined ? [] : [String(value)];
}

/** True for what Obsidian's Properties can show. */
export function isValue(value: unknown): value is FrontValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return ["string", "number", "boolean"].includes(typeof value);
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True when a printed head says all that it should: kb's values, and a person's as they were. */
export function saysAll(head: string, values: FrontMatter, theirs: Front): boolean {
  const now = parseFront(head);
  if (now === undefined) return false;
  const kept = Object.entries(theirs).every(([key, value]) => isOurs(key) || same(now[key], value));
  return kept && Object.entries(values).every(([key, value]) => same(now[key], value));
}

/** The whole head: kb's keys in their order, a person's lines as typed and where they stood, kb_hash last. */
export function printFront(values: FrontMatter, theirs: Front, segments: readonly Segment[]): string {
  const order = Object.keys(values);
  const text = new Map<string, string>();
  const keys: string[] = [];
  for (const segment of segments) {
    if (text.has(segment.key)) {
      // The same key twice: the first is kb's to print, a person's later lines of it are not.
      if (!isOurs(segment.key)) text.set(segment.key, `${text.get(segment.key)}\n${segment.text}`);
      continue;
    }
    const value = values[segment.key];
    if (value === undefined && isOurs(segment.key) && segment.key !== "") continue;
    keys.push(segment.key);
    text.set(
      segment.key,
      value === undefined || same(value, theirs[segment.key]) ? segment.text : printEntry(segment.key, value),
    );
  }
  for (const [place, key] of order.entries()) {
    const value = values[key];
    if (text.has(key) || value === undefined) continue;
    const before = order.slice(0, place).findLast((other) => keys.includes(other));
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
    text.set(key, printEntry(key, value));
  }
  const last = keys.filter((key) => key !== "kb_hash");
  if (keys.includes("kb_hash")) last.push("kb_hash");
  return last.map((key) => text.get(key) ?? "").join("\n");
}
