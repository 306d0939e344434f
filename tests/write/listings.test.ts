// Lists: the index, reasons in Related, the one line about a topic.
import { describe, expect, it } from "vitest";
import { type IndexRow, indexPages } from "../../src/write/index-page.ts";
import type { PlacedTopic } from "../../src/write/names.ts";
import { oneLineOf } from "../../src/write/one-line.ts";
import { relationsOf } from "../../src/write/related.ts";
import { aClaim } from "../link/notes.ts";
import { A, layOut, placed } from "./placed.ts";

describe("the index", () => {
  const row = (i: number): IndexRow => ({
    page: `wiki/concepts/t${i}`,
    title: `${String.fromCharCode(65 + (i % 26))}opic | [${i}]`,
    section: "Concepts",
    oneLine: "A | thing.",
    sources: 2,
    updated: "2026-11-21",
  });
  const pagesOf = (n: number) =>
    indexPages({
      wiki: "wiki",
      rows: Array.from({ length: n }, (_, i) => row(i)),
      sources: [],
      counts: `${n} concepts`,
      layOut,
    });

  it("is one page up to 300 rows, each a row of its table whatever stands in a title", () => {
    const pages = pagesOf(300);
    expect(pages.map(({ path }) => path)).toEqual(["wiki/index.md"]);
    const rows = (pages[0]?.body ?? "").split("\n").filter((line) => line.startsWith("| [["));
    expect(rows).toHaveLength(300);
    for (const line of rows) expect(line.replaceAll("\\|", "").match(/\|/gu)).toHaveLength(5);
  });

  it("splits by letter beyond, and every page is still reached from index.md", () => {
    const pages = pagesOf(301);
    expect(pages.length).toBeGreaterThan(10);
    const [index, ...parts] = pages;
    for (const part of parts) expect(index?.body).toContain(`[[${part.path.replace(/\.md$/u, "")}|`);
    const listed = parts.map(({ body }) => body).join("\n");
    for (let i = 0; i < 301; i++) {
      expect(listed).toContain(`[[wiki/concepts/t${i}\\|`);
      expect(index?.body).toContain(`[[wiki/concepts/t${i}|`);
    }
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  it("keeps titles that begin with no Latin letter", () => {
    const rows = Array.from({ length: 301 }, (_, i) => ({ ...row(i), title: `注意力${i}` }));
    const pages = indexPages({ wiki: "wiki", rows, sources: [], counts: "", layOut });
    expect(
      pages
        .map(({ body }) => body)
        .join("\n")
        .match(/注意力300/gu)?.length,
    ).toBeGreaterThanOrEqual(2);
  });
});

describe("a reason in Related", () => {
  const claim = aClaim(A.id, "The tide table of Liverpool lists the tide for each day of the year.");
  const tide = placed("Tide", { claims: [A] });
  const table = placed("Tide table", { claims: [A] });
  const relations = (topics: readonly PlacedTopic[]) => relationsOf(topics, () => claim);

  it("is made of the words of a claim that names both", () => {
    const [relation] = relations([tide, table]).get(tide.page) ?? [];
    expect(relation?.page).toBe(table.page);
    expect(claim.text.startsWith((relation?.reason ?? "?").replace(/ …$/u, ""))).toBe(true);
    expect(relation?.reason.length).toBeLessThan(125);
  });

  it("stands on both pages, and none relates to itself", () => {
    const all = relations([tide, table]);
    expect(all.get(table.page)?.map(({ page }) => page)).toEqual([tide.page]);
    for (const [page, list] of all) expect(list.map((one) => one.page)).not.toContain(page);
  });

  it("is none where the name is but a part of what the sentence is about", () => {
    const part = aClaim(A.id, "The tide charging rules of the harbour board keep the tide table of 1898.");
    expect(relationsOf([tide, table], () => part).get(tide.page) ?? []).toEqual([]);
  });

  it("does not come from a claim that lists many", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((name) => placed(name, { claims: [A] }));
    expect([...relations(many).values()].flat()).toEqual([]);
  });
});

describe("the one line about a topic", () => {
  it("is its first sentence without the name, in the sentence's own words", () => {
    expect(oneLineOf("The tide is the rise and fall of the sea.", placed("Tide"))).toBe(
      "The rise and fall of the sea.",
    );
    expect(oneLineOf("Tides follow the moon.", placed("Tide"))).toBe("Tides follow the moon.");
  });

  it("is cut at a clause or a word, and shows that it is", () => {
    const long = `The tide is the rise of the sea ${"and its fall on many shores ".repeat(12)}.`;
    const line = oneLineOf(long, placed("Tide"));
    expect(line.length).toBeLessThanOrEqual(185);
    expect(line).toMatch(/ …$/u);
    expect(long.toLowerCase()).toContain(line.replace(/ …$/u, "").toLowerCase());
  });
});
