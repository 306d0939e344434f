// Rule: every sentence of a topic page or an answer leads to its evidence.
import type { Finding } from "../../core/finding.ts";
import { isTopic, writtenPages } from "../kinds.ts";
import { uncitedIn } from "../sentences.ts";
import type { Rule } from "../vault.ts";

/**
 * Example: The first of two sentences does not cite
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * The **memex** is a desk. None was ever built. ([[wiki/sources/essay#^c-0000000001|1]])
 *
 * ## Related
 *
 * - [[wiki/concepts/hypertext|hypertext]] · credits it for the trail
 * ```
 * > wiki/concepts/memex.md:5 error no citation: “The **memex** is a desk.”
 *
 * Example: A page that a person edited says more than its sources
 * ```md wiki/concepts/memex.md edited
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * I would like one.
 * ```
 * > wiki/concepts/memex.md:5 info no citation: “I would like one.”
 *
 * Example: Each sentence has its own
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * The **memex** is a desk. ([[wiki/sources/essay#^c-0000000001|1]]) Dr. Bush drew it. ([[wiki/sources/essay#^c-0000000002|1]], [[wiki/sources/talk#^c-0000000003|2]])
 *
 * > [!question] Sources disagree
 * > It was described in 1945. ([[wiki/sources/essay#^c-0000000004|1]])
 * ```
 * > nothing
 */
export const uncitedSentence: Rule = {
  name: "uncited-sentence",
  about: "Every sentence of a topic page or an answer leads to its evidence.",
  check: (vault) =>
    writtenPages(vault)
      .filter((page) => isTopic(page) || (page.type === "answer" && page.front["marp"] !== true))
      .flatMap((page) =>
        uncitedIn(page).map(
          ({ line, text }): Finding => ({
            rule: "uncited-sentence",
            // What a person wrote is theirs to leave so.
            severity: page.edited || !page.ours ? "info" : page.type === "answer" ? "warning" : "error",
            path: page.path,
            line,
            message: `no citation: “${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`,
            fixable: false,
          }),
        ),
      ),
};
