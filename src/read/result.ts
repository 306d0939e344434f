// What becomes of a raw file: read, skipped for a reason, or failed for one.
import type { Document } from "../core/document.ts";

export type ReadResult =
  | { readonly kind: "read"; readonly documents: readonly Document[] }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface ReadOptions {
  /** Files above this are skipped, bytes. */
  readonly maxBytes?: number;
  /** A parser that takes longer is stopped and its file failed, milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** `bytes` are the file's, `path` its place from the vault's root. */
export type Reader = (bytes: Uint8Array, path: string, options: ReadOptions) => Promise<ReadResult>;

export function read(...documents: Document[]): ReadResult {
  return { kind: "read", documents };
}

/** Raised by hand when a reader's code changes what it gives. */
export const READ_VERSION = 35;
