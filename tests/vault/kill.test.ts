import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { bodyHash } from "../../src/markdown/page-body.ts";
import { undo } from "../../src/run/undo.ts";
import { followPages } from "../../src/vault/follow.ts";
import { splitPage } from "../../src/vault/front.ts";
import { loadWiki } from "../../src/vault/load.ts";
import { aVault, ENV, type TestVault } from "./a-vault.ts";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const OUT = join(REPOSITORY, "node_modules/.cache/kb-kill");
const SOURCE = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
const CHILD = join(OUT, "tests/vault/kill-child.js");

beforeAll(() => {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(
    join(OUT, "tsconfig.json"),
    JSON.stringify({
      extends: join(REPOSITORY, "tsconfig.json"),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: REPOSITORY, outDir: OUT },
      include: [],
      files: [SOURCE],
    }),
  );
  execFileSync(process.execPath, [join(REPOSITORY, "node_modules/typescript/bin/tsc"), "-p", OUT]);
}, 60_000);

/** Runs the child; killed `after` ms from its first write, unless that is undefined. True when it ended by itself. */
function compile(v: TestVault, version: number, after?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, v.root, String(version)], {
      env: { ...process.env, ...ENV },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    child.stdout.once("data", () => after !== undefined && setTimeout(() => child.kill("SIGKILL"), after));
    child.on("exit", (code, signal) =>
      code === 0 || signal === "SIGKILL" ? resolve(code === 0) : reject(new Error(errors)),
    );
  });
}

test("a run killed anywhere leaves each page whole, and the next run ends where an undisturbed one does", async () => {
  const undisturbed = await aVault();
  await compile(undisturbed, 1);
  const first = undisturbed.all();
  await compile(undisturbed, 2);
  const second = undisturbed.all();
  let killed = 0;
  for (const after of [0, 8, 25, 50]) {
    const v = await aVault();
    v.vault.store.close();
    await compile(v, 1);
    expect(v.all()).toEqual(first);
    if (!(await compile(v, 2, after))) killed += 1;
    for (const [path, text] of Object.entries(v.all())) {
      if (path.endsWith(".md")) expect([first[path], second[path]]).toContain(text);
      if (path.endsWith(".md")) expect(/kb_hash: "?(\w+)/u.exec(text)?.[1]).toBe(bodyHash(splitPage(text).body));
    }
    await v.reopen();
    expect(followPages(v.vault, loadWiki(v.vault.layout, v.vault.store)).decisions).toEqual([]);
    v.vault.store.close();
    // The dead process's lock is taken over, its temporary files go.
    await compile(v, 2);
    expect(v.all()).toEqual(second);
    expect(existsSync(join(v.root, ".kb/tmp")) ? readdirSync(join(v.root, ".kb/tmp")) : []).toEqual([]);
    await v.reopen();
    // Both halves of the run that was killed, and the one before, can be taken back.
    for (const _run of readdirSync(join(v.root, ".kb/journal"))) undo(v.vault);
    expect(v.all()).toEqual({});
  }
  expect(killed).toBeGreaterThan(0);
}, 120_000);

test("of two runs at once the second waits for the first", async () => {
  const v = await aVault();
  v.vault.store.close();
  expect(await Promise.all([compile(v, 1), compile(v, 1)])).toEqual([true, true]);
  await v.reopen();
  expect(Object.keys(v.all()).length).toBe(136);
}, 60_000);
