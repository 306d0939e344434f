// Whose words a sentence reports.
import { describe, expect, it } from "vitest";
import { attributionOf } from "../../src/text/attribution.ts";

const cases: readonly [sentence: string, who: string | undefined][] = [
  ["According to Ted Nelson, links should go both ways.", "Ted Nelson"],
  ["Links break every day, according to the Library of Congress.", "the Library of Congress"],
  ["Vannevar Bush wrote that trails do not fade.", "Vannevar Bush"],
  ["Bush, an engineer at MIT, argued that indexing is artificial.", "Bush"],
  ["“Trails do not fade,” said Vannevar Bush.", "Vannevar Bush"],
  ['"It was obvious," Engelbart recalled.', "Engelbart"],
  ["据新华社报道，大会在北京举行。", "新华社"],
  ["王小明认为，笔记需要联系。", "王小明"],
  ["As Ted Nelson wrote in 1974, everything is intertwingled.", "Ted Nelson"],
  ["He said that it would work.", undefined],
  ["The memex was never built.", undefined],
  ["The article claims the desk.", undefined],
  ["She also notes the date.", undefined],
];

describe("who says so", () => {
  for (const [sentence, who] of cases)
    it(`${sentence} -> ${who ?? "nobody in particular"}`, () => expect(attributionOf(sentence)).toBe(who));
});
