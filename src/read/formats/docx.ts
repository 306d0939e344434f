// .docx: mammoth gives HTML with headings, lists, tables and notes; equations and comments are put in before and after.
import type { Removal } from "../../core/document.ts";
import { documentOf } from "../document.ts";
import { parsePage, textOf } from "../html/dom.ts";
import { markdownOfWhole } from "../html/to-markdown.ts";
import { coreProperties } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
import { withEquations } from "../word-equations.ts";
import { checkZip } from "../zip.ts";

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Code'] => pre:fresh",
  "comment-reference => sup",
];

export async function readDocx(bytes: Uint8Array, path: string): Promise<ReadResult> {
  await checkZip(bytes);
  const { default: mammoth } = await import("mammoth");
  const buffer = await withEquations(bytes);
  const converted = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: `image.${image.contentType.split("/")[1] ?? "png"}`,
      })),
    },
  );
  const leftOut: Removal[] = converted.messages
    .filter((one) => one.type === "error")
    .map((one) => ({ step: "docx", reason: one.message, text: "" }));
  const page = await parsePage(converted.value);
  for (const paragraph of page.querySelectorAll("td > p, th > p")) if (textOf(paragraph) === "") paragraph.remove();
  const markdown = (await markdownOfWhole(page.body?.innerHTML ?? "")).replace(
    /\u{F0001}([\s\S]*?)\u{F0002}/gu,
    (_, tex: string) => unescaped(tex),
  );
  return read(documentOf({ path, format: "docx", markdown, opens: false, leftOut, meta: await coreProperties(bytes) }));
}

/** Formulas went through as text: what was escaped on the way is put back. */
function unescaped(tex: string): string {
  return tex.replace(/\\([\\`*_{}[\]()#+\-.!<>$|~])/gu, "$1");
}
