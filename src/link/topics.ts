// Notes -> Topics: which names deserve a page, what each is called, and which claims speak of it.
import type { Mention, SourceNote } from "../core/note.ts";
import type { ClaimRef, Topic } from "../core/topic.ts";
import { identifierOf } from "../text/identifier.ts";
import { isOfMany, isOneBody } from "../text/mentions.ts";
import { nameKey } from "../text/names.ts";
import { type Written, writtenIn } from "./as-written.ts";
import { definingOf } from "./defining.ts";
import { type Group, type GroupMember, groupsOf, splitOf, type Word } from "./groups.ts";
import { aliasesOf, amongOf, sortOf, titleAmong, titleOf, usual, whyOf } from "./naming.ts";
import { unshadowed } from "./shadows.ts";
import { sortsIn } from "./sorts.ts";
import { longerNamesOf } from "./within.ts";
import { deservesPage, isDwelling, isName, mayBeSaid, mayHavePage, type Rated, type TopicLimits } from "./worth.ts";

/** Raised by hand when this stage's code changes what it gives. */
export const LINK_VERSION = 45;

export interface TopicDecisions extends Word {
  /** Names that get no page. */
  readonly forbid?: readonly string[];
  /** Names that get one whatever the figures say. */
  readonly pin?: readonly string[];
  /** Old name -> new title. */
  readonly rename?: Readonly<Record<string, string>>;
}

/** Sources. */
const WIDE = 5;

