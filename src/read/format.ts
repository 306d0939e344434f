// What a file is: its first bytes tell before its name does.
import { looksBinary } from "./charset.ts";
import type { Format } from "./readers.ts";
import { isGzip, isTar } from "./tar.ts";
import { looksLikeSpeeches, looksLikeTurns } from "./timed-turns.ts";

const BY_ENDING: Readonly<Record<string, Format>> = {
  md: "markdown",
  markdown: "markdown",
  mdx: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  txt: "text",
  text: "text",
  log: "text",
  rst: "text",
  org: "text",
  adoc: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  mht: "mail",
  mhtml: "mail",
  pdf: "pdf",
  docx: "docx",
  pptx: "pptx",
  odt: "odt",
  rtf: "rtf",
  epub: "epub",
  xlsx: "sheet",
  xls: "sheet",
  xlsm: "sheet",
  ods: "sheet",
  csv: "csv",
  tsv: "csv",
  ipynb: "notebook",
  json: "json",
  jsonl: "json",
  ndjson: "json",
  xml: "feed",
  rss: "feed",
  atom: "feed",
  opml: "feed",
  vtt: "transcript",
  srt: "transcript",
  eml: "mail",
  mbox: "mail",
  msg: "outlook",
  png: "image",
  jpg: "image",
  jpeg: "image",
  gif: "image",
  bmp: "image",
  webp: "image",
  tif: "image",
  tiff: "image",
  zip: "archive",
  tar: "archive",
  tgz: "archive",
  gz: "archive",
};

/** Endings whose text needs no look at its bytes beyond "is it text". */
const TEXTUAL: ReadonlySet<Format> = new Set([
  "markdown",
  "text",
  "html",
  "rtf",
  "csv",
  "notebook",
  "json",
  "feed",
  "transcript",
  "mail",
]);

const KNOWN_UNREAD: Readonly<Record<string, string>> = {
  doc: "an old Word file: save it as .docx",
  ppt: "an old PowerPoint file: save it as .pptx",
  mp3: "sound: kb reads its transcript (.vtt, .srt), not the recording",
  m4a: "sound: kb reads its transcript, not the recording",
  wav: "sound: kb reads its transcript, not the recording",
  mp4: "a film: kb reads its transcript (.vtt, .srt), not the recording",
  mov: "a film: kb reads its transcript, not the recording",
  mkv: "a film: kb reads its transcript, not the recording",
  webm: "a film: kb reads its transcript, not the recording",
  canvas: "a canvas arranges notes; the notes themselves are read",
  base: "a table over notes; the notes themselves are read",
  svg: "a drawing without text that can be trusted",
};

export type Told = { readonly format: Format } | { readonly reason: string };

export function formatOf(bytes: Uint8Array, path: string): Told {
  const ending = /\.([A-Za-z0-9]{1,10})$/u.exec(path)?.[1]?.toLowerCase() ?? "";
  const named = BY_ENDING[ending];
  const seen = bySignature(bytes);
  if (seen === "zip") return zipOf(bytes, named, ending);
  if (seen) return { format: seen };
  if (named && TEXTUAL.has(named))
    return looksBinary(bytes)
      ? { reason: `named .${ending}, but its bytes are no text` }
      : { format: sniffed(named, ending, bytes) };
  if (isOle(bytes) && ((named === "sheet" && ending === "xls") || named === "outlook")) return { format: named };
  if (named)
    return isOle(bytes)
      ? { reason: `named .${ending}, but it is encrypted or of an older format` }
      : { reason: `named .${ending}, but its bytes are not of that format` };
  const known = KNOWN_UNREAD[ending];
  if (known) return { reason: known };
  return { reason: ending === "" ? "a file without an ending, of no known format" : `no reader for .${ending} files` };
}

function bySignature(bytes: Uint8Array): Format | "zip" | undefined {
  if (isGzip(bytes) || isTar(bytes)) return "archive";
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (/^[\s\0]{0,64}%PDF-/u.test(head)) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "zip";
  if (
    head.startsWith("\x89PNG") ||
    head.startsWith("\xff\xd8\xff") ||
    head.startsWith("GIF8") ||
    (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP")
  )
    return "image";
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return "image";
  if (/^BM.{4}\0\0\0\0/su.test(head)) return "image";
  if (head.startsWith("{\\rtf")) return "rtf";
  return undefined;
}

function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Office files, books and plain archives are all zips: the names of their first members tell which. */
function zipOf(bytes: Uint8Array, named: Format | undefined, ending: string): Told {
  const names = Buffer.from(bytes).toString("latin1");
  const has = (text: string): boolean => names.includes(text);
  if (has("application/epub+zip") || has("META-INF/container.xml")) return { format: "epub" };
  if (has("opendocument.text") || (named === "odt" && has("content.xml"))) return { format: "odt" };
  if (has("opendocument.spreadsheet")) return { format: "sheet" };
  if (has("word/document") || has("word\\document")) return { format: "docx" };
  if (has("xl/workbook")) return { format: "sheet" };
  if (has("ppt/presentation")) return { format: "pptx" };
  if (named === "archive" || named === undefined || TEXTUAL.has(named)) return { format: "archive" };
  return { reason: `named .${ending}, but it is an archive of something else` };
}

/** A page saved as .txt, .xml, .eml or .csv, a feed saved as .html: the first tag tells. */
function sniffed(named: Format, ending: string, bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 4000))
    .toString("latin1")
    .replace(/^\uFEFF|^\xef\xbb\xbf/u, "")
    .trimStart();
  if (named === "markdown") return named;
  const page = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/iu.test(head);
  if (named === "csv" || named === "mail" || named === "json" || named === "notebook") return page ? "html" : named;
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF|opml)\b/iu.test(head)) return "feed";
  if (page) return "html";
  if (head.startsWith("WEBVTT")) return "transcript";
  if (ending === "txt") {
    // Names are read in letters, not in bytes; half a letter at the cut harms none.
    const start = new TextDecoder().decode(bytes.subarray(0, 4000));
    if (looksLikeTurns(start) || looksLikeSpeeches(start)) return "transcript";
  }
  return named;
}
