// The note that needs no model: key sentences as claims, word for word.
import type { Document } from "../../core/document.ts";
import type { ProposedNote } from "../../core/engine.ts";
import type { Nomination } from "../../core/note.ts";
import { type ClaimLimits, claimsOf, questionsOf, summaryOf } from "./claims.ts";
import { standingOf } from "./standing.ts";
import { taggedSentences } from "./tag.ts";

export function extractiveNote(
  document: Document,
  nominations: readonly Nomination[],
  limits: ClaimLimits,
): ProposedNote {
  const around = { title: document.meta.title, titled: !document.meta.titleFromName };
  const tagged = taggedSentences(document);
  const summary = summaryOf(document, nominations).flatMap((n) => {
    const sentence = document.sentences[n - 1];
    if (!sentence) return [];
    return [standingOf(sentence.text, tagged[n - 1], around).text?.replace(/\s*\[[^\]]*\]/, "") ?? sentence.text];
  });
  return {
    summary,
    claims: claimsOf(document, nominations, limits),
    names: [],
    questions: questionsOf(document),
    dropped: [],
  };
}
