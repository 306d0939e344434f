// Libraries that print their troubles would spoil the one JSON document on stdout: while they work, the console is mute.

export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log, info, warn, error, debug } = console;
  const mute = (): void => {};
  Object.assign(console, { log: mute, info: mute, warn: mute, error: mute, debug: mute });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, info, warn, error, debug });
  }
}
