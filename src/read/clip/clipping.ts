// An address -> a note as a web clipper writes it, with its pictures; or the file itself where it is no page.
import type { Document } from "../../core/document.ts";
import { UserError } from "../../core/errors.ts";
import { slugOf } from "../../text/slug.ts";
import { decodeHtml } from "../charset.ts";
import { readFile } from "../registry.ts";
import { type Fetched, type FetchOptions, fetched, PICTURE_LIMITS } from "./fetch.ts";
import { knownPage, withKnown } from "./known-pages.ts";

export interface Clipping {
  /** The address as asked for, without its fragment and marks of campaigns: one page has one. */
  readonly url: string;
  /** File name without ending. */
  readonly name: string;
  readonly ending: string;
  /** Of a page: front matter apart, so that one can see whether the text changed. */
  readonly front: readonly (readonly [string, string | readonly string[]])[];
  /** Markdown of a page, pictures named by their file name; undefined for other files. */
  readonly body?: string;
  /** Of other files. */
  readonly bytes?: Uint8Array;
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly leftOut: readonly string[];
  /** The paper that the page is about, to be kept beside it. */
  readonly paper?: { readonly name: string; readonly bytes: Uint8Array };
}

const MOST_PICTURES = 40;

export async function clipping(
  asked: string,
  options: FetchOptions & { readonly pictures?: boolean } = {},
): Promise<Clipping> {
  const url = plainUrl(asked);
  const reply = await fetched(sourceOf(url), options);
  const isPage =
    /html|xml/u.test(reply.type) ||
    (reply.type === "" && /^\s*</u.test(Buffer.from(reply.bytes.subarray(0, 200)).toString("latin1")));
  if (!isPage) return otherFile(url, reply);
  const named = reply.charset && !/^utf-?8$/iu.test(reply.charset) ? withCharset(reply) : reply.bytes;
  const result = await readFile(named, "page.html", options.signal ? { signal: options.signal } : {});
  const usual = result.kind === "read" ? result.documents[0] : undefined;
  const known = usual && (await knownPage(await decodeHtml(named), reply.url));
  const document = usual && known ? withKnown(usual, known) : usual;
  if (!document)
    throw new UserError(
      `${url}: nothing to read on the page${result.kind === "read" ? "" : ` (${result.reason})`}.`,
      1,
    );
  const name = slugOf(document.meta.title).slice(0, 80) || "page";
  const { body, pictures, leftOut } = await withPictures(document, name, reply.url, options);
  const paper = known?.pdf === undefined ? undefined : await paperAt(known.pdf, name, options, leftOut);
  return {
    url,
    name,
    ending: ".md",
    front: frontOf(document, url),
    body,
    pictures,
    leftOut,
    ...(paper ? { paper } : {}),
  };
}

/** A paper that cannot be had leaves its abstract. */
async function paperAt(
  url: string,
  name: string,
  options: FetchOptions,
  leftOut: string[],
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  try {
    const { bytes } = await fetched(url, options);
    if (Buffer.from(bytes.subarray(0, 5)).toString("latin1") !== "%PDF-") throw new UserError("it is no PDF", 1);
    return { name: `${name}.pdf`, bytes };
  } catch (error) {
    options.signal?.throwIfAborted();
    leftOut.push(`${url}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Fragments and marks of campaigns make no other page. */
export function plainUrl(asked: string): string {
  if (!URL.canParse(asked)) throw new UserError(`${asked} is no address.`, 1);
  const url = new URL(asked);
  url.hash = "";
  for (const key of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)$/u.test(key)) url.searchParams.delete(key);
  return url.href;
}

/** Where the text of some sites really stands: a repository's page is mostly its file list. */
function sourceOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const file =
    hostname === "github.com"
      ? /^\/([^/]+)\/([^/]+)\/blob\/(.+\.(?:md|markdown|txt|ipynb|csv|json))$/u.exec(pathname)
      : null;
  if (file) return `https://raw.githubusercontent.com/${file[1]}/${file[2]}/${file[3]}`;
  return url;
}

function withCharset(reply: Fetched): Uint8Array {
  return Buffer.concat([Buffer.from(`<meta charset="${reply.charset}">`, "latin1"), reply.bytes]);
}

function otherFile(url: string, reply: Fetched): Clipping {
  const last = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "").replace(/[\\/]/gu, "");
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(last)?.[0].toLowerCase() ?? ENDINGS[reply.type] ?? ".txt";
  const name = slugOf(last.replace(/\.[A-Za-z0-9]{1,8}$/u, "") || new URL(url).hostname).slice(0, 80) || "file";
  const typed = reply.type === "application/pdf" ? ".pdf" : ending;
  return { url, name, ending: typed, front: [], bytes: reply.bytes, pictures: [], leftOut: [] };
}

const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "text/csv": ".csv",
  "application/json": ".json",
  "application/epub+zip": ".epub",
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/webp": ".webp",
  "image/gif": ".gif",
};

/** The properties and their order are those of Obsidian Web Clipper; the day of clipping comes from the caller. */
function frontOf({ meta }: Document, url: string): Clipping["front"] {
  return [
    ["title", meta.title],
    ["source", url],
    ...(meta.authors.length > 0
      ? [["author", meta.authors.map((name) => `[[${name.replace(/[[\]|#^]/gu, " ").trim()}]]`)] as const]
      : []),
    ...(meta.published ? [["published", meta.published] as const] : []),
    ...(meta.description ? [["description", meta.description] as const] : []),
    ["tags", ["clippings"]],
  ];
}

const PICTURE = /!\[((?:\\.|[^\]\\])*)\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/gu;

/** Pictures are fetched and named after the note; one that cannot be had becomes its description, never a remote picture. */
async function withPictures(
  document: Document,
  name: string,
  base: string,
  options: FetchOptions & { readonly pictures?: boolean },
): Promise<{ body: string; pictures: { name: string; bytes: Uint8Array }[]; leftOut: string[] }> {
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  const leftOut: string[] = [];
  const saved = new Map<string, string>();
  for (const [, , target] of document.markdown.matchAll(PICTURE)) {
    if (!target || saved.has(target) || options.pictures === false) continue;
    if (!URL.canParse(target, base) || pictures.length >= MOST_PICTURES) {
      leftOut.push(target);
      continue;
    }
    try {
      const reply = await fetched(new URL(target, base).href, { ...options, limits: PICTURE_LIMITS });
      const ending = ENDINGS[reply.type];
      if (!ending || !reply.type.startsWith("image/"))
        throw new UserError(`${reply.type} is no picture that is kept`, 1);
      const file = `${name}-${pictures.length + 1}${ending}`;
      pictures.push({ name: file, bytes: reply.bytes });
      saved.set(target, file);
    } catch (error) {
      options.signal?.throwIfAborted();
      leftOut.push(`${target}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const body = document.markdown.replace(PICTURE, (_, alt: string, target: string) => {
    const file = saved.get(target);
    return file ? `![${alt}](${file})` : alt === "" ? "" : `*${alt}*`;
  });
  return { body: body.replace(/\n{3,}/gu, "\n\n").trim(), pictures, leftOut };
}
