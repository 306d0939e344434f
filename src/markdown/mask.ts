// Hides what no reader sees (Obsidian comments, template tags of site generators) without moving an offset.

/** Stands for each hidden character; a noncharacter, so that no text holds it. */
export const FILLER = "\uFDD0";

const HIDDEN = /%%[^\n]*?%%|\{%[^\n]*?%\}|\{\{[<%][^\n]*?[>%]\}\}/gu;
const FENCE = /^(?:[ \t]*>)*[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/u;

const fill = (text: string): string => text.replace(/[^\n\r]/gu, (char) => FILLER.repeat(char.length));

/** The same text, as long as before: comments outside code read FILLER. An unclosed comment is text. */
export function maskComments(markdown: string): string {
  if (!/%%|\{%|\{\{[<%]/u.test(markdown)) return markdown;
  const head = /^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/u.exec(markdown)?.[0] ?? "";
  const lines = markdown.slice(head.length).split("\n");
  const out: string[] = [];
  let fence = "";
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence) && line.trim().replaceAll(">", "").trim() === mark) fence = "";
      out.push(line);
      continue;
    }
    if (mark !== "") {
      fence = mark;
      out.push(line);
      continue;
    }
    const end = /^\s*%%(?!.*%%)/u.test(line) ? closing(lines, i) : -1;
    if (end < 0) {
      out.push(maskLine(line));
      continue;
    }
    for (; i < end; i++) out.push(fill(lines[i] ?? ""));
    const last = lines[end] ?? "";
    const stop = last.indexOf("%%") + 2;
    out.push(fill(last.slice(0, stop)) + maskLine(last.slice(stop)));
  }
  return head + out.join("\n");
}

/** The line on which a comment that opens on line `open` closes. */
function closing(lines: readonly string[], open: number): number {
  for (let i = open + 1; i < lines.length; i++) if (lines[i]?.includes("%%")) return i;
  return -1;
}

function maskLine(line: string): string {
  if (!/%%|\{%|\{\{[<%]/u.test(line)) return line;
  if (!line.includes("`")) return line.replace(HIDDEN, fill);
  // Inline code keeps its letters: cut there, mask between.
  return line
    .split(/(`+[^`]*`+)/u)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(HIDDEN, fill)))
    .join("");
}
