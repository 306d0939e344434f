// Which names are worth a page, by what one source says of them.
import { describe, expect, it } from "vitest";
import { topicsFrom } from "../../src/link/topics.ts";
import { aMention, speakingOf } from "./notes.ts";

const LIMITS = { perSource: 3, minSources: 2, minClaims: 3 };

describe("a topic", () => {
  it("needs one claim where that tells a name of its own from all others of its sort", () => {
    const told = {
      definition: "a queue on top of a store that keeps each message until it is read",
      definitionStrength: 0.5,
    };
    const note = speakingOf("raw/a.md", ["x", "y"]);
    const only = (name: string) => topicsFrom([{ ...note, mentions: [aMention(name, ["c-01"], told)] }], LIMITS);
    expect(only("Quay Queues")).toHaveLength(1);
    expect(only("queue")).toEqual([]);
  });
});
