// The body of a page in its one normal form, and the hash by which a person's edit shows.
import { createHash } from "node:crypto";

/** Halves of a character pair without the other: UTF-8 cannot hold them. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** LF, no white space at line ends, no blank lines around, nothing that a file could not hold. */
export function tidyBody(body: string): string {
  return body
    .replace(LONE, "\uFFFD")
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]+(?=\n|$)/gu, "")
    .replace(/^\n+|\n+$/gu, "");
}

/** kb_hash: the first 16 hex digits of the SHA-256 of the body in its normal form. */
export function bodyHash(body: string): string {
  return createHash("sha256").update(tidyBody(body)).digest("hex").slice(0, 16);
}
