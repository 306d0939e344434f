import { describe, expect, it } from "vitest";
import type { Topic } from "../../src/core/topic.ts";
import { doubtfulPairs } from "../../src/link/doubts.ts";

const topic = (title: string, sources: readonly string[], more: Partial<Topic> = {}): Topic => ({
  title,
  type: "concept",
  aliases: [title],
  claims: sources.map((source) => ({ source, id: `c-${title}` })),
  named: [],
  subjectOf: [],
  ...more,
});
const pairs = (...topics: Topic[]) => doubtfulPairs(topics).map(({ a, b }) => [a, b]);

describe("doubtful pairs", () => {
  it.each([
    ["GPT-3", "GPT-4"],
    ["Rust 2018", "Rust 2021"],
    ["mw-2", "mw-3"],
    ["EIP-1559", "EIP-1558"],
  ])("never hold %s and %s, which differ in their number", (a, b) => {
    expect(pairs(topic(a, ["x", "y"]), topic(b, ["x", "y"]))).toEqual([]);
  });

  it("never hold two people of one family", () => {
    const person = { type: "entity", kind: "person" } as const;
    expect(pairs(topic("John Smith", ["x"], person), topic("Jane Smith", ["x"], person))).toEqual([]);
  });

  it("hold an initial beside a first name, an acronym beside its words, a short form beside the long one", () => {
    const person = { type: "entity", kind: "person" } as const;
    expect(pairs(topic("J. Smith", ["x"], person), topic("John Smith", ["x"], person))).toHaveLength(1);
    expect(pairs(topic("ABI", ["x"]), topic("Application binary interface", ["x"]))).toHaveLength(1);
    expect(pairs(topic("Council", ["x", "y"]), topic("Leadership Council", ["x"]))).toHaveLength(1);
  });

  it("do not hold names that never stand in one source and only end alike", () => {
    expect(pairs(topic("Council", ["x"]), topic("Student Council", ["y"]))).toEqual([]);
  });

  it("are over once a person said that they are two", () => {
    const both = [topic("Council", ["x"]), topic("Leadership Council", ["x"])];
    expect(doubtfulPairs(both, [["Council", "Leadership Council"]])).toEqual([]);
  });

  it("are found among 10,000 names without comparing all with all", () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      topic(`Thing ${i.toString(36)}x${(i * 7) % 9973}`, [`s${i % 500}`]),
    );
    expect(doubtfulPairs(many).length).toBeLessThanOrEqual(30);
  });
});
