// kb init: a whole vault in a new folder, only what is missing in an existing one.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "../../scripts/set-up.mjs";
import { settingsSchema } from "../../src/vault/settings-schema.ts";
import { built, folder, kb, write } from "./kb.ts";

beforeAll(built, 120_000);

const json = (root: string, path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, path), "utf8"));

test("a new folder becomes a vault that Obsidian opens and an editor understands", async () => {
  const root = join(folder(), "new");
  const { code, out } = await kb(["init", root]);
  expect(code).toBe(0);
  expect(out).toContain(`kb compile --vault ${root}`);
  expect(readdirSync(root).sort()).toEqual([
    ".kb",
    ".obsidian",
    "CLAUDE.md",
    "outputs",
    "raw",
    "vault.config.json",
    "wiki",
  ]);
  expect(readdirSync(join(root, ".obsidian")).sort()).toEqual(["app.json", "graph.json"]);
  const { $schema } = json(root, "vault.config.json");
  expect(json(root, String($schema))).toEqual(JSON.parse(JSON.stringify(settingsSchema())));
  expect((await kb(["compile", "--vault", root, "--engine", "extractive"])).code).toBe(0);
});

test("doing it again adds nothing", async () => {
  const root = folder();
  await kb(["init", root]);
  expect((await kb(["init", root, "--json"])).out).toBe(
    `${JSON.stringify({ vault: root, existing: true, added: [], raw: "raw/" }, null, 2)}\n`,
  );
});

test("whoever has notes already is told how they become sources", async () => {
  const root = join(folder(), "my notes");
  write(root, "Daily/2026-11-21.md", "A note.\n");
  const { out } = await kb(["init", root]);
  expect(out).toContain(`kb compile --vault "${root}"`);
  expect(out).toMatch(/notes that are here stay as they are.*raw\/ in Obsidian.*"folders"/u);
  write(root, "vault.config.json", '{ "version": 1, "folders": { "raw": "Daily/" } }');
  expect(JSON.parse((await kb(["status", "--vault", root, "--json"])).out).stale).toEqual([
    "Daily/2026-11-21.md (new)",
  ]);
});

test("a file is no place for a vault", async () => {
  const root = folder();
  write(root, "notes.md", "A note.\n");
  const { code, err } = await kb(["init", join(root, "notes.md")]);
  expect([code, err.trim().split("\n").length]).toEqual([2, 1]);
});

test("a newer kb renews the schema of the settings", async () => {
  const root = folder();
  await kb(["init", root]);
  write(root, ".kb/vault.schema.json", "{}");
  await kb(["init", root]);
  expect(json(root, ".kb/vault.schema.json")).toHaveProperty("properties");
});

test("an existing Obsidian vault keeps its settings and notes, byte for byte", async () => {
  const root = folder();
  write(root, ".obsidian/app.json", "{}");
  write(root, "CLAUDE.md", "My rules.\n");
  write(root, "Daily/2026-11-21.md", "A note.\n");
  mkdirSync(join(root, "wiki"));
  const { added } = JSON.parse((await kb(["init", root, "--json"])).out);
  expect(added.sort()).toEqual(["outputs/", "raw/", "vault.config.json"]);
  expect((await kb(["init", root])).out).not.toContain("Obsidian");
  expect(readdirSync(join(root, ".obsidian"))).toEqual(["app.json"]);
  expect(readFileSync(join(root, "CLAUDE.md"), "utf8")).toBe("My rules.\n");
});

test("settings that name other folders are followed", async () => {
  const root = folder();
  write(root, "vault.config.json", '{ "version": 1, "folders": { "raw": "clippings", "wiki": "library" } }');
  await kb(["init", root]);
  expect(existsSync(join(root, "clippings"))).toBe(true);
  expect(existsSync(join(root, "raw"))).toBe(false);
});

test("a folder inside a vault is refused", async () => {
  const root = folder();
  await kb(["init", root]);
  expect(await kb(["init", join(root, "raw", "inner")])).toMatchObject({
    code: 2,
    err: expect.stringContaining("inside the vault"),
  });
  expect(existsSync(join(root, "raw", "inner"))).toBe(false);
});

test("--templates copies prompts to change", async () => {
  const root = folder();
  await kb(["init", root, "--templates"]);
  expect(readdirSync(join(root, "templates", "prompts")).length).toBeGreaterThan(3);
});

test("the schema in the repository is that of the settings", () => {
  expect(json(ROOT, "templates/vault.schema.json")).toEqual(JSON.parse(JSON.stringify(settingsSchema())));
});

test("the repository's own rules are those that a new vault gets", () => {
  expect(readFileSync(join(ROOT, "CLAUDE.md"), "utf8")).toBe(
    readFileSync(join(ROOT, "templates/vault/CLAUDE.md"), "utf8"),
  );
});
