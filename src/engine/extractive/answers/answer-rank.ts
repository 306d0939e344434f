// How well each passage fits a question, by the words they share: for answers without a model.
import type { AnswerBrief, Passage } from "../../../core/engine.ts";
import { isForm, isLatin } from "../../../text/forms.ts";
import { asksHow, leadsToResult } from "../../../text/how-to.ts";
import { otherForms } from "../../../text/irregular.ts";
import { contentWordsOf, stemOf, stemsOf, wordsOf } from "../../../text/words.ts";
import { countCue, cueFor, listCue, signsIn } from "./answer-cues.ts";
import { definitionCue, subjectCue } from "./answer-definition.ts";
import { formOf, saysBesides } from "./answer-form.ts";

// Tuned on the even articles of XQuAD's English half, checked on the odd ones and on the Chinese half.
const AROUND = 0.35;
const FAMILY = 0.5;
const STEM_ONLY = 0.25;
/** What the heading says, where it is of the sort asked for. */
const HEADED = 0.8;
/** What stands where such things are told. */
const SECTION = 0.9;
/** What stands elsewhere, where there is such a place. */
const OUTSIDE = 0.7;
const NONE: ReadonlySet<string> = new Set();
const PAIR = 0.05;
const CUE = 0.4;
const COUNTED = 0.3;
/** "^", "--integration": signs that words do not hold, as the question writes them. */
const SIGN = 0.4;
const UNCOUNTED = 0.2;
const NOT_COUNTED = 0.8;
/** A step with its command, where it is asked how a thing is done. */
const RECIPE = 0.5;
const DEFINED = 0.8;
/** What the page of that name begins with, where no sentence says "X is a". */
const OPENING = 0.6;
/** What says what a thing does, where it is asked what it is. */
const SUBJECT = 0.2;
/** Several things are asked for, and here they stand. */
const LISTED = 0.55;
const PARAGRAPH = 0.3;
/** Of its score, what a sentence keeps whose paragraph has none of the names asked about. */
const NAMELESS = 0.35;
/** What a source gains whose title says all that is asked about. */
const TITLED = 0.3;
/** What stands about another year, or none. */
const UNTIMELY = 0.75;
/** What stands in a source of another time, where some are of the one asked about. */
const OTHER_TIME = 0.35;
/** Weight of a name from which it is asked about and no mere setting. */
const TELLING = 3;
/** Shares, 0 to 1, of what the question asks for; by them an answer is refused or trusted. */
export interface Fit {
  /** Of its weight, in the paragraph with its headings and title. */
  readonly paragraph: number;
  /** Of its weight, in the sentence itself. */
  readonly sentence: number;
  /** Of four of its neighbouring words, side by side in the paragraph. */
  readonly pairs: number;
  /** Of its names, in the paragraph. */
  readonly names: number;
}

export interface Ranked {
  /** Into AnswerBrief.passages. */
  readonly index: number;
  readonly score: number;
  readonly words: number;
  readonly fit: Fit;
}

interface Asked {
  readonly stems: readonly string[];
  /** As the question writes them, by stem. */
  readonly words: ReadonlyMap<string, string>;
  readonly pairs: ReadonlySet<string>;
  readonly names: readonly string[];
  /** Names, and topics of the wiki in whatever case. */
  readonly called: readonly string[];
  readonly total: number;
  /** 0 to 1: how much the rarest of the names tells; what stands in every fourth paragraph tells little. */
  readonly telling: number;
  weight(stem: string): number;
}

interface Surroundings {
  readonly text: string;
  /** Of the question's weight, in the title. */
  readonly titled: number;
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly pairs: number;
}

const pairsOf = (sequence: readonly string[]): string[] => sequence.slice(1).map((stem, i) => `${sequence[i]} ${stem}`);

