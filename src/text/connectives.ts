// Words that tie a sentence to the one before it: "However, …". A claim that stands alone goes without, its quotation keeps them.
import { ready } from "./ready.ts";

const CONNECTIVE =
  /^TL;?DR\s*(?:[:,]|--|—|–)\s*|^note(?: that |: |, (?=\S+ \S))|^(?:however|anyways?|moreover|furthermore|additionally|in addition|also|thus|therefore|hence|consequently|indeed|in fact|of course|finally|lastly|nevertheless|nonetheless|naturally|clearly|obviously|unfortunately|fortunately|luckily|in practice|correction|first(?:ly)?|second(?:ly)?|third(?:ly)?|further|as a result|as such|sadly|notably|importantly|interestingly|basically|essentially|to be clear|that said|in other words|in short|after all|at (?:its|their) (?:core|heart)|in (?:a nutshell|essence)|put simply|simply put),\s+(?=\S)|^(?:so,|and|but|yet)\s+(?=[\p{Alpha}])/iu;
/** What sets a sentence against the one before, or takes that back. */
const AGAINST =
  /^(?:however|but|yet|unfortunately|sadly|nevertheless|nonetheless|still,|that said|in practice|instead|except|it (?:was|has been|turned out|turns out)(?: later)?(?: discovered| found| reported)? that|this (?:is|was) no longer|except|until)\b/iu;

export function isSetAgainst(sentence: string): boolean {
  return AGAINST.test(sentence);
}

/** "This proposal [its title] adds": what code put in so that the claim can be understood elsewhere. */
const OWN_TITLE = /^((?:this|the present) (?:\p{Alpha}+ )?\p{Alpha}+) \[[^\]]*\]/iu;

export function withoutConnective(text: string): string {
  const bare = text.replace(ready(CONNECTIVE), "");
  return bare === text ? text : capitalised(bare);
}

/** "[Rejected alternatives:] One could …": the heading that says what it is. */
const OPTION = /^\[[^\]]+:\] /u;

export function withoutTitle(text: string): string {
  return text.replace(OPTION, "").replace(ready(OWN_TITLE), "$1");
}

export function capitalised(text: string): string {
  return text.replace(
    /^(["'“‘(]*)(\p{Lower})(?![\p{Upper}\p{N}])/u,
    (_, open: string, letter: string) => open + letter.toUpperCase(),
  );
}

const wordsOf = (text: string): string => text.replace(/[^\p{Alpha}\p{N}]+/gu, "").toLowerCase();

/** A claim with the connective that its quotation opens with; undefined where more than that and the claim's own title differs. */
export function inContext(claim: string, quote: string): string | undefined {
  if (claim === quote) return claim;
  const bare = withoutTitle(claim);
  if (claim === `“${quote}”`) return claim;
  // A list in one sentence: the same words, with other marks between them.
  if (bare === quote || (bare.includes("; ") && wordsOf(bare) === wordsOf(quote))) return claim;
  const tail = quote.slice(-bare.length);
  const same = (text: string): string => text.toLowerCase().replace(/[.:]$/, "");
  if (same(tail) !== same(bare)) return undefined;
  const before = quote.slice(0, -bare.length);
  if (before === "") return claim;
  if (withoutConnective(before + tail) === before + tail) return undefined;
  const option = OPTION.exec(claim)?.[0] ?? "";
  return option + before + tail.slice(0, 1) + claim.slice(option.length + 1);
}
