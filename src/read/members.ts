// Files within a file (an archive's members, a letter's attachments): each read in turn by its own reader.
import type { Document, Removal } from "../core/document.ts";
import { formatOf } from "./format.ts";
import { readHere } from "./readers.ts";
import type { ReadResult } from "./result.ts";

const MOST_MEMBERS = 500;

export interface ReadMembers {
  /** Under the path of the file that holds them. */
  readonly documents: readonly Document[];
  readonly leftOut: readonly Removal[];
}

/** `step` names who left a member out. An archive within is not opened. */
export async function readMembers(
  members: readonly (readonly [name: string, content: Uint8Array])[],
  path: string,
  step: string,
): Promise<ReadMembers> {
  const documents: Document[] = [];
  const passed: string[] = [];
  for (const [name, content] of members.slice(0, MOST_MEMBERS)) {
    const told = formatOf(content, name);
    if ("reason" in told || told.format === "archive") {
      passed.push(`${name}: ${"reason" in told ? told.reason : "an archive within another file"}`);
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
  if (members.length > MOST_MEMBERS) passed.push(`only the first ${MOST_MEMBERS} members are read`);
  return { documents, leftOut: passed.map((text) => ({ step, reason: "member not read", text })) };
}
