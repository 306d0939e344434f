import fc from "fast-check";
import { expect, test } from "vitest";
import { deletedOn, placeOf } from "../../src/vault/decided-places.ts";
import { type Decision, parseDecisions, withDecisions } from "../../src/vault/decisions.ts";

const ALL: Decision[] = [
  { kind: "merge", names: ["Memex", "memory, extended"] },
  { kind: "split", names: ["Java", "Java: the island"] },
  { kind: "rename", from: "Hyper text", to: "Hypertext" },
  { kind: "forbid", name: "2019" },
  { kind: "delete", page: "wiki/concepts/foo.md", title: "Foo" },
  {
    kind: "delete",
    page: "wiki/concepts/memex.md",
    claims: ["c-7f3a9c21d0", "c-0000000001-2"],
    text: "It was: never built #1.",
  },
  { kind: "pin", name: "注意力" },
  { kind: "promote", output: "outputs/a.md", page: "wiki/answers/a.md" },
  { kind: "reject", output: "outputs/b.md", why: "wrong" },
];

test("every kind of decision is read back as it was written", () => {
  const body = withDecisions(undefined, ALL);
  expect(parseDecisions(body)).toEqual({ list: ALL, faults: [] });
  expect(body).toContain('\n- merge: [Memex, "memory, extended"]\n');
  expect(body).toContain("\n- delete: wiki/concepts/foo.md\n  title: Foo\n");
});

test("a decision that stands there already is not added again, and a new page has none", () => {
  const body = withDecisions(undefined, ALL);
  expect(withDecisions(body, ALL)).toBe(body);
  expect(parseDecisions(withDecisions(undefined, []))).toEqual({ list: [], faults: [] });
});

test("hand edits, comments and what is not understood survive an addition", () => {
  const body =
    "My wiki.\n\n```yaml\n# mine\n- forbid: 'x'   # why not\n- frobnicate: 3\n- merge: alone\n```\n\nMore text.\n\n```yaml\n- forbid: not here\n```\n";
  const after = withDecisions(body, [{ kind: "pin", name: "Y" }]);
  expect(after).toBe(body.replace("- merge: alone\n", "- merge: alone\n- pin: Y\n"));
  expect(parseDecisions(after)).toEqual({
    list: [
      { kind: "forbid", name: "x" },
      { kind: "pin", name: "Y" },
    ],
    faults: ['not understood: {"frobnicate":3}', 'not understood: {"merge":"alone"}'],
  });
});

test("a block that is broken or gone says so and loses nothing", () => {
  expect(parseDecisions("```yaml\n- a: [\n```").faults[0]).toContain("cannot be read");
  expect(parseDecisions("no block")).toEqual({ list: [], faults: [] });
  expect(withDecisions("no block", [{ kind: "forbid", name: "x" }])).toBe("no block\n\n```yaml\n- forbid: x\n```\n");
  expect(parseDecisions("```yaml\na: 1\n```").faults).toEqual(["the YAML block is not a list"]);
});

test("whatever the names are, they come back", () => {
  const name = fc
    .string({ unit: "grapheme", minLength: 1 })
    .map((text) => text.normalize("NFC"))
    .filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 5 }), (pairs) => {
      const list = pairs.flatMap(([a, b]): Decision[] => [
        { kind: "merge", names: [a, b] },
        { kind: "forbid", name: a },
      ]);
      const unique = [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
      const half = Math.floor(unique.length / 2);
      expect(parseDecisions(withDecisions(withDecisions(undefined, unique.slice(0, half)), unique)).list).toEqual(
        unique,
      );
    }),
    { numRuns: 300 },
  );
});

test("a page is found after all the moves a person made, and a deleted one has no place", () => {
  const moves: Decision[] = [
    { kind: "rename", from: "wiki/concepts/memex.md", to: "wiki/ideas/memex.md", title: "Memex" },
    { kind: "rename", from: "wiki/ideas/memex.md", to: "wiki/ideas/bush/the memex.md", title: "Memex" },
    { kind: "delete", page: "[[wiki/concepts/foo]]" },
    { kind: "delete", page: "wiki/concepts/bar.md", claims: ["c-1"], text: "x" },
  ];
  expect(placeOf(moves, { path: "wiki/concepts/memex.md", title: "Memex" })).toBe("wiki/ideas/bush/the memex.md");
  expect(placeOf(moves, { path: "wiki/concepts/memex-concept.md", title: "Memex" })).toBe(
    "wiki/ideas/bush/the memex.md",
  );
  expect(placeOf(moves, { path: "wiki/sources/memex.md", title: "Memex" })).toBe("wiki/sources/memex.md");
  expect(placeOf(moves, { path: "wiki/concepts/foo.md", title: "Foo" })).toBeUndefined();
  expect(placeOf(moves, { path: "wiki/concepts/bar.md", title: "Bar" })).toBe("wiki/concepts/bar.md");
  expect([...deletedOn(moves, { path: "wiki/concepts/bar.md", title: "Bar" })]).toEqual(["c-1"]);
});
