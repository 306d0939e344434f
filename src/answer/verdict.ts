// "Is X affected?": yes or no before the sentence that answers, where one part of it says all that is asked, plainly and in its order; else no verdict.
import type { Answer } from "../core/answer.ts";
import { denialsOf } from "../text/negation.ts";
import { stemOf, stemsOf, wordsOf } from "../text/words.ts";

const ASKS =
  /^\W*(?:is|are|was|were|does|do|did|has|have|had|can|could|will)(?:n['’]t)? (?!(?:you|there) (?:think|believe|recommend)\b)/iu;
/** "… A or B?" is answered by one of them, "isn't it?" by more than a word, and "Who …, and is it …?" is two questions. */
const NOT_SO = /\bor\b|n['’]t\b|\b(?:not|never|why|how|what|which|who|when|where)\b/iu;
/** What a verdict would have to weigh: asked for, it must be said. */
const DEGREES =
  /^(?:all|every|each|any|always|only|whole|entire|entirely|both|most|many|much|enough|still|already|currently|now|today|ever|everywhere|fully|completely|alone|first|last|better|worse|best|more|less|fewer|same|just|yet|again|automatically|default)$/u;
/** Said with a condition, a wish, a doubt, a plan, or as somebody's word. */
const NOT_PLAIN =
  /\b(?:if|unless|until|when|whenever|once|except|may|might|could|would|should|perhaps|maybe|probably|likely|hopefully|almost|nearly|partly|partially|sometimes|often|usually|rarely|seldom|few|little|hardly|barely|plan(?:s|ned|ning)?|propos\p{Alpha}*|expect\p{Alpha}*|intend\p{Alpha}*|hop(?:e|es|ed|ing)|want(?:s|ed)?|wish\p{Alpha}*|consider\p{Alpha}*|suggest\p{Alpha}*|recommend\p{Alpha}*|try|tries|tried|aim(?:s|ed)?|claim(?:s|ed)?|say(?:s|ing)?|said|argu\p{Alpha}*|believ\p{Alpha}*|think(?:s|ing)?|thought|according|seem\p{Alpha}*|appear\p{Alpha}*|instead|rather|without|other than|used to|would-be|assum\p{Alpha}*|imagin\p{Alpha}*|suppos\p{Alpha}*)\b/giu;
const QUOTED_OR_ASKED = /[“”"?？]/u;
/** Where one statement of a sentence ends and the next begins. */
const PARTS =
  /[;:]|,?\s(?:but|although|though|while|whereas|however|because|since|so that|which|who|where)\s|,\s(?:and|or|so)\s|\sand (?=(?:is|are|was|were|has|have|does|do|can|will)\b)|\s[–—-]\s/u;
/** "it's not possible to …", for "Can I …?" */
const POSSIBLE = new Set(["possibl", "abl", "allow", "permit", "support"].flatMap((word) => stemsOf(word)));
/** A word of this sort that the question has not ties what is asked for otherwise, or narrows it. */
const RELATES =
  /^(?:of|from|for|with|in|on|at|by|to|as|into|onto|about|than|like|through|via|over|under|before|after|against|between|among|per|and|during|within|since|near|behind|above|below)$/u;
const OF_ANYONE = /^\W*(?:can|could) (?:i|you|we|one|they|users?|people)\b|^\W*(?:is|was) it possible\b/iu;

export type Verdict = "Yes" | "No";

/** `called`: how the question names a document that the evidence is of: its name need not stand in the sentence. */
export function verdictOf(question: string, sentence: string, called = ""): Verdict | undefined {
  if (!ASKS.test(question) || NOT_SO.test(question) || QUOTED_OR_ASKED.test(sentence)) return undefined;
  const named = new Set(stemsOf(called));
  const asked = [...new Set(stemsOf(question.replace(/\bpossible\b/iu, " ")))].filter((stem) => !named.has(stem));
  const degrees = wordsOf(question).filter((word) => DEGREES.test(word));
  const verdicts = sentence.split(PARTS).map((part) => ofPart(part, { question, asked, degrees }));
  const said = new Set(verdicts.filter((one) => one !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

function ofPart(
  part: string,
  { question, asked, degrees }: { question: string; asked: readonly string[]; degrees: readonly string[] },
): Verdict | undefined {
  // A verdict on a single word is a verdict on hardly anything.
  if (asked.length < 2) return undefined;
  const stems = stemsOf(part);
  if (!asked.every((stem) => stems.includes(stem))) return undefined;
  const words = new Set(wordsOf(part));
  if (degrees.some((degree) => !words.has(degree))) return undefined;
  const beyond = (part.match(NOT_PLAIN) ?? []).filter((word) => !question.toLowerCase().includes(word.toLowerCase()));
  if (beyond.length > 0) return undefined;
  if (/\bwill\b/iu.test(part) && !/\bwill\b/iu.test(question)) return undefined;
  const anyone = OF_ANYONE.test(question);
  const inQuestion = new Set(wordsOf(question));
  const plain = turnsOf(asked, question).some((order) => saysInOrder(order, wordsOf(part), inQuestion));
  if (!anyone && !plain) return undefined;
  const { denied, words: denials } = denialsOf(part);
  if (denials.length === 0) return plain ? "Yes" : undefined;
  const deed = asked.at(-1) ?? "";
  const isDenied = [...denied].some(
    (stem) => (asked.includes(stem) && (stem === deed || !anyone)) || (anyone && POSSIBLE.has(stem)),
  );
  return denials.length === 1 && denied.size === 1 && isDenied ? "No" : undefined;
}

/** As asked, or with two neighbours turned that are no names: "existing code", "code already existing". */
function turnsOf(asked: readonly string[], question: string): (readonly string[])[] {
  const names = new Set(
    (question.replace(/^\W*\p{Alpha}+/u, "").match(/\p{Upper}[\p{Alpha}\p{N}'’.-]*/gu) ?? []).flatMap(stemsOf),
  );
  const turned = asked.slice(1).flatMap((stem, i) => {
    const before = asked[i] ?? "";
    return names.has(stem) || names.has(before) ? [] : [[...asked.slice(0, i), stem, before, ...asked.slice(i + 2)]];
  });
  return [asked, ...turned];
}

/** "Did Nelson inspire Bush?" is not answered by "Bush inspired Nelson", nor "Does it make text?" by "it makes sounds from text". */
function saysInOrder(order: readonly string[], words: readonly string[], question: ReadonlySet<string>): boolean {
  const isNew = (word: string): boolean => RELATES.test(word) && !question.has(word);
  let at = -1;
  for (const stem of order) {
    const next = words.findIndex((word, k) => k > at && stemOf(word) === stem);
    if (next < 0) return false;
    if (words.slice(at + 1, next).some(isNew)) return false;
    at = next;
  }
  // "in frost": said of less than is asked.
  return !words.slice(at + 1).some(isNew);
}

/** The first sentence begins with the verdict, where no other of the answer says the opposite. `calledOn`: names by page. */
export function withVerdict(answer: Answer, calledOn: ReadonlyMap<string, string>): Answer {
  const [first, ...rest] = answer.sentences;
  if (!first || !answer.answerable || /^(?:Yes|No):/u.test(first.text)) return answer;
  const of = ({ text, citations }: typeof first): Verdict | undefined =>
    citations.length === 0 ? undefined : verdictOf(answer.question, text, calledOn.get(citations[0]?.page ?? ""));
  const verdict = of(first);
  if (verdict === undefined || rest.some((one) => ![undefined, verdict].includes(of(one)))) return answer;
  return { ...answer, sentences: [{ ...first, text: `${verdict}: ${first.text}` }, ...rest] };
}
