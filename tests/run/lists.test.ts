// Which lists of sources become pages: those whose lines say something.
import { describe, expect, it } from "vitest";
import type { SurveyRow, Topic } from "../../src/core/topic.ts";
import { withinSurveys } from "../../src/run/lists.ts";
import { placed } from "../write/placed.ts";

const row = (n: number, text: string, titled = false): SurveyRow => ({
  source: `raw/${n}.md`,
  text,
  claims: [{ source: `raw/${n}.md`, id: `c-${n}` }],
  titled,
});
const told = (n: number, titled = false) => row(n, `Tide has ${n} sides.`, titled);
const bare = (n: number) => row(n, "", true);

function isKept(survey: readonly SurveyRow[], more: Partial<Topic> = {}): boolean {
  const title = "Tide";
  const outline = {
    spread: survey.map(({ source, titled }) => ({ source, titled, count: 1 })),
    disagreements: [],
    said: title,
    brief: () => {
      throw new Error("not asked for");
    },
  };
  const draft = { sections: [], dropped: [], survey };
  return withinSurveys([{ placed: placed(title, more), outline, draft, engine: "extractive" }], 20).kept.length > 0;
}

describe("a list of sources", () => {
  it("is a page where three of its lines carry words, and something says of which sort the thing is", () => {
    const sort = { sort: { noun: "gauge", claims: [] } };
    expect(isKept([told(1), told(2), told(3)], sort)).toBe(true);
    expect(isKept([told(1), told(2), bare(3)], sort)).toBe(false);
    expect(isKept([told(1), told(2), told(3)])).toBe(false);
    const letters = { aliases: ["Tide", "Trusted inland datum exchange"], title: "TIDE" };
    expect(isKept([told(1), told(2), told(3)], letters)).toBe(false);
  });
});
