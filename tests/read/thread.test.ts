// A thread of a forum: each post under who wrote it and when, whatever software printed the page.
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/core/document.ts";
import { readHtmlText } from "../../src/read/formats/html.ts";

async function page(body: string, head = ""): Promise<Document> {
  const html = `<html><head><title>Which lens for a harbour?</title>${head}</head><body><nav><a href="/">Boards</a></nav>${body}<ul class="forum-list"><li><a href="/a">Announcements</a></li></ul></body></html>`;
  const result = await readHtmlText(html, "thread.html");
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("nothing read");
  return document;
}

const ASKED = "Which Fresnel lens suits a small harbour, and how far would its light be seen from a ship at night?";
const SAID = "A lens of the sixth order suits a small harbour. Its light is seen from ten miles away in clear weather.";

const TEMPLATES: Readonly<Record<string, (author: string, day: string, words: string) => string>> = {
  "a board with profiles": (author, day, words) =>
    `<div class="post"><dl class="postprofile"><dt><a class="username" href="/memberlist?u=${author}">${author}</a></dt><dd>Posts: 190</dd><dd>Joined: 5 Nov 2014</dd></dl><div class="postbody"><p class="author">by ${author}, ${day}</p><div class="content">${words}</div></div></div>`,
  "articles with authors as data": (author, day, words) =>
    `<article class="message" data-author="${author}"><a class="username">${author}</a><time datetime="${day}T10:00:00Z">then</time><div class="message-body"><div class="bbWrapper">${words}</div></div><div class="message-signature">Lamps for sale</div></article>`,
  "a page that states its posts for machines": (author, day, words) =>
    `<div itemscope class="crawler-post"><span itemprop="author"><span itemprop="name">${author}</span></span><time itemprop="datePublished" datetime="${day}T10:00:00Z">then</time><div class="post" itemprop="text">${words}</div><div>3 Likes</div></div>`,
};

describe("a thread", () => {
  it.each(Object.entries(TEMPLATES))("is its posts under their authors and days: %s", async (_, post) => {
    const { markdown, meta, blocks } = await page(
      post("keeper7", "2024-05-03", `<p>${ASKED}</p>`) + post("Ada Roe", "2024-05-04", `<h1>Orders</h1><p>${SAID}</p>`),
    );
    expect(markdown).toBe(`## keeper7, 2024-05-03\n\n${ASKED}\n\n## Ada Roe, 2024-05-04\n\n### Orders\n\n${SAID}`);
    expect(blocks.at(-1)?.headings).toEqual(["Ada Roe, 2024-05-04", "Orders"]);
    expect(meta).toMatchObject({ title: "Which lens for a harbour?", authors: ["keeper7"], published: "2024-05-03" });
  });

  it("has each word once, under who said it: a quotation of a post above is folded, any other stays", async () => {
    const post = TEMPLATES["articles with authors as data"];
    const quote = (words: string): string =>
      `<blockquote class="bbCodeBlock--quote"><a>Someone said:</a><blockquote>${words}</blockquote></blockquote>`;
    const { markdown, leftOut } = await page(
      [
        post?.("keeper7", "2024-05-03", `<p>${ASKED}</p>`),
        post?.("Ada Roe", "2024-05-04", `${quote(`<p>${ASKED}</p>`)}<p>${SAID}</p>`),
        post?.(
          "Bob",
          "2024-05-05",
          `${quote("<p>Light travels in straight lines, says the book.</p>")}<p>So it does.</p>`,
        ),
      ].join(""),
    );
    expect(markdown.split("Which Fresnel lens")).toHaveLength(2);
    expect(markdown).toContain("> Light travels in straight lines");
    expect(leftOut.map((one) => one.reason)).toContain("quoted from a post above");
  });

  it("is none where readers comment on an article", async () => {
    const post = TEMPLATES["a page that states its posts for machines"];
    const { markdown } = await page(
      `<article><h1>Lenses</h1>${`<p>${SAID}</p>`.repeat(8)}</article>${post?.("keeper7", "2024-05-03", `<p>${ASKED}</p>`)}${post?.("Bob", "2024-05-03", "<p>Well said of lamps.</p>")}`,
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-01">',
    );
    expect(markdown).toContain("lens of the sixth order");
    expect(markdown).not.toContain("## keeper7");
  });
});
