// Questions for reasons, and sentences whose reason stands before them.

export const asksWhy = (question: string): boolean =>
  /^\W*why\b|\bwhat (?:is|are|was|were) the (?:reasons?|motivation|rationale)\b|为什么|为何/iu.test(question);

const POINTS_BACK =
  /^(?:(?:it is |and )?for (?:that|this|these|those) (?:very )?reasons?\b|(?:this|that|which)(?: is|['’]s) (?:why|the reason)\b|therefore\b|thus\b|hence\b|as a result\b|consequently\b|because of (?:this|that)\b|due to (?:this|that)\b|so,? (?:we|they|i|it)\b)/iu;

/** "For that reason, …", "That is why …", "Therefore …" */
export const pointsToReason = (sentence: string): boolean => POINTS_BACK.test(sentence);
