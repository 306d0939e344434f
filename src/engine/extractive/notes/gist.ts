// Which sentence of a source says best what the whole of it is about.
import type { Document } from "../../../core/document.ts";
import type { Nomination } from "../../../core/note.ts";
import { addressesAModel } from "../../../text/injection.ts";
import { contentWordsOf, stemsOf } from "../../../text/words.ts";
import { RARE, rarity } from "../background.ts";
import { isOpen, isVague, textAt } from "../sentences/below-title.ts";
import { namedAgain, titledSubjects, withName } from "../sentences/named-again.ts";
import { type OfItself, ofItself } from "../sentences/of-itself.ts";
import { lengthOf, pointsAt } from "../sentences/standing.ts";
import { taggedSentences } from "../tag.ts";
import {
  CALLS,
  CHANGES,
  DEFINES,
  ELSEWHERE,
  GOES_ON,
  READER,
  STEPS,
  TO_DO,
  VAGUE,
  WHATS_NEW,
  WHEN,
  YEARS_AGO,
} from "./gist-words.ts";
import { titleOf } from "./headline.ts";
import { isAction, meansIn } from "./means.ts";

export interface Gist {
  readonly n: number;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** How much of the title's words, the rare ones more, are in it: 0 to 1. */
  readonly covered: number;
  readonly score: number;
  /** Something in it was named in another sentence, neither here nor in the title. */
  readonly open: boolean;
  /** What it would be worth where that stands before it. */
  readonly met: number;
  /** It announces what the title says already. */
  readonly bare: boolean;
  /** What of its score it has for saying by what a thing is done. */
  readonly means: number;
}

/** What each sign of being the gist is worth. */
const TITLED = 1.2;
const EARLY = 0.8;
const FIRST = 0.5;
const CENTRAL = 0.6;
const SELF: Readonly<Record<OfItself, number>> = { named: 0.7, here: 0.6, purpose: 0.45 };
/** It says what a thing is that the source is about, and that by which it is headed. */
const DEFINING = 0.6;
const HEADING = 0.5;
const PERSONAL = -0.15;
const BARE = -1;
const DATED = -0.3;
const AGO = -0.3;
/** Beside an announcement that says nothing: what is new before what its thing is. */
const CHANGED = 0.5;
/** Below a heading that says so. */
const NEW = 0.35;
const KNOWN = -1;
const CALLING = -0.7;
const LEANING = -0.8;
const SIZED = -0.35;
const STEP = -0.5;
const DEEP = -0.12;
const BACK = -0.9;
const ALSO = -0.4;
const LOUD = -0.2;
const MANY = -0.25;
const HABIT = -0.3;
const TO_READER = -0.7;
const EMPTY = -0.5;
const MIDWAY = -0.6;
/** It says by what a thing is done, in a source that shows how. */
const MEANS = 0.35;
const MOST_MEANS = 2;
const GOAL = 0.6;
/** Sentences among which an announcement stands: notes of an editor may come before. */
const TOP = 5;
/** Sentences after which an opening is over. */
const OPENING = 9;
/** Of the best ones it is asked whether they point elsewhere: that takes a tagger. */
const BEST = 10;

export const ANNOUNCING = /announc|releas|publish|happy|excited|pleased|available/i;
/** Words of an announcement that are no news beside the title. */
const ANNOUNCES =
  /\b(?:announc\p{Alpha}*|happy|pleased|excited|thrilled|delighted|proud|latest|new|newest|version|release[ds]?|publish\p{Alpha}*|point|team|working|group|today|stable|ready|testing|pre|available|now)\b/giu;
