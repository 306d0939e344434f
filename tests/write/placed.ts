// Topics with a place, and sources with a page, for tests of what is printed.
import { fileURLToPath } from "node:url";
import type { Topic } from "../../src/core/topic.ts";
import { pageLayouts } from "../../src/run/page-layouts.ts";
import { layoutOf } from "../../src/vault/layout.ts";
import { defaultSettings } from "../../src/vault/settings-schema.ts";
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

/** As kb's own templates have it. */
export const { layOut } = pageLayouts(layoutOf(fileURLToPath(new URL("none", import.meta.url)), defaultSettings()));
