// Where a repository in raw/ was cloned from: a small hidden file beside its README, so that the folder tells it without .kb/.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFront } from "./front.ts";
import { printEntry } from "./front-print.ts";

export const ORIGIN = ".kb-origin";

export interface Origin {
  readonly url: string;
  readonly commit: string;
  /** Of the commit, ISO. */
  readonly date: string;
}

export function originText({ url, commit, date }: Origin): string {
  return `${[printEntry("url", url), printEntry("commit", commit), printEntry("date", date)].join("\n")}\n`;
}

/** `folder` as the disk has it; undefined where the repository was copied or put there. */
export function originOf(folder: string): Origin | undefined {
  try {
    const front = parseFront(readFileSync(join(folder, ORIGIN), "utf8")) ?? {};
    const [url, commit, date] = [front["url"], front["commit"], front["date"]].map((value) => String(value ?? ""));
    return url ? { url, commit: commit ?? "", date: date ?? "" } : undefined;
  } catch {
    return undefined;
  }
}
