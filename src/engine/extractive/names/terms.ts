// Names by which a reader may look a document up: what its author sets apart, heads, defines or comes back to, best first.
import type { Document } from "../../../core/document.ts";
import type { Nomination, Term } from "../../../core/note.ts";
import { spellsOut } from "../../../text/acronyms.ts";
import { GENERIC_NOUNS } from "../../../text/generic.ts";
import { nameKey, singularOf } from "../../../text/names.ts";
import { introducedIn } from "./introduced.ts";
import { type Mark, markedIn } from "./marked.ts";
import { FORMATS, NUMBERED } from "./no-name.ts";
import { isOfTheTrade } from "./noun-phrase.ts";
import { type Candidate, isWritten, MIXED, ownness } from "./ownness.ts";
import { isWorthy } from "./term-worth.ts";
import { counterOf } from "./terms-count.ts";
import { titleNames } from "./title-names.ts";
import { alsoTyped, isOption, nameIn } from "./typed-name.ts";

/** Below this a name says little of the document; the best few of a page need no more. */
const LEAST = 0.8;

/** From here on of `ownness` words are a name, and all of a link's text. */
const NAMED = 0.8;
const LINKED = 0.6;
/** Of what a text links to its home in passing. */
const PASSING = 0.7;
/** Sentences: what stands once in a long text, and not at its head, it names in passing. */
const LONG = 40;
const EARLY = 4;

/** More than a page goes by: others may have some of them. */
export const MOST_TERMS = 24;
const MOST_PERSONS = 8;
/** Times that a phrase stands in a document that has much to say. */
const AGAIN = 6;

/** What each sort of mark says of its words. */
const MARKS: Readonly<Record<Mark, number>> = {
  heading: 1.05,
  section: 0.8,
  home: 1,
  handle: 0,
  called: 0.9,
  class: 0.9,
  item: 0.55,
  acronym: 0.7,
  introduced: 0.85,
  command: 0.6,
  bold: 0.5,
  quoted: 0.5,
  link: 0.25,
  code: 0.15,
};

