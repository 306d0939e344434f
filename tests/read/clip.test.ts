import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../src/read/clip/address.ts";
import { plainUrl } from "../../src/read/clip/clipping.ts";
import { fetched } from "../../src/read/clip/fetch.ts";
import { clip } from "../../src/run/clip.ts";
import { startRun } from "../../src/vault/journal.ts";
import { closeVault, openVault } from "../../src/vault/open.ts";

const PARAGRAPH =
  "The memex is a desk in which a person stores books, records and letters, and it ties them together by trails that can be copied.";
let text = PARAGRAPH;
let server: Server;
let base = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/inward") return void response.writeHead(302, { location: "http://10.1.2.3/secret" }).end();
    if (path === "/file") return void response.writeHead(302, { location: "file:///etc/passwd" }).end();
    if (path === "/round") return void response.writeHead(302, { location: "/round" }).end();
    if (path === "/bomb")
      return void response
        .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(3e6)));
    if (path === "/endless") return void response.writeHead(200, { "content-type": "text/html" }).write("<p>x");
    if (path === "/picture.png")
      return void response
        .writeHead(200, { "content-type": "image/png" })
        .end(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    if (path.startsWith("/paper.pdf"))
      return void response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.4");
    if (!path.startsWith("/page")) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<html lang="en"><head><title>As we may think</title><meta property="og:type" content="article"><meta name="author" content="Vannevar Bush"><meta property="article:published_time" content="1945-07-01T00:00:00Z"></head><body><nav>Home News</nav><article><h1>As we may think</h1>${`<p>${text}</p>`.repeat(6)}<p><img src="/picture.png" alt="The desk"></p><p><img src="http://10.0.0.1/x.png" alt="Inside"></p></article></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.closeAllConnections());

const here = { allowed: (address: string): boolean => address === "127.0.0.1" };

describe("an address is fetched only from the open network", () => {
  it.each([
    "127.0.0.1",
    "10.0.0.1",
    "172.20.1.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "x",
  ])("%s is closed", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["93.184.216.34", "1.1.1.1", "2606:4700::1111"])("%s is open", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it("refuses this machine by number, by other spellings and by name", async () => {
    for (const url of [`${base}/page`, "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://localhost/"])
      await expect(fetched(url)).rejects.toThrow(/private network/u);
  });

  it("refuses a private address, and another scheme, behind a redirect", async () => {
    await expect(fetched(`${base}/inward`, here)).rejects.toThrow(/private network/u);
    await expect(fetched(`${base}/file`, here)).rejects.toThrow(/http and https only/u);
    await expect(fetched(`${base}/round`, here)).rejects.toThrow(/redirects more than/u);
  });

  it("refuses other schemes and passwords", async () => {
    await expect(fetched("file:///etc/passwd")).rejects.toThrow(/http and https only/u);
    await expect(fetched("http://a:b@example.com/")).rejects.toThrow(/password/u);
  });

  it("stops what is too large once unpacked, and what never ends", async () => {
    const limits = { mostBytes: 1e6, timeoutMs: 400, mostRedirects: 1 };
    await expect(fetched(`${base}/bomb`, { ...here, limits })).rejects.toThrow(/larger than 1 MB/u);
    await expect(fetched(`${base}/endless`, { ...here, limits })).rejects.toThrow(/did not answer in full/u);
  });
});

it("takes an address with a fragment or marks of a campaign for the same page", () => {
  expect(plainUrl("https://a.example/x?utm_source=y&id=1#part")).toBe("https://a.example/x?id=1");
});

describe("a clipped page", () => {
  it("is a note with a clipper's properties and its pictures; again it is nothing; changed it is a second note", async () => {
    const root = mkdtempSync(join(tmpdir(), "kb-clip-"));
    writeFileSync(join(root, "vault.config.json"), `{"version": 1}`);
    const vault = await openVault(root, { SOURCE_DATE_EPOCH: "1700000000" });
    const run = startRun(vault, { command: "ingest" });
    try {
      const first = await clip(vault, `${base}/page#top`, run, here);
      expect(first).toEqual({ path: "raw/clippings/as-we-may-think.md", status: "added" });
      const note = readFileSync(join(root, first.path), "utf8");
      expect(note).toContain(
        `title: As we may think\nsource: ${base}/page\nauthor:\n  - "[[Vannevar Bush]]"\npublished: 1945-07-01\ncreated: 2023-11-14\ntags:\n  - clippings`,
      );
      expect(note).toContain("![The desk](raw/clippings/attachments/as-we-may-think-1.png)");
      expect(note).not.toMatch(/http:\/\/10\.0\.0\.1|Home News/u);
      expect(readdirSync(join(root, "raw/clippings/attachments"))).toEqual(["as-we-may-think-1.png"]);
      expect(await clip(vault, `${base}/page`, run, here)).toEqual({ path: first.path, status: "unchanged" });
      text = `${PARAGRAPH} No memex was ever built.`;
      const second = await clip(vault, `${base}/page`, run, here);
      expect(second).toEqual({ path: "raw/clippings/as-we-may-think_2.md", status: "added", supersedes: first.path });
      expect(readFileSync(join(root, second.path), "utf8")).toContain(`supersedes: "[[${first.path}]]"`);
      expect((await clip(vault, `${base}/page`, run, here)).status).toBe("unchanged");
      expect((await clip(vault, `${base}/paper.pdf`, run, here)).path).toBe("raw/clippings/paper.pdf");
      await expect(clip(vault, `${base}/none`, run, here)).rejects.toThrow(/404/u);
    } finally {
      closeVault(vault);
    }
  });
});
