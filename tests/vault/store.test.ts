import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLedger, writeLedger } from "../../src/vault/ledger.ts";
import { withLock } from "../../src/vault/lock.ts";
import { openLog } from "../../src/vault/log-file.ts";
import { memoKey } from "../../src/vault/memo.ts";
import { openStore } from "../../src/vault/store.ts";
import { aVault } from "./a-vault.ts";

test("a result is found again under the same inputs, in another process too", async () => {
  const v = await aVault();
  const key = memoKey("v1", { a: 1, b: [2] });
  expect(memoKey("v1", { b: [2], a: 1 })).toBe(key);
  expect(memoKey("v2", { a: 1, b: [2] })).not.toBe(key);
  v.vault.store.memo.set("note", key, { claims: ["“注意力”"] });
  expect(v.vault.store.memo.get("note", key)).toEqual({ claims: ["“注意力”"] });
  await v.reopen();
  expect(v.vault.store.memo.get("note", key)).toEqual({ claims: ["“注意力”"] });
  expect(v.vault.store.memo.get("write", key)).toBeUndefined();
});

test("what a stage has found is on the disk soon, though it computes without a pause", async () => {
  const v = await aVault();
  const other = openStore(v.vault.layout);
  for (const start = performance.now(); performance.now() - start < 600; ) v.vault.store.memo.set("s", "first", 1);
  expect(other.memo.get("s", "first")).toBe(1);
  other.close();
});

test("long results come back whole, and space that they leave is given back", async () => {
  const v = await aVault();
  const long = Array.from({ length: 20 }, () => randomBytes(1_000_000).toString("base64"));
  long.forEach((text, n) => {
    v.vault.store.memo.set("s", String(n), { text });
  });
  v.vault.store.memo.flush();
  expect(v.vault.store.memo.get("s", "7")).toEqual({ text: long[7] });
  const size = (): number => statSync(join(v.root, ".kb/kb.sqlite")).size;
  const full = size();
  v.vault.store.memo.forget(["s"]);
  v.vault.store.memo.collect();
  await v.reopen();
  expect(full).toBeGreaterThan(16 * 1024 * 1024);
  expect(size()).toBeLessThan(full / 10);
}, 20_000);

test("what no run has asked for in a long time is forgotten, what is in use stays", async () => {
  const v = await aVault();
  v.vault.store.memo.set("s", "used", 1);
  v.vault.store.memo.set("s", "unused", 2);
  for (let run = 0; run < 60; run++) {
    await v.reopen();
    v.vault.store.memo.get("s", "used");
    v.vault.store.memo.collect();
  }
  expect(v.vault.store.memo.get("s", "used")).toBe(1);
  expect(v.vault.store.memo.get("s", "unused")).toBeUndefined();
});

test("a transaction is all or nothing, also inside another", async () => {
  const { store } = (await aVault()).vault;
  const failing = () =>
    store.transaction(() => {
      store.kv.set("a", 1);
      store.transaction(() => store.kv.set("b", 2));
      throw new Error("no");
    });
  expect(failing).toThrow("no");
  expect([store.kv.get("a"), store.kv.get("b")]).toEqual([undefined, undefined]);
});

test("a store of a newer kb is refused, a damaged one is made anew", async () => {
  const v = await aVault();
  const file = join(v.root, ".kb/kb.sqlite");
  v.vault.store.kv.set("a", 1);
  v.vault.store.db.exec("PRAGMA user_version = 99");
  expect(() => openStore(v.vault.layout)).toThrow(/newer kb.*Update kb/u);
  v.vault.store.close();
  for (const name of readdirSync(join(v.root, ".kb")))
    if (name.startsWith("kb.sqlite-")) rmSync(join(v.root, ".kb", name));
  writeFileSync(file, Buffer.alloc(8192, "not a database "));
  await v.reopen();
  expect(v.vault.store.kv.get("a")).toBeUndefined();
  expect(existsSync(`${file}.damaged`)).toBe(true);
});

test("a store of an older format is brought up to date, and keeps what cost time to find", async () => {
  const v = await aVault();
  const { memo, db } = v.vault.store;
  memo.set("note", "a", { claims: ["b"] });
  memo.collect();
  const older =
    "CREATE TABLE older (stage TEXT, key TEXT, value TEXT, run INTEGER, PRIMARY KEY (stage, key)) WITHOUT ROWID";
  db.exec(`${older}; INSERT INTO older SELECT * FROM memo; DROP TABLE memo; ALTER TABLE older RENAME TO memo`);
  db.exec("PRAGMA user_version = 2; DROP TABLE ledger");
  await v.reopen();
  expect(readLedger(v.vault.store)).toEqual([]);
  expect(v.vault.store.memo.get("note", "a")).toEqual({ claims: ["b"] });
  v.vault.store.memo.collect();
});

test("the ledger holds a stage's lines until that stage says otherwise", async () => {
  const { store } = (await aVault()).vault;
  const line = (stage: string, path: string) => ({ path, stage, status: "failed", reason: "because" });
  writeLedger(store, ["read", "note"], [line("read", "b"), line("read", "a"), line("note", "a")]);
  writeLedger(store, ["note"], [line("note", "c")]);
  expect(readLedger(store).map(({ stage, path }) => `${stage} ${path}`)).toEqual(["note c", "read b", "read a"]);
});

test("a second kb waits, then says who holds the lock", async () => {
  const { layout } = (await aVault()).vault;
  await withLock(layout, "watch", async () => {
    await expect(withLock(layout, "compile", async () => 1, { waitMs: 150 })).rejects.toThrow(
      new RegExp(`\`kb watch\`, process ${process.pid} on ${hostname()}`, "u"),
    );
  });
  const first = withLock(layout, "watch", () => new Promise((done) => setTimeout(done, 200)));
  expect(await withLock(layout, "compile", async () => "mine", { waitMs: 3000 })).toBe("mine");
  await first;
  expect(existsSync(join(layout.root, ".kb/lock"))).toBe(false);
});

test("the lock of a dead process is taken over, also when another process has its number now", async () => {
  const { layout } = (await aVault()).vault;
  const dead = spawnSync(process.execPath, ["-e", "0"]).pid;
  for (const holder of [{ pid: dead }, { pid: process.pid, born: "1" }]) {
    writeFileSync(
      join(layout.root, ".kb/lock"),
      JSON.stringify({ host: hostname(), command: "compile", since: "", ...holder }),
    );
    expect(await withLock(layout, "compile", async () => "mine", { waitMs: 0 })).toBe("mine");
  }
  writeFileSync(
    join(layout.root, ".kb/lock"),
    JSON.stringify({ pid: 1, host: "another", command: "compile", since: "" }),
  );
  await expect(withLock(layout, "compile", async () => 1, { waitMs: 0 })).rejects.toThrow("on another");
});

test("the log turns over when it is large", async () => {
  const { layout } = (await aVault()).vault;
  const file = join(layout.root, ".kb/kb.log");
  writeFileSync(file, "x".repeat(1_100_000));
  openLog(layout)("compile: 3 pages");
  expect(statSync(`${file}.1`).size).toBe(1_100_000);
  expect(readFileSync(file, "utf8")).toMatch(/^\d{4}-\d\d-\d\dT.* \d+ compile: 3 pages\n$/u);
});
