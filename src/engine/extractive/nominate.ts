// What a document speaks of: names and phrases that stand out in it, each with where it stands and what is said to be.
import type { Document } from "../../core/document.ts";
import type { Nomination } from "../../core/note.ts";
import { nameKey, nameWords, isAcronymOf } from "../../text/names.ts";
import { everydayCount, rarity } from "./background.ts";
import { type Candidate, isEmptyPhrase, namesIn, phrasesIn } from "./candidates.ts";
import { definitionAt } from "./definitions.ts";
import { sortOfName, sortOfPhrase } from "./kinds.ts";
import { isStatement } from "./standing.ts";
import { type Tagged, tag, taggedSentences } from "./tag.ts";

const MOST_NAMES = 18;
const MOST_PHRASES = 22;

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

/** Best first: at most MOST_NAMES names and MOST_PHRASES phrases. */
export function nominate(document: Document): Nomination[] {
  const tagged = taggedSentences(document);
  const gathered = gather(document, tagged);
  foldAcronyms(document, gathered);
  foldSurnames(gathered);
  const rated = [...gathered.values()]
    .map((one) => ({ one, isName: isName(one), score: scoreOf(one, document) }))
    .filter(({ one, isName, score }) => score > 0 && worthNaming(one, isName));
  rated.sort((a, b) => b.score - a.score || (a.one.key < b.one.key ? -1 : 1));
  const top = rated[0]?.score ?? 1;
  const names = rated.filter((row) => row.isName).slice(0, MOST_NAMES);
  const phrases = rated.filter((row) => !row.isName).slice(0, MOST_PHRASES);
  const chosen = new Set([...names, ...phrases]);
  return rated.filter((row) => chosen.has(row)).map(({ one, isName, score }) => nominationOf(one, isName, score / top, document, tagged));
}

function gather(document: Document, tagged: readonly (readonly Tagged[])[]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  const add = (candidate: Candidate, sentence: number): void => {
    const key = nameKey(candidate.text);
    if (key.length < 2) return;
    let one = all.get(key);
    if (!one) {
      one = { key, forms: new Map(), spots: [], proper: 0, lower: 0, opening: 0, inTitle: false, inHeading: false, marked: false };
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
      const cut = names.some((name) => phrase.start < name.end && name.start < phrase.end && !(phrase.start <= name.start && name.end <= phrase.end));
      if (!cut) add(phrase, i);
    }
  });
  const markTitle = (text: string, mark: (one: Gathered) => void) => {
    const tokens = tag(text);
    const lowered = tag(text.toLowerCase());
    for (const candidate of [...namesIn(tokens, text), ...phrasesIn(tokens, text), ...phrasesIn(lowered, text.toLowerCase())]) {
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
    if (block.kind === "heading") markTitle(block.text, (one) => {
      one.inHeading = true;
    });
  }
  for (const tagName of document.meta.tags) {
    const one = all.get(nameKey(tagName.replace(/[-_/]/g, " ")));
    if (one) one.marked = true;
  }
  return all;
}

