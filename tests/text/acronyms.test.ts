// Acronyms beside the words that they stand for.
import { describe, expect, it } from "vitest";
import { expansionsIn, spellsOut } from "../../src/text/acronyms.ts";

const stated = (text: string) => expansionsIn(text).map(({ acronym, words }) => `${acronym} = ${words}`);

describe("an acronym in brackets behind its words", () => {
  it.each([
    ["We sent a request for proposals (RFP) to ten firms.", "RFP = request for proposals"],
    ["An externally owned account (EOA) has a key.", "EOA = externally owned account"],
    ["The minimum viable product (MVP) was small.", "MVP = minimum viable product"],
    ["They post requests for information (RFIs) early.", "RFIs = requests for information"],
    ["An interagency agreement (IAA) moves the money.", "IAA = interagency agreement"],
    ["It uses Simple Serialize (SSZ) throughout.", "SSZ = Simple Serialize"],
    [
      "The compiler has a high-level intermediate representation (HIR).",
      "HIR = high-level intermediate representation",
    ],
    ["Our cloud configuration management database (CMDB) is new.", "CMDB = configuration management database"],
    ["The EOA (externally owned account) signs.", "EOA = externally owned account"],
    ["It signs with the eXtended Merkle Signature Scheme (XMSS).", "XMSS = eXtended Merkle Signature Scheme"],
    ["It needs EIP-161 (State trie clearing) first.", "EIP-161 = State trie clearing"],
  ])("%s", (text, found) => expect(stated(text)).toEqual([found]));

  it("gives the places of both", () => {
    const text = "Then an externally owned account (EOA) pays.";
    const [one] = expansionsIn(text);
    expect(text.slice(...(one?.wordsAt ?? [0, 0]))).toBe("externally owned account");
    expect(text.slice(...(one?.acronymAt ?? [0, 0]))).toBe("EOA");
  });

  it.each([
    "The tide gauge (HMS) was lost.",
    "He joined the firm (NASA) in May.",
    "It rains. Some (IBM) do.",
    "The tower (1759) stands.",
  ])("is none when the words do not spell it: %s", (text) => expect(stated(text)).toEqual([]));
});

it("words spell an acronym by letters that start them, in order", () => {
  expect(spellsOut("Schwartz Hearst Method", "SHM")).toBe(true);
  expect(spellsOut("machine learning", "ML")).toBe(true);
  expect(spellsOut("method of learning machines", "ML")).toBe(false);
  expect(spellsOut("ten mile reef light", "LMT")).toBe(false);
});
