// Code marks of a sentence stand around the same code where the sentence is put another way, or nowhere.
import fc from "fast-check";
import { expect, it } from "vitest";
import { codeMoved } from "../../src/text/in-code.ts";

const marked = (from: string, code: string, to: string): string[] => {
  const start = from.indexOf(code);
  return codeMoved([[start, start + code.length]], from, to).map((range) => to.slice(...range));
};

it("code goes along where a sentence begins otherwise, lacks its end or its middle", () => {
  const from = "Here we called it LAMP, since tide rises.";
  expect(marked(from, "tide", "It rises since tide rises.")).toEqual(["tide"]);
  expect(marked("A new box called lampbox shows what the tide plan prints …", "lampbox", "lampbox is a box.")).toEqual([
    "lampbox",
  ]);
  expect(marked("A box shows what tide plan … prints", "tide plan …", "A box shows what tide plan.")).toEqual([]);
  expect(marked("Use CALL", "CALL", "Avoid DELEGATECALL")).toEqual([]);
  expect(marked("Use CALL here", "CALL", "DELEGATECALL is another")).toEqual([]);
});

it("what is marked is the code, whatever two texts are compared", () => {
  const text = fc.stringMatching(/^[ab` .]{1,24}$/);
  fc.assert(
    fc.property(text, text, fc.nat(20), fc.integer({ min: 1, max: 6 }), (from, to, start, length) => {
      const code = from.slice(start, start + length);
      if (code === "") return;
      for (const [first, end] of codeMoved([[start, start + code.length]], from, to))
        expect(to.slice(first, end)).toBe(code);
    }),
  );
});

it("marks of whole words stand around whole words and in their order, whatever was put before, between and behind", () => {
  const word = fc.constantFrom("a", "CALL", "DELEGATECALL", "to", "CALL2", "(0xF1),", "except", "that");
  const words = fc.array(word, { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(words, words, fc.array(fc.nat(8), { maxLength: 3 }), (from, to, picked) => {
      const starts = from.map((_, i) => from.slice(0, i).join(" ").length + (i > 0 ? 1 : 0));
      const ranges = [...new Set(picked)]
        .filter((i) => i < from.length)
        .sort((a, b) => a - b)
        .map((i): [number, number] => [starts[i] ?? 0, (starts[i] ?? 0) + (from[i] ?? "").length]);
      const text = to.join(" ");
      let last = 0;
      for (const [start, end] of codeMoved(ranges, from.join(" "), text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(to).toContain(text.slice(start, end));
        expect(/[\p{Alpha}\p{N}]$/u.test(text.slice(0, start)) || /^[\p{Alpha}\p{N}]/u.test(text.slice(end))).toBe(
          false,
        );
        last = end;
      }
    }),
  );
});
