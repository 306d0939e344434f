// "What is X?": a sentence "It's a …" that stands right after one which names X says so, with X in its place.
import type { Passage } from "../core/engine.ts";
import { literal } from "../text/literal.ts";

const IT_IS = /^(?:It['’]s|It is|It was) (?=(?:an?|the|one of)\b)/u;
const WAS = /^It was/u;

/** `before` is the sentence before it in its paragraph. */
export function withItsName(passage: Passage, thing: string | undefined, before: string | undefined): Passage {
  if (thing === undefined || before === undefined || !IT_IS.test(passage.claim.text)) return passage;
  const named = new RegExp(`(?<![\\p{Alpha}\\p{N}])${literal(thing)}(?![\\p{Alpha}\\p{N}])`, "iu").exec(before)?.[0];
  if (named === undefined) return passage;
  const verb = WAS.test(passage.claim.text) ? "was" : "is";
  return { ...passage, claim: { ...passage.claim, text: passage.claim.text.replace(IT_IS, `[${named}] ${verb} `) } };
}
