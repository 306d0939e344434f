// HTML that was chosen -> Markdown, by defuddle's standardiser: footnotes, formulas, code languages, callouts and tables hold.
import { quietly } from "../quiet.ts";
import { parsePage, textOf, wordsIn } from "./dom.ts";
import { plainMarkdown, wordsShown } from "./plain-markdown.ts";
import { plainTables } from "./tables.ts";

const KEEP_ALL = {
  useAsync: false,
  separateMarkdown: true,
  removeExactSelectors: false,
  removePartialSelectors: false,
  removeHiddenElements: false,
  removeLowScoring: false,
  removeSmallImages: false,
  removeContentPatterns: false,
  contentSelector: "#kb-content",
} as const;

export async function markdownOf(html: string, url = ""): Promise<string> {
  const { Defuddle } = await import("defuddle/node");
  const page = await parsePage(`<html><head></head><body><article id="kb-content">${html}</article></body></html>`);
  const content = page.querySelector("#kb-content");
  if (!content) return "";
  plainTables(page, content);
  // A description of several paragraphs would end the picture's mark.
  for (const picture of content.querySelectorAll("img[alt]"))
    picture.setAttribute("alt", (picture.getAttribute("alt") ?? "").replace(/\s+/gu, " ").trim());
  const words = wordsIn(textOf(content));
  const plain = content.innerHTML;
  const found = await quietly(() => Defuddle(page as never, url, KEEP_ALL));
  const markdown = tidy(found.contentMarkdown ?? "");
  // Its standardiser takes some contents (a page of headings alone) for clutter: then they are printed without it.
  return wordsShown(markdown) >= LEAST_KEPT * words ? markdown : tidy(await plainMarkdown(plain));
}

/** Of the words that went in. */
export const LEAST_KEPT = 0.9;

const RANK = "\u{F0003}";

/** As markdownOf, for HTML that another format was turned into: headings keep their rank, the first of them too. */
export async function markdownOfWhole(html: string, url = ""): Promise<string> {
  // The standardiser lowers ranks and drops a title: headings go through it as marked paragraphs.
  const marked = html.replace(
    /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/giu,
    (_, rank: string, inner: string) => `<p>${RANK}${rank}${inner.replace(/<br\s*\/?>/giu, " ")}</p>`,
  );
  const markdown = await markdownOf(marked, url);
  return markdown
    .replace(new RegExp(`^${RANK}([1-6])[ \\t]*(.*)$`, "gmu"), (_, rank: string, text: string) =>
      text.trim() === "" ? "" : `${"#".repeat(Number(rank))} ${text.trim()}`,
    )
    .replaceAll(RANK, "");
}

/** A link around blocks, which the printer breaks over lines: its text stays. */
const BROKEN_LINK =
  /(?<!!)\[[ \t]*\n\s*((?:[^[\]]|!?\[[^\]]*\]\([^)\n]*\))*?)\s*\n[ \t]*\]\([^()\s]*(?:\([^)\n]*\)[^()\s]*)*(?:[ \t]+"[^"\n]*")?\)/gu;

/** LF, at most one blank line between blocks, no space at line ends but hard breaks. */
export function tidy(markdown: string): string {
  return markdown
    .replace(BROKEN_LINK, "\n\n$1\n\n")
    .replace(/\r\n?/gu, "\n")
    .replace(/\u00a0/gu, " ")
    .replace(/(?<! {2})[ \t]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
