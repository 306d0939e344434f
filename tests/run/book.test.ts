// A book in raw/: a page a chapter, and questions to the book alone.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { lights } from "./lighthouses.ts";

const FILLER = "The keeper wrote of the weather, of the ships that passed, and of the bread that came by boat. ".repeat(
  5,
);
const chapter = (title: string, text: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>${title}</h2><p>${text} ${FILLER}</p></body></html>`;
const MEMBERS: Readonly<Record<string, string>> = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  "book.opf":
    '<package><metadata><dc:title>The Lamp</dc:title><dc:creator>Ada Roe</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml"/><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
  "c.xhtml": "<html><body><p>The Lamp, by Ada Roe</p></body></html>",
  "a.xhtml": chapter("Dusk", "Old Morag lit the lamp with a splinter of pine."),
  "b.xhtml": chapter("Storm", "Morag sold the lamp to a captain from Leith."),
};

async function book(): Promise<Buffer> {
  const { default: Zip } = await import("jszip");
  const zip = new Zip();
  for (const [name, text] of Object.entries(MEMBERS)) zip.file(name, text);
  return zip.generateAsync({ type: "nodebuffer" });
}

describe("a book", () => {
  it("is a page a chapter, with the book's name and author, and nothing of it is lost", async () => {
    const v = lights({});
    writeFileSync(join(v.root, "raw/the-lamp.epub"), await book());
    await v.run();
    const wiki = v.wiki();
    expect(Object.keys(wiki).filter((path) => path.startsWith("wiki/sources/the-lamp"))).toEqual([
      "wiki/sources/the-lamp-dusk.md",
      "wiki/sources/the-lamp-storm.md",
    ]);
    expect(wiki["wiki/sources/the-lamp-storm.md"]).toContain("author: Ada Roe");
    expect(wiki["wiki/texts/the-lamp-dusk-text.md"]).toContain("The Lamp, by Ada Roe");
    expect(wiki["wiki/texts/the-lamp-dusk-text.md"]).not.toContain("Leith");
  });

  it("is asked alone by its file or title: across its chapters, and of nothing else", async () => {
    const other = "# Lamps\n\nMorag Smith of Oban sells lamps and mends them.\n";
    const v = lights({ "raw/lamps.md": other });
    writeFileSync(join(v.root, "raw/the-lamp.epub"), await book());
    await v.run();
    const asked = (question: string, source: string) =>
      v.with((workspace) => ask(workspace, question, { save: false, source }));
    const { citations } = await asked("What did Morag do with the lamp?", "the lamp");
    expect(new Set(citations.map((one) => one.page))).toEqual(
      new Set(["wiki/sources/the-lamp-dusk.md", "wiki/sources/the-lamp-storm.md"]),
    );
    expect((await asked("Who lit the lamp with a splinter?", "raw/lamps.md")).answerable).toBe(false);
    await expect(asked("Who lit the lamp?", "the horn")).rejects.toThrow('No source is called "the horn"');
  });
});
