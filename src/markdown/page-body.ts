// The body of a page in its one normal form, and the hash by which a person's edit shows.
import { createHash } from "node:crypto";

/** Halves of a character pair without the other: UTF-8 cannot hold them. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** LF, no white space at line ends, no blank lines around, nothing that a file could not hold. */
export function tidyBody(body: string): string {
  const whole = /[\uD800-\uDFFF]/.test(body) ? body.replace(LONE, "\uFFFD") : body;
  const lines = whole.includes("\r") ? whole.replace(/\r\n?/gu, "\n") : whole;
  return lines.replace(/[^\S\n]+(?=\n|$)/gu, "").replace(/^\n+|\n+$/gu, "");
}

// One page is asked about several times in a run: is it current, what is its date, what was written.
const hashes = new Map<string, string>();
const REMEMBERED = 2048;

/** kb_hash: the first 16 hex digits of the SHA-256 of the body in its normal form. */
export function bodyHash(body: string): string {
  const known = hashes.get(body);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(tidyBody(body)).digest("hex").slice(0, 16);
  if (hashes.size >= REMEMBERED) hashes.clear();
  hashes.set(body, hash);
  return hash;
}

/** The same of a page. */
export function hashOf(page: { readonly body: string; readonly hash?: string }): string {
  return page.hash ?? bodyHash(page.body);
}
