// Disagreements of sources: on the page, in review, in lint, and what a model thinks of them.
import { expect, test } from "vitest";
import { lint } from "../../src/run/lint.ts";
import { startFakeModel } from "../fake-model/server.ts";
import { lights, SOURCES } from "./lighthouses.ts";

const DIFFERING = {
  ...SOURCES,
  "raw/reef.md":
    "# The reef\n\nThe Eddystone Lighthouse burned 24 candles a night in the lantern room. Tides are high there.\n",
  "raw/candles.md":
    "# Candles\n\nThe Eddystone Lighthouse burned 60 candles a night in the lantern room. Wax was dear then.\n",
};

test("both sides stand in review.md and in lint, and lint names sources that changed since", async () => {
  const v = lights(DIFFERING);
  await v.run();
  const review = v.read("wiki/review.md");
  expect(review).toMatch(/“[^”]*60 candles[^”]*” and “[^”]*24 candles/u);
  expect(review).not.toContain("says the model");
  const found = await v.with((workspace) => lint(workspace, { rules: ["disagreements", "stale"] }));
  expect(found.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ["disagreements", expect.stringContaining("/eddystone-lighthouse.md")],
  ]);
  v.put("raw/reef.md", "# The reef\n\nNothing is left.\n");
  const stale = await v.with((workspace) => lint(workspace, { rules: ["stale"] }));
  expect(stale.findings.map(({ severity, path }) => [severity, path])).toEqual(
    expect.arrayContaining([
      ["warning", "wiki/sources/the-reef.md"],
      ["info", expect.stringContaining("/eddystone-lighthouse.md")],
    ]),
  );
});

test("a model is asked about each once, and its opinion stays for runs without it", async () => {
  const v = lights(DIFFERING);
  const server = await startFakeModel();
  await v.run({}, { engine: "ollama", env: { OLLAMA_HOST: server.url } });
  const asked = server.calls.filter(({ prompt }) => /24 candles/u.test(prompt) && /60 candles/u.test(prompt));
  expect(asked.length).toBeGreaterThan(0);
  const review = v.read("wiki/review.md");
  await v.run({ full: true });
  expect(v.read("wiki/review.md").includes("says the model")).toBe(review.includes("says the model"));
  await server.close();
});
