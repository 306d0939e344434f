// A comparison as a Markdown table, each cell with its citation, or "not in the vault": few things side by side, many below each other.
import type { AnsweredSentence, Cell } from "../../core/answer.ts";
import { escapeInline } from "../../markdown/harmless.ts";
import { citationMark } from "../mark.ts";

export const NOTHING = "not in the vault";
/** Things up to which each has a column, so that whole sentences have room. */
const SIDE_BY_SIDE = 3;

/** `sentences` with a cell; undefined where there are none. */
export function tableMarkdown(sentences: readonly AnsweredSentence[]): string | undefined {
  const cells = sentences.flatMap((one) => (one.cell ? [{ ...one, cell: one.cell }] : []));
  if (cells.length === 0) return undefined;
  const things = [...new Map(cells.map(({ cell }) => [cell.row, cell])).values()];
  const facets = [...new Set(cells.map(({ cell }) => cell.column))];
  const told = (thing: string, facet: string): string => {
    const one = cells.find(({ cell }) => cell.row === thing && cell.column === facet);
    if (!one || one.text === "") return NOTHING;
    return `${cellText(one.text)} ${citationMark(one.citations).replace(/\|/g, "\\|")}`;
  };
  if (things.length <= SIDE_BY_SIDE)
    return tableOf(
      ["", ...things.map(nameOf)],
      facets.map((facet) => [`**${cellText(facet)}**`, ...things.map(({ row }) => told(row, facet))]),
    );
  return tableOf(
    ["", ...facets.map(cellText)],
    things.map((thing) => [nameOf(thing), ...facets.map((facet) => told(thing.row, facet))]),
  );
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`.replace(/^\|\s+\|/u, "| |");
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

const nameOf = ({ row, page }: Cell): string =>
  page ? `[[${page.replace(/\.md$/, "")}\\|${row.replace(/[[\]|]/g, " ")}]]` : cellText(row);

function cellText(text: string): string {
  return escapeInline(text)
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/\s+/g, " ");
}
