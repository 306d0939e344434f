// What a run did, in the shapes that `--json` prints (see the contract of each command in README.md).
import type { Dropped } from "./note.ts";
import type { PageType } from "./page.ts";

export type SourceStatus = "added" | "changed" | "unchanged" | "removed" | "skipped" | "failed";

export interface SourceReport {
  readonly path: string;
  readonly status: SourceStatus;
  readonly page?: string;
  readonly claims?: number;
  readonly reason?: string;
  /** Skipped by an earlier run too, for the same reason. */
  readonly again?: true;
}

export interface IngestReport {
  readonly engine: string;
  readonly sources: readonly SourceReport[];
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly ms: number;
}

export type PageStatus = "added" | "changed" | "unchanged" | "removed" | "conflict";

export interface PageReport {
  readonly path: string;
  readonly type: PageType;
  readonly status: PageStatus;
  readonly reason?: string;
  /** The disk did not take it: the next run tries again. */
  readonly failed?: true;
}

export interface CompileReport {
  readonly engine: string;
  readonly pages: readonly PageReport[];
  readonly ingest: IngestReport;
  readonly dropped: readonly Dropped[];
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly ms: number;
}

/** One line of the ledger: a file, section or claim that was skipped, dropped or failed, and why. */
export interface LedgerLine {
  readonly path: string;
  readonly stage: string;
  readonly status: string;
  readonly reason: string;
}
