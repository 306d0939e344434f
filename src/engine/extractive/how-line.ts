// A note's own word on what it shows: "I wanted to grant a reader access to one table" as "how to grant a reader access to one table".
import type { Claim } from "../../core/note.ts";

const SET_OUT =
  /^(?:(?:Today|Recently),? )?I (?:wanted|needed|had|learned|figured out|worked out|found out|(?:was|have been|['’]ve been) trying)(?: how)? to (?:figure out |work out |find out |learn )?(how to |if |whether )?(.+?)[.!]?$/u;
/** What is its author's alone, or hangs on what stood before. */
const OWN =
  /\b(?:I|me|my|mine|we|us|our|you|your|this|these|those|such|them|above|below|here|again|also)\b|^(?:it|do|go|be|use it)\b/iu;
/** "…, so I tried": up to where it turns to what came of it. */
const TURNS =
  /(?:,? (?:so|but|and|because|since|which|as|while|where) (?:I|it|that|this|they|there|we)\b|[;:]| - (?=[^-]*$)| \().*$/u;
/** Words. */
const LEAST = 5;

/** Sentences; what a note sets out to do stands at its head. */
const HEAD = 10;

/** Undefined where the sentence tells of no such thing, or only to its author. */
export function howLine({ text, evidence }: Pick<Claim, "text" | "evidence">): string | undefined {
  if ((evidence[0] ?? 0) > HEAD) return undefined;
  const [, asked = "", rest = ""] = text.match(SET_OUT) ?? [];
  const told = OWN.test(rest) ? rest.replace(TURNS, "") : rest;
  if (told.split(" ").length < LEAST || OWN.test(told) || /[:…?]$/.test(told)) return undefined;
  return `${asked === "" || asked === "how to " ? "how to" : "whether"} ${told}.`;
}
