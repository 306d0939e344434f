// The noun that says what sort of thing a definition makes of a name: "an island of Indonesia" -> "island".
import { GENERIC_NOUNS, WEAK_OPENERS } from "./generic.ts";
import { singularOf } from "./names.ts";
import { foldOf } from "./words.ts";

const OPENING = /^(?:(?:an?|the|one|any|some|two|several|its|their)\s+)+/iu;
const SORT_OF =
  /^(?:(?:[\p{Alpha}-]+\s+)?(?:kinds?|types?|sorts?|forms?|species|genus|family|class|member|part|piece|group|set|pair|series|collection|name|term|word)\s+(?:of|for)\s+)+(?:(?:an?|the)\s+)?/iu;
const AFTER =
  /[;:(]|\s(?:that|which|who|whose|where|when|for|to|in|of|by|from|with|within|on|at|as|off|about|between|near|under|over|into|and|or|than|like|is|are|was|were|has|have|had|can|may|\p{Lower}+(?:ed|ing)(?=\s(?:by|in|to|for|of|as|on|at|from|with|the|an?)\b)|used|written|made|built|based|known|found|held|spoken|led|run)(?=\s|$)/u;

/** A folded noun in the singular; undefined where the definition has none that tells anything. */
export function headOf(definition: string): string | undefined {
  const bare = definition
    .replace(/^one of (?:the\s+)?/iu, "")
    .replace(OPENING, "")
    .replace(SORT_OF, "");
  const whole = bare.split(AFTER)[0] ?? "";
  const words = (whole.split(/,\s*/u).find((part) => isNounLast(part)) ?? "").trim().split(/\s+/u).filter(Boolean);
  const last = words.at(-1);
  if (last === undefined || words.length > 8) return undefined;
  const noun = singularOf(foldOf(last).replace(/[^\p{Alpha}\p{N}+#-]/gu, ""));
  if (noun.length < 3) return undefined;
  return GENERIC_NOUNS.has(noun) && !BROAD.has(noun) ? undefined : noun;
}

/** Nouns that tell little of a text and much of a thing. */
const BROAD = new Set(
  "language element system model program tool unit team company app application device machine engine service library framework project game work material substance format protocol network structure".split(
    " ",
  ),
);

function isNounLast(part: string): boolean {
  const last = part.trim().split(/\s+/u).at(-1) ?? "";
  return (
    /^\p{Alpha}{3,}/u.test(last) &&
    !last.includes("-") &&
    !WEAK_OPENERS.has(last.toLowerCase()) &&
    !/(?:ly|ful|ous|ive|able|ible|less)$/u.test(last)
  );
}
