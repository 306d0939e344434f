import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/text/sentences.ts";

const cut = (text: string, language?: string): string[] =>
  sentencesOf(text, language === undefined ? {} : { language }).map((place) => text.slice(place.start, place.end));

describe("a paragraph is cut where a reader pauses", () => {
  it.each([
    [
      "versions and decimals hold together",
      "We use v1.2.3 at 3.5 GHz. It works.",
      ["We use v1.2.3 at 3.5 GHz.", "It works."],
    ],
    [
      "titles and initials",
      "Dr. J. R. R. Tolkien wrote. Mr. Smith read.",
      ["Dr. J. R. R. Tolkien wrote.", "Mr. Smith read."],
    ],
    [
      "abbreviations that never end a sentence",
      "Use a tool, e.g. Rust vs. Go. Then stop.",
      ["Use a tool, e.g. Rust vs. Go.", "Then stop."],
    ],
    [
      "abbreviations that may",
      "They sell eggs, milk, etc. The rest is free in the U.S. Senate.",
      ["They sell eggs, milk, etc.", "The rest is free in the U.S. Senate."],
    ],
    [
      "a number's abbreviation, and the word",
      "No. 5 is alive. No. That is Fig. 3.",
      ["No. 5 is alive.", "No.", "That is Fig. 3."],
    ],
    [
      "file names and addresses",
      "Open foo.rs. See https://a.example/c.d?x=1. Then Node.js runs.",
      ["Open foo.rs.", "See https://a.example/c.d?x=1.", "Then Node.js runs."],
    ],
    ["a question inside a sentence", "Is it? Yes! “Really?” he asked.", ["Is it?", "Yes!", "“Really?” he asked."]],
    [
      "stops inside brackets",
      "It broke (see sec. 4. It is short.) again. We fixed it.",
      ["It broke (see sec. 4. It is short.) again.", "We fixed it."],
    ],
    [
      "brackets that hold whole sentences",
      "He left. (She stayed. He did not.) They wept.",
      ["He left.", "(She stayed.", "He did not.)", "They wept."],
    ],
    ["ellipses", "Wait... what? No… Yes.", ["Wait... what?", "No…", "Yes."]],
    ["numbers of a list", "1. First of all. Second.", ["1. First of all.", "Second."]],
    ["Chinese", "我来了。我看见了！你呢？好。", ["我来了。", "我看见了！", "你呢？", "好。"]],
    ["Japanese", "これは文です。次の文です。", ["これは文です。", "次の文です。"]],
    ["a colon before a list", "We need:\n- eggs\n- milk", ["We need:", "- eggs", "- milk"]],
  ])("%s", (_, text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it("keeps German dates together in German only", () => {
    expect(cut("Am 3. Mai kam er. Dann ging er.", "de")).toEqual(["Am 3. Mai kam er.", "Dann ging er."]);
  });

  it("begins a sentence with a small letter where code begins", () => {
    const text = "It is done. rustc emits code.";
    expect(sentencesOf(text)).toHaveLength(1);
    expect(sentencesOf(text, { code: new Map([[12, 3]]) })).toHaveLength(2);
  });
});

it("loses nothing, keeps the order and never overlaps, whatever the text", () => {
  const piece = fc.oneof(
    fc.constantFrom(". ", "? ", "。", "(", ")", '"', "“", "”", "\n", "\n\n", "e.g. ", "A. ", "…", "1.", "` "),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      let from = 0;
      for (const { start, end } of sentencesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(from, start).trim()).toBe("");
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        from = end;
      }
      expect(text.slice(from).trim()).toBe("");
    }),
  );
});

it("takes time in proportion to the text, brackets left open included", () => {
  const started = performance.now();
  sentencesOf("(a. B ".repeat(40_000));
  expect(performance.now() - started).toBeLessThan(3000);
});
