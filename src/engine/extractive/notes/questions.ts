// What a source asks and leaves open, each as a question that can be understood by itself.
import type { Document } from "../../../core/document.ts";
import { pointsElsewhere } from "../sentences/anaphora.ts";
import { leans, lengthOf, pointsAt } from "../sentences/standing.ts";

const MOST = 5;
/** Headings under which a source says what it leaves open. */
const OPEN =
  /^(?:[\d.]+\s+)?(?:(?:unresolved|open|remaining|outstanding|future|unanswered)\b.*\b(?:questions?|issues?|problems?)\b|questions(?: for .*)?$)|^(?:未解决|待解决|开放问题)/iu;
/** "What …", "Should …", "In which order are …": it asks from its first words on. */
const ASKS =
  /^["“(]?(?:(?:(?:at|by|for|from|how|in|of|on|to|under|with) )?(?:what|which|whom?|whose)|who|when|where|why|how|is|are|was|were|do|does|did|can|could|should|shall|will|would|must|may|might|has|have|had|isn't|aren't|doesn't|don't|shouldn't|can't|won't|if|when|given|assuming|until|besides)\b/iu;
/** "Or should we …": the second half of a question; "the following", "as proposed": of what stands around it. */
const HALF =
  /^(?:or|and|but|however|on the other hand|via|also|then|so)\b|\b(?:the following|as (?:proposed|described|outlined|above|below)|something else entirely|these even|all this)\b|\b(?:do|does|did|will|would|could|can|is|are|should) (?:this|that|it|they)\b|\b(?:this|that|it|so|them|these|those)\?$/iu;

/** Questions that stand under such a heading; at most five. */
export function questionsOf(document: Document): string[] {
  return document.sentences
    .filter(({ text, block }) => {
      const words = lengthOf(text);
      if (!/[?？]$/.test(text) || words < 5 || words > 40) return false;
      if (!document.blocks[block]?.headings.some((heading) => OPEN.test(heading))) return false;
      if (/\p{sc=Han}/u.test(text)) return true;
      return ASKS.test(text) && !HALF.test(text) && !leans(text) && !pointsAt(text) && !pointsElsewhere(text);
    })
    .slice(0, MOST)
    .map(({ text }) => text);
}
