// Each rule that tells orders to a model is asked only of sentences with one of its words: none of what it finds may lack them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDERS_TO_A_MODEL } from "../../src/text/orders.ts";

/** Strings like those that the rule finds: what must follow follows, gaps are a space, and borders of words are left to chance. */
function likeWhatItFinds({ source }: RegExp): fc.Arbitrary<string> {
  const plain = source
    .replace(/\(\?!(?:[^()]|\([^()]*\))*\)/gu, "")
    .replaceAll("(?=", "(?:")
    .replace(/(?:\[\^[^\]]*\]|\.)\{[01],\d+\}\??/gu, " ")
    .replace(/\\b|\\W\*|\\p\{L\}\+/gu, "");
  return fc.stringMatching(new RegExp(plain));
}

describe("orders to a model", () => {
  for (const { words, rules } of ORDERS_TO_A_MODEL)
    for (const rule of rules)
      it(`are found by one of "${words.slice(0, 30)}" where ${rule.source.slice(0, 40)} finds them`, () => {
        let found = 0;
        fc.assert(
          fc.property(likeWhatItFinds(rule), fc.boolean(), (like, capitals) => {
            const text = capitals ? like.toUpperCase() : like;
            if (!rule.test(text)) return;
            found++;
            const small = text.toLowerCase();
            expect(words.split("|").filter((word) => small.includes(word))).not.toEqual([]);
          }),
          { numRuns: 300 },
        );
        expect(found).toBeGreaterThan(0);
      });
});
