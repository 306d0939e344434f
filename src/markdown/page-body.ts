// The body of a page in its one normal form, and the hash by which a person's edit shows.
import { createHash } from "node:crypto";

/** LF, no white space at line ends, no blank lines around. */
export function tidyBody(body: string): string {
  return body
    .replace(/\r\n?/gu, "\n")
    .replace(/[ \t]+$/gmu, "")
    .replace(/^\n+|\n+$/gu, "");
}

/** kb_hash: the first 16 hex digits of the SHA-256 of the body in its normal form. */
export function bodyHash(body: string): string {
  return createHash("sha256").update(tidyBody(body)).digest("hex").slice(0, 16);
}
