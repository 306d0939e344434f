// Which topics belong beside one another: those that claims name together, with one of these claims as the reason.
import type { Claim } from "../core/note.ts";
import type { ClaimRef } from "../core/topic.ts";
import { templateTimes } from "../engine/extractive/pages/survey.ts";
import { isAside, isHalf, isReason, isWholeSubject } from "../engine/extractive/sentences/fitness.ts";
import { isAsked, isEmpty, isFramed, isPointing, isRule, isToday } from "../engine/extractive/sentences/predicate.ts";
import { finderOf, isPiece } from "../text/mentions.ts";
import type { PlacedTopic } from "./names.ts";

export interface Relation {
  readonly page: string;
  readonly title: string;
  /** A whole sentence that names both; empty where no claim is one. */
  readonly reason: string;
  /** The claim that gives it. */
  readonly said?: ClaimRef;
  /** Without a reason: paths of sources that name both in one breath, those that do so most first. */
  readonly together: readonly string[];
}

const MOST = 7;
const MOST_OF_A_CLAIM = 5;
/** Sources that must name two things together where no sentence tells why. */
const SHARED = 2;
/** Letters; a sentence cut short tells half of a reason. */
const REASON_LENGTH = 160;

/** What was found before for the same `inputs`, all that the relations of one topic depend on. */
export type Kept = (inputs: string, make: () => readonly Relation[]) => readonly Relation[];

/** By page, the claims that it tells itself: no reasons on it. */
export type SaidOn = ReadonlyMap<string, ReadonlySet<string>>;

/** Related topics by page (without ".md"), the most shared claims first. */
export function relationsOf(
  placed: readonly PlacedTopic[],
  claimAt: (ref: ClaimRef) => Claim | undefined,
  kept: Kept = (_inputs, make) => make(),
  saidOn: SaidOn = new Map(),
): Map<string, readonly Relation[]> {
  const byClaim = new Map<string, { ref: ClaimRef; topics: PlacedTopic[] }>();
  for (const one of placed) {
    for (const ref of one.topic.claims) {
      const key = `${ref.source}\n${ref.id}`;
      const entry = byClaim.get(key) ?? { ref, topics: [] };
      entry.topics.push(one);
      byClaim.set(key, entry);
    }
  }
  const shared = new Map<PlacedTopic, Map<PlacedTopic, ClaimRef[]>>();
  for (const { ref, topics } of byClaim.values()) {
    // A claim that names many is a list, and says nothing of any two of them.
    if (topics.length < 2 || topics.length > MOST_OF_A_CLAIM) continue;
    for (const a of topics) {
      for (const b of topics) {
        if (a === b) continue;
        const row = shared.get(a) ?? new Map<PlacedTopic, ClaimRef[]>();
        const refs = row.get(b);
        if (refs) refs.push(ref);
        else row.set(b, [ref]);
        shared.set(a, row);
      }
    }
  }
  const out = new Map<string, readonly Relation[]>();
  for (const [one, row] of shared) {
    const ranked = [...row]
      .map(([other, refs]) => ({ other, refs, weight: weightOf(other, refs) }))
      .sort((a, b) => b.weight - a.weight || (a.other.page < b.other.page ? -1 : 1))
      .slice(0, MOST * 2)
      .map(({ other, refs }) => ({ other, refs: refs.map((ref) => ({ ref, claim: claimAt(ref) })) }));
    const said = saidOn.get(one.page) ?? new Set();
    out.set(
      one.page,
      kept(inputsOf(one, ranked, said), () => related(one, ranked, said)),
    );
  }
  return out;
}

interface Neighbour {
  readonly other: PlacedTopic;
  readonly refs: readonly { readonly ref: ClaimRef; readonly claim: Claim | undefined }[];
}

/** The id of a claim stands for its quotation. */
function inputsOf({ topic }: PlacedTopic, ranked: readonly Neighbour[], said: ReadonlySet<string>): string {
  const shared = ranked.flatMap(({ other: { page, topic: theirs }, refs }) => [
    `${page}\n${theirs.title}\n${theirs.aliases.join("\n")}`,
    ...refs.map(({ ref, claim }) => `${ref.source}\n${ref.id}\n${claim?.text ?? ""}`),
  ]);
  return [topic.aliases.join("\n"), ...shared, ...said].join("\n\n");
}

