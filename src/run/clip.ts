// kb ingest URL: a page becomes a note in raw/clippings/; the same page again makes a file only when it changed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clipping } from "../read/clip/clipping.ts";
import type { FetchOptions } from "../read/clip/fetch.ts";
import { parseFront, splitPage } from "../vault/front.ts";
import { printEntry } from "../vault/front-print.ts";
import type { Run } from "../vault/journal.ts";
import { absolute } from "../vault/layout.ts";
import type { Vault } from "../vault/open.ts";
import { applyPlan } from "../vault/plan.ts";
import type { PlannedFile } from "../vault/plan-files.ts";

export interface Clipped {
  readonly path: string;
  readonly status: "added" | "unchanged";
  /** The earlier copy of the same address, which stays. */
  readonly supersedes?: string;
}

type Room = Vault & { readonly signal?: AbortSignal };

/** Writes as a part of `run`. Throws a UserError where the address is refused, does not answer or holds nothing to read. */
export async function clip(vault: Room, url: string, run: Run, options: FetchOptions = {}): Promise<Clipped> {
  const { clipping } = await import("../read/clip/clipping.ts");
  const found = await clipping(url, { ...options, ...(vault.signal ? { signal: vault.signal } : {}) });
  const folder = `${vault.layout.raw}/clippings`;
  const earlier = found.body === undefined ? undefined : latestOf(vault, found.url);
  const body = found.body === undefined ? undefined : withPaths(found, `${folder}/attachments`);
  if (earlier && body !== undefined && sameText(earlier.body, body)) return { path: earlier.path, status: "unchanged" };
  const path = freePath(vault, folder, found);
  if (path === undefined) return { path: `${folder}/${found.name}${found.ending}`, status: "unchanged" };
  const bytes =
    body === undefined
      ? (found.bytes ?? new Uint8Array())
      : `---\n${frontText(found, vault.clock.today(), earlier?.path)}\n---\n\n${body}\n`;
  const pictures: PlannedFile[] = found.pictures.map((picture) => ({
    path: `${folder}/attachments/${picture.name}`,
    bytes: picture.bytes,
    overwrite: "never",
  }));
  // Of a paper that is there already another version has another abstract's note, and its own name.
  if (found.paper)
    pictures.push({ path: `${folder}/${found.paper.name}`, bytes: found.paper.bytes, overwrite: "never" });
  applyPlan(vault, { files: [...pictures, { path, bytes, overwrite: "never" }] }, { dryRun: false, run });
  return { path, status: "added", ...(earlier ? { supersedes: earlier.path } : {}) };
}

function frontText(found: Clipping, today: string, earlier: string | undefined): string {
  const entries = found.front.flatMap(([key, value]) =>
    key === "tags"
      ? [
          printEntry("created", today),
          ...(earlier ? [printEntry("supersedes", `[[${earlier}]]`)] : []),
          printEntry(key, value),
        ]
      : [printEntry(key, value)],
  );
  return entries.join("\n");
}

function withPaths(found: Clipping, folder: string): string {
  return found.pictures.reduce(
    (body, picture) => body.replaceAll(`](${picture.name})`, `](${folder}/${picture.name})`),
    found.body ?? "",
  );
}

/** Names of pictures hold a number and may differ between two clippings of one text. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/!\[([^\]]*)\]\([^)]*\)/gu, "![$1]")
      .replace(/\s+/gu, " ")
      .trim();
  return plain(a) === plain(b);
}

/** The note of that address that no other supersedes. */
function latestOf(vault: Vault, url: string): { readonly path: string; readonly body: string } | undefined {
  const found: { path: string; body: string; supersedes: string }[] = [];
  const walk = (folder: string): void => {
    for (const entry of entriesOf(absolute(vault.layout, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith(".")) walk(path);
      if (!entry.isFile() || !/\.md$/iu.test(entry.name)) continue;
      const { head, body } = splitPage(readFileSync(absolute(vault.layout, path), "utf8"));
      const front = head?.includes(url) ? parseFront(head) : undefined;
      if (front && (front["source"] === url || front["url"] === url))
        found.push({ path, body, supersedes: String(front["supersedes"] ?? "") });
    }
  };
  walk(vault.layout.raw);
  return found.find((one) => !found.some((other) => other.supersedes.includes(`[[${one.path}]]`)));
}

function entriesOf(folder: string): import("node:fs").Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Later copies are named "x_2.md": they sort after the first. Undefined when the very file is there already. */
function freePath(vault: Vault, folder: string, found: Clipping): string | undefined {
  const taken = new Map(
    entriesOf(absolute(vault.layout, folder)).map((entry) => [entry.name.normalize("NFC").toLowerCase(), entry.name]),
  );
  for (let n = 1; ; n++) {
    const name = `${found.name}${n === 1 ? "" : `_${n}`}${found.ending}`;
    const there = taken.get(name.normalize("NFC").toLowerCase());
    if (there === undefined) return `${folder}/${name}`;
    if (found.bytes && readFileSync(join(absolute(vault.layout, folder), there)).equals(found.bytes)) return undefined;
  }
}
