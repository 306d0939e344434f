// What of a topic's claims its page may say, most telling first, near-repetitions as one sentence with several citations.
import type { BriefClaim, TopicBrief } from "../../../core/engine.ts";
import type { CitedSentence, ClaimRef } from "../../../core/topic.ts";
import { sortableDate } from "../../../text/dates.ts";
import { anyOf, literal } from "../../../text/literal.ts";
import { isTimely } from "../../../text/timely.ts";
import { stemsOf } from "../../../text/words.ts";
import { hasUnsettled } from "../sentences/definite.ts";
import { isAside, isHalf, pageText } from "../sentences/fitness.ts";
import {
  hasLetters,
  isAsked,
  isEmpty,
  isFramed,
  isPointing,
  isRule,
  isUndatedPast,
  predicatesOf,
} from "../sentences/predicate.ts";
import { lengthOf } from "../sentences/standing.ts";

/** The name is the subject, or stands in front: all else is about something else. */
const ENOUGH_ABOUT = 0.5;
/** Shared stems as a part of all: from here on two sentences say one thing. */
export const SAME = 0.6;

/** Words; what somebody said so shortly tells less than who said it. */
const REMARK = 14;

export interface Item {
  readonly claim: BriefClaim;
  /** As the page says it. */
  readonly text: string;
  /** What stands behind its subject, which is the thing. */
  readonly predicate: string;
  readonly refs: readonly ClaimRef[];
  readonly stems: ReadonlySet<string>;
}

/** `first` is the sentence that opens the page; what repeats it only adds its citation. */
export function itemsOf(
  brief: TopicBrief,
  first: CitedSentence,
): { readonly lead: CitedSentence; readonly items: Item[] } {
  const lead = { text: first.text, refs: [...first.claims], stems: new Set(stemsOf(first.text)) };
  const items: { claim: BriefClaim; text: string; predicate: string; refs: ClaimRef[]; stems: Set<string> }[] = [];
  const predicateOf = predicatesOf(brief.aliases);
  const isOneOfThem = definiteOf(brief);
  const names = anyOf(brief.aliases);
  for (const claim of brief.claims) {
    const text = pageText(claim.claim.text, brief.aliases);
    if (first.claims.some((ref) => ref.source === claim.source && ref.id === claim.id)) continue;
    if (claim.about < ENOUGH_ABOUT || text === undefined || isAside(claim.claim.place) || isHalf(claim.claim)) continue;
    if (!/^the\s/i.test(first.text) && isOneOfThem(text)) continue;
    if (hasUnsettled(text, brief.aliases) || isEmpty(text) || hasLetters(text)) continue;
    if (isRule(text) || isPointing(text) || isFramed(claim.claim.place.headings, brief.aliases)) continue;
    const predicate = predicateOf(text);
    if (predicate === undefined || isUndatedPast(predicate) || (brief.type === "entity" && isAsked(predicate)))
      continue;
    // "Ada Quill: “It is a young language.”": a remark.
    if (/^[^“”:]{2,60}: “.*”$/u.test(text) && lengthOf(text) < REMARK) continue;
    // "The lamp could give a warning": nobody says that it does.
    if (/^(?:\S+ ){1,4}(?:could|might) /u.test(text)) continue;
    // How things stood on a day that nobody knows helps nobody.
    if (isTimely(text) && !claim.published) continue;
    const stems = new Set(stemsOf(text));
    const same = (other: string, theirs: ReadonlySet<string>) =>
      overlap(theirs, stems) >= SAME && figuresOf(other) === figuresOf(text);
    const ref = { source: claim.source, id: claim.id };
    const twin = same(lead.text, lead.stems) ? lead : items.find((item) => same(item.text, item.stems));
    // "Rust is a systems programming language", "Rust is a language for systems": once is enough.
    const sort = sortIn(text, names);
    if (twin) twin.refs.push(ref);
    else if (sort === undefined || sort !== sortIn(lead.text, names))
      items.push({ claim, text, predicate, refs: [ref], stems });
  }
  return { lead: { text: lead.text, claims: lead.refs }, items };
}

/** The sort of thing that a sentence says one of `names` is: "language" of "Rust is a systems language that …". */
function sortIn(text: string, names: string): string | undefined {
  const said = text
    .replace(/^\[([^\]]+)\]/, "$1")
    .match(new RegExp(`^(?:the |an? )?(?:${names})(?: \\([^)]*\\))? (?:is|are|was) (?:an?|the) ([^,;.]+)`, "iu"))?.[1];
  const head = said?.split(
    / (?:that|which|who|whose|where|for|of|to|in|with|by|on|focused|used|designed|written|(?!(?:building|engineering|logging|operating|programming|testing)\b)\p{Alpha}+ing)\b/u,
  )[0];
  return head?.split(" ").at(-1)?.toLowerCase();
}

/** Does a sentence speak of one of many: "The precompile maintains …", where the page is on precompiles? */
export function definiteOf(brief: TopicBrief): (text: string) => boolean {
  if (!isCommon(brief)) return () => false;
  const one = new RegExp(`^the (?:${literal(brief.title)})s?\\b`, "iu");
  return (text) => one.test(text);
}

/** A single word that its sources write small: what "the" goes before is then one of many. */
function isCommon({ title, aliases, claims }: TopicBrief): boolean {
  if (/\s|\p{Upper}.*\p{Upper}|\p{Lower}\p{Upper}/u.test(title)) return false;
  const small = title.toLowerCase();
  return (
    aliases.some((alias) => alias === small) || claims.filter((one) => one.claim.text.includes(` ${small}`)).length > 1
  );
}

/** Two sentences with other figures say two things, however alike their words. */
function figuresOf(text: string): string {
  return (text.match(/\d[\d,.]*/g) ?? []).join(" ");
}

/** Shared as a part of all. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Years, figures and other names tell much; a denial or a short remark tells little. */
export function tellingOf(item: Item): number {
  const { text } = item;
  const names = text.slice(1).match(/\p{Upper}\p{Alpha}+/gu)?.length ?? 0;
  return (
    (/\b\d{4}\b/.test(text) ? 2 : 0) +
    (/\d/.test(text) ? 1 : 0) +
    Math.min(2, names) -
    (/n['’]t\b|\bnot\b|\bno\b/.test(text) ? 3 : 0) -
    (lengthOf(text) < 8 ? 2 : 0) +
    0.5
  );
}

/** By the year of their sources, then as they stand there. */
export function inOrder(items: readonly Item[]): Item[] {
  const key = (item: Item) => `${sortableDate(item.claim.published)}\n${item.claim.source}`;
  const n = (item: Item) => item.claim.claim.evidence[0] ?? 0;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : n(a) - n(b)));
}

export function sentenceOf(item: Item): CitedSentence {
  // A referent that opens the sentence reads as its subject; inside it stays in brackets.
  return { text: item.text.replace(/^\[([^\]]+)\]/, "$1"), claims: item.refs };
}
