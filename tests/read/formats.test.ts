import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readFile } from "../../src/read/registry.ts";

async function documentsIn(content: string | Uint8Array, path: string): Promise<readonly Document[]> {
  const result = await readFile(typeof content === "string" ? new TextEncoder().encode(content) : content, path);
  if (result.kind !== "read") throw new Error(`${result.kind}: ${result.reason}`);
  return result.documents;
}

async function read(content: string | Uint8Array, path: string): Promise<Document> {
  const [document] = await documentsIn(content, path);
  if (!document) throw new Error("no document");
  return document;
}

async function zipped(members: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(members)) zip.file(name, text);
  return await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const texts = (document: Document): string[] => document.blocks.map((block) => block.text);

/** A PDF of one font whose pages are lines at given heights. */
function pdf(pages: readonly (readonly (readonly [number, number, number, string])[])[]): Uint8Array {
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (const lines of pages) {
    const stream = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(text);
}

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
  const word = (body: string): Promise<Uint8Array> =>
    zipped({
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

describe("tables and records", () => {
  it("a small sheet stands whole, in any encoding", async () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("Ort;Einwohner\nK"),
      0xf6,
      ...Buffer.from("ln;1000\nM"),
      0xfc,
      ...Buffer.from("nchen;1500\n"),
    ]);
    expect(texts(await read(bytes, "raw/orte.csv"))).toEqual([
      "Ort: Köln; Einwohner: 1000",
      "Ort: München; Einwohner: 1500",
    ]);
  });

  it("a big sheet is told by its columns", async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `${i},2020-01-${String((i % 28) + 1).padStart(2, "0")},kind ${i % 3}`,
    );
    const { markdown } = await read(`id,day,kind\n${rows.join("\n")}\n`, "raw/big.csv");
    expect(markdown).toContain("5000 rows, 3 columns.");
    expect(markdown).toContain("- id: numbers from 0 to 4999");
    expect(markdown).toContain("- day: dates from 2020-01-01 to 2020-01-28");
    expect(markdown).toContain("- kind: text, 3 different");
    expect(markdown.length).toBeLessThan(3000);
  });

  it("records are recognised by their fields", async () => {
    const posts = [
      { text: "First *post*.", user: { name: "Ada" }, created_at: 1600000000, url: "https://x.example/1" },
      { text: "Second post.", user: { name: "Ada" }, created_at: "2020-09-14" },
    ];
    const document = await read(posts.map((post) => JSON.stringify(post)).join("\n"), "raw/posts.jsonl");
    expect(document.meta.authors).toEqual(["Ada"]);
    expect(texts(document)).toEqual(["Ada, 2020-09-13", "First *post*.", "Ada, 2020-09-14", "Second post."]);
    expect(document.blocks[1]).toMatchObject({ speaker: "Ada", time: "2020-09-13" });
  });

  it("XML is read by its records where it holds such, and names the fields that it leaves out", async () => {
    const doc = (n: number) =>
      `<doc><docno>${n}</docno><title>Wing ${n}</title><author>Ada</author><text><p>Lift of ${n} wings.</p><p>Its end.</p></text></doc>`;
    const papers = await read(`<papers><about>All</about>${doc(1)}${doc(2)}${doc(3)}</papers>`, "raw/papers.xml");
    expect(texts(papers).slice(0, 3)).toEqual(["Wing 1", "Lift of 1 wings.", "Its end."]);
    expect(papers.meta.authors).toEqual(["Ada"]);
    expect(papers.leftOut.map((one) => one.text)).toEqual(["docno"]);
    const sms = await read(
      '<smses><sms date="1600000000000" body="The boat is late." contact_name="Ada" read="1"/><sms date="1600086400000" body="It came &amp; left." contact_name="Bo" read="1"/></smses>',
      "raw/sms.xml",
    );
    expect(texts(sms)).toEqual(["Ada, 2020-09-13", "The boat is late."]);
  });

  it("XML that is a text keeps its paragraphs", async () => {
    const book = await read(
      "<book><title>Lights</title><section><title>One</title><para>A light shines.</para></section><section><title>Two</title><para>It went <em>out</em>.</para></section></book>",
      "raw/book.xml",
    );
    expect(texts(book)).toEqual(["Lights", "One", "A light shines.", "Two", "It went out."]);
  });

  it("a table of more rows than a call takes arguments is summarised", async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i}\tbuoy`).join("\n");
    const { blocks } = await read(`number\tname\n${rows}\n`, "raw/buoys.tsv");
    expect(blocks[0]?.text).toBe("200000 rows, 2 columns.");
    expect(blocks[1]?.text).toBe("number: numbers from 0 to 199999");
  });

  it("a notebook's cells keep their language and their text outputs", async () => {
    const book = {
      metadata: { language_info: { name: "julia" } },
      cells: [
        { cell_type: "markdown", source: ["# Title\n", "Text."] },
        {
          cell_type: "code",
          source: "1 + 1",
          outputs: [{ output_type: "execute_result", data: { "text/plain": ["2"] } }],
        },
      ],
    };
    const { blocks } = await read(JSON.stringify(book), "raw/x.ipynb");
    expect(blocks.map((block) => [block.kind, block.text, block.lang])).toEqual([
      ["heading", "Title", undefined],
      ["paragraph", "Text.", undefined],
      ["code", "1 + 1", "julia"],
      ["code", "2", undefined],
    ]);
  });

  it("a notebook's Markdown outputs are read as such; pictures and endless outputs are named as left out", async () => {
    const output = (data: object) => ({ output_type: "display_data", data });
    const cell = {
      cell_type: "code",
      source: "show()",
      outputs: [
        output({ "text/markdown": ["The mean is **4**."], "text/plain": ["<IPython.core.display.Markdown object>"] }),
        output({ "image/png": "iVBOR", "text/plain": ["<Figure size 640x480 with 1 Axes>"] }),
        { output_type: "stream", name: "stdout", text: ["0123456789".repeat(300)] },
      ],
    };
    const { blocks, leftOut } = await read(JSON.stringify({ metadata: {}, cells: [cell] }), "raw/x.ipynb");
    expect(blocks.map((block) => block.text.slice(0, 20))).toEqual([
      "show()",
      "The mean is 4.",
      "01234567890123456789",
    ]);
    expect(blocks[2]?.text).toHaveLength(2002);
    expect(leftOut.map((one) => one.reason)).toEqual([
      "a picture among the outputs (image/png)",
      "an output of 3000 letters, cut",
    ]);
  });

  it("a feed's entries are read whole where it holds more than extracts, whatever its prefixes", async () => {
    const footer = '<p>The post <a href="x">One</a> appeared first on <a href="y">News</a>.</p>';
    const rss = await read(
      `<rss><channel><title>News</title><item><title>One</title><description>An extract...</description><ns3:encoded><![CDATA[<p>The whole post.</p><h2>Part</h2><p>Its end.</p>${footer}]]></ns3:encoded></item></channel></rss>`,
      "raw/feed.xml",
    );
    expect(texts(rss)).toEqual(["News", "One", "The whole post.", "Part", "Its end."]);
    expect(rss.leftOut.map((one) => one.text)).toEqual(["The post One appeared first on News."]);
    const atom = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Log</title><entry><title>Two</title><author><name>Ada</name><email>a@x.example</email></author><summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First &lt;b&gt; part.</p><p>Second<br/>line.</p></div></content></entry><entry><title>Three</title><content type="text">a &lt; b is text</content></entry><entry><title>Film</title><media:group><media:content url="https://x.example/v"/><media:description>What it shows.</media:description></media:group></entry></feed>',
      "raw/log.atom",
    );
    expect(texts(atom)).toEqual([
      "Log",
      "Two",
      "Ada",
      "First <b> part.",
      "Second line.",
      "Three",
      "a < b is text",
      "Film",
      "What it shows.",
    ]);
  });

  it("a feed's entries are sections", async () => {
    const document = await read(
      '<?xml version="1.0"?><rss><channel><title>News &amp; more</title><item><title>One</title><link>https://x.example/1</link><pubDate>Mon, 01 Jun 2020 10:00:00 GMT</pubDate><description><![CDATA[<p>Body of <b>one</b>.</p>]]></description></item></channel></rss>',
      "raw/feed.xml",
    );
    expect(document.meta.title).toBe("News & more");
    expect(texts(document)).toEqual([
      "News & more",
      "One",
      "Mon, 01 Jun 2020 10:00:00 GMT, https://x.example/1",
      "Body of one.",
    ]);
  });
});

describe("what people said", () => {
  it("is in paragraphs by speaker and pause, with times", async () => {
    const document = await read(
      "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ada>The desk holds\n\n00:00:03.100 --> 00:00:05.000\nall books.\n\n00:00:05.200 --> 00:00:06.000\n<v Bob>Does it?\n\n00:01:10.000 --> 00:01:12.000\nIt does.\n",
      "raw/talk.vtt",
    );
    expect(document.blocks.map((block) => [block.time, block.speaker, block.text])).toEqual([
      ["00:00:01", "Ada", "The desk holds all books."],
      ["00:00:05", "Bob", "Does it?"],
      ["00:01:10", "Bob", "It does."],
    ]);
  });

  it("in a mail comes without quoted replies and signature, which are told", async () => {
    const mail =
      "From: Ada Roe <ada@x.example>\r\nTo: Bob <bob@x.example>\r\nSubject: The desk\r\nDate: Mon, 01 Jun 2020 10:00:00 +0200\r\n\r\nIt was never built.\r\n\r\nOn Sunday Bob wrote:\r\n> Was it built?\r\n\r\n-- \r\nAda\r\n";
    const document = await read(mail, "raw/x.eml");
    expect(document.meta).toMatchObject({ title: "The desk", authors: ["Ada Roe"], published: "2020-06-01" });
    expect(document.sentences.map((one) => one.text)).toContain("It was never built.");
    expect(document.markdown).not.toContain("Was it built");
    expect(document.leftOut.map((one) => one.reason)).toEqual(["the signature", "an earlier message, quoted"]);
  });

  it("in rich text comes as paragraphs in its own code page", async () => {
    expect(
      texts(
        await read(
          "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}First \\b line\\b0  caf\\'e9.\\par Second \\u8211? line.}",
          "raw/x.rtf",
        ),
      ),
    ).toEqual(["First line café.", "Second – line."]);
  });
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
    expect(await readFile(new TextEncoder().encode("not a zip"), "raw/x.docx")).toMatchObject({ kind: "skipped" });
    expect(await readFile(new TextEncoder().encode("x"), "raw/x.mp3")).toMatchObject({
      kind: "skipped",
      reason: expect.stringContaining("transcript"),
    });
  });
});