/** "Open Source Initiative (OSI)": one thing; the rarer form joins the other. */
function foldAcronyms(document: Document, all: Map<string, Gathered>): void {
  for (const sentence of document.sentences) {
    for (const match of sentence.text.matchAll(/\(([\p{Lu}][\p{L}\p{N}&.]{1,7}s?)\)/gu)) {
      const short = all.get(nameKey(match[1] ?? ""));
      if (!short) continue;
      const before = sentence.text.slice(0, match.index).trimEnd().split(/\s+/);
      for (let n = 2; n <= Math.min(8, before.length); n++) {
        const long = before.slice(-n).join(" ").replace(/^["“(]+/, "");
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
function foldSurnames(all: Map<string, Gathered>): void {
  const byLast = new Map<string, Gathered[]>();
  for (const one of all.values()) {
    const form = usualForm(one);
    const words = form.split(/\s+/);
    if (words.length < 2 || !isName(one)) continue;
    if (sortOfName(form, undefined, "").kind !== "person") continue;
    const last = nameKey(words.at(-1) ?? "");
    byLast.set(last, [...(byLast.get(last) ?? []), one]);
  }
  for (const [last, owners] of byLast) {
    const alone = all.get(last);
    const owner = owners[0];
    if (!alone || !owner || owners.length > 1 || !/^\p{Lu}/u.test(usualForm(alone))) continue;
    join(owner, alone);
    all.delete(last);
  }
}

function join(into: Gathered, from: Gathered): void {
  for (const [form, n] of from.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + n);
  for (const spot of from.spots) {
    const inside = into.spots.some((other) => other.sentence === spot.sentence && other.start <= spot.start && spot.end <= other.end);
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
  const long = forms.find(([form, n]) => form.includes(" ") && /^\p{Lu}/u.test(form) && n * 6 >= (forms[0]?.[1] ?? 1));
  const top = forms[0]?.[0] ?? one.key;
  // A surname alone or an acronym is used more often than the whole, which is the better title.
  return long && !top.includes(" ") && /^\p{Lu}/u.test(top) ? long[0] : top;
}

function isName(one: Gathered): boolean {
  const mid = one.proper + one.lower;
  if (mid > 0) return one.proper / mid >= 0.7;
  // Seen only at the start of sentences: a name if no dictionary word, or of several capitals.
  const form = [...one.forms.keys()][0] ?? "";
  return /^\p{Lu}/u.test(form) && (/\s\p{Lu}|\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(form) || everydayCount(form.toLowerCase()) < 3);
}

function worthNaming(one: Gathered, name: boolean): boolean {
  const words = nameWords(usualForm(one));
  if (isEmptyPhrase(words)) return false;
  const n = one.spots.length;
  if (name) return n >= 2 || usualForm(one).includes(" ") || one.inTitle || one.inHeading;
  // "foo", "vec", "mut": words of code, unknown to any dictionary.
  if (words.length === 1 && words[0] !== undefined && words[0].length < 6 && everydayCount(words[0]) < 5 && !one.inTitle) return false;
  if (words.length === 1) return (n >= 3 && (one.inTitle || one.inHeading || one.marked || rarity(words[0] ?? "") > 11)) || (one.inTitle && n >= 2);
  return n >= 2 || one.inTitle || one.inHeading || one.marked;
}

/** Summed idf^.5 of its words, more for early, frequent, titled ones (findings: Inspec F@10 .313 with the first three factors). */
function scoreOf(one: Gathered, document: Document): number {
  const words = nameWords(usualForm(one));
  const rare = words.reduce((sum, word) => sum + Math.sqrt(Math.max(0, rarity(word) - 4)), 0) / Math.sqrt(Math.max(1, words.length));
  const first = one.spots[0]?.sentence ?? document.sentences.length;
  const early = 1 + 0.5 * (1 - first / Math.max(1, document.sentences.length));
  const often = 1 + 0.6 * Math.log(Math.max(1, one.spots.length));
  return rare * early * often * (one.inTitle ? 1.6 : 1) * (one.inHeading ? 1.25 : 1) * (one.marked ? 1.2 : 1);
}

function nominationOf(
  one: Gathered,
  name: boolean,
  salience: number,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): Nomination {
  const form = usualForm(one);
  let best: { n: number; text: string; strength: number } | undefined;
  for (const spot of one.spots) {
    const sentence = document.sentences[spot.sentence];
    if (!sentence || !isStatement(sentence.text, tagged[spot.sentence])) continue;
    const found = definitionAt(sentence.text, spot.start, spot.end, name);
    if (found && found.strength > (best?.strength ?? 0)) best = { n: sentence.n, text: found.text, strength: found.strength };
  }
  const beside = one.spots
    .slice(0, 6)
    .map((spot) => {
      const text = document.sentences[spot.sentence]?.text ?? "";
      return `${text.slice(Math.max(0, spot.start - 30), spot.start)} ${text.slice(spot.end, spot.end + 40)}`;
    })
    .join(" | ");
  const sort = name ? sortOfName(form, best?.text, beside) : sortOfPhrase(form);
  const subjectOf = one.spots.filter((spot) => isSubject(spot, tagged[spot.sentence] ?? [])).map((spot) => spot.sentence + 1);
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

/** Does it stand before the first finite verb, near the start? */
function isSubject(spot: Spot, tokens: readonly Tagged[]): boolean {
  const verb = tokens.find((token) => (token.pos === "VERB" && !/ing$/.test(token.text)) || token.pos === "AUX");
  return spot.start < (verb?.start ?? 0) && spot.start < 60;
}
