// Which sentence of a document says what a name is: a definition, the class beside it, or the one that opens its section.
import type { Document } from "../../../core/document.ts";
import { nameKey } from "../../../text/names.ts";
import { COINED, EVERYDAY, everydayCount } from "../background.ts";
import type { Gathered, Spot } from "../names/gathered.ts";
import { isCited } from "../sentences/linked.ts";
import { pointed } from "../sentences/listing.ts";
import { isStatement, leans, readsAlone, wordsOf } from "../sentences/standing.ts";
import type { Tagged } from "../tag.ts";
import { classBeside } from "./classes.ts";
import { definitionAt, isVerdict } from "./definitions.ts";
import { tellsApart } from "./genus.ts";
import { headedIn, type Said, saidNext } from "./headed.ts";
import { soundDefinition } from "./hollow.ts";
import { openedBy } from "./opened.ts";

export interface Defined {
  readonly n: number;
  readonly text: string;
  readonly strength: number;
}

/** Words of a definition that says not only the sort of a thing but which of its sort. */
export const WHOLE = 7;

/** Besides the best. */
const MOST_ELSE = 2;

/** The sentences that say what it is, the best first. */
export function definedIn(
  one: Gathered,
  name: boolean,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): readonly Defined[] {
  const said: Defined[] = [];
  const isNamed = name || one.proper > 0 || isOfCode(one);
  for (const spot of one.spots) {
    const sentence = document.sentences[spot.sentence];
    if (!sentence || isCited(document, spot)) continue;
    const found = definedAt(sentence.text, spot, isNamed);
    // "The miner is a JSON-RPC client": the one that was spoken of before, not what any miner is.
    if (found && isEverydayWord(one) && /^the\s+$/i.test(sentence.text.slice(0, spot.start))) continue;
    // "The return value is the address": of the call that was spoken of.
    if (found && isOneOfMany(one, sentence.text, spot)) continue;
    // "Access — the cost of loading …": what one list means by it. "Notifications are sent …": one more of them.
    if (found && isEverydayWord(one) && found.strength > 0.5 && found.strength < PLAIN) continue;
    if (!found || said.some(({ text }) => text === found.text)) continue;
    // "TIP-1234: Delay the tide": an item of a list, and no sentence.
    if (
      TITLED_ITEM.test(found.text) ||
      isStatement(wordsOf(ended(pointed(document, sentence)), sentence.code), tagged[spot.sentence])
    )
      said.push({ n: sentence.n, ...found });
  }
  for (const { n, text } of fromSections(one, name, document)) {
    const sound = soundDefinition(one.key, text);
    if (sound && !isVerdict(sound) && tellsApart(one.key, sound) && said.every((other) => other.n !== n))
      said.push({ n, text: sound, strength: BESIDE });
  }
  const [best, ...rest] = said.sort((a, b) => b.strength - a.strength || a.n - b.n);
  if (best && best.strength >= OPENING)
    return [best, ...rest.filter(({ strength }) => strength >= BESIDE).slice(0, MOST_ELSE)];
  const only =
    (name ? classOf(one, document, tagged) : undefined) ??
    (one.inTitle || one.inHeading ? openingOf(one, document, tagged) : undefined) ??
    best;
  return only ? [only] : [];
}

/** What stands below its own heading, or right behind its first mention. */
function fromSections(one: Gathered, name: boolean, document: Document): readonly Said[] {
  const below = one.inHeading
    ? [...one.forms.keys()].flatMap((form) => headedIn(document).get(nameKey(form)) ?? [])
    : [];
  const [first] = one.spots;
  const next = first && (name || one.proper > 0) ? saidNext(document, first) : undefined;
  return next ? [...below, next] : below;
}

/** "Tide is a repository for gauges, made in May:" says so too, but is no sentence of a page. */
function definedAt(text: string, { start, end }: Spot, proper: boolean): Omit<Defined, "n"> | undefined {
  const found = definitionAt(text, start, end, proper);
  return found && found.strength > BESIDE && OPEN_END.test(text) ? { ...found, strength: BESIDE } : found;
}

function ended(text: string): string {
  return text.replace(OPEN_END, ".");
}

const OPEN_END = /:$/;

/** Strength of what stands beside a name, in a sentence about something else. */
const BESIDE = 0.5;
const TITLED_ITEM = /^is titled “/;

/** "The index table is …" in a source that is not headed by index tables. */
function isOneOfMany(one: Gathered, text: string, { start, end }: Spot): boolean {
  return (
    one.lower >= one.proper &&
    !one.inTitle &&
    /^the\s+$/i.test(text.slice(0, start)) &&
    PART_OF_CODE.test(text.slice(start, end)) &&
    /^ (?:is|are|was|were) (?:an?|the)\b/.test(text.slice(end))
  );
}

const PART_OF_CODE =
  / (?:argument|data|field|index|input|output|parameter|payload|proof|response|result|string|table|value)s?$/u;

/** "x.py", "db-to-sqlite": a name though it has no capital, where "end-to-end" is a word. */
function isOfCode({ forms, key }: Gathered): boolean {
  return [...forms.keys()].every(
    (form) =>
      SPELT.test(form) && (/[._]/.test(form) || key.split(/[\s-]/).some((word) => everydayCount(word) < COINED)),
  );
}

const SPELT = /^[\p{Alpha}\p{N}]+(?:[-._][\p{Alpha}\p{N}]+)+$/u;

function isEverydayWord(one: Gathered): boolean {
  return !one.key.includes(" ") && one.lower >= one.proper && everydayCount(one.key) > EVERYDAY;
}

/** The class that a sentence puts beside the name, where none says more. */
function classOf(one: Gathered, document: Document, tagged: readonly (readonly Tagged[])[]): Defined | undefined {
  for (const spot of one.spots) {
    const sentence = document.sentences[spot.sentence];
    const text = sentence && classBeside(sentence.text, spot.start, spot.end);
    if (sentence && text && isStatement(sentence.text, tagged[spot.sentence]))
      return { n: sentence.n, text, strength: 0.5 };
  }
  return undefined;
}

/** Strength of "X is a …" and "X means …". */
const PLAIN = 0.9;
/** Strength of a sentence that opens what a source has to say under the name, whatever its grammar. */
const OPENING = 0.45;
/** The same at the start of a source that has the name in its title. */
const TITLED = 0.48;
/** The name must stand near the start of such a sentence, and the sentence near the start of its section. */
const NEAR = 60;
const FIRST = 3;

/** The first whole sentence that names it, below the title or heading that names it. */
function openingOf(one: Gathered, document: Document, tagged: readonly (readonly Tagged[])[]): Defined | undefined {
  const { titled, isNear } = openedBy(document, [one.key, ...[...one.forms.keys()].map(nameKey)], FIRST * 4);
  const spots = new Map<number, Spot>();
  for (const spot of one.spots) if (!spots.has(spot.sentence)) spots.set(spot.sentence, spot);
  for (const [i, spot] of [...spots].sort((a, b) => a[0] - b[0])) {
    const sentence = document.sentences[i];
    if (
      !sentence ||
      spot.start > NEAR ||
      !isNear(i) ||
      !isStatement(sentence.text, tagged[i]) ||
      !readsAlone(sentence.text) ||
      leans(sentence.text)
    )
      continue;
    return { n: sentence.n, text: sentence.text, strength: titled && i < FIRST * 4 ? TITLED : OPENING };
  }
  return undefined;
}
