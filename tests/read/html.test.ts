import { describe, expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readFile } from "../../src/read/registry.ts";

async function page(html: string | Uint8Array): Promise<Document> {
  const result = await readFile(typeof html === "string" ? new TextEncoder().encode(html) : html, "raw/page.html");
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error(JSON.stringify(result));
  return document;
}

const LONG =
  "The memex is a desk in which a person stores books, records and letters, and it ties them together by trails that can be copied into another desk.";
const article = (inside: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>The desk | Site</title><meta property="og:type" content="article"><meta property="og:site_name" content="Site">${head}</head><body><nav><a href="/">Home</a></nav><main><article><h1>The desk</h1>${inside}</article></main><footer>All rights reserved</footer></body></html>`;

describe("an article", () => {
  it("is its text without the site, with its tables, code and formulas", async () => {
    const { markdown } = await page(
      article(
        `<p>${LONG}</p><p>${LONG}</p><pre><code class="language-rust">fn main() {}</code></pre><table><tr><th>Name</th><th>Year</th></tr><tr><td>Memex</td><td>1945</td></tr></table><p>${LONG}</p>`,
      ),
    );
    expect(markdown).not.toMatch(/Home|rights/u);
    expect(markdown).toContain("```rust\nfn main() {}\n```");
    expect(markdown).toMatch(/\| Memex +\| 1945 +\|/u);
  });

  it("loses its date line and calls to subscribe, which are told", async () => {
    const document = await page(
      article(
        `<p>Published 3 May 2020, 10:15</p><p>${LONG}</p><p>${LONG}</p><p><a href="/n">Sign up for our newsletter</a></p><p>${LONG}</p>`,
      ),
    );
    expect(document.markdown).not.toMatch(/10:15|newsletter/u);
    const told = document.leftOut.map((one) => one.text);
    expect(told).toEqual(expect.arrayContaining(["Published 3 May 2020, 10:15", "Sign up for our newsletter"]));
  });

  it("tells of a long page too what its extractor dropped", async () => {
    const long = Array.from({ length: 40 }, (_, n) => `<p>${LONG} ${n}</p>`).join("");
    const { leftOut, markdown } = await page(
      article(`${long}<div class="related sidebar"><p>Another story of a lamp</p></div>`),
    );
    expect(markdown).not.toContain("lamp");
    expect(leftOut.map((one) => one.text)).toContain("Another story of a lamp");
  });

  it("keeps captions with their pictures, not among its sentences", async () => {
    const { markdown, sentences } = await page(
      article(
        `<p>${LONG}</p><figure><img src="https://x.example/d.png"><figcaption>The desk in oak.</figcaption></figure><p>${LONG}</p><p>${LONG}</p>`,
      ),
    );
    expect(markdown).toContain("![The desk in oak.](https://x.example/d.png)");
    expect(sentences.map((one) => one.text)).not.toContain("The desk in oak.");
  });

  it("is not quoted where a cell spans rows by half: each row stands whole", async () => {
    const { blocks } = await page(
      article(
        `<p>${LONG}</p><table><tr><th>Year</th><th>Month</th></tr><tr><td rowspan="2">2025</td><td>May</td></tr><tr><td>June</td></tr></table><p>${LONG}</p><p>${LONG}</p>`,
      ),
    );
    expect(blocks.filter((block) => block.kind === "table-row").map((block) => block.text)).toEqual([
      "Year: 2025; Month: May",
      "Year: 2025; Month: June",
    ]);
  });
});

describe("what a page says of itself", () => {
  it("comes from JSON-LD first", async () => {
    const { meta } = await page(
      article(
        `<p>${LONG}</p>`.repeat(4),
        `<link rel="canonical" href="https://x.example/desk"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The desk","datePublished":"2020-05-03T23:30:00-05:00","author":[{"@type":"Person","name":"Ada Roe"},{"@type":"Organization","name":"Site"}]}]}</script>`,
      ),
    );
    expect(meta).toMatchObject({
      title: "The desk",
      authors: ["Ada Roe"],
      published: "2020-05-03",
      url: "https://x.example/desk",
      language: "en",
    });
  });

  it("else from meta tags, else from what it shows; the site is no author", async () => {
    expect(
      (await page(article(`<p>${LONG}</p>`.repeat(4), '<meta name="author" content="Site">'))).meta.authors,
    ).toEqual([]);
    const shown = await page(
      article(
        `<p class="byline">By <a rel="author" href="/a">Bob Poe</a> <span class="date">March 4, 2019</span></p>${`<p>${LONG}</p>`.repeat(4)}`,
      ),
    );
    expect(shown.meta).toMatchObject({ authors: ["Bob Poe"], published: "2019-03-04" });
  });

  it("is the heading where the title joins it with the site's name, and never the site's name", async () => {
    const titled = async (title: string, heading: string): Promise<string | undefined> =>
      (await page(`<html><head><title>${title}</title></head><body><h1>${heading}</h1><p>${LONG}</p></body></html>`))
        .meta.title;
    expect(await titled("Fields - Memex Documentation", "Fields")).toBe("Fields");
    expect(await titled("Release of the desk discussed here - memex.example", "memex.example")).toBe(
      "Release of the desk discussed here",
    );
    expect(await titled("| Desk Magazine", "Letters and records")).toBe("Letters and records");
  });

  it("is the heading where machines and the tab are told other titles, none of them the site's name or a question of the FAQ", async () => {
    const titled = async (head: string, heading = ""): Promise<string | undefined> =>
      (await page(`<html><head>${head}</head><body>${heading}<p>${LONG}</p></body></html>`)).meta.title;
    const social = '<meta property="og:title" content="These are the six best desks">';
    expect(
      await titled(`<title>The Six Best Desks of 1945 & Lamps</title>${social}`, "<h1>The six best desks of 1945</h1>"),
    ).toBe("The six best desks of 1945");
    const site = '<meta property="og:site_name" content="Oak"><meta property="og:title" content="Oak">';
    expect(await titled(`<title>All writing desks</title>${site}`)).toBe("All writing desks");
    const faq = '{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Which desks are there?"}]}';
    expect(
      await titled(`<title>Desks</title><script type="application/ld+json">${faq}</script>`, "<h1>Writing desks</h1>"),
    ).not.toContain("?");
  });

  it("names the asker of a question on a page of questions", async () => {
    const { meta } = await page(
      `<html><head><title>How?</title><script type="application/ld+json">{"@type":"QAPage","mainEntity":{"@type":"Question","name":"How?","author":{"@type":"Person","name":"Vera Bush"}}}</script></head><body><h1>How?</h1><p>${LONG}</p></body></html>`,
    );
    expect(meta.authors).toEqual(["Vera Bush"]);
  });

  it("has no author where the page sells a product", async () => {
    const { meta } = await page(
      `<html><head><title>Desk</title><meta name="author" content="Oak Works"><script type="application/ld+json">{"@type":"Product","name":"Desk"}</script></head><body><h1>Desk</h1><p>${LONG}</p></body></html>`,
    );
    expect(meta.authors).toEqual([]);
  });

  it("survives broken JSON-LD", async () => {
    expect(
      (
        await page(
          article(`<p>${LONG}</p>`.repeat(4), '<script type="application/ld+json">{"@type": "Article", </script>'),
        )
      ).meta.title,
    ).toBe("The desk");
  });
});

