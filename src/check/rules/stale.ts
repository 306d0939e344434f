// Rule: pages say what their sources say now, and wait for no model.
import type { Finding, Severity } from "../../core/finding.ts";
import { isTopic, wikiPages } from "../kinds.ts";
import { targetIn, textsOf } from "../page.ts";
import type { CheckedPage, CheckedVault, Places, Rule } from "../vault.ts";

/**
 * Example: A source changed since it was read
 * ```md wiki/sources/essay.md
 * ---
 * type: source
 * source: "[[raw/essay.md]]"
 * kb_hash: 0123456789abcdef
 * ---
 * - A memex is a desk. ^c-0000000001
 * ```
 * ```md raw/essay.md edited
 * A memex is a chair.
 * ```
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * kb_hash: 0123456789abcdef
 * ---
 * A memex is a desk. ([[wiki/sources/essay#^c-0000000001|1]])
 * ```
 * > wiki/sources/essay.md:0 warning older than raw/essay.md; kb compile brings it up to date
 * > wiki/concepts/memex.md:0 info rests on raw/essay.md, which changed since; kb compile brings it up to date
 *
 * Example: A page that waits for a model
 * ```md wiki/concepts/memex.md
 * ---
 * type: concept
 * provisional: true
 * kb_hash: 0123456789abcdef
 * ---
 * Text.
 * ```
 * > wiki/concepts/memex.md:0 info provisional: its claims changed since the model wrote it; kb compile --upgrade has it written anew
 *
 * Example: Nothing changed
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
 * > nothing
 */
export const stale: Rule = {
  name: "stale",
  about: "Pages are as new as their sources, and none waits for a model.",
  check: (vault, places) => {
    const changedOf = new Map(
      wikiPages(vault)
        .filter((page) => page.type === "source")
        .map((page) => [page.path, changedBehind(page, vault, places)] as const),
    );
    return wikiPages(vault).flatMap((page): Finding[] => [
      ...(changedOf.get(page.path) ?? []).map((raw) =>
        finding(page, "warning", `older than ${raw}; kb compile brings it up to date`),
      ),
      ...(isTopic(page) ? restingOn(page, changedOf, places) : []).map((raw) =>
        finding(page, "info", `rests on ${raw}, which changed since; kb compile brings it up to date`),
      ),
      ...(page.front["provisional"] === true
        ? [
            finding(
              page,
              "info",
              "provisional: its claims changed since the model wrote it; kb compile --upgrade has it written anew",
            ),
          ]
        : []),
    ]);
  },
};

function changedBehind(page: CheckedPage, vault: CheckedVault, places: Places): string[] {
  return textsOf(page.front["source"])
    .map((link) => places.file(targetIn(link)) ?? targetIn(link))
    .filter((raw) => vault.changed.has(raw));
}

function restingOn(page: CheckedPage, changedOf: ReadonlyMap<string, readonly string[]>, places: Places): string[] {
  const cited = page.links
    .filter((link) => link.place.startsWith("#^c-"))
    .map((link) => places.file(link.target) ?? "");
  return [...new Set(cited.flatMap((path) => changedOf.get(path) ?? []))];
}

function finding({ path }: CheckedPage, severity: Severity, message: string): Finding {
  return { rule: "stale", severity, path, line: 0, message, fixable: false };
}
