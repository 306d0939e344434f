import { expect, it } from "vitest";
import { readFile } from "../../src/read/registry.ts";

const blocksOf = async (text: string, path: string) => {
  const result = await readFile(Buffer.from(text), path);
  if (result.kind !== "read") throw new Error(result.reason);
  return { format: result.documents[0]?.format, blocks: result.documents[0]?.blocks ?? [] };
};

it("a .txt of timed lines keeps who spoke and when", async () => {
  const { format, blocks } = await blocksOf(
    "[00:00:05] ADA ROE: The desk holds books.\n[00:00:09] BEN LEE: And letters?\n[00:12:01] ADA ROE: Letters too,\nand records.\n",
    "raw/talk.txt",
  );
  expect(format).toBe("transcript");
  expect(blocks.map((block) => [block.time, block.speaker, block.text])).toEqual([
    ["00:00:05", "ADA ROE", "The desk holds books."],
    ["00:00:09", "BEN LEE", "And letters?"],
    ["00:12:01", "ADA ROE", "Letters too, and records."],
  ]);
});

it("a log with times, and a note with a few, stay text", async () => {
  const log = "10:00:01 started\n10:00:02 listening\n10:00:03 stopped\n10:00:04 Error: no disk\n";
  expect((await blocksOf(log, "raw/run.txt")).format).toBe("text");
  expect((await blocksOf("The talk begins.\n\n10:30 Ada Roe: opening\n", "raw/note.txt")).format).toBe("text");
});
