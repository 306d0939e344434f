// What several sources name and no page tells of: the overview says in which of them to look.
import { tag } from "../engine/extractive/tag.ts";
import { byCodePoint } from "../text/order.ts";
import { titledSources } from "../write/brief.ts";
import type { Unsaid } from "../write/overview-input.ts";
import type { Site } from "./site.ts";

/** That a title outweighs, however often a text comes back to the name. */
const MENTIONS = 1000;

export function unsaidIn({ unsaid, notes }: Site): Unsaid[] {
  const things = unsaid.filter(({ topic }) => !isQuality(topic.title));
  const headed = titledSources(things, new Map(notes.map((note) => [note.path, note])));
  return things.map(({ topic, page }) => {
    const titled = new Set(headed.get(page) ?? []);
    const counts = new Map(topic.named.map(({ source, count }) => [source, count]));
    for (const source of titled) counts.set(source, (counts.get(source) ?? 0) + MENTIONS);
    const sources = [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([source]) => source);
    return { title: topic.title, sources, headed: titled.size };
  });
}

/** "Federal": how things are. */
function isQuality(title: string): boolean {
  const [first, next] = tag(title.toLowerCase());
  return next === undefined && first?.pos === "ADJ";
}
