// kb ingest of a repository's address: its newest state becomes a folder in raw/, as one that a person names does.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type GitAddress, gitAddress } from "../read/clip/git-address.ts";
import type { Run } from "../vault/journal.ts";
import { ORIGIN, originText } from "../vault/origin.ts";
import { bringIn, copiesFor, type Failure } from "./bring-in.ts";
import type { Workspace } from "./workspace.ts";

/** The address of a repository that a target is, or of the bare one that lies there. */
export function repositoryAddress(target: string, cwd: string): GitAddress | undefined {
  const at = resolve(cwd, target);
  if (!existsSync(at)) return gitAddress(target);
  const isBare = ["HEAD", "objects", "refs"].every((name) => existsSync(join(at, name)));
  if (!isBare) return undefined;
  const url = pathToFileURL(at).href;
  const name = basename(basename(at) === ".git" ? dirname(at) : at).replace(/\.git$/u, "");
  return { url, stated: url, protocol: "file", host: "", name, page: false };
}

/** Copies as a part of `run`; nothing when that state is there already. Throws a UserError where it cannot be had. */
export async function bringClone(workspace: Workspace, address: GitAddress, run: Run): Promise<readonly Failure[]> {
  const { cloned } = await import("../read/clip/clone.ts");
  const room = mkdtempSync(join(tmpdir(), "kb-clone-"));
  try {
    const folder = join(room, address.name);
    const state = await cloned(address, folder, workspace.signal);
    writeFileSync(join(folder, ORIGIN), originText({ url: address.stated, ...state }));
    return bringIn(workspace, copiesFor(workspace, folder), run);
  } finally {
    rmSync(room, { recursive: true, force: true, maxRetries: 3 });
  }
}
