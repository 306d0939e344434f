// Brings the search index into step with the files: pages that were edited anywhere, and the raw files behind them.
import { join } from "node:path";
import type { Document } from "../core/document.ts";
import type { IndexRow, PassageRow } from "../core/search.ts";
import { passagesOf } from "../find/passages.ts";
import { isSearched, linkedPath, rowOf, statedOf } from "../find/rows.ts";
import { sha256 } from "../text/hash.ts";
import { openIndex, type VaultIndex } from "../vault/index-file.ts";
import { absolute } from "../vault/layout.ts";
import { readPage, type WikiPage } from "../vault/load.ts";
import type { Vault } from "../vault/open.ts";
import { repositoryAt } from "../vault/scan.ts";
import { isSettled, statKey } from "../vault/stat-key.ts";
import { walk } from "../vault/walk.ts";
import { stampsOf } from "./raw-file.ts";
import { turn } from "./turn.ts";

/** What a raw file says; undefined or empty when it cannot be read (the page is found by its own words then). */
export type DocumentsOf = (path: string) => Promise<readonly Document[] | undefined>;

/** Raised by hand when rows.ts or passages.ts change what they give. */
const ROWS_VERSION = 8;
/** Rows written at once: a run that is stopped keeps what it has. */
const BATCH = 50;

/**
 * The index as the pages stand now. A run that has read raw/ gives `documentsOf`: then raw files are looked at too. A mere
 * search does not look at them: what changed there is not in the wiki yet.
 */
export async function freshIndex(vault: Vault, documentsOf?: DocumentsOf, signal?: AbortSignal): Promise<VaultIndex> {
  const index = openIndex(join(vault.store.folder, "index.sqlite"));
  try {
    await heal(vault, index, documentsOf, signal);
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

async function heal(
  vault: Vault,
  index: VaultIndex,
  given: DocumentsOf | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const documentsOf = given ?? ((path) => documentsFrom(vault, path));
  const seen = index.seen();
  const now = Date.now();
  const files = walk(vault.layout.root, vault.layout.wiki).files.filter(({ path }) =>
    path.toLowerCase().endsWith(".md"),
  );
  const here = new Set(files.map(({ path }) => path));
  const statsOf = stamper(vault);
  const reread = given ? changedRaws(statsOf, index) : new Set<string>();
  const doubtful = files.flatMap(({ path, stats }) => {
    // A file written just now may be written again within the same tick of the clock: looked at once more next time.
    const stat = isSettled(stats, now) ? statKey(stats) : "";
    const known = seen.get(path);
    const same = stat !== "" && known?.startsWith(`${stat}|`) === true && !reread.has(path);
    return same ? [] : [{ path, stat, known }];
  });
  const gone = [...seen.keys()].filter((path) => !here.has(path));
  index.update([], gone);
  for (let start = 0; start < doubtful.length; start += BATCH) {
    const rows: IndexRow[] = [];
    const unlisted: string[] = [];
    const marks = new Map<string, string>();
    for (const { path, stat, known } of doubtful.slice(start, start + BATCH)) {
      const read = readPage(vault.layout, path);
      if (!read) continue;
      const hash = sha256(`${ROWS_VERSION}\n${read.text}`).slice(0, 16);
      marks.set(path, `${stat}|${hash}`);
      if (known?.endsWith(`|${hash}`) === true && !reread.has(path)) continue;
      const type = typeof read.front.type === "string" ? read.front.type : "";
      if (!isSearched(type)) {
        unlisted.push(path);
        continue;
      }
      const raws = rawsOf({ type, front: read.front });
      await turn(signal);
      const stamp = statsOf(raws);
      const kept = given === undefined ? keptPassages(index, path, raws, stamp) : undefined;
      const documents: Document[] = [];
      for (const raw of kept ? [] : raws) documents.push(...ofPage((await documentsOf(raw)) ?? [], read.front));
      // A file of several documents has a page for each: a chapter's holds no other's words.
      const own = documents.filter((document) => document.meta.title === read.front.title);
      const behind = own.length > 0 && raws.length === 1 ? own : documents;
      const passages = kept ?? behind.flatMap(passagesOf);
      const stated = kept ? index.stated(path).filter(({ key }) => key !== "author") : statedOf(behind);
      rows.push(rowOf({ path, front: read.front, body: read.body, stamp, passages, stated }));
    }
    index.update(rows, unlisted, marks);
    await turn(signal);
  }
}

/** What the index has of one raw file that stayed as it was: an edit of its page in Obsidian needs no reader. */
function keptPassages(
  index: VaultIndex,
  path: string,
  raws: readonly string[],
  stamp: string,
): readonly PassageRow[] | undefined {
  if (raws.length !== 1 || index.about(path)?.source !== raws[0] || index.stampOf(path) !== stamp) return undefined;
  return index.around(path, 0, Number.MAX_SAFE_INTEGER);
}

/** Of a file with several documents (months of posts, letters) those that a page is of; all where a person gave it another title. */
function ofPage(documents: readonly Document[], front: WikiPage["front"]): readonly Document[] {
  if (documents.length < 2) return documents;
  const titled = documents.filter(({ meta }) => meta.title === front.title);
  const dated = titled.filter(({ meta }) => meta.published === front.published);
  return [dated, titled].find((some) => some.length > 0) ?? documents;
}

/** Source pages whose raw file is another than when it was read. */
function changedRaws(statsOf: (paths: readonly string[]) => string, index: VaultIndex): Set<string> {
  return new Set(
    [...index.raws()].flatMap(([page, { source, stamp }]) =>
      // A bundle's files change with its page, whose text names them all.
      stamp.includes("\n") || statsOf([source]) === stamp ? [] : [page],
    ),
  );
}

/** The raw files behind a source page: several for a bundle of posts. */
export function rawsOf(page: Pick<WikiPage, "type" | "front">): string[] {
  if (page.type !== "source") return [];
  const sources: readonly unknown[] = Array.isArray(page.front.source) ? page.front.source : [page.front.source];
  return sources.flatMap((source) => (typeof source === "string" ? (linkedPath(source) ?? []) : []));
}

/** Of all raw files behind a page in one text. */
function stamper({ layout }: Vault): (paths: readonly string[]) => string {
  const stampOf = stampsOf(layout);
  return (paths) => paths.map((path) => `${ROWS_VERSION} ${stampOf(path)}`).join("\n");
}

async function documentsFrom(vault: Vault, path: string): Promise<readonly Document[] | undefined> {
  const { layout, settings, store } = vault;
  const { readRaw } = await import("./raw-file.ts");
  const file = repositoryAt(layout, settings, store, path) ?? { path, absolute: absolute(layout, path) };
  // A page outlives its raw file, and is found by its own words then.
  const result = await readRaw(file, settings).catch(() => undefined);
  return result?.kind === "read" ? result.documents : undefined;
}
