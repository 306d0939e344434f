// Notes -> pages of sources: a page is put together again only when its note, its place or the topics that its names lead to changed.
import type { SourceNote } from "../core/note.ts";
import type { Page } from "../core/page.ts";
import { facetsOf } from "../link/facets.ts";
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
import type { SiteInput } from "./site.ts";

export interface SourcePrinter {
  /** Those that have a page. */
  readonly notes: readonly SourceNote[];
  readonly places: Places;
  readonly topicOf: (source: string, name: string) => PlacedTopic | undefined;
  /** Has a topic's page the name? */
  readonly isTopic: (name: string) => boolean;
  readonly infos: ReadonlyMap<string, SourceInfo>;
  readonly layouts: PageLayouts;
}

/** Pages in the order of `notes`. */
export function printSources(
  { workspace, noted, counter }: SiteInput,
  { notes, places, topicOf, isTopic, infos, layouts }: SourcePrinter,
): Page[] {
  const { memo } = workspace.store;
  const keys = keysOf(noted);
  const newest = newestByUrl(notes);
  const leading = namesLeading(notes, isTopic, (note) => facetsOf(note).keys);
  return notes.map((note) => {
    const path = places.source(note) ?? "";
    const text = places.text(note);
    const newer = note.meta.url ? newest.get(note.meta.url) : undefined;
    const info = newer && newer.path !== note.path ? infos.get(newer.path) : undefined;
    const meant = new Map(
      note.mentions.filter(asksTopic).flatMap(({ name }) => {
        const placed = topicOf(note.path, name);
        return placed ? [[name, placed] as const] : [];
      }),
    );
    const goes = leading.get(note.path) ?? { by: [], taken: [] };
    const tier = infos.get(note.path)?.tier;
    const key = memoKey(
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
    const known = memo.get<Page>("source", key);
    if (known) return known;
    const page = sourcePage({
      note,
      path,
      ...(text ? { textPage: text.replace(/\.md$/, "") } : {}),
      topicOf: (name) => meant.get(name),
      goes,
      layOut: layouts.layOut,
      ...(tier === undefined ? {} : { tier }),
      ...(info ? { supersededBy: { page: info.page, title: info.title } } : {}),
    });
    counter.count("source");
    memo.set("source", key, page);
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
