// Between two pieces of long work: lets signals and timers in, and stops when a stop was asked for.

/** Throws the signal's reason once it is aborted. */
export async function turn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resume) => setImmediate(resume));
  signal?.throwIfAborted();
}
