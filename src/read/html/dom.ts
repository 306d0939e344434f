// A page as a tree: linkedom, with the few members that our code and the extractors use.
import { linkedom } from "./quick-linkedom.ts";

export interface Node {
  readonly nodeType: number;
  readonly parentNode: Element | null;
  readonly childNodes: Iterable<Node>;
  textContent: string | null;
  remove(): void;
}

export interface Element extends Node {
  readonly tagName: string;
  innerHTML: string;
  readonly outerHTML: string;
  readonly children: Iterable<Element>;
  readonly nextElementSibling: Element | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  appendChild(node: Node): Node;
  replaceWith(...nodes: (Node | string)[]): void;
}

export interface Page extends Element {
  readonly body: Element | null;
  readonly documentElement: Element;
  readonly title: string;
  createElement(name: string): Element;
}

/** Never fetches, never runs scripts. */
export async function parsePage(html: string, url = ""): Promise<Page> {
  const parseHTML = await linkedom();
  // A fragment has no <html>: linkedom would make its first element the root.
  const whole = /<html[\s>]/iu.test(html.slice(0, 20_000)) ? html : `<html><head></head><body>${html}</body></html>`;
  const document = parseHTML(whole).document as Page & {
    styleSheets?: unknown;
    defaultView?: { getComputedStyle?: unknown };
    URL?: string;
  };
  // What defuddle asks of a browser and linkedom lacks.
  document.styleSheets ??= [];
  if (document.defaultView && !document.defaultView.getComputedStyle)
    document.defaultView.getComputedStyle = () => ({ display: "" });
  if (url !== "") document.URL = url;
  return document;
}

export function tagOf(element: Element): string {
  return element.tagName.toLowerCase();
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? "").replace(/\s+/gu, " ").trim();
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/u;

/** With a space where a line ends on the screen. */
export function shownText(node: Node): string {
  let text = "";
  const visit = (at: Node): void => {
    if (at.nodeType === 3) text += at.textContent ?? "";
    if (!isElement(at)) return;
    const apart = !INLINE.test(tagOf(at));
    if (apart) text += " ";
    for (const child of at.childNodes) visit(child);
    if (apart) text += " ";
  };
  visit(node);
  return text.replace(/\s+/gu, " ").trim();
}

export function wordsIn(text: string): number {
  return text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{Alpha}\p{N}_]+/gu)?.length ?? 0;
}

/** Deepest nesting of tags, by a scan of the text: parsers and extractors recurse, and some are quadratic in it. */
export function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/giu)) {
    if (
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr|th|option|dd|dt)$/iu.test(
        match[2] ?? "",
      ) ||
      match[3] === "/"
    )
      continue;
    depth = match[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
