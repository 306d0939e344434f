// A message as Outlook stores it, written here entry by entry.
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { readFile } from "../../src/read/registry.ts";

interface Entry {
  name: string;
  type: number;
  binaryProvider?: () => Uint8Array;
  length: number;
  children?: number[];
}

const { burn } = createRequire(import.meta.url)("@kenjiuno/msgreader/lib/Burner.js") as {
  burn(entries: Entry[]): Uint8Array;
};
const DIRECTORY = 1;
const DOCUMENT = 2;
const ROOT = 5;

/** Attachments by name. */
function message(subject: string, body: string, attachments: Readonly<Record<string, string>>): Uint8Array {
  const entries: Entry[] = [{ name: "Root Entry", type: ROOT, length: 0, children: [] }];
  const put = (parent: number, name: string, content?: Buffer): number => {
    const entry: Entry =
      content === undefined
        ? { name, type: DIRECTORY, length: 0, children: [] }
        : { name, type: DOCUMENT, length: content.length, binaryProvider: () => Uint8Array.from(content) };
    entries[parent]?.children?.push(entries.push(entry) - 1);
    return entries.length - 1;
  };
  put(0, "__properties_version1.0", Buffer.alloc(32));
  put(0, "__substg1.0_0037001F", Buffer.from(subject, "utf16le"));
  put(0, "__substg1.0_1000001F", Buffer.from(body, "utf16le"));
  for (const [i, [name, content]] of Object.entries(attachments).entries()) {
    const folder = put(0, `__attach_version1.0_#0000000${i}`);
    put(folder, "__properties_version1.0", Buffer.alloc(8));
    put(folder, "__substg1.0_37010102", Buffer.from(content));
    put(folder, "__substg1.0_3707001F", Buffer.from(name, "utf16le"));
  }
  return burn(entries);
}

it("what is attached to an Outlook message is read after it; what cannot be is named", async () => {
  const bytes = message("The desk", "The plan of the desk is attached to this letter.", {
    "../plan.md": "# Plan\n\nThe desk has four drawers.\n",
    "sound.mp3": "ID3",
  });
  const result = await readFile(bytes, "raw/desk.msg");
  if (result.kind !== "read") throw new Error(result.reason);
  expect(result.documents.map((document) => document.meta.title)).toEqual(["The desk", "Plan"]);
  expect(result.documents[1]?.sentences.map((one) => one.text)).toEqual(["The desk has four drawers."]);
  expect(result.documents[0]?.leftOut).toMatchObject([{ step: "mail", text: expect.stringContaining("sound.mp3") }]);
});
