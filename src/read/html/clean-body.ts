// The body of a page that is no article, without what stands on every page of its site.
import type { Removal } from "../../core/document.ts";
import { type Element, type Page, tagOf, textOf, wordsIn } from "./dom.ts";

const ROLE =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|complementary|menu|menubar|tablist|toolbar)$/u;
const FURNITURE =
  /(?:^|[-_ ])(?:cookies?|consent|gdpr|newsletter|subscri\w*|share\w*|sharing|social\w*|breadcrumbs?|related\w*|recommend\w*|sidebar|side-bar|menu|navbar|nav|navigation|footer|advert\w*|ads?|promo\w*|popup|modal|overlay|skip\w*|pagination|pager|log-?in|sign-?(?:up|in)|banner|toolbar|widget|toc|masthead|offcanvas|drawer|mega\w*|topbar|copyright|disclaimer|print|flyout|dropdown|trending|popular|reply|respond)(?=$|[-_ ])/iu;
const UNSEEN = "script,style,noscript,svg,template,iframe,dialog,select,option,button,input,textarea";

/** Removes in place; whatever holds most of the words stays, be its class what it may. */
export function cleanBody(page: Page, leftOut: Removal[]): Element {
  const body = page.body ?? page.documentElement;
  for (const element of [...body.querySelectorAll(UNSEEN)]) element.remove();
  const total = Math.max(1, wordsIn(textOf(body)));
  for (const element of [...body.querySelectorAll("*")]) {
    if (!element.parentNode) continue;
    const reason = furnitureOf(element);
    if (reason === undefined) continue;
    const most = /^(?:nav|footer)$/u.test(tagOf(element)) ? 0.8 : 0.35;
    if (wordsIn(textOf(element)) / total < most) drop(element, reason, leftOut);
  }
  const left = Math.max(1, wordsIn(textOf(body)));
  for (const element of [...body.querySelectorAll("ul,ol,div,section,p,table")]) {
    if (element.parentNode && isLinkList(element, left)) drop(element, "a list of short links", leftOut);
  }
  return body;
}

function drop(element: Element, reason: string, leftOut: Removal[]): void {
  const text = textOf(element);
  if (text !== "") leftOut.push({ step: "clean body", reason, text: text.slice(0, 300) });
  element.remove();
}

function furnitureOf(element: Element): string | undefined {
  const tag = tagOf(element);
  const role = element.getAttribute("role")?.toLowerCase() ?? "";
  if (/^(?:nav|footer|aside)$/u.test(tag)) return `a <${tag}>`;
  if (ROLE.test(role)) return `its role is ${role}`;
  if (tag === "header") return insideText(element) ? undefined : "a <header>";
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return "hidden";
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute("style") ?? "")) return "hidden";
  if (/^(?:body|main|article|h1)$/u.test(tag)) return undefined;
  const named = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  const found = named.length > 1 ? FURNITURE.exec(named) : null;
  return found ? `its class or id says ${found[0].trim()}` : undefined;
}

function insideText(element: Element): boolean {
  for (let parent = element.parentNode; parent?.tagName; parent = parent.parentNode)
    if (/^(?:main|article)$/iu.test(parent.tagName)) return true;
  return false;
}

function isLinkList(element: Element, all: number): boolean {
  const words = wordsIn(textOf(element));
  if (words < 3 || words / all > 0.3) return false;
  const links = [...element.querySelectorAll("a")];
  if (links.length < 3) return false;
  const linked = links.reduce((sum, link) => sum + wordsIn(textOf(link)), 0);
  return linked / words > 0.8 && linked / links.length < 4;
}
