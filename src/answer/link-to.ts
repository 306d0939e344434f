// Where a click on a citation leads: the claim on its source page, else the sentence's place in the raw file.
import type { Passage } from "../core/engine.ts";
import { headingSubpath, linkTarget } from "../markdown/harmless.ts";

/** Without brackets and alias. */
export function linkTo({ page, source, claim }: Passage, onPage: boolean): string {
  const own = page.replace(/\.md$/, "");
  if (onPage) return `${own}#^${claim.id}`;
  const { headings, page: sheet } = claim.place;
  if (/\.pdf$/i.test(source) && linkTarget(source) !== undefined)
    return sheet === undefined ? source : `${source}#page=${sheet}`;
  // Obsidian opens no other kind of raw file than Markdown, and a link to one would offer to make a note.
  if (!/\.md$/i.test(source) || linkTarget(source) === undefined) return own;
  return `${source}${headingSubpath(headings.slice(-1))}`;
}