const NEWS = 3;
/** From this strength on a definition opens with the name. */
const CLEAR = 0.75;
/** Share of the title that a sentence may repeat without more. */
const WHOLE = 0.8;
const OVERVIEW =
  /^(?:[\d.]+\s+)?(?:introduction|overview|background|summary|about|what(?:'s|’s| is)|tl;?dr|abstract|goals?|purpose|motivation)\b/iu;

/** Sentences that may stand for the whole, the best first; none where a source has no whole sentence. */
export function gistsOf(document: Document, nominations: readonly Nomination[]): Gist[] {
  const tagged = taggedSentences(document);
  const stems = document.sentences.map((sentence) => new Set(stemsOf(sentence.text)));
  const centrality = centralityOf(stems);
  const title = titleOf(document);
  const defining = definitionsIn(nominations);
  const quoting = isQuoting(document);
  const named = namedAgain(document, nominations);
  const subjects = titledSubjects(nominations);
  const means = meansIn(document);
  // Below "Running a task on Val Town" it matters less what Val Town is than what is done.
  const action = means.size > 0 && isAction(document.meta.title);
  const defines = action ? DEFINING / 2 : DEFINING;
  const announced = document.sentences
    .slice(0, TOP)
    .some(({ text }) => ANNOUNCING.test(text) && isBare(text, title.stems));
  let told = 0;
  const signs = document.sentences.flatMap((sentence, i): Gist[] => {
    const block = document.blocks[sentence.block];
    if (!block || !/^(?:paragraph|list-item|callout|quote)$/.test(block.kind)) return [];
    if ((block.kind === "quote" && !quoting) || addressesAModel(sentence.text)) return [];
    const at = told++;
    const alone = textAt(document, i + 1, tagged[i], at === 0) ?? named.get(sentence.n);
    if (alone === undefined) return [];
    const text = withName(alone, subjects.get(sentence.n - 1));
    const own = stems[i] ?? new Set<string>();
    const self = ofItself(document, sentence.n);
    const words = lengthOf(text);
    const deep = block.headings.filter((heading) => heading !== document.meta.title && !OVERVIEW.test(heading)).length;
    const personal = /\b(?:I|my|me|mine)\b|\bI['’]/u.test(text);
    const bare = isBare(text, title.stems);
    const covered = title.covered(own);
    const used = announced ? 0 : Math.min(MOST_MEANS, means.get(sentence.n) ?? 0);
    const score =
      MEANS * used +
      (action && self === "purpose" ? GOAL * covered : 0) +
      TITLED * covered +
      EARLY * Math.exp(-at / OPENING) +
      (at === 0 ? FIRST * Math.min(1, 0.4 + 1.5 * covered) : 0) +
      CENTRAL * (centrality[i] ?? 0) +
      (self ? SELF[self] * weightOf(self, text, at) : 0) +
      (announced && CHANGES.test(text) ? CHANGED : 0) +
      (announced && block.headings.some((heading) => WHATS_NEW.test(heading)) ? NEW : 0) +
      (announced && DEFINES.test(text) ? KNOWN : 0) +
      (YEARS_AGO.test(text) ? AGO : 0) +
      (/^(?:but|and|so|yet)\b/i.test(text) || pointsAt(text) ? MIDWAY : 0) +
      (announced ? 0 : defines * (defining.get(sentence.n) ?? 0) + (title.isDefinedBy(text) ? HEADING : 0)) +
      (personal && self !== "purpose" && self !== "here" ? PERSONAL : 0) +
      (bare ? BARE : 0) +
      (WHEN.test(text) ? DATED : 0) +
      (CALLS.test(text) ? CALLING : 0) +
      (words < 8 || words > 45 ? SIZED : 0) +
      (STEPS.test(text) || TO_DO.test(text) || block.kind === "list-item" ? STEP : 0) +
      (ELSEWHERE.test(text) && self !== "named" ? BACK : 0) +
      (/^[^,;:]{0,30}\balso\b/.test(sentence.text) ? ALSO : 0) +
      (/!["”’)]*$/.test(text) ? LOUD : 0) +
      (VAGUE.test(text) ? MANY : 0) +
      ([...own].filter((stem) => !title.stems.has(stem)).length < NEWS && covered < WHOLE ? EMPTY : 0) +
      (/^I (?:use|like|love|have|often|usually|keep|run|maintain|work)\b/.test(text) ? HABIT : 0) +
      (/\bthen\b/.test(text) ? STEP / 2 : 0) +
      (GOES_ON.test(text) ? MIDWAY : 0) +
      (READER.test(text) && used === 0 ? TO_READER * (1 - covered) : 0) +
      DEEP * Math.min(3, deep);
    return [{ n: sentence.n, text, stems: own, covered, score, met: score, bare, open: false, means: MEANS * used }];
  });
  const known = { title: title.stems, told: new Set<string>() };
  signs.sort((a, b) => b.score - a.score || a.n - b.n);
  return signs
    .slice(0, BEST)
    .map((sign) =>
      (sign.n > 1 ? isOpen(document, sign, known) : isVague(sign.text, known))
        ? {
            ...sign,
            open: true,
            score: sign.score - sign.means + LEANING * (sign.n > 1 && ofItself(document, sign.n) === "named" ? 0.5 : 1),
          }
        : sign,
    )
    .sort((a, b) => b.score - a.score || a.n - b.n);
}

/** By the number of the sentence that says what a thing is: how much the source is about that, 0 to 1. */
function definitionsIn(nominations: readonly Nomination[]): ReadonlyMap<number, number> {
  const most = Math.max(0.01, ...nominations.map((one) => one.salience));
  const out = new Map<number, number>();
  for (const { definedBy, definitionStrength = 0.5, salience } of nominations)
    if (definedBy && definitionStrength >= CLEAR)
      out.set(definedBy, Math.max(out.get(definedBy) ?? 0, salience / most));
  return out;
}

/** Further down "I used" tells of a step, and "this post documents what changed" says little anywhere. */
function weightOf(self: OfItself, text: string, at: number): number {
  if (self === "purpose") return at < NEAR_TOP ? 1 : 0.4;
  const rare = contentWordsOf(text).filter((word) => rarity(word) > RARE).length;
  if (self === "here") return at < NEAR_TOP ? Math.min(1, rare / 2) * (at < OPENS ? 1 : 0.4) : 0;
  return Math.min(1, (SAYING + rare) / (2 * SAYING - 1));
}

// Sentences; words.
const OPENS = 4;
const NEAR_TOP = 8;
const SAYING = 3;

/** How central each sentence is to the words of the whole, 0 to 1. */
function centralityOf(stems: readonly ReadonlySet<string>[]): number[] {
  const counts = new Map<string, number>();
  for (const set of stems) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const raw = stems.map((set) => {
    let dot = 0;
    for (const stem of set) {
      const n = counts.get(stem) ?? 0;
      if (n > 1) dot += n;
    }
    return dot / Math.sqrt(Math.max(4, set.size));
  });
  const most = Math.max(1, ...raw);
  return raw.map((one) => one / most);
}

/** "The Example team is happy to announce a new version of Example": no word of it is news beside the title. */
export function isBare(text: string, title: ReadonlySet<string>): boolean {
  const announces = ANNOUNCING.test(text);
  const own = new Set(stemsOf(text));
  // "We've scheduled our design meetings for April", below that title.
  const shared = [...title].filter((stem) => own.has(stem)).length;
  if (!announces && (!/^(?:we|our|today)\b/i.test(text) || title.size < NEWS || shared < title.size * WHOLE))
    return false;
  const news = new Set(stemsOf(text.replace(ANNOUNCES, " ")).filter((stem) => !title.has(stem) && !/\d/.test(stem)));
  return news.size < NEWS;
}

function isQuoting(document: Document): boolean {
  const quotes = document.sentences.filter((sentence) => document.blocks[sentence.block]?.kind === "quote").length;
  return quotes > document.sentences.length / 2;
}
