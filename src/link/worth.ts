// Does a thing deserve a page? By how it is named, what is said of it, and how many speak of it.
import type { Mention } from "../core/note.ts";
import type { ClaimRef, Topic } from "../core/topic.ts";
import { COINED, EVERYDAY, everydayCount } from "../engine/extractive/background.ts";
import { WHOLE } from "../engine/extractive/definitions/defined.ts";
import { DWELT_ON, SPEAKING } from "../engine/extractive/pages/surveyed.ts";
import { isSpeltOut } from "../text/acronyms.ts";
import { isEmptyPhrase } from "../text/generic.ts";
import { nameWords } from "../text/names.ts";
import type { Group, GroupMember } from "./groups.ts";
import { usual } from "./naming.ts";

export interface TopicLimits {
  /** Topic pages a source, about. */
  readonly perSource: number;
  /** Sources that must speak of a topic, unless one says much about it. */
  readonly minSources: number;
  /** Claims that a page needs. */
  readonly minClaims: number;
}

export interface Rated {
  readonly group: Group;
  readonly topic: Topic;
  /** Claims that name it itself, and not only in a longer name. */
  readonly own: readonly ClaimRef[];
  readonly sources: number;
  /** Sources with it in their title or a heading. */
  readonly titled: number;
  /** Sources that are headed by it or name it again and again. */
  readonly speaking: number;
  readonly score: number;
}

// A word that most sources share separates none of them; small vaults on one subject are no such case.
const COMMON_FROM = 32;
/** Times that one source names a thing to say much about it. */
const MUCH = 5;
/** Sources in which a heading must stand to be one of a template. */
const TEMPLATE_FROM = 5;

export function isName({ topic, group }: Rated): boolean {
  // "cargo" at a prompt is Cargo all the same.
  const written = group.members.filter(({ mention }) => /\p{Upper}/u.test(mention.name)).length;
  return topic.type === "entity" || /\p{Upper}/u.test(usual(group)) || written * 2 >= group.members.length;
}

/** Enough for a look: most names are said once or twice and defined nowhere, and rating them takes longer than all that tells so. */
export function mayBeSaid({ members }: Group, longer: readonly GroupMember[] = [], limits: TopicLimits): boolean {
  const claims = [...members, ...longer].reduce((sum, { mention }) => sum + mention.claims.length, 0);
  if (claims >= limits.minClaims) return true;
  return claims > 0 && members.some(({ mention }) => mention.definedBy || mention.promise || isDwelling(mention));
}

/** Its source is headed by it or comes back to it. */
export function isDwelling({ inTitle, count }: Mention): boolean {
  return inTitle || count >= DWELT_ON;
}

export function deservesPage(one: Rated, limits: TopicLimits, n: number): boolean {
  const { topic, group } = one;
  // What one source says of it opens a page well by itself.
  if (group.members.some(({ mention }) => mention.promise) && isNameable(topic, nameWords(topic.title))) return true;
  const defined = (topic.definitionStrength ?? 0) >= 0.75;
  // A whole definition makes a page, a good one with one thing more; without one it takes as many claims as the settings say.
  const whole =
    isTold(one) || ((topic.definitionStrength ?? 0) >= 0.9 && nameWords(topic.definition ?? "").length >= WHOLE);
  if (topic.claims.length < Math.min(limits.minClaims, whole ? 1 : defined ? 2 : limits.minClaims)) return false;
  const said = topic.definitionStrength ?? 0;
  const several = one.sources >= limits.minSources;
  // Titles are dear to find: asked for last.
  if (said < 0.4 && !several) return false;
  const words = nameWords(topic.title);
  if (!isNameable(topic, words)) return false;
  const name = isName(one);
  if (n >= COMMON_FROM && one.sources > n * (name ? 0.8 : 0.35)) return false;
  // "Security considerations": a heading of the template that all these sources share, and no thing.
  const headings = group.members.filter((member) => member.mention.inHeading).length;
  const titles = group.members.filter((member) => member.mention.inTitle).length;
  if (!defined && titles === 0 && headings >= TEMPLATE_FROM && headings * 2 > group.members.length) return false;
  const says = new Set(topic.subjectOf.map((ref) => ref.id)).size;
  const dwelt = group.members.some((member) => member.mention.count >= MUCH);
  // "Activation is a property of …": what one source means by a word of everybody's, in passing.
  if (!several && one.titled === 0 && words.length === 1 && everydayCount(words[0] ?? "") > EVERYDAY && !name)
    return false;
  if (whole) return true;
  if (defined) return several || one.titled > 0 || says >= 2 || dwelt || topic.claims.length >= 2 * limits.minClaims;
  if (said >= 0.5) return several || says >= 2 || (name && dwelt);
  // Nobody defines it, but sources are headed by it and say something of it.
  const entitled = group.members.some((member) => member.mention.inTitle && member.mention.salience >= 0.4);
  if (said >= 0.4 && (one.titled > 0 || several || (name && dwelt)))
    return several || entitled || dwelt ? says >= 1 : says >= 3;
  // Nobody says what it is, but several speak of it by name: the writing stage looks for a sentence that will do.
  const everywhere = name && one.titled > 0 && several;
  return everywhere || (several && says >= 2 && (name || (words.length > 1 && one.titled > 0)));
}

/** "Deno Queues - a mechanism built on top of …": said once and beside it, but of a name that is nobody's word. */
function isTold(one: Rated): boolean {
  const { kind, definition = "", definitionStrength = 0 } = one.topic;
  if (definitionStrength !== 0.5 || kind === "person" || nameWords(definition).length < WHOLE) return false;
  const { title } = one.topic;
  if (!isName(one) && !/^\S+[._-]\S+$/.test(title)) return false;
  return (
    /[\p{Upper}\d]\S* [\p{Upper}\d]|\p{Lower}[._-]\p{Alpha}/u.test(title) ||
    nameWords(title).every((word) => everydayCount(word) < COINED)
  );
}

/** Strength of "X is a …". */
const PLAIN = 0.9;

/** No fragment, number, file name or word that means anything, unless it is what an acronym is short for. */
function isNameable({ title, aliases, definitionStrength = 0 }: Topic, words: readonly string[]): boolean {
  // "A research review is an exercise that …"
  const introduced = words.length > 1 && definitionStrength >= PLAIN && !/\d/.test(title);
  return (
    words.length > 0 &&
    (!isEmptyPhrase(words) || isSpeltOut(aliases) || introduced) &&
    /\p{Alpha}/u.test(title) &&
    !/\.(?:md|html?|pdf|png|jpe?g|txt)$/i.test(title)
  );
}

/** Weaker: defined, or named as a name or in a title with something said of it. The writing stage drops those of which nothing says what they are. */
export function mayHavePage(one: Rated, limits: TopicLimits): boolean {
  const { topic, titled, sources, speaking } = one;
  const said = topic.definitionStrength ?? 0;
  const least = said >= 0.5 ? Math.min(2, limits.minClaims) : limits.minClaims;
  // Whether a common noun is a thing of this vault or a word of everybody's, the writing stage knows.
  const spoken =
    (speaking >= SPEAKING && topic.claims.length > 0) ||
    (speaking > 0 && sources >= Math.max(SPEAKING, limits.minSources));
  if (!spoken && topic.claims.length < least) return false;
  if (!spoken && topic.subjectOf.length === 0 && said === 0 && sources < limits.minSources) return false;
  const words = nameWords(topic.title);
  if (!isNameable(topic, words)) return false;
  if (spoken) return true;
  const name = isName(one);
  return name || (words.length > 1 && (titled > 0 || said >= 0.5));
}
