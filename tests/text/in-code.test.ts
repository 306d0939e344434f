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
