// .xml .rss .atom .opml: a feed's entries one after the other; other XML as its text.
import type { Removal } from "../../core/document.ts";
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { decodeHtml } from "../charset.ts";
import { documentOf } from "../document.ts";
import { markdownOf } from "../html/to-markdown.ts";
import { documentsOfRecords, type Fields, holdsText, isTelling } from "../records.ts";
import { type ReadResult, read } from "../result.ts";
import { allNamed, childNamed, elementsIn, innerXml, parseXml, type XmlElement, xmlText } from "../xml.ts";

export async function readFeed(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const root = parseXml(await decodeHtml(bytes));
  const channel = allNamed(root, "channel")[0] ?? allNamed(root, "*:feed")[0];
  const entries = [...allNamed(root, "item"), ...allNamed(root, "*:entry")];
  if (channel && entries.length > 0) return read(await feedDocument(channel, entries, path));
  const outlines = allNamed(root, "outline");
  if (outlines.length > 0) {
    const links = outlines.map((one) =>
      `- ${escaped(one.attributes["text"] ?? one.attributes["title"] ?? "")} ${escaped(one.attributes["xmlUrl"] ?? one.attributes["htmlUrl"] ?? "")}`.trim(),
    );
    return read(
      documentOf({
        path,
        format: "opml",
        markdown: links.join("\n"),
        opens: false,
        meta: { title: xmlText(allNamed(root, "title")[0]).trim() },
      }),
    );
  }
  const records = recordElements(root).map(fieldsOf);
  if (records.length > 0) return read(...documentsOfRecords(records, path, "xml"));
  const markdown = paragraphs(root).map(escapedParagraph).join("\n\n");
  return read(documentOf({ path, format: "xml", markdown, opens: false }));
}

async function feedDocument(
  channel: XmlElement,
  entries: readonly XmlElement[],
  path: string,
): Promise<ReturnType<typeof documentOf>> {
  const text = (element: XmlElement, ...names: string[]): string =>
    xmlText(childNamed(element, ...names))
      .replace(/\s+/gu, " ")
      .trim();
  const link = (element: XmlElement): string =>
    text(element, "link") ||
    (elementsIn(element).find(
      (one) =>
        one.name.endsWith("link") && one.attributes["href"] && (one.attributes["rel"] ?? "alternate") === "alternate",
    )?.attributes["href"] ??
      "");
  const title = text(channel, "title", "*:title");
  const parts = [`# ${escaped(title)}`, escapedParagraph(text(channel, "description", "*:subtitle"))];
  const leftOut: Removal[] = [];
  for (const entry of entries) {
    const name = escaped(text(entry, "title", "*:title"));
    const url = link(entry);
    const date = text(entry, "pubDate", "*:published", "*:updated", "dc:date");
    const author = text(entry, "dc:creator") || authorIn(entry);
    const html = withoutFooter(contentOf(entry), leftOut);
    const source = /^https?:\/\/[^\s<>]+$/u.test(url) ? `<${url}>` : "";
    parts.push(
      `## ${name || escaped(date)}`,
      [escaped(author), escaped(date), source].filter((part) => part !== "").join(", "),
      (await markdownOf(html)).replace(/^(#{1,4})(?=\s)/gmu, "$1##"),
    );
  }
  const url = link(channel);
  return documentOf({
    path,
    format: "feed",
    markdown: parts.filter((part) => part !== "").join("\n\n"),
    opens: false,
    leftOut,
    meta: { title, ...(/^https?:/u.test(url) ? { url } : {}), authors: [] },
  });
}

/** "Ada" of an Atom person, and of "ada@x.example (Ada)". */
function authorIn(entry: XmlElement): string {
  const author = childNamed(entry, "*:author");
  const named = xmlText((author && childNamed(author, "*:name")) ?? author)
    .replace(/\s+/gu, " ")
    .trim();
  return /^\S+@\S+ \((.+)\)$/u.exec(named)?.[1] ?? named;
}

/** Where an entry's words stand, whole ones before extracts; prefixes are whatever the feed calls them. */
const CONTENT = ["*:encoded", "content", "atom:content", "description", "*:summary", "media:description"];

/** As HTML. */
function contentOf(entry: XmlElement): string {
  // A film's description stands in a group of its own.
  const places = [entry, ...elementsIn(entry).filter((one) => one.name === "media:group")];
  for (const name of CONTENT) {
    for (const place of places) {
      const found = childNamed(place, name);
      if (!found) continue;
      const kind = found.attributes["type"] ?? "html";
      const html =
        kind === "xhtml"
          ? innerXml(found)
          : kind === "text" || name.startsWith("media")
            ? asHtml(found)
            : xmlText(found);
      if (html.trim() !== "") return html;
    }
  }
  return "";
}

function asHtml(element: XmlElement): string {
  return xmlText(element)
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${paragraph.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");
}

/** What blog programs put below each post. */
const FOOTER = /<p>\s*The post (?:(?!<\/p>).)* (?:appeared first|first appeared) on (?:(?!<\/p>).)*<\/p>\s*$/su;

function withoutFooter(html: string, leftOut: Removal[]): string {
  const footer = FOOTER.exec(html)?.[0];
  if (footer === undefined) return html;
  leftOut.push({
    step: "feed",
    reason: "the line that says where the post appeared",
    text: footer.replace(/<[^>]+>/gu, "").trim(),
  });
  return html.slice(0, -footer.length);
}

/** Elements of one name beside each other of which most tell something; the outermost such. */
function recordElements(root: XmlElement): readonly XmlElement[] {
  for (let level: readonly XmlElement[] = [root]; level.length > 0 && level.length <= MOST_PARENTS; ) {
    for (const parent of level) {
      const byName = new Map<string, XmlElement[]>();
      for (const one of elementsIn(parent)) {
        const same = byName.get(one.name);
        if (same) same.push(one);
        else byName.set(one.name, [one]);
      }
      for (const same of byName.values())
        if (same.length > 1 && same.filter((one) => isTelling(fieldsOf(one))).length >= same.length * 0.5) return same;
    }
    level = level.flatMap(elementsIn);
  }
  return [];
}

/** Wider levels hold the parts of texts, no lists of records. */
const MOST_PARENTS = 50;

/** Attributes and elements without parts by their names, the first of each; in those that hold words, all of them. */
function fieldsOf(element: XmlElement): Fields {
  const fields: Record<string, string> = {};
  const put = (name: string, text: string): void => {
    const key = name.slice(name.indexOf(":") + 1).toLowerCase();
    if (key !== "__proto__" && text.trim() !== "") fields[key] ??= text;
  };
  const visit = (one: XmlElement): void => {
    for (const [name, value] of Object.entries(one.attributes)) put(name, value);
    for (const child of elementsIn(one)) {
      if (holdsText(child.name.toLowerCase()) || elementsIn(child).length === 0)
        put(child.name, paragraphs(child).join("\n\n") || xmlText(child));
      else visit(child);
    }
  };
  visit(element);
  return fields;
}

/** The text of each element that holds text of its own. */
function paragraphs(element: XmlElement): string[] {
  const mixed = element.children.some((child) => typeof child === "string" && child.trim() !== "");
  if (mixed) return [xmlText(element).replace(/\s+/gu, " ").trim()];
  return elementsIn(element)
    .flatMap(paragraphs)
    .filter((text) => text !== "");
}
