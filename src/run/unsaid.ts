// What several sources name and no page tells of: the overview says in which of them to look.
import { tag } from "../engine/extractive/tag.ts";
import { byCodePoint } from "../text/order.ts";
import { titledSources } from "../write/brief.ts";
import type { Unsaid } from "../write/overview-input.ts";
import type { Site } from "./site.ts";

/** Of each its sources, those headed by it and then those that name it oftenest first. */
export function unsaidIn({ unsaid, notes }: Site): Unsaid[] {
  const things = unsaid.filter(({ topic }) => !isQuality(topic.title));
  const headed = titledSources(things, new Map(notes.map((note) => [note.path, note])));
  return things.map(({ topic, page }) => {
    const titled = new Set(headed.get(page) ?? []);
    const counts = new Map(topic.named.map(({ source, count }) => [source, count]));
    const sources = [...new Set([...counts.keys(), ...titled])].sort(
      (a, b) =>
        Number(titled.has(b)) - Number(titled.has(a)) ||
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
        byCodePoint(a, b),
    );
    return { title: topic.title, sources, headed: titled.size };
  });
}

/** "Federal": how things are. */
function isQuality(title: string): boolean {
  const [first, next] = tag(title.toLowerCase());
  return next === undefined && first?.pos === "ADJ";
}
