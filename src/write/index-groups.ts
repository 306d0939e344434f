// How the rows of the index fall into groups: by the person's own folders, and those of which nothing could be said.
import { escapeInline, linkText } from "../markdown/harmless.ts";
import { byCodePoint } from "../text/order.ts";
import type { SourceRow } from "./index-page.ts";

/** Rows that make a group. */
export const A_GROUP = 3;

/** The folder of a source; of one that holds too few for a shelf, the nearest above it that has one. */
export function shelfOf(rows: readonly SourceRow[]): (row: SourceRow) => string {
  const sizes = new Map<string, number>();
  for (const { folder } of rows) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  return ({ folder }) => {
    if ((sizes.get(folder) ?? 0) >= A_GROUP) return folder;
    const parts = folder.split("/");
    for (let end = parts.length - 1; end > 0; end--) {
      const above = parts.slice(0, end).join("/");
      if ((sizes.get(above) ?? 0) >= A_GROUP) return above;
    }
    return folder;
  };
}

export function groupedBy(
  rows: readonly SourceRow[],
  keyOf: (row: SourceRow) => string,
  compare: (a: string, b: string) => number,
): ReadonlyMap<string, readonly SourceRow[]> {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return new Map([...groups].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compare(a, b))));
}

/** In one line, or in one a folder where they are many. */
export function emptyOnes(empty: readonly SourceRow[]): string {
  const links = (rows: readonly SourceRow[]): string =>
    rows.map((row) => `[[${row.page}|${linkText(row.title)}]]`).join(" · ");
  const folders = groupedBy(empty, (row) => row.folder, byCodePoint);
  if (empty.length < MANY_EMPTY || folders.size < 2) return `No claims could be drawn from: ${links(empty)}`;
  const lines = [...folders].map(([folder, own]) => `- **${escapeInline(folder) || "In no folder"}**: ${links(own)}`);
  return `No claims could be drawn from:\n\n${lines.join("\n")}`;
}

const MANY_EMPTY = 10;
