import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { parseFront, segmentsOf, splitPage } from "../../src/vault/front.ts";
import { mergeFront, printFront } from "../../src/vault/front-merge.ts";
import { printableFront, printEntry } from "../../src/vault/front-print.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "true",
    "no",
    "null",
    "~",
    "",
    "1",
    "1.0",
    "0x1f",
    "1e3",
    "12:30",
    "2024-01-01",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "[[a|b]]",
    "'",
    '"',
    "a\nb",
    "---",
    "...",
    "!x",
    "&a",
    "*a",
    "%x",
    "@x",
    "`x",
    "<<",
    "=",
    "7372140321711020",
    "1_000",
    ".inf",
    "-",
    "?",
    ":",
    "a:",
    " a ",
    "\u0085",
    "\u2028",
    "\uFEFFa",
    "C:\\x",
  ),
);
const key = fc.constantFrom("title", "type", "aliases", "url", "author", "published", "words", "kind");
const value = fc.oneof(text, fc.array(text, { maxLength: 4 }), fc.nat(), fc.boolean());

test("what is printed reads back the same, as YAML 1.2 and as YAML 1.1", () => {
  fc.assert(
    fc.property(fc.dictionary(key, value), (values) => {
      const front = printableFront(values);
      const head = Object.entries(front)
        .map(([name, one]) => printEntry(name, one))
        .join("\n");
      expect(parseFront(head)).toEqual(front);
      expect(parse(head) ?? {}).toEqual(front);
      const { published: _date, ...rest } = front;
      expect(
        parse(
          Object.entries(rest)
            .map(([name, one]) => printEntry(name, one))
            .join("\n"),
          { version: "1.1" },
        ) ?? {},
      ).toEqual(rest);
    }),
    { numRuns: 500 },
  );
});

test("reading without a YAML parser gives what the parser gives, or leaves it to the parser", () => {
  const line = fc
    .tuple(
      fc.constantFrom("a", "b", "kb_hash", "  - "),
      fc.constantFrom(": ", ":", " : ", ""),
      fc.oneof(text, fc.constantFrom("|", ">", "[a, b]", "{a: 1}", '"a', "'b'", "x # y", "&a x", "*a")),
    )
    .map((parts) => parts.join("").replace(/[\r\n\u2028\u2029\u0085]/gu, " "));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const head = lines.join("\n");
      const document = parseDocument(head, { uniqueKeys: false, strict: false, logLevel: "silent" });
      if (document.errors.length > 0 || /\*a/u.test(head)) return;
      const expected: unknown = document.toJS();
      if (typeof expected === "object" && expected !== null && !Array.isArray(expected))
        expect(parseFront(head)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test("front matter is cut from the body, and segments joined are the front matter", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom("a: 1", "b:", "  - x", "# c", "", "'q': 2", "b: |", "    text: y", "- z", "key with space: 3"),
        { maxLength: 8 },
      ),
      (lines) => {
        const head = lines.join("\n");
        expect(splitPage(`---\n${head}\n---\nBody\n`)).toEqual({ head, body: "Body\n" });
        expect(
          segmentsOf(head)
            .map((segment) => segment.text)
            .join("\n"),
        ).toBe(head);
      },
    ),
  );
  expect(splitPage("---\n---\nx")).toEqual({ head: "", body: "x" });
  expect(splitPage("---\n---\nx\n---\ny")).toEqual({ head: "", body: "x\n---\ny" });
  expect(splitPage("\uFEFF---\r\na: 1\r\n---\r\nx")).toEqual({ head: "a: 1", body: "x" });
  expect(splitPage("--- \nno end")).toEqual({ head: undefined, body: "--- \nno end" });
});

test.each([
  [
    "a person's alias stays, kb's new one comes, its old one goes",
    { aliases: ["A", "B"] },
    { aliases: ["A", "B", "Mine"] },
    { aliases: ["A", "C"] },
    { aliases: ["A", "C", "Mine"] },
  ],
  [
    "an alias that a person took out stays out",
    { aliases: ["A", "B"] },
    { aliases: ["A"] },
    { aliases: ["A", "B", "C"] },
    { aliases: ["A", "C"] },
  ],
  ["a title that a person changed stays", { title: "A" }, { title: "Mine" }, { title: "B" }, { title: "Mine" }],
  ["a title that kb changed follows", { title: "A" }, { title: "A" }, { title: "B" }, { title: "B" }],
  [
    "without a base a person's title and aliases stay",
    undefined,
    { title: "Mine", aliases: ["Mine"] },
    { title: "B", aliases: ["B"] },
    { title: "Mine", aliases: ["B", "Mine"] },
  ],
  ["a key that a person took out stays out", { kind: "place" }, {}, { kind: "work" }, {}],
  [
    "a link that Obsidian rewrote is no change",
    { sources: ["[[a/x|X]]"] },
    { sources: ["[[b/x|X]]"] },
    { sources: ["[[b/x|X]]", "[[y|Y]]"] },
    { sources: ["[[b/x|X]]", "[[y|Y]]"] },
  ],
  [
    "hash, engine and counts are kb's",
    { kb_hash: "1", words: 3 },
    { kb_hash: "x", words: 9 },
    { kb_hash: "2", words: 4 },
    { kb_hash: "2", words: 4 },
  ],
])("%s", (_what, base, theirs, ours, merged) => {
  expect(mergeFront(base, theirs, ours)).toEqual(merged);
});

test("keys that a person added keep their lines and their place, comments too", () => {
  const head = "# top\ntitle: A\nmine: {a: 1} # so\ntype: concept\nlist:\n- x\n- y\nkb_hash: 1";
  const theirs = parseFront(head) ?? {};
  expect(
    printFront({ title: "B", type: "concept", url: "https://x.org", kb_hash: "2" }, theirs, segmentsOf(head)),
  ).toBe('# top\ntitle: B\nmine: {a: 1} # so\ntype: concept\nurl: https://x.org\nlist:\n- x\n- y\nkb_hash: "2"');
});

test("a hash that begins with a digit is read the way YAML reads it", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(fc.nat(9), digits, (first, rest) => {
      const head = `kb_hash: ${first}${rest}`;
      expect(parseFront(head)).toEqual(parse(head));
      if (/[acdf]/u.test(rest)) expect(parseFront(head)).toEqual(parse(head, { version: "1.1" }));
    }),
    { numRuns: 500 },
  );
});
