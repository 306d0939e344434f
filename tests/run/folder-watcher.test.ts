// Watching a folder that itself goes away and comes back.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { folderWatcher } from "../../src/run/folder-watcher.ts";

test("changes are told after the folder was taken away, brought back and replaced", async () => {
  const root = mkdtempSync(join(tmpdir(), "kb-watched-"));
  const folder = join(root, "raw");
  mkdirSync(folder);
  const changed = vi.fn();
  const watcher = await folderWatcher(folder, { settled: 50, changed, fault: () => undefined });
  const next = async (what: () => void): Promise<void> => {
    changed.mockClear();
    what();
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 8000, interval: 20 });
  };
  try {
    await next(() => writeFileSync(join(folder, "a.md"), "One."));
    await next(() => renameSync(folder, join(root, "elsewhere")));
    await vi.waitFor(() => expect(watcher.isHere()).toBe(false));
    await next(() => renameSync(join(root, "elsewhere"), folder));
    expect(watcher.isHere()).toBe(true);
    await new Promise((resume) => setTimeout(resume, 1500));
    await next(() => writeFileSync(join(folder, "b.md"), "Two."));
  } finally {
    await watcher.close();
    rmSync(root, { recursive: true, force: true });
  }
}, 40_000);
