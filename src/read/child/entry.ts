// The child: reads the one file it is sent, answers, waits for the next; ends with its parent.
import { Worker } from "node:worker_threads";
import { readHere } from "../readers.ts";
import type { ReadResult } from "../result.ts";
import type { Reply, Request } from "./pool.ts";

process.on("disconnect", () => process.exit(0));
// A parser that loops hears nothing: a thread of its own ends the child when the program is gone, however that went.
new Worker(new URL("./watchdog.js", import.meta.url), { workerData: process.ppid }).unref();
// tesseract.js and others throw outside any promise: the parent must hear of it, not wait for the limit.
process.on("uncaughtException", () => process.exit(3));

process.on("message", (message) => {
  const request = message as Request;
  void readHere(request.format, request.bytes, request.path)
    .catch(
      (error: unknown): ReadResult => ({
        kind: "failed",
        reason: error instanceof Error ? error.message : String(error),
      }),
    )
    .then((result) => {
      const reply: Reply = { id: request.id, result };
      process.send?.(reply);
    });
});
