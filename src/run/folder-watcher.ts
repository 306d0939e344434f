// Tells of changes below a folder, also after the folder went away and came back: a drive unplugged, a sync that replaced it.
import { statSync } from "node:fs";

export interface FolderWishes {
  /** A file is written out when its size has stood still for so long (ms). */
  readonly settled: number;
  readonly changed: () => void;
  readonly fault: (sentence: string) => void;
}

export interface FolderWatcher {
  isHere(): boolean;
  close(): Promise<void>;
}

/** How often the folder itself is looked at (ms): its own coming and going is told by no event. */
const LOOK = 500;

/** `folder` is absolute. Resolves once changes are told. */
export async function folderWatcher(folder: string, { settled, changed, fault }: FolderWishes): Promise<FolderWatcher> {
  const { watch } = await import("chokidar");
  let seat = seatOf(folder);
  const begin = async (): Promise<{ close(): Promise<void> }> => {
    const watcher = watch(folder, {
      ignoreInitial: true,
      ignored: (path) => /(?:^|[\\/])\.[^\\/]+$/u.test(path.slice(folder.length)),
      awaitWriteFinish: { stabilityThreshold: settled, pollInterval: Math.max(20, settled / 4) },
    });
    watcher.on("all", changed);
    // It may be back before the next look, as the same folder, and nothing in it would be told of any more.
    watcher.on("unlinkDir", (path) => {
      if (path === folder) seat = undefined;
    });
    watcher.on("error", (error) =>
      fault(`Watching met a fault: ${error instanceof Error ? error.message : String(error)}`),
    );
    await new Promise<void>((resume) => watcher.once("ready", resume));
    return watcher;
  };
  let current = begin();
  await current;
  const timer = setInterval(() => {
    const now = seatOf(folder);
    if (now === seat) return;
    seat = now;
    current = current.then(async (watcher) => {
      await watcher.close();
      const next = await begin();
      changed();
      return next;
    });
  }, LOOK);
  return {
    isHere: () => seatOf(folder) !== undefined,
    async close() {
      clearInterval(timer);
      await (await current).close();
    },
  };
}

/** Which folder it is, whatever its name; undefined when there is none. */
function seatOf(folder: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? `${stats.dev}:${stats.ino}` : undefined;
}
