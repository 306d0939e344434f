// One name for several things: Java the island and Java the language are two where sources say so and share no ground.
import type { Mention } from "../core/note.ts";
import { headOf } from "../text/head-noun.ts";
import { foldOf } from "../text/words.ts";
import type { TextAt } from "./claim-texts.ts";
import type { Contexts } from "./context.ts";

/** A mention as one source has it, or the part of it that means one of two things. */
export interface Speaking {
  readonly source: string;
  readonly mention: Mention;
}

export interface Sense {
  /** What sets it apart from the others of its name, "island": a noun of its definition, or the words in brackets of a title. */
  readonly mark: string;
  /** Every noun and bracket by which sources call it. */
  readonly marks: readonly string[];
  readonly members: readonly Speaking[];
}

/** What sources say, by path. */
export interface Said {
  readonly titleAt: (source: string) => string;
  readonly textAt: TextAt;
}

interface Seed {
  readonly member: Speaking;
  readonly mark: string;
  /** The source's own title sets it apart: "Mercury (element)". */
  readonly bracketed: boolean;
  readonly born?: string;
}

// Measured on 1,300 sources of five kinds: pairs that define one thing are at .10 and more, different ones at .05 and less.
const UNLIKE = 0.08;
/** So small a part of the names of the shorter source may stand in the other. */
const DISJOINT = 0.06;
const DEFINED = 0.5;

/** Several senses, those with most said of them first; undefined where all sources may mean one thing. */
export function sensesOf(
  key: string,
  members: readonly Speaking[],
  said: Said,
  contexts: Contexts,
): readonly Sense[] | undefined {
  // Most names stand in one source alone.
  if (members.length < 2) return undefined;
  const seeds = members.flatMap((member) => seedOf(member, said));
  if (new Set(seeds.map((seed) => seed.mark)).size < 2) return undefined;
  const weight = ({ member, bracketed }: Seed): number =>
    (bracketed ? 2 : 0) + (member.mention.definitionStrength ?? 0) + member.mention.salience;
  seeds.sort((a, b) => weight(b) - weight(a) || (a.member.source < b.member.source ? -1 : 1));
  const senses: Seed[][] = [];
  for (const seed of seeds) {
    const near = senses.filter((sense) => sense.some((other) => !areApart(seed, other, key, contexts)));
    if (near.length === 0) senses.push([seed]);
    else nearest(near, seed, contexts).push(seed);
  }
  if (senses.length < 2) return undefined;
  const places = senses.map((sense) => new Set(sense.map((seed) => seed.member.source)));
  const found = senses.map((sense) => ({ seeds: sense, members: sense.map((seed) => seed.member) }));
  const seeded = new Set(seeds.map((seed) => seed.member));
  const claimed = (list: readonly Speaking[]): number => list.reduce((sum, one) => sum + one.mention.claims.length, 0);
  const most = [...found].sort((a, b) => claimed(b.members) - claimed(a.members))[0];
  for (const member of members) {
    if (seeded.has(member)) continue;
    const ground = places.map((place) => contexts.shared(member.source, place, key) / place.size);
    const best = Math.max(...ground);
    // What tells nothing of itself means what is spoken of most.
    (best > 0 && ground.filter((n) => n === best).length === 1 ? found[ground.indexOf(best)] : most)?.members.push(
      member,
    );
  }
  const marked = found.map(({ seeds: of, members: list }) => {
    const marks = [...new Set(of.map((seed) => seed.mark))];
    return { mark: marks[0] ?? "", marks, members: list };
  });
  return marked.sort((a, b) => claimed(b.members) - claimed(a.members) || (a.mark < b.mark ? -1 : 1));
}

function seedOf(member: Speaking, { titleAt, textAt }: Said): Seed[] {
  const { mention, source } = member;
  const bracket = bracketIn(titleAt(source), mention);
  // "The film is a remake" says nothing of films.
  if (bracket === undefined && !/\p{Upper}/u.test(mention.name)) return [];
  const text = textAt(source, mention.definedBy);
  const definition = definitionIn(mention, text);
  const mark = bracket?.trim() ?? (definition ? headOf(definition) : undefined);
  if (mark === undefined) return [];
  const born = text.match(/\bborn\b[^).;]*?\b(1\d{3}|20\d\d)\b/u)?.[1];
  return [{ member, mark, bracketed: bracket !== undefined, ...(born ? { born } : {}) }];
}

/** "element" of the title "Mercury (element)", for Mercury. */
function bracketIn(title: string, mention: Mention): string | undefined {
  const found = /[)）]$/u.test(title) ? title.match(/^(.+?)\s*[(（]([^()（）]{2,40})[)）]$/u) : null;
  if (found?.[1] === undefined) return undefined;
  const own = foldOf(found[1]);
  return [mention.name, ...mention.forms].some((name) => foldOf(name) === own) ? found[2] : undefined;
}

/** What the source says that it is: as it was found, or the sentence that opens with the name. */
function definitionIn(mention: Mention, text: string): string | undefined {
  if ((mention.definitionStrength ?? 0) >= DEFINED) return mention.definition;
  return text.startsWith(mention.name) ? text.match(/^[^.]{0,120}?\b(?:is|was|are|were) (an?\s.+)$/su)?.[1] : undefined;
}

function areApart(a: Seed, b: Seed, key: string, contexts: Contexts): boolean {
  const [one, other] = [a.member, b.member];
  if (a.mark === b.mark || one.source === other.source) return false;
  const person = one.mention.kind === "person" && other.mention.kind === "person";
  // One person is an engineer here and an inventor there.
  if (person && !(a.bracketed && b.bracketed) && (a.born === undefined || b.born === undefined || a.born === b.born))
    return false;
  if (!person && one.mention.kind && one.mention.kind === other.mention.kind && !(a.bracketed && b.bracketed))
    return false;
  return (
    contexts.overlap(one.source, other.source, key) <= DISJOINT &&
    contexts.likeness(one.source, other.source, one.mention.name) < UNLIKE
  );
}

/** Of the senses that a definition may belong to: the one that says the same noun, else that whose sources are most alike. */
function nearest(senses: readonly Seed[][], seed: Seed, contexts: Contexts): Seed[] {
  const alike = (sense: readonly Seed[]): number =>
    Math.max(
      ...sense.map((other) =>
        other.mark === seed.mark
          ? 2
          : contexts.likeness(seed.member.source, other.member.source, seed.member.mention.name),
      ),
    );
  const [best] = [...senses].sort((a, b) => alike(b) - alike(a));
  return best ?? [];
}
