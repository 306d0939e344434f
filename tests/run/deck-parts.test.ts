// A deck's table and pictures: there where the evidence has them, whole on their slide, within the file.
import { expect, it, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { browserIn } from "../../src/run/browser.ts";
import { laidOut } from "../answer/laid-out.ts";
import { noteIn } from "./as-obsidian.ts";
import { lights, SOURCES } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 120_000 });

const LAMP = `# Lamps

## The oil lamp

The oil lamp is a lamp that burns oil with a wick. The oil lamp needs a keeper to trim it.

![How a wick draws oil](pictures/a%20wick.svg)
![elsewhere](https://x.example/lamp.png)
![not there](pictures/none.png)

| Lamp | Oil a night | Light |
|---|---|---|
| one wick | 2 l | 40 candles |
| four wicks | 9 l | 230 candles |
`;
const TALL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="2400"><rect width="900" height="2400"/></svg>';
const browser = browserIn(process.env);

async function deck(question: string): Promise<{ markdown: string; html: string; faults: readonly string[] }> {
  const v = lights({ ...SOURCES, "raw/lamps.md": LAMP, "raw/pictures/a wick.svg": TALL });
  await v.run();
  const { output = "" } = await v.with((workspace) => ask(workspace, question, { format: "marp", to: "html" }));
  const note = output.replace(/\.html$/u, ".md");
  return { markdown: v.read(note), html: v.read(output), faults: noteIn(v.root, note).faults };
}

it("shows a picture and a small table that stand under the heading which the answer cites", async () => {
  const { markdown, html, faults } = await deck("What is the oil lamp?");
  expect(faults).toEqual([]);
  expect(markdown).toContain("## How a wick draws oil\n\n![](../raw/pictures/a%20wick.svg)\n\n*Lamps*");
  expect(markdown).toContain("|  | Oil a night | Light |\n|---|---|---|\n| one wick | 2 l | 40 candles |");
  expect(markdown).toContain("[1] Lamps: “one wick | 2 l | 40 candles”");
  expect(markdown).not.toMatch(/x\.example|none\.png/u);
  expect(html).toContain("data:image/svg+xml;base64,");
  if (browser !== undefined) expect(laidOut(html, browser)).toMatchObject({ over: [], cut: [], blank: [] });
});

it("sets two things that are compared side by side, each cell with its words in the notes", async () => {
  const { markdown, html, faults } = await deck("Compare the sun valve and the Fresnel lens");
  expect(faults).toEqual([]);
  const table = markdown.split("\n---\n").find((slide) => slide.includes("## Side by side")) ?? "";
  expect(table).toContain("|  | Sun valve | Fresnel lens |");
  expect(table).toMatch(/\| What it is \| The sun valve is a device/u);
  expect(table).toContain("“The sun valve is a device that turns a gas lamp off in daylight.”");
  if (browser !== undefined) expect(laidOut(html, browser)).toMatchObject({ over: [], cut: [], blank: [] });
});
