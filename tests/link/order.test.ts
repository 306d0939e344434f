import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOf } from "../../src/link/groups.ts";
import { topicsFrom } from "../../src/link/topics.ts";
import { aMention, speakingOf } from "./notes.ts";

const person = (name: string) => aMention(name, [], { type: "entity", kind: "person" });
const POOL = [
  "API",
  "APIs",
  aMention("Very Long Baseline Interferometry", [], { forms: ["VLBI", "Very Long Baseline Interferometry"] }),
  "VLBI",
  "Leadership Council",
  "Student Council",
  "Council",
  person("Jane Smith"),
  person("John Smith"),
  "Smith",
  "GPT-3",
  "GPT-4",
  "Lantern",
  "Harbour",
];
const LIMITS = { perSource: 8, minSources: 1, minClaims: 2 };

describe("one name for one thing", () => {
  it("does not depend on the order that sources come in", () => {
    const sources = fc.array(fc.subarray(POOL, { minLength: 1 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sources, fc.infiniteStream(fc.nat()), fc.boolean(), (contents, numbers, split) => {
        const notes = contents.map((names, i) => speakingOf(`raw/${i}.md`, names));
        const rank = new Map(notes.map((note) => [note.path, numbers.next().value ?? 0]));
        const shuffled = [...notes].sort((a, b) => (rank.get(a.path) ?? 0) - (rank.get(b.path) ?? 0));
        const decisions = {
          merge: [["Lantern", "Harbour"]],
          ...(split ? { split: [["Very Long Baseline Interferometry", "VLBI"]] } : {}),
        };
        expect(topicsFrom(shuffled, LIMITS, decisions)).toEqual(topicsFrom(notes, LIMITS, decisions));
        const keys = (list: typeof notes) => groupsOf(list).groups.map((group) => [...group.keys].sort());
        expect(keys(shuffled)).toEqual(keys(notes));
      }),
    );
  });

  it("never makes one of siblings, whoever speaks of them together", () => {
    const notes = [0, 1, 2].map((i) => speakingOf(`raw/${i}.md`, POOL));
    const groups = groupsOf(notes).groups.map((group) => [...group.keys]);
    for (const [a, b] of [
      ["gpt3", "gpt4"],
      ["janesmith", "johnsmith"],
      ["leadershipcouncil", "studentcouncil"],
    ])
      expect(groups.some((keys) => keys.includes(a ?? "") && keys.includes(b ?? ""))).toBe(false);
  });
});
