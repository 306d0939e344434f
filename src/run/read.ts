// `kb read`: what kb makes of files, without a vault and without writing anything.
import { readdirSync } from "node:fs";
import { readFile as readBytes, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Document, Removal } from "../core/document.ts";
import { UserError } from "../core/errors.ts";
import { plainTextOf } from "../read/plain.ts";
import { readFile } from "../read/registry.ts";
import { readFault } from "../vault/disk-fault.ts";

/** The shape that `kb read --json` prints, one a line. */
export interface ReadReport {
  readonly path: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly markdown: string;
  readonly words: number;
  readonly failed?: true;
  readonly skipped?: true;
  readonly reason?: string;
  /** With --explain. */
  readonly leftOut?: readonly Removal[];
}

export interface ReadSettings {
  readonly explain?: boolean;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** In the order given; a file that cannot be read is a report, not an error. A path that does not exist is a UserError. */
export async function* readFiles(paths: readonly string[], settings: ReadSettings = {}): AsyncIterable<ReadReport> {
  for (const path of paths) {
    const known = await stat(path).catch(() => undefined);
    if (!known) throw new UserError(`${path}: there is no such file.`);
    if (known.isDirectory())
      throw new UserError(
        `${path} is a folder, and kb read takes files${suchAs(path)}. kb ingest ${path} brings all of it into a vault.`,
      );
  }
  for (const path of paths) {
    const bytes = await readBytes(path).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (bytes instanceof Error) {
      yield withoutText(path, "failed", readFault(bytes));
      continue;
    }
    const result = await readFile(bytes, path.replaceAll("\\", "/").normalize("NFC"), settings);
    if (result.kind === "read") yield reportOf(path, result.documents, settings.explain === true);
    else yield withoutText(path, result.kind, result.reason);
  }
}

/** ", such as notes/first.md": a file that lies in the folder. */
function suchAs(folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && !one.name.startsWith("."));
  const [first] = files.map(({ name }) => name).sort();
  return first === undefined ? "" : `, such as ${join(folder, first)}`;
}

/** Several documents of one file (a book's chapters, a mailbox) stand one after the other. */
function reportOf(path: string, documents: readonly Document[], explain: boolean): ReadReport {
  const [first] = documents;
  const meta = first?.meta;
  return {
    path,
    title: (documents.length > 1 ? meta?.partOf : undefined) ?? meta?.title ?? basename(path),
    author: meta && meta.authors.length > 0 ? meta.authors.join(", ") : null,
    published: meta?.published ?? null,
    url: meta?.url ?? null,
    language: meta?.language ?? null,
    text: documents.map(plainTextOf).join("\n\n"),
    markdown: documents.map((document) => document.markdown).join("\n\n"),
    words: documents.reduce((sum, document) => sum + document.words, 0),
    ...(explain ? { leftOut: documents.flatMap((document) => document.leftOut) } : {}),
  };
}

function withoutText(path: string, kind: "failed" | "skipped", reason: string): ReadReport {
  const nothing = {
    title: null,
    author: null,
    published: null,
    url: null,
    language: null,
    text: "",
    markdown: "",
    words: 0,
  };
  return { path, ...nothing, ...(kind === "failed" ? { failed: true as const } : { skipped: true as const }), reason };
}
