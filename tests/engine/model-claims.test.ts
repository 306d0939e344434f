// Whatever a model says, what is kept of it stands in the text.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { strays, tidied } from "../../src/engine/model/claim-form.ts";
import { checkedClaims, type Shown } from "../../src/engine/model/claims.ts";
import { supportOf } from "../../src/text/support.ts";
import { DESK } from "./documents.ts";

const FRAME = { title: DESK.meta.title, english: true };
const shown: readonly Shown[] = DESK.sentences.map(({ n, text, block }) => ({
  n,
  text,
  around: [DESK.sentences[n - 2]?.text ?? "", ...(DESK.blocks[block]?.headings ?? []), DESK.meta.title].join("\n"),
}));
const claimed = (claim: string, named: readonly number[] = []) => checkedClaims([{ claim, named }], shown, FRAME);

describe("a claim", () => {
  it("gets the sentence that shares its words, not the one the model named", () => {
    expect(claimed("Ted Nelson coined hypertext in 1965.", [1]).claims).toEqual([
      { text: "Ted Nelson coined hypertext in 1965.", evidence: [7] },
    ]);
  });
  it("may rest on two sentences", () => {
    expect(
      claimed("No memex was ever built, but Nelson credited the memex for the trail.").claims[0]?.evidence,
    ).toEqual([6, 8]);
  });
  it("that leans on another sentence gives way to one that does not", () => {
    expect(claimed("He showed a working system of 192 kilobytes in San Francisco.").claims).toEqual([
      { text: DESK.sentences[9]?.text, evidence: [10] },
    ]);
  });
  it("with a wrong year gives way to its sentence", () => {
    const { claims, refused } = claimed("Ted Nelson coined the word hypertext in 1963.");
    expect(claims).toEqual([{ text: DESK.sentences[6]?.text, evidence: [7] }]);
    expect(refused[0]?.reason).toBe("its evidence does not say: 1963; its sentence stands in its place");
  });
  it("that leaves out the figures of a sentence gives way to the sentence", () => {
    expect(claimed("Engelbart showed a working system in San Francisco.").claims).toEqual([
      { text: DESK.sentences[9]?.text, evidence: [10] },
    ]);
  });
  it("about something else is dropped", () =>
    expect(claimed("Penguins live in the south.")).toMatchObject({
      claims: [],
      refused: [{ reason: "no sentence says so" }],
    }));
  it("without a verb is none", () =>
    expect(claimed("The memex, a desk with microfilm.").refused[0]?.reason).toMatch(/no verb/));
  it("of two from one sentence gives way to the sentence", () => {
    const { claims } = checkedClaims(
      [
        { claim: "Ted Nelson coined a word.", named: [7] },
        { claim: "Hypertext was coined in 1965.", named: [7] },
      ],
      shown,
      FRAME,
    );
    expect(claims).toEqual([{ text: DESK.sentences[6]?.text, evidence: [7] }]);
  });
});

const words = fc.constantFrom(
  ...DESK.markdown.split(/\s+/),
  "not",
  "never",
  "1963",
  "Napoleon",
  "机器",
  '"',
  "[3]",
  "it",
  "12%",
  "…",
  "GPT-4",
);
test("of anything a model may say, only what its evidence bears out is kept", () => {
  const said = fc.array(
    fc.record({
      claim: fc.oneof(
        fc.array(words, { maxLength: 14 }).map((all) => all.join(" ")),
        fc.string({ unit: "grapheme" }),
      ),
      named: fc.array(fc.integer({ min: -2, max: 14 }), { maxLength: 4 }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(said, (claims) => {
      const kept = checkedClaims(claims, shown, FRAME).claims;
      expect(new Set(kept.map(({ evidence }) => evidence.join())).size).toBe(kept.length);
      for (const { text, evidence } of kept) {
        expect(evidence).toEqual([...new Set(evidence)].sort((a, b) => a - b));
        const quote = evidence
          .map((n, at) => `${at === 0 ? "" : evidence[at - 1] === n - 1 ? " " : " […] "}${DESK.sentences[n - 1]?.text}`)
          .join("");
        expect(supportOf(text, quote, shown[(evidence[0] ?? 0) - 1]?.around).missing).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test("a claim's dress is put in order", () => {
  for (const [raw, plain] of [
    ["  The desk\nstores books ", "The desk stores books."],
    ["3. The desk stores books.", "The desk stores books."],
    ["The text says that the desk stores books.", "The desk stores books."],
    ["The desk stores books [2].", "The desk stores books."],
    ["The desk is a tool, however.", "The desk is a tool."],
    ["记忆扩展器是一张桌子", "记忆扩展器是一张桌子。"],
    ["The desk serves the U. S. government", "The desk serves the U.S. government."],
    ["The desk stores:", "The desk stores."],
  ] as const)
    expect(tidied(raw)).toBe(plain);
});

test("a foreign script is noticed only where the text has none of it", () => {
  expect(strays("The 机器 stores books.", "The machine stores books.")).toBe(true);
  expect(strays("The 机器 stores books.", "机器 means machine")).toBe(false);
});