describe("other pages", () => {
  it("keep their links whole and nothing that no visitor sees", async () => {
    const { markdown } = await page(
      `<html><head><title>Desks</title><link rel="canonical" href="https://x.example/a/desks"></head><body><a href="#main">Skip to main content</a><a href="/empty"></a><div id="main"><p>Desks <a href="../oak">of oak</a> stand here.</p><video src="d.mp4">Your browser does not support the video tag.</video></div></body></html>`,
    );
    expect(markdown).toBe("Desks [of oak](https://x.example/oak) stand here.");
  });

  it("that list articles keep each of them, though they call themselves one", async () => {
    const teaser = (n: number): string =>
      `<article><h2><a href="/${n}">Desk number ${n}</a></h2><p class="teaser"><time>May ${n}, 1945</time> <a href="/${n}">A short story of number ${n}</a></p><p>${LONG}</p></article>`;
    const { markdown } = await page(
      article(`<p>${LONG}</p>${Array.from({ length: 9 }, (_, n) => teaser(n)).join("")}<p>${LONG}</p>`),
    );
    for (let n = 0; n < 9; n++) expect(markdown).toContain(`short story of number ${n}`);
  });

  it("without an article give their body without navigation", async () => {
    const { markdown } = await page(
      `<html><body><header>Shop</header><ul>${Array.from({ length: 12 }, (_, i) => `<li>Product ${i}: oak desk of width ${i * 10} cm</li>`).join("")}</ul><div class="cookie-banner">We use cookies</div></body></html>`,
    );
    expect(markdown).toContain("Product 11");
    expect(markdown).not.toMatch(/cookies/u);
  });

  it("of headings alone keep them", async () => {
    expect(
      (await page("<html><body><h1>Title</h1><h2>One</h2><h3>Two</h3></body></html>")).blocks.map(
        (block) => block.text,
      ),
    ).toEqual(["Title", "One", "Two"]);
  });
});

describe("encodings", () => {
  it.each([
    ["windows-1252", [0x93, 0x67, 0x72, 0xfc, 0x6e, 0x94], "“grün”"],
    ["shift_jis", [0x93, 0xfa, 0x96, 0x7b], "日本"],
  ])("%s as the page states it", async (charset, bytes, text) => {
    const html = Buffer.concat([
      Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>Here stands a word: `),
      Buffer.from(bytes),
      Buffer.from(`, and more of them.</p><p>${LONG}</p></body></html>`),
    ]);
    expect((await page(html)).markdown).toContain(text);
  });
});

it("a page nested without end fails quickly", async () => {
  const started = performance.now();
  expect(
    await readFile(new TextEncoder().encode(`<html><body>${"<div>".repeat(5000)}x`), "raw/deep.html"),
  ).toMatchObject({ kind: "failed" });
  expect(performance.now() - started).toBeLessThan(2000);
});

it("a table in a cell of another one stands there once, as its words", async () => {
  const { markdown } = await page(
    "<html><body><h1>Parts</h1><p>What it is made of.</p><table><tr><td>Name</td><td>Parts</td></tr><tr><td>Memex</td><td><table><tr><td>screen</td><td>lever</td></tr></table></td></tr></table></body></html>",
  );
  expect(markdown).toMatch(/\| Memex +\| screen lever +\|/u);
  expect(markdown.match(/lever/gu)).toHaveLength(1);
});

it("the role that a page prints beside its author is no part of the name", async () => {
  const by = async (name: string) =>
    (await page(article(`<p>${LONG}</p><p>${LONG}</p>`, `<meta name="author" content="${name}">`))).meta.authors;
  expect(await by("Emma Ryan Writer")).toEqual(["Emma Ryan"]);
  expect(await by("Tom Hale Senior Staff Writer")).toEqual(["Tom Hale"]);
  expect(await by("Emma Editor")).toEqual(["Emma Editor"]);
});