export function termsOf(document: Document, nominations: readonly Nomination[]): Term[] {
  const countsOf = counterOf(document);
  const listing = isListing(document);
  const rated = candidatesOf(document, nominations)
    .filter(
      ({ name, marks, titled, first, nomination }) =>
        marks.size > 0 ||
        titled ||
        nomination?.minor !== true ||
        (MIXED.test(name) && first <= 1) ||
        (name.includes(" ") && nomination.count >= AGAIN) ||
        (nomination.inHeading && nomination.count > 1),
    )
    .map((one): Candidate => ({ ...one, counts: countsOf(one.name), sentences: document.sentences.length }))
    .filter((one) => isWorthy(one) && (!listing || one.titled))
    .map((one) => ({ one, weight: weightOf(one) }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || (a.one.key < b.one.key ? -1 : 1));
  const isPerson = ({ one: { marks, nomination } }: (typeof rated)[number]): boolean =>
    marks.has("introduced") || nomination?.kind === "person";
  const best = [
    ...rated.filter((row) => !isPerson(row)).slice(0, MOST_TERMS),
    ...rated.filter(isPerson).slice(0, MOST_PERSONS),
  ];
  const idle = new Set(best.flatMap(({ one }, i) => best.slice(0, i).flatMap((other) => idleOf(one, other.one) ?? [])));
  const chosen = best.filter(({ one }) => !idle.has(one));
  return chosen.map((row) => ({
    name: row.one.name,
    ...(row.one.also.length > 0 ? { also: row.one.also } : {}),
    ...(isProper(row.one) ? { proper: true as const } : {}),
    ...(isPerson(row) ? { person: true as const } : {}),
    weight: Math.round(row.weight * 100) / 100,
  }));
}

/** "Blue Button", in sentences too. */
function isProper(one: Candidate): boolean {
  return isWritten(one) && /^\p{Upper}\S+(?: \p{Upper}\S+)+$/u.test(one.name);
}

/** A list of links says little of any of them. */
function isListing({ markdown, words }: Document): boolean {
  return words > 1500 && (markdown.match(/\]\(/gu)?.length ?? 0) * 15 > words;
}

type Found = Omit<Candidate, "counts" | "sentences">;

function candidatesOf(document: Document, nominations: readonly Nomination[]): Found[] {
  const all = new Map<string, Found & { names: Map<string, number>; short: Set<string> }>();
  // Of several spellings that of the better mark is the name.
  const add = (text: string, first: number, worth: number) => {
    const name = nameIn(text);
    const key = name === undefined ? "" : nameKey(name);
    if (name === undefined || key.length < 2) return undefined;
    const one = all.get(key) ?? {
      key,
      name,
      also: [],
      marks: new Set(),
      first,
      titled: false,
      headed: false,
      names: new Map(),
      short: new Set(),
    };
    all.set(key, { ...one, first: Math.min(one.first, first) });
    one.names.set(name, Math.max(worth, one.names.get(name) ?? 0));
    return all.get(key);
  };
  const opens = openingOf(document);
  for (const nomination of nominations) {
    const { name, forms, sentences, inTitle } = nomination;
    const short = ACRONYM.test(name) ? forms.find((form) => spellsOut(form, name)) : undefined;
    const one = add(short ?? name, Math.max(0, (sentences[0] ?? 1) - 1 - opens), 0.6);
    if (!one) continue;
    all.set(one.key, { ...one, nomination: one.nomination ?? nomination, titled: one.titled || inTitle });
    for (const form of [name, ...forms]) {
      if (ACRONYM.test(form)) one.short.add(form.replace(/s$/u, ""));
      else if (!/^(?:an?|the) /iu.test(form)) one.names.set(form, one.names.get(form) ?? 0);
    }
  }
  for (const { text, mark, after, beside } of markedIn(document)) {
    const one = add(text, Math.max(0, after - opens), MARKS[mark]);
    one?.marks.add(mark);
    if (beside !== undefined) one?.short.add(beside.replace(/(?<=\p{Upper})s$/u, ""));
  }
  for (const { text, after } of introducedIn(document, nominations))
    add(text, Math.max(0, after - opens), MARKS.introduced)?.marks.add("introduced");
  for (const { text, headed } of titleNames(document)) {
    const one = add(text, 0, 2);
    if (one) all.set(one.key, { ...one, titled: true, headed: one.headed || headed });
  }
  return [...all.values()].map(({ names, short, ...one }) => {
    const option = [...names.keys()].find(isOption);
    const [best = one.name] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
    // "Peace Corps", also where an address in the text has it small.
    const usual = one.nomination?.name ?? "";
    const name = option ?? (usual.includes(" ") && best === usual.toLowerCase() ? usual : best);
    // "julianday", the function, and the Julian day; "Array windows", the section of `array_windows`.
    const apart = [...names.keys()].filter(
      (form) =>
        (form.includes(" ")
          ? !name.includes(" ")
          : name.includes(" ") && form.includes("_") && (one.titled || one.marks.has("heading"))) &&
        nameKey(form) === one.key,
    );
    const also = [
      ...[...short].filter((form) => spellsOut(name, form)),
      ...apart.slice(0, 1),
      ...alsoTyped(name, document.markdown),
    ];
    return { ...one, name, also: also.filter((form) => !FORMATS.test(form)).sort() };
  });
}

/** Sentences before its first paragraph: "Start Date: 2015-03-01" and the like. */
function openingOf({ blocks, sentences }: Document): number {
  const first = sentences.findIndex(({ block }) => blocks[block]?.kind === "paragraph");
  return first > 0 && first < PREAMBLE ? first : 0;
}

const PREAMBLE = 10;

const ACRONYM = /^\p{Upper}[\p{Upper}\p{N}]{1,6}s?$/u;

/** Of two names, one inside of the other, the one that the other makes idle: "sqlite3-rsync tool", "Verkle" that nearly always is "Verkle tree". */
function idleOf(a: Candidate, b: Candidate): Candidate | undefined {
  const [long, short] = a.name.length > b.name.length ? [a, b] : [b, a];
  const [whole, part] = [` ${long.name.toLowerCase()} `, short.name.toLowerCase()];
  if (!whole.includes(` ${part} `) && !whole.includes(` ${part.replace(/s$/u, "")} `)) return undefined;
  const [inside, all] = [long.counts.prose, short.counts.prose];
  const own =
    short.titled || short.marks.has("home") || short.marks.has("class") || short.counts.headings > long.counts.headings;
  if (all - inside < 2 && !own && (inside > 0 || all === 0)) return short;
  const sort = GENERIC_NOUNS.has(singularOf(long.name.toLowerCase().split(" ").at(-1) ?? ""));
  const set = long.titled || long.also.length > 0 || long.marks.has("heading") || long.marks.has("home");
  // "U.S. Department of the Interior", which its source calls Interior.
  const linked = long.marks.has("link") && isProper(long);
  const proper = linked || (inside > 1 && (long.name.match(/(?<![\p{Alpha}\p{N}])\p{Upper}/gu)?.length ?? 0) > 1);
  const body = long.nomination?.kind === "organisation" || long.nomination?.kind === "event";
  if (set || body || inside >= OFTEN || (proper && !sort)) return undefined;
  return sort || inside * 3 < all ? long : undefined;
}

/** Times from which on a longer name is one of its own. */
const OFTEN = 4;

/** Of a name of samples, or of a document that may be there itself. */
const LESS = 0.5;
/** "EPOCH_LENGTH", of the many that a table lists. */
const CONSTANT = /^\p{Upper}[\p{Upper}\p{N}]*_[\p{Upper}\p{N}_]+$/u;
const OF_A_LIST = 0.65;
const SET: readonly Mark[] = ["section", "home", "called", "class", "item"];

function weightOf(one: Candidate): number {
  const { marks, counts, first, titled, nomination } = one;
  const own = ownness(one);
  const passing = counts.prose === 1 && first > EARLY && one.sentences > LONG;
  const worth = (mark: Mark): number => {
    if (mark === "command" && counts.prose > 0) return MARKS.code;
    if (mark === "home" && passing) return PASSING;
    return mark === "link" && own >= NAMED ? LINKED : MARKS[mark];
  };
  const [best = 0, second = 0] = [...[...marks].map(worth), ...(isOfTheTrade(one.name) ? [LINKED] : [])].sort(
    (a, b) => b - a,
  );
  // A person is named in full once.
  const told = nomination?.kind === "person" ? Math.max(counts.prose, nomination.count) : counts.prose;
  const count = told + Math.min(2, counts.code);
  const often = Math.min(1.4, 0.35 * Math.log2(Math.max(1, count)));
  const early = first <= 1 ? 0.4 : first <= 4 ? 0.2 : 0;
  const strength = nomination?.definitionStrength ?? 0;
  const defined = strength >= 0.5 ? 0.9 * strength : 0;
  const salient = 0.7 * (nomination && !nomination.minor ? nomination.salience : 0);
  const inHeading = nomination?.inHeading || (counts.headings > 0 && marks.has("link"));
  const headed = inHeading && !marks.has("heading") ? (one.name.includes(" ") ? 0.6 : 0.4) : 0;
  // "semisecret": what its samples call their things, unless its text makes it one.
  const made =
    !titled &&
    counts.headings === 0 &&
    first > 1 &&
    strength < 0.5 &&
    !SET.some((mark) => marks.has(mark)) &&
    counts.made;
  return (
    (made || NUMBERED.test(one.name)
      ? LESS
      : CONSTANT.test(one.name) && !titled && counts.headings === 0
        ? OF_A_LIST
        : 1) *
    (0.4 + own) *
    ((titled ? 1.6 : 0) + best + 0.25 * second + often + early + defined + salient + headed)
  );
}
