import { describe, expect, it } from "vitest";
import { fused } from "../../src/find/fusion.ts";

describe("lexical and embedding scores", () => {
  it("are weighed seven to thirteen, each by its best", () => {
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
      ["b", 0.825],
      ["a", 0.35],
      ["c", 0.325],
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
