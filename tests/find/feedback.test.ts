import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFeedback } from "../../src/find/feedback.ts";
import { searchOf } from "../../src/find/search.ts";
import { indexOf, row } from "./rows-in-memory.ts";

const about = (n: number, text: string) =>
  row(`wiki/sources/s${String(n).padStart(2, "0")}.md`, { title: `Report ${n}`, type: "source", says: [[text]] });
const index = indexOf([
  about(1, "Wing flutter is an aeroelastic instability; dampers hold wing flutter down."),
  about(2, "Aeroelastic dampers against wing flutter were tried in the tunnel."),
  about(3, "Flutter of the wing, an aeroelastic matter, ended with heavier dampers."),
  about(4, "The left wing of the museum shows butterflies from five continents."),
  about(5, "Aeroelastic dampers were moved nearer to the tip of the wing in trials."),
  ...Array.from({ length: 20 }, (_, i) => about(i + 6, `Kitchens in the north wing serve soup number ${i} daily.`)),
]);
const first = (query: string, n: number) =>
  searchOf(index)
    .find({ query, limit: n })
    .map(({ title }) => title);

describe("what the best pages have in common", () => {
  it("lifts a page that speaks of the same with other words", () => {
    expect(first("wing flutter", 4).slice(0, 3).sort()).toEqual(["Report 1", "Report 2", "Report 3"]);
    expect(first("wing flutter", 4)[3]).toBe("Report 5");
  });

  it("changes nothing where few pages are found", () => {
    const hits = ["a", "b"].map((path, i) => ({ path, title: path, type: "source", aliases: [], score: 2 - i }));
    expect(withFeedback(hits, () => new Map())).toBe(hits);
  });

  it("gives back every page once, and keeps those beyond the first hundred behind, whatever the bags hold", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.float({ min: 0, max: 50, noNaN: true }), fc.array(fc.nat(0xffffffff), { maxLength: 30 })),
          {
            maxLength: 130,
          },
        ),
        (pages) => {
          const scores = pages.map(([score]) => score).sort((a, b) => b - a);
          const hits = scores.map((score, i) => ({ path: `p${i}`, title: "", type: "source", aliases: [], score }));
          const bags = new Map(pages.map(([, bag], i) => [`p${i}`, Uint32Array.from(bag)]));
          const ordered = withFeedback(hits, () => bags);
          expect(ordered.map(({ path }) => path).sort()).toEqual(hits.map(({ path }) => path).sort());
          expect(ordered.every(({ score }) => Number.isFinite(score))).toBe(true);
          const late = ordered.slice(0, 100).filter(({ path }) => Number(path.slice(1)) >= 100);
          expect(late).toEqual([]);
        },
      ),
    );
  });
});
