// Text from a source becomes nothing but text in a page: no tag, link, block id, comment, code or plugin field.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeBlockStart, escapeInline, headingSubpath, linkTarget, linkText } from "../../src/markdown/harmless.ts";

/** Pieces of every markup that Obsidian or its plugins act on, and words to stand between them. */
const piece = fc.constantFrom(
  "<script>",
  "</script>",
  "<iframe src=x>",
  "<img src=x onerror=y>",
  "<!--",
  "-->",
  "<?",
  "<%",
  "%>",
  "<b>",
  "<",
  "[[",
  "]]",
  "![[",
  "![",
  "](",
  "](http://x.y)",
  "[^1]",
  "[^1]: ",
  "[x]",
  "|",
  "^c-0123456789",
  "^id",
  "^",
  "%%",
  "%",
  "`",
  "```",
  "~~~",
  "~~",
  "==",
  "=",
  "$",
  "$$",
  "*",
  "**",
  "_",
  "__",
  "#",
  "#tag",
  "##",
  ">",
  "> [!note]",
  "- ",
  "+ ",
  "1. ",
  "- [ ] ",
  "---",
  "===",
  ":: ",
  "field:: value",
  "size2:: 5",
  "[a:: b]",
  "(a:: b)",
  "`= this.file`",
  "$= dv",
  "{{x}}",
  "\\",
  "\\[",
  "\t",
  " ",
  "  ",
  "word",
  "Word",
  "é",
  "注",
  "1",
  ".",
  ",",
  "&lt;",
  "&",
  "'",
  "“",
  "://",
  "www.x.y",
  "@",
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("").replace(/\n/gu, " "));

/** The page's text with what is escaped taken out: whatever markup is left is live. */
const live = (escaped: string) => escaped.replace(/\\[!-/:-@[-`{-~]/gu, "·");

const LIVE: readonly (readonly [string, RegExp])[] = [
  ["a tag, comment or processing instruction", /<[a-z/!?%]/iu],
  ["a wikilink or embed", /\[\[/u],
  ["an image", /!\[/u],
  ["a link", /\]\(/u],
  ["a reference to a footnote", /\[\^/u],
  ["a comment of Obsidian", /%%/u],
  ["a code span or fence", /`/u],
  ["a highlight", /==/u],
  ["a block id at the end", /(?:^|\s)\^[\w-]+\s*$/u],
  ["a tag of Obsidian", /(?:^|\s)#[\p{L}_/-]/u],
  ["a field of Dataview", /\S::\s/u],
  ["bold or struck text", /(?:\*\*|~~)(?=\S)/u],
  ["a formula", /\$(?=\S)[^$]*(?<=\S)\$/u],
];

describe("a source's text in a page", () => {
  for (const [what, pattern] of LIVE) {
    it(`never holds ${what}`, () => {
      fc.assert(
        fc.property(text, (source) => {
          expect(live(escapeInline(source))).not.toMatch(pattern);
          expect(live(escapeBlockStart(source))).not.toMatch(pattern);
        }),
        { numRuns: 3000 },
      );
    });
  }

  it("never holds a link's brackets or a template's mark, for readers that know no escapes", () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(escapeInline(source)).not.toMatch(/\[\[|<%/u);
      }),
      { numRuns: 3000 },
    );
    expect(escapeInline("a [[[cog ...]]] section")).toBe(String.raw`a \[\[\[cog ...]]] section`);
  });

  it("at the start of a line opens no heading, list, quotation, callout or rule", () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(live(escapeBlockStart(source))).not.toMatch(/^\s*(?:#{1,6}\s|[>+-]|\d{1,9}[.)]\s|={3,}|`{3}|~{3})/u);
      }),
      { numRuns: 5000 },
    );
  });

  it("reads the same as it was: without its escapes it is the words of the source", () => {
    fc.assert(
      fc.property(text, (source) => {
        const back = (escaped: string) => escaped.replace(/\\([!-/:-@[-`{-~])/gu, "$1").replaceAll("&lt;", "<");
        expect(back(escapeInline(source))).toBe(source.replaceAll("&lt;", "<"));
      }),
      { numRuns: 5000 },
    );
  });

  it("that is plain is left as it is", () => {
    for (const plain of [
      "Well-being costs 3 to 4 pounds (about 5 dollars).",
      "它是一种仪器。",
      "2 < 3, and a & b",
      "snake_case stays",
      "C# and F# too",
    ])
      expect(escapeInline(plain)).toBe(plain);
  });
});

describe("parts of links", () => {
  it("a link's text never closes or splits the link", () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(linkText(source)).not.toMatch(/[[\]|\n]/u);
      }),
    );
  });

  it("a path that would break a link is no target", () => {
    for (const path of ["raw/a#b.md", "raw/a|b.md", "raw/a^b.md", "raw/[a].md", "raw/a%%b.md"])
      expect(linkTarget(path)).toBeUndefined();
    expect(linkTarget("raw/a b (c).md")).toBe("raw/a b (c)");
  });

  it("a heading path holds no mark that breaks it", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (headings) => {
        for (const part of headingSubpath(headings).split("#").slice(1)) expect(part).not.toMatch(/[\^|[\]`]|%%/u);
      }),
    );
  });
});
