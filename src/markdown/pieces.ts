// Markdown to blocks, each with the spans that its sentences are cut from.
import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent, Table } from "mdast";
import type { Block, BlockKind, Picture } from "../core/document.ts";
import { decodeEntities, htmlText } from "./html-text.ts";
import { firstLine, inlineText } from "./inline.ts";
import { parseMarkdown } from "./parse.ts";
import { picturesOf } from "./pictures.ts";
import { joined, type Span, sliced, trimmed } from "./span.ts";

export interface Piece {
  readonly block: Block;
  /** What sentences are cut from: the text itself; for a table row its cells in the order of the source. Empty for headings, code, formulas. */
  readonly spans: readonly Span[];
}

export interface Parsed {
  readonly pieces: readonly Piece[];
  readonly pictures: readonly Picture[];
}

interface State {
  readonly markdown: string;
  readonly headings: { readonly depth: number; readonly text: string }[];
  readonly pieces: Piece[];
}

type Place = { position?: { start: { offset?: number }; end: { offset?: number } } };

export function piecesOf(markdown: string): Parsed {
  const state: State = { markdown, headings: [], pieces: [] };
  const tree = parseMarkdown(markdown);
  flow(tree.children, "paragraph", state);
  return { pieces: state.pieces, pictures: picturesOf(tree) };
}

function add(
  state: State,
  node: Place,
  kind: BlockKind,
  text: string,
  spans: readonly Span[],
  more: Partial<Block> = {},
): void {
  if (text.trim() === "") return;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  state.pieces.push({
    block: { kind, text, start, end, headings: state.headings.map((one) => one.text), ...more },
    spans,
  });
}

/** `kind` is what a paragraph is here: a paragraph, a quotation's, a list item's. */
function flow(nodes: readonly RootContent[], kind: BlockKind, state: State): void {
  for (const node of nodes) {
    switch (node.type) {
      case "heading": {
        const { text } = inlineText(node.children, state.markdown);
        if (kind === "paragraph") heading(node, node.depth, text, state);
        else add(state, node, kind, text, []);
        break;
      }
      case "paragraph":
        paragraph(node, node.children, kind, state);
        break;
      case "blockquote":
        quotation(node, node.children, state);
        break;
      case "list":
        // A list that is quoted is somebody else's.
        list(node, kind === "footnote" || kind === "callout" || kind === "quote" ? kind : "list-item", state);
        break;
      case "table":
        table(node, state);
        break;
      case "code":
        add(state, node, "code", node.value, [], node.lang ? { lang: node.lang } : {});
        break;
      case "math":
        add(state, node, "math", node.value, []);
        break;
      case "footnoteDefinition":
        flow(node.children, "footnote", state);
        break;
      case "html":
        html(node.value, node, kind, state);
        break;
      default:
        break;
    }
  }
}

function heading(node: Place, depth: number, text: string, state: State): void {
  if (text === "") return;
  while ((state.headings.at(-1)?.depth ?? 0) >= depth) state.headings.pop();
  state.headings.push({ depth, text });
  add(state, node, "heading", text, [], { depth });
}

function paragraph(node: Place, children: readonly PhrasingContent[], kind: BlockKind, state: State): void {
  const span = inlineText(children, state.markdown);
  if (span.text === "") {
    const alt = children
      .map((child) => altOf(child))
      .filter((one) => one !== "")
      .join(" ");
    add(state, node, "image", alt, []);
    return;
  }
  add(state, node, kind, span.text, [span]);
}

function altOf(node: PhrasingContent): string {
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "link") return node.children.map(altOf).join(" ").trim();
  return node.type === "wikiLink" ? node.target : "";
}

const CALLOUT = /^\[!([^\]\n]+)\][+-]?[ \t]*/u;

function quotation(node: Place, children: readonly (BlockContent | DefinitionContent)[], state: State): void {
  const [first, ...rest] = children;
  const open = first?.type === "paragraph" ? inlineText(first.children, state.markdown) : undefined;
  const sign = open && CALLOUT.exec(open.text);
  if (first?.type !== "paragraph" || !open || !sign) {
    flow(children, "quote", state);
    return;
  }
  const lineEnd = state.markdown.indexOf("\n", node.position?.start.offset ?? 0);
  const parts = firstLine(first.children, state.markdown, lineEnd < 0 ? state.markdown.length : lineEnd);
  const title = trimmed(sliced(parts.title, sign[0].length));
  const titlePlace =
    title.text === ""
      ? first
      : { position: { start: { offset: title.at[0] ?? 0 }, end: { offset: (title.at.at(-1) ?? 0) + 1 } } };
  add(state, titlePlace, "callout", title.text, []);
  add(
    state,
    { position: { start: { offset: parts.rest.at[0] ?? 0 }, end: { offset: (parts.rest.at.at(-1) ?? 0) + 1 } } },
    "callout",
    parts.rest.text,
    [parts.rest],
  );
  flow(rest, "callout", state);
}

function list(node: List, kind: BlockKind, state: State): void {
  for (const item of node.children) {
    // An item's paragraphs are one block up to what is nested in it.
    let open: { spans: Span[]; start: number; end: number } | undefined;
    const flush = (): void => {
      if (!open) return;
      const span = joined(open.spans, "\n\n");
      add(
        state,
        { position: { start: { offset: open.start }, end: { offset: open.end } } },
        kind,
        span.text,
        open.spans,
      );
      open = undefined;
    };
    for (const child of item.children) {
      const span = child.type === "paragraph" ? inlineText(child.children, state.markdown) : undefined;
      if (child.type !== "paragraph" || !span || span.text === "") {
        flush();
        flow([child], kind, state);
        continue;
      }
      const box = /^\[.\]\s+/u.exec(span.text);
      open ??= { spans: [], start: child.position?.start.offset ?? 0, end: 0 };
      open.spans.push(box ? sliced(span, box[0].length) : span);
      open.end = child.position?.end.offset ?? open.start;
    }
    flush();
  }
}

function table(node: Table, state: State): void {
  const [head, ...rows] = node.children.map((row) => ({
    row,
    cells: row.children.map((cell) => inlineText(cell.children, state.markdown)),
  }));
  if (!head) return;
  const heads = head.cells.map((cell) => cell.text);
  // A table of one row has nothing to say of its heads but themselves.
  for (const { row, cells } of rows.length === 0 ? [head] : rows) {
    const text = cells.map((cell, i) =>
      cell.text === "" ? "" : heads[i] && row !== head.row ? `${heads[i]}: ${cell.text}` : cell.text,
    );
    add(
      state,
      row,
      "table-row",
      text.filter((one) => one !== "").join("; "),
      cells.filter((cell) => cell.text !== ""),
    );
  }
}

const HTML_HEADING = /^\s*<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/iu;

function html(value: string, node: Place, kind: BlockKind, state: State): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const title = HTML_HEADING.exec(value);
  const span = htmlText(state.markdown.slice(start, end), start);
  const blocks = span.text.split(/(\n\s*\n)/u);
  let from = 0;
  for (const [i, text] of blocks.entries()) {
    const part = trimmed(sliced(span, from, from + text.length));
    from += text.length;
    if (i % 2 === 1 || part.text === "") continue;
    const where = {
      position: { start: { offset: part.at[0] ?? start }, end: { offset: (part.at.at(-1) ?? start) + 1 } },
    };
    if (i <= 2 && title && kind === "paragraph" && decodeEntities(title[2] ?? "").includes(part.text))
      heading(where, Number(title[1]), part.text, state);
    else add(state, where, kind, part.text, [part]);
  }
}
