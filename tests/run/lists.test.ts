// Which lists of sources become pages: those whose lines say something.
import { describe, expect, it } from "vitest";
import type { SurveyRow } from "../../src/core/topic.ts";
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

function isKept(survey: readonly SurveyRow[], title = "Tide"): boolean {
  const outline = {
    spread: survey.map(({ source, titled }) => ({ source, titled, count: 1 })),
    disagreements: [],
    said: title,
    brief: () => {
      throw new Error("not asked for");
    },
  };
  const draft = { sections: [], dropped: [], survey };
  return withinSurveys([{ placed: placed(title), outline, draft, engine: "extractive" }], 20).kept.length > 0;
}

describe("a list of sources", () => {
  it("is a page where two of its lines carry words", () => {
    expect(isKept([told(1), told(2)])).toBe(true);
    expect(isKept([told(1), bare(2)])).toBe(false);
  });

  it("is a page by titles that tell, where they are several", () => {
    expect(isKept([told(1), bare(2), bare(3)])).toBe(true);
    expect(isKept([bare(1), bare(2), bare(3)])).toBe(false);
    expect(isKept([bare(1), bare(2), bare(3), bare(4)])).toBe(true);
    const mute = [1, 2, 3, 4].map((n) => ({ ...bare(n), claims: [] }));
    expect(isKept(mute)).toBe(false);
    expect(isKept([told(5), ...mute])).toBe(true);
  });
});
