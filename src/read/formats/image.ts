// Pictures: the text in them, by OCR without a network.
import { escapedParagraph } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { recognised } from "../ocr.ts";
import { type ReadResult, read } from "../result.ts";

const MOST_BYTES = 30e6;

export async function readImage(bytes: Uint8Array, path: string): Promise<ReadResult> {
  if (bytes.length > MOST_BYTES) return { kind: "skipped", reason: "a picture of more than 30 MB" };
  const text = await recognised(bytes);
  if (text.replace(/\s/gu, "").length < 12) return { kind: "skipped", reason: "a picture in which no text was found" };
  const paragraphs = text.split(/\n\s*\n/u).map((one) =>
    escapedParagraph(
      one
        .replace(/(\p{Lower})-\n(\p{Lower})/gu, "$1$2")
        .replace(/\s*\n\s*/gu, " ")
        .trim(),
    ),
  );
  const markdown = paragraphs.filter((one) => one !== "").join("\n\n");
  return read(
    documentOf({
      path,
      format: "image",
      markdown,
      opens: !/\.tiff?$/iu.test(path),
      pictures: [{ target: path, alt: "" }],
    }),
  );
}
