// What an author is about to do, thanks somebody for, or opens the next part of the text with: nothing that a source claims. English only.

const LEAD_IN = "^(?:(?:and|but|finally|first|next|now|so|then),? )*(?:[^,.]{1,40}, )?";

/** "OK, so there is", "First, let us define". */
const STEERS =
  /^(?:OK|Ok|Okay|Alright|All right)(?:,| [-–—]| so\b|! )|^(?:(?:And|But|First|Finally|Next|Now|So|Then),? )*[Ll]et(?:[’']s| us| me) \p{Lower}/u;
/** "In the next phase, we are going to", "We would like to thank". */
const PLANS = new RegExp(
  `${LEAD_IN}(?:we|I)(?:[’'](?:d|re|m))?(?: \\p{Alpha}+ly| also| are| am| still| now| would)* (?:going to|hope(?! (?:is|was))|hoping|intend to|like to (?:thank|invite|hear|see|ask|encourage)|look(?:ing)? forward|plan(?:ning)? (?:on|to))\\b`,
  "iu",
);
/** "We’ll talk about", "We will be accepting submissions": what a text or its people do next, no rule of what they make. */
const WILL = new RegExp(
  `${LEAD_IN}(?:we|I)(?:[’']ll| will)(?: \\p{Alpha}+ly| also| be| soon| then| now)* (?:accept(?:ing)?|announc(?:e|ing)|back|blog|celebrat(?:e|ing)|cover|describe|discuss|dive|explain|explore|follow up|get (?:to|into|back)|giv(?:e|ing) (?:a|an|some)|go (?:into|over|through)|hear|hold(?:ing)?|investigate|learn|look(?:ing)? (?:at|into)|notify|outline|post(?:ing)?|present|publish(?:ing)?|report|return|review|see|share|sharing|show|start (?:by|with)|talk|tell|try|turn|walk|write up)\\b`,
  "iu",
);

/** `code`: whether the sentence has some, which a plan then is about. */
export function isAboutTo(text: string, code: boolean): boolean {
  if (STEERS.test(text)) return true;
  return !code && /\b(?:we|I)\b/iu.test(text) && (PLANS.test(text) || WILL.test(text));
}
