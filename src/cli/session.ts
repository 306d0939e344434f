// What a command is given: the global options, a place to print, a signal that says stop.
import type { Command } from "commander";
import type { Progress } from "../core/progress.ts";
import type { Workspace } from "../run/workspace.ts";

export interface GlobalOptions {
  readonly vault?: string;
  readonly engine?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export interface Session {
  readonly options: GlobalOptions;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Bold and dim on a terminal, plain elsewhere. */
  readonly paint: Paint;
  /** A line of results. */
  print(line: string): void;
  /** The result: one JSON document with --json, else the lines that `text` gives. */
  report(value: unknown, text: () => readonly string[]): void;
  /** Opens the vault for `use` and closes it after. */
  withWorkspace<T>(use: (workspace: Workspace) => Promise<T>): Promise<T>;
}

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

/** Gives the exit code. */
export type Work = (session: Session) => Promise<number>;
export type Go = (work: Work) => Promise<void>;
/** Adds one command to the program; its action hands its work to `go`. */
export type AddCommand = (program: Command, go: Go) => void;
