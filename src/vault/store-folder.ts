// Where the files that kb may forget are opened: .kb/, or a copy of it elsewhere while nobody may write there.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { absolute, type Layout } from "./layout.ts";
import { isRefusal, mayWrite } from "./may-write.ts";

export interface StoreFolder {
  /** Absolute. */
  readonly path: string;
  /** A copy: what is written there is gone with `leave`. */
  readonly copied: boolean;
  leave(): void;
}

/** A log that SQLite has not yet worked in belongs to its file. */
const FILES = ["kb.sqlite", "index.sqlite", "vectors.sqlite"].flatMap((name) => [name, `${name}-wal`]);

/** Commands that only look (search, status, lint, ask) work in a read-only vault as well; those that write ask for the lock and are refused. */
export function storeFolder(layout: Layout): StoreFolder {
  const own = absolute(layout, layout.kb);
  if (isOurs(own)) return { path: own, copied: false, leave: () => undefined };
  const path = mkdtempSync(join(tmpdir(), "kb-read-only-"));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  for (const name of FILES.filter((name) => existsSync(join(own, name)))) {
    copyFileSync(join(own, name), join(path, name));
    // The copy is as read-only as the file was.
    chmodSync(join(path, name), 0o600);
  }
  const leave = (): void => {
    process.removeListener("exit", remove);
    remove();
  };
  return { path, copied: true, leave };
}

/** It can be written, and so can all that lies in it; made where it is missing. */
function isOurs(folder: string): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
  return [folder, ...FILES.map((name) => join(folder, name)).filter(existsSync)].every(mayWrite);
}
