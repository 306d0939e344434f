// "What is X?": whether a sentence says what X is, or at least what X does.
import { bareThingAsked, thingAsked } from "../../../text/asked-thing.ts";
import { literal } from "../../../text/literal.ts";

const patternOf = (thing: string | undefined): string | undefined => thing && literal(thing);

/** For "What is X?": tells of a sentence whether it says so. Undefined for other questions. */
export function definitionCue(question: string): ((sentence: string) => boolean) | undefined {
  const name = patternOf(thingAsked(question));
  if (name === undefined) return undefined;
  const turned = turnedDefinition(name);
  const says = new RegExp(
    `(?:^|[^\\p{Alpha}])${name}(?:s|es)?["'”’]?(?:\\s*\\([^)]*\\)|,[^,]{1,60},)?\\s*(?:(?:is|are|was|were|means?|refers? to)\\s+(?!(?:to|also|then|now|still|in|on|at|not|made|used|originally|currently|being|proposed|introduced|announced|released|available|ready|scheduled)\\b|\\p{Alpha}{3,}ed (?:by|on|in|at|with|from)\\b)|是|指|，|,\\s+(?:an?|the)\\s)`,
    "iu",
  );
  return (sentence) => says.test(sentence) || turned.test(sentence);
}

/** "A contract is an alias contract if …", "an interpreter (miri)", "a desk called memex", "the memex desk, which provides …". */
const turnedDefinition = (name: string): RegExp =>
  new RegExp(
    `\\b(?:is|are) (?:called |known as |named )?(?:an? )?["'“‘]?${name}["'”’]? (?:if|when|where)\\b|\\b(?:an?|the) (?:[\\p{Alpha}-]+ ){1,3}\\(${name}\\)|(?<![\\p{Alpha}-])${name}["'”’]?(?::| —| –| -) (?:an?|the) \\p{Alpha}|\\b(?:called|named|known as|termed|dubbed|label(?:l)?ed(?: as)?|referred to as)(?: an?| the)? ["'“‘]?${name}(?![\\p{Alpha}\\p{N}-])|(?<![\\p{Alpha}\\p{N}-])${name}(?: [\\p{Alpha}-]+){0,2}, which (?:is|are|was|provides?|lets|allows?|implements?|gives|makes|turns|converts?|describes itself)\\b`,
    "iu",
  );

/** For "What is X?" of a bare X: whether a sentence has X for its subject, and so says what it does at least. */
export function subjectCue(question: string): ((sentence: string) => boolean) | undefined {
  const name = patternOf(bareThingAsked(question));
  if (name === undefined) return undefined;
  const subject = new RegExp(
    `^(?:\\[[^\\]]*\\] |["“])?(?:(?:the|an?|each|every|our|my) )?["'“‘]?${name}(?:s|es)?(?![-/]|['’]s| \\p{Alpha}+s (?:are|were|have|need|can|may|must|will|do|should|could)\\b|,? (?:and|or)\\b|[:：]$)(?=[\\s,(]).{12}`,
    "iu",
  );
  return (sentence) => subject.test(sentence);
}

/** "Twin primes, pairs of primes with …", "malum prohibitum, or things that …": said in passing, wherever it stands. */
export function asideCue(question: string): ((sentence: string) => boolean) | undefined {
  const name = patternOf(bareThingAsked(question));
  if (name === undefined) return undefined;
  const aside = new RegExp(
    `(?<![\\p{Alpha}\\p{N}-])${name}(?:s|es)?["'”’]?(?:,? (?:or|i\\.e\\.,?|that is,?) |, (?!and\\b|but\\b|or\\b|while\\b|when\\b)[^,.]{8,}|\\s?\\()`,
    "iu",
  );
  return (sentence) => aside.test(sentence);
}
