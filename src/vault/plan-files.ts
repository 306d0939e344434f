// The parts of a plan that are not generated pages: other files (a dashboard, an output, a clipped source) and changes to links in any note.
import type { FrontMatter, FrontValue } from "../core/page.ts";
import type { PageStatus } from "../core/report.ts";
import { bodyHash } from "../markdown/page-body.ts";
import { keepBases } from "./bases.ts";
import { fileFault } from "./disk-fault.ts";
import { type Front, parseFront, splitPage } from "./front.ts";
import { isValue } from "./front-merge.ts";
import { type Run, sha256 } from "./journal.ts";
import { bytesAt, standingAt } from "./layout.ts";
import type { Vault } from "./open.ts";
import { refusal, removeFile, stampAt, writeWhole } from "./write-file.ts";

const MEANWHILE = "it changed meanwhile: run the command again";
const EMPTY = Buffer.alloc(0);

export interface PlannedFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** ours (the default): replaces what kb itself wrote; never: new files only; always: whatever stands there. */
  readonly overwrite?: "ours" | "never" | "always";
}

/** A change to any note of the vault outside raw/: made only if the file still reads `before`. */
export interface PlannedPatch {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Bytes put back by undo; undefined bytes take the file away. `found` is what stood there when that was decided. */
export interface PlannedReturn {
  readonly path: string;
  readonly found: Uint8Array | undefined;
  readonly bytes: Uint8Array | undefined;
}

export interface FileReport {
  readonly path: string;
  readonly status: PageStatus;
  readonly reason?: string;
  /** The disk did not take it: the next run tries again. */
  readonly failed?: true;
}

interface Options {
  readonly dryRun: boolean;
  readonly run: Run;
}

export function putFile(vault: Vault, file: PlannedFile, options: Options): FileReport {
  const { path } = file;
  const bytes = Buffer.from(file.bytes);
  const refused = forbidden(vault, path) ?? refusal(vault.layout, path);
  if (refused !== undefined) return { path, status: "conflict", reason: refused };
  const before = bytesAt(vault.layout, path);
  if (before?.equals(bytes)) {
    if (!options.dryRun && path in ownFiles(vault) === false) remember(vault, path, bytes);
    return { path, status: "unchanged" };
  }
  const rule = path.startsWith(`${vault.layout.raw}/`) ? "never" : (file.overwrite ?? "ours");
  if (before !== undefined && rule === "never")
    return { path, status: "conflict", reason: "a file of this name is there already" };
  if (before !== undefined && rule === "ours" && ownFiles(vault)[path] !== sha256(before))
    return { path, status: "conflict", reason: "you changed it, so it stays" };
  return written(vault, path, before, bytes, options, () => remember(vault, path, bytes));
}

export function putPatch(vault: Vault, patch: PlannedPatch, options: Options): FileReport {
  const { path } = patch;
  const before = bytesAt(vault.layout, path);
  if (before === undefined || before.toString("utf8") !== patch.before)
    return { path, status: "conflict", reason: MEANWHILE };
  if (patch.before === patch.after) return { path, status: "unchanged" };
  const outside = path.startsWith(`${vault.layout.raw}/`) ? "kb never changes a source" : undefined;
  const refused = outside ?? forbidden(vault, path) ?? refusal(vault.layout, path);
  if (refused !== undefined) return { path, status: "conflict", reason: refused };
  const { head, body } = splitPage(patch.before);
  const front = head === undefined ? undefined : parseFront(head);
  if (front?.["locked"] === true) return { path, status: "conflict", reason: "locked" };
  let after = patch.after;
  const hash = front?.["kb_hash"];
  if (hash !== undefined && bodyHash(body) === String(hash)) {
    // A generated page that nobody edited stays one: its hash follows.
    const newBody = splitPage(after).body;
    const newHash = bodyHash(newBody);
    after = after.replace(
      /^(kb_hash:[ \t]*).*$/mu,
      (_line, key: string) => key + (/^\d+(?:e\d+)?$/u.test(newHash) ? `"${newHash}"` : newHash),
    );
    if (!options.dryRun)
      keepBases(vault.store, [{ path, hash: newHash, body: newBody, front: frontValues(front ?? {}) }], false);
  }
  return written(vault, path, before, Buffer.from(after), options, () => undefined);
}

export function putBack(vault: Vault, { path, found, bytes }: PlannedReturn, options: Options): FileReport {
  const refused = forbidden(vault, path) ?? refusal(vault.layout, path);
  if (refused !== undefined) return { path, status: "conflict", reason: refused };
  const before = bytesAt(vault.layout, path);
  if (
    (before === undefined) !== (found === undefined) ||
    (before !== undefined && found !== undefined && !before.equals(found))
  )
    return { path, status: "conflict", reason: MEANWHILE };
  if (bytes !== undefined)
    return written(
      vault,
      path,
      before,
      Buffer.from(bytes),
      options,
      () => path in ownFiles(vault) && remember(vault, path, Buffer.from(bytes)),
    );
  if (options.dryRun || before === undefined) return { path, status: "removed" };
  try {
    options.run.note(path, before, undefined);
    removeFile(vault.layout, path);
    return { path, status: "removed" };
  } catch (error) {
    return { path, status: "conflict", reason: `could not be removed (${fileFault(error)})`, failed: true };
  }
}

function frontValues(front: Front): FrontMatter {
  return Object.fromEntries(Object.entries(front).filter((entry): entry is [string, FrontValue] => isValue(entry[1])));
}

function written(
  vault: Vault,
  path: string,
  before: Buffer | undefined,
  after: Buffer,
  options: Options,
  done: () => unknown,
): FileReport {
  const status = before === undefined ? "added" : "changed";
  if (options.dryRun) return { path, status };
  try {
    const over = stampAt(vault.layout, path);
    if (standingAt(vault.layout, path)?.compare(before ?? EMPTY) !== (before === undefined ? undefined : 0))
      return { path, status: "conflict", reason: MEANWHILE, failed: true };
    options.run.note(path, before, after);
    if (!writeWhole(vault.layout, path, after, over))
      return { path, status: "conflict", reason: MEANWHILE, failed: true };
    done();
    return { path, status };
  } catch (error) {
    return { path, status: "conflict", reason: `could not be written (${fileFault(error)})`, failed: true };
  }
}

function forbidden(vault: Vault, path: string): string | undefined {
  const first = path.split("/")[0]?.toLowerCase();
  return first === vault.layout.kb || first === ".git" ? "kb writes no such file" : undefined;
}

const KEY = "files";

function ownFiles(vault: Vault): Record<string, string> {
  return vault.store.kv.get<Record<string, string>>(KEY) ?? {};
}

function remember(vault: Vault, path: string, bytes: Buffer): void {
  vault.store.kv.set(KEY, { ...ownFiles(vault), [path]: sha256(bytes) });
}
