import fc from "fast-check";
import { expect, test } from "vitest";
import { tag } from "../../src/engine/extractive/tag.ts";

const SAID = "In today's Rust, you can write a function signature like it.";

test("a sentence is cut and tagged the same whatever was read before it", () => {
  const word = fc.constantFrom("today's", "Today's", "TODAY'S", "rust", "Rust", "don't", "Lamp-post", "e.g.", "sha256");
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  const alone = tag(SAID);
  expect(alone.map(({ text }) => text)).toContain("today");
  fc.assert(
    fc.property(texts, (before) => {
      for (const words of before) tag(`${words.join(" ")}.`);
      expect(tag(SAID)).toEqual(alone);
    }),
  );
});
