import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contentWordsOf,
  foldOf,
  STOP_WORDS,
  stemOf,
  stemsOf,
  termsOf,
  termTokensOf,
  tokensOf,
  wordsOf,
} from "../../src/text/words.ts";

describe("words", () => {
  it.each([
    ["Vannevar Bush's desk", ["vannevar", "bush", "desk"]],
    ["self-attention, snake_case", ["self", "attention", "snake", "case"]],
    ["1,000 engineers in the U.S.", ["1000", "engineers", "in", "the", "us"]],
    ["C++ and C#, version v1.2.3 of 3.5b", ["c++", "and", "c#", "version", "v1.2.3", "of", "3.5b"]],
    ["Straße, Łódź, naïve, Ångström", ["strasse", "lodz", "naive", "angstrom"]],
    ["We'll say they don't; O'Brien’s", ["we", "say", "they", "dont", "obrien"]],
    ["ＡＢＣ １２", ["abc", "12"]],
    ["使用Obsidian做笔记", ["使用", "obsidian", "做", "笔记"]],
    ["コンピューターの歴史", ["コンピューター", "の", "歴史"]],
    ["हिन्दी भाषा", ["हिन्दी", "भाषा"]],
    ["", []],
    ["—!?🙂", []],
  ])("of %j are folded and cut as a reader would cut them", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("keep voiced kana and Korean syllables apart from their bare forms", () => {
    expect(foldOf("が")).toBe("が");
    expect(foldOf("대한")).toBe("대한");
  });

  it("know the place that they came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let last = 0;
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("are cut the same beside a letter of another script, which forbids the quick way", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aBcCfF+#.,'’019 é½–"),
      fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        expect(tokensOf(`${text} Ж`).slice(0, -1)).toEqual(tokensOf(text));
      }),
      { numRuns: 500 },
    );
  });

  it("lose stop words when content is asked for, but not words that only look foreign", () => {
    expect(contentWordsOf("What is the memex that Bush described?")).toEqual(["memex", "bush", "described"]);
    expect(contentWordsOf("MIT's OS in Los Angeles: war or die")).toEqual([
      "mit",
      "os",
      "los",
      "angeles",
      "war",
      "die",
    ]);
    expect(STOP_WORDS.has("ill")).toBe(false);
  });
});

describe("terms", () => {
  it("are English stems, and other scripts as they are", () => {
    expect(stemsOf("linked documents were linking")).toEqual(["link", "document", "link"]);
    expect(stemOf("笔记")).toBe("笔记");
    expect(stemOf("1968")).toBe("1968");
  });

  it("of unspaced scripts are characters and pairs, so that a part of a run is found as a phrase", () => {
    expect(termsOf("注意力")).toEqual(["注", "注意", "意", "意力", "力"]);
    const whole = termsOf("自注意力机制").join(" ");
    expect(whole).toContain(termsOf("注意力").join(" "));
  });

  it("know the place that they came from", () => {
    const text = "Das 注意力 ist wichtig";
    for (const term of termTokensOf(text))
      expect(foldOf(text.slice(term.start, term.end))).toContain(term.word.slice(0, 4));
  });

  it("of a million words take seconds, not minutes", () => {
    const text = "The memex, a desk in which a person stores books; 注意力机制. ".repeat(70_000);
    const start = performance.now();
    termsOf(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
