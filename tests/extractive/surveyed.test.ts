// Who deserves a list of the sources that speak of it, where nobody says what it is.
import { describe, expect, it } from "vitest";
import type { BriefSource, TopicBrief } from "../../src/core/engine.ts";
import { listedAs } from "../../src/engine/extractive/pages/surveyed.ts";
import { sha256 } from "../../src/text/hash.ts";
import { aClaim } from "../link/notes.ts";

/** How often each source names it, with what it says. */
function spoken(
  title: string,
  said: readonly [count: number, text: string][],
  more: Partial<TopicBrief> = {},
  headed = false,
) {
  const claims = said.map(([, text], i) => {
    const own = aClaim(`c-${sha256(text).slice(0, 10)}`, text);
    return { source: `raw/${i}.md`, id: own.id, claim: own, sourceTitle: `Of the ${"abcdefgh"[i]}`, about: 0.4 };
  });
  const spread = claims.flatMap((best, i): BriefSource[] => {
    const count = said[i]?.[0] ?? 0;
    return [{ source: best.source, titled: headed && i === 0, count, best }];
  });
  const brief: TopicBrief = {
    title,
    type: "concept",
    aliases: [title],
    claims,
    spread,
    neighbours: [],
    rules: "",
    ...more,
  };
  return listedAs(brief);
}

describe("a name that nobody defines", () => {
  it("is listed where one source comes back to it and another says something of it", () => {
    const said: [number, string][] = [
      [4, "After three years STATICCALL forbids all changes of state."],
      [1, "Of all instructions STATICCALL is priced like a plain read."],
    ];
    expect(spoken("STATICCALL", said)).toBe("name");
    expect(spoken("STATICCALL", [[1, "Here STATICCALL is free."], ...said.slice(1)])).toBeUndefined();
  });

  it("is listed of people and bodies, but of few letters where three speak of it", () => {
    const of = (name: string, n: number): [number, string][] =>
      ["The ships of winter follow", "The gauges of Leith were read by", "All charts since 1850 go back to"]
        .slice(0, n)
        .map((begin, i) => [i === 0 ? 5 : 1, `${begin} ${name} in every port.`]);
    expect(spoken("Ada Hale", of("Ada Hale", 2), { type: "entity", kind: "person" })).toBe("name");
    expect(spoken("RLP", of("RLP", 2))).toBeUndefined();
    expect(spoken("RLP", of("RLP", 3))).toBe("name");
  });

  it("is listed where three say something of it, though none comes back to it, unless few letters make it", () => {
    const of = (name: string): [number, string][] =>
      ["Most ships of winter follow", "The gauges of Leith were read by", "All charts since 1850 go back to"].map(
        (begin) => [1, `${begin} ${name} in every port.`],
      );
    expect(spoken("Ada Hale", of("Ada Hale"), { type: "entity", kind: "person" })).toBe("name");
    expect(spoken("RLP", of("RLP"))).toBeUndefined();
  });

  it("is no name where it begins with a figure, or has one letter", () => {
    expect(
      spoken("N-1", [
        [4, "Chunks go up to N-1 in a block."],
        [4, "Harbours count berths to N-1 first."],
      ]),
    ).toBeUndefined();
    const said: [number, string][] = [
      [4, "Most of the goals of 2025H1 were met."],
      [4, "A plan of 2025H1 went to the board."],
    ];
    expect(spoken("2025H1", said)).toBeUndefined();
  });
});

describe("a common noun", () => {
  const of = (noun: string, ...counts: number[]): [number, string][] =>
    counts.map((count, i) => [count, `Every port of coast ${"abcdefgh"[i]} pays its ${noun} by the month.`]);

  it("is listed without sentences where one source is about it and several come back to it", () => {
    const forms = { aliases: ["validator", "validators"] };
    expect(spoken("Validator", of("validators", 9, 4, 3), forms)).toBe("noun");
    expect(spoken("Validator", of("validators", 3, 3, 3), forms)).toBeUndefined();
  });

  it("is listed where one source is headed by it and comes back to it, and another says something of it", () => {
    const forms = { aliases: ["beacon chain"] };
    expect(spoken("Beacon chain", of("beacon chain", 6, 2), forms)).toBeUndefined();
    expect(spoken("Beacon chain", of("beacon chain", 6, 2), forms, true)).toBe("noun");
    // What is said of a harbour's gates is said of the harbour.
    expect(spoken("Leith harbour", of("Leith harbour", 6, 2), { aliases: ["Leith harbour"] }, true)).not.toBe("noun");
  });

  it("gets no list for a word of everybody's", () => {
    const forms = { aliases: ["template", "templates"] };
    expect(spoken("Template", of("templates", 9, 4, 3), forms)).toBeUndefined();
  });
});
