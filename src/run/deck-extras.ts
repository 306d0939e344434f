// What a deck shows beside sentences: a comparison or a small table of a source, and pictures that stand where the answer cites.
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { posix, sep } from "node:path";
import type { DeckPicture } from "../answer/formats/slides.ts";
import { kindOf } from "../answer/question-kind.ts";
import { sourceTable } from "../answer/table/source-table.ts";
import { tableAnswer } from "../answer/table/table.ts";
import type { Answer, AnsweredSentence } from "../core/answer.ts";
import type { VaultIndex } from "../vault/index-file.ts";
import { absolute, type Layout } from "../vault/layout.ts";
import { readerOf } from "./vault-reader.ts";
import type { Workspace } from "./workspace.ts";

const MOST_PICTURES = 2;
const MOST_BYTES = 4_000_000;
const PICTURE =
  /!\[(?<alt>[^\]\n]*)\]\(<?(?<target>[^)\s>]+)>?(?: [^)]*)?\)|!\[\[(?<wiki>[^\]|#\n]+)(?:\|[^\]]*)?\]\]/gu;
const KIND = /\.(?:png|jpe?g|gif|webp|svg)$/iu;

/** Cells, with the numbers that the answer gives its sources, and new ones after them. */
export async function deckCells(workspace: Workspace, index: VaultIndex, answer: Answer): Promise<AnsweredSentence[]> {
  if (kindOf(answer.question).kind !== "compare") return sourceTable(index, answer);
  const table = await tableAnswer(index, answer.question, readerOf(workspace));
  const numbers = new Map(
    answer.sentences.flatMap(({ citations }) => citations.map(({ page, n }) => [page, n] as const)),
  );
  return (table?.sentences ?? []).flatMap((one) => {
    if (one.cell === undefined) return [];
    const citations = one.citations.map((citation) => {
      const n = numbers.get(citation.page) ?? Math.max(0, ...numbers.values()) + 1;
      numbers.set(citation.page, n);
      return { ...citation, n };
    });
    return [{ ...one, citations }];
  });
}

/** Local pictures under the headings that the answer cites, by the paths that they have from outputs/. */
export function deckPictures({ layout }: Workspace, answer: Answer): DeckPicture[] {
  const found = new Map<string, DeckPicture>();
  for (const sentence of answer.sentences)
    for (const { source, heading, sourceTitle } of sentence.citations) {
      if (!/\.md$/iu.test(source) || !existsSync(absolute(layout, source))) continue;
      for (const { groups } of sectionOf(readFileSync(absolute(layout, source), "utf8"), heading).matchAll(PICTURE)) {
        const target = decodeURI(groups?.target ?? groups?.wiki ?? "");
        if (/^[a-z]+:/iu.test(target) || !KIND.test(target)) continue;
        const path = [posix.join(posix.dirname(source), target), target.replace(/^\//u, "")].find((one) =>
          isPicture(layout, one),
        );
        if (path !== undefined && !found.has(path))
          found.set(path, {
            target: encodeURI(posix.relative(layout.outputs, path)).replace(/[()]/gu, (mark) =>
              mark === "(" ? "%28" : "%29",
            ),
            caption: (groups?.alt ?? "").replace(/\|\d+(?:x\d+)?$/u, ""),
            by: sourceTitle,
          });
      }
    }
  return [...found.values()].slice(0, MOST_PICTURES);
}

/** A picture within the vault, wherever links lead, and not too big to go into a file. */
export function isPicture(layout: Layout, path: string): boolean {
  const file = absolute(layout, path);
  if (path.startsWith("..") || !KIND.test(path) || !existsSync(file)) return false;
  return realpathSync(file).startsWith(realpathSync(layout.root) + sep) && statSync(file).size < MOST_BYTES;
}

/** Text under a heading, to the next of any depth; all of it where none is named. */
function sectionOf(text: string, heading: string): string {
  if (heading === "") return text.split(/^#{2,6} /mu)[0] ?? "";
  const lines = text.split("\n");
  const bare = (line: string): string => line.replace(/[^\p{Alpha}\p{N}]+/gu, "");
  const start = lines.findIndex((line) => /^#{1,6} /u.test(line) && bare(line) === bare(heading));
  if (start < 0) return "";
  const end = lines.findIndex((line, i) => i > start && /^#{1,6} /u.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).join("\n");
}
