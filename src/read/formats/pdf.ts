// .pdf: lines in reading order, headings, tables, pages kept for citations; scanned pages by OCR.
import type { Removal } from "../../core/document.ts";
import { documentOf } from "../document.ts";
import { type Item, inReadingOrder, type Line, linesOf, runningHeads } from "../pdf/lines.ts";
import { completeBuffers } from "../pdf/newer-runtime.ts";
import { markdownOfLines } from "../pdf/paragraphs.ts";
import { scannedLines } from "../pdf/scanned.ts";
import { authorsOf } from "../properties.ts";
import { quietly } from "../quiet.ts";
import { type ReadResult, read } from "../result.ts";
import { isSectionName } from "../title.ts";

const MOST_PAGES = 2000;
const MOST_SCANNED_PAGES = 20;

export async function readPdf(bytes: Uint8Array, path: string): Promise<ReadResult> {
  return await quietly(() => readQuietly(bytes, path));
}

async function readQuietly(bytes: Uint8Array, path: string): Promise<ReadResult> {
  completeBuffers();
  const { getDocumentProxy } = await import("unpdf");
  // pdf.js takes the buffer away: it gets a copy.
  const opened = await getDocumentProxy(new Uint8Array(bytes)).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (opened instanceof Error)
    return {
      kind: "failed",
      reason: /password/iu.test(opened.name + opened.message)
        ? "the PDF is encrypted: save a copy without its password"
        : `the PDF is damaged: ${opened.message}`,
    };
  const pages: Line[][] = [];
  const heights: number[] = [];
  const leftOut: Removal[] = [];
  const scanned: number[] = [];
  for (let number = 1; number <= Math.min(opened.numPages, MOST_PAGES); number++) {
    const page = await opened.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.filter((item): item is typeof item & Item => "str" in item);
    const isBold = await fontTest(page, items);
    pages.push(inReadingOrder(linesOf(items, number, isBold)));
    if ((pages.at(-1)?.length ?? 0) === 0) scanned.push(number);
    heights.push((page.view[3] ?? 792) - (page.view[1] ?? 0));
    page.cleanup();
  }
  if (opened.numPages > MOST_PAGES)
    leftOut.push({
      step: "pages",
      reason: `only the first ${MOST_PAGES} pages are read`,
      text: `${opened.numPages} pages`,
    });
  for (const number of scanned.slice(0, MOST_SCANNED_PAGES)) pages[number - 1] = await scannedLines(opened, number);
  if (scanned.length > MOST_SCANNED_PAGES)
    leftOut.push({
      step: "OCR",
      reason: `only the first ${MOST_SCANNED_PAGES} scanned pages are read`,
      text: scanned.slice(MOST_SCANNED_PAGES).join(", "),
    });
  const heads = runningHeads(pages.map((lines, i) => ({ lines, height: heights[i] ?? 792 })));
  for (const line of heads)
    leftOut.push({
      step: "running heads",
      reason: `repeated at the edge of pages (page ${line.page})`,
      text: line.text,
    });
  const { markdown, marks } = markdownOfLines(pages.flat().filter((line) => !heads.has(line)));
  if (markdown === "")
    return {
      kind: "skipped",
      reason:
        opened.numPages === scanned.length ? "its pages are pictures in which no text was found" : "it holds no text",
    };
  const info = await opened.getMetadata().catch(() => undefined);
  return read(
    documentOf({
      path,
      format: "pdf",
      markdown,
      opens: true,
      marks,
      leftOut,
      meta: statedMeta(info?.info, pages[0] ?? []),
    }),
  );
}

/** Font names are internal ("g_d0_f1"); the loaded font knows its real one. */
async function fontTest(
  page: { getOperatorList(): Promise<unknown>; commonObjs: { has(id: string): boolean; get(id: string): unknown } },
  items: readonly Item[],
): Promise<(font: string) => boolean> {
  if (items.length > 0) await page.getOperatorList().catch(() => undefined);
  const known = new Map<string, boolean>();
  return (font) => {
    const before = known.get(font);
    if (before !== undefined) return before;
    const loaded = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined;
    const name = typeof loaded === "object" && loaded !== null && "name" in loaded ? String(loaded.name) : "";
    const bold = /bold|black|heavy|semibold|[-_,]b(?:d|\d|$)|cmbx|sfbx|bx\d+$|medi\b/iu.test(name);
    known.set(font, bold);
    return bold;
  };
}

/** The title that a program put in is often the file's name; the largest line of page one is better then. */
function statedMeta(info: unknown, first: readonly Line[]): { title?: string; authors?: string[]; published?: string } {
  const fields = typeof info === "object" && info !== null ? (info as Readonly<Record<string, unknown>>) : {};
  const field = (name: string): string => (typeof fields[name] === "string" ? fields[name].trim() : "");
  const stated = field("Title");
  const usable =
    stated.length > 3 &&
    !/\.(?:docx?|pdf|tex|indd|qxd|pages|pptx?|xlsx?|dvi)$|^(?:microsoft word|\(?(?:untitled|anonymous|unspecified|no title)|document\d*|slide \d|layout \d)/iu.test(
      stated,
    );
  const title = usable ? stated : largestLines(first);
  const created = /^D:(\d{4})(\d{2})(\d{2})/u.exec(field("CreationDate"));
  const authors = authorsOf(field("Author")).filter(
    (name) => !/^\(?(?:user|admin|administrator|owner|unknown|author|anonymous|unspecified)\)?$/iu.test(name),
  );
  return {
    ...(title ? { title } : {}),
    authors,
    ...(created ? { published: `${created[1]}-${created[2]}-${created[3]}` } : {}),
  };
}

function largestLines(first: readonly Line[]): string {
  const size = Math.max(0, ...first.map((line) => line.size));
  const start = first.findIndex((line) => line.size === size);
  const title: string[] = [];
  for (let i = start; i >= 0 && first[i]?.size === size && title.length < 4; i++) title.push(first[i]?.text ?? "");
  const text = title.join(" ");
  const rest = first.filter((line) => line.size * 1.15 <= size).length;
  return rest > 2 && text.length <= 200 && !isSectionName(text) && /\p{Alpha}{3}/u.test(text) ? text : "";
}