/** Topics that get a page, by title. */
export function topicsFrom(notes: readonly SourceNote[], limits: TopicLimits, decisions: TopicDecisions = {}): Topic[] {
  const { groups, keysOf } = groupsOf(notes, decisions);
  const forbidden = new Set((decisions.forbid ?? []).flatMap(keysOf));
  const pinned = new Set((decisions.pin ?? []).flatMap(keysOf));
  const naming = {
    titles: new Map(
      Object.entries(decisions.rename ?? {}).flatMap(([old, title]) =>
        keysOf(old)
          .slice(0, 1)
          .map((key) => [key, title] as const),
      ),
    ),
    apart: splitOf(decisions.split ?? [], (name) => keysOf(name)[0] ?? nameKey(name)),
    keysOf,
    written: writtenIn(notes),
    held: new Set(groups.flatMap(({ keys }) => [...keys])),
  };
  const n = coarse(notes.length);
  const longer = longerNamesOf(groups);
  // The page of EIP-1559 is its source's, where the vault holds it.
  const held = new Set(notes.flatMap(({ path }) => identifierOf(path) ?? []).map(nameKey));
  const isPinned = ({ keys }: Group): boolean => pinned.size > 0 && [...keys].some((key) => pinned.has(key));
  const isOut = ({ keys }: Group): boolean =>
    forbidden.size + held.size > 0 &&
    [...keys].some((key) => forbidden.has(key) || (held.has(key) && !pinned.has(key)));
  const all = groups
    .filter((group) => !isOut(group))
    .filter(
      ({ members }) =>
        held.size === 0 || !members.some(({ mention }) => mention.forms.some((form) => isHeld(form, held))),
    )
    .filter((group) => isPinned(group) || mayBeSaid(group, longer.get(group), limits))
    .map((group) => ratedOf(withoutCommon(group), longer.get(group) ?? [], naming));
  const clear = all.filter((one) => isPinned(one.group) || deservesPage(one, limits, n));
  // Short sources seldom define what they speak of: where few names are clear, the next best fill up.
  const taken = new Set(clear);
  const fair = all
    .filter((one) => !taken.has(one) && mayHavePage(one, limits))
    .sort((a, b) => b.score - a.score || (a.group.key < b.group.key ? -1 : 1));
  const budget = Math.ceil(n * limits.perSource);
  const rated = [...clear, ...fair.slice(0, Math.max(0, budget - clear.length))];
  const chosen = new Set(withinBudget(rated, budget, pinned));
  // What many sources name is looked up, however little each of them says of it.
  const wide = fair.filter((one) => one.group.members.length >= WIDE && isName(one) && !chosen.has(one));
  const sortOf = sortsIn(notes);
  return unshadowed([...chosen, ...wide])
    .map((one): Topic => {
      const topic = spelt({ ...one.topic }, one.group, naming);
      const sort = sortOf(one.group.members);
      return sort ? { ...topic, sort } : topic;
    })
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** A number beside the title of what the vault holds. */
function isHeld(form: string, held: ReadonlySet<string>): boolean {
  return /\d/.test(form) && identifierOf(form) !== undefined && held.has(nameKey(form));
}

/** Sources that write "Rust projects" mean those of their readers, and not the Rust Project. */
function withoutCommon(group: Group): Group {
  const name = usual(group);
  if (!isOneBody(name)) return group;
  const members = group.members.filter(
    ({ mention }) => ![mention.name, ...mention.forms].every((form) => isOfMany(name, form)),
  );
  return members.length > 0 && members.length < group.members.length ? { ...group, members } : group;
}

/** Corpus size in coarse steps, so that one source more does not move every threshold. */
function coarse(n: number): number {
  if (n < 16) return n;
  const step = 2 ** (Math.floor(Math.log2(n)) - 3);
  return Math.floor(n / step) * step;
}

interface Naming {
  /** Key -> title that a person gave. */
  readonly titles: ReadonlyMap<string, string>;
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  keysOf(name: string): readonly string[];
  readonly written: Written;
  /** Keys of all names. */
  readonly held: ReadonlySet<string>;
}

/** What a thing is called: asked of those alone of which enough is said. */
function calling(group: Group, naming: Naming): () => Pick<Topic, "title" | "aliases" | "why" | "among"> {
  let known: Pick<Topic, "title" | "aliases" | "why" | "among"> | undefined;
  return () => {
    if (known) return known;
    const given = [...group.keys].flatMap((key) => naming.titles.get(key) ?? [])[0];
    const plain = titleOf(group);
    const title = given ?? (group.reading ? titleAmong(plain, group.reading) : plain);
    const aliases = aliasesOf(group, title).filter(
      (name) => ![...group.keys].some((key) => naming.keysOf(name).some((other) => naming.apart.get(key)?.has(other))),
    );
    known = {
      title,
      aliases,
      why: whyOf(group, title, aliases),
      ...(group.reading ? { among: amongOf(plain, group.reading) } : {}),
    };
    return known;
  };
}

/** Called as sources write it, unless a person named it or the longer name is another topic's. */
function spelt(topic: Topic, group: Group, naming: Naming): Topic {
  if (group.reading || [...group.keys].some((key) => naming.titles.has(key))) return topic;
  const { title, type, kind, aliases } = topic;
  const phrase = type === "concept" ? naming.written.phrase(title, group) : undefined;
  if (phrase && !naming.keysOf(phrase).some((key) => naming.held.has(key)))
    return { ...topic, title: phrase, aliases: [phrase, ...aliases.filter((name) => name !== phrase)] };
  if (kind !== undefined && kind !== "product") return topic;
  const own = naming.written.spelling(title, group, kind === "product");
  return own === title
    ? topic
    : { ...topic, title: own, aliases: [own, ...aliases.slice(1).filter((name) => name !== own)] };
}

function ratedOf(group: Group, longer: readonly GroupMember[], naming: Naming): Rated {
  const called = calling(group, naming);
  const sort = sortOf(group.members.map((member) => member.mention));
  const [defining, ...also] = definingOf(group.members);
  const strength = defining?.strength ?? 0;
  const refs = (ids: (mention: Mention) => readonly string[]): ClaimRef[] =>
    group.members.flatMap((member) => ids(member.mention).map((id) => ({ source: member.source, id })));
  const own = refs((mention) => mention.claims);
  const more = longer.length === 0 ? [] : beyond(own, longer);
  const topic: Topic = {
    get title() {
      return called().title;
    },
    ...sort,
    get aliases() {
      return called().aliases;
    },
    get why() {
      return called().why ?? {};
    },
    ...(group.reading ? { among: called().among } : {}),
    claims: [...own, ...more],
    named: namedBy([...group.members, ...longer]),
    subjectOf: refs((mention) => mention.subjectOf),
    ...(defining ? { definedBy: defining.by, definition: defining.definition, definitionStrength: strength } : {}),
    ...(also.length > 0 ? { alsoDefined: also } : {}),
  };
  const sources = new Set(
    group.members.filter((member) => member.mention.claims.length > 0).map((member) => member.source),
  ).size;
  const titled = group.members.filter((member) => member.mention.inTitle || member.mention.inHeading).length;
  const speaking = new Set(group.members.filter(({ mention }) => isDwelling(mention)).map((member) => member.source))
    .size;
  const salience = group.members.reduce((sum, member) => sum + member.mention.salience ** 2, 0);
  const score =
    (salience + 0.15 * Math.log2(1 + topic.claims.length)) *
    (0.5 + strength) *
    (titled > 0 ? 1.3 : 1) *
    (1 + 0.25 * Math.log2(Math.max(1, sources)));
  return { group, topic, own, sources, titled, speaking, score };
}

/** Claims that name it in a longer name alone, each once. */
function beyond(own: readonly ClaimRef[], longer: readonly GroupMember[]): ClaimRef[] {
  const held = new Set(own.map((ref) => `${ref.source}\n${ref.id}`));
  return longer
    .flatMap(({ source, mention }) => mention.claims.map((id) => ({ source, id })))
    .filter((ref) => !held.has(`${ref.source}\n${ref.id}`) && held.add(`${ref.source}\n${ref.id}`));
}

/** A source may speak of a thing by several of its names. */
function namedBy(members: readonly GroupMember[]): Topic["named"] {
  const counts = new Map<string, number>();
  for (const { source, mention } of members) counts.set(source, (counts.get(source) ?? 0) + mention.count);
  return [...counts].map(([source, count]) => ({ source, count })).sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** The best by score; each source's best first, so that no source goes without while there is room. */
function withinBudget(rated: readonly Rated[], budget: number, pinned: ReadonlySet<string>): Rated[] {
  const order = [...rated].sort((a, b) => b.score - a.score || (a.group.key < b.group.key ? -1 : 1));
  const firstOf = new Set<string>();
  const first: Rated[] = [];
  const rest: Rated[] = [];
  for (const one of order) {
    const fresh = one.group.members.some((member) => !firstOf.has(member.source) && member.mention.salience >= 0.3);
    const isPinned = [...one.group.keys].some((key) => pinned.has(key));
    if (fresh || isPinned) {
      first.push(one);
      for (const member of one.group.members) if (member.mention.salience >= 0.3) firstOf.add(member.source);
    } else rest.push(one);
  }
  return [...first, ...rest].slice(0, Math.max(budget, first.length > budget ? budget : 0));
}
