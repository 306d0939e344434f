// Rule: something beside the index leads to each page.
import type { Finding } from "../../core/finding.ts";
import { isContent, wikiPages } from "../kinds.ts";
import type { Rule } from "../vault.ts";

const LISTS = new Set(["index", "log", "review", "decisions"]);

/**
 * Example: Only the index lists it
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Text about [[wiki/concepts/memex|itself]].
 * ```
 * ```md wiki/index.md
 * ---
 * type: index
 * kb_hash: 0123456789abcdef
 * ---
 * [[wiki/concepts/memex|memex]]
 * ```
 * > wiki/concepts/memex.md:0 info no page or note links here
 *
 * Example: A note of a person's leads to it
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * ```md journal.md
 * Read about the [[memex]].
 * ```
 * > nothing
 */
export const orphans: Rule = {
  name: "orphans",
  about: "Something beside the index leads to each page.",
  check: (vault, places) => {
    const reached = new Set<string>();
    for (const page of vault.pages) {
      if (page.ours && LISTS.has(page.type)) continue;
      for (const link of page.links) {
        const path = places.file(link.target);
        if (path !== undefined && path !== page.path) reached.add(path);
      }
    }
    return wikiPages(vault)
      .filter((page) => isContent(page) && !reached.has(page.path))
      .map(
        ({ path }): Finding => ({
          rule: "orphans",
          severity: "info",
          path,
          line: 0,
          message: "no page or note links here",
          fixable: false,
        }),
      );
  },
};