/** Names are what has a capital after the first word; a language without capitals has none here. */
function namesIn(question: string): string[] {
  const capitals = question.replace(/^\W*\w+/, "").match(/\p{Upper}[\p{Alpha}\p{N}'’-]+/gu) ?? [];
  return [...new Set(capitals.flatMap((name) => stemsOf(name)))];
}

function askedOf({ question, weights, topics = [] }: AnswerBrief): Asked {
  const sequence = stemsOf(question);
  const stems = [...new Set(sequence)];
  const names = namesIn(question);
  const weight = (stem: string): number => weights?.[stem] ?? 1;
  const total = stems.reduce((sum, stem) => sum + weight(stem), 0) || 1;
  const called = [...new Set([...names, ...topics])];
  const telling = Math.min(1, Math.max(0, ...called.map(weight)) / TELLING);
  const words = new Map(contentWordsOf(question).map((word) => [stemOf(word), word]));
  return { stems, words, pairs: new Set(pairsOf(sequence)), names, called, total, telling, weight };
}

/** 1 for the same word; less for one that only shares the stem ("special", "specialization"), and for words of one family that the stemmer keeps apart ("founder", "founded"). */
export function likeness(asked: string, stems: ReadonlySet<string>, word?: string, text?: ReadonlySet<string>): number {
  if (stems.has(asked)) return word === undefined || !text || holdsForm(word, asked, text) ? 1 : STEM_ONLY;
  if (otherForms(asked).some((form) => stems.has(form))) return 1;
  if (asked.length < 5 || !/^[a-z]+$/.test(asked)) return 0;
  const start = asked.slice(0, 5);
  for (const stem of stems) if (stem.startsWith(start) && Math.abs(stem.length - asked.length) <= 4) return FAMILY;
  return 0;
}

function holdsForm(word: string, stem: string, text: ReadonlySet<string>): boolean {
  if (text.has(word) || !isLatin(word)) return true;
  for (const other of text) if (stemOf(other) === stem && isForm(word, other)) return true;
  return false;
}

/** Passages of one paragraph share its words, so they are cut once. */
function surroundingsOf(asked: Asked): (passage: Passage) => Surroundings {
  const known = new Map<string, Surroundings>();
  return ({ context, claim, sourceTitle }) => {
    const text = [context ?? claim.quote, sourceTitle, ...claim.place.headings].join("\n");
    const found = known.get(text);
    if (found) return found;
    const sequence = stemsOf(text);
    const title = new Set(stemsOf(sourceTitle));
    const titleWords = new Set(wordsOf(sourceTitle));
    const inTitle = asked.stems.filter((stem) => likeness(stem, title, asked.words.get(stem), titleWords) === 1);
    const made = {
      text,
      titled: inTitle.reduce((sum, stem) => sum + asked.weight(stem), 0) / asked.total,
      stems: new Set(sequence),
      words: new Set(wordsOf(text)),
      pairs: new Set(pairsOf(sequence).filter((pair) => asked.pairs.has(pair))).size,
    };
    known.set(text, made);
    return made;
  };
}

/** Best first. */
export function rankedPassages(brief: AnswerBrief): Ranked[] {
  const asked = askedOf(brief);
  const cue = cueFor(brief.question);
  const defines = definitionCue(brief.question);
  const bare = subjectCue(brief.question);
  const counts = countCue(brief.question);
  const how = asksHow(brief.question);
  const fitsList = listCue(brief.question);
  const around = surroundingsOf(asked);
  const years: readonly string[] = brief.question.match(/\b(?:1[5-9]|20)\d\d\b/gu) ?? [];
  const tallied = counts !== undefined && brief.passages.some(({ claim }) => counts(claim.quote));
  const signs = signsIn(brief.question);
  const ofItsTime = brief.passages.some(({ timely }) => timely);
  const placed = brief.passages.some(({ headed = 0 }) => headed === 1);
  const best = Math.max(...brief.passages.map((passage) => passage.score), Number.EPSILON);
  const ranked = brief.passages.map((passage, index): Ranked => {
    const text = passage.claim.quote;
    const counted = counts?.(text) === true;
    const recipe = how && passage.code !== undefined && !leadsToResult(text);
    const sequence = stemsOf(text);
    const inText = wordsOf(text);
    const words = inText.length;
    const added = recipe ? `${passage.called ?? ""} ${passage.code?.text ?? ""}` : (passage.called ?? "");
    const ownWords = new Set([...inText, ...wordsOf(`${passage.claim.text} ${added}`)]);
    // What code put in brackets is what "he" or "it" means there.
    const own = new Set([...sequence, ...stemsOf(passage.claim.text), ...stemsOf(added)]);
    const near = around(passage);
    let inside = 0;
    let beside = 0;
    // What stands under "Drawbacks" need not say that it is one.
    const heading = passage.headed ? new Set(passage.claim.place.headings.slice(-2).flatMap(stemsOf)) : NONE;
    for (const stem of asked.stems) {
      const word = asked.words.get(stem);
      const here = Math.max(likeness(stem, own, word, ownWords), heading.has(stem) ? HEADED : 0);
      inside += asked.weight(stem) * here;
      if (here < 1) beside += asked.weight(stem) * Math.max(0, likeness(stem, near.stems, word, near.words) - here);
    }
    const pairs = new Set(pairsOf(sequence).filter((pair) => asked.pairs.has(pair))).size;
    // "How many goals …": "40 goals" answers, a year beside it does not.
    const hinted = cue?.(text, brief.question) ? (counts && !counted && tallied ? UNCOUNTED : CUE) : 0;
    // What code put in brackets is the name itself.
    const isDefinition = defines?.(text) || defines?.(passage.claim.text.replace(/^\[([^\]]*)\]/u, "$1"));
    const told = Math.max(hinted, SECTION * (placed && isDefinition ? 1 : (passage.headed ?? 0)));
    const plain = tallied && !counted ? NOT_COUNTED : 1;
    const cued =
      (told === 0 && placed ? OUTSIDE : plain) +
      told +
      (counted ? COUNTED : 0) +
      (recipe ? RECIPE : 0) +
      (signs.some((sign) => text.includes(sign)) ? SIGN : 0) +
      (passage.listed === "items" ? LISTED * fitsList(passage.claim.text) : 0);
    const defined = isDefinition
      ? 1 + DEFINED
      : defines && passage.opening
        ? 1 + OPENING
        : bare?.(passage.claim.text)
          ? 1 + SUBJECT
          : 1;
    const whole = formOf(passage, words, counted || recipe || saysBesides(text, inside / asked.total), brief);
    const timely =
      passage.timely || years.every((year) => near.text.includes(year) || passage.published?.startsWith(year))
        ? 1
        : ofItsTime
          ? OTHER_TIME
          : UNTIMELY;
    const shared =
      ((inside + AROUND * beside) / asked.total) * (1 + PAIR * Math.min(pairs, 3)) * (1 + TITLED * near.titled);
    const names = asked.names.filter((name) => near.stems.has(name) || own.has(name)).length;
    const called = asked.called.filter((name) => near.stems.has(name) || own.has(name)).length;
    const named = asked.called.length > 0 ? 1 - asked.telling * (1 - NAMELESS) * (1 - called / asked.called.length) : 1;
    return {
      index,
      words,
      score: shared * cued * defined * whole * named * timely + (PARAGRAPH * passage.score) / best,
      fit: {
        paragraph: (inside + beside) / asked.total,
        sentence: inside / asked.total,
        pairs: Math.min(near.pairs, 4) / 4,
        names: asked.names.length > 0 ? names / asked.names.length : 0.8,
      },
    };
  });
  return ranked.sort((a, b) => b.score - a.score || a.index - b.index);
}
