import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parseQuery } from "../../src/find/query.ts";
import { openIndex } from "../../src/vault/index-file.ts";
import { indexOf, row } from "../find/rows-in-memory.ts";

const folders: string[] = [];
function place(): string {
  const folder = mkdtempSync(join(tmpdir(), "kb-index-"));
  folders.push(folder);
  return join(folder, ".kb", "index.sqlite");
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the search index", () => {
  it("replaces a page by its path, passages and names included", () => {
    const index = indexOf([
      row("a", { title: "Memex", says: [["It stores microfilm."]] }),
      row("b", { body: "microfilm" }),
    ]);
    index.update([row("a", { title: "Xanadu", stamp: "2", says: [["It stores versions."]] })], []);
    expect(index.lookup(parseQuery("microfilm"), 5).map(({ path }) => path)).toEqual(["b"]);
    expect(index.passages(["microfilm"], 5)).toEqual([]);
    expect(index.passages(["version"], 5).map(({ page, at }) => [page, at])).toEqual([["a", 0]]);
    expect(index.named(["memex", "xanadu"]).map(({ key }) => key)).toEqual(["xanadu"]);
    index.update([], ["a", "nowhere"]);
    expect(index.lookup(parseQuery("xanadu microfilm"), 5).map(({ path }) => path)).toEqual(["b"]);
    expect(index.counts(["version"]).of.get("version")).toBe(0);
  });

  it("gives the paragraphs around one, of its own page only", () => {
    const index = indexOf([row("a", { says: [["One."], ["Two."], ["Three."]] }), row("b", { says: [["Four."]] })]);
    expect(index.around("a", 2, 1).map(({ sentences }) => sentences[0]?.text)).toEqual(["Two.", "Three."]);
  });

  it("is made anew when its file is damaged", () => {
    const file = place();
    openIndex(file).close();
    writeFileSync(file, "no database at all, but long enough to be looked at as one".repeat(100));
    const index = openIndex(file);
    index.update([row("a", { body: "memex" })], []);
    expect(index.lookup(parseQuery("memex"), 5)).toHaveLength(1);
    index.close();
  });

  it("remembers how files were seen, and forgets those that are gone", () => {
    const index = indexOf([]);
    index.update(
      [row("a", { source: "raw/a.md", stamp: "9" }), row("b")],
      [],
      new Map([
        ["a", "1|x"],
        ["b", "2|y"],
      ]),
    );
    expect([...index.seen()]).toEqual([
      ["a", "1|x"],
      ["b", "2|y"],
    ]);
    expect([...index.raws()]).toEqual([["a", { source: "raw/a.md", stamp: "9" }]]);
    index.update([], ["a"]);
    expect([...index.seen().keys()]).toEqual(["b"]);
  });

  it("is still there when it is opened again", () => {
    const file = place();
    const first = openIndex(file);
    first.update([row("a", { body: "memex" })], []);
    first.close();
    const again = openIndex(file);
    expect(again.lookup(parseQuery("memex"), 5)).toHaveLength(1);
    again.close();
  });

  it("keeps what it had when a row cannot be written", () => {
    const index = indexOf([row("a", { body: "memex" })]);
    const broken = {
      ...row("b"),
      get title(): string {
        throw new Error("no");
      },
    };
    expect(() => index.update([row("a", { body: "xanadu" }), broken], [])).toThrow();
    expect(index.lookup(parseQuery("memex"), 5)).toHaveLength(1);
  });
});
