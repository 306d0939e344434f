// Several requests of one task at once: when one fails for good, the others are called off.
import { setMaxListeners } from "node:events";

export async function together<T>(
  signal: AbortSignal | undefined,
  jobs: readonly ((signal: AbortSignal) => Promise<T>)[],
): Promise<readonly T[]> {
  const stop = new AbortController();
  const both = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  // Every waiting request listens to it, and there may be hundreds.
  setMaxListeners(0, both);
  try {
    return await Promise.all(jobs.map((job) => job(both)));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}
