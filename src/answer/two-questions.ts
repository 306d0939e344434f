// "What is an ATO and how long does it take to get one?": two questions in one sentence, each made whole.

const JOINED =
  /^(?<first>(?:what|who) (?:is|are|was|were) (?<thing>(?:(?!\b(?:and|or)\b)[^,?]){2,60}?)),? and (?<second>(?:how|why|when|where|what|who|which)\b[^?？]*\b(?<pronoun>it|its|they|them|their|one|he|she|him|her|his)\b[^?？]*)[?？]*$/iu;
/** "When was EIP-20 created and who wrote it?" */
const OF_DOCUMENT =
  /^(?<first>(?:when|where|why|how|who|what)\b[^?,]*?\b(?<thing>\p{Upper}{2,5}-\d+)\b[^?,]*?),? and (?<second>(?:how|why|when|where|what|who|which)\b[^?？]*\b(?<pronoun>it|its)\b[^?？]*)[?？]*$/u;
/** "… and how to prevent it" */
const TO = /^(?<word>how|when|where|why) to\b/iu;

/** Undefined for what is one question. */
export function twoQuestions(question: string): readonly [string, string] | undefined {
  const { first, thing, second, pronoun } =
    (JOINED.exec(question.trim()) ?? OF_DOCUMENT.exec(question.trim()))?.groups ?? {};
  if (first === undefined || thing === undefined || second === undefined || pronoun === undefined) return undefined;
  const owning =
    /^(?:its|their|his)$/iu.test(pronoun) || (/^her$/iu.test(pronoun) && /\bher\s+\p{Lower}/iu.test(second));
  // "The status of EIP-20 and who wrote it": what is asked of it is not what is meant by it.
  const meant = thing.trim().replace(/^(?:the )?(?:status|state|date|title|category|authors?) of (?:the )?/iu, "");
  const named = second
    .replace(TO, (_, word: string) => `${word} does one`)
    .replace(new RegExp(`\\b${pronoun}\\b`, "iu"), owning ? `${meant}'s` : meant);
  return [`${first.trim()}?`, `${named.slice(0, 1).toUpperCase()}${named.slice(1).trim()}?`];
}
