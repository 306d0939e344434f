// All names and phrases of a document, acronyms and surnames folded into the names they stand for.
import type { Document, Sentence } from "../../../core/document.ts";
import { expansionsIn } from "../../../text/acronyms.ts";
import { nameKey, nameWords } from "../../../text/names.ts";
import { isSpaceless } from "../../../text/spaceless.ts";
import { sortOfName } from "../definitions/kinds.ts";
import { type Tagged, tag } from "../tag.ts";
import { type Candidate, confirmedIn, namesIn, phrasesIn } from "./candidates.ts";
import { besideOf, type Gathered, isName, join, nothingYet, usualForm } from "./gathered.ts";
import { codeNamesIn, homedNames, spelledNamesIn, toldCode } from "./spelled.ts";

export function gather(document: Document, tagged: readonly (readonly Tagged[])[]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  const add = (found: Candidate, sentence: number): void => {
    // "the MRETURN opcode" is MRETURN.
    const text = found.text.replace(OF_ITS_CLASS, "$1").replace(UPGRADE, "$1");
    const candidate = { ...found, text, end: found.start + text.length };
    const key = nameKey(candidate.text);
    if (key.length < 2) return;
    let one = all.get(key);
    if (!one) {
      one = nothingYet(key);
      all.set(key, one);
    }
    if (sentence < 0) return;
    const seen = one.spots.some((spot) => spot.sentence === sentence && spot.start === candidate.start);
    if (seen) return;
    one.spots.push({ sentence, start: candidate.start, end: candidate.end });
    one.forms.set(candidate.text, (one.forms.get(candidate.text) ?? 0) + 1);
    if (candidate.opens) one.opening++;
    else if (candidate.proper && /[\p{Upper}.:_-]/u.test(candidate.text)) one.proper++;
    else one.lower++;
  };
  const confirmed = confirmedIn(tagged);
  const told = toldCode(document);
  document.sentences.forEach((sentence, i) => {
    const tokens = tagged[i] ?? [];
    const coded = codeNamesIn(sentence, told);
    const spelled = [
      ...spelledNamesIn(sentence.text).filter((one) => !coded.some((other) => other.start === one.start)),
      ...coded,
    ];
    const inside = (one: Candidate) => spelled.some((other) => other.start <= one.start && one.end <= other.end);
    const names = [...namesIn(tokens, sentence.text, confirmed).filter((one) => !inside(one)), ...spelled];
    for (const name of names) add(name, i);
    for (const found of phrasesIn(tokens, sentence.text)) {
      const phrase = besideCode(found, sentence);
      // A phrase that overlaps a name in part is a piece of one; one that holds a name whole is its own phrase.
      const cut = names.some(
        (name) =>
          phrase.start < name.end && name.start < phrase.end && !(phrase.start <= name.start && name.end <= phrase.end),
      );
      if (!cut) add(phrase, i);
    }
  });
  const markTitle = (text: string, mark: (one: Gathered) => void) => {
    const tokens = tag(text);
    const lowered = tag(text.toLowerCase());
    for (const candidate of [
      ...namesIn(tokens, text, confirmed),
      ...phrasesIn(tokens, text),
      ...phrasesIn(lowered, text.toLowerCase()),
    ]) {
      const one = all.get(nameKey(candidate.text));
      if (one) mark(one);
    }
    const whole = all.get(nameKey(text));
    if (whole) mark(whole);
  };
  markTitle(document.meta.title, (one) => {
    one.inTitle = true;
  });
  for (const block of document.blocks) {
    if (block.kind === "heading")
      markTitle(block.text, (one) => {
        one.inHeading = true;
      });
  }
  markLinks(document, all, add);
  for (const tagName of document.meta.tags) {
    const one = all.get(nameKey(tagName.replace(/[-_/]/g, " ")));
    if (one) one.marked = true;
  }
  return all;
}

const OF_ITS_CLASS = /^([\p{Upper}\d_]{3,}) (?:instruction|macro|opcode|precompile|trait)s?$/u;

/** "batch identifier" of "`id` batch identifier": a field's name is no word of it. */
function besideCode(phrase: Candidate, { text, code = [] }: Sentence): Candidate {
  const field = code.find(([start, end]) => start <= phrase.start && phrase.start < end && end < phrase.end);
  if (!field || !/^\p{Lower}/u.test(phrase.text)) return phrase;
  const start = phrase.end - text.slice(field[1], phrase.end).trimStart().length;
  return { ...phrase, text: text.slice(start, phrase.end), start, opens: false };
}

/** "Spurious Dragon Hardfork" is Spurious Dragon. */
const UPGRADE = /^(\p{Upper}\p{Lower}+(?: \p{Upper}\p{Lower}+)*) (?:[Hh]ard[ -]?[Ff]ork|Network Upgrade)s?$/u;

