// Title, authors, date, address and tags from the properties that clippers, site generators and people write.
import type { DocumentMeta } from "../core/document.ts";
import { decodeEntities } from "../markdown/html-text.ts";
import { standingOf } from "./standing.ts";
import { statedIn } from "./stated.ts";
import { dateFromPath } from "./title.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Keys are compared without case, spaces, dashes and underscores. */
export function metaFromProperties(data: Properties, path: string): Partial<DocumentMeta> {
  const known = new Map<string, unknown>();
  for (const [key, value] of Object.entries(data)) {
    const folded = key.toLowerCase().replace(/[\s_-]+/gu, "");
    if (!known.has(folded)) known.set(folded, value);
  }
  const text = (...keys: string[]): string | undefined => {
    for (const key of keys) {
      const value = textOf(known.get(key));
      if (value !== "") return value;
    }
    return undefined;
  };
  const address = (value: string | undefined): string | undefined => {
    const found = /https?:\/\/[^\s"'<>)\]]+/u.exec(value ?? "");
    return found?.[0];
  };
  const url = address(
    text("url", "source", "sourceurl", "link", "canonicalurl", "canonical", "permalink", "originalurl"),
  );
  // A clipper's `created` is the day of the clipping; elsewhere it is the best there is.
  const created = url === undefined ? text("created", "datecreated", "createdat") : undefined;
  const published =
    text("published", "publishdate", "datepublished", "publishedat", "pubdate", "publicationdate", "date", "issued") ??
    dateFromPath(text("path", "slug") ?? "") ??
    dateFromPath(path) ??
    created ??
    text("year");
  const standing = standingOf({ status: text("status"), category: text("category") });
  const stated = statedIn(data);
  const title = text("title", "name", "headline")?.replace(/\s+/gu, " ");
  const language = text("language", "lang", "locale")?.toLowerCase().split(/[-_]/u)[0];
  const description = text("description", "summary", "excerpt", "abstract");
  const aliases = aliasesOf(known.get("aliases") ?? known.get("alias"));
  return {
    ...(title ? { title } : {}),
    authors: authorsOf(
      known.get("author") ?? known.get("authors") ?? known.get("creator") ?? known.get("by") ?? known.get("byline"),
    ),
    ...(published ? { published: dayOf(published) } : {}),
    ...(url ? { url } : {}),
    ...(language && /^[a-z]{2,3}$/u.test(language) ? { language } : {}),
    ...(description ? { description: decodeEntities(description) } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(standing.length > 0 ? { standing } : {}),
    ...(Object.keys(stated).length > 0 ? { stated } : {}),
    tags: tagsOf(known.get("tags") ?? known.get("tag") ?? known.get("keywords") ?? known.get("categories")),
  };
}

/** "2016-03-23 11:00:00 -4": the hour tells nobody anything, and Obsidian takes it for text. */
const dayOf = (date: string): string => /^(\d{4}-\d\d-\d\d)(?:[T ]\d{1,2}:.*)?$/u.exec(date)?.[1] ?? date;

/** A scalar as a reader would write it; of a list its first. */
function textOf(value: unknown): string {
  if (typeof value === "string") return unlinked(value).trim();
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.length === 0 ? "" : textOf(value[0]);
  if (typeof value === "object" && value !== null && "name" in value) return textOf(value.name);
  return "";
}

/** "[[People/Ada Lovelace|Ada]]" -> "Ada"; "[Ada](url)" -> "Ada". */
function unlinked(text: string): string {
  return text
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/gu, (_, shown: string) => shown.split("/").at(-1) ?? shown)
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1");
}

/** One string may name several people: "Ada Lovelace (@ada), Charles Babbage <c@b.org> and Mary Somerville". */
export function authorsOf(value: unknown): string[] {
  const raw = Array.isArray(value) ? value.map(textOf) : splitNames(textOf(value));
  const names = raw.map((name) =>
    name
      .replace(/\((?:@|https?:)[^)]*\)|<[^>]*>/gu, "")
      .replace(/^(?:by|von|par|por|作者[:：])\s+/iu, "")
      .replace(/\s+/gu, " ")
      .trim()
      .replace(/^@(?=\w)/u, ""),
  );
  return [...new Set(names.filter((name) => /\p{Alpha}/u.test(name) && name.length <= 120 && !/^https?:/u.test(name)))];
}

function splitNames(text: string): string[] {
  if (/[;；、]/u.test(text)) return text.split(/[;；、]/u);
  const parts = text.split(/,\s*(?![^()]*\))/u).flatMap((part) => {
    const both = part.replace(/^\s*and\s+/u, "").split(/\s+(?:and|&)\s+/u);
    return both.length > 1 && (text.includes(",") || both.every((one) => one.trim().includes(" ")))
      ? both
      : [part.replace(/^\s*and\s+/u, "")];
  });
  const [surname, given] = parts;
  // "Lovelace, Ada": one person, turned round only where each part is one word.
  const turned =
    parts.length === 2 &&
    surname &&
    given &&
    /^\p{Upper}[\p{Alpha}'’-]+$/u.test(surname.trim()) &&
    /^\p{Upper}(?:[\p{Alpha}'’-]*|\.(?:\s?\p{Upper}\.)*)$/u.test(given.trim());
  return turned ? [`${given.trim()} ${surname.trim()}`] : parts;
}

/** Obsidian's `aliases`: a list, or names between commas. */
function aliasesOf(value: unknown): string[] {
  const raw = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,，]\s*/u);
  return [...new Set(raw.map((name) => name.replace(/\s+/gu, " ").trim()))].filter(
    (name) => /[\p{Alpha}\p{N}]{2}/u.test(name) && name.length <= 80,
  );
}

function tagsOf(value: unknown): string[] {
  const raw = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;]\s*|\s+(?=#)/u);
  const tags = raw.map((tag) => tag.trim().replace(/^#/u, "")).filter((tag) => tag !== "");
  return [...new Set(tags)];
}
