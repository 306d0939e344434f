// Sections of a longer topic page: what belongs together, by a shared neighbour, over the years, or by its source.
import type { TopicBrief, TopicSection } from "../../../core/engine.ts";
import type { CitedSentence } from "../../../core/topic.ts";
import { yearOf } from "../../../text/dates.ts";
import { finderOf } from "../../../text/mentions.ts";
import { nameKey } from "../../../text/names.ts";
import { lengthOf } from "../sentences/standing.ts";
import { type Item, inOrder, sentenceOf } from "./items.ts";

/** Sections by a neighbouring topic that several sentences share, then by year, then by source. */
export function grouped(rest: readonly Item[], brief: TopicBrief): TopicSection[] {
  let left = [...rest];
  const sections: TopicSection[] = [];
  const take = (heading: string, items: readonly Item[], listed = false) => {
    left = left.filter((item) => !items.includes(item));
    const sentences = inOrder(items).map(sentenceOf);
    sections.push({ heading, paragraphs: listed ? sentences.map((one) => [one]) : [sentences] });
  };
  const dated = left.filter((item) => yearIn(item.text) !== undefined);
  const years = new Set(dated.map((item) => yearIn(item.text)));
  const history = years.size >= 3 ? dated : [];
  left = left.filter((item) => !history.includes(item));
  for (let i = 0; i < 4; i++) {
    const best = bestNeighbour(left, brief, new Set(sections.map((section) => section.heading)));
    if (!best) break;
    take(best.heading, best.items);
  }
  for (const source of [...new Set(left.map((item) => item.claim.source))].sort()) {
    const own = left.filter((item) => item.claim.source === source);
    const heading = headingFrom(own);
    if (own.length >= 2 && heading) take(heading, own);
  }
  // What is left shares nothing with anything: a sentence of its own in the lead would be noise unless it is about the topic.
  const loose = left.filter((item) => item.claim.about === 1);
  if (loose.length > 0) sections.unshift({ heading: "", paragraphs: [inOrder(loose).map(sentenceOf)] });
  if (history.length > 0) {
    const ordered = [...history].sort((a, b) => ((yearIn(a.text) ?? "") < (yearIn(b.text) ?? "") ? -1 : 1));
    sections.push({ heading: "Over time", paragraphs: ordered.map((item) => [sentenceOf(item)]) });
  }
  return merged(sections);
}

/** Each with the year of its source before it. */
export function yearByYear(items: readonly Item[]): TopicSection[] {
  return items.length > 0
    ? [{ heading: "Year by year", paragraphs: inOrder(items).map((item) => [labelled(item)]) }]
    : [];
}

function labelled(item: Item): CitedSentence {
  const year = yearOf(item.claim.published);
  return { ...sentenceOf(item), ...(year ? { label: year } : {}) };
}

/** Two groups of one name are one section. */
export function merged(sections: readonly TopicSection[]): TopicSection[] {
  const byHeading = new Map<string, TopicSection>();
  for (const section of sections) {
    const before = byHeading.get(section.heading);
    const paragraphs = [...(before?.paragraphs ?? []), ...section.paragraphs];
    const label = (one: (typeof paragraphs)[number]) => one[0]?.label ?? "";
    const dated = paragraphs.every((one) => label(one) !== "");
    byHeading.set(section.heading, {
      heading: section.heading,
      paragraphs: dated
        ? paragraphs.sort((a, b) => (label(a) < label(b) ? -1 : label(a) > label(b) ? 1 : 0))
        : paragraphs,
    });
  }
  return [...byHeading.values()];
}

function bestNeighbour(
  left: readonly Item[],
  brief: TopicBrief,
  used: ReadonlySet<string>,
): { heading: string; items: Item[] } | undefined {
  const own = new Set(brief.aliases.map(nameKey));
  const finder = finderOf(
    brief.neighbours.filter((name) => !own.has(nameKey(name))).map((name) => ({ name, value: name, cased: false })),
  );
  const by = new Map<string, Item[]>();
  for (const item of left) {
    for (const name of new Set(finder.find(item.text).map((found) => found.value)))
      by.set(name, [...(by.get(name) ?? []), item]);
  }
  const best = [...by]
    .filter(([name, items]) => items.length >= 2 && items.length <= 6 && !used.has(name))
    .sort((a, b) => b[1].length - a[1].length || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0];
  return best && { heading: best[0], items: best[1] };
}

const TEMPLATE_HEADING =
  /^(?:\d+[.)]?\s*)?(?:summary|abstract|motivation|introduction|background|overview|rationale.*|drawbacks?|alternatives.*|specification|detailed design|design|guide-level explanation|reference-level explanation|unresolved questions?|prior art|future possibilities|conclusions?|discussion|details?|notes?|examples?|contents?|appendix.*|copyright|test cases|implementation|security considerations|backwards? compatibility)$/i;

/** The section of the source they all stand in, when its heading tells something. */
function headingFrom(items: readonly Item[]): string {
  const first = items[0]?.claim;
  const lasts = new Set(items.map((item) => item.claim.claim.place.headings.at(-1) ?? ""));
  const only = lasts.size === 1 ? [...lasts][0] : "";
  const own = first?.sourceTitle ?? "";
  if (only && only !== own && !TEMPLATE_HEADING.test(only) && lengthOf(only) <= 9 && !/[?:]$/.test(only)) return only;
  return "";
}

function yearIn(text: string): string | undefined {
  return text.match(/\b(1[5-9]\d\d|20[0-4]\d)\b(?!\s*(?:px|bytes|KB|MB|ms))/)?.[1];
}
