// Rule: says which names several sources speak of without there being a page.
import type { Finding } from "../../core/finding.ts";
import { wikiPages } from "../kinds.ts";
import { headingKey } from "../page.ts";
import type { CheckedPage, Rule } from "../vault.ts";

/** Sources that must speak of a name. */
const ENOUGH = 3;

/**
 * Example: Three sources name it
 * ```md wiki/sources/a.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * ## Names
 *
 * [[wiki/concepts/memex|memex]] (concept) · Ted Nelson (person)
 * ```
 * ```md wiki/sources/b.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * ## Names
 *
 * Ted Nelson (person) · Xanadu (product)
 * ```
 * ```md wiki/sources/c.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * ## Names
 *
 * Ted Nelson (person)
 * ```
 * > wiki/index.md:0 info “Ted Nelson” is named by 3 sources and has no page
 */
export const articleCandidates: Rule = {
  name: "article-candidates",
  about: "Says which names several sources speak of without there being a page.",
  check: (vault) => {
    const pages = wikiPages(vault);
    const known = new Set(
      pages.flatMap((page) => (page.type === "source" ? [] : [page.title, ...page.aliases].map(headingKey))),
    );
    const named = new Map<string, { readonly name: string; count: number }>();
    for (const page of pages) {
      if (page.type !== "source") continue;
      for (const name of namesOn(page)) {
        const key = headingKey(name);
        const entry = named.get(key) ?? { name, count: 0 };
        entry.count++;
        named.set(key, entry);
      }
    }
    return [...named]
      .filter(([key, { count }]) => count >= ENOUGH && !known.has(key))
      .map(([, found]) => found)
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .map(({ name, count }): Finding => {
        const message = `“${name}” is named by ${count} sources and has no page`;
        return {
          rule: "article-candidates",
          severity: "info",
          path: `${vault.folders.wiki}/index.md`,
          line: 0,
          message,
          fixable: false,
        };
      });
  },
};

/** Names of the source's "Names" line that lead to no page. */
function namesOn(page: CheckedPage): string[] {
  const section = /^## Names\n+([^\n]+)/mu.exec(page.body)?.[1] ?? "";
  return section
    .split(" · ")
    .filter((item) => !item.includes("[["))
    .map((item) => item.replace(/\s\([^)]*\)$/u, "").trim())
    .filter((name) => name !== "");
}
