// Which part of a page is its text: Readability for articles, defuddle for the rest, the cleaned body where both find little.
import type { Removal } from "../../core/document.ts";
import { decodeEntities } from "../../markdown/html-text.ts";
import { quietly } from "../quiet.ts";
import { cleanBody } from "./clean-body.ts";
import { isElement, type Node, type Page, parsePage, tagOf, textOf, wordsIn } from "./dom.ts";

export interface Extracted {
  readonly html: string;
  readonly by: "readability" | "defuddle" | "body";
  /** Defuddle's own Markdown, where it made the choice. */
  readonly markdown?: string;
  /** In the HTML that defuddle chose: its Markdown sometimes lacks a part of them. */
  readonly words?: number;
  readonly leftOut: readonly Removal[];
  /** Its lines of date and calls to subscribe still stand in it. */
  readonly article?: boolean;
  /** What the extractor found out besides, for want of better. */
  readonly byline?: string;
  readonly published?: string;
}

export interface PageKind {
  /** og:type or JSON-LD calls it an article, and no product. */
  readonly article: boolean;
  /** Not by og:type alone. */
  readonly surely: boolean;
  readonly url: string;
}

// Chosen on every second page of two public sets; the bench reports the other half apart.
const ARTICLE_WORDS = 60;
const ARTICLE_SHARE = 0.1;
const AGREEMENT = 0.75;
const AGREED_SHARE = 0.2;
const SAME = 0.9;
const SHORT_PAGE = 500;
const LEAST_OF_OTHER = 0.4;
const LEAST_OF_PAGE = 0.4;
const LEAST_OF_BODY = 0.2;
const MOST_OF_PAGE = 1.2;
const FEW_WORDS = 100;
/** Lines that `--explain` shows of what an extractor dropped. */
const MOST_TOLD = 300;
/** Articles inside what was taken for one: a page that lists them. */
const LISTED = 5;

/** What Readability drops or flattens and defuddle keeps. */
const RICH = /<math[\s>]|katex|mathjax|<pre[\s>]|footnote|role="doc-|class="[^"]*(?:callout|admonition)/iu;

/** `page` is used up. */
export async function extracted(html: string, page: Page, kind: PageKind): Promise<Extracted> {
  const seen = visibleWords(page);
  const article = await byReadability(page);
  const articleWords = wordsIn(article?.text ?? "");
  const asArticle = (): Extracted => ({
    html: article?.html ?? "",
    by: "readability",
    article: true,
    leftOut: untold(html, article?.text ?? "", "Readability"),
    ...(article?.byline ? { byline: article.byline } : {}),
  });
  const lists = kind.article && !kind.surely && (await listsArticles(article?.html ?? "", articleWords));
  const likely = kind.article && !lists && articleWords >= ARTICLE_WORDS;
  const rich = RICH.test(html);
  const short = seen < SHORT_PAGE;
  if (likely && !rich && !short && articleWords >= ARTICLE_SHARE * seen) return asArticle();
  const other = await byDefuddle(html, kind.url);
  const otherWords = wordsIn(other?.text ?? "");
  const agreed = article && other && !other.special && !lists ? agreement(article.text, other.text) : 0;
  const agree = agreed >= AGREEMENT;
  const asOther = (): Extracted => ({
    html: other?.html ?? "",
    by: "defuddle",
    markdown: other?.markdown ?? "",
    words: otherWords,
    leftOut: other?.leftOut ?? [],
    ...(other?.byline ? { byline: other.byline } : {}),
    ...(other?.published ? { published: other.published } : {}),
  });
  // Of the same text the one that keeps footnotes, formulas and code is the better.
  if (agree && rich && articleWords >= AGREED_SHARE * seen) return asOther();
  // On a short page Readability takes furniture along, as it lowers its demands until it finds enough words. Of the same text defuddle prints the better.
  const same = !kind.article && agreed >= SAME;
  const enough = otherWords > 0 && otherWords >= AGREED_SHARE * seen;
  const fromArticle =
    (likely && articleWords >= ARTICLE_SHARE * seen) || (agree && articleWords >= AGREED_SHARE * seen);
  if (other && short && likely && !rich && fromArticle && enough)
    return {
      html: other.html,
      by: "defuddle",
      article: true,
      leftOut: [...other.leftOut, ...untold(article?.html ?? "", other.text, "defuddle")],
    };
  if ((short && fromArticle && enough) || (same && enough)) return asOther();
  // Extractors made for one site know it better than any rule.
  if (other?.special && otherWords >= AGREED_SHARE * seen) return asOther();
  if (likely && articleWords >= ARTICLE_SHARE * seen) return asArticle();
  if (agree && articleWords >= AGREED_SHARE * seen) return asArticle();
  if (likely && articleWords >= LEAST_OF_OTHER * otherWords) return asArticle();
  // More than a visitor sees is data that pages carry along; where he sees next to nothing the mark-up is broken.
  const plausible = seen < FEW_WORDS || otherWords <= MOST_OF_PAGE * seen;
  if (!lists && otherWords >= LEAST_OF_PAGE * seen && otherWords > 0 && plausible) return asOther();
  const leftOut: Removal[] = [];
  const body = cleanBody(await parsePage(html), leftOut);
  const bodyWords = wordsIn(textOf(body));
  if (seen < FEW_WORDS || (bodyWords >= LEAST_OF_BODY * seen && bodyWords <= 1.5 * seen)) {
    return bodyWords === 0 && otherWords > 0 ? asOther() : { html: body.innerHTML, by: "body", leftOut };
  }
  return { html: await withoutFurniture(html), by: "body", leftOut: [] };
}

/** A front page of a section may call itself an article: most of its words stand in the articles that it lists. */
async function listsArticles(html: string, words: number): Promise<boolean> {
  if ((html.match(/<article[\s>]/giu)?.length ?? 0) < LISTED) return false;
  const page = await parsePage(html);
  const listed = [...page.querySelectorAll("article")]
    .filter((one) => one.querySelector("article") === null)
    .map((one) => wordsIn(textOf(one)));
  // One long story with others below it is an article.
  const alike = Math.max(0, ...listed) < words / 3;
  return alike && listed.length >= LISTED && listed.reduce((sum, one) => sum + one, 0) > words / 2;
}

const UNSEEN = /^(?:nav|header|footer|script|style|noscript|svg|template|iframe)$/u;

/** Words outside navigation, header and footer: the measure for what an extractor found. Without a copy of the page. */
export function visibleWords(page: Page): number {
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeType === 3) text += node.textContent ?? "";
    if (!isElement(node) || UNSEEN.test(tagOf(node))) return;
    for (const child of node.childNodes) visit(child);
  };
  visit(page.body ?? page.documentElement);
  return wordsIn(text);
}

