// What a refusal says: what was looked for, what comes nearest, which kind of source would help.
import type { Missing } from "../core/answer.ts";
import { bareThingAsked } from "../text/asked-thing.ts";
import { stemsOf } from "../text/words.ts";
import { type Gathered, passageKey } from "./gather.ts";
import { linkTo } from "./link-to.ts";

const MOST_WORDS = 5;

// By the question's own word, so that the reader learns what to look for.
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:how (?:many|much|old|long|far|large|big|often)|what (?:percent|percentage|number|amount))\b|多少|几/i,
    "a source with figures on",
  ],
  [/\b(?:when|what (?:year|date|day|century)|which year)\b|何时|什么时候|哪一年/i, "a source with dates on"],
  [/\b(?:who|whom|whose)\b|谁/i, "a source that names people, on"],
  [/\bwhere\b|哪里|何处/i, "a source that names places, on"],
  [/\b(?:why|what caused)\b|为什么|为何/i, "a source that gives reasons, on"],
  [/\bhow\b|如何|怎/i, "a source that explains, on"],
];

export function missingFor(question: string, gathered: Gathered): Missing {
  const looked = gathered.looked.slice(0, MOST_WORDS);
  const bare = bareThingAsked(question);
  const spoken = gathered.looked.length > 0 && gathered.looked.every(({ count }) => count > 0);
  const thing = bare !== undefined && spoken ? { thing: bare } : {};
  const kind = KINDS.find(([pattern]) => pattern.test(question))?.[1] ?? "a source on";
  const rarest = looked.slice(0, 3).map(({ word }) => word);
  const subject = [...rarest].sort((a, b) => question.toLowerCase().indexOf(a) - question.toLowerCase().indexOf(b));
  const wanted =
    "thing" in thing
      ? `a source that says what “${thing.thing}” is`
      : subject.length > 0
        ? `${kind} ${subject.map((word) => `“${word}”`).join(", ")}`
        : "a question with at least one word to look for";
  const asked = new Set(stemsOf(question));
  const worth = (text: string): number =>
    [...new Set(stemsOf(text))].reduce((sum, stem) => sum + (asked.has(stem) ? (gathered.weights[stem] ?? 0) : 0), 0);
  const best = gathered.passages
    .map((passage) => ({ passage, worth: worth(passage.claim.quote) }))
    .reduce<{ passage: (typeof gathered.passages)[number]; worth: number } | undefined>(
      (top, next) => (top && top.worth >= next.worth ? top : next),
      undefined,
    );
  if (!best || best.worth <= 0) return { looked, wanted, ...thing };
  return {
    looked,
    wanted,
    ...thing,
    nearest: { passage: best.passage, link: linkTo(best.passage, gathered.onPage.has(passageKey(best.passage))) },
  };
}
