// Sources that the vault's rules rate: their pages say so, and what only weak ones say stands apart.
import { expect, test, vi } from "vitest";
import { tiersIn } from "../../src/vault/tiers.ts";
import { lights, SOURCES } from "./lighthouses.ts";
import { faultsOf, frontOf } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const EDDYSTONE = "wiki/concepts/eddystone-lighthouse.md";
const RULES = "# Rules\n\n| sources | tier |\n|---|---|\n| `raw/smeaton.html` | 2 |\n| /keepers.* | 3 |\n";

test("what only a weak source says goes under Uncertain, its page has a tier, and all cites hold", async () => {
  const v = lights();
  await v.run();
  const before = v.read(EDDYSTONE);
  expect(before).toContain("[[wiki/sources/the-last-keepers#^c-");
  v.put("CLAUDE.md", RULES);
  await v.run();
  const page = v.read(EDDYSTONE);
  const [above = "", below = ""] = page.split("\n## Uncertain\n");
  expect(below.split("\n## ")[0]).toContain("[[wiki/sources/the-last-keepers#^c-");
  expect(above).not.toContain("[[wiki/sources/the-last-keepers#^c-");
  expect(above).toContain("is a lighthouse on the Eddystone Rocks");
  expect(frontOf(v.read("wiki/sources/john-smeaton-civil-engineer.md"), "tier")).toBe("2");
  expect(frontOf(v.read("wiki/sources/the-last-keepers.md"), "tier")).toBe("3");
  expect(v.read("wiki/sources/four-towers-on-one-reef.md")).not.toContain("\ntier:");
  const raw = Object.fromEntries(Object.keys(SOURCES).map((path) => [path, v.read(path)]));
  expect(faultsOf({ ...v.wiki(), ...raw })).toEqual([]);
  const { report } = await v.run();
  expect(report.pages.filter((one) => one.status !== "unchanged")).toEqual([]);
  // Without the table all is as it was.
  v.put("CLAUDE.md", "# Rules\n");
  await v.run();
  expect(v.read(EDDYSTONE)).toBe(before);
});

test("a page of which only weak sources speak says so from its first line", async () => {
  const v = lights();
  v.put("CLAUDE.md", "| source | tier |\n| --- | --- |\n| sun-valve.md | 3 |\n");
  await v.run();
  const page = v.read("wiki/concepts/sun-valve.md");
  expect(page.split("\n---\n")[1]?.trim()).toMatch(/^## Uncertain\n\n- The \*{0,2}sun valve\*{0,2} is a device/u);
  expect(v.read("wiki/index.md")).toContain("[[wiki/concepts/sun-valve\\|Sun valve]] | Uncertain: A device");
  expect(v.read("wiki/index.md")).toMatch(/\| 3 \(weak\) \|/u);
});

test("rows are patterns, a lower one has the last word, examples in code are none, and a faulty row is named", () => {
  const table =
    "| sources | tier |\n|---|---|\n| raw/forum/ | 3 |\n| *.vtt | 2 |\n| raw/forum/author.md | 1 |\n| x.md | bad |\n";
  const { of, faults } = tiersIn(
    `${table}\n\n\`\`\`\n| sources | tier |\n|---|---|\n| raw/z.md | 3 |\n\`\`\`\n`,
    "raw",
  );
  expect(["raw/forum/a/b.md", "raw/forum/author.md", "raw/talks/a.vtt", "raw/z.md", "raw/x.md"].map(of)).toEqual([
    3,
    1,
    2,
    undefined,
    undefined,
  ]);
  expect(faults).toEqual(["CLAUDE.md gives “x.md” the tier “bad”; tiers are 1 (good), 2 and 3 (weak)."]);
});
