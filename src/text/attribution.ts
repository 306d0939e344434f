// Who says so, where a sentence reports somebody's words: a page must not turn a report into a fact.
import { ready } from "./ready.ts";

const SAY =
  "said|says|wrote|writes|argued|argues|noted|notes|explained|explains|claimed|claims|told|tells|reported|reports|stated|states|recalled|recalls|warned|warns|suggested|suggests|believes|believed|insisted|insists|concluded|concludes";
const NAME =
  "(?:(?:the|Dr|Mr|Ms|Mrs|Prof|Professor|Sir)\\.? )?\\p{Upper}[\\p{Alpha}\\p{M}'’.-]*(?: (?:(?:of|de|van|von|la|for|the|and) ){0,2}\\p{Upper}[\\p{Alpha}\\p{M}'’.-]*){0,6}?";
const SAYS = new RegExp(` (?:${SAY})`);
/** What a sentence must hold for a pattern to find anything: the patterns are long, and few sentences report. */
const PATTERNS: readonly (readonly [needs: RegExp, pattern: RegExp])[] = [
  [
    /\b[Aa]ccording to /,
    new RegExp(
      `\\b[Aa]ccording to (?:an? \\p{Lower}+ (?:by|from|of) )?(${NAME}(?: \\p{Upper}[\\p{Alpha}'’-]*)*)(?=[,.;:)]| in\\b|$)`,
      "u",
    ),
  ],
  [
    SAYS,
    new RegExp(
      `^[“"(]?(?:In \\d{4}, )?(${NAME})(?:,[^,]{2,60},)? (?:(?:has|had|have|once|later|also|then) )?(?:${SAY})(?: \\p{Upper}[\\p{Alpha}'’-]*)?(?: that\\b| it\\b| the\\b| an?\\b| in\\b| how\\b|[,:])`,
      "u",
    ),
  ],
  [SAYS, new RegExp(`[,”"?!] (?:${SAY}) (${NAME}(?: \\p{Upper}[\\p{Alpha}'’-]*)*)(?=[,.;:]|$)`, "u")],
  [SAYS, new RegExp(`[,”"?!] (${NAME}) (?:${SAY})[.,;:]?(?:$| in\\b)`, "u")],
  [
    /[\u4e00-\u9fff]/,
    /(?:据|根据|按照)([^，。、]{2,20}?)(?:的?(?:报道|说法|研究|统计|介绍|报告))?[，,]|(?:^|[。，])(\p{sc=Han}{2,4}(?:·\p{sc=Han}{1,8})*)(?:表示|认为|指出|写道|说道|声称)/u,
  ],
];
const NOBODY =
  /^(?:The|This|That|It|He|She|They|We|I|You|These|Those|There|Some|Many|One|Others?|What|Which|Who|How|As|In|On|At|If|When|While|Although|And|But)$|^[Tt]he (?:RFC|EIP|ERC|Article|Text|Post|Document|Paper|Report|Spec)$/;

/** The name as written, or undefined: a pronoun names nobody. */
export function attributionOf(sentence: string): string | undefined {
  for (const [needs, pattern] of PATTERNS) {
    const match = needs.test(sentence) ? pattern.exec(sentence) : null;
    const name = (match?.[1] ?? match?.[2])
      ?.trim()
      .replace(/^(?:As|But|And|Yet|So) (?=\p{Upper})/u, "")
      .replace(/[’']s$|[.’'-]+$/gu, "");
    if (name !== undefined && name.length > 1 && name.length <= 60 && !NOBODY.test(name)) return name;
  }
  return undefined;
}

const PRONOUN_SAYS = new RegExp(
  `\\b([Hh]e|[Ss]he|[Tt]hey)(?= (?:(?:has|had|have|also|later|then) )?(?:${SAY})\\b)`,
  "u",
);
const SAYS_PRONOUN = new RegExp(`\\b(?:${SAY}) (he|she|they)\\b(?=[.,;:]|$)`, "u");

/** "she said", "said he". */
export function saysPronoun(text: string): boolean {
  return ready(PRONOUN_SAYS).test(text) || SAYS_PRONOUN.test(text);
}

/** "she said" -> "she [Ada Brook] said". */
export function withSpeaker(text: string, who: string): string {
  const name = (word: string): string => `${word} [${who.replace(/[[\]|]/gu, " ").trim()}]`;
  const named = text.replace(PRONOUN_SAYS, name);
  return named === text ? text.replace(SAYS_PRONOUN, name) : named;
}

/** Does a sentence name whoever speaks: by the last word of the name, or by the whole of it? */
export function namesSpeaker(sentence: string, who: string): boolean {
  const last = who.split(/\s+/u).at(-1) ?? who;
  return sentence.includes(who) || (last.length > 1 && sentence.includes(last));
}

/** Somebody's words in quotation marks from end to end, with the speaker's name before them or none. */
export function isQuotation(text: string): boolean {
  return /^(?:\[?[^“”[\]]{1,80}:\]? )?“[^“”]+”$/u.test(text);
}

interface Said {
  readonly text: string;
  readonly attribution?: string;
}

/** True when a sentence says as a fact what all of its claims only report. */
export function losesSpeaker(sentence: string, claims: readonly Said[]): boolean {
  if (claims.length === 0 || /[“”「」]/u.test(sentence)) return false;
  return claims.every(
    ({ text, attribution }) => isQuotation(text) || (attribution !== undefined && !namesSpeaker(sentence, attribution)),
  );
}
