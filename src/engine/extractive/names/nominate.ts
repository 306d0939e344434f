// What a document speaks of: names and phrases that stand out in it, each with where it stands and what is said to be.
import type { Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { isSpeltOut } from "../../../text/acronyms.ts";
import { isEmptyPhrase } from "../../../text/generic.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { nameKey, nameWords } from "../../../text/names.ts";
import { COINED, EVERYDAY, everydayCount, rarity, UNCOMMON } from "../background.ts";
import { besidesOf } from "../definitions/besides.ts";
import { type Defined, definedIn, WHOLE } from "../definitions/defined.ts";
import { sortOfName, sortOfPhrase } from "../definitions/kinds.ts";
import { isCited } from "../sentences/linked.ts";
import { type Tagged, taggedSentences } from "../tag.ts";
import { foldAcronyms, foldPersons, gather } from "./gather.ts";
import { besideOf, type Gathered, isName, type Spot, usualForm } from "./gathered.ts";
import { nominateCjk } from "./nominate-cjk.ts";

/** Names that a source says to be something are kept besides. */
const MOST_NAMES = 18;
const TOLD = 0.5;
const MOST_PHRASES = 22;

/** Best first; beyond MOST_NAMES names and MOST_PHRASES phrases, and below what is worth naming, they are `minor`. */
export function nominate(document: Document): readonly Nomination[] {
  const before = known.get(document);
  if (before) return before;
  const heard = withoutOrders(document);
  const nominations = /^(?:zh|ja|ko)/.test(heard.meta.language) ? nominateCjk(heard) : nominateSpaced(heard);
  known.set(document, nominations);
  return nominations;
}

/** An engine and the note stage both ask; a document's names are found once. */
const known = new WeakMap<Document, readonly Nomination[]>();

/** What speaks to a reader's model names nothing: its sentences are empty, the numbers of the others stay. */
function withoutOrders(document: Document): Document {
  const heard = document.sentences.map((one) => (addressesAModel(one.text) ? { ...one, text: "" } : one));
  return heard.some((one, i) => one !== document.sentences[i]) ? { ...document, sentences: heard } : document;
}

function nominateSpaced(document: Document): Nomination[] {
  const tagged = taggedSentences(document);
  const gathered = gather(document, tagged);
  foldAcronyms(document, gathered);
  foldPersons(document, gathered, tagged);
  const rated = [...gathered.values()]
    // "request for proposals" is made of everyday words and, with "RFP" beside it, a thing.
    .filter(
      (one) =>
        !isEmptyPhrase(nameWords(usualForm(one))) ||
        isSpeltOut([...one.forms.keys()]) ||
        isOwnPhrase(one) ||
        isIntroduced(one, document),
    )
    .map((one) => {
      const name = isName(one, tagged);
      const [defined, ...also] = definedIn(one, name, document, tagged);
      return { one, isName: name, defined, also, score: scoreOf(one, document) * (1 + (defined?.strength ?? 0)) };
    })
    .filter(({ score }) => score > 0);
  rated.sort((a, b) => b.score - a.score || (a.one.key < b.one.key ? -1 : 1));
  const top = rated[0]?.score ?? 1;
  const worthy = rated.filter(({ one, isName, defined }) => worthNaming(one, isName, defined));
  const isTold = ({ defined }: (typeof rated)[number]) =>
    (defined?.strength ?? 0) >= TOLD && nameWords(defined?.text ?? "").length >= WHOLE;
  const names = worthy.filter((row) => row.isName).filter((row, i) => i < MOST_NAMES || isTold(row));
  const phrases = worthy.filter((row) => !row.isName).slice(0, MOST_PHRASES);
  const chosen = new Set([...names, ...phrases]);
  return rated.map((row) => {
    const { one, isName, defined, also, score } = row;
    const plain = nominationOf(one, isName, defined, score / top, document, tagged);
    const more = also.map(({ n, text, strength }) => ({ by: n, definition: text, strength }));
    const nomination = more.length > 0 ? { ...plain, alsoDefined: more } : plain;
    return chosen.has(row) ? nomination : { ...nomination, minor: true };
  });
}

/** "Inclusion lists", all through a source of that title. */
function isOwnPhrase({ inTitle, spots, key, forms }: Gathered): boolean {
  return (
    inTitle &&
    spots.length >= OWN &&
    [...forms.keys()].some((form) => /^[\p{Alpha}-]+ [\p{Alpha}-]+$/u.test(form) && nameKey(form) === key)
  );
}

/** Times. */
const OWN = 8;

/** "A research review is an exercise that …", "The Open Source Style Guide is a handbook for …": two words of everybody's, and said to be one thing. */
function isIntroduced({ spots }: Gathered, document: Document): boolean {
  return spots.some(({ sentence, start, end }) => {
    const text = document.sentences[sentence]?.text ?? "";
    const phrase = text.slice(start, end);
    const before = text.slice(0, start);
    const named = /^(?:the )?$/i.test(before) && /^\p{Upper}\S+(?: \p{Upper}\S+)+$/u.test(phrase);
    return (
      (named || (/^an? ["“]?$/i.test(before) && /^\p{Lower}+ \p{Lower}+$/u.test(phrase))) &&
      /^["”]? (?:is|was) an? /.test(text.slice(end))
    );
  });
}

function worthNaming(one: Gathered, name: boolean, said: Defined | undefined): boolean {
  const defined = said?.strength ?? 0;
  const words = nameWords(usualForm(one));
  const n = one.spots.length;
  // What a source takes the trouble to define, it speaks of.
  if (defined >= 0.75 && (words.length > 1 || (n >= 2 && (name || everydayCount(words[0] ?? "") < 300)))) return true;
  // "Typosquatting is a technique …": a word of no dictionary needs to be said but once.
  const coined = words.every((word) => everydayCount(word) < COINED) || isSpelled(one);
  if (coined && (defined >= 0.9 || (defined >= 0.5 && nameWords(said?.text ?? "").length >= WHOLE))) return true;
  // A capital or a heading does not make a topic of a word that everybody uses: "Create", "Fork".
  if (
    words.length === 1 &&
    everydayCount(words[0] ?? "") > 10 * EVERYDAY &&
    !one.marked &&
    !(name && n >= 3 && !/^\p{Upper}+$/u.test(usualForm(one)))
  )
    return false;
  if (one.marked && (words.length > 1 || name)) return true;
  if (name) return n >= 2 || usualForm(one).includes(" ") || one.inTitle || one.inHeading;
  // An everyday word, or a verb in -ing, is a topic only where a source says what it means by it.
  const usual = one.inTitle || one.inHeading ? UNCOMMON : EVERYDAY;
  if (words.length === 1 && !name && (everydayCount(words[0] ?? "") > usual || /ing$/.test(words[0] ?? "")))
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

/** "rustc-josh-sync": put together by whoever made it. */
function isSpelled(one: Gathered): boolean {
  return /^[\p{Alpha}\p{N}]+(?:[-._][\p{Alpha}\p{N}]+)+$/u.test(usualForm(one)) && one.proper > 0;
}

/** Summed idf^.5 of its words, more for early, frequent, titled ones (on Inspec, F@10 .313 with the first three factors). */
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

function nominationOf(
  one: Gathered,
  name: boolean,
  best: Defined | undefined,
  salience: number,
  document: Document,
  tagged: readonly (readonly Tagged[])[],
): Nomination {
  const form = usualForm(one);
  const around = besideOf(one, document);
  // "describes the model that": what it does, and no sort of thing.
  const is = best && best.strength >= 0.5 ? best.text : undefined;
  const sort =
    name || /^\p{Upper}\p{Lower}+ \p{Upper}/u.test(form) ? sortOfName(form, is, around) : sortOfPhrase(form, is);
  const subjectOf = one.spots
    .filter((spot) => isSubject(spot, tagged[spot.sentence] ?? []) && !isCited(document, spot))
    .map((spot) => spot.sentence + 1);
  const beside = name || /[\d_-]|\p{Lower}\p{Upper}/u.test(form) ? besidesOf(one, document, tagged) : [];
  return {
    name: form,
    forms: [...one.forms.keys()].filter((other) => other !== form).sort(),
    ...sort,
    count: one.spots.length,
    salience: Math.round(salience * 1000) / 1000,
    inTitle: one.inTitle,
    inHeading: one.inHeading,
    ...(best ? { definedBy: best.n, definition: best.text, definitionStrength: best.strength } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    sentences: [...new Set(one.spots.map((spot) => spot.sentence + 1))],
    subjectOf: [...new Set(subjectOf)],
  };
}

const BEFORE_HEAD = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "SYM"]);

/** "in Action": small word and capital go on with the name. */
function isLongerTitle(after: Tagged, tokens: readonly Tagged[]): boolean {
  const next = tokens[tokens.indexOf(after) + 1];
  return /^(?:in|for|of|and|by|the)$/.test(after.text) && /^\p{Upper}\p{Lower}/u.test(next?.text ?? "");
}

/** What stands behind a name and says which sort it is of; a team or a project is not what it is called after. */
const CLASSED = /^(?:app|framework|initiative|library|opcode|platform|precompile|programme?|service|tool|website)$/;

function isFiniteVerb(token: Tagged | undefined): boolean {
  return token !== undefined && (token.pos === "AUX" || (token.pos === "VERB" && /(?:s|ed)$/.test(token.text)));
}

/** Is it the head of the sentence's subject? "The first wiki was …" is about the wiki; "Wiki pages are …" is about pages. */
function isSubject(spot: Spot, tokens: readonly Tagged[]): boolean {
  const before = tokens.filter((token) => token.end <= spot.start);
  const next = tokens.findIndex((token) => token.start >= spot.end);
  // "The Tide initiative gives": of Tide.
  const after = tokens[CLASSED.test(tokens[next]?.text ?? "") && isFiniteVerb(tokens[next + 1]) ? next + 1 : next];
  if (before.length > 5 || !before.every((token) => BEFORE_HEAD.has(token.pos) && !/^[,;:]$/.test(token.text)))
    return false;
  return (
    after !== undefined &&
    // "Rust overloading aims": about overloading.
    !/\p{Lower}ing$/u.test(after.text) &&
    // "The Rust and CPython folks plan": about the folks. "Lamp: trim the wick" has no subject.
    !/^(?:and|or|&|:)$/.test(after.text) &&
    // "Rust in Action is in print": a book.
    !isLongerTitle(after, tokens) &&
    after.pos !== "NOUN" &&
    after.pos !== "PROPN" &&
    after.text !== "'s" &&
    after.text !== "’s" &&
    after.text !== "-"
  );
}
