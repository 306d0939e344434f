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

it("speakers without times, and with letters of any script, are told from headers", async () => {
  const { format, blocks } = await blocksOf(
    "JÜRGEN ÖZ: The desk holds books.\nÉlodie: And letters?\nJÜRGEN ÖZ: Letters too,\nand records.\nÉlodie: Who made it?\nJÜRGEN ÖZ: A joiner.\n",
    "raw/talk.txt",
  );
  expect(format).toBe("transcript");
  expect(blocks.slice(0, 3).map((block) => [block.time, block.speaker, block.text])).toEqual([
    [undefined, "JÜRGEN ÖZ", "The desk holds books."],
    [undefined, "Élodie", "And letters?"],
    [undefined, "JÜRGEN ÖZ", "Letters too, and records."],
  ]);
  const timed = "00:05 王小明：书桌里有书。\n00:09 李雷：还有信吗？\n00:20 王小明：也有信。\n";
  expect((await blocksOf(timed, "raw/zh.txt")).blocks[0]?.speaker).toBe("王小明");
  const letter = "From: Ada\nTo: Ben\nSubject: Desk\nDate: 2020\n\nThe desk holds books.\n\nNote: it is old.\n";
  expect((await blocksOf(letter, "raw/letter.txt")).format).toBe("text");
});
