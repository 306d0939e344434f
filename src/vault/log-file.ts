// A log for bug reports, .kb/kb.log: what each run did, a line each; it keeps one old file and never grows beyond that.
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { absolute, type Layout } from "./layout.ts";

const MOST_BYTES = 1024 * 1024;

/** A function that adds a line with the real time before it. A log that cannot be written stops nothing. */
export function openLog(layout: Layout): (line: string) => void {
  const folder = absolute(layout, layout.kb);
  const file = join(folder, "kb.log");
  let checked = false;
  return (line) => {
    try {
      if (!checked) {
        checked = true;
        mkdirSync(folder, { recursive: true });
        if (sizeOf(file) > MOST_BYTES) renameSync(file, `${file}.1`);
      }
      appendFileSync(file, `${new Date().toISOString()} ${process.pid} ${line.replaceAll("\n", "\n  ")}\n`);
    } catch {
      // Disk full or read-only: the run itself will say so.
    }
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
