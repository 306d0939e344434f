// Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the process, and so do two seconds.

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** How long a run may take to stop (ms), a little under what is promised. */
const PATIENCE = 1800;

export interface Stop {
  readonly signal: AbortSignal;
  /** 128 and the number of the signal that came. */
  exitCode(): number;
  end(): void;
}

export function listenForStop(asked: () => void): Stop {
  const controller = new AbortController();
  let code = 130;
  const listeners = Object.entries(SIGNALS).map(([name, exitCode]) => {
    const listener = (): void => {
      if (controller.signal.aborted) process.exit(exitCode);
      code = exitCode;
      controller.abort(new Error(`stopped by ${name}`));
      asked();
      setTimeout(() => process.exit(exitCode), PATIENCE).unref();
    };
    process.on(name, listener);
    return () => process.removeListener(name, listener);
  });
  return {
    signal: controller.signal,
    exitCode: () => code,
    end: () => {
      for (const remove of listeners) remove();
    },
  };
}
