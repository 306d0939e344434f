import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import { startFakeModel } from "../fake-model/server.ts";
import { lights, SOURCES } from "./lighthouses.ts";

const FIGURES = {
  "raw/heights.md": `# Heights

The Eddystone Lighthouse stands 49 metres tall. The Pharos of Alexandria stood about 100 metres tall. A Fresnel lens of the first order stands 2.59 metres tall.
`,
};

async function asked(
  question: string,
  options: Parameters<typeof ask>[2],
): Promise<{ root: string; report: AskReport }> {
  const vault = lights({ ...SOURCES, ...FIGURES });
  await vault.run();
  return { root: vault.root, report: await vault.with((workspace) => ask(workspace, question, options)) };
}

/** Every citation leads to a claim that stands on its page, or into a raw file; `less` is what code put before its words. */
function expectEvidence(root: string, report: AskReport, less: readonly string[] = []): void {
  expect(report.citations.length).toBeGreaterThan(0);
  for (const { page, claim, quote, source, onPage } of report.citations) {
    if (onPage) expect(readFileSync(join(root, page), "utf8")).toContain(`^${claim}`);
    const words = less.reduce((text, part) => text.replace(part, ""), quote);
    expect(readFileSync(join(root, source), "utf8").replace(/<[^>]+>/g, "")).toContain(words);
  }
}

