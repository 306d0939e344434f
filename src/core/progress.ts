// How long work shows itself: a bar on a terminal, plain lines elsewhere, nothing with --json or --quiet.

export interface Progress {
  /** Begins a stretch of `total` steps; `what` says what is counted: "Reading sources". */
  start(what: string, total: number): void;
  step(n?: number): void;
  done(): void;
  /** One sentence for a person, on stderr. */
  notice(sentence: string): void;
}

export const SILENT: Progress = { start() {}, step() {}, done() {}, notice() {} };
