// The title of a page, of what it states for machines, shows in its tab and prints as its heading.
import { type Page, shownText, textOf } from "./dom.ts";

const SEPARATOR = /\s+[|•·»:–—-]\s+|\s*[|»]\s*/u;
/** Of the longer one's words, for a heading to say the same as the stated title in other words. */
const LIKE = 0.5;

/** The H1 where it says the same as the title, or the same in other words; else the stated title without the site's name. */
export function titleOf(page: Page, social: string, headline: string, site: string): string {
  const headings = [...page.querySelectorAll("h1")]
    .map(shownText)
    .filter((text) => text !== "" && text.length < 300 && fold(text) !== fold(site))
    .sort((a, b) => b.length - a.length);
  const shown = textOf(page.querySelector("title"));
  // A template that states the site where the page's own title should stand.
  const stated = site !== "" && fold(social) === fold(site) && shown !== "" ? "" : social;
  const parts = (stated || shown).split(SEPARATOR).map(fold);
  const only = new Set(headings.map(fold)).size === 1 ? headings[0] : undefined;
  if (only !== undefined && parts.length < 3 && parts[0] === fold(only)) return only;
  const longest = Math.max(stated.length, headline.length);
  const heading = headings.find(
    (text) =>
      !(parts.length > 1 && parts.at(-1) === fold(text)) &&
      (same(stated, text) || same(shown, text) || same(headline, text)) &&
      text.length * 2.5 > longest,
  );
  if (heading !== undefined) return heading;
  // Where a page tells machines one title and its tab another, the heading is the one that a reader sees.
  const titles = [headline, stated, shown].map((text) => withoutSite(text, site)).filter((text) => text !== "");
  const several = new Set(titles.map(fold)).size > 1;
  if (only !== undefined && several && titles.some((text) => likeness(text, only) >= LIKE)) return only;
  return headline !== "" && headline.length < 300 && shares(headline, shown || stated)
    ? headline
    : withoutSite(stated || shown, site) || headings[0] || headline;
}

function same(long: string, short: string): boolean {
  return short.length > 2 && fold(long).includes(fold(short));
}

function shares(a: string, b: string): boolean {
  const words = new Set(fold(b).split(" "));
  return fold(a)
    .split(" ")
    .some((word) => words.has(word));
}

/** Words in common, of the words of the longer; 0 where one of them has fewer than three. */
function likeness(a: string, b: string): number {
  const [left, right] = [new Set(fold(a).split(" ")), new Set(fold(b).split(" "))];
  if (Math.min(left.size, right.size) < 3) return 0;
  return [...left].filter((word) => right.has(word)).length / Math.max(left.size, right.size);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, " ")
    .trim();
}

function withoutSite(title: string, site: string): string {
  // A template whose own part came out empty leaves the site's name alone.
  if (/^\s*[|•·»–—-]\s/u.test(title)) return "";
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== "");
  if (parts.length < 2) return title.trim();
  const rest = parts.filter((part) => fold(part) !== fold(site));
  if (rest.length > 0 && rest.length < parts.length)
    return title
      .slice(title.indexOf(rest[0] ?? ""), title.indexOf(rest.at(-1) ?? "") + (rest.at(-1) ?? "").length)
      .trim();
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  // Most sites put their name last, and it is short.
  return first.split(" ").length >= last.split(" ").length
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|•·»:–—-]+$/u, "")
    : title.trim();
}
