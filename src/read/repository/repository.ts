// A repository of a program -> one Document: README, tree, what its folders are for, languages, entry points, licence, files in full.
import type { Block, Document, Removal } from "../../core/document.ts";
import { type Piece, piecesOf } from "../../markdown/pieces.ts";
import { type Span, verbatim } from "../../markdown/span.ts";
import { byCodePoint } from "../../text/order.ts";
import { decodeText, looksBinary } from "../charset.ts";
import { documentOf } from "../document.ts";
import { textPieces } from "../formats/text.ts";
import { type ReadResult, read } from "../result.ts";
import { definedIn, languageFor, proseIn } from "./code.ts";
import { factsOf } from "./facts.ts";
import { byImportance, GENERATED, LICENCE, type Listed, README, treeOf } from "./files.ts";

export interface RepositoryInput {
  /** From the vault's root. */
  readonly folder: string;
  /** The file that stands for the whole. */
  readonly path: string;
  /** Paths from the vault's root, sizes in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly contentOf: (path: string) => Uint8Array;
  /** Where it was cloned from, and the day of its newest commit. */
  readonly origin?: { readonly url: string; readonly date: string };
}

/** Bytes of text that one repository may bring in full, that one file of it may, and that more files may bring by their comments and names. */
const BUDGET = 400_000;
const MOST_OF_ONE = 60_000;
const OUTLINED = 4_000_000;

interface Shown extends Listed {
  readonly text: string;
  /** False: only what it defines and what its comments say. */
  readonly whole: boolean;
}

export async function readRepository(input: RepositoryInput): Promise<ReadResult> {
  const { folder } = input;
  const leftOut: Removal[] = [];
  const files: Listed[] = input.files
    .map((file) => ({ path: file.path, name: file.path.slice(folder.length + 1), size: file.size }))
    .sort((a, b) => byCodePoint(a.name, b.name));
  const shown: Shown[] = [];
  let room = BUDGET;
  let outlined = OUTLINED;
  for (const file of byImportance(files)) {
    const long =
      file.size > MOST_OF_ONE
        ? `larger than ${MOST_OF_ONE / 1000} kB`
        : file.size > room
          ? "beyond what one repository may bring"
          : undefined;
    const isCode = languageFor(file.name) !== undefined;
    const skipped = GENERATED.test(file.name)
      ? "made by a tool"
      : long !== undefined && (!isCode || file.size > outlined)
        ? long
        : undefined;
    const bytes = skipped === undefined ? input.contentOf(file.path) : new Uint8Array();
    const why = skipped ?? (looksBinary(bytes) ? "no text" : long);
    if (why !== undefined) leftOut.push({ step: "repository", reason: `not in full: ${why}`, text: file.name });
    if (why !== undefined && (skipped !== undefined || why !== long)) continue;
    const text = (await decodeText(bytes)).replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
    if (text.trim() === "") continue;
    shown.push({ ...file, text, whole: long === undefined });
    if (long === undefined) room -= file.size;
    else outlined -= file.size;
  }
  if (shown.length === 0) return { kind: "skipped", reason: "a repository without a file that is text" };
  return read(documentFrom(input, files, shown, leftOut));
}

