import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type ReadReport, readFiles } from "../../src/run/read.ts";

async function reports(files: Readonly<Record<string, string>>, explain = false): Promise<ReadReport[]> {
  const folder = mkdtempSync(join(tmpdir(), "kb-read-"));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const all: ReadReport[] = [];
  for await (const report of readFiles(paths, { explain })) all.push(report);
  return all;
}

it("gives one report a file, in order, with text and Markdown", async () => {
  const [first, second] = await reports({
    "a.md": "---\ntitle: A\nauthor: [X Y, Z]\n---\nSome **bold** words.",
    "b.vtt": "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello there.\n",
  });
  expect(first).toMatchObject({
    title: "A",
    author: "X Y, Z",
    published: null,
    url: null,
    text: "Some bold words.",
    words: 3,
  });
  expect(first?.markdown).toContain("**bold**");
  expect(second).toMatchObject({ title: "B", text: "Hello there." });
});

it("a file that cannot be read is a report with its reason, and the others follow", async () => {
  const all = await reports({ "a.xyz": "?", "b.ipynb": "{}", "c.md": "Words." });
  expect(all.map((one) => [one.skipped ?? false, one.failed ?? false, one.reason !== undefined])).toEqual([
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ]);
});

it("tells what was left out when asked", async () => {
  const [explained] = await reports({ "a.md": "---\nbad: [\n---\nWords." }, true);
  expect(explained?.leftOut?.[0]?.step).toBe("front matter");
});

it("a path that does not exist is an error a person can act on", async () => {
  await expect(readFiles(["/nowhere/x.md"])[Symbol.asyncIterator]().next()).rejects.toThrow(
    "/nowhere/x.md: there is no such file.",
  );
});
