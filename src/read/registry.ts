// Which reader a file gets: by what its bytes say, then by its name; a format without a reader is skipped with a reason.
import { looksBinary } from "./charset.ts";
import type { Reader, ReadOptions, ReadResult } from "./result.ts";

const READERS = {
  markdown: async () => (await import("./formats/markdown.ts")).readMarkdown,
  html: async () => (await import("./formats/html.ts")).readHtml,
  text: async () => (await import("./formats/text.ts")).readText,
} satisfies Record<string, () => Promise<Reader>>;

type Format = keyof typeof READERS;

const BY_ENDING: Readonly<Record<string, Format>> = {
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  txt: "text",
  text: "text",
};

function endingOf(path: string): string {
  return /\.([A-Za-z0-9]{1,10})$/u.exec(path)?.[1]?.toLowerCase() ?? "";
}

function formatOf(bytes: Uint8Array, path: string): Format | { readonly reason: string } {
  const ending = endingOf(path);
  const format = BY_ENDING[ending];
  if (!format) return { reason: ending === "" ? "a file without an ending, of no known format" : `no reader for .${ending} files` };
  if (looksBinary(bytes)) return { reason: `named .${ending}, but its bytes are no text` };
  return format;
}

/** Never throws for what a file holds: a reader's error is the file's failure. */
export async function readFile(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length === 0) return { kind: "skipped", reason: "the file is empty" };
  if (options.maxBytes !== undefined && bytes.length > options.maxBytes) return { kind: "skipped", reason: `larger than ${Math.floor(options.maxBytes / 1e6)} MB` };
  const format = formatOf(bytes, path);
  if (typeof format !== "string") return { kind: "skipped", reason: format.reason };
  try {
    const reader: Reader = await READERS[format]();
    return await reader(bytes, path, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    return { kind: "failed", reason: `could not be read as ${format}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
