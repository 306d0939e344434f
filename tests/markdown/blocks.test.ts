import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../src/markdown/blocks.ts";
import { piecesOf } from "../../src/markdown/pieces.ts";

const texts = (markdown: string): string[] => blocksOf(markdown).map((block) => `${block.kind}: ${block.text}`);

describe("a block's text is what a reader sees", () => {
  it.each([
    [
      "marks of Markdown",
      "A **bold** and _thin_ `code` [link](http://x.example 't').",
      ["paragraph: A bold and thin code link."],
    ],
    [
      "what its author struck out, of which no sentence makes use",
      "A lamp burns. ~~It is red.~~ Costs <del>five</del> six, and <s> is a tag.",
      ["paragraph: A lamp burns. \n\n Costs \n\n\n\n six, and \n\n is a tag."],
    ],
    [
      "wikilinks",
      "See [[Note|that]], [[Folder/Note]] and [[Note#Part]].",
      ["paragraph: See that, Folder/Note and Note > Part."],
    ],
    [
      "embeds and pictures",
      "Before ![[pic.png|200]] after.\n\n![alt](x.png)",
      ["paragraph: Before \n after.", "image: alt"],
    ],
    ["entities and escapes", "AT&amp;T \\*is\\* 5&nbsp;&lt; 6", ["paragraph: AT&T *is* 5\u00a0< 6"]],
    [
      "comments",
      "Seen %%not seen%% again.\n\n%%\nnor this\n\nnor that\n%%\n\nEnd.",
      ["paragraph: Seen  again.", "paragraph: End."],
    ],
    ["percent signs in code", "`a %% b %% c`\n\n```\n%%x%%\n```", ["paragraph: a %% b %% c", "code: %%x%%"]],
    ["highlights", "This is ==bright== but a == b is not.", ["paragraph: This is bright but a == b is not."]],
    ["footnotes", "Said so.[^1]\n\n[^1]: By *whom*.", ["paragraph: Said so.", "footnote: By whom."]],
    ["block ids", "A claim. ^c-1a\n\n- item ^x1\n\n^whole", ["paragraph: A claim.", "list-item: item"]],
    ["inline HTML", "H<sub>2</sub>O<br>and <kbd>Ctrl</kbd> <!-- no -->x", ["paragraph: H2O\nand Ctrl x"]],
    [
      "raised figures",
      "Of 2<sup>64</sup> ships<sup>[3](#n)</sup> the 4<sup>th</sup>.",
      ["paragraph: Of 2⁶⁴ ships³ the 4th."],
    ],
    ["template tags", "{% include x.html %}\nText here.", ["paragraph: Text here."]],
    [
      "maths, and prices that are none",
      "From $x^*$ to $y^*$ costs $5 and $10.",
      ["paragraph: From $x^*$ to $y^*$ costs $5 and $10."],
    ],
    ["display maths", "$$\na*b*c\n$$", ["math: a*b*c"]],
  ])("%s", (_, markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });

  it("gives each list item one block, nested ones too, without the check box", () => {
    expect(texts("- [x] one\n  - two\n    more\n- three\n\n  still three\n  > quoted")).toEqual([
      "list-item: one",
      "list-item: two more",
      "list-item: three\n\nstill three",
      "quote: quoted",
    ]);
  });

  it("of a list in a quotation are the quotation's", () => {
    expect(texts("> It said:\n>\n> 1. One is red.\n> 2. Two is blue.\n\n- mine")).toEqual([
      "quote: It said:",
      "quote: One is red.",
      "quote: Two is blue.",
      "list-item: mine",
    ]);
  });

  it("reads a table row by its heads and keeps its cells as they stand", () => {
    const { pieces } = piecesOf("| Name | Born |\n|---|---|\n| [[Ada\\|Countess]] | 1815 |\n| Bob | |");
    expect(pieces.map((piece) => piece.block.text)).toEqual(["Name: Countess; Born: 1815", "Name: Bob"]);
    expect(pieces[0]?.spans.map((span) => span.text)).toEqual(["Countess", "1815"]);
  });

  it("parts a callout's title from its text", () => {
    expect(texts("> [!note]- Mind *this*\n> The text.\n>\n> - item\n\n> [!tip]\n> Only text.")).toEqual([
      "callout: Mind this",
      "callout: The text.",
      "callout: item",
      "callout: Only text.",
    ]);
  });

  it("knows the headings above, HTML ones too", () => {
    const blocks = blocksOf('<h1 align="center">Top</h1>\n\n## A\n\ntext\n\n### B\n\ndeep\n\n## C\n\nlast');
    expect(blocks.filter((block) => block.kind === "paragraph").map((block) => block.headings)).toEqual([
      ["Top", "A"],
      ["Top", "A", "B"],
      ["Top", "C"],
    ]);
  });

  it("leaves front matter out, be it YAML or TOML", () => {
    expect(texts("---\ntitle: x\n---\ntext")).toEqual(["paragraph: text"]);
    expect(texts("+++\ntitle = 'x'\n+++\ntext")).toEqual(["paragraph: text"]);
  });
});

const snippet = fc.constantFrom(
  "a ",
  "**b** ",
  "[[c|d]] ",
  "![[e]] ",
  "\n\n",
  "\n",
  "> ",
  "- ",
  "| x | y |\n|--|--|\n| 1 | 2 |\n",
  "`f` ",
  "&amp; ",
  "%%g%% ",
  "==h== ",
  "[^1] ",
  "# ",
  "$i$ ",
  "<b>j</b> ",
  "```\n",
  "[k](l) ",
  " ^m",
  "中文",
  "😀",
);

it("keeps the place of every character in the Markdown", () => {
  fc.assert(
    fc.property(fc.array(snippet, { maxLength: 25 }), (parts) => {
      const markdown = parts.join("");
      for (const { block, spans } of piecesOf(markdown).pieces) {
        expect(block.start).toBeGreaterThanOrEqual(0);
        expect(block.end).toBeLessThanOrEqual(markdown.length);
        for (const span of spans) {
          expect(span.at).toHaveLength(span.text.length);
          for (let i = 0; i < span.text.length; i++) {
            const unit = span.text[i] ?? "";
            if (/[a-z\d\u4e00-\u9fff]/u.test(unit)) expect(markdown[span.at[i] ?? -1]).toBe(unit);
          }
        }
      }
    }),
  );
});

it("reads any text without throwing", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (markdown) => void blocksOf(markdown)));
});
