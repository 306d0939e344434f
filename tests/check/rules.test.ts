// Each rule against the examples in its own comment, and what mending makes of a page.
import { describe, expect, test } from "vitest";
import { findingsIn, mendedPages, RULES } from "../../src/check/check.ts";
import { RULE_NAMES } from "../../src/check/names.ts";
import { sarifOf } from "../../src/check/sarif.ts";
import { examples, vaultOf } from "./examples.ts";

const all = examples();
const generated = (type: string, body: string, more = ""): string =>
  `---\ntype: ${type}\n${more}kb_hash: 0123456789abcdef\n---\n${body}\n`;
const mended = (files: { path: string; text: string }[], moved?: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(mendedPages(vaultOf(files, moved)).map(({ path, after }) => [path, after]));

describe("rules", () => {
  for (const name of RULE_NAMES) {
    const own = all.filter((example) => example.rule === name);
    test(`${name} has examples`, () => expect(own.length).toBeGreaterThan(0));
    for (const example of own) {
      test(`${name}: ${example.name}`, () => {
        const found = findingsIn(vaultOf(example.files), [name]);
        const lines = found.map(({ path, line, severity, message }) => `${path}:${line} ${severity} ${message}`);
        expect(lines.sort()).toEqual([...example.findings].sort());
      });
    }
  }

  test("every rule says in a line what it is about", () => {
    for (const name of RULE_NAMES) expect(RULES[name].about).toMatch(/^[A-Z].*\.$/u);
  });
});

describe("mending", () => {
  const hypertext = { path: "wiki/concepts/hypertext.md", text: generated("concept", "Text.", "title: Hypertext\n") };
  const index = (rows: string): { path: string; text: string } => ({
    path: "wiki/index.md",
    text: generated("index", `## Concepts\n\n| page | in one line | sources | updated |\n|---|---|---|---|\n${rows}`),
  });
  const row = "| [[wiki/concepts/hypertext\\|Hypertext]] | Text. | 0 |  |";

  test("leads a link to the page of that title and leaves the rest byte for byte", () => {
    const text = generated("concept", "A [[wiki/methods/hypertxt|x]]  and `[[wiki/no]]`\r\n\ttab [[wiki/gone|words]].");
    const page = { path: "wiki/concepts/memex.md", text };
    const after = mended([hypertext, page])["wiki/concepts/memex.md"];
    expect(after).toBe(
      text.replace("wiki/methods/hypertxt|x", "wiki/concepts/hypertext|x").replace("[[wiki/gone|words]]", "words"),
    );
  });

  test("follows a page that a person renamed", () => {
    const page = { path: "notes.md", text: "See [[wiki/concepts/old-name|it]].\n" };
    const moved = new Map([["wiki/concepts/old-name.md", "wiki/concepts/hypertext.md"]]);
    expect(mended([hypertext, page], moved)["notes.md"]).toBe("See [[wiki/concepts/hypertext|it]].\n");
  });

  test("never turns a link of a person's note into words", () => {
    expect(mended([{ path: "notes.md", text: "See [[wiki/concepts/quite-another|it]].\n" }])).toEqual({});
  });

  test("adds the missing row of the index in its place and takes out the dead one", () => {
    const apple = {
      path: "wiki/concepts/apple.md",
      text: generated("concept", "An **apple** is a fruit. ([[wiki/sources/a#^c-0000000001|1]])", "title: Apple\n"),
    };
    const after =
      mended([hypertext, apple, index(`${row}\n| [[wiki/concepts/gone\\|Gone]] | x | 1 |  |`)])["wiki/index.md"] ?? "";
    const rows = after.split("\n").filter((line) => line.startsWith("| [["));
    expect(rows).toEqual(["| [[wiki/concepts/apple\\|Apple]] | An apple is a fruit. | 0 |  |", row]);
    expect(findingsIn(vaultOf([hypertext, apple, { path: "wiki/index.md", text: after }]), ["index-drift"])).toEqual(
      [],
    );
  });

  test("mends nothing twice", () => {
    const page = {
      path: "wiki/concepts/memex.md",
      text: generated("concept", "A [[wiki/methods/hypertxt|x]] [[nowhere]]."),
    };
    const once = mended([hypertext, page, index(row)]);
    const again = mended([hypertext, ...Object.entries(once).map(([path, text]) => ({ path, text }))]);
    expect(Object.keys(once).sort()).toEqual(["wiki/concepts/memex.md", "wiki/index.md"]);
    expect(again["wiki/concepts/memex.md"]).toBeUndefined();
  });
});

test("ten thousand pages are checked within seconds", () => {
  const files = Array.from({ length: 10_000 }, (_, i) => ({
    path: `wiki/concepts/page-${i}.md`,
    text: generated(
      "concept",
      `The **page ${i}** is a page. ([[wiki/sources/s#^c-0000000001|1]]) It follows [[wiki/concepts/page-${(i * 7) % 10_000}|another]]. ([[wiki/sources/s#^c-0000000001|1]])\n\n## Related\n\n- [[wiki/concepts/page-${(i + 1) % 10_000}|next]] · follows`,
      `title: Page ${i}\n`,
    ),
  }));
  const source = {
    path: "wiki/sources/s.md",
    text: generated("source", "- A claim. ^c-0000000001", 'source: "[[raw/s.md]]"\n'),
  };
  const broken = {
    path: "wiki/concepts/z.md",
    text: generated("concept", "Broken. ([[wiki/sources/s#^c-0000000009|1]])"),
  };
  const vault = vaultOf([...files, source, broken, { path: "raw/s.md", text: "A claim.\n" }]);
  const started = performance.now();
  const found = findingsIn(vault, ["broken-links", "missing-source", "orphans", "uncited-sentence", "duplicate-title"]);
  expect(performance.now() - started).toBeLessThan(8000);
  expect(found.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual(["wiki/concepts/z.md"]);
}, 60_000);

test("SARIF names rule, level, file and line", () => {
  const [run] = (
    sarifOf([{ rule: "orphans", severity: "info", path: "wiki/a b.md", line: 3, message: "m", fixable: false }]) as {
      runs: [{ results: object[] }];
    }
  ).runs;
  expect(run.results).toEqual([
    {
      ruleId: "orphans",
      level: "note",
      message: { text: "m" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "wiki/a%20b.md" }, region: { startLine: 3 } } }],
    },
  ]);
});
