import fc from "fast-check";
import { expect, test } from "vitest";
import { relinked } from "../../src/markdown/relink.ts";
import { loadWiki } from "../../src/vault/load.ts";
import { linkedFromNotes, relinkPatches } from "../../src/vault/notes.ts";
import { keptNames, renamesIn } from "../../src/vault/renames.ts";
import { aPage, aVault } from "./a-vault.ts";

const NOTE = `[[wiki/concepts/memex|the desk]] ![[wiki/concepts/memex#Use]] [[memex]] [[Memex.md|x]] [[other/memex]]
[md](wiki/concepts/memex.md#Use "t") [web](https://x.org/wiki/concepts/memex.md) \`[[memex]]\`
| [[wiki/concepts/memex\\|desk]] |
\`\`\`
[[memex]]
\`\`\`
[[wiki/sources/a#^c-0000000001|1]]\r
`;

test("links to a page that kb renames follow in every note, and nothing else changes", async () => {
  const v = await aVault();
  v.put("notes/n.md", NOTE);
  v.put("raw/r.md", NOTE);
  v.apply({ pages: [aPage("wiki/concepts/memex-concept.md", "x"), aPage("wiki/sources/a.md", "y")] });
  const patches = relinkPatches(
    v.vault,
    new Map([["wiki/concepts/memex.md", "wiki/concepts/memex-concept.md"]]),
    new Map([["wiki/sources/a#^c-0000000001", "c-0000000002"]]),
  );
  expect(v.apply({ patches }).files).toEqual([{ path: "notes/n.md", status: "changed" }]);
  expect(
    v.read("notes/n.md"),
  ).toBe(`[[wiki/concepts/memex-concept|the desk]] ![[wiki/concepts/memex-concept#Use]] [[wiki/concepts/memex-concept|memex]] [[wiki/concepts/memex-concept|x]] [[other/memex]]
[md](wiki/concepts/memex-concept.md#Use "t") [web](https://x.org/wiki/concepts/memex.md) \`[[memex]]\`
| [[wiki/concepts/memex-concept\\|desk]] |
\`\`\`
[[memex]]
\`\`\`
[[wiki/sources/a#^c-0000000002|1]]\r
`);
  expect(v.read("raw/r.md")).toBe(NOTE);
});

test("a bare name that leads to another file too is left as it is", async () => {
  const v = await aVault();
  v.put("raw/memex.md", "x");
  v.put("notes/n.md", "[[memex]]");
  expect(relinkPatches(v.vault, new Map([["wiki/concepts/memex.md", "wiki/concepts/memex-concept.md"]]))).toEqual([]);
});

test("pages that a person's notes link to are known, links between kb's own pages do not count", async () => {
  const v = await aVault();
  v.apply({
    pages: [
      aPage("wiki/concepts/a.md", "[[wiki/concepts/b]]"),
      aPage("wiki/concepts/b.md", "x"),
      aPage("wiki/concepts/c.md", "x"),
    ],
  });
  v.put("daily/2026.md", "Today [[A]] and [c](wiki/concepts/c.md).");
  expect([...linkedFromNotes(v.vault)].sort()).toEqual(["wiki/concepts/a.md", "wiki/concepts/c.md"]);
});

test("a text whose links stay is the same byte for byte", () => {
  const piece = fc.oneof(
    fc.constantFrom("[[", "]]", "|", "#", "`", "```", "\n", "](", ")", "a.md", "\\", "~~~", "<", ">"),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(relinked(text, () => undefined)).toBe(text);
      expect(
        relinked(text, ({ target, place }) => ({ target, place })).replace(/%[\da-f]{2}/giu, "").length,
      ).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("a page that gets another name and a claim that was corrected are found, so that links can follow", async () => {
  const v = await aVault();
  const source = (path: string, ...claims: string[]) => ({
    ...aPage(path, claims.join("\n"), { source: "[[raw/a.md]]" }),
    type: "source" as const,
  });
  const [one, two] = [
    "- The memex was shown in 1945. [[raw/a.md|¶]] ^c-0000000001",
    "- Nobody ever built one. [[raw/a.md|¶]] ^c-0000000002",
  ];
  v.apply({
    pages: [
      source("wiki/sources/a.md", one, two),
      aPage("wiki/concepts/memex.md", "x"),
      aPage("wiki/concepts/desk.md", "x"),
      aPage("wiki/concepts/old.md", "x"),
    ],
  });
  v.put("notes/n.md", "[[desk]]");
  const wiki = loadWiki(v.vault.layout, v.vault.store);
  const memex = { ...aPage("wiki/concepts/memex-concept.md", "x"), title: "memex" };
  const { moves, claims } = renamesIn(v.vault, wiki, [
    source("wiki/sources/a-essay.md", "- The memex was shown in 1946. [[raw/a.md|¶]] ^c-0000000003", two),
    memex,
    aPage("wiki/concepts/new.md", "x"),
  ]);
  expect([...moves]).toEqual([
    ["wiki/sources/a.md", "wiki/sources/a-essay.md"],
    ["wiki/concepts/memex.md", "wiki/concepts/memex-concept.md"],
  ]);
  expect([...claims]).toEqual([["wiki/sources/a#^c-0000000001", "c-0000000003"]]);
  const wanted = [
    { path: "wiki/concepts/memex-concept.md", title: "memex", type: "concept" },
    { path: "wiki/concepts/desk-concept.md", title: "desk", type: "concept" },
  ];
  expect(keptNames(v.vault, wiki, wanted)).toEqual([
    { kind: "rename", from: "wiki/concepts/desk-concept.md", to: "wiki/concepts/desk.md" },
  ]);
});
