// .html as saved or fetched: metadata, the text without the site around it, as Markdown.
import type { DocumentMeta, Removal } from "../../core/document.ts";
import { decodeHtml } from "../charset.ts";
import { documentOf } from "../document.ts";
import { plainAddresses } from "../html/addresses.ts";
import { nestingOf, parsePage, tagOf, textOf } from "../html/dom.ts";
import { type Extracted, extracted, untold, visibleWords } from "../html/extract.ts";
import { pageMeta, withoutRole } from "../html/metadata.ts";
import { bodyMarkdown, withoutHtmlTables, wordsShown } from "../html/plain-markdown.ts";
import { polish } from "../html/polish.ts";
import { withSpaces } from "../html/spaced.ts";
import { type Thread, threadOf } from "../html/thread.ts";
import { LEAST_KEPT, markdownOf, markdownOfWhole, tidy } from "../html/to-markdown.ts";
import { withoutUnshown } from "../html/unshown.ts";
import { authorsOf } from "../properties.ts";
import { type ReadResult, read } from "../result.ts";

/** Extractors are quadratic in depth: a page nested deeper is no page. */
const DEEPEST = 1500;

export async function readHtml(bytes: Uint8Array, path: string): Promise<ReadResult> {
  return await readHtmlText(await decodeHtml(bytes), path);
}

export async function readHtmlText(html: string, path: string): Promise<ReadResult> {
  if (nestingOf(html) > DEEPEST) return { kind: "failed", reason: `tags are nested more than ${DEEPEST} deep` };
  const stated = await pageAndMeta(withSpaces(withoutUnshown(html)));
  const thread = stated.surely ? undefined : await threadOf(stated.page, stated.html, () => visibleWords(stated.page));
  if (thread) return await threadDocument(thread, stated, path);
  const found = await extracted(stated.html, stated.page, {
    article: stated.article,
    surely: stated.surely,
    url: stated.meta.url ?? "",
  });
  const leftOut: Removal[] = [...found.leftOut];
  const printed = await asMarkdown(found, stated.meta.title ?? "", stated.meta.url ?? "", leftOut);
  const markdown = tidy(plainAddresses(printed));
  const authors = stated.meta.authors?.length
    ? stated.meta.authors
    : personIn(stated.product ? "" : (found.byline ?? ""));
  const published = stated.meta.published ?? found.published?.slice(0, 10);
  return read(
    documentOf({
      path,
      format: "html",
      markdown,
      opens: false,
      leftOut,
      meta: { ...stated.meta, authors, ...(published ? { published } : {}) },
    }),
  );
}

/** Each post under its author and day, so that claims of it stand there too. */
async function threadDocument(
  { posts, text, leftOut }: Thread,
  { meta, html }: { readonly meta: Partial<DocumentMeta>; readonly html: string },
  path: string,
): Promise<ReadResult> {
  const printed = posts.map(({ author, date, html: body }) => {
    const inner = body.replace(/<(\/?)h[1-6]\b/giu, "<$1h3");
    return `<h2>${htmlOf(author)}${date === "" ? "" : `, ${htmlOf(date)}`}</h2>\n${inner}`;
  });
  const markdown = tidy(plainAddresses(await markdownOfWhole(printed.join("\n"), meta.url ?? "")));
  const [first] = posts;
  // A page names every writer somewhere; the thread is its opener's.
  const authors = first ? [first.author] : [];
  const published = first?.date || meta.published;
  return read(
    documentOf({
      path,
      format: "html",
      markdown,
      opens: false,
      leftOut: [...leftOut, ...untold(html, text, "thread")],
      meta: { ...meta, authors, ...(published ? { published } : {}) },
    }),
  );
}

function htmlOf(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
}

/** A byline is prose; it counts when it is a person's name and no more. */
function personIn(byline: string): string[] {
  const names = authorsOf(byline).map(withoutRole);
  return names.length <= 3 &&
    names.every((name) =>
      /^\p{Upper}[\p{Alpha}.'’-]+(?: (?:\p{Upper}|de |van |von )[\p{Alpha}.'’-]*){1,3}$/u.test(name),
    )
    ? names
    : [];
}

async function pageAndMeta(
  html: string,
): Promise<{ page: Awaited<ReturnType<typeof parsePage>>; html: string } & ReturnType<typeof pageMeta>> {
  const page = await parsePage(html);
  if (textOf(page.body ?? page.documentElement) !== "" || html.length < 200)
    return { page, html, ...pageMeta(page, html) };
  // linkedom gives up on some documents (a stray root, XHTML with a prologue); a browser's parser does not.
  const { JSDOM } = await import("jsdom");
  const mended = new JSDOM(html).serialize();
  const second = await parsePage(mended);
  return { page: second, html: mended, ...pageMeta(second, html) };
}

async function asMarkdown(found: Extracted, title: string, url: string, leftOut: Removal[]): Promise<string> {
  if (found.markdown !== undefined && wordsShown(found.markdown) >= LEAST_KEPT * (found.words ?? 0))
    return tidy(await withoutHtmlTables(found.markdown));
  if (!found.article) return tidy(await bodyMarkdown(found.html, url));
  const content = await parsePage(`<html><body><div>${found.html}</div></body></html>`);
  const body = content.body;
  if (!body) return "";
  polish(body, title, leftOut);
  captionsIntoPictures(body);
  return await markdownOf(body.innerHTML, url);
}

/** A caption belongs to its picture: it stays as its description and is no sentence of the text. */
function captionsIntoPictures(body: {
  querySelectorAll(selector: string): Iterable<import("../html/dom.ts").Element>;
}): void {
  for (const caption of [
    ...body.querySelectorAll("figure figcaption,.wp-caption-text,.caption,.image-caption,.photo-caption"),
  ]) {
    const figure = caption.parentNode;
    const picture = figure?.querySelector("img") ?? figure?.parentNode?.querySelector("img");
    const text = textOf(caption);
    if (!picture || !caption.parentNode || text === "" || text.length > 600 || caption.querySelector("img,p + p"))
      continue;
    picture.setAttribute("alt", text);
    caption.remove();
    // A figure with nothing but its picture left would be given its description as a caption again.
    const box = picture.parentNode;
    if (figure && tagOf(figure) === "figure" && box && [...figure.querySelectorAll("img")].length === 1)
      figure.replaceWith(picture);
  }
}
