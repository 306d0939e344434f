import { describe, expect, it } from "vitest";
import { fused } from "../../src/find/fusion.ts";

describe("lexical and embedding scores", () => {
  it("are weighed four to six, each by its best", () => {
    const order = fused(
      [
        { path: "a", score: 10 },
        { path: "b", score: 5 },
      ],
      [
        { path: "b", score: 0.8 },
        { path: "c", score: 0.4 },
      ],
    );
    expect(order.map(({ path, score }) => [path, Number(score.toFixed(3))])).toEqual([
      ["b", 0.8],
      ["a", 0.4],
      ["c", 0.3],
    ]);
  });

  it("leave the lexical order as it is when nothing is embedded", () => {
    expect(
      fused(
        [
          { path: "b", score: 2 },
          { path: "a", score: 1 },
        ],
        [],
      ).map(({ path }) => path),
    ).toEqual(["b", "a"]);
  });
});
