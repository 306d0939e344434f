// .docx: mammoth gives HTML with headings, lists, tables and notes; equations and comments are put in before and after.
import type { Removal } from "../../core/document.ts";
import { documentOf } from "../document.ts";
import { type Page, parsePage, textOf } from "../html/dom.ts";
import { markdownOfWhole } from "../html/to-markdown.ts";
import { coreProperties } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
import { withEquations } from "../word-equations.ts";
import { checkZip } from "../zip.ts";

/** Added by Word to descriptions that it made itself. */
const OFFICE_NOTE = /\s*AI-generated content may be incorrect\.?\s*$/u;
const WORDS_OF_PLACE = 6;
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
        // A linked picture has no type.
        src: `image.${String(image.contentType ?? "").split("/")[1] ?? "png"}`,
      })),
    },
  );
  const leftOut: Removal[] = converted.messages
    .filter((one) => one.type === "error")
    .map((one) => ({
      step: "docx",
      reason: /image|picture/iu.test(one.message) ? "a picture that the file links instead of holding it" : one.message,
      text: /'([^']+)'/u.exec(one.message)?.[1] ?? "",
    }));
  const page = await parsePage(converted.value);
  for (const paragraph of page.querySelectorAll("td > p, th > p")) if (textOf(paragraph) === "") paragraph.remove();
  for (const picture of page.querySelectorAll("img[alt]"))
    picture.setAttribute("alt", (picture.getAttribute("alt") ?? "").replace(OFFICE_NOTE, ""));
  commentsBelow(page);
  const markdown = (await markdownOfWhole(page.body?.innerHTML ?? "")).replace(
    /\u{F0001}([\s\S]*?)\u{F0002}/gu,
    (_, tex: string) => unescaped(tex),
  );
  return read(documentOf({ path, format: "docx", markdown, opens: false, leftOut, meta: await coreProperties(bytes) }));
}

/** Remarks in the margin are no words of the text: they stand below it, each with the words that it hangs on. */
function commentsBelow(page: Page): void {
  // Ids come from the file and may hold anything: they are compared, never made a selector.
  const marks = new Map([...page.querySelectorAll("a[href]")].map((mark) => [mark.getAttribute("href"), mark]));
  const remarks = [...page.querySelectorAll("dt[id^=comment-]")].map((term) => ({
    term,
    said: term.nextElementSibling,
    mark: marks.get(`#${term.getAttribute("id")}`),
  }));
  const list = page.createElement("ul");
  for (const { term, said, mark } of remarks) {
    const above = mark?.parentNode?.parentNode;
    const before = above && mark ? (textOf(above).split(textOf(mark))[0] ?? "").trim() : "";
    for (const back of [...(said?.querySelectorAll("a[href^='#comment-ref']") ?? [])]) back.remove();
    const item = page.createElement("li");
    const place = before.split(" ").slice(-WORDS_OF_PLACE).join(" ");
    item.textContent = `${place === "" ? "" : `On “${place}”: `}${textOf(said)}`;
    list.appendChild(item);
    (mark?.parentNode?.tagName === "SUP" ? mark.parentNode : mark)?.remove();
    said?.remove();
    term.remove();
  }
  if (remarks.length === 0) return;
  const heading = page.createElement("h2");
  heading.textContent = "Comments";
  for (const one of [heading, list]) page.body?.appendChild(one);
}

/** Formulas went through as text: what was escaped on the way is put back. */
function unescaped(tex: string): string {
  return tex.replace(/\\([\\`*_{}[\]()#+\-.!<>$|~])/gu, "$1");
}
