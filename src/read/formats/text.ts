// Plain text: paragraphs between blank lines, bullets, and lines that look like headings; no mark of Markdown has a meaning here.
import type { Block, BlockKind } from "../../core/document.ts";
import type { Piece } from "../../markdown/pieces.ts";
import { verbatim } from "../../markdown/span.ts";
import { decodeText } from "../charset.ts";
import { documentOf } from "../document.ts";
import { type ReadResult, read } from "../result.ts";
import { dateFromPath } from "../title.ts";
import { titleBlockOf } from "../title-block.ts";

export async function readText(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const text = await decodeText(bytes);
  const pieces = textPieces(text);
  const first = pieces[0]?.block;
  const { authors, published = dateFromPath(path) } = titleBlockOf(text.split(/\r?\n/u).slice(0, HEAD_LINES));
  const title = first?.kind === "heading" ? first.text : undefined;
  return read(
    documentOf({
      path,
      format: "text",
      markdown: text,
      opens: false,
      pieces,
      meta: {
        ...(title ? { title } : {}),
        ...(authors.length > 0 ? { authors } : {}),
        ...(published ? { published } : {}),
      },
    }),
  );
}

/** Lines in which a title block may stand. */
const HEAD_LINES = 24;

const BULLET = /^[ \t]*(?:[-*•‣–]|\d{1,3}[.)])[ \t]+/u;

/** The text is its own Markdown: offsets hold in the file. */
export function textPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let heading: string[] = [];
  const add = (kind: BlockKind, raw: string, start: number): void => {
    const trimmedStart = raw.search(/\S/u);
    if (trimmedStart < 0) return;
    const words = raw.trim();
    const at = start + trimmedStart;
    if (kind === "heading") heading = [words];
    const block: Block = {
      kind,
      text: words.replace(/\s*\r?\n\s*/gu, " "),
      start: at,
      end: at + words.length,
      headings: heading,
      ...(kind === "heading" ? { depth: pieces.length === 0 ? 1 : 2 } : {}),
    };
    const span = verbatim(
      words.replace(/\r?\n/gu, (all) => " ".repeat(all.length)),
      at,
    );
    pieces.push({ block, spans: kind === "heading" ? [] : [span] });
  };
  for (const match of text.matchAll(/(?:[^\n]*\S[^\n]*(?:\n|$))+/gu)) {
    const lines = match[0].split("\n").filter((line, i, all) => line !== "" || i < all.length - 1);
    const alone = lines.length === 1 && isHeading(lines[0] ?? "");
    if (alone) {
      add("heading", lines[0] ?? "", match.index);
      continue;
    }
    let from = match.index;
    let open = "";
    let openAt = from;
    for (const line of lines) {
      const bullet = BULLET.exec(line);
      if (bullet) {
        if (open !== "")
          add(
            BULLET.test(open) ? "list-item" : "paragraph",
            open.replace(BULLET, (all) => " ".repeat(all.length)),
            openAt,
          );
        open = "";
        openAt = from;
      }
      open += `${line}\n`;
      from += line.length + 1;
    }
    add(
      BULLET.test(open) ? "list-item" : "paragraph",
      open.replace(BULLET, (all) => " ".repeat(all.length)),
      openAt,
    );
  }
  return pieces;
}

/** A short line between blank ones, without a stop: a title or a chapter. */
function isHeading(line: string): boolean {
  const words = line.trim();
  return (
    words.length <= 80 &&
    !/[.!?:;,。！？：；，…"”]$/u.test(words) &&
    !BULLET.test(line) &&
    /\p{Alpha}/u.test(words) &&
    /^\p{Upper}|^\d|^\p{Lo}/u.test(words)
  );
}
