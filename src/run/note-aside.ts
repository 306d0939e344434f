// Takes notes in a thread beside the program, so that a second core works when many sources are new. Who asks gets undefined where there is no thread, and does the work itself.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SourceNote } from "../core/note.ts";
import { codeUrl, isBuilt } from "../core/own-files.ts";
import { type LookedUp, lookedUp, rememberLookedUp } from "../engine/extractive/definitions/kinds.ts";
import type { ClaimLimits } from "../engine/extractive/notes/claims.ts";
import type { NoteWork } from "./note-document.ts";

export interface AsideStart {
  readonly limits: ClaimLimits;
  readonly known: LookedUp;
}

export interface AsideRequest {
  readonly id: number;
  /** Without work: tells what was looked up. */
  readonly work?: NoteWork;
}

export interface AsideReply {
  readonly id: number;
  readonly note?: SourceNote;
  readonly known?: LookedUp;
}

export interface Aside {
  /** Undefined where the thread has enough to do, or is no more. */
  note(work: NoteWork): Promise<SourceNote | undefined> | undefined;
  /** Takes over what the thread looked up, and ends it. */
  finish(): Promise<void>;
  /** Ends it at once. */
  stop(): void;
}

/** Documents that are there at once: one in work, and one so that it never stands still. */
export const ASIDE = 2;
/** Fewer new files are done before a thread has loaded what it needs. */
const WORTH_A_THREAD = 16;

/** `files`: how many are to be taken notes of. */
export function asideFor(files: number, limits: ClaimLimits): Aside | undefined {
  if (!isBuilt || files < WORTH_A_THREAD || availableParallelism() < 2) return undefined;
  const start: AsideStart = { limits, known: lookedUp() };
  const thread = new Worker(codeUrl("run/note-thread"), { workerData: start });
  const asked = new Map<number, (reply: AsideReply | undefined) => void>();
  let next = 0;
  let over = false;
  // A thread that is no more has answered nothing: who waits does the work.
  const end = (): void => {
    over = true;
    for (const tell of asked.values()) tell(undefined);
    asked.clear();
  };
  thread.on("message", (reply: AsideReply) => {
    asked.get(reply.id)?.(reply);
    asked.delete(reply.id);
  });
  thread.on("error", end);
  thread.on("exit", end);
  const ask = (work?: NoteWork): Promise<AsideReply | undefined> =>
    new Promise((resolve) => {
      const request: AsideRequest = { id: next++, ...(work ? { work } : {}) };
      asked.set(request.id, resolve);
      thread.postMessage(request);
    });
  const stop = (): void => {
    end();
    void thread.terminate();
  };
  return {
    note(work) {
      if (over || asked.size >= ASIDE) return undefined;
      return ask(work).then((reply) => reply?.note);
    },
    async finish() {
      const reply = over ? undefined : await ask();
      if (reply?.known) rememberLookedUp(reply.known);
      stop();
    },
    stop,
  };
}
