import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { slidesPage } from "../../src/answer/formats/slides.ts";
import type { Answer } from "../../src/core/answer.ts";
import { laidOut } from "./laid-out.ts";

const BROWSERS = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
const browser = BROWSERS.find((path) => path !== undefined && existsSync(path));
const folder = mkdtempSync(join(tmpdir(), "kb-deck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG =
  "When the archive was opened, the readers found that each of its many drawers held a card for every letter, ".repeat(
    5,
  );
const CHINESE = "自注意力机制让模型关注序列中的所有位置，并且按照相关程度为每个位置分配权重，".repeat(40);

function answerOf(texts: readonly string[]): Answer {
  const citation = (i: number) => ({
    n: i + 1,
    page: `wiki/sources/s${i}.md`,
    claim: "c-0123456789",
    source: `raw/s${i}.md`,
    sourceTitle: `A source with a rather long title that goes on for more than a line, number ${i}`,
    heading: "",
    quote: "So it is. --> <b>",
    onPage: true,
    link: `wiki/sources/s${i}#^c-0123456789`,
  });
  const sentences = texts.map((text, i) => ({ text, citations: [citation(i)] }));
  return {
    question: "What is the longest question that anybody would ever want to put on the first slide of a deck?",
    answerable: true,
    confidence: 0.9,
    sentences,
    dropped: [],
    engine: "extractive",
  };
}

/** As kb has marp-cli make it. */
function rendered(markdown: string): string {
  const deck = join(folder, "deck.md");
  writeFileSync(deck, markdown);
  const program = join(
    dirname(createRequire(import.meta.url).resolve("@marp-team/marp-cli/package.json")),
    "marp-cli.js",
  );
  const html = join(folder, "deck.html");
  execFileSync(
    process.execPath,
    [program, deck, "-o", html, "--no-stdin", "--no-config", "--theme-set", resolve("templates/slides")],
    { stdio: "ignore" },
  );
  return readFileSync(html, "utf8");
}

describe.skipIf(browser === undefined)("a deck in a real browser", () => {
  it("overflows on no slide, whatever the sentences' length and script", { timeout: 60_000 }, () => {
    const page = slidesPage(
      answerOf([
        "Short.",
        LONG,
        CHINESE,
        "1. Not a list, # not a heading.",
        ...Array.from({ length: 9 }, (_, i) => `Sentence ${i}.`),
      ]),
      "outputs/x.md",
      "2026-11-21",
    );
    const html = rendered(`---\nmarp: true\ntheme: kb\n---\n\n${page.body}\n`);
    const { slides, over } = laidOut(html, browser ?? "");
    expect(slides).toBe(page.body.split("\n\n---\n\n").length);
    expect(over).toEqual([]);
  });

  it("is seen to overflow where too much stands on a slide", { timeout: 60_000 }, () => {
    const html = rendered(`---\nmarp: true\ntheme: kb\n---\n\n# Fits\n\n---\n\n## Too much\n\n${LONG.repeat(3)}\n`);
    expect(laidOut(html, browser ?? "")).toMatchObject({ slides: 2, over: [1] });
  });
});
