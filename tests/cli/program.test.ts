// The command line as people and scripts meet it: output, exit codes, options, errors.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/set-up.mjs";
import { built, folder, kb, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

describe("usage", () => {
  test("--version prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(await kb(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  test("kb alone and --help print the commands and exit 0", async () => {
    for (const args of [[], ["--help"]]) {
      const { code, out } = await kb(args);
      expect(code).toBe(0);
      for (const name of ["init", "compile", "search", "undo", "history"]) expect(out).toContain(`  ${name}`);
    }
  });

  test("an unknown command, option or value exits 2 and says what there is", async () => {
    expect(await kb(["complie"])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("compile") });
    expect(await kb(["search", "x", "--colour"])).toMatchObject({ code: 2, err: expect.stringContaining("--colour") });
    expect(await kb(["status", "--engine", "magic"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("extractive"),
    });
    expect(await kb(["search", "x", "-n", "0"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("whole number"),
    });
    expect(await kb(["reject", "x.md"])).toMatchObject({ code: 2, err: expect.stringContaining("--why") });
  });

  test("without a vault a command exits 2 with one sentence on what to do", async () => {
    const { code, out, err } = await kb(["compile"], { cwd: folder() });
    expect([code, out]).toEqual([2, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^kb: No vault at .* kb init/u);
  });

  test("a faulty setting exits 2 and names the nearest key", async () => {
    const root = folder();
    write(root, "vault.config.json", '{ "version": 1, "engin": "auto" }');
    expect(await kb(["status", "--vault", root])).toMatchObject({ code: 2, err: expect.stringContaining('"engine"') });
  });

  test("an engine asked for by name that does not answer exits 2", async () => {
    const root = await vault();
    const { code, err } = await kb(["compile", "--engine", "ollama", "--vault", root]);
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("with --json an error is a document too", async () => {
    const { code, out } = await kb(["status", "--json"], { cwd: folder() });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({ error: expect.stringContaining("No vault") });
  });
});

describe("a vault from the shell", () => {
  let root = "";
  const here = (...args: string[]): ReturnType<typeof kb> => kb(["--engine", "extractive", ...args], { cwd: root });
  beforeAll(async () => {
    root = await vault();
  }, 60_000);

  test("compile prints one JSON document, with the shape that was promised", async () => {
    const { code, out, err } = await here("compile", "--json");
    expect([code, err]).toEqual([0, ""]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      engine: "extractive",
      calls: 0,
      tokensIn: 0,
      tokensOut: 0,
      dropped: expect.any(Array),
    });
    expect(report.ingest.sources).toEqual([
      expect.objectContaining({
        path: "raw/desk.md",
        status: "added",
        page: expect.stringMatching(/^wiki\/sources\//u),
      }),
      expect.objectContaining({ path: "raw/name.md", status: "added" }),
    ]);
    expect(report.pages.map((page: { path: string }) => page.path)).toContain("wiki/index.md");
  });

  test("a second compile does nothing and says so in a line; options may stand after the command", async () => {
    const { code, out } = await kb(["compile", "--vault", root, "--engine", "extractive"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Nothing to do: 2 sources, all pages current\. Engine: extractive\. .*\n$/u);
  });

  test("trace follows a page's sentences and a source's claims, and wants one of the two", async () => {
    expect((await here("trace", "Memex")).out).toMatch(
      /^Memex wiki\/concepts\/memex\.md\n[\s\S]*raw\/desk\.md, line 9/u,
    );
    const { code, out } = await here("trace", "--source", "raw/desk.md", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      source: "raw/desk.md",
      claims: expect.any(Array),
      counts: expect.any(Object),
    });
    expect(await here("trace")).toMatchObject({ code: 2, err: expect.stringContaining("--source raw/essay.md") });
  });

  test("search finds in text, JSON and from standard input", async () => {
    expect((await here("search", "memex")).out).toMatch(/Memex.*\n {2}/u);
    const { results } = JSON.parse((await here("search", "memex", "--json", "-n", "1")).out);
    expect(results).toEqual([
      {
        path: expect.any(String),
        title: expect.any(String),
        type: expect.any(String),
        score: expect.any(Number),
        snippet: expect.any(String),
      },
    ]);
    const { out } = await kb(["search", "-", "--vault", root], { input: "memex\n\nnelson\n" });
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).query),
    ).toEqual(["memex", "nelson"]);
    expect(await here("search", "zzzz")).toMatchObject({ code: 0, out: "Nothing found for: zzzz\n" });
  });

  test("ask answers with its sources, refuses plainly, and takes questions from standard input", async () => {
    const report = JSON.parse((await here("ask", "What is a memex?", "--json", "--no-save")).out);
    expect(report).toMatchObject({ answerable: true, engine: "extractive" });
    expect(report.citations[0]).toMatchObject({
      n: 1,
      source: expect.stringMatching(/^raw\//u),
      quote: expect.any(String),
    });
    const { out } = await kb(["ask", "-", "--no-save", "--vault", root, "--engine", "extractive"], {
      input: "Who baked the cake?\n",
    });
    expect(JSON.parse(out)).toMatchObject({ question: "Who baked the cake?", answerable: false });
  });

  test("an answer waits in outputs/, status lists it, promote takes it home, undo takes that back", async () => {
    const { out } = await here("ask", "What is a memex?", "--json");
    const { output } = JSON.parse(out);
    expect(JSON.parse((await here("status", "--json")).out)).toMatchObject({
      engine: "extractive",
      models: [],
      sources: { read: 2 },
      stale: [],
      outputs: [output],
      ledger: expect.any(Array),
    });
    expect(JSON.parse((await here("promote", output, "--json")).out)).toMatchObject({
      output,
      page: expect.stringMatching(/^wiki\/answers\//u),
    });
    const { findings } = JSON.parse((await here("lint", "--json", "--rule", "index-drift")).out);
    expect(findings).toEqual([]);
    expect((await here("undo")).out).toMatch(/^Took back run \d+ \(kb promote/u);
    expect((await here("lint", "--rule", "index-drift")).code).toBe(0);
    expect((await here("history")).out).toMatch(/undo[\s\S]*promote.*taken back/u);
    expect(await here("reject", output, "--why", "too short")).toMatchObject({
      code: 0,
      out: expect.stringContaining("gone"),
    });
  });

  test("status names what waits for a compile", async () => {
    write(root, "raw/new.md", "# New\n\nA new source is here.\n");
    expect(JSON.parse((await here("status", "--json")).out).stale).toEqual(["raw/new.md (new)"]);
    expect((await here("compile", "--dry-run")).out).toMatch(/^Would write .*\n/u);
    expect(await here("compile", "--quiet")).toMatchObject({ code: 0, err: "" });
  });

  test("a file that cannot be read makes exit code 1, and the rest goes on", async () => {
    write(root, "raw/broken.pdf", "%PDF-1.4 this is no PDF");
    write(root, "raw/third.md", "# Third\n\nThe third source is a source of its own.\n");
    const { code, out } = await here("compile", "--json");
    const { sources } = JSON.parse(out).ingest;
    expect(code).toBe(1);
    expect(sources.find((source: { path: string }) => source.path === "raw/broken.pdf")).toMatchObject({
      status: "failed",
      reason: expect.any(String),
    });
    expect(sources.find((source: { path: string }) => source.path === "raw/third.md")).toMatchObject({
      status: "added",
    });
  });

  test("read prints what is read from a file, one JSON document a line, and needs no vault", async () => {
    const { code, out } = await kb(["read", join(root, "raw/desk.md"), join(root, "raw/name.md"), "--json"]);
    expect(code).toBe(0);
    const [desk, name] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(desk).toMatchObject({
      title: "The desk that remembers",
      author: "Example Review",
      published: "2021-03-04",
      words: expect.any(Number),
    });
    expect(name.title).toBe("Who named hypertext?");
    expect(await kb(["read", join(root, "raw/none.md")])).toMatchObject({ code: 2 });
    const folder = await kb(["read", join(root, "raw")]);
    expect(folder.code).toBe(2);
    expect(folder.err).toMatch(/raw is a folder, and kb read takes files, such as .*raw.[\w-]+\.\w+\..*kb ingest/u);
  });

  test("a reader that goes away early is no fault", async () => {
    const { start } = await import("./kb.ts");
    const child = start(["search", "memex", "--vault", root]);
    child.stdout?.destroy();
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
  });
});
