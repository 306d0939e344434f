// Which pages count as what for the rules.
import type { CheckedPage, CheckedVault } from "./vault.ts";

const CONTENT = new Set(["source", "concept", "entity", "method", "answer"]);
const TOPIC = new Set(["concept", "entity", "method"]);

/** Pages that the index lists. */
export const isContent = (page: CheckedPage): boolean => CONTENT.has(page.type);
export const isTopic = (page: CheckedPage): boolean => TOPIC.has(page.type);

export function isIn(folder: string, page: { readonly path: string }): boolean {
  return page.path.startsWith(`${folder}/`);
}

/** Pages of the wiki, by their type: kb's, and those that a person or an agent made in the same formats. */
export function wikiPages(vault: CheckedVault): CheckedPage[] {
  return vault.pages.filter((page) => isIn(vault.folders.wiki, page) && (page.ours || page.type !== ""));
}

/** Pages of the wiki and outputs. */
export function writtenPages(vault: CheckedVault): CheckedPage[] {
  return [...wikiPages(vault), ...vault.pages.filter((page) => page.ours && isIn(vault.folders.outputs, page))];
}

export const withoutEnding = (path: string): string => path.replace(/\.md$/iu, "");
