// One entry a run under .kb/journal: what was run, why, and the bytes that each change replaced. Written line by line before the change it tells of.
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Clock } from "./clock.ts";
import { absolute, type Layout } from "./layout.ts";
import type { Settings } from "./settings.ts";

export interface RunHead {
  /** "12": counts up. */
  readonly id: string;
  /** ISO, UTC. */
  readonly time: string;
  readonly command: string;
  readonly reason?: string;
  /** The run that this one took back. */
  readonly undoes?: string;
}

export interface Change {
  readonly path: string;
  /** Bytes that stood there; undefined when nothing did. */
  readonly before?: Buffer;
  /** Bytes that kb put there, known when it replaced something. */
  readonly after?: Buffer;
  /** SHA-256 of what kb put there; undefined when it removed the file. */
  readonly afterHash?: string;
}

export interface Run {
  readonly head: RunHead;
  /** Paths changed so far, in order. */
  readonly changed: readonly string[];
  /** Tells the journal of a change that is about to be made. The entry is made with the first one. */
  note(path: string, before: Uint8Array | undefined, after: Uint8Array | undefined): void;
}

export interface Entry {
  readonly head: RunHead;
  readonly changes: readonly Change[];
}

export function startRun(
  vault: { readonly layout: Layout; readonly clock: Clock },
  what: { readonly command: string; readonly reason?: string; readonly undoes?: string },
): Run {
  const id = String(Math.max(0, ...idsOf(vault.layout)) + 1);
  const head: RunHead = { id, time: vault.clock.now().toISOString(), ...what };
  const file = fileOf(vault.layout, id);
  const changed: string[] = [];
  const note: Run["note"] = (path, before, after) => {
    if (changed.length === 0) {
      mkdirSync(join(absolute(vault.layout, vault.layout.kb), "journal"), { recursive: true });
      appendFileSync(file, `${JSON.stringify(head)}\n`);
    }
    const line = {
      path,
      ...(before === undefined ? {} : { before: packed(before) }),
      ...(before === undefined || after === undefined ? {} : { after: packed(after) }),
      ...(after === undefined ? {} : { afterHash: sha256(after) }),
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    changed.push(path);
  };
  return { head, changed, note };
}

/** Keeps the journal within its bounds: the oldest runs go first, the last one stays. */
export function boundJournal(layout: Layout, settings: Settings): void {
  const ids = idsOf(layout).sort((a, b) => b - a);
  let room = settings.journal.maxMegabytes * 1024 * 1024;
  ids.forEach((id, place) => {
    const file = fileOf(layout, String(id));
    room -= statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (place > 0 && (room < 0 || place >= settings.journal.maxRuns)) rmSync(file, { force: true });
  });
}

/** Heads of all runs that can be undone or have been, the newest first. */
export function runsOf(layout: Layout): RunHead[] {
  return idsOf(layout)
    .sort((a, b) => b - a)
    .flatMap((id) => readEntry(layout, String(id))?.head ?? []);
}

/** One run with its changes in the order they were made; undefined when the journal does not hold it. */
export function readEntry(layout: Layout, id: string): Entry | undefined {
  let text: string;
  try {
    text = readFileSync(fileOf(layout, id), "utf8");
  } catch {
    return undefined;
  }
  const lines = text.split("\n");
  const head = parsed(lines[0]) as RunHead | undefined;
  if (head === undefined) return undefined;
  // A last line cut short was never followed by its change.
  const changes = lines.slice(1).flatMap((line) => {
    const raw = parsed(line) as { path: string; before?: string; after?: string; afterHash?: string } | undefined;
    if (raw === undefined) return [];
    const { path, before, after, afterHash } = raw;
    return [
      {
        path,
        ...(before === undefined ? {} : { before: unpacked(before) }),
        ...(after === undefined ? {} : { after: unpacked(after) }),
        ...(afterHash === undefined ? {} : { afterHash }),
      },
    ];
  });
  return { head, changes };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function idsOf(layout: Layout): number[] {
  try {
    return readdirSync(join(absolute(layout, layout.kb), "journal")).flatMap((name) => {
      const id = /^(\d+)\.jsonl$/u.exec(name)?.[1];
      return id === undefined ? [] : [Number(id)];
    });
  } catch {
    return [];
  }
}

function fileOf(layout: Layout, id: string): string {
  return join(absolute(layout, layout.kb), "journal", `${id.replace(/\D/gu, "").padStart(6, "0")}.jsonl`);
}

function packed(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 1 }).toString("base64");
}

function unpacked(text: string): Buffer {
  return inflateRawSync(Buffer.from(text, "base64"));
}

function parsed(line: string | undefined): unknown {
  try {
    return line === undefined || line === "" ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}
