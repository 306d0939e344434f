// Rule: where two sources give different figures for one thing, somebody should look.
import type { Finding } from "../../core/finding.ts";
import { isTopic, wikiPages } from "../kinds.ts";
import type { CheckedPage, Rule } from "../vault.ts";

/**
 * Example: Two sources disagree
 * ```md wiki/concepts/tower.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * A tower is high. ([[wiki/sources/a#^c-0000000001|1]])
 *
 * > [!warning] Sources disagree
 * > 1999: It stood for 127 years. ([[wiki/sources/a#^c-0000000002|1]])
 * >
 * > 2021: It stood for 123 years. ([[wiki/sources/b#^c-0000000003|2]])
 * ```
 * > wiki/concepts/tower.md:7 info sources disagree: “1999: It stood for 127 years.” (wiki/sources/a) and “2021: It stood for 123 years.” (wiki/sources/b)
 *
 * Example: A callout of another kind
 * ```md wiki/concepts/tower.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * > [!note] Sources
 * > It stood for 127 years. ([[wiki/sources/a#^c-0000000002|1]])
 * ```
 * > nothing
 */
export const disagreements: Rule = {
  name: "disagreements",
  about: "Names the claims of different sources that give different figures for one thing.",
  check: (vault) => wikiPages(vault).filter(isTopic).flatMap(disagreementsOn),
};

const CITED = /\s*\(\[\[([^\]|#]+)#\^c-[^\]]*\]\](?:,\s*\[\[[^\]]*\]\])*\)\s*$/u;

function disagreementsOn(page: CheckedPage): Finding[] {
  const lines = page.body.split("\n");
  return lines.flatMap((line, i) => {
    if (!/^> \[!warning\][+-]? Sources disagree\s*$/u.test(line)) return [];
    const sides: string[] = [];
    for (let at = i + 1; lines[at]?.startsWith(">"); at++) {
      const text = lines[at]?.slice(1).trim() ?? "";
      const source = CITED.exec(text)?.[1];
      if (source !== undefined) sides.push(`“${shownIn(text.replace(CITED, ""))}” (${source})`);
    }
    const message = `sources disagree: ${sides.join(" and ")}`;
    return sides.length < 2
      ? []
      : [
          {
            rule: "disagreements",
            severity: "info",
            path: page.path,
            line: page.bodyLine + i + 1,
            message,
            fixable: false,
          },
        ];
  });
}

const shownIn = (text: string): string =>
  text.replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1").replace(/\*\*/gu, "");
