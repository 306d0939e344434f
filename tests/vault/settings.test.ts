import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clockFrom } from "../../src/vault/clock.ts";
import { strictJson } from "../../src/vault/json-with-comments.ts";
import { findVault } from "../../src/vault/layout.ts";
import { loadSettings } from "../../src/vault/settings.ts";
import { defaultSettings, parseSettings, settingsSchema } from "../../src/vault/settings-schema.ts";

const fault = (text: string): string => {
  try {
    parseSettings(text, "vault.config.json");
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "";
  }
  return "";
};

test("what is not said has a default", () => {
  expect(parseSettings("", "f")).toEqual(defaultSettings());
  expect(parseSettings('{"version": 1, "model": {"chat": "qwen3:8b"}}', "f").model).toMatchObject({
    chat: "qwen3:8b",
    contextTokens: 8192,
    allowRemote: false,
  });
});

test("comments and trailing commas are fine", () => {
  expect(parseSettings('// mine\n{ "version": 1, /* a\n b */ "ignore": ["a//b", "c,]",], }', "f").ignore).toEqual([
    "a//b",
    "c,]",
  ]);
});

test("JSON is JSON whether or not it passes through the comment stripper", () => {
  fc.assert(fc.property(fc.json(), (text) => void expect(JSON.parse(strictJson(text))).toEqual(JSON.parse(text))));
});

test.each([
  ['{"engin": "auto"}', 'UserError: vault.config.json: "engin" is not a setting. Did you mean "engine"?'],
  ['{"model": {"host": []}}', '"model.host" is not a setting. Did you mean "model.hosts"?'],
  ['{"contextTokens": 4096}', 'Did you mean "model.contextTokens"?'],
  ['{"engine": "gpt"}', '"engine" is "gpt"'],
  ['{"version": 2}', "made by a newer kb"],
  ['{"folders": {"raw": "../x"}}', "must be a folder inside the vault"],
  ['{"folders": {"raw": "notes", "wiki": "notes/wiki"}}', 'folders.raw ("notes") holds folders.wiki'],
  ['{"a": }', "is not JSON"],
  ["[]", "the whole is []"],
])("%s is refused: %s", (text, message) => {
  expect(fault(text)).toContain(message);
});

test("every key has a description for editors", () => {
  const walk = (node: unknown, path: string): string[] => {
    if (
      typeof node !== "object" ||
      node === null ||
      !("properties" in node) ||
      typeof node.properties !== "object" ||
      node.properties === null
    )
      return [];
    return Object.entries(node.properties).flatMap(([key, child]: [string, unknown]) => [
      ...(typeof child === "object" && child !== null && "description" in child ? [] : [`${path}${key}`]),
      ...walk(child, `${path}${key}.`),
    ]);
  };
  expect(walk(settingsSchema(), "")).toEqual([]);
});

test("the nearest folder above with settings is the vault; none at all is said clearly", async () => {
  const root = mkdtempSync(join(tmpdir(), "kb-find-"));
  mkdirSync(join(root, "a/b"), { recursive: true });
  await expect(loadSettings(root)).rejects.toThrow("Make one with `kb init`");
  writeFileSync(join(root, "vault.config.json"), "{}");
  expect(findVault(join(root, "a/b"))).toBe(root);
  expect(findVault("/")).toBeUndefined();
});

test("settings that were read before are read again when the file changes", async () => {
  const root = mkdtempSync(join(tmpdir(), "kb-settings-"));
  mkdirSync(join(root, ".kb"));
  for (const engine of ["ollama", "extractive", "extractive"]) {
    writeFileSync(join(root, "vault.config.json"), JSON.stringify({ engine }));
    expect((await loadSettings(root)).engine).toBe(engine);
  }
  writeFileSync(join(root, ".kb/settings.json"), "{");
  expect((await loadSettings(root)).engine).toBe("extractive");
});

test("SOURCE_DATE_EPOCH sets the clock, and nonsense in it is refused", () => {
  expect(clockFrom({ SOURCE_DATE_EPOCH: "1795219200" }).today()).toBe("2026-11-21");
  expect(() => clockFrom({ SOURCE_DATE_EPOCH: "soon" })).toThrow("whole seconds");
  expect(clockFrom({}).today()).toBe(new Date().toISOString().slice(0, 10));
});
