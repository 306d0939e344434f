// Where each page goes: names unique under wiki/, then what a person moved or deleted.
import type { SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { type Named, uniqueNames } from "../text/slug.ts";
import { placeOf } from "../vault/decided-places.ts";
import type { Decision } from "../vault/decisions.ts";
import type { Layout } from "../vault/layout.ts";
import type { WikiPage } from "../vault/load.ts";

export interface Places {
  /** Paths with ".md"; undefined for pages that a person deleted. */
  source(note: SourceNote): string | undefined;
  text(note: SourceNote): string | undefined;
  topic(topic: Topic): string | undefined;
}

export function placesOf(
  layout: Layout,
  notes: readonly SourceNote[],
  topics: readonly Topic[],
  wiki: readonly WikiPage[],
  decisions: readonly Decision[],
): Places {
  const named: Named[] = [
    ...notes.map((note) => ({
      key: `source ${note.path}`,
      title: note.meta.title,
      kind: "source",
      rawPath: rawPathOf(note.path),
    })),
    ...notes
      .filter((note) => !note.opens)
      .map((note) => ({
        key: `text ${note.path}`,
        title: `${note.meta.title} text`,
        kind: "text",
        rawPath: rawPathOf(note.path),
      })),
    ...topics.map((topic) => ({ key: topicKey(topic), title: topic.title, kind: topic.kind ?? topic.type })),
  ];
  const own = wiki.filter((page) => !page.ours).map((page) => stemOf(page.path));
  const moved = decisions.flatMap((one) => (one.kind === "rename" && one.to.endsWith(".md") ? [stemOf(one.to)] : []));
  const names = uniqueNames(named, [...own, ...moved]);
  const place = (key: string, folder: string, title: string): string | undefined => {
    const path = `${folder}/${names.get(key) ?? "untitled"}.md`;
    return placeOf(decisions, { path, title });
  };
  return {
    source: (note) => place(`source ${note.path}`, layout.folderOf.source, note.meta.title),
    text: (note) =>
      note.opens ? undefined : place(`text ${note.path}`, layout.folderOf.text, `${note.meta.title} text`),
    topic: (topic) => place(topicKey(topic), layout.folderOf[topic.type], topic.title),
  };
}

/** A file that holds several documents gives notes "raw/book.epub::2". */
export function rawPathOf(notePath: string): string {
  return notePath.split("::")[0] ?? notePath;
}

function topicKey(topic: Topic): string {
  return `topic ${topic.type} ${topic.title}`;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
