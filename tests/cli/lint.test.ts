// kb lint on a compiled vault that people have worked in.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bodyHash } from "../../src/markdown/page-body.ts";
import { splitPage } from "../../src/vault/front.ts";
import { built, kb, vault, write } from "./kb.ts";

let root = "";
const page = (path: string): string => readFileSync(join(root, path), "utf8");
const lint = async (
  ...args: string[]
): Promise<{ code: number | null; findings: Finding[]; counts: Record<string, number> }> => {
  const { code, out } = await kb(["lint", "--json", "--vault", root, ...args]);
  return { code, ...JSON.parse(out) };
};
interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly severity: string;
  readonly fixed?: boolean;
}

beforeAll(async () => {
  built();
  root = await vault();
  await kb(["compile", "--engine", "extractive", "--vault", root]);
}, 120_000);

test("a fresh vault has no errors or warnings", async () => {
  const { code, findings } = await lint();
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(code).toBe(0);
});

test("without --fix nothing is written; with it links and index are mended and the pages stay kb's", async () => {
  const index = page("wiki/index.md");
  writeFileSync(
    join(root, "wiki/index.md"),
    index
      .split("\n")
      .filter((line) => !line.includes("wiki/sources/"))
      .join("\n"),
  );
  write(root, "mine.md", "See [[wiki/concepts/memx|the memex]] and [[a page that I have yet to write]].\n");
  const before = await lint();
  expect(before.code).toBe(1);
  expect(
    [...new Set(before.findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule))].sort(),
  ).toEqual(["broken-links", "index-drift"]);
  expect(page("mine.md")).toContain("memx");

  const after = await lint("--fix");
  expect(after.code).toBe(0);
  expect(after.counts.fixed).toBeGreaterThan(2);
  expect(page("mine.md")).toBe("See [[wiki/concepts/memex|the memex]] and [[a page that I have yet to write]].\n");
  for (const line of index.split("\n").filter((one) => one.includes("wiki/sources/")))
    expect(page("wiki/index.md")).toContain(line.split("|")[1]);
  expect((await lint()).counts).toMatchObject({ error: 0, warning: 0, fixed: 0 });

  await kb(["undo", "--vault", root]);
  expect(page("mine.md")).toContain("memx");
  await kb(["lint", "--fix", "--vault", root]);
});

test("an answer whose citations hold and that spans two sources comes home; one that does not hold stays", async () => {
  const claimOn = (source: string): string => {
    const [, id = ""] = /\^(c-[0-9a-f]{10})$/mu.exec(page(`wiki/sources/${source}.md`)) ?? [];
    return `([[wiki/sources/${source}#^${id}|1]])`;
  };
  const answer = (second: string): string =>
    `---\ntitle: Both\ntype: answer\nkb_engine: extractive\n---\n\nA memex is a desk. ${claimOn("the-desk-that-remembers")} Ted Nelson named hypertext. ${second}\n`;
  const hashed = (text: string): string => {
    const { body } = splitPage(text);
    return text.replace("kb_engine: extractive\n", `kb_engine: extractive\nkb_hash: "${bodyHash(body)}"\n`);
  };
  write(root, "outputs/holds.md", hashed(answer(claimOn("who-named-hypertext"))));
  write(root, "outputs/does-not.md", hashed(answer("([[wiki/sources/who-named-hypertext#^c-0000000000|2]])")));
  const { findings } = await lint("--fix");
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: "good-answers", path: "outputs/holds.md", fixed: true }),
  );
  expect(existsSync(join(root, "outputs/holds.md"))).toBe(false);
  expect(page("wiki/answers/holds.md")).toContain("Ted Nelson named hypertext.");
  expect(page("wiki/index.md")).toContain("wiki/answers/holds");
  expect(findings.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual([
    "outputs/does-not.md",
  ]);
  rmSync(join(root, "outputs/does-not.md"));
});

test("a raw file that is gone is an error, and --rule looks at one thing only", async () => {
  rmSync(join(root, "raw/name.md"));
  const { code, findings } = await lint("--rule", "missing-source");
  expect(code).toBe(1);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["missing-source"]));
  expect((await lint("--rule", "duplicate-title")).code).toBe(0);
  const { out } = await kb(["lint", "--format", "sarif", "--vault", root]);
  expect(JSON.parse(out).runs[0].results.length).toBeGreaterThan(0);
  expect((await kb(["lint", "--vault", root])).out).toMatch(/error {3}.*raw\/name\.md is gone[\s\S]*\d+ errors?, /u);
});
