import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { compile } from "../../src/run/compile.ts";
import { promote } from "../../src/run/promote.ts";
import { reject } from "../../src/run/reject.ts";
import { search } from "../../src/run/search.ts";
import { undo } from "../../src/run/undo.ts";
import { closeWorkspace, openWorkspace, type Workspace } from "../../src/run/workspace.ts";

const SOURCES: Readonly<Record<string, string>> = {
  "desk.md": `# The desk that remembers

In July 1945 The Atlantic printed an essay by Vannevar Bush called "As We May Think". The memex is a desk in which a person stores books, records and letters on microfilm. Bush called its principle associative indexing. No memex was ever built.

Douglas Engelbart read the essay in 1945 as a radar technician in the Philippines. On 9 December 1968 he showed linked documents, a mouse and shared screens to about 1,000 engineers in San Francisco.
`,
  "hypertext.md": `# Who named hypertext?

Ted Nelson put the word hypertext into print in 1965, in a paper for the ACM national conference. Xanadu was announced in 1960 and a first release appeared only in 2014. Tim Berners-Lee proposed the World Wide Web at CERN in March 1989.
`,
  "gardens.md":
    "# Gardens\n\nA garden of notes grows by small additions. Weeding a garden takes patience every spring. Roses want sun and water.\n",
};

let root = "";
let workspace: Workspace;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "kb-ask-"));
  mkdirSync(join(root, "raw"));
  writeFileSync(join(root, "vault.config.json"), '{ "version": 1 }\n');
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(root, "raw", name), text);
  workspace = await openWorkspace({
    vaultDir: root,
    cwd: root,
    engine: "extractive",
    env: { SOURCE_DATE_EPOCH: "1763683200" },
  });
  await compile(workspace);
});
afterAll(() => {
  closeWorkspace(workspace);
  rmSync(root, { recursive: true, force: true });
});

const at = (path: string): string => join(root, path);
const QUESTION = "When did Ted Nelson put the word hypertext into print?";

describe("kb ask", () => {
  it("answers with citations that stand on the source's page, and saves a note", async () => {
    const report = await ask(workspace, QUESTION);
    expect(report.answerable).toBe(true);
    expect(report.sentences[0]?.text).toContain("1965");
    for (const { page, claim, quote, onPage } of report.citations) {
      expect(readFileSync(at(page), "utf8").includes(`^${claim}`)).toBe(onPage);
      expect(Object.values(SOURCES).some((text) => text.includes(quote))).toBe(true);
    }
    expect(report.output).toBe("outputs/when-did-ted-nelson-put-the-word-hypertext-into-print.md");
    const saved = readFileSync(at(report.output ?? ""), "utf8");
    expect(saved).toMatch(/^---\ntitle: .*\ntype: answer\n/);
    expect(saved).toContain("## Sources\n\n1. [[wiki/sources/who-named-hypertext|Who named hypertext?]]");
    expect(saved).toContain("kb_hash:");
  });

  it("says no, and saves nothing, when the vault is silent", async () => {
    const report = await ask(workspace, "Which volcano erupted in Iceland in 2010?");
    expect(report).toMatchObject({ answerable: false, citations: [] });
    expect(report.output).toBeUndefined();
    expect(report.answer).toContain("volcano (nowhere)");
  });

  it("leaves nothing behind when it is told so, and writes where it is told", async () => {
    const quiet = await ask(workspace, "What is the memex?", { save: false });
    expect(quiet.output).toBeUndefined();
    expect(existsSync(at("outputs/what-is-the-memex.md"))).toBe(false);
    const named = await ask(workspace, "What is the memex?", { file: "mine.md", cwd: root });
    expect(named.output).toBe("mine.md");
    expect(readFileSync(at("mine.md"), "utf8")).toContain("memex is a desk");
  });

  it("makes a deck, and html of it without any browser", { timeout: 60_000 }, async () => {
    const report = await ask(workspace, "What did Douglas Engelbart show in 1968?", {
      to: "html",
      file: "deck.html",
      cwd: root,
    });
    expect(report.output).toBe("deck.html");
    expect(readFileSync(at("deck.html"), "utf8")).toContain("shared screens");
    expect(existsSync(at("outputs/what-did-douglas-engelbart-show-in-1968-slides.md"))).toBe(false);
  });

  it("refuses an empty question and an unknown format in one sentence", async () => {
    await expect(ask(workspace, "  ")).rejects.toThrow("There is no question");
  });
});

describe("an output", () => {
  it("that is promoted moves into wiki/answers/ and is found by search; undo brings it back", async () => {
    const { output = "" } = await ask(workspace, QUESTION);
    const verdict = await promote(workspace, output, root);
    expect(verdict).toMatchObject({
      verdict: "promoted",
      page: "wiki/answers/when-did-ted-nelson-put-the-word-hypertext-into-print.md",
    });
    expect(existsSync(at(output))).toBe(false);
    expect(readFileSync(at("wiki/decisions.md"), "utf8")).toContain(`promote: ${output}`);
    const found = await search(workspace, "Nelson hypertext print", { type: "answer" });
    expect(found.results.map(({ path }) => path)).toEqual([verdict.page]);
    undo(workspace);
    expect(existsSync(at(output))).toBe(true);
    expect(existsSync(at(verdict.page ?? ""))).toBe(false);
    expect((await search(workspace, "Nelson hypertext print", { type: "answer" })).results).toEqual([]);
  });

  it("that is rejected goes, and the reason stays", async () => {
    const { output = "" } = await ask(workspace, QUESTION);
    await reject(workspace, output, "the year is disputed", root);
    expect(existsSync(at(output))).toBe(false);
    expect(readFileSync(at("wiki/decisions.md"), "utf8")).toContain("the year is disputed");
    await expect(reject(workspace, output, "twice", root)).rejects.toThrow("There is no output");
  });
});

describe("kb search", () => {
  it("finds at once what a person just wrote into a page, in Obsidian or elsewhere", async () => {
    expect((await search(workspace, "zettelkasten")).results).toEqual([]);
    const page = at("wiki/sources/gardens.md");
    writeFileSync(page, `${readFileSync(page, "utf8")}\nA remark on the zettelkasten.\n`);
    expect((await search(workspace, "zettelkasten")).results.map(({ path }) => path)).toEqual([
      "wiki/sources/gardens.md",
    ]);
  });

  it("finds a page by a sentence of its raw file that is no claim", async () => {
    expect((await search(workspace, '"sun and water"')).results[0]?.path).toBe("wiki/sources/gardens.md");
  });
});
