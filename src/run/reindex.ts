// Brings the search index into step with the files: pages that were edited anywhere, and the raw files behind them.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../core/document.ts";
import type { IndexRow } from "../core/search.ts";
import { passagesOf } from "../find/passages.ts";
import { isSearched, linkedPath, rowOf } from "../find/rows.ts";
import { openIndex, type VaultIndex } from "../vault/index-file.ts";
import { absolute } from "../vault/layout.ts";
import { loadWiki, readPage, type WikiPage } from "../vault/load.ts";
import type { Vault } from "../vault/open.ts";

/** What a raw file says; undefined or empty when it cannot be read (the page is found by its own words then). */
export type DocumentsOf = (path: string) => Promise<readonly Document[] | undefined>;

/** Raised by hand when rows.ts or passages.ts change what they give. */
const ROWS_VERSION = 2;
/** Rows written at once: a run that is stopped keeps what it has. */
const BATCH = 200;

/** The index as the files stand now. `documentsOf` spares reading raw files again when a run has them at hand. */
export async function freshIndex(
  vault: Vault,
  documentsOf: DocumentsOf = (path) => documentsFrom(vault, path),
): Promise<VaultIndex> {
  const index = openIndex(join(absolute(vault.layout, vault.layout.kb), "index.sqlite"));
  try {
    await heal(vault, index, documentsOf);
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

async function heal(vault: Vault, index: VaultIndex, documentsOf: DocumentsOf): Promise<void> {
  const stamps = index.stamps();
  const pages = loadWiki(vault.layout, vault.store).filter((page) => isSearched(page.type));
  const here = new Set(pages.map((page) => page.path));
  const stale = pages.flatMap((page) => {
    const stamp = stampOf(vault, page);
    return stamps.get(page.path) === stamp ? [] : [{ page, stamp }];
  });
  index.update(
    [],
    [...stamps.keys()].filter((path) => !here.has(path)),
  );
  for (let start = 0; start < stale.length; start += BATCH) {
    const rows: IndexRow[] = [];
    for (const { page, stamp } of stale.slice(start, start + BATCH)) {
      const read = readPage(vault.layout, page.path);
      if (!read) continue;
      const raw = rawOf(page);
      const documents = raw === undefined ? [] : ((await documentsOf(raw)) ?? []);
      rows.push(
        rowOf({ path: page.path, front: read.front, body: read.body, stamp, passages: documents.flatMap(passagesOf) }),
      );
    }
    index.update(rows, []);
  }
}

/** The raw file behind a source page. */
export function rawOf(page: Pick<WikiPage, "type" | "front">): string | undefined {
  if (page.type !== "source") return undefined;
  const source: unknown = Array.isArray(page.front.source) ? page.front.source[0] : page.front.source;
  return typeof source === "string" ? linkedPath(source) : undefined;
}

function stampOf(vault: Vault, page: WikiPage): string {
  const { title, type, front, body } = page;
  const raw = rawOf(page);
  return JSON.stringify([
    ROWS_VERSION,
    body,
    title,
    type,
    front.aliases,
    front.tags,
    front.updated,
    front.sources,
    raw,
    raw === undefined ? "" : statOf(vault, raw),
  ]);
}

function statOf(vault: Vault, path: string): string {
  const stats = statSync(absolute(vault.layout, path), { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : "gone";
}

async function documentsFrom(vault: Vault, path: string): Promise<readonly Document[] | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(absolute(vault.layout, path));
  } catch {
    return undefined;
  }
  // Readers are heavy, and most searches need none.
  const { readFile } = await import("../read/registry.ts");
  const { read } = vault.settings;
  const result = await readFile(bytes, path, {
    maxBytes: read.maxFileMegabytes * 2 ** 20,
    timeoutMs: read.timeoutSeconds * 1000,
  });
  return result.kind === "read" ? result.documents : undefined;
}
