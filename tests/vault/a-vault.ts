// A vault in a temporary folder for tests of this room.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Page } from "../../src/core/page.ts";
import { startRun } from "../../src/vault/journal.ts";
import { openVault, type Vault } from "../../src/vault/open.ts";
import { type Applied, applyPlan, type Plan } from "../../src/vault/plan.ts";

/** 2026-11-21. */
export const ENV = { SOURCE_DATE_EPOCH: "1795219200" };

export interface TestVault {
  readonly root: string;
  vault: Vault;
  put(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  has(path: string): boolean;
  /** Every file below the folder with its text, .kb left out. */
  all(folder?: string): Record<string, string>;
  apply(plan: Plan, command?: string): Applied;
  dryRun(plan: Plan): Applied;
  /** As a new process would see it; `day` moves the clock. */
  reopen(day?: string): Promise<void>;
}

export async function aVault(settings: object = {}): Promise<TestVault> {
  const root = mkdtempSync(join(tmpdir(), "kb-vault-"));
  writeFileSync(join(root, "vault.config.json"), JSON.stringify({ version: 1, ...settings }));
  mkdirSync(join(root, "raw"));
  let vault = await openVault(root, ENV);
  onTestFinished(() => {
    vault.store.close();
    rmSync(root, { recursive: true, force: true });
  });
  const full = (path: string): string => join(root, path);
  return {
    root,
    get vault() {
      return vault;
    },
    put: (path, text) => {
      mkdirSync(dirname(full(path)), { recursive: true });
      writeFileSync(full(path), text);
    },
    read: (path) => readFileSync(full(path), "utf8"),
    has: (path) => readdirSync(dirname(full(path))).includes(path.split("/").at(-1) ?? ""),
    all: (folder = "wiki") =>
      Object.fromEntries(
        readdirSync(full(folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]),
      ),
    apply: (plan, command = "compile") => applyPlan(vault, plan, { dryRun: false, run: startRun(vault, { command }) }),
    dryRun: (plan) => applyPlan(vault, plan, { dryRun: true, run: startRun(vault, { command: "compile" }) }),
    reopen: async (day) => {
      vault.store.close();
      vault = await openVault(root, day === undefined ? ENV : { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) });
    },
  };
}

export function aPage(path: string, body: string, front: Page["front"] = {}): Page {
  const title = path.split("/").at(-1)?.replace(/\.md$/u, "") ?? path;
  return {
    path,
    type: "concept",
    title,
    front: { aliases: [title], tags: ["concept"], ...front },
    body,
    engine: "extractive",
  };
}
