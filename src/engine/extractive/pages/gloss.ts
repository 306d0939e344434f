// The least that sources say of what a thing is, where none defines it: "rustc is a batch compiler".
import type { TopicBrief } from "../../../core/engine.ts";
import type { CitedSentence } from "../../../core/topic.ts";
import { nameWords } from "../../../text/names.ts";
import { isStateWord } from "../definitions/genus.ts";
import { kindFromDefinition } from "../definitions/kinds.ts";
import { statedOf } from "../definitions/stated.ts";

/** "an opcode", "a batch compiler": a sort and at most one word that tells which. */
const SORT = /^an? (?:[\p{Alpha}\p{N}-]+ )?[\p{Alpha}-]+$/u;

/** A sentence that opens a list of sources; undefined where they say nothing of the kind. */
export function glossOf({
  title,
  aliases,
  kind,
  definition,
  definitionStrength = 0,
  definedBy,
}: TopicBrief): CitedSentence | undefined {
  if (!definedBy || !definition || definitionStrength < BESIDE || !SORT.test(definition)) return undefined;
  // "The Tide crate is a crate."
  const last = nameWords(definition).at(-1) ?? "";
  if (aliases.some((alias) => nameWords(alias).includes(last))) return undefined;
  // "an important update": what somebody thinks of it.
  const which = definition.split(" ").slice(1, -1);
  if (which.some(isStateWord) || (kindFromDefinition(definition) === undefined && !OF_CODE.test(definition)))
    return undefined;
  const text = statedOf({ name: title, definition, evidence: definedBy.claim.quote, ...(kind ? { kind } : {}) });
  return { text, claims: [{ source: definedBy.source, id: definedBy.id }] };
}

/** Sorts of code, which are no kind of thing otherwise. */
const OF_CODE =
  /\b(?:algorithm|attribute|command|function|instruction|interface|keyword|macro|method|opcode|operator|precompile|protocol|standard|struct|trait|upgrade)$/;

/** Strength of what stands beside a name. */
const BESIDE = 0.5;
