// Every form of an answer, read as Obsidian reads it: links lead somewhere, embeds show, properties have the types they should.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import type { AnswerFormat } from "../../src/run/ask-options.ts";
import { noteIn, type PropertyType } from "./as-obsidian.ts";
import { type Lights, lastingLights } from "./lighthouses.ts";

/** Words that are marks in Obsidian, in names and in sentences. */
const MARKED = `# Harbours | piers & #locks

The Skerry [[Light]] is a lighthouse that cost $1,200 and then $300 more, #cheap at the price. The Skerry [[Light]] stood 31 metres tall in 1850 | some say 1851. %%The Skerry [[Light]] had ==two== lamps%% of [oil](http://x.example) and stood 28 metres tall in 1840. The crew:: The Skerry [[Light]] was 40 metres tall in 1860, see <b>plan</b> [^1].
`;
const CHINESE = {
  "raw/灯塔.md": `---
title: 灯塔的历史
author: 王小明
published: 2020-03-04
---
# 灯塔的历史

## 菲涅耳透镜

菲涅耳透镜是一种由同心玻璃棱镜环组成的轻便透镜。菲涅耳透镜于1822年由奥古斯丁·菲涅耳设计。菲涅耳透镜的高度为2.59米。

## 埃迪斯通灯塔

埃迪斯通灯塔是位于普利茅斯以南的一座灯塔。埃迪斯通灯塔于1698年由温斯坦利建成。埃迪斯通灯塔的高度为49米。埃迪斯通灯塔在1982年实现自动化。
`,
  "raw/透镜.md": `# 透镜与灯塔

菲涅耳透镜使灯塔的光可以照到很远的地方。埃迪斯通灯塔在1759年由斯米顿重建。老埃迪斯通灯塔的高度为22米。
`,
};

let v: Lights & { discard(): void };
beforeAll(async () => {
  v = await lastingLights();
  v.put("raw/harbours #1 | a.md".replace(/[#|]/gu, ""), MARKED);
  for (const [path, text] of Object.entries(CHINESE)) v.put(path, text);
  v.put("raw/heights.md", HEIGHTS);
  await v.run();
});
afterAll(() => v.discard());

const HEIGHTS = `# Heights

The Eddystone Lighthouse stands 49 metres tall. The Pharos of Alexandria stood about 100 metres tall. A Fresnel lens of the first order stands 2.59 metres tall. The Skerry Light is a lighthouse of the north, and the Skerry Light stands 31 metres tall.
`;

const shown = (question: string, format: AnswerFormat): Promise<AskReport> =>
  v.with((workspace) => ask(workspace, question, { format }));

const EVERY: Readonly<Record<string, PropertyType>> = {
  title: "text",
  type: "text",
  aliases: "list",
  tags: "list",
  sources: "list",
  created: "date",
  updated: "date",
  kb_engine: "text",
  kb_hash: "text",
};
const OWN: Readonly<Record<AnswerFormat, Readonly<Record<string, PropertyType>>>> = {
  md: { confidence: "number" },
  table: { confidence: "number" },
  chart: { confidence: "number" },
  marp: { marp: "checkbox", theme: "text", paginate: "checkbox" },
};
const TAGS: Readonly<Record<AnswerFormat, readonly string[]>> = {
  md: ["answer"],
  table: ["answer"],
  chart: ["answer", "chart"],
  marp: ["answer", "slides"],
};

const CASES: readonly (readonly [AnswerFormat, string])[] = [
  ["md", "What is a Fresnel lens?"],
  ["md", "What is the Skerry Light?"],
  ["md", "菲涅耳透镜是什么？"],
  ["table", "Compare the sun valve and the lightvessel"],
  ["table", "Compare the Skerry Light and the Eddystone Lighthouse"],
  ["table", "比较菲涅耳透镜和埃迪斯通灯塔"],
  ["chart", "How many metres tall is each?"],
  ["chart", "Timeline of the Eddystone Lighthouse"],
  ["chart", "埃迪斯通灯塔的年表"],
  ["marp", "What is a Fresnel lens?"],
  ["marp", "What is the Skerry Light?"],
  ["marp", "埃迪斯通灯塔是什么？"],
];

describe("an answer opened in Obsidian", () => {
  it.each(CASES)("as %s: %s", async (format, question) => {
    const { output = "", citations } = await shown(question, format);
    const note = noteIn(v.root, output);
    expect(note.faults).toEqual([]);
    expect(note.properties).toEqual({ ...EVERY, ...OWN[format] });
    expect(note.tags).toEqual(TAGS[format]);
    for (const { page } of citations)
      expect(note.links.map((link) => link.replace(/#.*/u, ""))).toContain(page.replace(/\.md$/u, ""));
    expect(note.embeds).toEqual(format === "chart" ? [output.replace(/\.md$/u, ".svg")] : []);
  });
});

describe("the reader itself", () => {
  const root = mkdtempSync(join(tmpdir(), "kb-obsidian-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const faultsOf = (text: string): readonly string[] => {
    mkdirSync(join(root, "wiki"), { recursive: true });
    writeFileSync(join(root, "wiki/a.md"), "---\ntitle: A\n---\n\n## Where\n\n- So it is. ^c-1\n");
    writeFileSync(join(root, "n.md"), text);
    return noteIn(root, "n.md").faults;
  };
  const front = "---\ntitle: N\n---\n\n";

  it.each([
    ["a property that is nested", "---\na:\n  b: 1\n---\n\n"],
    ["tags in one text", "---\ntags: ab\n---\n\n"],
    ["a link to an alias", `${front}[[A]]`],
    ["a block that is not there", `${front}[[wiki/a#^c-2|1]]`],
    ["a heading that is not there", `${front}[[wiki/a#Whence]]`],
    ["a picture that is not there", `${front}![[x.svg]]`],
    ["a link that cuts a cell", `${front}| a | b |\n|---|---|\n| c | [[wiki/a|A]] |\n`],
    ["a tag out of a sentence", `${front}It was #cheap.`],
    ["maths out of prices", `${front}It cost $12 and $13.`],
    ["HTML", `${front}a <b>c</b>`],
  ])("finds %s", (_, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });

  it("finds nothing where nothing is wrong", () => {
    expect(
      faultsOf(`${front}It is. ([[wiki/a#^c-1|1]]) See [[wiki/a#Where]].\n\n| a |\n|---|\n| [[wiki/a\\|A]] |\n`),
    ).toEqual([]);
  });
});
