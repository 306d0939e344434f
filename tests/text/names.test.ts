// Names of one key are one name.
import fc from "fast-check";
import { expect, it } from "vitest";
import { nameKey, nameWords } from "../../src/text/names.ts";

it("a name's case, plural, hyphen and article make no other name", () => {
  for (const names of [
    ["Hyper-Text", "hypertexts", "hypertext", "the Hypertext"],
    ["APIs", "API"],
    ["Acme Inc", "Acme Inc.", "ACME"],
    ["Rust Projects", "the Rust project"],
  ])
    expect(new Set(names.map(nameKey)).size).toBe(1);
  expect(nameKey("DNS")).not.toBe(nameKey("DN"));
});

it("words are the same whether a name is cut at its spaces alone or as a text", () => {
  const word = fc.stringMatching(/^(?:the|The|Inc|[A-Za-z]{1,8}|[A-Z]{1,6}s?)$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const name = words.join(" ");
      // What stands around it makes it a text of more than letters and spaces.
      expect(nameWords(name)).toEqual(nameWords(`(${name})`));
    }),
  );
});
