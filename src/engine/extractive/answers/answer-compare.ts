// Comparisons without a model: what each side is, then sentences that speak of both, then more of each in turn.
import type { AnswerBrief } from "../../../core/engine.ts";
import { stemsOf } from "../../../text/words.ts";
import { definitionCue } from "./answer-definition.ts";
import { isWhole } from "./answer-form.ts";
import { type Ranked, rankedPassages } from "./answer-rank.ts";

/** Of a side's words, by weight, that a sentence must have to speak of it. */
const SPEAKS = 0.6;

export interface Compared {
  /** Best first: one of each side, then both, then the sides in turn. */
  readonly order: readonly Ranked[];
  /** Each side has a sentence. */
  readonly both: boolean;
}

export function comparedPassages(brief: AnswerBrief, sides: readonly [string, string]): Compared {
  const [a, b] = sides.map((side) => sideOf(brief, side));
  if (!a || !b) return { order: [], both: false };
  // A source that speaks of both compares them; of several sources that name one each nobody does.
  const pagesOf = ({ holds }: Side): Set<string> =>
    new Set([...holds].map((index) => brief.passages[index]?.page ?? ""));
  const [pagesA, pagesB] = [pagesOf(a), pagesOf(b)];
  const ofBoth = ({ index }: Ranked): number => {
    const page = brief.passages[index]?.page ?? "";
    return pagesA.has(page) && pagesB.has(page) ? 1 : 0;
  };
  const whole = ({ index }: Ranked): boolean => isWhole(brief.passages[index]?.claim.quote ?? "");
  const together = rankedPassages(brief).filter(
    (one) => whole(one) && a.holds.has(one.index) && b.holds.has(one.index),
  );
  const only = (own: Side, other: Side): Ranked[] =>
    own.ranked
      .filter((one) => whole(one) && own.holds.has(one.index) && !other.holds.has(one.index))
      .sort((x, y) => ofBoth(y) - ofBoth(x));
  const [ofA, ofB] = [only(a, b), only(b, a)];
  const rest = Array.from({ length: Math.max(ofA.length, ofB.length) }, (_, i) => [ofA[i + 1], ofB[i + 1]]).flat();
  const order = [ofA[0], ofB[0], ...together.slice(0, 2), ...rest, ...together.slice(2)].flatMap((one) => one ?? []);
  return { order, both: (ofA.length > 0 && ofB.length > 0) || together.length > 1 };
}

interface Side {
  readonly ranked: readonly Ranked[];
  /** Passages that speak of it. */
  readonly holds: ReadonlySet<number>;
}

function sideOf(brief: AnswerBrief, side: string): Side {
  const question = `What is ${side}?`;
  const stems = [...new Set(stemsOf(side))];
  const weight = (stem: string): number => brief.weights?.[stem] ?? 1;
  const total = stems.reduce((sum, stem) => sum + weight(stem), 0) || 1;
  const holds = new Set(
    brief.passages.flatMap(({ claim, called = "" }, index) => {
      const own = new Set(stemsOf(`${claim.text}\n${claim.quote}\n${called}`));
      const has = stems.reduce((sum, stem) => sum + (own.has(stem) ? weight(stem) : 0), 0);
      return has / total >= SPEAKS ? [index] : [];
    }),
  );
  const defines = definitionCue(question) ?? (() => false);
  const says = ({ index }: Ranked): number => (defines(brief.passages[index]?.claim.text ?? "") ? 1 : 0);
  const ranked = rankedPassages({ ...brief, question }).sort((x, y) => says(y) - says(x) || y.score - x.score);
  // "The rustc book" and "the rustc-guide" share a word: who is called by the whole name is meant.
  const whole = new Set([...holds].filter((index) => isCalled(brief.passages[index], side)));
  return { ranked, holds: stems.length > 1 && whole.size > 0 ? whole : holds };
}

const spaced = (text: string): string => text.toLowerCase().replace(/[\s_-]+/gu, " ");

const isCalled = (passage: AnswerBrief["passages"][number] | undefined, side: string): boolean =>
  passage !== undefined && (passage.called !== undefined || spaced(passage.claim.quote).includes(spaced(side)));
