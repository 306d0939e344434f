// .pptx: a section a slide, in the order of the show, with its tables and the speaker's notes.
import { escapedParagraph, tableOf } from "../as-markdown.ts";
import { documentOf, type Mark } from "../document.ts";
import { coreProperties } from "../office.ts";
import { type ReadResult, read } from "../result.ts";
import { allNamed, childNamed, elementsIn, parseXml, type XmlElement, xmlText } from "../xml.ts";
import { textIn, unzipped } from "../zip.ts";

export async function readPptx(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const members = await unzipped(
    bytes,
    (name) =>
      /^ppt\/(?:presentation\.xml|slides\/|notesSlides\/|charts\/chart|_rels\/)/u.test(name) &&
      /\.(?:xml|rels)$/u.test(name),
  );
  let markdown = "";
  const marks: Mark[] = [];
  for (const [i, name] of slideNames(members).entries()) {
    const slide = parseXml(textIn(members, name) ?? "");
    const relations = relationsOf(members, name);
    const notes = [...relations.values()].find((target) => target.startsWith("ppt/notesSlides/"));
    const parts = slideParts(slide, members, relations);
    const said = notes ? notesText(parseXml(textIn(members, notes) ?? "")) : "";
    const text = [...parts, ...(said === "" ? [] : [`> ${said.split("\n").join("\n> ")}`])].join("\n\n");
    if (text === "") continue;
    if (markdown !== "") markdown += "\n\n";
    marks.push({ start: markdown.length, page: i + 1 });
    markdown += /^#/u.test(text) ? text : `## Slide ${i + 1}\n\n${text}`;
  }
  const meta = await coreProperties(bytes);
  return read(documentOf({ path, format: "pptx", markdown, opens: false, marks, meta }));
}

/** By the presentation's own list; files are numbered in the order they were made. */
function slideNames(members: ReadonlyMap<string, Uint8Array>): string[] {
  const relations = relationsOf(members, "ppt/presentation.xml");
  const listed = allNamed(parseXml(textIn(members, "ppt/presentation.xml") ?? ""), "p:sldId").map(
    (one) => relations.get(one.attributes["r:id"] ?? "") ?? "",
  );
  return listed.filter((name) => members.has(name));
}

function relationsOf(members: ReadonlyMap<string, Uint8Array>, name: string): Map<string, string> {
  const cut = name.lastIndexOf("/");
  const xml = textIn(members, `${name.slice(0, cut)}/_rels/${name.slice(cut + 1)}.rels`);
  const found = new Map<string, string>();
  for (const one of xml ? allNamed(parseXml(xml), "Relationship") : []) {
    const parts = `${name.slice(0, cut)}/${one.attributes["Target"] ?? ""}`.split("/");
    const clean: string[] = [];
    for (const part of parts)
      if (part === "..") clean.pop();
      else if (part !== ".") clean.push(part);
    found.set(one.attributes["Id"] ?? "", clean.join("/"));
  }
  return found;
}

function slideParts(
  slide: XmlElement,
  members: ReadonlyMap<string, Uint8Array>,
  relations: ReadonlyMap<string, string>,
): string[] {
  const shapes = allNamed(slide, "*:spTree").flatMap((tree) => [
    ...allNamed(tree, "p:sp"),
    ...allNamed(tree, "p:graphicFrame"),
    ...allNamed(tree, "p:pic"),
  ]);
  const placed = shapes.map((shape) => ({
    shape,
    y: Number(allNamed(shape, "a:off")[0]?.attributes["y"] ?? 0),
    x: Number(allNamed(shape, "a:off")[0]?.attributes["x"] ?? 0),
    title: /^(?:title|ctrTitle)$/u.test(allNamed(shape, "p:ph")[0]?.attributes["type"] ?? ""),
  }));
  placed.sort((a, b) => Number(b.title) - Number(a.title) || a.y - b.y || a.x - b.x);
  return placed.flatMap(({ shape, title }) => {
    if (shape.name === "p:pic") return pictureOf(shape);
    const table = allNamed(shape, "a:tbl")[0];
    if (table)
      return [
        tableOf(
          allNamed(table, "a:tr").map((row) =>
            allNamed(row, "a:tc").map((cell) =>
              paragraphs(cell)
                .map((one) => one.text)
                .join(" "),
            ),
          ),
        ),
      ];
    const chart = allNamed(shape, "c:chart")[0];
    if (chart) return chartText(parseXml(textIn(members, relations.get(chart.attributes["r:id"] ?? "") ?? "") ?? ""));
    const lines = paragraphs(shape);
    if (title) return lines.length === 0 ? [] : [`## ${lines.map((line) => escapedParagraph(line.text)).join(" ")}`];
    const listed = lines.length > 1;
    const text = lines
      .map((line) => `${listed ? `${"  ".repeat(line.level)}- ` : ""}${escapedParagraph(line.text)}`)
      .join("\n");
    return text === "" ? [] : [text];
  });
}

function paragraphs(shape: XmlElement): { text: string; level: number }[] {
  return allNamed(shape, "a:p").flatMap((paragraph) => {
    const text = elementsIn(paragraph)
      .map((run) =>
        run.name === "a:br"
          ? " "
          : run.name === "a:r" || run.name === "a:fld"
            ? xmlText(childNamed(run, "a:t"))
            : allNamed(run, "m:t").map(xmlText).join(""),
      )
      .join("")
      .replace(/\s+/gu, " ")
      .trim();
    return text === "" ? [] : [{ text, level: Number(childNamed(paragraph, "a:pPr")?.attributes["lvl"] ?? 0) }];
  });
}

function pictureOf(shape: XmlElement): string[] {
  const known = allNamed(shape, "p:cNvPr")[0]?.attributes;
  const alt = known?.["descr"]?.replace(/\s+/gu, " ").trim() ?? "";
  const name = (known?.["name"] ?? "picture").replace(/[^\p{Alpha}\p{N}]+/gu, "");
  return alt === "" ? [] : [`![${alt.replace(/[[\]]/gu, "")}](${name}.jpg)`];
}

function notesText(notes: XmlElement): string {
  return allNamed(notes, "p:sp")
    .filter((shape) => allNamed(shape, "p:ph")[0]?.attributes["type"] === "body")
    .flatMap(paragraphs)
    .map((line) => escapedParagraph(line.text))
    .join("\n");
}

function chartText(chart: XmlElement): string[] {
  const title = allNamed(chart, "c:title")
    .slice(0, 1)
    .flatMap((one) => allNamed(one, "a:t"))
    .map(xmlText)
    .join("");
  const series = allNamed(chart, "c:ser").map((one) => ({
    name:
      allNamed(one, "c:tx")
        .flatMap((tx) => allNamed(tx, "c:v"))
        .map(xmlText)[0] ?? "",
    names: allNamed(one, "c:cat")
      .flatMap((cat) => allNamed(cat, "c:v"))
      .map(xmlText),
    values: allNamed(one, "c:val")
      .flatMap((val) => allNamed(val, "c:v"))
      .map(xmlText),
  }));
  const names = series[0]?.names ?? [];
  const rows = [
    ["", ...series.map((one) => one.name)],
    ...names.map((name, i) => [name, ...series.map((one) => one.values[i] ?? "")]),
  ];
  return [...(title === "" ? [] : [`### ${title}`]), ...(names.length > 0 ? [tableOf(rows)] : [])];
}
