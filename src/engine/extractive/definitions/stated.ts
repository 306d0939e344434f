// "X is a …" put together from a name and what a source says beside it that X is.
import type { EntityKind } from "../../../core/note.ts";
import { BROUGHT } from "./brought.ts";

export interface Stated {
  readonly name: string;
  readonly kind?: EntityKind;
  /** "an American engineer who …" */
  readonly definition: string;
  /** The sentence it comes from: its tense is kept. */
  readonly evidence: string;
}

export function statedOf(stated: Stated): string {
  if (BROUGHT.test(stated.definition)) return `${stated.name} ${stated.definition}.`;
  const does = /^which (.*)$/su.exec(stated.definition)?.[1];
  if (does !== undefined) return `${stated.name} ${does}.`;
  return `${stated.name} ${copulaOf(stated)} ${stated.definition}.`;
}

/** "is", "are", "was": by the name's number, and for people and events by the tense of what they do and of the sentence that speaks of them. */
function copulaOf({ name, kind, definition, evidence }: Stated): string {
  if (kind === "person" || kind === "event") {
    // "a designer who studies": still.
    if (/\bwho (?!has|is|was)\p{Lower}+s\b/u.test(definition)) return "is";
    const past = /\b(?:was|were|had|did)\b|\b\p{Alpha}{3,}ed\b/u.test(evidence);
    return past && !/\b(?:is|are|has|have)\b/.test(evidence) ? "was" : "is";
  }
  // "Polonius", "diagnostics", "sqlite-s3vfs"; "non-lexical lifetimes" are several.
  const one = /(?:us|is|ics|ews)$|[-._\d]\S*$|\p{Upper}.*\p{Upper}/u.test(name);
  return /[^s]s$/.test(name) && kind === undefined && !one ? "are" : "is";
}
