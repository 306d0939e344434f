// What extractors leave in an article that is not its text: date lines, calls to subscribe, links to other stories, credits.
import type { Removal } from "../../core/document.ts";
import { type Element, isElement, tagOf, textOf, wordsIn } from "./dom.ts";

const CALL =
  /^(?:advert(?:isement)?s?|sign (?:in|up)|log ?in|subscribe|share|share (?:this|on)|tweet|follow us|read more|read next|see more|see also|more from|you may also like|you might also like|recommended|related(?: (?:articles|stories|posts|topics|content))?|related:|also:|also read|don'?t miss|most read|trending|comments?|leave a (?:comment|reply)|skip to (?:main )?content|image copyright|image caption|media caption|getty images|continue reading|story continues|click here|this slideshow requires javascript|tags?|print|email|facebook|twitter|whatsapp|reprints|back to top|load more|show more|get the .{0,40} app|like this story)\b/iu;
const NEWSLETTER =
  /\b(?:(?:sign up|subscribe|get)\b.*\b(?:newsletters?|inbox|updates|alerts|e-?mails?|channel)|follow us on|follow @|download (?:the|our) app|enable javascript|unsupported on your device)\b/iu;
const DATELINE =
  /^(?:by\b|posted|published|updated|last updated|last modified|written by|\|)|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b.{0,12}$|\b\d+ (?:min|minute)s? read\b|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/iu;
const LEAF = "p,li,div,span,h1,h2,h3,h4,h5,h6,a,section,td,figcaption,time,small,em,strong";

/** Removes in place. What is above the first long paragraph and below the last is looked at more strictly. */
export function polish(content: Element, title: string, leftOut: Removal[]): void {
  const leaves = [...content.querySelectorAll(LEAF)].filter((element) => isLeaf(element) && textOf(element) !== "");
  const long = (element: Element): boolean => wordsIn(textOf(element)) >= 20;
  const first = leaves.findIndex(long);
  const folded = fold(title);
  for (const [i, leaf] of leaves.entries()) {
    if (!leaf.parentNode) continue;
    const reason = reasonToDrop(leaf, i < first, folded);
    if (reason === undefined) continue;
    leftOut.push({ step: "polish", reason, text: textOf(leaf).slice(0, 300) });
    leaf.remove();
  }
}

function reasonToDrop(leaf: Element, above: boolean, title: string): string | undefined {
  const text = textOf(leaf);
  const words = wordsIn(text);
  if (words > 30) return undefined;
  if (words <= 12 && CALL.test(text) && !/[.!?]$/u.test(text)) return "a call to the visitor";
  if (words <= 25 && NEWSLETTER.test(text) && linked(leaf)) return "a call to subscribe";
  if (/^(?:related|see more|read more|also|more)\s*:/iu.test(text) && linked(leaf)) return "a link to another story";
  if (!above) return undefined;
  if (title !== "" && fold(text) === title) return "the title once more";
  if (words <= 3 && /^(?:p|div|span|a|small|time)$/u.test(tagOf(leaf)) && !/[.!?:。！？]$/u.test(text))
    return "a scrap above the text";
  if (words <= 16 && DATELINE.test(text) && !/^h[2-6]$/u.test(tagOf(leaf))) return "a line of date and author";
  return undefined;
}

function linked(element: Element): boolean {
  return tagOf(element) === "a" || element.querySelector("a") !== null;
}

/** Without children that are blocks of text. */
function isLeaf(element: Element): boolean {
  if (
    /^(?:span|em|strong|small|a|time)$/u.test(tagOf(element)) &&
    element.parentNode &&
    textOf(element) !== textOf(element.parentNode)
  )
    return false;
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (
      /^(?:p|div|ul|ol|li|table|section|article|h[1-6]|blockquote|pre|figure|img|picture|video|math|dl)$/u.test(
        tagOf(child),
      )
    )
      return false;
    if (!isLeafInside(child)) return false;
  }
  return true;
}

function isLeafInside(element: Element): boolean {
  return (
    element.querySelector(
      "p,div,ul,ol,li,table,section,article,h1,h2,h3,h4,h5,h6,blockquote,pre,figure,img,picture,video,math,dl",
    ) === null
  );
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, " ")
    .trim();
}
