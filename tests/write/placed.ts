// Topics with a place, and sources with a page, for tests of what is printed.
import type { Topic } from "../../src/core/topic.ts";
import type { PlacedTopic } from "../../src/write/names.ts";

export function placed(title: string, more: Partial<Topic> = {}): PlacedTopic {
  const page = `wiki/concepts/${title.toLowerCase().replaceAll(" ", "-")}`;
  return { page, topic: { title, type: "concept", aliases: [title], claims: [], named: [], subjectOf: [], ...more } };
}
export const sourceOf = (path: string) =>
  path.startsWith("raw/")
    ? { page: `wiki/sources/${path.slice(4, -3)}`, title: path.slice(4, -3), year: "", byline: "Ada, 2020" }
    : undefined;
export const A = { source: "raw/a.md", id: "c-aaaaaaaaaa" };
export const B = { source: "raw/b.md", id: "c-bbbbbbbbbb" };
