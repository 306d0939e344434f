// Whether a file or folder may be written, before anything is.
import { accessSync, constants } from "node:fs";
import { codeOf } from "./disk-fault.ts";

/** False where the system refuses it; any other fault, such as a path that is not there, is thrown. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

export const isRefusal = (error: unknown): boolean => ["EACCES", "EPERM", "EROFS"].includes(codeOf(error));
