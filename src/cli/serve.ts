// Runs the work of one command: session, signals, errors said in a sentence, exit code.
import { UserError } from "../core/errors.ts";
import type { Output } from "./output.ts";
import { progressFor } from "./progress.ts";
import type { GlobalOptions, Session, Work } from "./session.ts";
import { listenForStop } from "./stop.ts";

export async function serve(options: GlobalOptions, output: Output, work: Work): Promise<number> {
  // What libraries remark on is no word of kb's; their faults come as errors.
  if (!options.verbose) console.warn = () => undefined;
  const progress = progressFor(options, output);
  const stop = listenForStop(() => {
    progress.done();
    output.say("Stopping … (again to stop at once)");
  });
  const session: Session = {
    options,
    cwd: process.cwd(),
    env: process.env,
    signal: stop.signal,
    progress,
    paint: output.paint,
    print: output.print,
    report: (value, text) => {
      if (options.json) output.print(JSON.stringify(value, null, 2));
      else for (const line of text()) output.print(line);
    },
    withWorkspace: async (use) => {
      const { openWorkspace, closeWorkspace } = await import("../run/workspace.ts");
      const workspace = await openWorkspace({
        ...(options.vault === undefined ? {} : { vaultDir: options.vault }),
        ...(options.engine === undefined ? {} : { engine: options.engine }),
        cwd: session.cwd,
        env: session.env,
        signal: stop.signal,
        busy: stop.busy,
        progress,
      });
      try {
        return await use(workspace);
      } finally {
        closeWorkspace(workspace);
      }
    },
  };
  try {
    const exitCode = await work(session);
    return stop.signal.aborted && exitCode === 0 ? stop.exitCode() : exitCode;
  } catch (error) {
    progress.done();
    if (stop.signal.aborted) {
      output.say("Stopped. What was done is kept; the next run goes on from there.");
      return stop.exitCode();
    }
    const { diskFault } = await import("../vault/disk-fault.ts");
    return said(diskFault(error) ?? error, options, output);
  } finally {
    progress.done();
    stop.end();
  }
}

function said(error: unknown, options: GlobalOptions, output: Output): number {
  const expected = error instanceof UserError;
  const message = error instanceof Error ? error.message : String(error);
  if (options.json) output.print(JSON.stringify({ error: message }, null, 2));
  if (expected) output.say(`kb: ${message}`);
  else output.say(`kb met a fault of its own: ${(error instanceof Error && error.stack) || message}`);
  return expected ? error.exitCode : 2;
}
