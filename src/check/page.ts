// Parses one page for the rules: links with their lines, headings, block ids. Code and comments hold none.
import type { CheckedPage, Landing, PageLink } from "./vault.ts";

export interface PageText {
  readonly path: string;
  readonly text: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** After the front matter. */
  readonly body: string;
  readonly edited?: boolean;
}

const LINK = /\[\[([^\]|#\n]*)(#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/gu;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const BLOCK = /(?:^|\s)\^([A-Za-z\d-]+)\s*$/u;

export function checkedPage({ path, text, front, body, edited = false }: PageText): CheckedPage {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/iu, "");
  const bodyLine = lineCount(text) - lineCount(body);
  const lines = plainLines(body);
  return {
    path,
    title: typeof front["title"] === "string" ? front["title"] : name,
    aliases: textsOf(front["aliases"]),
    type: typeof front["type"] === "string" ? front["type"] : "",
    front,
    ours: front["kb_hash"] !== undefined,
    edited,
    text,
    bodyLine,
    body,
    links: linksOf(lines, bodyLine),
    ...landingsOf(lines, body),
  };
}

/** Headings and block ids only. */
export function landingIn(path: string, text: string): Landing {
  return { path, ...landingsOf(plainLines(text), text) };
}

/** Lines of a body; those of code blocks are empty, code within a line is blank. */
export function plainLines(body: string): string[] {
  let fence: string | undefined;
  let quoted = false;
  return body.split("\n").map((line) => {
    const inner = line.replace(/^(?:\s*>)+ ?/u, "");
    const mark = FENCE.exec(inner)?.[1];
    // A quotation ends with its lines, and a code block in it that was left open with it.
    if (quoted && inner === line) fence = undefined;
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return "";
    }
    if (mark !== undefined) {
      fence = mark;
      quoted = inner !== line;
      return "";
    }
    return line.includes("`") ? line.replace(/(`+)(?!`)(?:.*?[^`])\1(?!`)/gu, (code) => " ".repeat(code.length)) : line;
  });
}

/** Letters and digits, folded: two headings that read alike are one. */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, "");
}

/** "[[wiki/x|X]]" -> "wiki/x". */
export function targetIn(link: string): string {
  return (/\[\[([^\]|#]+)/u.exec(link)?.[1] ?? link).replace(/\\$/u, "").trim();
}

export function textsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((item) => (typeof item === "string" ? [item] : typeof item === "number" ? [String(item)] : []));
}

function linksOf(lines: readonly string[], before: number): PageLink[] {
  return lines.flatMap((line, i) => {
    if (!line.includes("[[")) return [];
    return [...line.matchAll(LINK)].map(([, target = "", place = "", alias]) => ({
      target: target.replace(/\\$/u, "").trim(),
      place: place.replace(/\\$/u, "").trim(),
      ...(alias === undefined ? {} : { alias }),
      line: before + i + 1,
    }));
  });
}

/** `lines` are those of `text` without code; a heading keeps its own, "### `const fn`". */
function landingsOf(
  lines: readonly string[],
  text: string,
): { headings: ReadonlySet<string>; blocks: ReadonlySet<string> } {
  const written = text.split("\n");
  const headings = new Set<string>();
  const blocks = new Set<string>();
  for (const [i, line] of lines.entries()) {
    // A line within a code block is empty here, whatever it looks like.
    const heading = line === "" ? undefined : HEADING.exec(written[i]?.trimEnd() ?? "")?.[1];
    if (heading !== undefined) {
      headings.add(headingKey(heading));
      headings.add(headingKey(shownIn(heading)));
    }
    const block = BLOCK.exec(line)?.[1];
    if (block !== undefined) blocks.add(block);
  }
  return { headings, blocks };
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$/u;

/** A heading's words without link targets, tags and entities. */
function shownIn(heading: string): string {
  return heading
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/<[^>]+>/gu, "")
    .replace(/&(?:[a-z]+|#\d+|#x[\da-f]+);/giu, " ");
}

function lineCount(text: string): number {
  return text.replace(/\r\n?/gu, "\n").split("\n").length;
}
