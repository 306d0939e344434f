// kb trace: the chain from a sentence to the words of a raw file, and from a raw file to the pages that use it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { tracePage } from "../../src/run/trace.ts";
import { traceSource } from "../../src/run/trace-source.ts";
import { copyOf, type Lights, lastingLights } from "./lighthouses.ts";

let lit: Awaited<ReturnType<typeof lastingLights>>;
beforeAll(async () => {
  lit = await lastingLights();
});
afterAll(() => lit.discard());

const FRESNEL = "wiki/entities/fresnel-lens.md";
const topic = (v: Lights): string =>
  Object.keys(v.wiki()).find((path) => /^wiki\/(?:concepts|entities|methods)\/fresnel-lens/u.test(path)) ?? FRESNEL;
const page = (v: Lights, name: string) => v.with((workspace) => tracePage(workspace, name, v.root));
const source = (v: Lights, name: string) => v.with((workspace) => traceSource(workspace, name, v.root));

test("every sentence of every page leads to a line, page or heading of a raw file", async () => {
  for (const path of Object.keys(lit.wiki()).filter((one) =>
    /^wiki\/(?:concepts|entities|methods|sources)\//u.test(one),
  )) {
    const { sentences } = await page(lit, path);
    expect(sentences.length, path).toBeGreaterThan(0);
    for (const { text, claims } of sentences) {
      expect([path, text, claims.length > 0]).toEqual([path, text, true]);
      for (const { missing, source: raw, place, quote } of claims) {
        expect([quote, missing, place !== undefined]).toEqual([quote, undefined, true]);
        const words = (quote ?? "")
          .split(/[^\p{L}\p{N}]+/u)
          .slice(0, 3)
          .join(" ");
        if (place?.line !== undefined)
          expect(
            lit
              .read(raw ?? "")
              .split("\n")
              .slice(place.line - 1)
              .join(" "),
          ).toContain(words);
      }
    }
  }
});

test("a page is named by path, path without ending, title or alias; a line of it by its number", async () => {
  const path = topic(lit);
  const whole = await page(lit, path);
  for (const name of [path.replace(/\.md$/u, ""), "Fresnel lens", "fresnel LENS"])
    expect((await page(lit, name)).page).toBe(path);
  const line = whole.sentences[0]?.line ?? 0;
  const one = await page(lit, `${path}:${line}`);
  expect(one.sentences).toEqual(whole.sentences.filter((sentence) => sentence.line === line));
  expect(lit.read(path).split("\n")[line - 1]).toContain(`#^${one.sentences[0]?.claims[0]?.id}`);
});

test("a source shows where each claim is used, and the unused ones add up", async () => {
  const { claims, counts, pages } = await source(lit, "raw/fresnel-lens.md");
  expect(pages).toHaveLength(1);
  expect(counts.used + counts.unused).toBe(claims.length);
  expect(counts.used).toBeGreaterThan(0);
  for (const { id, uses } of claims)
    for (const use of uses) expect(lit.read(use.page).split("\n")[use.line - 1]).toContain(`#^${id}`);
  const cited = Object.entries(lit.wiki()).flatMap(([path, text]) =>
    [...text.matchAll(/\[\[([^\]|#]+)#\^(c-[\w-]+)\|/gu)]
      .filter(([, target]) => `${target}.md` === pages[0])
      .map(([, , id]) => `${path} ${id}`),
  );
  expect(new Set(claims.flatMap(({ id, uses }) => uses.map((use) => `${use.page} ${id}`)))).toEqual(new Set(cited));
});

test("what a person wrote is without citation, and a chain that broke says where", async () => {
  const v = copyOf(lit);
  const path = topic(v);
  v.put(path, v.read(path).replace(/(\n---\n\n)/u, "$1I have held one in my hands. "));
  v.put("raw/fresnel-lens.md", v.read("raw/fresnel-lens.md").replace("concentric rings", "stepped rings"));
  const { sentences, edited } = await page(v, path);
  expect(edited).toBe(true);
  expect(sentences.find(({ text }) => text.includes("in my hands"))?.claims).toEqual([]);
  const broken = sentences.flatMap(({ claims }) => claims.filter((claim) => claim.missing !== undefined));
  expect(broken.map((claim) => claim.missing)).toEqual(["the raw file reads otherwise now; kb compile follows it"]);
  expect(broken[0]?.quote).toContain("concentric rings");
});

test("what is not there is said in one sentence that names the way on", async () => {
  const path = topic(lit);
  await expect(page(lit, "Fresnel lenz")).rejects.toThrow(`did you mean ${path}`);
  await expect(page(lit, `${path}:9999`)).rejects.toThrow("no line 9999");
  await expect(page(lit, "raw/pharos.md")).rejects.toThrow("kb trace --source raw/pharos.md");
  await expect(source(lit, "raw/nothing.md")).rejects.toThrow("no file raw/nothing.md");
  await expect(source(lit, path)).rejects.toThrow("is no source");
});
