// Markdown and what a reader knows about it -> Document: numbered sentences, title, language, counts.
import type { Block, CodeRange, Document, DocumentMeta, Picture, Removal, Sentence } from "../core/document.ts";
import { type Piece, piecesOf } from "../markdown/pieces.ts";
import type { Span } from "../markdown/span.ts";
import { sentencesOf } from "../text/sentences.ts";
import { languageOf } from "./language.ts";
import { titleFromPath, titleInBlocks } from "./title.ts";

/** What is known from a certain offset of the Markdown on: the page of a PDF, the time and speaker of a transcript. */
export interface Mark {
  readonly start: number;
  readonly page?: number;
  readonly time?: string;
  readonly speaker?: string;
}

export interface DocumentInput {
  readonly path: string;
  readonly format: string;
  readonly markdown: string;
  /** False for formats that Obsidian cannot open. */
  readonly opens: boolean;
  /** What the source says of itself; the rest is found out: title from a heading or the name, language from the words. */
  readonly meta?: Partial<DocumentMeta>;
  /** In ascending order of start. */
  readonly marks?: readonly Mark[];
  readonly leftOut?: readonly Removal[];
  readonly pictures?: readonly Picture[];
  /** Given where the text is no Markdown; otherwise parsed from it. */
  readonly pieces?: readonly Piece[];
}

export function documentOf(input: DocumentInput): Document {
  const parsed = input.pieces ? { pieces: input.pieces, pictures: [] } : piecesOf(input.markdown);
  const pieces = marked(parsed.pieces, input.marks ?? []);
  const blocks = pieces.map((piece) => piece.block);
  const stated = input.meta?.title?.trim() || titleInBlocks(blocks);
  const language = input.meta?.language || languageOf(proseOf(blocks));
  return {
    path: input.path,
    format: input.format,
    meta: {
      authors: [],
      tags: [],
      ...input.meta,
      title: stated || titleFromPath(input.path),
      language,
      titleFromName: input.meta?.titleFromName ?? !stated,
    },
    markdown: input.markdown,
    blocks,
    sentences: sentencesFrom(pieces, language),
    pictures: [...(input.pictures ?? parsed.pictures)],
    leftOut: input.leftOut ?? [],
    words: wordCount(blocks),
    opens: input.opens,
  };
}

function marked(pieces: readonly Piece[], marks: readonly Mark[]): readonly Piece[] {
  if (marks.length === 0) return pieces;
  let next = 0;
  return pieces.map((piece) => {
    while (next < marks.length && (marks[next]?.start ?? 0) <= piece.block.start) next++;
    const { start: _, ...known } = marks[next - 1] ?? { start: 0 };
    return { ...piece, block: { ...piece.block, ...known } };
  });
}

/**
 * A table row is one sentence of its cells in the order of the source, "cell | cell": evidence has to stand in the raw file word for
 * word, and the heads do not stand there beside the cells. Who wants to understand the row reads its block, "head: cell; head: cell".
 */
function sentencesFrom(pieces: readonly Piece[], language: string): Sentence[] {
  const sentences: Sentence[] = [];
  const push = (text: string, start: number, end: number, block: number, code: readonly CodeRange[] = []): void => {
    const squeezed = text.replace(/\s+/gu, " ").trim();
    if (!/[\p{Alpha}\p{N}]/u.test(squeezed)) return;
    const known = code.length > 0 ? { code } : {};
    sentences.push({ n: sentences.length + 1, text: squeezed, start, end, block, ...known });
  };
  for (const [index, { block, spans }] of pieces.entries()) {
    if (block.kind === "table-row") {
      const [first, last] = [spans[0], spans.at(-1)];
      if (first && last)
        push(
          spans.map((span) => span.text).join(" | "),
          first.at[0] ?? block.start,
          (last.at.at(-1) ?? block.end - 1) + 1,
          index,
        );
      continue;
    }
    for (const span of spans) {
      for (const place of sentencesOf(span.text, { language, code: span.code })) {
        push(
          span.text.slice(place.start, place.end),
          span.at[place.start] ?? block.start,
          (span.at[place.end - 1] ?? block.end - 1) + 1,
          index,
          codeIn(span, place),
        );
      }
    }
  }
  return sentences;
}

/** Inline code of a sentence, where it stands once white space is squeezed. */
function codeIn(span: Span, { start, end }: { start: number; end: number }): CodeRange[] {
  const squeezed = (to: number): number => span.text.slice(start, to).replace(/\s+/gu, " ").length;
  return [...span.code]
    .filter(([at, length]) => at >= start && at + length <= end && length > 0)
    .map(([at, length]) => [squeezed(at), squeezed(at + length)] as const);
}

function proseOf(blocks: readonly Block[]): string {
  let text = "";
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "math" || block.kind === "image") continue;
    text += `${block.text}\n`;
    if (text.length > 8000) break;
  }
  return text;
}

const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{Alpha}\p{N}][\p{Alpha}\p{N}\p{M}'’-]*/gu;

/** Of prose: code and formulas are not counted; an ideograph counts as one. */
function wordCount(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== "code" && block.kind !== "math" && block.kind !== "image")
      count += block.text.match(WORD)?.length ?? 0;
  }
  return count;
}
