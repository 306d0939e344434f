// Gathers what a topic's page is written from, the claims that are most about it first.
import type { BriefClaim, BriefSource, TopicBrief } from "../core/engine.ts";
import type { Claim, SourceNote } from "../core/note.ts";
import type { Topic } from "../core/topic.ts";
import { lowerFirst } from "../text/initial.ts";
import { finderOf, isOfMany, isPiece, standsWhole } from "../text/mentions.ts";
import { overlapOf, supportOf } from "../text/support.ts";
import type { PlacedTopic } from "./names.ts";

/** More than this a page cannot use; a model's context could not hold it either. */
const MOST_CLAIMS = 40;
/** Mentions that one title outweighs: what a source is headed by it is about. */
export const HEADED = 4;
/** Nobody reads on. */
const MOST_SOURCES = 200;
const LEAST_ABOUT = 0.02;
/** The name is only a piece of another one. */
const PIECE = 0.1;
/** Times; who names it so often has much to say of it. */
const OFTEN = 6;
/** It stands there by itself, however late. */
const SOMEWHERE = 0.11;
/** Claims of one source among which a line about it is sought. */
const MOST_SAID = 12;
/** A source headed by the thing speaks of it without its name; what names it comes first. */
const UNNAMED = PIECE;

/** By page, the sources that have one of the topic's names in their title, whether or not they say more of it. Of two topics the longer name has it: "GitHub Actions". */
export function titledSources(
  placed: readonly PlacedTopic[],
  notes: ReadonlyMap<string, SourceNote>,
): ReadonlyMap<string, readonly string[]> {
  const finder = finderOf(
    placed.flatMap((one) => one.topic.aliases.map((name) => ({ name, value: one, cased: false }))),
  );
  // "Mercury" the planet and the metal: a title means that of which its source speaks.
  const rivals = new Map<string, PlacedTopic[]>();
  for (const one of placed)
    if (one.topic.among) rivals.set(one.topic.among.name, [...(rivals.get(one.topic.among.name) ?? []), one]);
  const meant = (one: PlacedTopic, path: string): PlacedTopic =>
    rivals.get(one.topic.among?.name ?? "")?.find(({ topic }) => topic.claims.some(({ source }) => source === path)) ??
    one;
  const titled = new Map<string, string[]>();
  for (const [path, { meta }] of notes)
    for (const page of new Set(
      finder
        .find(meta.title)
        .flatMap((found) =>
          isPiece(meta.title, found) || isOfMany(found.value.topic.title, meta.title.slice(found.start, found.end))
            ? []
            : meant(found.value, path).page,
        ),
    ))
      titled.set(page, [...(titled.get(page) ?? []), path]);
  return titled;
}