async function withoutFurniture(html: string): Promise<string> {
  const page = await parsePage(html);
  for (const element of [...page.querySelectorAll("nav,header,footer,script,style,noscript,svg,template,iframe")])
    element.remove();
  return (page.body ?? page.documentElement).innerHTML;
}

/** Banners that ask for consent stand on pages of every kind; on short ones they pass for text. */
const CONSENT = "[class*=cookie],[id*=cookie],[class*=consent],[id*=consent],[class*=gdpr],[id*=gdpr]";

interface Found {
  readonly html: string;
  readonly text: string;
}

async function byReadability(page: Page): Promise<(Found & { readonly byline?: string }) | undefined> {
  const { Readability } = await import("@mozilla/readability");
  const words = wordsIn(textOf(page.body));
  for (const banner of [...page.querySelectorAll(CONSENT)]) if (wordsIn(textOf(banner)) < 0.3 * words) banner.remove();
  try {
    const found = new Readability(page as never, { keepClasses: true }).parse();
    if (!found?.content) return undefined;
    return { html: found.content, text: found.textContent ?? "", ...(found.byline ? { byline: found.byline } : {}) };
  } catch {
    // It throws on a few pages; the others look at them.
    return undefined;
  }
}

async function byDefuddle(
  html: string,
  url: string,
): Promise<
  | (Found & {
      readonly markdown: string;
      readonly leftOut: readonly Removal[];
      readonly special: boolean;
      readonly byline: string;
      readonly published: string;
    })
  | undefined
> {
  const { Defuddle } = await import("defuddle/node");
  try {
    const page = await parsePage(html, url);
    const found = await quietly(() =>
      Defuddle(page as never, url, { useAsync: false, separateMarkdown: true, debug: true }),
    );
    const text = decodeEntities(
      found.content.replace(/<[^>]+>/gu, (tag) =>
        /^<\/?(?:a|b|i|em|strong|span|code|sup|sub|mark|u|s|small)\b/iu.test(tag) ? "" : " ",
      ),
    );
    const leftOut = (found.debug?.removals ?? [])
      .filter((one) => one.text.trim() !== "")
      .map((one) => ({ step: one.step, reason: one.reason ?? one.selector ?? "", text: one.text.slice(0, 300) }));
    return {
      html: found.content,
      text,
      markdown: found.contentMarkdown ?? "",
      leftOut,
      special: Boolean(found.extractorType),
      byline: found.author,
      published: found.published,
    };
  } catch {
    return undefined;
  }
}

/** Paragraphs that an extractor dropped without a word: Readability tells nothing that it removes, defuddle not all. */
export function untold(html: string, kept: string, step: string): Removal[] {
  const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();
  const rest = flat(kept);
  const seen = html.replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/giu, " ");
  return [...seen.matchAll(/<(p|li|h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/giu)]
    .map((match) => flat(decodeEntities((match[2] ?? "").replace(/<[^>]+>/gu, ""))))
    .filter((text) => text !== "" && !rest.includes(text))
    .slice(0, MOST_TOLD)
    .map((text) => ({ step, reason: "taken for no part of the text", text: text.slice(0, 300) }));
}

/** F1 of the two bags of words. */
function agreement(a: string, b: string): number {
  const [left, right] = [bagOf(a), bagOf(b)];
  let common = 0;
  let all = 0;
  for (const [word, count] of left) {
    common += Math.min(count, right.get(word) ?? 0);
    all += count;
  }
  for (const count of right.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{Alpha}\p{N}_]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
