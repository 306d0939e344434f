// The words of a source's title: how much of them a sentence holds, and whether it says what they name.
import type { Document } from "../../../core/document.ts";
import { contentWordsOf, stemOf, stemsOf } from "../../../text/words.ts";
import { rarity } from "../background.ts";

interface Title {
  readonly stems: ReadonlySet<string>;
  /** 0 to 1: how much of the title's words, the rare ones more, are among these. */
  covered(stems: ReadonlySet<string>): number;
  /** "A commonplace book is", under "Commonplaces": does it open with the title, and perhaps its class, and say what that is? */
  isDefinedBy(text: string): boolean;
}

const SAYS_WHAT =
  /^(.{2,60}?) (?:(?:is|was) (?:an?|the|one) |are (?!\p{Alpha}+(?:ed|en) )[^.]*\b(?:that|which|who)\b)/u;

export function titleOf({ meta }: Document): Title {
  const weights = new Map(contentWordsOf(meta.title).map((word) => [stemOf(word), rarity(word.toLowerCase())]));
  let whole = 0;
  for (const weight of weights.values()) whole += weight;
  return {
    stems: new Set(weights.keys()),
    covered: (stems) => {
      let sum = 0;
      for (const [stem, weight] of weights) if (stems.has(stem)) sum += weight;
      return sum / Math.max(1, whole);
    },
    isDefinedBy: (text) => {
      const subject = SAYS_WHAT.exec(text)?.[1];
      const stems = subject === undefined ? [] : stemsOf(subject);
      return stems.length > 0 && weights.has(stems[0] ?? "") && stems.filter((stem) => !weights.has(stem)).length <= 1;
    },
  };
}
