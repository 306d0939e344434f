// What a list of sources shows of each: the sentence that has the thing as its subject, or that says what the document does with it.
import type { BriefClaim, BriefSource, TopicBrief } from "../../../core/engine.ts";
import type { Claim } from "../../../core/note.ts";
import { isTimely } from "../../../text/timely.ts";
import { stemsOf } from "../../../text/words.ts";
import { tellerOf } from "../definitions/tells.ts";
import { isAside, isHalf, pageText, tellsPlainly } from "../sentences/fitness.ts";
import { howLine } from "../sentences/how-line.ts";
import { linerOf } from "../sentences/line-fit.ts";
import { definiteOf } from "./items.ts";
import { doesOf, lineOfItself } from "./line-does.ts";
import {
  DENIES,
  definesOther,
  fronterOf,
  hasPlainSubject,
  isPast,
  isSentence,
  listerOf,
  namerOf,
  openerOf,
  spellerOf,
} from "./line-subject.ts";
import { DWELT_ON } from "./surveyed.ts";

export interface Shown {
  readonly claim: BriefClaim;
  readonly text: string;
  /** What its document does, and no statement of the thing. */
  readonly does: boolean;
}

/** Only what has the thing as its subject is sure to be about it. */
const ABOUT = 0.6;
/** The name opens the sentence, though another noun is its subject: "A lamp's wick draws oil." */
const OPENS = 0.4;
/** The name stands somewhere in it, by itself. */
const NAMED = 0.11;
/** "Lamp is Finally Bright describes it": the title of something read. */
const TITLE = /^\S+ (?:\p{Lower}+ )?\p{Upper}\p{Lower}+ \p{Upper}\p{Lower}+ \p{Lower}/u;
/** What may be shown of a source, by its path; "" is never shown. */
export function shownOf(brief: TopicBrief): ReadonlyMap<string, Shown> {
  const names = namerOf(brief.aliases);
  const titled = new Set(brief.spread.flatMap((one) => (one.titled ? one.source : [])));
  const sums = new Set(brief.spread.flatMap((one) => (one.sums ?? []).map(({ claim }) => claim)));
  const spelt = spellerOf(brief.aliases);
  const best = new Map<string, { rank: number; shown: Shown }>();
  const rankedIn = rankerOf(brief);
  const lineOf = linerOf(brief);
  const spoken = brief.spread.flatMap(({ first, says = [], sums = [] }: BriefSource) => [
    ...(first ? [first] : []),
    ...says,
    ...sums,
  ]);
  const seen = new Set<Claim>();
  for (const claim of [...brief.claims, ...spoken]) {
    if (seen.has(claim.claim)) continue;
    seen.add(claim.claim);
    const summing = sums.has(claim.claim) ? summedIn(claim) : [];
    for (const { text: said, rank, does = false, own = 0 } of [...rankedIn(claim), ...summing]) {
      if (rank <= (best.get(claim.source)?.rank ?? 0)) continue;
      const text = lineOf(said);
      // What could be so, its document only considers.
      if (text === undefined || (!does && /\b(?:could|might|would)\b/.test(text))) continue;
      // What a bracketed title names, its sentence need not; what a note is about, its title says.
      // "The Tide team decides": of a body that only has its name.
      const other = spelt(text) && rank !== OF_A_NOTE;
      const entitled = !other && titled.has(claim.source) && sharedWith(text, claim.sourceTitle) >= own;
      const summed = rank === OF_A_DOCUMENT && titled.has(claim.source) && sums.has(claim.claim);
      if (!(summed || (own > 0 && entitled) || (rank === OF_A_NOTE ? spelt : names)(text))) continue;
      best.set(claim.source, { rank, shown: { claim, text, does } });
    }
  }
  for (const { source, described } of brief.spread) {
    if (!described || (best.get(source)?.rank ?? 0) >= DESCRIBED) continue;
    const text = lineOf(lineOfItself(described.text, described.by.sourceTitle));
    // Of a source that is headed by the thing its description tells what it has on it.
    if (text !== undefined && (titled.has(source) || names(text)))
      best.set(source, { rank: DESCRIBED, shown: { claim: described.by, text, does: true } });
  }
  return new Map([...best].map(([source, { shown }]) => [source, shown]));
}

