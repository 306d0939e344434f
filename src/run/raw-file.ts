// Reads one raw file, or the repository that it stands for.
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { ReadOptions, ReadResult } from "../read/result.ts";
import { absolute, type Layout } from "../vault/layout.ts";
import { isRepository } from "../vault/repositories.ts";
import type { RawFile } from "../vault/scan.ts";
import type { Settings } from "../vault/settings.ts";
import { walk } from "../vault/walk.ts";

/** Readers are heavy and loaded here only. Throws when the disk does not give the bytes. */
export async function readRaw(
  file: Pick<RawFile, "path" | "absolute" | "repository">,
  { read }: Settings,
  signal?: AbortSignal,
): Promise<ReadResult> {
  if (file.repository) {
    const { readRepository } = await import("../read/repository/repository.ts");
    const { folder, members, origin } = file.repository;
    const at = new Map(members.map((member) => [member.path, member.absolute]));
    return readRepository({
      folder,
      path: file.path,
      files: members,
      ...(origin ? { origin } : {}),
      contentOf: (path) => readFileSync(at.get(path) ?? path),
    });
  }
  const bytes = readFileSync(file.absolute);
  const { readFile } = await import("../read/registry.ts");
  const options: ReadOptions = {
    maxBytes: read.maxFileMegabytes * 1e6,
    timeoutMs: read.timeoutSeconds * 1000,
    ...(signal ? { signal } : {}),
  };
  return readFile(bytes, file.path, options);
}

/** Tells whether a raw file changed: size and time; of a repository, of all files in it. */
export function stampsOf(layout: Layout): (path: string) => string {
  const folders = new Map<string, string | undefined>();
  const wholeOf = (folder: string): string | undefined => {
    if (!folders.has(folder)) folders.set(folder, repositoryStamp(layout, folder));
    return folders.get(folder);
  };
  return (path) => {
    const stats = statSync(absolute(layout, path), { throwIfNoEntry: false });
    if (!stats) return "gone";
    const whole = wholeOf(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    return `${stats.size} ${stats.mtimeMs}${whole === undefined ? "" : ` ${whole}`}`;
  };
}

function repositoryStamp(layout: Layout, folder: string): string | undefined {
  try {
    if (folder === layout.raw || !isRepository(readdirSync(absolute(layout, folder)))) return undefined;
  } catch {
    return undefined;
  }
  const { files } = walk(layout.root, folder);
  const size = files.reduce((sum, { stats }) => sum + stats.size, 0);
  return `${files.length} ${size} ${Math.max(0, ...files.map(({ stats }) => stats.mtimeMs))}`;
}
