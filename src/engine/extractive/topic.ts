// A topic page without a model: the claim that says what the thing is, then claims grouped by what they share.
import type { BriefClaim, TopicBrief, TopicDraft, TopicSection } from "../../core/engine.ts";
import type { CitedSentence, ClaimRef } from "../../core/topic.ts";
import { sortableDate } from "../../text/dates.ts";
import { finderOf } from "../../text/mentions.ts";
import { nameKey } from "../../text/names.ts";
import { stemsOf } from "../../text/words.ts";
import { fitsPage } from "./fitness.ts";
import { lengthOf, readsAlone } from "./standing.ts";
import { statedOf } from "./stated.ts";
import { elsewhere, surveyOf } from "./survey.ts";
import { tellerOf } from "./tells.ts";

const MOST_SENTENCES = 18;
const LEAD_SENTENCES = 3;
const SMALL_PAGE = 6;
const SAME = 0.6;
const ENOUGH_ABOUT = 0.5;
/** With fewer sentences than this a page also takes claims that name the topic further on. */
const THIN = 5;
const NAMED = 0.2;

interface Item {
  readonly claim: BriefClaim;
  readonly refs: readonly ClaimRef[];
  readonly stems: ReadonlySet<string>;
}

export function extractiveTopic(brief: TopicBrief): TopicDraft {
  const lead = leadOf(brief);
  // Nothing says what it is: better no entry than one that begins in the middle; but what many speak of is surveyed.
  if (!lead) return { sections: [], dropped: [], survey: surveyOf(brief) };
  const pool = itemsOf(brief, lead.claims);
  const sentences: CitedSentence[] = [lead];
  const opening = pool
    .filter((item) => item.claim.about === 1 && tellingOf(item) > 0)
    .sort((a, b) => tellingOf(b) - tellingOf(a))
    .slice(0, LEAD_SENTENCES - sentences.length);
  const rest = pool.filter((item) => !opening.includes(item)).slice(0, MOST_SENTENCES);
  sentences.push(...inOrder(opening).map(sentenceOf));
  const sections: TopicSection[] = [{ heading: "", paragraphs: [sentences] }];
  if (rest.length + sentences.length <= SMALL_PAGE) {
    if (rest.length > 0) sections[0] = { heading: "", paragraphs: [sentences, inOrder(rest).map(sentenceOf)] };
    const all = sections.flatMap((section) => section.paragraphs.flat());
    return { sections, dropped: [], ...(all.length < THIN ? { survey: elsewhere(brief, all) } : {}) };
  }
  return { sections: merged([...sections, ...grouped(rest, brief)]), dropped: [] };
}

