// What a person is told on the way: by a query that looks like an option, by runs that leave files out, by help.
import { beforeAll, describe, expect, test } from "vitest";
import { built, folder, kb, vault, write } from "./kb.ts";

beforeAll(built, 120_000);

describe("kb search", () => {
  let root = "";
  const search = (...args: string[]): ReturnType<typeof kb> => kb(["search", ...args], { cwd: root });
  const pathsOf = async (...args: string[]): Promise<string[]> =>
    JSON.parse((await search("--json", ...args)).out).results.map((hit: { path: string }) => hit.path);
  beforeAll(async () => {
    root = await vault();
    await kb(["compile", "--engine", "extractive"], { cwd: root });
  }, 60_000);

  test("a word with a minus needs no quotation marks round the query, wherever options stand", async () => {
    const quoted = await pathsOf("memex -microfilm");
    expect(quoted).not.toEqual(await pathsOf("memex"));
    expect(await pathsOf("memex", "-microfilm")).toEqual(quoted);
    expect(await pathsOf("-microfilm", "-n", "5", "memex")).toEqual(quoted);
    expect(await pathsOf("memex", "--", "-microfilm")).toEqual(quoted);
    expect(await search("memex", "-n", "-3")).toMatchObject({ code: 2, err: expect.stringContaining("whole number") });
    expect(await search("memex", "--nmber", "3")).toMatchObject({ code: 2, err: expect.stringContaining("--number") });
  });

  test("a type or date that cannot be is told when nothing is found, and an empty query is none", async () => {
    expect((await search("memex", "--type", "concpt")).out).toMatch(/^Nothing found.*\n.*"concpt".*concept, entity/u);
    expect((await search("updated:yesterday")).out).toContain("updated:>2026-01");
    expect((await search("type:concept", "zzzz")).out).toBe("Nothing found for: type:concept zzzz\n");
    expect((await search('"')).code).toBe(2);
    const concepts = await pathsOf("type:concept");
    expect(concepts).toContain("wiki/concepts/memex.md");
    expect(await pathsOf("type:concept", "-memex")).not.toContain("wiki/concepts/memex.md");
    expect(await search("")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^kb: There is nothing to look for/u),
    });
  });
});

test("files that were left out are named once, then counted, and are no sources", async () => {
  const root = await vault();
  write(root, "raw/empty.md", "");
  const compile = async (): Promise<string> => (await kb(["compile", "--engine", "extractive"], { cwd: root })).out;
  expect(await compile()).toMatch(/ from 2 sources\.[\s\S]*skipped {3}raw\/empty\.md: the file is empty\n$/u);
  expect(await compile()).toMatch(/^Nothing to do: 2 sources[\s\S]*\n {2}1 file left out as before \(kb status/u);
  write(root, "raw/also.md", "");
  write(root, "raw/ferry.md", "A ferry is a ship that carries people over water.\n");
  const third = await compile();
  expect(third).toMatch(/ from 3 sources[\s\S]*raw\/also\.md[\s\S]*1 file left out as before/u);
  expect(third).not.toContain("raw/empty.md");
}, 60_000);

test("with --json a usage error is a document too", async () => {
  const { code, out } = await kb(["compile", "--ful", "--json"], { cwd: folder() });
  expect([code, JSON.parse(out)]).toEqual([2, { error: expect.stringContaining("--full") }]);
});

test("a usage error of a command below another points to its own help", async () => {
  expect((await kb(["topics", "merge"], { cwd: folder() })).err).toContain("(see kb topics merge --help)");
});
