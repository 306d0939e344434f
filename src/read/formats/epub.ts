// .epub: the book's metadata, and its chapters in the order of the spine.
import { documentOf, type Mark } from "../document.ts";
import { parsePage } from "../html/dom.ts";
import { markdownOfWhole } from "../html/to-markdown.ts";
import { propertiesIn } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
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
  let markdown = "";
  const marks: Mark[] = [];
  for (const [i, itemref] of allNamed(root, "*:itemref").entries()) {
    const item = items.get(itemref.attributes["idref"] ?? "");
    if (!item || /\bnav\b/u.test(item["properties"] ?? "")) continue;
    const text = textIn(members, resolved(folder, item["href"] ?? ""));
    if (!text) continue;
    const chapter = await chapterOf(text);
    if (chapter === "") continue;
    if (markdown !== "") markdown += "\n\n";
    marks.push({ start: markdown.length, page: i + 1 });
    markdown += chapter;
  }
  const stated = propertiesIn(opf);
  const description = xmlText(allNamed(root, "*:description")[0])
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const title = xmlText(allNamed(root, "*:title")[0]).trim();
  // A chapter's place in the spine is no page: the marks tell chapters apart by their headings alone.
  return read(
    documentOf({
      path,
      format: "epub",
      markdown,
      opens: false,
      meta: { ...stated, ...(title ? { title } : {}), ...(description ? { description } : {}) },
    }),
  );
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
