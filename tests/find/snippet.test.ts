import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snippetOf } from "../../src/find/snippet.ts";
import { termsOf } from "../../src/text/words.ts";

describe("a snippet", () => {
  it("is cut around the stretch that holds most of the query, at the start of a sentence", () => {
    const text = `${"Nothing here. ".repeat(40)}Two items are tied by a code. ${"More of it. ".repeat(40)}`;
    const snippet = snippetOf(text, termsOf("item code tied"));
    expect(snippet).toMatch(/^… (?:Nothing here\. )?Two \*\*items\*\* are \*\*tied\*\* by a \*\*code\*\*\./);
    expect(snippet.endsWith(" …")).toBe(true);
  });

  it("marks ideographs in one piece", () => {
    expect(snippetOf("模型用自注意力机制。", termsOf("注意力"))).toBe("模型用自**注意力**机制。");
  });

  it("without a match begins with the text", () => {
    expect(snippetOf("A short text.", ["zeppelin"])).toBe("A short text.");
  });

  it("is the text's own words, whatever the text and the query", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 600 }),
        fc.string({ unit: "grapheme", maxLength: 20 }),
        (text, query) => {
          const clean = text.replaceAll("*", "");
          const words = snippetOf(clean, termsOf(query))
            .replaceAll("**", "")
            .replace(/^… | …$/g, "");
          expect(clean.replace(/\s+/g, " ")).toContain(words.trim());
        },
      ),
    );
  });
});
