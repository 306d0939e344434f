// Rule: no two topic pages bear one name.
import type { Finding } from "../../core/finding.ts";
import { isTopic, wikiPages, withoutEnding } from "../kinds.ts";
import { headingKey } from "../page.ts";
import type { Rule } from "../vault.ts";

/**
 * Example: Two pages of one title
 * ```md wiki/concepts/self-attention.md
 * ---
 * title: Self-attention
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * ```md wiki/methods/self-attention-method.md
 * ---
 * title: Self attention
 * type: method
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * > wiki/methods/self-attention-method.md:0 warning bears the same title as [[wiki/concepts/self-attention]]; merge or rename one in decisions.md
 */
export const duplicateTitle: Rule = {
  name: "duplicate-title",
  about: "No two topic pages bear one name.",
  check: (vault) => {
    const first = new Map<string, string>();
    return wikiPages(vault)
      .filter(isTopic)
      .flatMap(({ path, title }): Finding[] => {
        const key = headingKey(title);
        const other = first.get(key);
        if (other === undefined) first.set(key, path);
        if (other === undefined || key === "") return [];
        const message = `bears the same title as [[${withoutEnding(other)}]]; merge or rename one in decisions.md`;
        return [{ rule: "duplicate-title", severity: "warning", path, line: 0, message, fixable: false }];
      });
  },
};
