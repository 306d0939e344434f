// Tables, records, notebooks, feeds, and what people said: blocks that say of themselves what they are.
import { describe, expect, it } from "vitest";
import { read, texts } from "./some-files.ts";

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