function related(one: PlacedTopic, ranked: readonly Neighbour[], said: ReadonlySet<string>): Relation[] {
  // One sentence is the reason for one neighbour.
  const used = new Set(said);
  const all = ranked.flatMap(({ other, refs }): Relation[] => {
    const names = [...one.topic.aliases, ...other.topic.aliases];
    const claims = refs
      .flatMap(({ claim }) => claim ?? [])
      .filter((claim) => !isHalf(claim) && !isAside(claim.place) && !isFramed(claim.place.headings, names));
    const short = claims.map(({ text }) => text).filter((text) => text.length <= REASON_LENGTH && !text.includes("["));
    const texts = untemplated([...new Set(short)]);
    const fresh = texts.filter((text) => !used.has(text));
    const text = reasonFrom(fresh, one.topic.aliases, other.topic.aliases);
    if (text) used.add(text);
    const together = text ? [] : byWeight(refs.map(({ ref }) => ref.source));
    // Named together once, in passing: no relation; but the page itself may tell the reason.
    const told = !text && reasonFrom(texts, one.topic.aliases, other.topic.aliases) !== undefined;
    if (!text && !told && together.length < SHARED) return [];
    const said = text ? refs.find(({ claim }) => claim?.text === text)?.ref : undefined;
    return [
      {
        page: other.page,
        title: other.topic.title,
        reason: text?.replace(/[.。]$/u, "") ?? "",
        ...(said ? { said } : {}),
        together,
      },
    ];
  });
  return [...all.filter(({ reason }) => reason !== ""), ...all.filter(({ reason }) => reason === "")].slice(0, MOST);
}

/** Each once, the most frequent first. */
function byWeight(sources: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const source of sources) times.set(source, (times.get(source) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
}

/** "Check out what changed in Rust, Cargo and Clippy": what release after release says is no reason. */
function untemplated(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) return texts;
  const timesOf = templateTimes(texts);
  return texts.filter((text) => timesOf(text) === 1);
}

/** Shared claims, tempered by how much is said of the other at all. */
function weightOf(other: PlacedTopic, refs: readonly ClaimRef[]): number {
  return refs.length / Math.sqrt(Math.max(1, other.topic.claims.length));
}

/** "Web" of the World Wide Web: written small it is a word. */
function isShort(name: string, names: readonly string[]): boolean {
  return (
    /^\p{Upper}\p{Lower}+$/u.test(name) &&
    !names.includes(name.toLowerCase()) &&
    names.some((one) => one.split(" ").slice(1).includes(name))
  );
}

/** One of both is the subject of the sentence, and it says something between them: "for Rust, Cargo and Clippy" only lists them. */
function aboutBoth(own: readonly string[], names: readonly string[]): (text: string) => boolean {
  const named = (any: readonly string[], value: 0 | 1) =>
    any.map((name) => ({ name, value, cased: isShort(name, any) }));
  const finder = finderOf([...named(own, 0), ...named(names, 1)]);
  return (text) => {
    const found = finder.find(text).filter((one) => !isPiece(text, one));
    const [one, other] = [found.find(({ value }) => value === 0), found.find(({ value }) => value === 1)];
    if (!one || !other) return false;
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    const between = text.slice(first.end, second.start);
    if (/^(?:[\s,/&-]|and|or)*$/.test(between) || isAsked(text.slice(first.end))) return false;
    return isWholeSubject(text, first);
  };
}

/** The shortest claim that names both and stands by itself. Undefined where there is none. */
function reasonFrom(texts: readonly string[], own: readonly string[], names: readonly string[]): string | undefined {
  const isAboutBoth = aboutBoth(own, names);
  return [...texts]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .find(
      (text) =>
        !isRule(text) &&
        !isToday(text) &&
        !isPointing(text) &&
        !isEmpty(text) &&
        isAboutBoth(text) &&
        isReason(text, [...own, ...names]),
    );
}
