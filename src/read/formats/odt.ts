// .odt: headings, paragraphs, lists, tables and notes of an OpenDocument text.
import { escapedParagraph, tableOf } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { propertiesIn } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
import { allNamed, elementsIn, parseXml, type XmlElement, xmlText } from "../xml.ts";
import { textIn, unzipped } from "../zip.ts";

export async function readOdt(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const members = await unzipped(bytes, (name) => name === "content.xml" || name === "meta.xml");
  const content = textIn(members, "content.xml");
  if (!content) return { kind: "failed", reason: "the file has no content.xml: it is damaged" };
  const body = allNamed(parseXml(content), "office:text")[0];
  const notes: string[] = [];
  const parts = body ? blocks(body, 0, notes) : [];
  const markdown = [...parts, ...notes.map((note, i) => `[^${i + 1}]: ${note}`)].join("\n\n");
  return read(
    documentOf({ path, format: "odt", markdown, opens: false, meta: propertiesIn(textIn(members, "meta.xml") ?? "") }),
  );
}

function blocks(element: XmlElement, depth: number, notes: string[]): string[] {
  return elementsIn(element).flatMap((child): string[] => {
    switch (child.name) {
      case "text:h": {
        const text = inline(child, notes).trim();
        return text === ""
          ? []
          : [`${"#".repeat(Math.min(6, Number(child.attributes["text:outline-level"] ?? 1)))} ${text}`];
      }
      case "text:p": {
        const text = inline(child, notes).trim();
        return text === "" ? [] : [escapedStart(text)];
      }
      case "text:list":
        return [
          elementsIn(child)
            .flatMap((item) =>
              blocks(item, depth + 1, notes).map((block, i) =>
                block.startsWith("  ".repeat(depth + 1)) || /^\s*- /u.test(block)
                  ? block
                  : `${"  ".repeat(depth)}${i === 0 ? "- " : "  "}${block}`,
              ),
            )
            .join("\n"),
        ];
      case "table:table":
        return [
          tableOf(
            allNamed(child, "table:table-row").map((row) =>
              elementsIn(row)
                .filter((cell) => cell.name === "table:table-cell")
                .map((cell) => xmlText(cell)),
            ),
          ),
        ];
      case "text:section":
      case "text:list-item":
      case "text:list-header":
        return blocks(child, depth, notes);
      default:
        return [];
    }
  });
}

function escapedStart(text: string): string {
  return text.replace(/^(#{1,6}\s|[-+>]\s)/u, "\\$1");
}

function inline(element: XmlElement, notes: string[]): string {
  return element.children
    .map((child): string => {
      if (typeof child === "string") return escapedParagraph(child.replace(/\s+/gu, " "));
      if (child.name === "text:s" || child.name === "text:tab") return " ";
      if (child.name === "text:line-break") return "  \n";
      if (child.name === "text:note") {
        const body = elementsIn(child).find((one) => one.name === "text:note-body");
        notes.push(body ? xmlText(body).replace(/\s+/gu, " ").trim() : "");
        return `[^${notes.length}]`;
      }
      return /^(?:office:annotation|draw:)/u.test(child.name) ? "" : inline(child, notes);
    })
    .join("");
}
