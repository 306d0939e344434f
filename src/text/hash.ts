// Content hashes: what ids and memo keys are made of.
import { createHash } from "node:crypto";

/** SHA-256 in hex, 64 digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
