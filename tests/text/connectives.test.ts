// What ties a sentence to the one before it, off for a claim and back on for its source's page.
import { describe, expect, it } from "vitest";
import { inContext, withoutConnective, withoutTitle } from "../../src/text/connectives.ts";
import { sentencesOf } from "../../src/text/sentences.ts";

describe("a claim beside its quotation", () => {
  it.each([
    ["The tide turns.", "However, the tide turns.", "However, the tide turns."],
    ["The tide turns.", "Note that the tide turns.", "Note that the tide turns."],
    ["The tide shows where it turns.", "The tide shows where it turns:", "The tide shows where it turns."],
    ["This EIP [Tides] adds a gauge.", "But this EIP adds a gauge.", "But this EIP [Tides] adds a gauge."],
    ["[Alternatives:] Use the moon.", "Use the moon.", "[Alternatives:] Use the moon."],
    ["[Alternatives:] Use the moon.", "But use the moon.", "[Alternatives:] But use the moon."],
    ["“We saw the tide turn.”", "We saw the tide turn.", "“We saw the tide turn.”"],
    ["Accounts have: a nonce; no code.", "Accounts have: a nonce no code", "Accounts have: a nonce; no code."],
  ])("is word for word the same: %s", (claim, quote, shown) => {
    expect(inContext(claim, quote)).toBe(shown);
  });

  it.each([
    ["[The tide] turns.", "It turns."],
    ["The tide turns.", "Nobody says that the tide turns."],
  ])("differs: %s", (claim, quote) => {
    expect(inContext(claim, quote)).toBeUndefined();
  });

  it("is found again on the page", () => {
    expect(withoutConnective("However, the tide turns.")).toBe("The tide turns.");
    expect(withoutTitle("This EIP [Tides] adds a gauge [12:].")).toBe("This EIP adds a gauge [12:].");
  });
});

it("no sentence ends inside of inline code", () => {
  const text = "Setting it to 100.106.... Yes worked for me. The next one stands apart.";
  expect(sentencesOf(text)).toHaveLength(3);
  expect(sentencesOf(text, { code: new Map([[14, 16]]) })).toHaveLength(2);
});
