// Rule: says which generated pages a person edited, since kb keeps their words and merges its own around them.
import type { Finding } from "../../core/finding.ts";
import { wikiPages } from "../kinds.ts";
import type { Rule } from "../vault.ts";

/**
 * Example: An edited page
 * ```md wiki/concepts/memex.md edited
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Mine.
 * ```
 * > wiki/concepts/memex.md:0 info edited by a person; kb keeps what they wrote
 */
export const editedGenerated: Rule = {
  name: "edited-generated",
  about: "Says which generated pages a person edited.",
  check: (vault) =>
    wikiPages(vault)
      .filter((page) => page.edited)
      .map(
        ({ path }): Finding => ({
          rule: "edited-generated",
          severity: "info",
          path,
          line: 0,
          message: "edited by a person; kb keeps what they wrote",
          fixable: false,
        }),
      ),
};
