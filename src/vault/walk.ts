// Walks a folder of the vault: what is there, what is passed over and why. Links that lead out of the vault are refused.
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { byCodePoint } from "../text/order.ts";
import { codeOf, readFault } from "./disk-fault.ts";
import { ORIGIN } from "./origin.ts";
import { type Ignored, ignoredBelow, isRepository } from "./repositories.ts";

export interface Found {
  /** From the vault's root, "/", NFC. */
  readonly path: string;
  /** As the disk spells it. */
  readonly absolute: string;
  readonly stats: Stats;
}

export interface Passed {
  readonly path: string;
  readonly reason: string;
}

export interface Walk {
  /** By path, in code point order. */
  readonly files: readonly Found[];
  readonly passed: readonly Passed[];
  /** Outermost folders that look like repositories of a program, where they were asked for. */
  readonly repositories: readonly string[];
}

/** Made by systems and tools, never by a person: passed over in silence. */
const JUNK = new Set([
  ".ds_store",
  "thumbs.db",
  "desktop.ini",
  ".gitkeep",
  ".keep",
  ".git",
  ".gitignore",
  ".gitattributes",
  ORIGIN,
  ".obsidian",
  ".trash",
  ".trashes",
  ".stfolder",
  ".stignore",
  ".sync",
  ".dropbox",
  ".dropbox.cache",
  ".spotlight-v100",
  ".fseventsd",
  "@eadir",
  "$recycle.bin",
  "icon\r",
]);

export interface WalkOptions {
  /** Tells of paths that settings exclude. */
  readonly leaveOut?: (path: string) => boolean;
  /** Looks for repositories, and passes over what their .gitignore names. */
  readonly repositories?: boolean;
  /** The folder itself may be one. */
  readonly itself?: boolean;
}

/** Walks `folder` (from the root). */
export function walk(root: string, folder: string, options: WalkOptions = {}): Walk {
  const { leaveOut = () => false } = options;
  const repositories: string[] = [];
  const files: Found[] = [];
  const passed: Passed[] = [];
  const realRoot = realpathSync(root);
  const taken = new Map<string, string>();
  const entered = new Set<string>();

  const visit = (absolute: string, path: string, above?: Ignored): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      if (path !== folder || !isMissing(error))
        passed.push({ path, reason: `folder cannot be read (${readFault(error)})` });
      return;
    }
    let ignored = above;
    if (options.repositories && (options.itself || path !== folder)) {
      const names = entries.map((entry) => entry.name);
      if (!above && isRepository(names)) repositories.push(path);
      if (above || isRepository(names)) ignored = ignoredBelow(absolute, path, names, above);
    }
    for (const entry of entries) {
      if (JUNK.has(entry.name.toLowerCase())) continue;
      const here = `${path}/${entry.name.normalize("NFC")}`;
      const reason = look(entry, `${absolute}${sep}${entry.name}`, here, ignored);
      if (reason !== undefined) passed.push({ path: here, reason });
    }
  };

  /** Takes a file or walks a folder; gives the reason when it is passed over. */
  const look = (entry: Dirent, absolute: string, path: string, ignored?: Ignored): string | undefined => {
    const reason = unwanted(entry.name.toLowerCase(), entry.isDirectory());
    if (reason !== undefined) return reason;
    if (leaveOut(entry.isDirectory() ? `${path}/` : path)) return 'left out by the setting "ignore"';
    if (ignored?.(path, entry.isDirectory())) return "left out by the repository's .gitignore";
    if (entry.isDirectory()) {
      visit(absolute, path, ignored);
      return undefined;
    }
    if (!entry.isFile() && !entry.isSymbolicLink()) return "not a file";
    try {
      if (entry.isSymbolicLink()) {
        const target = realpathSync(absolute);
        if (!isInside(realRoot, target)) return "a link that leads out of the vault";
        if (statSync(target).isDirectory()) {
          if (isInside(target, absolute) || entered.has(target)) return "a link to a folder that is read already";
          entered.add(target);
          visit(absolute, path, ignored);
          return undefined;
        }
      }
      return take(absolute, path, entry.name);
    } catch (error) {
      if (entry.isSymbolicLink() && isMissing(error)) return "a link to a file that is not there";
      // Names that are no UTF-8 come with this sign in the place of their bytes, and nothing opens by them.
      if (entry.name.includes("\u{fffd}") && isMissing(error)) return "its name is not in UTF-8: rename it";
      return `cannot be read (${readFault(error)})`;
    }
  };

  const take = (absolute: string, path: string, name: string): string | undefined => {
    const stats = statSync(absolute);
    if (isPlaceholder(stats)) return "not downloaded from the cloud yet";
    const twin = taken.get(path);
    if (twin !== undefined) return `the same name as ${JSON.stringify(twin)}, spelt with other bytes`;
    taken.set(path, name);
    files.push({ path, absolute, stats });
    return undefined;
  };

  const start = join(root, ...folder.split("/"));
  entered.add(safeRealpath(start));
  visit(start, folder);
  files.sort((a, b) => byCodePoint(a.path, b.path));
  passed.sort((a, b) => byCodePoint(a.path, b.path));
  return { files, passed, repositories };
}

function unwanted(name: string, isFolder: boolean): string | undefined {
  if (name === "node_modules" && isFolder) return "a folder of program packages";
  if (name.startsWith(".") && name.endsWith(".icloud")) return "not downloaded from iCloud yet";
  if (name.startsWith(".")) return "hidden";
  if (isFolder) return undefined;
  if (name.startsWith("~$")) return "a lock file of an office program";
  if (/\.(?:crdownload|part|partial|download|tmp|swp)$/u.test(name) || name.endsWith("~"))
    return "not finished: a download or a temporary file";
  if (/\.(?:gdoc|gsheet|gslides|gdraw|gform)$/u.test(name))
    return "only a pointer to a Google document: export the document itself";
  return undefined;
}

/** True when `path` is `folder` or below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|[\\/])/u.test(way));
}

/** macOS shows files that stand only in the cloud with a size and no blocks. Other systems keep small files without blocks too. */
function isPlaceholder(stats: Stats): boolean {
  return process.platform === "darwin" && stats.size > 0 && stats.blocks === 0;
}

function safeRealpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}
