import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readFile } from "../../src/read/registry.ts";
import { gunzipped } from "../../src/read/tar.ts";

function tar(members: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(members).map(([name, text]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0, "utf8");
    head.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124, "latin1");
    head.write("0", 156, "latin1");
    head.write("ustar\0", 257, "latin1");
    const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    content.write(text, "utf8");
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

async function titlesIn(bytes: Uint8Array, path: string): Promise<string[]> {
  const result = await readFile(bytes, path);
  if (result.kind !== "read") throw new Error(result.reason);
  return result.documents.map((document) => document.meta.title);
}

const two = {
  "notes/a.md": "# Desks\n\nA desk holds books.\n",
  "notes/b.md": "# Trails\n\nA trail joins two items.\n",
};

describe("archives", () => {
  it("of tar are read member by member, packed or not", async () => {
    expect(await titlesIn(tar(two), "raw/x.tar")).toEqual(["Desks", "Trails"]);
    expect(await titlesIn(gzipSync(tar(two)), "raw/x.tar.gz")).toEqual(["Desks", "Trails"]);
  });

  it("of one packed file are that file", async () => {
    expect(await titlesIn(gzipSync("# Desks\n\nA desk holds books.\n"), "raw/a.md.gz")).toEqual(["Desks"]);
  });

  it("with names that climb out, and cut ones, are failed with the reason", async () => {
    const climbing = await readFile(tar({ "../../x.md": "# X\n\nText.\n" }), "raw/x.tar");
    expect(climbing).toMatchObject({ kind: "failed", reason: expect.stringContaining("leads out of the archive") });
    const cut = await readFile(tar(two).subarray(0, 700), "raw/x.tar");
    expect(cut).toMatchObject({ kind: "failed", reason: expect.stringContaining("cut off") });
  });

  it("that would grow beyond the limits are refused before they do", async () => {
    await expect(gunzipped(gzipSync(Buffer.alloc(30e6)))).rejects.toThrow("archive bomb");
  });
});

it("what is attached to a letter is read in turn after it, and what cannot be is named", async () => {
  const part = (name: string, text: string): string =>
    `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString("base64")}\r\n`;
  const letter = `From: Ada Roe <ada@example.org>\r\nSubject: The minutes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere they are.\r\n${part("../minutes.md", "# Minutes of May\n\nThe desk was bought.\n")}${part("x.bin", "\0\u0001")}--b--\r\n`;
  const result = await readFile(Buffer.from(letter), "raw/letter.eml");
  if (result.kind !== "read") throw new Error(result.reason);
  expect(result.documents.map((document) => document.meta.title)).toEqual(["The minutes", "Minutes of May"]);
  expect(result.documents.map((document) => document.path)).toEqual(["raw/letter.eml", "raw/letter.eml"]);
  expect(result.documents[0]?.leftOut.map((one) => one.text).join()).toContain("x.bin");
});
