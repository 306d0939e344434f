// A note's own word on what it shows: "I wanted to grant a reader access to one table" as "how to grant a reader access to one table".
import type { Claim } from "../../../core/note.ts";

const SET_OUT =
  /^(?:(?:Today|Recently),? )?I (?:want(?:ed)?|need(?:ed)?|had|learned|figured out|worked out|found out|(?:was|have been|['’]ve been) trying)(?: how)? to (?:figure out |work out |find out |learn )?(how to |if |whether )?(.+?)[.!]?$/u;
/** "I wanted a way to check …" */
const SOUGHT =
  /^I (?:wanted|needed) (an? (?:\p{Alpha}+ )?(?:command|function|mechanism|method|script|tool|way) (?:for|to|that) .+?)[.!]?$/u;
/** What is of the day it was written on. */
const OF_ITS_DAY = / for the first time(?: today)?$| (?:today|yesterday|recently)$/u;
/** "my laptop": of everybody who does the same. */
const MINE = /\bmy (?=(?:blog|computer|laptop|machine|Mac|phone|server|site|website)\b)/gu;
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
  const sought = text.match(SOUGHT)?.[1];
  const [, asked = "", rest = sought ?? ""] = text.match(SET_OUT) ?? [];
  const plain = rest.replace(MINE, "a ").replace(OF_ITS_DAY, "");
  const told = OWN.test(plain) ? plain.replace(TURNS, "") : plain;
  if (told.split(" ").length < LEAST || OWN.test(told) || /[:…?]$/.test(told)) return undefined;
  if (sought !== undefined) return `${told}.`;
  return `${asked === "" || asked === "how to " ? "how to" : "whether"} ${told}.`;
}
