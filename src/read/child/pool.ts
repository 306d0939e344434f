// Parsers that can hang, eat memory or end the process run in a child that is killed at a limit; it starts with the first such file.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { codeUrl, isBuilt } from "../../core/own-files.ts";
import type { ReadOptions, ReadResult } from "../result.ts";

export interface Request {
  readonly id: number;
  readonly format: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Reply {
  readonly id: number;
  readonly result: ReadResult;
}

const MEMORY_MB = 1500;
const TIMEOUT_MS = 30_000;

let child: ChildProcess | undefined;
let queue: Promise<unknown> = Promise.resolve();
let nextId = 1;

/** Elsewhere parsers run in place. */
export const canIsolate = isBuilt;

/** One file at a time: the child works on one core, the rest of the program on another. */
export function readInChild(
  format: string,
  bytes: Uint8Array,
  path: string,
  options: ReadOptions,
): Promise<ReadResult> {
  const turn = queue.then(() => {
    options.signal?.throwIfAborted();
    return ask({ id: nextId++, format, path, bytes }, options);
  });
  queue = turn.catch(() => {});
  return turn;
}

export function stopChild(): void {
  child?.kill("SIGKILL");
  child = undefined;
}

function running(): ChildProcess {
  if (child?.connected) return child;
  const started = fork(fileURLToPath(codeUrl("read/child/entry")), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
  });
  started.on("exit", () => {
    if (child === started) child = undefined;
  });
  // It must not keep the program alive when all is done.
  started.unref();
  started.channel?.unref();
  child = started;
  return started;
}

function ask(request: Request, options: ReadOptions): Promise<ReadResult> {
  const limit = options.timeoutMs ?? TIMEOUT_MS;
  const worker = running();
  return new Promise<ReadResult>((resolve, reject) => {
    const done = (act: () => void): void => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("exit", onExit);
      options.signal?.removeEventListener("abort", onAbort);
      worker.channel?.unref();
      act();
    };
    const failed = (reason: string): void => done(() => resolve({ kind: "failed", reason }));
    const onMessage = (message: unknown): void => {
      const reply = message as Reply;
      if (reply.id === request.id) done(() => resolve(reply.result));
    };
    const onExit = (code: number | null): void =>
      failed(
        code === 134 || code === null
          ? `reading it took more than ${MEMORY_MB} MB of memory or ended the parser`
          : `the parser ended with code ${code}`,
      );
    const onAbort = (): void => {
      stopChild();
      done(() => reject(options.signal?.reason ?? new Error("aborted")));
    };
    const timer = setTimeout(() => {
      worker.off("exit", onExit);
      stopChild();
      failed(`reading it took more than ${Math.round(limit / 1000)} s`);
    }, limit);
    worker.on("message", onMessage);
    worker.on("exit", onExit);
    options.signal?.addEventListener("abort", onAbort, { once: true });
    worker.channel?.ref();
    worker.send(request, (error) => {
      if (error) failed(`the parser could not be started: ${error.message}`);
    });
  });
}
