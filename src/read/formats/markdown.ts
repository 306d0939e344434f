// .md as anybody writes it: nothing is rewritten, offsets hold in the file.
import type { Document } from "../../core/document.ts";
import { decodeText } from "../charset.ts";
import { type DocumentInput, documentOf } from "../document.ts";
import { frontMatterOf } from "../front-matter.ts";
import { metaFromProperties } from "../properties.ts";
import { type ReadResult, read } from "../result.ts";
import { statedStanding } from "../standing.ts";

export async function readMarkdown(bytes: Uint8Array, path: string): Promise<ReadResult> {
  return read(await markdownDocument(await decodeText(bytes), { path, format: "markdown", opens: true }));
}

/** Also for formats that are turned into Markdown with front matter. */
export async function markdownDocument(markdown: string, input: Omit<DocumentInput, "markdown">): Promise<Document> {
  const { data, leftOut } = await frontMatterOf(markdown);
  const meta = metaFromProperties(data, input.path);
  const document = documentOf({
    ...input,
    markdown,
    meta: { ...meta, ...input.meta },
    leftOut: [...leftOut, ...(input.leftOut ?? [])],
  });
  const published = document.meta.published ?? statedDate(document);
  const standing = document.meta.standing ?? statedStanding(document);
  if (published === document.meta.published && standing.length === 0) return document;
  const stated = { ...(published ? { published } : {}), ...(standing.length > 0 ? { standing } : {}) };
  return { ...document, meta: { ...document.meta, ...stated } };
}

/** "Start Date: 2015-04-28", "Published: March 3, 2020" in a line of its own near the top. */
function statedDate(document: Document): string | undefined {
  for (const block of document.blocks.slice(0, 8)) {
    if (block.kind === "heading" && block.depth !== 1) return undefined;
    const found =
      /^(?:start date|published(?: on)?|date|created)\s*:\s*(\d{4}-\d{2}-\d{2}|\p{Upper}\p{Alpha}+ \d{1,2}, \d{4}|\d{1,2} \p{Upper}\p{Alpha}+ \d{4})\b/iu.exec(
        block.text,
      );
    if (found?.[1]) return found[1];
  }
  return undefined;
}
