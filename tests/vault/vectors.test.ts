import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { openVectors } from "../../src/vault/vectors.ts";

const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
};
const key = (n: number): string => n.toString(16).padStart(16, "0");
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe("vectors", () => {
  it("are found nearest first, and a byte a dimension costs less than a hundredth of the cosine", () => {
    const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 30 }), vector, (all, asked) => {
        fc.pre([...all, asked].every((one) => Math.hypot(...one) > 0.1));
        const store = openVectors(":memory:");
        const given = new Map(all.map((one, i) => [key(i), unit(one)]));
        store.add("m", given);
        const query = unit(asked);
        const near = store.nearest(query, 5);
        store.close();
        const exact = [...given.values()].map((one) => dot(one, query)).sort((a, b) => b - a);
        for (const [i, { score }] of near.entries()) expect(Math.abs(score - (exact[i] ?? 0))).toBeLessThan(0.02);
        expect(near).toHaveLength(Math.min(5, given.size));
      }),
      { numRuns: 50 },
    );
  });

  it("stay when the store is opened again, in little room", () => {
    const root = mkdtempSync(join(tmpdir(), "kb-vectors-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const file = join(root, "vectors.sqlite");
    const first = openVectors(file);
    for (let batch = 0; batch < 60; batch++) {
      const some = Array.from({ length: 32 }, (_, i) => batch * 32 + i);
      first.add("m", new Map(some.map((n) => [key(n), unit(Array.from({ length: 384 }, (_, i) => Math.sin(n + i)))])));
    }
    first.keepQuery("what is a memex", unit([1, 2, 3]));
    first.close();
    const again = openVectors(file);
    expect(again.keys().size).toBe(1920);
    expect(again.query("what is a memex")).toEqual(unit([1, 2, 3]));
    again.close();
    expect(statSync(file).size).toBeLessThan(1920 * 400 * 1.5);
  });

  it("of another model take the place of those that were there", () => {
    const store = openVectors(":memory:");
    store.add("small", new Map([[key(1), unit([1, 0])]]));
    store.add("large", new Map([[key(2), unit([1, 0, 0])]]));
    expect([store.model, [...store.keys()]]).toEqual(["large", [key(2)]]);
    store.close();
  });

  it("that nothing names any more are forgotten once they are many", () => {
    const store = openVectors(":memory:");
    store.add("m", new Map(Array.from({ length: 2500 }, (_, n) => [key(n), unit([1, n])])));
    store.keepOnly(new Set(Array.from({ length: 2400 }, (_, n) => key(n))));
    expect(store.keys().size).toBe(2500);
    store.keepOnly(new Set([key(7), key(8)]));
    expect([...store.keys()]).toEqual([key(7), key(8)]);
    expect(store.nearest(unit([1, 7]), 1)[0]?.key).toBe(key(7));
    store.close();
  });

  it("in a damaged file are made anew", () => {
    const root = mkdtempSync(join(tmpdir(), "kb-vectors-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    writeFileSync(join(root, "vectors.sqlite"), "no database at all, but long enough to be looked at".repeat(40));
    const store = openVectors(join(root, "vectors.sqlite"));
    expect(store.model).toBeUndefined();
    store.close();
  });
});
