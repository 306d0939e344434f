// .epub: a Document a chapter in the order of the spine, each with the book's metadata.
import { piecesOf } from "../../markdown/pieces.ts";
import { documentOf } from "../document.ts";
import { parsePage } from "../html/dom.ts";
import { markdownOfWhole } from "../html/to-markdown.ts";
import { propertiesIn } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
import { titleFromPath } from "../title.ts";
import { allNamed, parseXml, xmlText } from "../xml.ts";
import { textIn, unzipped } from "../zip.ts";

export async function readEpub(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const members = await unzipped(bytes, (name) => /\.(?:x?html?|xml|opf|ncx)$/iu.test(name));
  const container = textIn(members, "META-INF/container.xml");
  const packagePath = container
    ? allNamed(parseXml(container), "*:rootfile")[0]?.attributes["full-path"]
    : [...members.keys()].find((name) => name.endsWith(".opf"));
  const opf = packagePath ? textIn(members, packagePath) : undefined;
  if (!packagePath || !opf) return { kind: "failed", reason: "the book has no package file: it is damaged" };
  if (
    members.has("META-INF/encryption.xml") &&
    /EncryptedData[\s\S]*?\.x?html/iu.test(textIn(members, "META-INF/encryption.xml") ?? "")
  )
    return { kind: "failed", reason: "the book is encrypted (DRM)" };
  const root = parseXml(opf);
  const folder = packagePath.includes("/") ? packagePath.slice(0, packagePath.lastIndexOf("/") + 1) : "";
  const items = new Map(allNamed(root, "*:item").map((item) => [item.attributes["id"] ?? "", item.attributes]));
  const parts: string[] = [];
  for (const itemref of allNamed(root, "*:itemref")) {
    const item = items.get(itemref.attributes["idref"] ?? "");
    if (!item || /\bnav\b/u.test(item["properties"] ?? "")) continue;
    const text = textIn(members, resolved(folder, item["href"] ?? ""));
    if (!text) continue;
    const chapter = await chapterOf(text);
    if (chapter !== "") parts.push(chapter);
  }
  const stated = propertiesIn(opf);
  const description = xmlText(allNamed(root, "*:description")[0])
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const title = xmlText(allNamed(root, "*:title")[0]).trim();
  const book = title || stated.title || titleFromPath(path);
  const meta = { ...stated, ...(description ? { description } : {}), title: book };
  const whole = documentOf({ path, format: "epub", markdown: parts.join("\n\n"), opens: false, meta });
  const chapters = chaptersOf(parts);
  if (chapters.length < 2) return read(whole);
  const taken = new Map<string, number>();
  return read(
    ...chapters.map((markdown, i) => {
      const name = headingOf(markdown) ?? `part ${i + 1}`;
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      const own = { ...meta, title: `${book}: ${name}${times > 1 ? ` (${times})` : ""}`, partOf: book };
      // A short chapter is as much in the book's language as a long one.
      return documentOf({
        path,
        format: "epub",
        markdown,
        opens: false,
        meta: { ...own, language: own.language ?? whole.meta.language },
      });
    }),
  );
}

/** Words; what is shorter (a cover, a title page, a half title) goes with the chapter after it. */
const SHORT = 60;

function chaptersOf(parts: readonly string[]): string[] {
  const chapters: string[] = [];
  let before = "";
  for (const part of parts) {
    const joined = before === "" ? part : `${before}\n\n${part}`;
    if (joined.split(/\s+/u).length < SHORT) before = joined;
    else {
      chapters.push(joined);
      before = "";
    }
  }
  const last = chapters.pop();
  if (last === undefined) return before === "" ? [] : [before];
  return [...chapters, before === "" ? last : `${last}\n\n${before}`];
}

/** The last heading of the chapter's opening: title pages that were put before it have headings too. */
function headingOf(markdown: string): string | undefined {
  const pieces = piecesOf(markdown).pieces.map(({ block }) => block);
  const headings = pieces.filter((block) => block.kind === "heading");
  const first = pieces.findIndex((block) => block.kind === "paragraph" && block.text.split(" ").length > 25);
  const above = pieces.slice(0, first < 0 ? undefined : first).filter((block) => block.kind === "heading");
  const text = (above.at(-1) ?? headings[0])?.text.replace(/\s+/gu, " ").trim();
  return text === undefined || text === "" ? undefined : text.slice(0, 80);
}

async function chapterOf(html: string): Promise<string> {
  const page = await parsePage(html.replace(/<\?xml[^>]*\?>/u, ""));
  const body = page.body ?? page.documentElement;
  for (const element of [...body.querySelectorAll("script,style,svg")]) element.remove();
  return await markdownOfWhole(body.innerHTML);
}

function resolved(folder: string, href: string): string {
  let name = href.split("#")[0] ?? "";
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name with a bare percent sign stands as it is.
  }
  const clean: string[] = [];
  for (const part of `${folder}${name}`.split("/"))
    if (part === "..") clean.pop();
    else if (part !== ".") clean.push(part);
  return clean.join("/");
}