function documentFrom(
  { folder, path, origin }: RepositoryInput,
  files: readonly Listed[],
  shown: readonly Shown[],
  leftOut: readonly Removal[],
): Document {
  const parts = partsOf();
  const readme = shown.find((file) => README.test(file.name));
  const folderName = folder.slice(folder.lastIndexOf("/") + 1);
  const facts = factsOf(folderName, files, shown);
  if (readme) parts.text(readme, []);
  parts.heading("About this repository", 2);
  for (const fact of facts.stated) parts.paragraph(fact.text, ["About this repository"], fact.file);
  parts.heading("Files", 2);
  parts.code(treeOf(folderName, files), "", ["Files"]);
  if (facts.folders.length > 0) parts.heading("Folders", 2);
  for (const one of facts.folders) parts.item(`${one.name}/: `, one.text, ["Folders"], one.file);
  for (const file of shown) {
    if (file === readme) continue;
    const defined = isProse(file.name) ? [] : definedIn(file.text);
    const comments = isProse(file.name) ? [] : proseIn(file.text);
    if (!file.whole && defined.length + comments.length === 0) continue;
    parts.heading(file.name, 2);
    if (isProse(file.name)) {
      parts.text(file, [file.name]);
      continue;
    }
    if (defined.length > 0) parts.paragraph(`${file.name} defines ${listed(defined)}.`, [file.name], file.path);
    for (const comment of comments) parts.paragraph(comment, [file.name], file.path);
    if (file.whole) parts.code(file.text.trimEnd(), languageFor(file.name)?.fence ?? "", [file.name], file.path);
  }
  const titled = readme && parts.title();
  return documentOf({
    path,
    format: "repository",
    markdown: parts.markdown(),
    opens: false,
    pieces: parts.pieces,
    leftOut,
    meta: {
      title: titled || facts.name || folderName,
      ...(facts.description ? { description: facts.description } : {}),
      ...(origin ? { url: origin.url } : facts.url ? { url: facts.url } : {}),
      ...(origin?.date ? { published: origin.date } : {}),
      authors: facts.authors,
      titleFromName: false,
    },
  });
}

const isProse = (name: string): boolean =>
  /\.(?:md|markdown|txt|rst|adoc|org)$|(?:^|\/)[A-Z]{4,}$/u.test(name) && !LICENCE.test(name.split("/").at(-1) ?? name);

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Builds Markdown and its pieces side by side, so that every sentence knows its place and its file. */
function partsOf() {
  let markdown = "";
  const pieces: Piece[] = [];
  const open = (): number => {
    if (markdown !== "") markdown += "\n\n";
    return markdown.length;
  };
  const put = (
    block: Omit<Block, "start" | "end">,
    written: string,
    spans: (start: number) => readonly Span[],
  ): void => {
    const start = open();
    markdown += written;
    pieces.push({ block: { ...block, start, end: markdown.length }, spans: spans(start) });
  };
  const from = (file: string | undefined): { file?: string } => (file === undefined ? {} : { file });
  return {
    pieces,
    markdown: () => markdown,
    title: () => pieces.find(({ block }) => block.kind === "heading" && block.depth === 1)?.block.text.slice(0, 100),
    heading: (text: string, depth: number) =>
      put({ kind: "heading", text, depth, headings: [text] }, `${"#".repeat(depth)} ${text}`, () => []),
    paragraph: (text: string, headings: readonly string[], file?: string) =>
      put({ kind: "paragraph", text, headings, ...from(file) }, text, (start) => [verbatim(text, start)]),
    /** `said` alone stands in the file. */
    item: (label: string, said: string, headings: readonly string[], file?: string) =>
      put({ kind: "list-item", text: `${label}${said}`, headings, ...from(file) }, `- ${label}${said}`, (start) => [
        verbatim(said, start + 2 + label.length),
      ]),
    code: (text: string, lang: string, headings: readonly string[], file?: string) => {
      const fence = "`".repeat(Math.max(3, ...(text.match(/`{3,}/gu) ?? []).map((run) => run.length + 1)));
      put(
        { kind: "code", text, headings, ...from(file), ...(lang ? { lang } : {}) },
        `${fence}${lang}\n${text}\n${fence}`,
        () => [],
      );
    },
    /** A file that is prose, under headings of its own below `above`. */
    text: (file: Shown, above: readonly string[]) => {
      const isMarkdown = /\.(?:md|markdown)$/iu.test(file.name);
      const start = open();
      markdown += file.text.trimEnd();
      for (const { block, spans } of isMarkdown ? piecesOf(file.text).pieces : textPieces(file.text))
        pieces.push({
          block: {
            ...block,
            start: block.start + start,
            end: block.end + start,
            headings: [...above, ...block.headings],
            ...(block.depth === undefined ? {} : { depth: Math.min(6, block.depth + (above.length > 0 ? 2 : 0)) }),
            file: file.path,
          },
          spans: spans.map((span) => ({ ...span, at: span.at.map((at) => at + start) })),
        });
    },
  };
}