/** What sums up a source that is headed by the thing. */
function summedIn(one: BriefClaim): Ranked[] {
  const { text, place } = one.claim;
  if (isAside(place) || isHalf(one.claim) || isLate(one)) return [];
  return [{ text: pageText(text), rank: 0.8, does: true, own: OF_A_SUMMARY }];
}

/** Rank of what a document says that it does. */
const OF_A_DOCUMENT = 4;
/** Rank of what a note sets out to do: "for a Tide project". */
const OF_A_NOTE = 2;
/** Stems of a title: so many in what a note sets out to do, or in what sums it up, and both are of one thing. */
const OF_A_STEP = 2;
const OF_A_SUMMARY = 3;

function sharedWith(text: string, title: string): number {
  const own = new Set(stemsOf(title));
  return new Set(stemsOf(text).filter((stem) => own.has(stem))).size;
}

/** What a source says of itself is shorter than its sentences and made for those who do not know it. */
const DESCRIBED = 4.5;

interface Ranked {
  readonly text: string | undefined;
  /** Higher is better. */
  readonly rank: number;
  readonly does?: boolean;
  /** Stems that it shares with its source's title, which may name the thing in its stead. */
  readonly own?: number;
}

/** As what a claim may stand in a list: what says what the thing is or does, what its document does, what something does with it. */
function rankerOf(brief: TopicBrief): (one: BriefClaim) => Ranked[] {
  const isOneOfThem = definiteOf(brief);
  const tells = tellerOf(brief.aliases);
  const opens = openerOf(brief.aliases);
  const speaking = new Set(
    brief.spread.filter(({ titled: is, count }) => is || count >= DWELT_ON).map(({ source }) => source),
  );
  const fronts = fronterOf(brief.aliases);
  const lists = listerOf(brief.aliases);
  const person = brief.kind === "person";
  // "brew install datasette" speaks of no Datasette.
  const isSpelt = (text: string): boolean => brief.aliases.some((alias) => text.includes(alias));
  return (one) => {
    const { text, place } = one.claim;
    const how = howLine(one.claim);
    if (how !== undefined && speaking.has(one.source) && !isAside(place))
      return [{ text: how, rank: OF_A_NOTE, does: true, own: OF_A_STEP }];
    if (isAside(place) || isHalf(one.claim) || isLate(one)) return [];
    const out: Ranked[] = [];
    const does = doesOf(one.claim);
    if (does !== undefined) out.push({ text: does, rank: OF_A_DOCUMENT, does: true });
    if (one.about < NAMED) return out;
    // "The number of the berth, written in capitals": named, and nothing said.
    const phrase = /^(?:an?|the) /i.test(text) && !isSentence(text);
    if (one.about >= ABOUT && !phrase && !isOneOfThem(text))
      out.push({ text: pageText(text), rank: tells(text) ? 5 : 3 });
    else if (
      one.about >= OPENS &&
      opens(text) &&
      !DENIES.test(text) &&
      !TITLE.test(text) &&
      isSentence(text) &&
      !isPast(text)
    )
      out.push({ text: pageText(text), rank: 1 });
    // "Contracts address storage through SLOAD": of what something does with it, in a source that comes back to it.
    else if (
      (person || speaking.has(one.source)) &&
      isSpelt(text) &&
      tellsPlainly(text) &&
      !definesOther(one) &&
      !(lists(text) && !person) &&
      (fronts(text) || hasPlainSubject(text, brief))
    )
      out.push({ text: pageText(text), rank: 0.5 });
    return out;
  };
}

/** What was still to come is no news of its year, and how things stood on a day that nobody knows none at all. */
function isLate({ claim: { text }, published }: BriefClaim): boolean {
  return isTimely(text) && (published === undefined || /\bwill\b/.test(text));
}
