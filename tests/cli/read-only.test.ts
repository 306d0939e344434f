// A vault that may be read and not written: whoever looks things up in it is served, whoever wants to write is told why not.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { built, kb, MAIN, vault } from "./kb.ts";

vi.setConfig({ testTimeout: 60_000 });

/** A user who owns nothing: for root no file is read-only. */
const NOBODY = 65534;
const other = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const env = {
  PATH: process.env["PATH"],
  TMPDIR: tmpdir(),
  HOME: tmpdir(),
  NO_COLOR: "1",
  OLLAMA_HOST: "http://127.0.0.1:9",
};
const runs = (args: readonly string[]) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd: tmpdir(), env, ...other, encoding: "utf8" });
/** Not so on Windows, nor where the program lies in a folder that is root's alone. */
const canTell = process.platform !== "win32" && runs(["--version"]).status === 0;

let root = "";

beforeAll(async () => {
  built();
  root = await vault();
  await kb(["compile", "--engine", "extractive", "--vault", root]);
  chmodSync(dirname(root), 0o755);
  setWritable(root, false);
}, 120_000);

afterAll(() => setWritable(root, true));

function setWritable(path: string, writable: boolean): void {
  const folder = statSync(path).isDirectory();
  if (folder && writable) chmodSync(path, 0o755);
  if (folder) for (const name of readdirSync(path)) setWritable(join(path, name), writable);
  if (!writable) chmodSync(path, folder ? 0o555 : 0o444);
}

const inVault = (...args: string[]) => runs([...args, "--engine", "extractive", "--vault", root]);

test.skipIf(!canTell)(
  "search, ask, status, lint, topics, trace and a dry run work in it, and leave nothing anywhere",
  () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("kb-read-only"));
    const before = left();
    const found = inVault("search", "memex", "--json");
    expect(JSON.parse(found.stdout).results[0]).toMatchObject({ title: "Memex" });
    const asked = inVault("ask", "What is the memex?");
    expect(asked).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("a desk in which a person stores books"),
    });
    expect(asked.stderr).toContain("read-only");
    expect(inVault("status").stdout).toContain("2 read");
    expect(inVault("lint").status).toBe(0);
    expect(inVault("topics").stdout).toContain("Memex");
    expect(inVault("trace", "Memex").stdout).toContain("raw/desk.md");
    expect(inVault("compile", "--dry-run").stdout).toContain("Nothing to do");
    expect(left()).toEqual(before);
  },
);

test.skipIf(!canTell)("what would write there exits 2 with one sentence", () => {
  for (const args of [["compile"], ["ingest"], ["undo"], ["watch"], ["topics", "forbid", "Memex"]]) {
    const { status, stdout, stderr } = inVault(...args);
    expect([status, stdout], args.join(" ")).toEqual([2, ""]);
    expect(stderr.trim().split("\n"), args.join(" ")).toHaveLength(1);
    expect(stderr).toMatch(/^kb: .*read-only/u);
  }
});

test.skipIf(!canTell)("an answer may go where its asker can write", () => {
  const away = join(tmpdir(), `kb-away-${process.pid}`);
  mkdirSync(away);
  chmodSync(away, 0o777);
  const { status } = inVault("ask", "What is the memex?", "-o", join(away, "memex.md"));
  expect(status).toBe(0);
  expect(existsSync(join(away, "memex.md")) && readFileSync(join(away, "memex.md"), "utf8")).toContain(
    "memex is a desk",
  );
  rmSync(away, { recursive: true });
});
