import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { browserIn, browserPlaces } from "../../src/run/browser.ts";

const folder = mkdtempSync(join(tmpdir(), "kb-browser-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a browser that CHROME_PATH names is taken, and one that is not there is an error that says so", () => {
  const program = join(folder, "my-browser");
  writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
  expect(browserIn({ CHROME_PATH: program })).toBe(program);
  expect(() => browserIn({ CHROME_PATH: join(folder, "none") })).toThrow(/CHROME_PATH is .*none/u);
});

test.skipIf(process.platform === "win32")("a browser on PATH is found", () => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "chromium"), "#!/bin/sh\n", { mode: 0o755 });
  expect(browserIn({ PATH: bin })).toBe(join(bin, "chromium"));
});

test("the usual places of macOS and Windows are looked at", () => {
  expect(browserPlaces({}, "darwin").some((path) => path.includes("Google Chrome.app"))).toBe(true);
  expect(
    browserPlaces({ PROGRAMFILES: "C:\\Program Files" }, "win32").some((path) => path.includes("msedge.exe")),
  ).toBe(true);
});
