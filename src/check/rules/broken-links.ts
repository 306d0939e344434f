// Rule: a link leads to a page, heading or block that is there.
import type { Finding } from "../../core/finding.ts";
import { type Link, relinked } from "../../markdown/relink.ts";
import { isIn, withoutEnding } from "../kinds.ts";
import { nearestPage } from "../nearest.ts";
import { headingKey } from "../page.ts";
import type { CheckedPage, CheckedVault, PageLink, Places, Rule } from "../vault.ts";

/**
 * Example: A link to a page that is not there
 * ```md wiki/concepts/memex.md
 * ---
 * title: Memex
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * See [[wiki/concepts/hypertext|hypertext]] and [[wiki/concepts/memex|memex]].
 * ```
 * > wiki/concepts/memex.md:6 error [[wiki/concepts/hypertext]] leads nowhere; --fix turns it into words
 *
 * Example: The page that was meant is near
 * ```md wiki/concepts/hypertext.md
 * ---
 * title: Hypertext
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * ```md notes/mine.md
 * As [[wiki/concepts/hypertxt|they said]]. A note of mine that I have yet to write: [[tomorrow]].
 * ```
 * > notes/mine.md:1 warning [[wiki/concepts/hypertxt]] leads nowhere; --fix leads it to wiki/concepts/hypertext
 *
 * Example: A heading that is not there
 * ```md wiki/concepts/hypertext.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * # Origin
 * [[#Origin]] [[wiki/concepts/hypertext#Origins]]
 * ```
 * > wiki/concepts/hypertext.md:6 warning [[wiki/concepts/hypertext#Origins]]: the page has no such place; --fix links to the page
 *
 * Example: A code block that a quotation leaves open ends with the quotation
 * ```md raw/essay.md
 * > ~~~js
 * > let x;
 *
 * # Origin
 * ```
 * ```md wiki/concepts/hypertext.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * [[raw/essay.md#Origin]]
 * ```
 *
 * Example: A heading with signs that are written as numbers
 * ```md raw/essay.md
 * ### "Beyond the &#x60;&amp;&#x60;"
 * ```
 * ```md wiki/concepts/hypertext.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * [[raw/essay.md#"Beyond the & "]]
 * ```
 *
 * Example: A person's note leads to a claim that is gone
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * - A memex is a desk. ^c-0000000001
 * ```
 * ```md notes/mine.md
 * So they say: [[wiki/sources/essay#^c-0000000001]], [[wiki/sources/essay#^c-0000000002]].
 * ```
 * > notes/mine.md:1 warning [[wiki/sources/essay#^c-0000000002]]: the page has no such place; --fix links to the page
 *
 * Example: Code is no link
 * ```md wiki/concepts/hypertext.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * `[[nowhere]]`
 * ```
 * > nothing
 */
export const brokenLinks: Rule = {
  name: "broken-links",
  about: "A link leads to a page, heading or block that is there.",
  check: (vault, places) =>
    vault.pages.flatMap((page) => page.links.flatMap((link) => faultOf(page, link, vault, places) ?? [])),
  fix: (page, vault, places) =>
    relinked(page.text, (link) => {
      const found = broken(page, link, vault, places);
      if (found === undefined) return undefined;
      if (found.kind === "place") return { target: link.target, place: "" };
      const to = nearestPage({ ...link, line: 0 }, vault);
      if (to !== undefined)
        return { target: withoutEnding(to), ...(link.alias === undefined ? { alias: shownOf(link) } : {}) };
      // A person may mean to write that page yet.
      return page.ours ? { words: shownOf(link) } : undefined;
    }),
};

type Broken = { readonly kind: "page" } | { readonly kind: "place" };

function faultOf(page: CheckedPage, link: PageLink, vault: CheckedVault, places: Places): Finding | undefined {
  const found = broken(page, link, vault, places);
  if (found === undefined) return undefined;
  const shown = `[[${link.target}${found.kind === "place" ? link.place : ""}]]`;
  const near = found.kind === "page" ? nearestPage(link, vault) : undefined;
  const cure =
    found.kind === "place"
      ? ": the page has no such place; --fix links to the page"
      : near !== undefined
        ? ` leads nowhere; --fix leads it to ${withoutEnding(near)}`
        : page.ours
          ? " leads nowhere; --fix turns it into words"
          : " leads nowhere";
  return {
    rule: "broken-links",
    severity: page.ours && found.kind === "page" ? "error" : "warning",
    path: page.path,
    line: link.line,
    message: `${shown}${cure}`,
    fixable: found.kind === "place" || near !== undefined || page.ours,
  };
}

/** In people's own notes only links into the wiki count; the rows of the index are for index-drift, claims for missing-source. */
function broken(page: CheckedPage, link: Link, vault: CheckedVault, places: Places): Broken | undefined {
  if (page.type === "index" && page.ours) return undefined;
  if (!page.ours && !link.target.startsWith(`${vault.folders.wiki}/`)) return undefined;
  const path = link.target === "" ? page.path : places.file(link.target.replace(/\\$/u, ""));
  if (path === undefined) return link.place.startsWith("#^c-") && page.ours ? undefined : { kind: "page" };
  const place = link.place.replace(/\\$/u, "").trim();
  if (place === "" || (place.startsWith("#^c-") && page.ours)) return undefined;
  const landing = places.landing(path);
  if (landing === undefined || (!path.toLowerCase().endsWith(".md") && isIn(vault.folders.raw, { path })))
    return undefined;
  const there = place.startsWith("#^")
    ? landing.blocks.has(place.slice(2))
    : landing.headings.has(headingKey(place.slice(place.lastIndexOf("#") + 1)));
  return there ? undefined : { kind: "place" };
}

function shownOf(link: Link): string {
  return link.alias ?? withoutEnding(link.target.slice(link.target.lastIndexOf("/") + 1));
}
