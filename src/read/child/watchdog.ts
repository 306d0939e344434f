// A thread beside a parser: ends the process once its parent is gone.
import { workerData } from "node:worker_threads";

const EVERY_MS = 2000;
const parent = Number(workerData);

setInterval(() => {
  if (process.ppid === parent && isRunning(parent)) return;
  process.kill(process.pid, "SIGKILL");
}, EVERY_MS);

/** Signal 0 asks and sends nothing. On Windows the parent's number stays when it is gone. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