const LINKED = /(?<!!)\[\[([^\]|#^]{2,60})(?:[#^][^\]|]*)?(?:\|([^\]]{2,60}))?\]\]/g;

/** A wikilink, or a link to its home, is its author's own mark that a thing matters. */
function markLinks(
  document: Document,
  all: ReadonlyMap<string, Gathered>,
  add: (candidate: Candidate, sentence: number) => void,
): void {
  const linked = new Set(
    [...document.markdown.matchAll(LINKED)].map(
      (match) => (match[2] ?? match[1] ?? "").split("/").at(-1)?.replace(/\.md$/, "").trim() ?? "",
    ),
  );
  const homed = homedNames(document.markdown);
  for (const text of [...linked, ...homed]) {
    if (text.length < 2 || text.split(/\s+/).length > 5 || !/\p{Alpha}/u.test(text)) continue;
    document.sentences.forEach((sentence, i) => {
      const start = wordAt(sentence.text, text);
      if (start >= 0)
        add({ text, start, end: start + text.length, proper: /^\p{Upper}/u.test(text), opens: start === 0 }, i);
    });
    const one = all.get(nameKey(text));
    if (one) one.marked = true;
    if (one && homed.includes(text)) one.homed = true;
  }
}

/** Where a name stands by itself, -1 where it does not: "Rustfmt" holds no "Rust". Scripts without spaces show no words. */
function wordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const whole =
      !/[\p{Alpha}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{Alpha}\p{N}]/u.test(text.slice(at + name.length));
    if (whole || isSpaceless(name)) return at;
  }
  return -1;
}

/** "Open Source Initiative (OSI)", "externally owned account (EOA)": one thing; the rarer form joins the other. */
export function foldAcronyms(document: Document, all: Map<string, Gathered>): void {
  const known = (text: string, sentence: number, [start, end]: readonly [number, number]): Gathered => {
    const key = nameKey(text);
    const before = all.get(key);
    if (before) return before;
    const one = nothingYet(key);
    one.forms.set(text, 1);
    one.spots.push({ sentence, start, end });
    if (/\p{Upper}/u.test(text)) one.proper++;
    else one.lower++;
    all.set(key, one);
    return one;
  };
  for (const [i, sentence] of document.sentences.entries()) {
    for (const { acronym, words, acronymAt, wordsAt } of expansionsIn(sentence.text)) {
      const short = known(acronym, i, acronymAt);
      const long = known(words, i, wordsAt);
      if (short === long) continue;
      join(long, short);
      all.set(short.key, long);
    }
  }
  // What a heading states joins what the text names.
  const headings = document.blocks.flatMap((block) => (block.kind === "heading" ? block.text : []));
  for (const heading of [document.meta.title, ...headings])
    for (const { acronym, words } of expansionsIn(heading)) {
      const [short, long] = [all.get(nameKey(acronym)), all.get(nameKey(words))];
      const one = long ?? short;
      if (!one || short === long) continue;
      if (long && short) {
        join(long, short);
        all.set(short.key, long);
      } else one.forms.set(long ? acronym : words, 1);
    }
  // Two keys may now lead to one Gathered: keep it under its own key only.
  for (const [key, one] of all) if (one.key !== key) all.delete(key);
}

/** "Bush" after "Vannevar Bush" is he; "Chris" is Chris Denton, where nobody else of the document is called so. */
export function foldPersons(
  document: Document,
  all: Map<string, Gathered>,
  tagged: readonly (readonly Tagged[])[],
): void {
  const byLast = new Map<string, Gathered[]>();
  const byFirst = new Map<string, Gathered[]>();
  for (const one of all.values()) {
    const form = usualForm(one);
    const words = form.split(/\s+/);
    if (words.length < 2 || !isName(one, tagged)) continue;
    if (sortOfName(form, undefined, besideOf(one, document)).kind !== "person") continue;
    const last = nameKey(words.at(-1) ?? "");
    byLast.set(last, [...(byLast.get(last) ?? []), one]);
    const first = nameKey(words[0] ?? "");
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  for (const [first, owners] of byFirst) if (owners.length === 1 && !byLast.has(first)) byLast.set(first, owners);
  for (const [name, owners] of byLast) {
    const alone = all.get(name);
    // "Claude Python", where Claude and Python are two things: nobody's name.
    if (owners.length === 1 && owners.every((one) => nameWords(usualForm(one)).every((word) => all.has(word))))
      continue;
    // Of a father and a son the surname means him of whom the source says more.
    const owner = [...owners].sort((a, b) => b.spots.length - a.spots.length || (a.key < b.key ? -1 : 1))[0];
    if (!alone || !owner || !/^\p{Upper}/u.test(usualForm(alone))) continue;
    join(owner, alone);
    all.delete(name);
  }
}
