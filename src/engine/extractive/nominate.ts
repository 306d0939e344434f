// What a document speaks of: names and phrases that stand out in it, each with where it stands and what is said to be.
import type { Document } from "../../core/document.ts";
import type { Nomination } from "../../core/note.ts";
import { isEmptyPhrase } from "../../text/generic.ts";
import { isAcronymOf, nameKey, nameWords } from "../../text/names.ts";
import { everydayCount, rarity } from "./background.ts";
import { type Candidate, namesIn, phrasesIn } from "./candidates.ts";
import { classBeside } from "./classes.ts";
import { definitionAt } from "./definitions.ts";
import { sortOfName, sortOfPhrase } from "./kinds.ts";
import { nominateCjk } from "./nominate-cjk.ts";
import { isStatement, leans, readsAlone } from "./standing.ts";
import { type Tagged, tag, taggedSentences } from "./tag.ts";

const MOST_NAMES = 18;
const MOST_PHRASES = 22;
/** Occurrences in the background (51 million words) from which a word is everyone's. */
const EVERYDAY = 30;

interface Spot {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

interface Gathered {
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly spots: Spot[];
  /** Mid-sentence occurrences, as a name and in lower case. */
  proper: number;
  lower: number;
  opening: number;
  inTitle: boolean;
  inHeading: boolean;
  marked: boolean;
}

/** Best first; beyond MOST_NAMES names and MOST_PHRASES phrases, and below what is worth naming, they are `minor`. */
export function nominate(document: Document): readonly Nomination[] {
  const before = known.get(document);
  if (before) return before;
  const nominations = /^(?:zh|ja|ko)/.test(document.meta.language) ? nominateCjk(document) : nominateSpaced(document);
  known.set(document, nominations);
  return nominations;
}

/** An engine and the note stage both ask; a document's names are found once. */
const known = new WeakMap<Document, readonly Nomination[]>();

function nominateSpaced(document: Document): Nomination[] {
  const tagged = taggedSentences(document);
  const gathered = gather(document, tagged);
  foldAcronyms(document, gathered);
  foldSurnames(document, gathered, tagged);
  const rated = [...gathered.values()]
    .filter((one) => !isEmptyPhrase(nameWords(usualForm(one))))
    .map((one) => {
      const name = isName(one, tagged);
      const defined = definedIn(one, name, document, tagged);
      return { one, isName: name, defined, score: scoreOf(one, document) * (1 + (defined?.strength ?? 0)) };
    })
    .filter(({ score }) => score > 0);
  rated.sort((a, b) => b.score - a.score || (a.one.key < b.one.key ? -1 : 1));
  const top = rated[0]?.score ?? 1;
  const worthy = rated.filter(({ one, isName, defined }) => worthNaming(one, isName, defined?.strength ?? 0));
  const names = worthy.filter((row) => row.isName).slice(0, MOST_NAMES);
  const phrases = worthy.filter((row) => !row.isName).slice(0, MOST_PHRASES);
  const chosen = new Set([...names, ...phrases]);
  return rated.map((row) => {
    const { one, isName, defined, score } = row;
    const nomination = nominationOf(one, isName, defined, score / top, document, tagged);
    return chosen.has(row) ? nomination : { ...nomination, minor: true };
  });
}

function gather(document: Document, tagged: readonly (readonly Tagged[])[]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  const add = (candidate: Candidate, sentence: number): void => {
    const key = nameKey(candidate.text);
    if (key.length < 2) return;
    let one = all.get(key);
    if (!one) {
      one = {
        key,
        forms: new Map(),
        spots: [],
        proper: 0,
        lower: 0,
        opening: 0,
        inTitle: false,
        inHeading: false,
        marked: false,
      };
      all.set(key, one);
    }
    if (sentence < 0) return;
    const seen = one.spots.some((spot) => spot.sentence === sentence && spot.start === candidate.start);
    if (seen) return;
    one.spots.push({ sentence, start: candidate.start, end: candidate.end });
    one.forms.set(candidate.text, (one.forms.get(candidate.text) ?? 0) + 1);
    if (candidate.opens) one.opening++;
    else if (/\p{Lu}/u.test(candidate.text)) one.proper++;
    else one.lower++;
  };
  document.sentences.forEach((sentence, i) => {
    const tokens = tagged[i] ?? [];
    const names = namesIn(tokens, sentence.text);
    for (const name of names) add(name, i);
    for (const phrase of phrasesIn(tokens, sentence.text)) {
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
      ...namesIn(tokens, text),
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

const LINKED = /(?<!!)\[\[([^\]|#^]{2,60})(?:[#^][^\]|]*)?(?:\|([^\]]{2,60}))?\]\]/g;

/** A wikilink is its author's own mark that a thing matters. */
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
  for (const text of linked) {
    if (text.length < 3 || text.split(/\s+/).length > 5 || !/\p{L}/u.test(text)) continue;
    document.sentences.forEach((sentence, i) => {
      const start = sentence.text.indexOf(text);
      if (start >= 0)
        add({ text, start, end: start + text.length, proper: /^\p{Lu}/u.test(text), opens: start === 0 }, i);
    });
    const one = all.get(nameKey(text));
    if (one) one.marked = true;
  }
}

/** "Open Source Initiative (OSI)": one thing; the rarer form joins the other. */
function foldAcronyms(document: Document, all: Map<string, Gathered>): void {
  for (const sentence of document.sentences) {
    for (const match of sentence.text.matchAll(/\(([\p{Lu}][\p{L}\p{N}&.]{1,7}s?)\)/gu)) {
      const short = all.get(nameKey(match[1] ?? ""));
      if (!short) continue;
      const before = sentence.text.slice(0, match.index).trimEnd().split(/\s+/);
      for (let n = 2; n <= Math.min(8, before.length); n++) {
        const long = before
          .slice(-n)
          .join(" ")
          .replace(/^["“(]+/, "");
        const one = isAcronymOf(match[1] ?? "", long) ? all.get(nameKey(long)) : undefined;
        if (one && one !== short) {
          join(one, short);
          all.delete(short.key);
          all.set(short.key, one);
          break;
        }
      }
    }
  }
  // Two keys may now lead to one Gathered: keep it under its own key only.
  for (const [key, one] of all) if (one.key !== key) all.delete(key);
}

/** "Bush" after "Vannevar Bush" is he, when only one person of the document ends so. */
function foldSurnames(document: Document, all: Map<string, Gathered>, tagged: readonly (readonly Tagged[])[]): void {
  const byLast = new Map<string, Gathered[]>();
  for (const one of all.values()) {
    const form = usualForm(one);
    const words = form.split(/\s+/);
    if (words.length < 2 || !isName(one, tagged)) continue;
    if (sortOfName(form, undefined, besideOf(one, document)).kind !== "person") continue;
    const last = nameKey(words.at(-1) ?? "");
    byLast.set(last, [...(byLast.get(last) ?? []), one]);
  }
  for (const [last, owners] of byLast) {
    const alone = all.get(last);
    // Of a father and a son the surname means him of whom the source says more.
    const owner = [...owners].sort((a, b) => b.spots.length - a.spots.length || (a.key < b.key ? -1 : 1))[0];
    if (!alone || !owner || !/^\p{Lu}/u.test(usualForm(alone))) continue;
    join(owner, alone);
    all.delete(last);
  }
}

function join(into: Gathered, from: Gathered): void {
  for (const [form, n] of from.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + n);
  for (const spot of from.spots) {
    const inside = into.spots.some(
      (other) => other.sentence === spot.sentence && other.start <= spot.start && spot.end <= other.end,
    );
    if (!inside) into.spots.push(spot);
  }
  into.spots.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
  into.proper += from.proper;
  into.lower += from.lower;
  into.opening += from.opening;
  into.inTitle ||= from.inTitle;
  into.inHeading ||= from.inHeading;
  into.marked ||= from.marked;
}

/** The form most used; of equals the longest, then the first by code point. */
function usualForm(one: Gathered): string {
  const forms = [...one.forms].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  const lower = forms.find(([form]) => !form.includes(" ") && /^\p{Ll}/u.test(form));
  if (lower && everydayCount(lower[0]) > EVERYDAY) return lower[0];
  const top = forms[0]?.[0] ?? one.key;
  const long = forms.find(
    ([form, n]) =>
      form.endsWith(` ${top}`) || (form.includes(" ") && /^\p{Lu}/u.test(form) && n * 6 >= (forms[0]?.[1] ?? 1)),
  );
  // A surname alone or an acronym is used more often than the whole, which is the better title.
  return long && !top.includes(" ") && /^\p{Lu}/u.test(top) ? long[0] : top;
}

function isName(one: Gathered, tagged: readonly (readonly Tagged[])[]): boolean {
  const mid = one.proper + one.lower;
  const single = [...one.forms.keys()].every((form) => !form.includes(" "));
  // "Add" and "Fee" are capitals by their place; a name is not in everyone's mouth, or is written so nearly always.
  if (single && everydayCount(one.key) > EVERYDAY * 10 && one.proper < 3 * (one.lower + one.opening)) return false;
  if (mid > 0) return one.proper / mid >= 0.7;
  // Seen only at the start of sentences: a name if no dictionary word, or of several capitals.
  const form = [...one.forms.keys()][0] ?? "";
  const first = one.spots[0];
  const pos = first && tagged[first.sentence]?.find((token) => token.start === first.start)?.pos;
  if ((pos !== "PROPN" && pos !== "NOUN") || /^\p{Lu}\p{Ll}+ly$/u.test(form)) return false;
  return (
    /^\p{Lu}/u.test(form) && (/\s\p{Lu}|\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(form) || everydayCount(form.toLowerCase()) < 3)
  );
}

function worthNaming(one: Gathered, name: boolean, defined: number): boolean {
  const words = nameWords(usualForm(one));
  const n = one.spots.length;
  // What a source takes the trouble to define, it speaks of.
  if (defined >= 0.75 && (words.length > 1 || (n >= 2 && (name || everydayCount(words[0] ?? "") < 300)))) return true;
  // A capital or a heading does not make a topic of a word that everybody uses: "Create", "Fork".
  if (
    words.length === 1 &&
    everydayCount(words[0] ?? "") > 10 * EVERYDAY &&
    !one.marked &&
    !(name && n >= 3 && !/^\p{Lu}+$/u.test(usualForm(one)))
  )
    return false;
  if (one.marked && (words.length > 1 || name)) return true;
  if (name) return n >= 2 || usualForm(one).includes(" ") || one.inTitle || one.inHeading;
  // An everyday word, or a verb in -ing, is a topic only where a source says what it means by it.
  if (words.length === 1 && !name && (everydayCount(words[0] ?? "") > EVERYDAY || /ing$/.test(words[0] ?? "")))
    return false;
  // "foo", "vec", "mut": words of code, unknown to any dictionary.
  if (
    words.length === 1 &&
    words[0] !== undefined &&
    words[0].length < 6 &&
    everydayCount(words[0]) < 5 &&
    !one.inTitle
  )
    return false;
  if (words.length === 1)
    return (
      (n >= 3 && (one.inTitle || one.inHeading || one.marked || rarity(words[0] ?? "") > 11)) || (one.inTitle && n >= 2)
    );
  return n >= 2 || one.inTitle || one.inHeading || one.marked;
}

/** Summed idf^.5 of its words, more for early, frequent, titled ones (findings: Inspec F@10 .313 with the first three factors). */
function scoreOf(one: Gathered, document: Document): number {
  const words = nameWords(usualForm(one));
  const rare =
    words.reduce((sum, word) => sum + Math.sqrt(Math.max(0, rarity(word) - 4)), 0) /
    Math.sqrt(Math.max(1, words.length));
  const first = one.spots[0]?.sentence ?? document.sentences.length;
  const early = 1 + 0.5 * (1 - first / Math.max(1, document.sentences.length));
  const often = 1 + 0.6 * Math.log(Math.max(1, one.spots.length));
  return rare * early * often * (one.inTitle ? 1.6 : 1) * (one.inHeading ? 1.25 : 1) * (one.marked ? 1.2 : 1);
}

/** The words around its first mentions. */
function besideOf(one: Gathered, document: Document): string {
  return one.spots
    .slice(0, 6)
    .map((spot) => {
      const text = document.sentences[spot.sentence]?.text ?? "";
      return `${text.slice(Math.max(0, spot.start - 30), spot.start)} ${text.slice(spot.end, spot.end + 40)}`;
    })
    .join(" | ");
}

interface Defined {
  readonly n: number;
  readonly text: string;
  readonly strength: number;
}

/** The sentence that says best what it is. */
function definedIn(
  one: Gathered,
  name: boolean,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): Defined | undefined {
  let best: Defined | undefined;
  for (const spot of one.spots) {
    const sentence = document.sentences[spot.sentence];
    if (!sentence) continue;
    const found = definitionAt(sentence.text, spot.start, spot.end, name);
    if (found && found.strength > (best?.strength ?? 0) && isStatement(sentence.text, tagged[spot.sentence]))
      best = { n: sentence.n, ...found };
  }
  if (best && best.strength >= OPENING) return best;
  return (
    (name ? classOf(one, document, tagged) : undefined) ??
    (one.inTitle || one.inHeading ? openingOf(one, document, tagged) : undefined) ??
    best
  );
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

/** Strength of a sentence that opens what a source has to say under the name, whatever its grammar. */
const OPENING = 0.45;
/** The same at the start of a source that has the name in its title. */
const TITLED = 0.48;
/** The name must stand near the start of such a sentence, and the sentence near the start of its section. */
const NEAR = 60;
const FIRST = 3;

/** The first whole sentence that names it, below the title or heading that names it. */
function openingOf(one: Gathered, document: Document, tagged: readonly (readonly Tagged[])[]): Defined | undefined {
  const keys = [one.key, ...[...one.forms.keys()].map(nameKey)];
  const names = (text: string): boolean => {
    const key = nameKey(text);
    return nameWords(text).length <= 8 && keys.some((own) => key.includes(own));
  };
  const titled = names(document.meta.title);
  let since = titled ? 0 : Number.POSITIVE_INFINITY;
  let heading: readonly string[] | undefined;
  for (const [i, sentence] of document.sentences.entries()) {
    const under = document.blocks[sentence.block]?.headings ?? [];
    if (under.join("\n") !== heading?.join("\n")) {
      heading = under;
      if (names(under.at(-1) ?? "")) since = 0;
    }
    if (since >= FIRST * 4) continue;
    since++;
    const spot = one.spots.find((place) => place.sentence === i);
    if (
      !spot ||
      spot.start > NEAR ||
      !isStatement(sentence.text, tagged[i]) ||
      !readsAlone(sentence.text) ||
      leans(sentence.text)
    )
      continue;
    return { n: sentence.n, text: sentence.text, strength: titled && i < FIRST * 4 ? TITLED : OPENING };
  }
  return undefined;
}

function nominationOf(
  one: Gathered,
  name: boolean,
  best: Defined | undefined,
  salience: number,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): Nomination {
  const form = usualForm(one);
  const beside = besideOf(one, document);
  const sort =
    name || /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(form) ? sortOfName(form, best?.text, beside) : sortOfPhrase(form, best?.text);
  const subjectOf = one.spots
    .filter((spot) => isSubject(spot, tagged[spot.sentence] ?? []))
    .map((spot) => spot.sentence + 1);
  return {
    name: form,
    forms: [...one.forms.keys()].filter((other) => other !== form).sort(),
    ...sort,
    count: one.spots.length,
    salience: Math.round(salience * 1000) / 1000,
    inTitle: one.inTitle,
    inHeading: one.inHeading,
    ...(best ? { definedBy: best.n, definition: best.text, definitionStrength: best.strength } : {}),
    sentences: [...new Set(one.spots.map((spot) => spot.sentence + 1))],
    subjectOf: [...new Set(subjectOf)],
  };
}

const BEFORE_HEAD = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "SYM"]);

/** Is it the head of the sentence's subject? "The first wiki was …" is about the wiki; "Wiki pages are …" is about pages. */
function isSubject(spot: Spot, tokens: readonly Tagged[]): boolean {
  const before = tokens.filter((token) => token.end <= spot.start);
  const after = tokens.find((token) => token.start >= spot.end);
  if (before.length > 5 || !before.every((token) => BEFORE_HEAD.has(token.pos) && !/^[,;:]$/.test(token.text)))
    return false;
  return (
    after !== undefined &&
    after.pos !== "NOUN" &&
    after.pos !== "PROPN" &&
    after.text !== "'s" &&
    after.text !== "’s" &&
    after.text !== "-"
  );
}
