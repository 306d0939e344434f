// Rule: answers worth keeping, waiting in outputs/: every citation holds and several sources stand behind them.
import type { Finding } from "../../core/finding.ts";
import { isIn } from "../kinds.ts";
import { uncitedIn } from "../sentences.ts";
import type { CheckedPage, Places, Rule } from "../vault.ts";

/** Sources that an answer must draw on to be worth a page. */
const SEVERAL = 2;

/**
 * Example: An answer from two sources
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * - A memex is a desk. ^c-0000000001
 * ```
 * ```md wiki/sources/talk.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * - None was built. ^c-0000000002
 * ```
 * ```md outputs/what-is-a-memex.md
 * ---
 * type: answer
 * kb_hash: 0123456789abcdef
 * ---
 * A memex is a desk. ([[wiki/sources/essay#^c-0000000001|1]]) None was built. ([[wiki/sources/talk#^c-0000000002|2]])
 * ```
 * > outputs/what-is-a-memex.md:0 info all citations hold, 2 sources; --fix takes it home into the wiki
 *
 * Example: From one source only
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * kb_hash: 0123456789abcdef
 * ---
 * - A memex is a desk. ^c-0000000001
 * ```
 * ```md outputs/what-is-a-memex.md
 * ---
 * type: answer
 * kb_hash: 0123456789abcdef
 * ---
 * A memex is a desk. ([[wiki/sources/essay#^c-0000000001|1]])
 * ```
 * > nothing
 */
export const goodAnswers: Rule = {
  name: "good-answers",
  about: "Answers in outputs/ that are worth a page.",
  check: (vault, places) =>
    vault.pages
      .filter(
        (page) =>
          isIn(vault.folders.outputs, page) &&
          page.ours &&
          !page.edited &&
          page.type === "answer" &&
          page.front["marp"] !== true,
      )
      .flatMap((page): Finding[] => {
        const sources = sourcesBehind(page, places);
        if (sources === undefined || sources < SEVERAL || uncitedIn(page).length > 0) return [];
        const message = `all citations hold, ${sources} sources; --fix takes it home into the ${vault.folders.wiki}`;
        return [{ rule: "good-answers", severity: "info", path: page.path, line: 0, message, fixable: true }];
      }),
};

/** How many source pages it cites; undefined when a citation does not hold. */
function sourcesBehind(page: CheckedPage, places: Places): number | undefined {
  const sources = new Set<string>();
  for (const { target, place, alias } of page.links) {
    if (!place.startsWith("#^c-")) {
      // Cited by its place in a raw file: no claim holds it yet.
      if (alias !== undefined && /^\d+$/u.test(alias)) return undefined;
      continue;
    }
    const path = places.file(target);
    if (path === undefined || places.landing(path)?.blocks.has(place.slice(2)) !== true) return undefined;
    sources.add(path);
  }
  return sources.size;
}
