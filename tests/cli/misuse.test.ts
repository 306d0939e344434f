// What people name by mistake, and places where nothing can be written: one sentence, no stack, no endless wait.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { built, folder, kb, vault, write } from "./kb.ts";

vi.setConfig({ testTimeout: 60_000 });
beforeAll(built, 120_000);

const oneSentence = (err: string): void => {
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(/^kb: /u);
};

test("a place that takes no files is refused in a sentence, by init and by ask -o", async () => {
  const root = await vault();
  write(root, "file", "");
  await kb(["compile", "--engine", "extractive", "--vault", root]);
  for (const place of [join(root, "file", "new"), ...(existsSync("/proc/self") ? ["/proc/new", "/proc/new/er"] : [])]) {
    const made = await kb(["init", place]);
    expect(made.code, place).toBe(2);
    oneSentence(made.err);
    const asked = await kb([
      "ask",
      "What is the memex?",
      "-o",
      join(place, "x.md"),
      "--engine",
      "extractive",
      "--vault",
      root,
    ]);
    expect(asked.code, place).toBe(2);
    oneSentence(asked.err);
  }
});

test("an address that kb does not fetch is named once, and exit is 1", async () => {
  const root = await vault();
  const { code, out } = await kb(["ingest", "ftp://example.org/x", "--engine", "extractive", "--vault", root]);
  expect(code).toBe(1);
  expect(out.match(/ftp:/gu)).toHaveLength(1);
  expect(out).toContain("http and https only");
  const page = await kb(["ingest", "www.example.org", "--vault", root]);
  expect(page).toMatchObject({ code: 2, err: expect.stringContaining("https://www.example.org") });
});

test("the help of a command below another lists its own options and those of all commands", async () => {
  const { out } = await kb(["topics", "merge", "--help"]);
  expect(out).not.toContain("--all");
  expect(out).toContain("--vault");
  expect((await kb(["--help"])).out.match(/--vault <dir>/gu)).toHaveLength(1);
});

test("an answer that goes elsewhere leaves nothing in outputs/", async () => {
  const root = await vault();
  await kb(["compile", "--engine", "extractive", "--vault", root]);
  const away = folder();
  for (const name of ["a.md", "a.html", "a.svg"]) {
    const { code, out } = await kb(
      ["ask", "When was the memex described?", "-o", name, "--engine", "extractive", "--json", "--vault", root],
      { cwd: away },
    );
    expect(code, name).toBe(0);
    const { output, answerable } = JSON.parse(out) as { output?: string; answerable: boolean };
    if (!answerable) continue;
    expect(output).toBe(name);
    expect(readFileSync(join(away, name), "utf8")).toMatch(/memex/iu);
  }
  expect(readdirSync(away)).toEqual(expect.arrayContaining(["a.html", "a.md"]));
  expect(readdirSync(join(root, "outputs"))).toEqual([]);
});

test("whoever searches or asks before the first compile is told what to do", async () => {
  const root = await vault();
  for (const args of [
    ["search", "memex"],
    ["ask", "What is the memex?"],
  ]) {
    const { err } = await kb([...args, "--engine", "extractive", "--vault", root]);
    expect(err).toBe("There is no page in the wiki yet: put sources into raw/ and run kb compile.\n");
  }
});

test("a model that says nothing fails its files, in a line each, where it was asked for by name", async () => {
  const model = "qwen3:8b";
  const server = createServer(({ url = "" }, reply) => {
    const said = url.includes("tags")
      ? { models: [{ name: model, model, details: { parameter_size: "8B" } }] }
      : url.includes("show")
        ? {}
        : { model, message: { role: "assistant", content: "" }, done: true, done_reason: "stop" };
    reply.end(JSON.stringify(said));
  });
  await new Promise<void>((up) => void server.listen(0, "127.0.0.1", up));
  const address = server.address();
  const env = { OLLAMA_HOST: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}` };
  try {
    const root = await vault();
    const named = ["compile", "--engine", "ollama", "--vault", root];
    await kb(named, { env });
    const { code, out } = await kb(named, { env });
    expect(code).toBe(1);
    expect(out).toContain("Nothing written: 0 sources.");
    expect(out.match(/^ {2}failed {4}raw\/\w+\.md: the model .* \(the model's reply is empty\)\.$/gmu)).toHaveLength(2);
    const left = await kb(["compile", "--vault", root], { env });
    expect(left.code).toBe(0);
    expect(left.out).toMatch(/^Wrote \d+ pages .* from 2 sources\./mu);
  } finally {
    server.close();
  }
});