describe("kb ask --format table", () => {
  it("compares the things that the question names, each cell with its citation or an honest gap", async () => {
    const { root, report } = await asked("Compare the sun valve, the lightvessel and the Fresnel lens", {
      format: "table",
    });
    const [head = "", , ...rows] = report.answer.split("\n");
    expect([...head.matchAll(/\\\|([^\]]+)\]\]/gu)].map(([, name]) => name)).toEqual([
      "Sun valve",
      "Lightvessel",
      "Fresnel lens",
    ]);
    for (const cell of rows.flatMap((row) => row.split(/(?<!\\)\|/).slice(2, -1)))
      expect(cell).toMatch(/\]\]\)|not in the vault/);
    expectEvidence(root, report);
    const saved = readFileSync(join(root, report.output ?? ""), "utf8");
    expect(saved).toContain("| **What it is** | The sun valve is a device that turns a gas lamp off in daylight. ");
    expect(saved).toMatch(
      /\| \*\*When\*\* \| Gustaf Dalén invented the sun valve in 1907\. .*The first lightvessel|\*\*Who\*\*/u,
    );
  });

  it("shows what is said of two things at once below, and no sentence twice", async () => {
    const both = "The lightvessel and the sun valve were both given up within a century.";
    const vault = lights({ ...SOURCES, "raw/both.md": `# What went\n\n${both}\n` });
    await vault.run();
    const report = await vault.with((workspace) =>
      ask(workspace, "What is the difference between a lightvessel and a sun valve?", { format: "table" }),
    );
    expect(report.answer).toContain(`\n\n**Of both.** ${both} (`);
    const texts = report.sentences.map(({ text }) => text).filter((text) => text !== "");
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("lets a model word the cells, and keeps what its evidence says", async () => {
    const running = await startFakeModel({});
    const vault = lights({ ...SOURCES, ...FIGURES });
    await vault.run();
    const report = await vault.with(
      (workspace) => ask(workspace, "Compare the sun valve and the lightvessel", { format: "table" }),
      { engine: "ollama", env: { OLLAMA_HOST: running.url } },
    );
    await running.close();
    expect(running.calls.filter(({ prompt }) => prompt.includes("What is Sun valve?"))).toHaveLength(1);
    expect(report.engine).toMatch(/^ollama:/u);
    expectEvidence(vault.root, report);
  });

  it("takes the things of the kind that is asked for", async () => {
    const { report } = await asked("Which people are there, and when did they live?", { format: "table" });
    expect(report.answer).toContain("Augustin Fresnel");
    expect(report.answer).not.toContain("Pharos]]");
  });

  it("says no where there is nothing to compare", async () => {
    const { report } = await asked("qwertyuiop", { format: "table" });
    expect(report).toMatchObject({ answerable: false, citations: [] });
  });

  it("becomes one HTML file without script or remote parts", async () => {
    const { root } = await asked("Compare the sun valve and the lightvessel", { format: "table", to: "html" });
    const html = readFileSync(join(root, "outputs", "compare-the-sun-valve-and-the-lightvessel-table.html"), "utf8");
    expect(html).toContain("<table>");
    expect(html).not.toMatch(/<script|src=|href=|\[\[/);
  });
});

describe("kb ask --format chart", () => {
  it("draws the figures of one unit, each point with its evidence", async () => {
    const { root, report } = await asked("How many metres tall is each?", { format: "chart" });
    expectEvidence(root, report);
    const page = readFileSync(join(root, report.output ?? ""), "utf8");
    expect(page).toContain("![[outputs/how-many-metres-tall-is-each-chart.svg]]");
    for (const figure of ["49", "100", "2.59"]) expect(page).toMatch(new RegExp(`\\| ${figure} metres \\|`));
    const svg = readFileSync(join(root, "outputs", "how-many-metres-tall-is-each-chart.svg"), "utf8");
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/<script|href="http/);
    const png = readFileSync(join(root, "outputs", "how-many-metres-tall-is-each-chart.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
  });

  it("orders events by their years", async () => {
    const { report } = await asked("Timeline of the lighthouse", { format: "chart" });
    expect(report.answerable).toBe(true);
    expect(report.sentences.every(({ text }) => /\b1\d{3}\b/.test(text))).toBe(true);
  });

  it("shows when each version came out, by the sources that announce it", async () => {
    const post = (version: string, date: string): string =>
      `---\ntitle: Announcing Lamp ${version}\npublished: ${date}\n---\n\nThe team of Lamp is happy about the survey of 2016. Lamp 2015 is an edition of Lamp.\n`;
    const vault = lights({
      "raw/a.md": post("1.0", "2015-05-15"),
      "raw/b.md": post("1.8", "2016-04-14"),
      "raw/c.md": post("1.31 and Lamp 2018", "2018-12-06"),
      "raw/d.md": "# Lamp in Action\n\nLamp in Action is a book by Ada Brook that came out in 2019.\n",
    });
    await vault.run();
    const report = await vault.with((workspace) =>
      ask(workspace, "When did each version of Lamp come out?", { format: "chart" }),
    );
    expect(report.points?.map(({ label, surface }) => `${label} ${surface}`)).toEqual([
      "Lamp 1.0 2015-05-15",
      "Lamp 1.8 2016-04-14",
      "Lamp 1.31 2018-12-06",
    ]);
    expectEvidence(vault.root, { ...report, citations: report.citations.map((one) => ({ ...one, claim: "" })) }, [
      "published: ",
    ]);
  });

  it("draws a column of a source's table, a point a row, and cites the row", async () => {
    const vault = lights({
      "raw/gas.md":
        "# Gas\n\nEach operation has a price.\n\n| Operation | Gas | Note |\n|---|---|---|\n| ADD | 3 | cheap |\n| SLOAD | 2,100 | cold |\n| SSTORE | 20000 | new |\n| total | 22103 | |\n",
    });
    await vault.run();
    const report = await vault.with((workspace) =>
      ask(workspace, "How much gas does each operation cost?", { format: "chart" }),
    );
    expect(report.points?.map(({ label, value }) => [label, value])).toEqual([
      ["ADD", 3],
      ["SLOAD", 2100],
      ["SSTORE", 20000],
    ]);
    expect(report.citations.map(({ quote }) => quote)).toContain("SLOAD | 2,100 | cold");
  });

  it("refuses what gives no two figures of one kind", async () => {
    const { report } = await asked("How many volcanoes erupted?", { format: "chart" });
    expect(report).toMatchObject({ answerable: false });
    expect(report.output).toBeUndefined();
  });

  it("names what a form cannot become", async () => {
    await expect(asked("Timeline of the lighthouse", { format: "chart", to: "pptx" })).rejects.toThrow("svg, png");
  });
});

describe("kb ask --format marp", () => {
  it("gives a deck that fetches nothing and shows emoji as the signs they are", async () => {
    const vault = lights({
      ...SOURCES,
      "raw/crab.md": "# The crab\n\nThe mascot crab is a small 🦀 that the std:io:team made their Crab™ in 2019.\n",
    });
    await vault.run();
    const { output = "" } = await vault.with((workspace) =>
      ask(workspace, "What is the mascot crab?", { format: "marp", to: "html" }),
    );
    const html = vault.read(output);
    expect(html).toContain("🦀");
    expect(html).toContain("std:io:team");
    expect(html).not.toMatch(/(?:src|href)="https?:|url\(["']?https?:/u);
  });
});
