// Documents, books and archives become blocks in the order in which they are read.
import { describe, expect, it } from "vitest";
import { readFile } from "../../src/read/registry.ts";
import { documentsIn, pdf, read, texts, zipped } from "./some-files.ts";

describe("a PDF", () => {
  const page = (n: number): [number, number, number, string][] => [
    [72, 760, 8, "Journal of Desks, volume 7"],
    [72, 700, 20, `Chapter ${n}`],
    [72, 660, 10, "The memex is a desk in which a person stores all books and let-"],
    [72, 648, 10, "ters, and it was never built by anyone."],
    [72, 610, 10, "A second paragraph stands here on its own."],
    [300, 30, 8, `${n}`],
  ];

  it("keeps pages and headings, joins broken words and drops running heads", async () => {
    const document = await read(pdf([page(1), page(2), page(3)]), "raw/x.pdf");
    expect(texts(document).slice(0, 3)).toEqual([
      "Chapter 1",
      "The memex is a desk in which a person stores all books and letters, and it was never built by anyone.",
      "A second paragraph stands here on its own.",
    ]);
    expect(document.blocks.map((block) => block.page)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    expect(document.blocks[0]?.kind).toBe("heading");
    expect(document.leftOut.map((one) => one.text)).toContain("Journal of Desks, volume 7");
    expect(document.opens).toBe(true);
  });

  it("reads two columns one after the other", async () => {
    const left = Array.from({ length: 4 }, (_, i): [number, number, number, string] => [
      72,
      700 - i * 12,
      10,
      `left ${i} of the text that goes on`,
    ]);
    const right = Array.from({ length: 4 }, (_, i): [number, number, number, string] => [
      330,
      700 - i * 12,
      10,
      `right ${i} of the text that goes on`,
    ]);
    const text = texts(await read(pdf([[...left, ...right]]), "raw/x.pdf")).join(" ");
    expect(text.indexOf("left 3")).toBeLessThan(text.indexOf("right 0"));
  });

  it("that is damaged fails with a reason", async () => {
    expect(await readFile(new TextEncoder().encode("%PDF-1.4 nonsense"), "raw/x.pdf")).toMatchObject({
      kind: "failed",
    });
  });
});

describe("office files", () => {
  const paragraph = (style: string, text: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const word = (body: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
    zipped({
      ...more,
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      "docProps/core.xml":
        "<cp:coreProperties><dc:title>On desks</dc:title><dc:creator>Ada Roe</dc:creator><dcterms:created>2020-05-04T10:00:00Z</dcterms:created></cp:coreProperties>",
      "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
    });

  it("of Word keep headings, tables and equations", async () => {
    const cell = (text: string): string => `<w:tc>${paragraph("Normal", text)}</w:tc>`;
    const document = await read(
      await word(
        `${paragraph("Heading1", "Desks")}${paragraph("Normal", "A desk *holds* books.")}<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b_1</m:t></m:r></m:den></m:f></m:oMath></w:p><w:tbl><w:tr>${cell("Name")}${cell("Year")}</w:tr><w:tr>${cell("Memex")}${cell("1945")}</w:tr></w:tbl>`,
      ),
      "raw/x.docx",
    );
    expect(document.meta).toMatchObject({ title: "On desks", authors: ["Ada Roe"], published: "2020-05-04" });
    expect(document.markdown).toContain("# Desks");
    expect(document.markdown).toContain("$\\frac{a}{b_1}$");
    expect(texts(document)).toEqual(
      expect.arrayContaining(["Desks", "A desk *holds* books.", "Name: Memex; Year: 1945"]),
    );
  });

  it("of Word name functions in equations and keep remarks of the margin out of the text, below it", async () => {
    const document = await read(
      await word(
        '<w:p><w:r><w:t>A desk holds many books.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t> It is large.</w:t></w:r></w:p><w:p><m:oMath><m:r><m:t>sin\u2061θ</m:t></m:r></m:oMath></w:p>',
        {
          "word/_rels/document.xml.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
          "word/comments.xml":
            '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:initials="AR"><w:p><w:r><w:t>How many?</w:t></w:r></w:p></w:comment></w:comments>',
        },
      ),
      "raw/x.docx",
    );
    expect(document.markdown).toBe(
      "A desk holds many books. It is large.\n\n$\\sin \\theta$\n\n## Comments\n\n- On “A desk holds many books.”: How many?",
    );
  });

  it("of PowerPoint are read in the order of the show, with notes", async () => {
    const shape = (type: string, text: string): string =>
      `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const slide = (text: string): string =>
      `<p:sld><p:cSld><p:spTree>${shape("body", `About ${text}`)}${shape("title", text)}</p:spTree></p:cSld></p:sld>`;
    const document = await read(
      await zipped({
        "ppt/presentation.xml":
          '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels":
          '<Relationships><Relationship Id="a" Target="slides/slide1.xml"/><Relationship Id="b" Target="slides/slide2.xml"/></Relationships>',
        "ppt/slides/slide1.xml": slide("Trails"),
        "ppt/slides/slide2.xml": slide("Desks"),
        "ppt/slides/_rels/slide2.xml.rels":
          '<Relationships><Relationship Id="n" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
        "ppt/notesSlides/notesSlide1.xml": `<p:notes>${shape("body", "Say this slowly.")}</p:notes>`,
      }),
      "raw/x.pptx",
    );
    expect(texts(document)).toEqual(["Desks", "About Desks", "Say this slowly.", "Trails", "About Trails"]);
  });

  it("of OpenDocument keep headings, lists and notes", async () => {
    const document = await read(
      await zipped({
        mimetype: "application/vnd.oasis.opendocument.text",
        "content.xml":
          '<office:document-content><office:body><office:text><text:h text:outline-level="2">Desks</text:h><text:p>A desk<text:note><text:note-body><text:p>Of oak.</text:p></text:note-body></text:note> holds books.</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list></office:text></office:body></office:document-content>',
      }),
      "raw/x.odt",
    );
    expect(document.blocks.map((block) => `${block.kind}: ${block.text}`)).toEqual([
      "heading: Desks",
      "paragraph: A desk holds books.",
      "list-item: one",
      "list-item: two",
      "footnote: Of oak.",
    ]);
  });
});

it("a book's chapters come in the order of the spine, with the book's metadata", async () => {
  const chapter = (title: string): string =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h2>${title}</h2><p>This is the text of ${title}.</p></body></html>`;
  const document = await read(
    await zipped({
      mimetype: "application/epub+zip",
      "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
      "OPS/book.opf":
        '<package><metadata><dc:title>The Book</dc:title><dc:creator>Ada Roe</dc:creator><dc:language>en-GB</dc:language></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="b%20b.xhtml"/></manifest><spine><itemref idref="b"/><itemref idref="a"/></spine></package>',
      "OPS/a.xhtml": chapter("Second"),
      "OPS/b b.xhtml": chapter("First"),
    }),
    "raw/x.epub",
  );
  expect(document.meta).toMatchObject({ title: "The Book", authors: ["Ada Roe"], language: "en" });
  expect(texts(document)).toEqual(["First", "This is the text of First.", "Second", "This is the text of Second."]);
});

describe("archives", () => {
  it("are read member by member; members without a reader are told", async () => {
    const documents = await documentsIn(
      await zipped({
        "a/one.md": "# One\n\nText of one.",
        "two.txt": "Text of two.",
        "x.bin": "\0\0",
        "in.zip": "PK\x03\x04",
      }),
      "raw/all.zip",
    );
    expect(documents.map((document) => [document.path, document.meta.title])).toEqual([
      ["raw/all.zip", "One"],
      ["raw/all.zip", "Two"],
    ]);
    expect(documents[0]?.leftOut.map((one) => one.text)).toHaveLength(2);
  });

  it("that unpack to far more than they hold are refused", async () => {
    expect(await readFile(await zipped({ "bomb.txt": "0".repeat(20_000_000) }), "raw/b.zip")).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("bomb"),
    });
    expect(await readFile(await zipped({ "word/document.xml": "0".repeat(20_000_000) }), "raw/b.docx")).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("bomb"),
    });
  });
});

describe("a file is what its bytes say", () => {
  it("whatever its name", async () => {
    expect((await read(pdf([[[72, 700, 10, "Hello out there in the world"]]]), "raw/x.docx")).format).toBe("pdf");
    expect(
      (await read("<!doctype html><html><body><p>Some words stand here.</p></body></html>", "raw/x.txt")).format,
    ).toBe("html");
    for (const name of ["raw/x.eml", "raw/data.csv", "raw/data.json"])
      expect(
        (await read("<!doctype html><html><body><p>There is no such file here.</p></body></html>", name)).format,
      ).toBe("html");
    expect(await readFile(new TextEncoder().encode("not a zip"), "raw/x.docx")).toMatchObject({ kind: "skipped" });
    expect(await readFile(new TextEncoder().encode("x"), "raw/x.mp3")).toMatchObject({
      kind: "skipped",
      reason: expect.stringContaining("transcript"),
    });
  });
});
