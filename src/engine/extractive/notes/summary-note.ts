// The note that needs no model: key sentences as claims, word for word.
import type { Document } from "../../../core/document.ts";
import type { ProposedNote } from "../../../core/engine.ts";
import type { Nomination } from "../../../core/note.ts";
import { type ClaimLimits, claimsOf } from "./claims.ts";
import { questionsOf } from "./questions.ts";
import { summaryOf } from "./summary.ts";

export function extractiveNote(
  document: Document,
  nominations: readonly Nomination[],
  limits: ClaimLimits,
): ProposedNote {
  return {
    summary: summaryOf(document, nominations),
    claims: claimsOf(document, nominations, limits),
    names: [],
    questions: questionsOf(document),
    dropped: [],
  };
}
