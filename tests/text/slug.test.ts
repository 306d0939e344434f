import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedName, slugOf, uniqueNames } from "../../src/text/slug.ts";

test.each([
  ["Self-attention", "self-attention"],
  ["注意力机制", "注意力机制"],
  ["Who named hypertext?", "who-named-hypertext"],
  ["Engelbart's “demo” of 1968", "engelbarts-demo-of-1968"],
  ["C++", "c-plus-plus"],
  ["C#", "c-sharp"],
  ["C", "c"],
  [".NET & Node.js", "dot-net-and-node-js"],
  ["CON", "con-page"],
  ["lpt¹", "lpt1-page"],
  ["Ｆｕｌｌ ｗｉｄｔｈ", "full-width"],
  ["Čapek, Karel", "čapek-karel"],
  ["../../etc/passwd", "etc-passwd"],
  ["🎉🎉", "untitled"],
  ["", "untitled"],
  ["हिन्दी भाषा", "हिन्दी-भाषा"],
])("%j is filed as %j", (title, name) => {
  expect(slugOf(title)).toBe(name);
});

test("a name is safe on every system, short, and its own slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      const name = slugOf(title);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/u);
      expect([...name].length).toBeLessThanOrEqual(85);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(205);
      expect(name.normalize("NFC")).toBe(name);
      expect(slugOf(name)).toBe(name);
    }),
  );
});

test("names that collide all carry a suffix from their raw path or kind", () => {
  const names = uniqueNames([
    { key: "raw/blog/2019/memex.md", title: "Memex", kind: "source", rawPath: "raw/blog/2019/memex.md" },
    { key: "raw/notes/memex.md", title: "MEMEX", kind: "source", rawPath: "raw/notes/memex.md" },
    { key: "concept Memex", title: "Memex", kind: "concept" },
    { key: "raw/bush.md", title: "As we may think", kind: "source", rawPath: "raw/bush.md" },
    { key: "concept Index", title: "Index", kind: "concept" },
  ]);
  expect([...names.values()]).toEqual([
    "memex-2019",
    "memex-notes",
    "memex-concept",
    "as-we-may-think",
    "index-concept",
  ]);
});

test("a name that is taken for good is given to nobody else", () => {
  const item = { key: "concept Straße", title: "Straße", kind: "concept" };
  expect([...uniqueNames([item], ["STRASSE"]).values()]).toEqual(["straße-concept"]);
});

test("names are unique when folded, and the order of arrival plays no part", () => {
  const title = fc.constantFrom(
    "Memex",
    "memex",
    "MEMEX",
    "Mémex",
    "Me\u0301mex",
    "Index",
    "x",
    "memex concept",
    "memex-notes",
    "",
  );
  const item = fc.record({
    title,
    kind: fc.constantFrom("concept", "entity", "person"),
    folder: fc.constantFrom("raw", "raw/notes", "raw/a/notes"),
    file: fc.constantFrom("memex.md", "a.pdf", "a.md"),
    raw: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { maxLength: 30, selector: (i) => JSON.stringify(i) }),
      fc.infiniteStream(fc.nat()),
      (list, numbers) => {
        const items = list.map(({ title: name, kind, folder, file, raw }) => ({
          key: JSON.stringify([name, kind, folder, file, raw]),
          title: name,
          kind,
          ...(raw ? { rawPath: `${folder}/${file}` } : {}),
        }));
        const shuffled = items
          .map((value) => ({ value, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
        const names = uniqueNames(items);
        expect(new Map([...uniqueNames(shuffled)].sort())).toEqual(new Map([...names].sort()));
        expect(new Set([...names.values()].map(foldedName)).size).toBe(items.length);
      },
    ),
  );
});
