// Errors a person can act on. Everything else is a bug and shows its stack.

/** Says what happened, where, and what to do. Exit code 2 unless another is given. */
export class UserError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.name = "UserError";
    this.exitCode = exitCode;
  }
}

/** The model went away in the middle of a run: what is done is kept, the rest waits for the next run. */
export class EngineGone extends UserError {
  /** What happened, without what to do about it. */
  readonly what: string;
  constructor(what: string, remedy = "") {
    super(`${what} ${remedy}`.trim(), 1);
    this.what = what;
    this.name = "EngineGone";
  }
}
