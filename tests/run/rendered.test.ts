// What -o and --to make of each form, in a real browser where there is one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type AskReport, ask } from "../../src/run/ask.ts";
import type { AskOptions } from "../../src/run/ask-options.ts";
import { browserIn } from "../../src/run/browser.ts";
import { type Lights, lastingLights } from "./lighthouses.ts";

vi.setConfig({ testTimeout: 120_000 });

const browser = browserIn(process.env);
const out = mkdtempSync(join(tmpdir(), "kb-rendered-"));
let v: Lights & { discard(): void };
beforeAll(async () => {
  v = await lastingLights();
  v.put("raw/灯塔.md", "# 灯塔\n\n菲涅耳透镜是一种由同心玻璃棱镜环组成的轻便透镜。菲涅耳透镜的高度为2.59米。\n");
  await v.run();
});
afterAll(() => {
  v.discard();
  rmSync(out, { recursive: true, force: true });
});

const made = (
  question: string,
  options: AskOptions,
  env: Readonly<Record<string, string>> = {},
  notices: string[] = [],
): Promise<AskReport> => v.with((workspace) => ask(workspace, question, { save: false, ...options }), { env, notices });
const head = (name: string): string => readFileSync(join(out, name)).subarray(0, 4).toString("latin1");

describe("-o without --format and --to", () => {
  it("makes a deck of .html, a chart of .svg, a note of .md", async () => {
    await made("What is a Fresnel lens?", { file: join(out, "deck.html") });
    expect(readFileSync(join(out, "deck.html"), "utf8")).toContain("data-marpit-svg");
    await made("Timeline of the Eddystone Lighthouse", { file: join(out, "years.svg") });
    expect(head("years.svg")).toBe("<svg");
    await made("What is a Fresnel lens?", { file: join(out, "note.md") });
    expect(head("note.md")).toBe("---\n");
  });

  it("keeps to the form that is named, and says what it cannot become", async () => {
    await made("Timeline of the Eddystone Lighthouse", { format: "chart", file: join(out, "years.png") });
    expect(head("years.png")).toContain("PNG");
    await expect(
      made("Compare the sun valve and the lightvessel", { format: "table", file: "x.pptx" }),
    ).rejects.toThrow("A table becomes html, pdf, not pptx.");
    await expect(made("What is a Fresnel lens?", { file: join(out, "lens.docx") })).rejects.toThrow(
      "kb makes no .docx",
    );
    await expect(made("What is a Fresnel lens?", { file: out })).rejects.toThrow(/is a folder.*answer\.md/u);
  });
});

describe.skipIf(browser === undefined)("with a browser", () => {
  it("decks become pdf, pptx and png, notes and tables pdf", async () => {
    for (const [name, format] of [
      ["d.pdf", undefined],
      ["d.pptx", undefined],
      ["d.png", "marp"],
      ["n.pdf", "md"],
      ["t.pdf", "table"],
    ] as const) {
      const question = format === "table" ? "Compare the sun valve and the lightvessel" : "What is a Fresnel lens?";
      await made(question, { file: join(out, name), ...(format ? { format } : {}) });
      expect([name, head(name)]).toEqual([
        name,
        { pdf: "%PDF", pptx: "PK\u0003\u0004", png: "\u0089PNG" }[name.split(".")[1] ?? ""],
      ]);
    }
  });

  it.skipIf(process.platform !== "linux")("says in a sentence that there is no font for Chinese", async () => {
    const config = join(out, "fonts.conf");
    writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${out}</dir><cachedir>${out}</cachedir></fontconfig>`);
    const notices: string[] = [];
    await made("菲涅耳透镜是什么？", { file: join(out, "zh.pdf") }, { FONTCONFIG_FILE: config }, notices);
    expect(notices.filter((notice) => notice.startsWith("No font here has Chinese signs"))).toHaveLength(1);
    expect(head("zh.pdf")).toBe("%PDF");
    const others: string[] = [];
    await made("What is a Fresnel lens?", { file: join(out, "en.pdf") }, { FONTCONFIG_FILE: config }, others);
    expect(others.filter((notice) => notice.includes("font"))).toEqual([]);
  });
});
