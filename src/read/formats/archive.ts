// .zip: its members, read in turn by their own readers, within limits; an archive in an archive is not opened.
import type { Document } from "../../core/document.ts";
import { formatOf } from "../format.ts";
import { readHere } from "../readers.ts";
import { type ReadResult, read } from "../result.ts";
import { unzipped } from "../zip.ts";

const MOST_MEMBERS = 500;

export async function readArchive(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const members = await unzipped(bytes, (name) => !/(?:^|\/)(?:\.|__MACOSX)/u.test(name));
  const documents: Document[] = [];
  const passed: string[] = [];
  for (const [name, content] of [...members].slice(0, MOST_MEMBERS)) {
    const told = formatOf(content, name);
    if ("reason" in told || told.format === "archive") {
      passed.push(`${name}: ${"reason" in told ? told.reason : "an archive within an archive"}`);
      continue;
    }
    const result = await readHere(told.format, content, name).catch(
      (error: unknown): ReadResult => ({
        kind: "failed",
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
    if (result.kind === "read")
      documents.push(...result.documents.map((document) => ({ ...document, path, opens: false })));
    else passed.push(`${name}: ${result.reason}`);
  }
  if (members.size > MOST_MEMBERS) passed.push(`only the first ${MOST_MEMBERS} members are read`);
  const [first, ...rest] = documents;
  if (!first)
    return {
      kind: "skipped",
      reason:
        passed.length > 0 ? `nothing in it can be read (${passed.slice(0, 3).join("; ")})` : "the archive is empty",
    };
  const leftOut = passed.map((text) => ({ step: "archive", reason: "member not read", text }));
  return read({ ...first, leftOut: [...first.leftOut, ...leftOut] }, ...rest);
}