/** Years, figures and other names tell much; a denial or a short remark tells little. */
function tellingOf(item: Item): number {
  const text = item.claim.claim.text;
  const names = text.slice(1).match(/\p{Lu}\p{L}+/gu)?.length ?? 0;
  return (
    (/\b\d{4}\b/.test(text) ? 2 : 0) +
    (/\d/.test(text) ? 1 : 0) +
    Math.min(2, names) -
    (/n['’]t\b|\bnot\b|\bno\b/.test(text) ? 3 : 0) -
    (lengthOf(text) < 8 ? 2 : 0) +
    0.5
  );
}

/** The first line: the defining sentence, or the definition put behind the name, or a plain sentence that tells what it is or does. */
function leadOf(brief: TopicBrief): CitedSentence | undefined {
  const { definedBy, definition, definitionStrength = 0 } = brief;
  if (definedBy && definition) {
    const refs = [{ source: definedBy.source, id: definedBy.id }];
    if (definitionStrength === 0.5 && !/\p{sc=Han}/u.test(definition))
      return {
        text: statedOf({
          name: brief.title,
          definition,
          evidence: definedBy.claim.quote,
          ...(brief.kind ? { kind: brief.kind } : {}),
        }),
        claims: refs,
      };
    if (definitionStrength > 0.5 && readsAlone(definedBy.claim.text))
      return { text: definedBy.claim.text, claims: refs };
  }
  return statementOf(brief);
}

/** The plainest sentence that opens with the name and goes on with what it is or does. */
function statementOf(brief: TopicBrief): CitedSentence | undefined {
  const tells = tellerOf(brief.aliases);
  const plain = brief.claims
    .filter((one) => tells(one.claim.text) && readsAlone(one.claim.text))
    .sort((a, b) => plainness(b) - plainness(a))[0];
  return plain && { text: plain.claim.text, claims: [{ source: plain.source, id: plain.id }] };
}

/** Shorter reads better as a first line, down to what says too little. */
function plainness(one: BriefClaim): number {
  return one.about - Math.abs(lengthOf(one.claim.text) - 18) / 30;
}

/** Claims fit for a page, most telling first; near-repetitions become one sentence with two citations. */
function itemsOf(brief: TopicBrief, used: readonly ClaimRef[]): Item[] {
  const items: { claim: BriefClaim; refs: ClaimRef[]; stems: Set<string> }[] = [];
  for (const claim of brief.claims) {
    if (used.some((ref) => ref.source === claim.source && ref.id === claim.id)) continue;
    if (claim.about < (items.length < THIN ? NAMED : ENOUGH_ABOUT) || !fitsPage(claim.claim.text)) continue;
    const stems = new Set(stemsOf(claim.claim.text));
    const twin = items.find(
      (item) => overlap(item.stems, stems) >= SAME && figuresOf(item.claim.claim.text) === figuresOf(claim.claim.text),
    );
    const ref = { source: claim.source, id: claim.id };
    if (twin) twin.refs.push(ref);
    else items.push({ claim, refs: [ref], stems });
  }
  return items;
}

/** Two sentences with other figures say two things, however alike their words. */
function figuresOf(text: string): string {
  return (text.match(/\d[\d,.]*/g) ?? []).join(" ");
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Sections by a neighbouring topic that several sentences share, then by year, then by source. */
function grouped(rest: readonly Item[], brief: TopicBrief): TopicSection[] {
  let left = [...rest];
  const sections: TopicSection[] = [];
  const take = (heading: string, items: readonly Item[], listed = false) => {
    left = left.filter((item) => !items.includes(item));
    const sentences = inOrder(items).map(sentenceOf);
    sections.push({ heading, paragraphs: listed ? sentences.map((one) => [one]) : [sentences] });
  };
  const dated = left.filter((item) => yearIn(item.claim.claim.text) !== undefined);
  const years = new Set(dated.map((item) => yearIn(item.claim.claim.text)));
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
    const ordered = [...history].sort((a, b) =>
      (yearIn(a.claim.claim.text) ?? "") < (yearIn(b.claim.claim.text) ?? "") ? -1 : 1,
    );
    sections.push({ heading: "Over time", paragraphs: ordered.map((item) => [sentenceOf(item)]) });
  }
  return merged(sections);
}

/** Two groups of one name are one section. */
function merged(sections: readonly TopicSection[]): TopicSection[] {
  const byHeading = new Map<string, TopicSection>();
  for (const section of sections) {
    const before = byHeading.get(section.heading);
    byHeading.set(
      section.heading,
      before ? { ...before, paragraphs: [...before.paragraphs, ...section.paragraphs] } : section,
    );
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
    for (const name of new Set(finder.find(item.claim.claim.text).map((found) => found.value)))
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

function inOrder(items: readonly Item[]): Item[] {
  const key = (item: Item) => `${sortableDate(item.claim.published)}\n${item.claim.source}`;
  const n = (item: Item) => item.claim.claim.evidence[0] ?? 0;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : n(a) - n(b)));
}

function sentenceOf(item: Item): CitedSentence {
  // A referent that opens the sentence reads as its subject; inside it stays in brackets.
  return { text: item.claim.claim.text.replace(/^\[([^\]]+)\]/, "$1"), claims: item.refs };
}

function yearIn(text: string): string | undefined {
  return text.match(/\b(1[5-9]\d\d|20[0-4]\d)\b(?!\s*(?:px|bytes|KB|MB|ms))/)?.[1];
}
