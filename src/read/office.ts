// Title, author and date that office files carry in docProps/core.xml.
import type { DocumentMeta } from "../core/document.ts";
import { authorsOf } from "./properties.ts";
import { allNamed, parseXml, xmlText } from "./xml.ts";
import { textIn, unzipped } from "./zip.ts";

export async function coreProperties(bytes: Uint8Array): Promise<Partial<DocumentMeta>> {
  const xml = textIn(await unzipped(bytes, (name) => name === "docProps/core.xml"), "docProps/core.xml");
  return xml ? propertiesIn(xml) : {};
}

/** Dublin Core names, as OOXML, ODF and EPUB use them. */
export function propertiesIn(xml: string): Partial<DocumentMeta> {
  const root = parseXml(xml);
  const text = (name: string): string => xmlText(allNamed(root, name)[0]).replace(/\s+/gu, " ").trim();
  const stated = text("*:title");
  const title =
    /^(?:untitled|document\d*|powerpoint presentation|presentation\d*|word document|microsoft word.*|.*\.(?:docx?|pptx?|odt))$/iu.test(
      stated,
    )
      ? ""
      : stated;
  const authors = authorsOf(allNamed(root, "*:creator").map((one) => xmlText(one).trim())).filter(
    (name) => !/^(?:user|admin|administrator|author|unknown|microsoft office user|python-docx)$/iu.test(name),
  );
  const date = text("*:date") || text("*:created") || text("meta:creation-date");
  const language = text("*:language").toLowerCase().split(/[-_]/u)[0] ?? "";
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/u.exec(date)?.[0];
  return {
    ...(title ? { title } : {}),
    authors,
    ...(day ? { published: day } : {}),
    ...(/^[a-z]{2,3}$/u.test(language) && language !== "und" ? { language } : {}),
  };
}
