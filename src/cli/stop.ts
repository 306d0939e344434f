// Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the process, and so do two seconds.

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** How long a run may take to stop (ms), a little under what is promised. */
const PATIENCE = 1800;

export interface Stop {
  readonly signal: AbortSignal;
  /** While `work` keeps the process busy nobody could hear a signal: it ends the process at once then, as a kill does. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** 128 and the number of the signal that came. */
  exitCode(): number;
  end(): void;
}

export function listenForStop(asked: () => void): Stop {
  const controller = new AbortController();
  let code = 130;
  let deaf = 0;
  const listeners = Object.entries(SIGNALS).map(([name, exitCode]) => {
    const listener = (): void => {
      if (controller.signal.aborted) process.exit(exitCode);
      code = exitCode;
      controller.abort(new Error(`stopped by ${name}`));
      asked();
      setTimeout(() => process.exit(exitCode), PATIENCE).unref();
    };
    return [name, listener] as const;
  });
  const listen = (): void => {
    for (const [name, listener] of listeners) process.on(name, listener);
  };
  const silence = (): void => {
    for (const [name, listener] of listeners) process.removeListener(name, listener);
  };
  listen();
  return {
    signal: controller.signal,
    exitCode: () => code,
    busy: async (work) => {
      if (deaf++ === 0) silence();
      try {
        return await work();
      } finally {
        if (--deaf === 0) listen();
      }
    },
    // Once asked to stop, a process that is just ending still says by its code why.
    end: () => {
      if (!controller.signal.aborted) silence();
    },
  };
}
