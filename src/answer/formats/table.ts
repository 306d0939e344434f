// A comparison as a Markdown table: a row a thing, each cell with its citation, or "not in the vault".
import type { AnsweredSentence } from "../../core/answer.ts";
import { escapeInline } from "../../markdown/harmless.ts";
import { citationMark } from "../mark.ts";

export const NOTHING = "not in the vault";

/** `sentences` with a cell; undefined where there are none. */
export function tableMarkdown(sentences: readonly AnsweredSentence[]): string | undefined {
  const cells = sentences.filter((one) => one.cell);
  if (cells.length === 0) return undefined;
  const rows = [...new Map(cells.map(({ cell }) => [cell?.row ?? "", cell?.page])).entries()];
  const columns = [...new Set(cells.map(({ cell }) => cell?.column ?? ""))];
  const lines = rows.map(([row, page]) => {
    const name = page ? `[[${page.replace(/\.md$/, "")}\\|${row.replace(/[[\]|]/g, " ")}]]` : cellText(row);
    const told = columns.map((column) => {
      const one = cells.find(({ cell }) => cell?.row === row && cell.column === column);
      if (!one || one.text === "") return NOTHING;
      return `${cellText(one.text)} ${citationMark(one.citations).replace(/\|/g, "\\|")}`;
    });
    return `| ${[name, ...told].join(" | ")} |`;
  });
  return [`| | ${columns.map(cellText).join(" | ")} |`, `|---|${columns.map(() => "---|").join("")}`, ...lines].join(
    "\n",
  );
}

function cellText(text: string): string {
  return escapeInline(text)
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/\s+/g, " ");
}
