// Pages of known sites, served by this machine: what a clipping of them says.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clip } from "../../src/run/clip.ts";
import { startRun } from "../../src/vault/journal.ts";
import { closeVault, openVault } from "../../src/vault/open.ts";

const ABSTRACT =
  "We show that the lamp of a lighthouse is seen farther on nights without a moon, and measure by how much.";
const PAGES: Readonly<Record<string, string>> = {
  "/abs/2401.01234": `<html><head><title>[2401.01234] Lamps at night</title><meta property="og:site_name" content="arXiv.org"><meta name="citation_title" content="Lamps at night"><meta name="citation_author" content="Roe, Ada"><meta name="citation_author" content="Lee, Ben"><meta name="citation_date" content="2024/01/02"><meta name="citation_pdf_url" content="/pdf/2401.01234"><meta name="citation_arxiv_id" content="2401.01234"></head><body><div id="header"><p>Help and support of the archive for readers and authors of every field.</p></div><h1 class="title">Title: Lamps at night</h1><blockquote class="abstract"><span>Abstract:</span> ${ABSTRACT}</blockquote><table><tr><td class="tablecell comments">12 pages</td></tr></table></body></html>`,
  "/abs/2401.99999": `<html><head><title>Dark</title><meta name="citation_title" content="Lamps in fog"><meta name="citation_pdf_url" content="/pdf/none"><meta name="citation_arxiv_id" content="2401.99999"></head><body><blockquote class="abstract">${ABSTRACT}</blockquote></body></html>`,
  "/roe/lampctl": `<html><head><title>GitHub - roe/lampctl: Turns lamps on</title><meta property="og:site_name" content="GitHub"><meta property="og:description" content="Turns lamps on - roe/lampctl"></head><body><nav>Sign in to see more</nav><table><tr><td>src</td><td>Fix the lamp of Tuesday</td></tr></table><div id="readme"><article class="markdown-body" itemprop="text"><h1>lampctl<a class="anchor" href="#lampctl">#</a></h1><p>Lampctl is a program that turns the lamps of lighthouses on at <a href="/roe/lampctl/blob/main/dusk.md">dusk</a>.</p><pre><code>lampctl on</code></pre></article></div><footer>Terms and privacy of the site</footer></body></html>`,
  "/watch?v=abc": `<html><head><title>The keeper - YouTube</title><meta property="og:site_name" content="YouTube"><meta property="og:title" content="The keeper"><meta itemprop="datePublished" content="2023-05-06T10:00:00-07:00"></head><body><script>var ytInitialPlayerResponse = {"videoDetails":{"shortDescription":"A talk on keepers.\\nGiven in Oban.","author":"Oban Talks"}};</script><ytd-transcript-segment-renderer><div class="segment-timestamp"> 0:05 </div><yt-formatted-string class="segment-text">The keeper lit the lamp at dusk</yt-formatted-string></ytd-transcript-segment-renderer><ytd-transcript-segment-renderer><div class="segment-timestamp">0:09</div><yt-formatted-string class="segment-text">and slept at dawn.</yt-formatted-string></ytd-transcript-segment-renderer><div>Up next: cats that fall off tables and other films of the week</div></body></html>`,
};
let server: Server;
let base = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/pdf/2401.01234")
      return void response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.4 lamps");
    const page = PAGES[path];
    if (page === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.closeAllConnections());

const here = { allowed: (address: string): boolean => address === "127.0.0.1" };

async function clipped(path: string): Promise<{ note: string; root: string; again: string; folder: string }> {
  const root = mkdtempSync(join(tmpdir(), "kb-known-"));
  writeFileSync(join(root, "vault.config.json"), `{"version": 1}`);
  const vault = await openVault(root, { SOURCE_DATE_EPOCH: "1700000000" });
  const run = startRun(vault, { command: "ingest" });
  try {
    const first = await clip(vault, `${base}${path}`, run, here);
    const again = await clip(vault, `${base}${path}`, run, here);
    const note = readFileSync(join(root, first.path), "utf8");
    return { note, root, again: again.status, folder: join(root, "raw/clippings") };
  } finally {
    closeVault(vault);
  }
}

it("a paper's page gives its abstract, authors and date, and the paper beside it", async () => {
  const { note, folder, again } = await clipped("/abs/2401.01234");
  expect(note).toContain("title: Lamps at night\n");
  expect(note).toContain('author:\n  - "[[Ada Roe]]"\n  - "[[Ben Lee]]"\npublished: 2024-01-02');
  expect(note).toContain(`## Abstract\n\n${ABSTRACT}\n\n- arXiv: 2401.01234\n- Comments: 12 pages`);
  expect(note).not.toContain("Help and support");
  expect(readFileSync(join(folder, "lamps-at-night.pdf"), "utf8")).toBe("%PDF-1.4 lamps");
  expect(again).toBe("unchanged");
});

it("a paper that cannot be had leaves its abstract", async () => {
  const { note, folder } = await clipped("/abs/2401.99999");
  expect(note).toContain(ABSTRACT);
  expect(existsSync(join(folder, "lamps-in-fog.pdf"))).toBe(false);
});

it("a repository's page gives its README under its name, without the list of files", async () => {
  const { note, again } = await clipped("/roe/lampctl");
  expect(note).toContain("title: roe/lampctl\n");
  expect(note).toContain("description: Turns lamps on\n");
  expect(note).toContain(
    "# lampctl\n\nLampctl is a program that turns the lamps of lighthouses on at [dusk](http://127.0.0.1:",
  );
  expect(note).toContain("lampctl on\n```");
  expect(note).not.toMatch(/Tuesday|Sign in|Terms and privacy/);
  expect(again).toBe("unchanged");
});

it("a film's page gives its description and its transcript with times", async () => {
  const { note } = await clipped("/watch?v=abc");
  expect(note).toContain('author:\n  - "[[Oban Talks]]"\npublished: 2023-05-06');
  expect(note).toContain("## Description\n\nA talk on keepers.\nGiven in Oban.");
  expect(note).toContain("## Transcript\n\n**0:05** The keeper lit the lamp at dusk and slept at dawn.");
  expect(note).not.toContain("cats");
});
