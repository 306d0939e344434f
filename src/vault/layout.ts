// Where things stand in a vault: folder names from the settings, paths from its root, and how to find the root.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { PageType } from "../core/page.ts";
import type { Settings } from "./settings.ts";

export const SETTINGS_FILE = "vault.config.json";

export interface Layout {
  /** Absolute. */
  readonly root: string;
  /** All others are from the root, with "/". */
  readonly raw: string;
  readonly wiki: string;
  readonly outputs: string;
  readonly templates: string;
  readonly kb: string;
  /** "wiki/concepts" for concepts, "wiki" for the standing pages. */
  readonly folderOf: Readonly<Record<PageType, string>>;
}

/** The nearest folder at or above `start` that holds vault.config.json. */
export function findVault(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

export function layoutOf(root: string, settings: Settings): Layout {
  const { raw, wiki, outputs, templates } = settings.folders;
  return {
    root: resolve(root),
    raw,
    wiki,
    outputs,
    templates,
    kb: ".kb",
    folderOf: {
      source: `${wiki}/sources`,
      concept: `${wiki}/concepts`,
      entity: `${wiki}/entities`,
      method: `${wiki}/methods`,
      answer: `${wiki}/answers`,
      text: `${wiki}/texts`,
      index: wiki,
      overview: wiki,
      log: wiki,
      review: wiki,
      decisions: wiki,
    },
  };
}

/** From a path from the vault's root to one for the disk. */
export function absolute(layout: Layout, path: string): string {
  return join(layout.root, ...path.split("/"));
}

/** What stands at a path from the vault's root; undefined when nothing does, or it cannot be read. */
export function bytesAt(layout: Layout, path: string): Buffer | undefined {
  try {
    return readFileSync(absolute(layout, path));
  } catch {
    return undefined;
  }
}

/** The same for whoever is about to write there: throws when something stands there that cannot be read. */
export function standingAt(layout: Layout, path: string): Buffer | undefined {
  try {
    return readFileSync(absolute(layout, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}

export function textAt(layout: Layout, path: string): string | undefined {
  return bytesAt(layout, path)?.toString("utf8");
}