/** `notes` by path of the raw file; `headed`: sources that have it in their title. */
export function briefOf(
  topic: Topic,
  notes: ReadonlyMap<string, SourceNote>,
  headed: readonly string[],
  neighbours: readonly string[],
  rules: string,
): TopicBrief {
  const finder = finderOf(topic.aliases.map((name) => ({ name, value: name, cased: false })));
  const titles = new Set(headed);
  const subjects = new Set(topic.subjectOf.map((ref) => `${ref.source}\n${ref.id}`));
  const claimsBy = new Map<string, Map<string, Claim>>();
  const claimAt = (source: string, id: string): Claim | undefined => {
    let byId = claimsBy.get(source);
    if (!byId) {
      byId = new Map((notes.get(source)?.claims ?? []).map((claim) => [claim.id, claim]));
      claimsBy.set(source, byId);
    }
    return byId.get(id);
  };
  const named = new Map(topic.named.map(({ source, count }) => [source, count]));
  const isMeant = meantIn(topic.aliases);
  const otherwise = new Set<string>();
  const meant = new Set<string>();
  const all = topic.claims.flatMap((ref): BriefClaim[] => {
    const note = notes.get(ref.source);
    const claim = claimAt(ref.source, ref.id);
    if (!note || !claim) return [];
    const places = finder.find(claim.text);
    const here = places.filter((found) => isMeant(note, claim.text, found));
    // "Rust.Tokyo is a conference": no word of Rust, unless it stands somewhere else too.
    const place = here.find((found) => !isPiece(claim.text, found)) ?? here[0];
    (places.length === 0 || place ? meant : otherwise).add(ref.source);
    if (places.length > 0 && !place) return [];
    const titled = titles.has(ref.source);
    const about = aboutness(claim.text, place, subjects.has(`${ref.source}\n${ref.id}`), titled);
    return [
      {
        ...ref,
        claim,
        sourceTitle: note.meta.title,
        ...(note.meta.published ? { published: note.meta.published } : {}),
        about,
      },
    ];
  });
  const claims = all
    .filter((one) => one.about >= LEAST_ABOUT)
    .sort((a, b) => b.about - a.about || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const best = new Map<string, BriefClaim>();
  for (const one of claims) if (one.about >= PIECE) best.set(one.source, best.get(one.source) ?? one);
  const aboutIn = (text: string): number => {
    const places = finder.find(text);
    return aboutness(text, places.find((found) => !isPiece(text, found)) ?? places[0], false, false);
  };
  const bySource = new Map<string, BriefClaim[]>();
  for (const one of claims) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const earliest = new Map<string, BriefClaim>();
  for (const one of all) if (one.about > PIECE) earliest.set(one.source, earliest.get(one.source) ?? one);
  for (const source of otherwise) if (!meant.has(source)) named.delete(source);
  for (const source of headed) if (!named.has(source)) named.set(source, 0);
  const spread = [...named].flatMap(([source, count]): BriefSource[] => {
    const note = notes.get(source);
    if (!note) return [];
    const titled = titles.has(source);
    const first = note.claims[0];
    // What is headed by the thing speaks of it in its first claim, whatever words that uses.
    const led =
      titled && first ? { source, id: first.id, claim: first, sourceTitle: note.meta.title, about: 0 } : undefined;
    const claim = best.get(source) ?? led;
    const opening = earliest.get(source);
    const says = (bySource.get(source) ?? []).slice(0, MOST_SAID);
    const sums = titled ? summaryOf(note, aboutIn) : [];
    return [
      {
        source,
        count,
        titled,
        ...(claim ? { best: claim } : {}),
        ...(opening ? { first: opening } : {}),
        ...(says.length > 0 ? { says } : {}),
        ...(sums.length > 0 ? { sums } : {}),
        ...describedBy(note, [...says, ...sums]),
      },
    ];
  });
  const weight = (one: BriefSource) =>
    (one.titled ? 2 : 0) + Math.min(1, one.count / OFTEN) + (one.best?.about ?? -1) / 4;
  const also = (topic.alsoDefined ?? []).flatMap(({ by, ...said }) => {
    const claim = claimAt(by.source, by.id);
    return claim ? [{ ...said, by: { ...by, claim } }] : [];
  });
  const definedBy = topic.definedBy && claimAt(topic.definedBy.source, topic.definedBy.id);
  return {
    title: topic.title,
    type: topic.type,
    ...(topic.kind ? { kind: topic.kind } : {}),
    aliases: topic.aliases,
    ...(topic.definedBy && definedBy && topic.definition
      ? {
          definition: topic.definition,
          definitionStrength: topic.definitionStrength ?? 0.5,
          definedBy: { ...topic.definedBy, claim: definedBy },
        }
      : {}),
    ...(also.length > 0 ? { alsoDefined: also } : {}),
    claims: claims.slice(0, MOST_CLAIMS),
    spread: spread.sort((a, b) => weight(b) - weight(a) || (a.source < b.source ? -1 : 1)).slice(0, MOST_SOURCES),
    neighbours,
    rules,
  };
}

/** Of the words of a source on itself, how many must stand in the claim that bears them out. */
const BORNE_OUT = 0.5;

/** A source's description of itself in one sentence, where one of `says` says so too. */
function describedBy({ meta }: SourceNote, says: readonly BriefClaim[]): Pick<BriefSource, "described"> {
  const text = meta.description?.trim() ?? "";
  if (text === "") return {};
  let best: BriefClaim | undefined;
  let share = BORNE_OUT;
  for (const one of says) {
    const own = overlapOf(text, `${one.claim.text} ${one.claim.quote}`);
    if (own >= share && supportOf(text, one.claim.text, meta.title).ok && (best === undefined || own > share)) {
      best = one;
      share = own;
    }
  }
  return best ? { described: { text, by: best } } : {};
}

/** The claims that a source's summary is made of. */
function summaryOf({ path, meta, summary, claims }: SourceNote, aboutIn: (text: string) => number): BriefClaim[] {
  return summary.flatMap((text): BriefClaim[] => {
    // "This proposal [its title] adds": the summary needs no title.
    const claim = claims.find((one) => one.text === text || one.text.replace(` [${meta.title}]`, "") === text);
    return claim ? [{ source: path, id: claim.id, claim, sourceTitle: meta.title, about: aboutIn(claim.text) }] : [];
  });
}

/** Does a name found in a text mean the thing? In code marks small letters are another thing's name: `cli` is no CLI, `cargo` is Cargo. */
function meantIn(aliases: readonly string[]): (note: SourceNote, text: string, found: Place) => boolean {
  const spelt = new Set(aliases.map(lowerFirst));
  const strict = aliases.some((alias) => /\p{Upper}.*\p{Upper}/u.test(alias));
  return (note, text, { start, end }) => {
    if (isOfMany(aliases[0] ?? "", text.slice(start, end))) return false;
    if (!strict || spelt.has(lowerFirst(text.slice(start, end)))) return true;
    return !(note.code?.[text] ?? []).some(([from, to]) => from <= start && end <= to);
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The subject is what a sentence is about; else the nearer the name stands to its start. */
function aboutness(text: string, found: Place | undefined, subject: boolean, titled: boolean): number {
  if (subject && !(found && isPiece(text, found))) return 1;
  if (!found) return titled ? UNNAMED : 0;
  if (!standsWhole(text, found)) return PIECE;
  const inBrackets = text.lastIndexOf("(", found.start) > text.lastIndexOf(")", found.start);
  // "In Xanadu a quotation is …": set in front, it is what the sentence is about.
  if (
    /^(?:in|with|for|on|under|using|by|from|at|within|inside|to|through|as)\s+(?:the\s+|an?\s+)?$/i.test(
      text.slice(0, found.start),
    ) &&
    // "In the SSTORE case table of …": in front stands a table.
    /^(?:,| (?:an?|the|all|any|each|every|no|one|some|there|it|this|you|we|\p{Upper}))/u.test(text.slice(found.end))
  )
    return 0.6;
  const place = 0.45 * (1 - found.start / Math.max(1, text.length));
  return Math.max(SOMEWHERE, Math.round((inBrackets ? 0.3 * place : place) * 100) / 100);
}
