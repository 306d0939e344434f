// The wiki learns what people ask for: raw sentences behind saved answers become claims; and what was answered is remembered.
import { rmSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ask } from "../../src/run/ask.ts";
import { promote } from "../../src/run/promote.ts";
import { undo } from "../../src/run/undo.ts";
import { type Lights, lights } from "./lighthouses.ts";
import { faultsOf } from "./sound-wiki.ts";

vi.setConfig({ testTimeout: 60_000 });

const ODD = "The spare key of the lamp room hangs behind a barometer in the north cottage.";
// Long enough that not every sentence is a claim.
const LONG = `# The keeper's handbook

${Array.from({ length: 160 }, (_, i) => `A keeper of the lighthouse trims wick number ${i + 1} of the lamp and enters watch ${i + 1} in the keeper's log.`).join(" ")}

## Odds and ends

${ODD} Nobody has ever asked for it.
`;
const SOURCES = {
  "raw/handbook.md": LONG,
  "raw/sun-valve.md": "# Sun valve\n\nThe sun valve is a device that turns a gas lamp off in daylight.\n",
};
const QUESTION = "Where does the spare key of the lamp room hang?";
const PAGE = "wiki/sources/the-keeper-s-handbook.md";

const withRaw = (v: Lights) => ({
  ...v.wiki(),
  ...Object.fromEntries(Object.keys(SOURCES).map((path) => [path, v.read(path)])),
});

test("a raw sentence behind a saved answer becomes a claim that the answer cites, and a full rebuild keeps it", async () => {
  const v = lights(SOURCES);
  await v.run();
  const before = v.wiki();
  const page =
    Object.keys(before).find((path) => before[path]?.includes("keeper's handbook") && path.includes("sources/")) ??
    PAGE;
  expect(before[page]).not.toMatch(/^- The spare key/mu);

  const unsaved = await v.with((workspace) => ask(workspace, QUESTION, { save: false }));
  expect(unsaved.citations[0]).toMatchObject({ onPage: false, quote: ODD });
  expect(v.wiki()).toEqual(before);

  const report = await v.with((workspace) => ask(workspace, QUESTION));
  const [first] = report.citations;
  expect(first).toMatchObject({ onPage: true, page, quote: ODD });
  expect(v.read(page)).toMatch(new RegExp(`^- The spare key .*\\^${first?.claim}$`, "mu"));
  expect(v.read("wiki/decisions.md")).toContain(`claim: raw/handbook.md\n  quote: ${ODD}`);
  expect(v.read(report.output ?? "")).toContain(`#^${first?.claim}|1]]`);
  expect(faultsOf(withRaw(v))).toEqual([]);

  const learnt = v.read(page);
  rmSync(v.path(".kb"), { recursive: true });
  await v.run({ full: true });
  expect(v.read(page)).toBe(learnt);
  expect(faultsOf(withRaw(v))).toEqual([]);
  await v.with((workspace) => promote(workspace, report.output ?? "", v.root));
  expect(faultsOf(withRaw(v))).toEqual([]);
});

test("undo takes the answer, the claim and the decision back", async () => {
  const v = lights(SOURCES);
  await v.run();
  const before = v.wiki();
  await v.with((workspace) => ask(workspace, QUESTION));
  expect(v.wiki()).not.toEqual(before);
  await v.with(async (workspace) => undo(workspace));
  expect(v.wiki()).toEqual(before);
});

test("a sentence that is gone from its source is no claim any more", async () => {
  const v = lights(SOURCES);
  await v.run();
  const { citations } = await v.with((workspace) => ask(workspace, QUESTION));
  v.put("raw/handbook.md", LONG.replace(ODD, "The spare key is lost."));
  await v.run();
  expect(v.read(citations[0]?.page ?? "")).not.toContain(ODD);
});

test("the same question on the same evidence is answered by the earlier answer, which says so; --fresh asks anew", async () => {
  const v = lights(SOURCES);
  await v.run();
  const asked = (options: object = {}) =>
    v.with((workspace) => ask(workspace, "What is a sun valve?", { save: false, ...options }));
  const first = await asked();
  expect(first.answeredOn).toBeUndefined();
  const second = await asked();
  expect(second).toEqual({ ...first, answeredOn: "2026-11-21" });
  expect((await asked({ fresh: true })).answeredOn).toBeUndefined();
  v.put("raw/sun-valve.md", SOURCES["raw/sun-valve.md"].replace("daylight", "sunlight"));
  await v.run();
  const changed = await asked();
  expect(changed.answeredOn).toBeUndefined();
  expect(changed.answer).toContain("sunlight");
});
