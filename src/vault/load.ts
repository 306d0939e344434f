// The pages that stand in wiki/ now, without their bodies: front matter, whose they are, whether a person edited them. Known by stat, so that 10,000 cost little.
import { readFileSync } from "node:fs";
import { bodyHash } from "../markdown/page-body.ts";
import { codeOf } from "./disk-fault.ts";
import { type Front, parseFront, splitPage } from "./front.ts";
import { absolute, type Layout } from "./layout.ts";
import { isSettled, statKey } from "./stat-key.ts";
import type { Store } from "./store.ts";
import { walk } from "./walk.ts";

export interface WikiPage {
  /** From the vault's root, "/", NFC. */
  readonly path: string;
  readonly title: string;
  /** As the front matter says; "" when it says nothing. */
  readonly type: string;
  readonly front: Front;
  /** kb wrote it: it has a kb_hash. */
  readonly ours: boolean;
  /** kb wrote it and its body is no longer what kb generated. */
  readonly edited: boolean;
  /** `locked: true`: kb never touches it. */
  readonly locked: boolean;
  /** kb_hash: hash of the body as kb generated it. */
  readonly hash?: string;
  /** Hash of the body as it stands. */
  readonly body: string;
  /** Its front matter is no YAML mapping: kb leaves the page alone and says so. */
  readonly broken: boolean;
}

/** All .md files under wiki/, by path in code point order. */
export function loadWiki(layout: Layout, store: Store): WikiPage[] {
  const { files } = walk(layout.root, layout.wiki);
  const known = knownIn(store);
  const gone = new Set(known.keys());
  const seen = Date.now();
  const fresh: Row[] = [];
  const pages: WikiPage[] = [];
  for (const file of files) {
    if (!file.path.toLowerCase().endsWith(".md")) continue;
    const stat = statKey(file.stats);
    const before = known.get(file.path);
    let row = before?.row;
    gone.delete(file.path);
    if (row === undefined || row.stat !== stat || !isSettled(file.stats, row.seen)) {
      let text: string;
      try {
        text = readFileSync(file.absolute, "utf8");
      } catch (error) {
        // Gone between the walk and now; one that cannot be read at the moment is no deletion.
        if (codeOf(error) !== "ENOENT") pages.push(before?.page ?? unread(file.path));
        continue;
      }
      const { head, body } = splitPage(text);
      const front = head === undefined ? {} : (parseFront(head) ?? null);
      row = {
        path: file.path,
        stat,
        seen,
        body: bodyHash(body),
        front: front === null ? (/^kb_hash:/mu.test(head ?? "") ? "null" : "{}") : JSON.stringify(front),
      };
      fresh.push(row);
    }
    const page = before?.row === row ? before.page : pageOf(row);
    known.set(file.path, { row, page });
    pages.push(page);
  }
  for (const path of gone) known.delete(path);
  remember(store, fresh, [...gone]);
  return pages;
}

interface Known {
  readonly row: Row;
  readonly page: WikiPage;
}

// A run looks at the wiki several times, and most of it stays as it was.
const held = new WeakMap<Store, Map<string, Known>>();

/** By path; what a process has seen itself it need not read again. */
function knownIn(store: Store): Map<string, Known> {
  const before = held.get(store);
  if (before) return before;
  const rows = store.db.prepare("SELECT path, stat, seen, body, front FROM page").all() as Row[];
  const known = new Map(rows.map((row) => [row.path, { row, page: pageOf(row) }]));
  held.set(store, known);
  return known;
}

export interface PageOnDisk {
  readonly front: Front;
  readonly body: string;
  readonly text: string;
}

/** One page with its body, read now; undefined when there is none. */
export function readPage(layout: Layout, path: string): PageOnDisk | undefined {
  let text: string;
  try {
    text = readFileSync(absolute(layout, path), "utf8");
  } catch {
    return undefined;
  }
  const { head, body } = splitPage(text);
  return { front: (head === undefined ? {} : parseFront(head)) ?? {}, body, text };
}

/** A page that nobody has read yet and nobody can: for kb a person's own. */
const unread = (path: string): WikiPage => pageOf({ path, stat: "", seen: 0, body: "", front: "{}" });

interface Row {
  readonly path: string;
  readonly stat: string;
  readonly seen: number;
  readonly body: string;
  readonly front: string;
}

function pageOf(row: Row): WikiPage {
  const parsed = JSON.parse(row.front) as Front | null;
  const front = parsed ?? {};
  const hash =
    typeof front["kb_hash"] === "string"
      ? front["kb_hash"]
      : typeof front["kb_hash"] === "number"
        ? String(front["kb_hash"])
        : undefined;
  const name = row.path.slice(row.path.lastIndexOf("/") + 1).replace(/\.md$/iu, "");
  return {
    path: row.path,
    title: typeof front["title"] === "string" ? front["title"] : name,
    type: typeof front["type"] === "string" ? front["type"] : "",
    front,
    ours: hash !== undefined || parsed === null,
    edited: hash !== undefined && hash !== row.body,
    locked: front["locked"] === true,
    ...(hash === undefined ? {} : { hash }),
    body: row.body,
    broken: parsed === null,
  };
}

function remember(store: Store, fresh: readonly Row[], gone: readonly string[]): void {
  if (fresh.length === 0 && gone.length === 0) return;
  const write = store.db.prepare("INSERT OR REPLACE INTO page (path, stat, seen, body, front) VALUES (?, ?, ?, ?, ?)");
  const remove = store.db.prepare("DELETE FROM page WHERE path = ?");
  store.transaction(() => {
    for (const row of fresh) write.run([row.path, row.stat, row.seen, row.body, row.front]);
    for (const path of gone) remove.run([path]);
  });
}
