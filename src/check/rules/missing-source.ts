// Rule: the evidence is there: raw files behind source pages, claims behind citations.
import type { Finding } from "../../core/finding.ts";
import { wikiPages, writtenPages } from "../kinds.ts";
import { targetIn, textsOf } from "../page.ts";
import type { CheckedPage, PageLink, Places, Rule } from "../vault.ts";

/**
 * Example: The raw file is gone
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * source: "[[raw/essay.md]]"
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * > wiki/sources/essay.md:0 error raw/essay.md is gone; kb compile takes the page away, or bring the file back
 *
 * Example: A claim is gone
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * source: "[[raw/essay.md]]"
 * kb_hash: 0123456789abcdef
 * ---
 * - A memex is a desk. ^c-0000000001
 * ```
 * ```md raw/essay.md
 * A memex is a desk.
 * ```
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * A memex is a desk. ([[wiki/sources/essay#^c-0000000001|1]])
 *
 * None was built. ([[wiki/sources/essay#^c-0000000002|1]])
 * ```
 * > wiki/concepts/memex.md:7 error wiki/sources/essay has no claim c-0000000002; kb compile rewrites the page
 *
 * Example: A person's note cites a claim that is gone
 * ```md notes/mine.md
 * So they say. [[wiki/sources/essay#^c-0000000002]]
 * ```
 * > nothing
 */
export const missingSource: Rule = {
  name: "missing-source",
  about: "The evidence is there: raw files behind source pages, claims behind citations.",
  check: (vault, places) => [
    ...wikiPages(vault)
      .filter((page) => page.type === "source")
      .flatMap((page) => rawFaults(page, places)),
    ...writtenPages(vault).flatMap((page) => page.links.flatMap((link) => claimFault(page, link, places) ?? [])),
  ],
};

function rawFaults(page: CheckedPage, places: Places): Finding[] {
  const sources = textsOf(page.front["source"]).map(targetIn);
  const gone = sources.filter((path) => places.file(path) === undefined);
  const faults =
    sources.length === 0
      ? ["the page names no raw file; kb compile writes it anew"]
      : gone.map((path) => `${path} is gone; kb compile takes the page away, or bring the file back`);
  return faults.map((message) => ({
    rule: "missing-source",
    severity: "error",
    path: page.path,
    line: 0,
    message,
    fixable: false,
  }));
}

function claimFault(page: CheckedPage, link: PageLink, places: Places): Finding | undefined {
  if (!link.place.startsWith("#^c-")) return undefined;
  const path = places.file(link.target);
  if (path !== undefined && places.landing(path)?.blocks.has(link.place.slice(2)) === true) return undefined;
  const message =
    path === undefined
      ? `the source page ${link.target} is gone`
      : `${link.target} has no claim ${link.place.slice(2)}`;
  return {
    rule: "missing-source",
    severity: "error",
    path: page.path,
    line: link.line,
    message: `${message}; kb compile rewrites the page`,
    fixable: false,
  };
}
