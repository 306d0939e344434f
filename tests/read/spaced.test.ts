// Words that a page sets apart by its style sheet, or by a space in bold, do not run together.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtmlText } from "../../src/read/formats/html.ts";
import { withSpaces } from "../../src/read/html/spaced.ts";

const shown = (html: string): string =>
  withSpaces(html)
    .replace(/<!--.*?-->|<[^>]+>/gu, "")
    .replace(/\s+/gu, " ");

describe("words of neighbouring elements", () => {
  it.each([
    ['<span class="name">amount</span><span class="type">integer</span>', "amount integer"],
    ['<a href="/a">open source</a><a href="/b">full-text</a>', "open source full-text"],
    ["<b><i>Price.</i></b><!-- --><span>MSRP</span>", "Price. MSRP"],
    ["tooth decay<strong> </strong>over time", "tooth decay over time"],
    ["decay<em>&nbsp;</em>over", "decay over"],
    ['PST<span class="sr-only">View all</span>', "PST View all"],
  ])("stand apart in %s", (html, text) => {
    expect(shown(html)).toBe(text);
  });

  it.each([
    "<span>E</span><span>xample</span>",
    "<b>in</b>compatible",
    "re<em>read</em>ing",
    "H<sub>2</sub>O",
    "<span>注意</span><span>力机制</span>",
    "<pre><span>let</span><span>ter</span></pre>",
    "<code><span>con</span><span>st</span></code>",
    '<span class="katex"><span>ab</span><span>cd</span></span>',
  ])("stay one word in %s", (html) => {
    expect(withSpaces(html)).toBe(html);
  });

  it("lose nothing: only spaces are added, whatever the page holds", () => {
    const piece = fc.constantFrom(
      "<span>",
      "</span>",
      "<b class=x>",
      "</b>",
      " ",
      "ab",
      "<pre>",
      "</pre>",
      "<!--",
      "-->",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        // An emphasised space becomes a bare one, and so may what holds nothing else.
        const bare = (text: string): string => {
          const less = text.replace(/<(span|b)[^>]*>\s*<\/\1>/gu, "");
          return less === text ? text.replace(/\s/gu, "") : bare(less);
        };
        expect(bare(withSpaces(html))).toBe(bare(html));
      }),
      { examples: [[["<b class=x>", "<b class=x>", " ", "</b>", "</b>"]]] },
    );
  });

  it("are found in no more time than the page is long", () => {
    const started = performance.now();
    withSpaces("<pre></div>".repeat(100_000));
    withSpaces(`ab${"<!-- --></b>".repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("stand apart in a title over two lines", async () => {
    const result = await readHtmlText(
      "<html><head><title>Build what is next on the desk</title></head><body><h1>Build what is next<br><span>on the desk</span></h1><p>The desk holds books, records and letters.</p></body></html>",
      "page.html",
    );
    expect(result.kind === "read" && result.documents[0]?.meta.title).toBe("Build what is next on the desk");
  });
});
