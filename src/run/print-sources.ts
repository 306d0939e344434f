// Notes -> pages of sources: a page is put together again only when its note, its place or the topics that its names lead to changed.
import type { SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import { facetsOf } from "../link/facets.ts";
import { nameKey } from "../text/names.ts";
import { byCodePoint } from "../text/order.ts";
import { memoKey } from "../vault/memo.ts";
import type { SourceInfo } from "../write/citations.ts";
import { namesLeading } from "../write/known-by.ts";
import type { PlacedTopic } from "../write/names.ts";
import { asksTopic, sourcePage } from "../write/source-page.ts";
import { WRITE_VERSION } from "../write/topic-page.ts";
import { keysOf } from "./known-notes.ts";
import type { PageLayouts } from "./page-layouts.ts";
import type { Places } from "./places.ts";
import { headOf, type PageHead, pageOf } from "./printed-head.ts";
import type { SiteInput } from "./site.ts";

export interface SourcePrinter {
  /** Those that have a page. */
  readonly notes: readonly SourceNote[];
  readonly places: Places;
  readonly topicOf: (source: string, name: string) => PlacedTopic | undefined;
  /** Keys of all names that a topic's page has. */
  readonly topicKeys: ReadonlySet<string>;
  readonly infos: ReadonlyMap<string, SourceInfo>;
  readonly layouts: PageLayouts;
}

/** Pages in the order of `notes`. */
export function printSources(
  { workspace, noted, counter }: SiteInput,
  { notes, places, topicOf, topicKeys, infos, layouts }: SourcePrinter,
): Page[] {
  const { memo } = workspace.store;
  const keys = keysOf(noted);
  const newest = newestByUrl(notes);
  const leading = namesLeading(
    notes,
    (name) => topicKeys.has(nameKey(name)),
    (note) => facetsOf(note).keys,
  );
  return notes.map((note) => {
    const path = places.source(note) ?? "";
    const text = places.text(note);
    const newer = note.meta.url ? newest.get(note.meta.url) : undefined;
    const info = newer && newer.path !== note.path ? infos.get(newer.path) : undefined;
    const ownKeys = facetsOf(note).keys;
    const meant = new Map<string, PlacedTopic>();
    note.mentions.forEach((mention, i) => {
      // Most names have no page.
      if (!topicKeys.has(ownKeys[i] ?? "") || !asksTopic(mention)) return;
      const placed = topicOf(note.path, mention.name);
      if (placed) meant.set(mention.name, placed);
    });
    const goes = leading.get(note.path) ?? { by: [], taken: [] };
    const tier = infos.get(note.path)?.tier;
    const key = memoKey(
      "head",
      keys.get(note.path),
      path,
      text,
      [...meant].map(([name, { page, topic }]) => [name, page, topic.title, topic.kind]),
      goes.by,
      goes.taken,
      info,
      ...(tier === undefined ? [] : [tier]),
      layouts.key,
      WRITE_VERSION,
    );
    const print = (): Page => {
      counter.count("source");
      return sourcePage({
        note,
        path,
        ...(text ? { textPage: text.replace(/\.md$/, "") } : {}),
        topicOf: (name) => meant.get(name),
        goes,
        layOut: layouts.layOut,
        ...(tier === undefined ? {} : { tier }),
        ...(info ? { supersededBy: { page: info.page, title: info.title } } : {}),
      });
    };
    const known = memo.get<PageHead>("source", key);
    if (known) return pageOf(known, print);
    const page = print();
    memo.set("source", key, headOf(page));
    return page;
  });
}

/** The copy of each URL that was clipped last, where there are several. */
function newestByUrl(notes: readonly SourceNote[]): Map<string, SourceNote> {
  const out = new Map<string, SourceNote>();
  // The tenth copy ends in _10 and is newer than _2.
  const inOrder = [...notes].sort((a, b) => byCodePoint(counted(a.path), counted(b.path)));
  for (const note of inOrder) if (note.meta.url) out.set(note.meta.url, note);
  return out;
}

function counted(path: string): string {
  return path.replace(/\d+/gu, (digits) => digits.padStart(12, "0"));
}
