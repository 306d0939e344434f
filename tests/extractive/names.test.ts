// Which words of a text are one name, and where the name begins and ends.
import { describe, expect, it } from "vitest";
import { definitionAt } from "../../src/engine/extractive/definitions/definitions.ts";
import { nominate } from "../../src/engine/extractive/names/nominate.ts";
import { readFile } from "../../src/read/registry.ts";

async function namesOf(markdown: string) {
  const result = await readFile(new TextEncoder().encode(markdown), "raw/x.md", { maxBytes: 1e6, timeoutMs: 5000 });
  const document = result.kind === "read" ? result.documents[0] : undefined;
  if (!document) throw new Error("no document was read");
  return nominate(document);
}

describe("a name", () => {
  it("keeps the whole of a word with a hyphen", async () => {
    const names = await namesOf(
      "# Berths\n\nThe next-generation tide solver was superseded by quay-level berth lists. Each next-generation tide solver reads the quay-level berth lists.\n",
    );
    const all = names.map(({ name }) => name.toLowerCase());
    expect(all).toEqual(expect.arrayContaining(["next-generation tide solver", "quay-level berth lists"]));
    expect(all.filter((name) => /^(?:generation|level)/u.test(name))).toEqual([]);
  });

  it("is the same with the sort of event behind it", async () => {
    const names = await namesOf(
      "# Tests\n\nTests of the Spurious Heron Hardfork stay. Then a Spurious Heron test went.\n",
    );
    const all = names.map(({ name }) => name);
    expect(all).toContain("Spurious Heron");
    expect(all).not.toContain("Spurious Heron Hardfork");
  });

  it("goes by the title of the numbered document that it stands for", async () => {
    const names = await namesOf(
      "# Harbours\n\nHBR-71 (Quay-Level Berth Lists) is needed here. HBR-71 is not final, and HBR-71 may change.\n",
    );
    const one = names.find(({ name, forms }) => [name, ...forms].includes("HBR-71"));
    expect([one?.name, ...(one?.forms ?? [])]).toContain("Quay-Level Berth Lists");
  });

  it("may be made of everyday words where a source of that title speaks of nothing else", async () => {
    const say = (n: number) => Array.from({ length: n }, (_, i) => `Port ${"abcdefghij"[i]} reads the inclusion list.`);
    const title = await namesOf(`# Inclusion lists\n\n${say(9).join(" ")}\n`);
    expect(title.some(({ name, minor }) => /^inclusion list$/iu.test(name) && !minor)).toBe(true);
    const passing = await namesOf(`# Ports\n\n${say(9).join(" ")}\n`);
    expect(passing.some(({ name }) => /^inclusion list$/iu.test(name))).toBe(false);
  });

  it("takes its acronym from the title too", async () => {
    const names = await namesOf(
      "# Tidal berth ledgers (TBL) are stable\n\nTidal berth ledgers hold marks. TBL is old. TBL reads marks.\n",
    );
    const one = names.find(({ name, forms }) => [name, ...forms].includes("TBL"));
    expect([one?.name, ...(one?.forms ?? [])].map((form) => form?.toLowerCase())).toContain("tidal berth ledgers");
  });
});

describe("what stands beside a name", () => {
  const saidOf = (name: string, sentence: string) => {
    const at = sentence.indexOf(name);
    return definitionAt(sentence, at, at + name.length, true)?.text;
  };

  it("may have an adjective more, and a participle behind its sort", () => {
    expect(saidOf("ebb", "There is another: ebb, a small, modern implementation of the tide tables.")).toBe(
      "a small, modern implementation of the tide tables",
    );
    expect(saidOf("Ebbdoc", "Ebbdoc, the chart tool included in the harbour set, prints them.")).toBe(
      "the chart tool included in the harbour set",
    );
  });

  it("is not what somebody made", () => {
    expect(
      saidOf("Ada Hale", "We took the fix by the pilot Ada Hale, which is the version that landed in the spring."),
    ).toBeUndefined();
  });

  it("is not what a part of something else does", () => {
    const said = "A new optional count is added to the account TDL, which tracks the number of berths that it owns.";
    expect(saidOf("TDL", said)).toBeUndefined();
  });

  it("is not what a tool of its sort does", () => {
    const said = "This is a fantastic little TDL tool which runs on ferries and prints their tables.";
    expect(saidOf("TDL", said)).toBeUndefined();
  });

  it("is no adjective whose noun the name is", () => {
    expect(saidOf("TIDE", "The harbour provides an interactive TIDE for trying out charts.")).toBeUndefined();
    expect(saidOf("TIDE", "The harbour provides an interactive table, TIDE, for trying out charts.")).toContain(
      "table",
    );
  });

  it("is no sentence behind a label", () => {
    const said = "Tide Integration: The bulk of the summer's project involved identifying and planning gauges.";
    expect(saidOf("Tide Integration", said)).toBeUndefined();
  });

  it("is no verdict because it is of the next generation", () => {
    expect(saidOf("Polonius", "Polonius is a next-generation version of the berth checker.")).toBe(
      "a next-generation version of the berth checker",
    );
  });
});
