// One reader a format, loaded when a file of it comes.
import type { Reader, ReadResult } from "./result.ts";

export const READERS = {
  markdown: async () => (await import("./formats/markdown.ts")).readMarkdown,
  text: async () => (await import("./formats/text.ts")).readText,
  html: async () => (await import("./formats/html.ts")).readHtml,
  pdf: async () => (await import("./formats/pdf.ts")).readPdf,
  docx: async () => (await import("./formats/docx.ts")).readDocx,
  pptx: async () => (await import("./formats/pptx.ts")).readPptx,
  odt: async () => (await import("./formats/odt.ts")).readOdt,
  rtf: async () => (await import("./formats/rtf.ts")).readRtf,
  epub: async () => (await import("./formats/epub.ts")).readEpub,
  sheet: async () => (await import("./formats/sheet.ts")).readSheet,
  csv: async () => (await import("./formats/csv.ts")).readCsv,
  notebook: async () => (await import("./formats/notebook.ts")).readNotebook,
  json: async () => (await import("./formats/json.ts")).readJson,
  feed: async () => (await import("./formats/feed.ts")).readFeed,
  transcript: async () => (await import("./formats/transcript.ts")).readTranscript,
  mail: async () => (await import("./formats/mail.ts")).readMail,
  outlook: async () => (await import("./formats/outlook.ts")).readOutlook,
  image: async () => (await import("./formats/image.ts")).readImage,
  archive: async () => (await import("./formats/archive.ts")).readArchive,
} satisfies Record<string, () => Promise<Reader>>;

export type Format = keyof typeof READERS;

/** Parsers of other people's formats may hang or die: these run in the child. */
export const ISOLATED: ReadonlySet<Format> = new Set([
  "html",
  "pdf",
  "docx",
  "pptx",
  "odt",
  "epub",
  "sheet",
  "feed",
  "mail",
  "outlook",
  "image",
  "archive",
]);

/** In this process. */
export async function readHere(format: string, bytes: Uint8Array, path: string): Promise<ReadResult> {
  if (!Object.hasOwn(READERS, format)) return { kind: "skipped", reason: `no reader for ${format}` };
  const reader: Reader = await READERS[format as Format]();
  return await reader(bytes, path, {});
}
