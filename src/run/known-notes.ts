// What the store knows of raw files: by which key a note is kept, and which earlier note serves this run.
import type { Engine } from "../core/engine.ts";
import type { SourceNote } from "../core/note.ts";
import { EXTRACTIVE_VERSION } from "../engine/extractive/engine.ts";
import { NOTE_VERSION } from "../note/note.ts";
import { PICTURE_FILE } from "../note/shown-pictures.ts";
import { READ_VERSION } from "../read/result.ts";
import { memoKey } from "../vault/memo.ts";
import type { RawFile } from "../vault/scan.ts";
import type { Workspace } from "./workspace.ts";

export interface Noted {
  readonly file: RawFile;
  /** Further files of a bundle of short posts. */
  readonly others?: readonly RawFile[];
  readonly notes: readonly SourceNote[];
  /** Page bodies for wiki/texts/, one a note that needs it. */
  readonly texts: readonly (string | undefined)[];
  /** Key of this result: what the pages of the source depend on. */
  readonly key: string;
}

export interface Stored {
  readonly notes: readonly SourceNote[];
  readonly texts: readonly (string | undefined)[];
}

export type Outcome =
  | { readonly kind: "noted"; readonly noted: Noted }
  | { readonly kind: "skipped" | "failed"; readonly path: string; readonly reason: string };

/** The key of what one file gives: its content and place, the engine, its prompts and the versions of the code. */
export function keyFor(workspace: Workspace, file: RawFile, engineId: string, prompts: string): string {
  const own = engineId === "extractive" ? [] : [engineId, prompts];
  return memoKey(
    file.path,
    file.hash,
    workspace.settings.claims,
    READ_VERSION,
    NOTE_VERSION,
    EXTRACTIVE_VERSION,
    ...own,
  );
}

/** Who makes the note of a file: of a picture also who looks at it. */
export function idFor(file: RawFile, engineId: string, sees: string | undefined): string {
  return sees !== undefined && PICTURE_FILE.test(file.path) ? `${engineId} sees ${sees}` : engineId;
}

/** A stored result: what a model found also serves a run without one, and what was noted without one stays until --upgrade. */
export function recall(
  workspace: Workspace,
  file: RawFile,
  engine: Engine,
  prompts: string,
  upgrade: boolean,
): Outcome | undefined {
  const { memo, kv } = workspace.store;
  const last = kv.get<string>("model-id");
  const own =
    engine.id === "extractive"
      ? [...(last ? [idFor(file, last, kv.get<string>("model-sees")), last] : []), "extractive"]
      : [idFor(file, engine.id, engine.sees), ...(upgrade ? [] : [engine.id, "extractive"])];
  for (const id of new Set(own)) {
    const key = keyFor(workspace, file, id, prompts);
    const stored = memo.get<Stored | { skipped: string }>("note", key);
    // A picture without words is worth another look when a model that sees has come.
    if (stored && "skipped" in stored && id !== own[0] && engine.sees && PICTURE_FILE.test(file.path)) continue;
    if (stored && "skipped" in stored) return { kind: "skipped", path: file.path, reason: stored.skipped };
    if (stored) return { kind: "noted", noted: { file, key, ...stored } };
  }
  return undefined;
}

/** By path of the note, what all that it says depends on. */
export function keysOf(noted: readonly Noted[]): ReadonlyMap<string, string> {
  return new Map(noted.flatMap(({ key, notes }) => notes.map((note, i) => [note.path, `${key} ${i}`] as const)));
}
