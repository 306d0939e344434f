// Sources arrive in any order and in any batches, some twice, some only to go again: the wiki at the end is the same.
import { rmSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Lights, lights, SOURCES } from "./lighthouses.ts";

const LISTS = /\/log\.md$|^vault\.config/u;
const pages = (v: Lights): [string, string][] => Object.entries(v.wiki()).filter(([path]) => !LISTS.test(path));

const PASSING =
  "# A light on wheels\n\nThe Fresnel lens of a light on wheels weighs 40 kilograms. A lightvessel has no wheels.\n";

test("whatever the order and the batches in which sources come, the pages are the same", {
  timeout: 240_000,
}, async () => {
  const whole = lights();
  await whole.run();
  const script = fc.record({
    order: fc.shuffledSubarray(Object.keys(SOURCES), { minLength: Object.keys(SOURCES).length }),
    cuts: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    /** Before this many sources were there, one came that went again. */
    passing: fc.nat(7),
    /** .kb/ was lost when so many were there. */
    lost: fc.nat(12),
    /** This one first came in another wording. */
    worded: fc.nat(7),
  });
  await fc.assert(
    fc.asyncProperty(script, async ({ order, cuts, passing, lost, worded }) => {
      const v = lights({});
      for (const [n, path] of order.entries()) {
        const text = SOURCES[path] ?? "";
        v.put(path, n === worded ? text.replace(/\b1[78]\d\d\b/gu, "1777") : text);
        if (n === passing) v.put("raw/wheels.md", PASSING);
        if (n === passing + 2) rmSync(v.path("raw/wheels.md"), { force: true });
        if (cuts[n]) await v.run({ prune: true });
        if (n === lost) rmSync(v.path(".kb"), { recursive: true, force: true });
      }
      rmSync(v.path("raw/wheels.md"), { force: true });
      for (const path of order) v.put(path, SOURCES[path] ?? "");
      await v.run({ prune: true });
      expect(pages(v)).toEqual(pages(whole));
    }),
    { numRuns: Number(process.env.KB_RUNS ?? 6), seed: Number(process.env.KB_SEED ?? 20261121), endOnFailure: true },
  );
});
