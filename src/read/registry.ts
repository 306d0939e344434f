// A file -> what becomes of it: format, limits, the reader in place or in the child. The one entrance of this room.
import { canIsolate, readInChild } from "./child/pool.ts";
import { formatOf } from "./format.ts";
import { ISOLATED, READERS } from "./readers.ts";
import type { Reader, ReadOptions, ReadResult } from "./result.ts";

/** Bytes. A parser of ours that is slow on something odd shows it on much of it: it must not hold the program up. */
const LARGE = 250_000;

/** Never throws for what a file holds: a reader's error is the file's failure. */
export async function readFile(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length === 0) return { kind: "skipped", reason: "the file is empty" };
  if (options.maxBytes !== undefined && bytes.length > options.maxBytes)
    return { kind: "skipped", reason: `larger than ${Math.floor(options.maxBytes / 1e6)} MB` };
  const told = formatOf(bytes, path);
  if ("reason" in told) return { kind: "skipped", reason: told.reason };
  try {
    const result =
      canIsolate && (ISOLATED.has(told.format) || bytes.length > LARGE)
        ? await readInChild(told.format, bytes, path, options)
        : await inPlace(await READERS[told.format](), bytes, path, options);
    return withoutEmpty(result);
  } catch (error) {
    options.signal?.throwIfAborted();
    return {
      kind: "failed",
      reason: `could not be read as ${told.format}: ${reasonOf(error)}`,
    };
  }
}

async function inPlace(reader: Reader, bytes: Uint8Array, path: string, options: ReadOptions): Promise<ReadResult> {
  return await reader(bytes, path, options);
}

/** A file without a word in it makes no source. */
function withoutEmpty(result: ReadResult): ReadResult {
  if (result.kind !== "read") return result;
  const documents = result.documents.filter((document) => document.blocks.length > 0);
  return documents.length > 0 ? { kind: "read", documents } : { kind: "skipped", reason: "it holds no text" };
}

/** The stack that a parser fills has no other words for it. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /maximum call stack/iu.test(message) ? "it is nested too deeply" : message;
}
