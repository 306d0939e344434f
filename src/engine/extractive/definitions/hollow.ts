// What only looks like a definition: "an example of early focus", "a simpler structure" than what, "the frontier for automating bindings".
import { articleOf } from "../../../text/article.ts";
import { kindFromDefinition } from "./kinds.ts";

/** Words before the noun: "an early and much discussed". */
const BEFORE_HEAD = "(?:[\\p{Alpha}'’-]+,? (?:and )?){0,4}?";
/** Pictures, samples and praise, where a sort should stand. */
const PICTURE = new RegExp(
  `^(?:an?|the|one of the) ${BEFORE_HEAD}(?:(?:example|instance|reflection|reminder|sign|symbol|symptom|testament) of|(?:antithesis|backbone|beating heart|bridge|cornerstone|crux|essence|face|foundation|frontier|future|glue|heart|heartbeat|key|lifeblood|lingua franca|poster child|sou[lr]ce of (?:confusion|inspiration|pain)|spirit|soul|star) (?:of|for|to|between|behind|that)|(?:figure|household name|name) (?:among|in|of|to)|(?:concern|friend|hero|success story|topic)|(?:avalanche|blizzard|bunch|flood|flurry|hive|hodgepodge|maze|mountain|ocean|patchwork|sea|storm|swarm|ton|treasure trove|wealth) of)\\b`,
  "iu",
);
/** "refers to a few things", "means something". */
const THINGS =
  /^(?:(?:an?|the|some|many|several|two|three|various) )?(?:(?:few|couple of|number of|different|various) )*(?:things?|meanings?|concepts|reasons|ways)\b(?! (?:that|which|in which)\b)|^(?:something|anything|everything|someone|how|what|when|where|whether|why)\b/iu;
/** Adjectives that need the other half: than what? */
const COMPARED =
  /^((?:an?|the) (?:[\p{Alpha}'’-]+,? (?:and )?){0,2}?)((?:(?:a bit|even|far|much|slightly|somewhat) )?(?:(?:more|less) [\p{Alpha}-]+|better|bigger|broader|cheaper|cleaner|easier|faster|harder|larger|nicer|quicker|richer|safer|shorter|simpler|slower|smaller|smarter|stricter|stronger|weaker|wider|worse)\b(?!-)(?:,? and(?= )|,)? )(?=\p{Alpha})/iu;
const THAN = /\bthan\b|\b(?:compared|relative) (?:to|with)\b|\bthe (?:more|less)\b/iu;
/** "(r, R)", "x || y", "for `s`": of a formula that its document explains. */
const FORMULA =
  /\((?:\p{Alpha}, ?)+\p{Alpha}\)|\\?\|\\?\||\$[^\s$][^$]*\$|(?<![\p{Alpha}\p{N}'’.-])(?!a\b)\p{Lower}(?![\p{Alpha}\p{N}'’.+#-])/u;
/** "FOSDEM 2018, the annual conference": of all its years. */
const YEARLY = /\b(?:annual|biannual|biennial|monthly|recurring|regular|weekly|yearly)\b/iu;
const OF_A_YEAR = /\b(?:1\d|20)\d\d$/;
const EDITION = /\b(?:edition|instance|year['’]s|(?:1\d|20)\d\d)\b/iu;
/** "a variable because it has to change", "a minimum unit which is a part of 1 gas, would allow": the reason, and how its sentence goes on, are no part of it. */
const GOES_ON =
  /,? (?:because|since it)\b.*$|, (?:can|could|may|might|must|should|will|would) .*$|, (?:her|his|its|their) [^,]* (?:are|has|have|is|was|were)\b.*$/iu;
/** "a mechanism that is easy to model": how it is, and not what. */
const RATED =
  /^(?:an?|the) (?:[\p{Alpha}-]+ )?[\p{Alpha}-]+ (?:that|which) (?:is|are) (?:\p{Alpha}+ly )?(?:beautiful|big|difficult|easy|fast|fun|good|great|hard|important|nice|popular|powerful|simple|small|useful)\b/iu;
/** "the existing implementation": the one of its time, or the one that was spoken of before. */
const OF_THEN =
  /^the (?:[\p{Alpha}-]+,? ){0,1}?(?:aforementioned|current|existing|former|latter|old|present|previous|prior|provided|remaining|respective|resulting|said|then)\b/iu;
/** "a concept that Tide adapted from sailors": where it comes from, and not what it is. */
const TAKEN_OVER =
  /^(?:(?:an?|the) )?(?:[\p{Alpha}-]+ ){0,2}(?:concept|feature|idea|notion|term|word)s? (?:(?:that|which) (?:[^\s,]+ ){1,3})?(?:adapted|adopted|borrowed|copied|inherited|lifted|taken|took) (?:from|over)\b/iu;
/** "more appropriate": a verdict on something else, of which only its source tells. */
const FITTER =
  /^(?:more|less) (?:appropriate|attractive|interesting|natural|reasonable|realistic|relevant|sensible|suitable)\b/iu;

/** "the integer ID of the chain as a hexadecimal string", "an array of addresses": how a field is written, and not what it means. */
const FORMAT =
  /^(?:an?|the) (?:[\p{Alpha}\p{N}-]+ ){0,3}(?:array|boolean|bytes|bytestring|integer|string|uint\d*)(?: (?:of|with|encoding|representing)\b|$)|\bas an? (?:[\p{Alpha}-]+ )?(?:array|byte string|hex|integer|number|string)\b/iu;
/** "a simpler 'language'": so called, and none. */
const SO_CALLED = /^(?:an?|the) (?:[\p{Alpha}-]+ ){0,3}['‘“"][\p{Alpha}-]+['’”"](?= |$)/iu;
/** "an in-protocol entity": a sort of anything. */
const ANY_SORT =
  /^(?:an?|the|one of the) (?:[\p{Alpha}-]+ ){0,2}(?:component|element|entity|item|mechanism|object|thing)s?$/iu;
/** "a proof of concept for an alternative design": of what, its source said. */
const OF_OTHERS =
  /^(?:an?|the) (?:(?:[\p{Alpha}-]+ )?(?:PoC|proof[ -]of[ -]concept)\b|(?:[\p{Alpha}-]+ )?optional dependency (?:for|of)\b)|\b(?:for|of) (?:an|the) alternative (?:approach|design|implementation)s?$/iu;
/** "a weird program to package": what it is like to those who met it. */
const ODD = /^(?:an?|the) (?:[\p{Alpha}-]+ly )?(?:curious|funny|mysterious|odd|peculiar|strange|tricky|weird)\b/iu;

/** The same as it may stand behind `name`: without "simpler" where nobody says than what; undefined where it does not say what the thing is. */
export function soundDefinition(name: string, definition: string): string | undefined {
  const said = uncompared(definition.replace(GOES_ON, ""));
  if (said === undefined || said.split(/\s+/).length < LEAST) return undefined;
  if (PICTURE.test(said) && kindFromDefinition(said) === undefined) return undefined;
  if (THINGS.test(said) || RATED.test(said) || FORMULA.test(said) || FORMAT.test(said)) return undefined;
  if (OF_THEN.test(said) || TAKEN_OVER.test(said)) return undefined;
  if (OF_OTHERS.test(said)) return undefined;
  if (SO_CALLED.test(said) || ODD.test(said) || ANY_SORT.test(said)) return undefined;
  if (OF_A_YEAR.test(name) && YEARLY.test(said) && !EDITION.test(said)) return undefined;
  return said;
}

/** "refers to a few things", "generates `(r, R)`": a predicate that leaves its reader with nothing. */
export function isUntold(predicate: string): boolean {
  const object = predicate.replace(/^\S+ (?:to |of |as )?/u, "");
  return THINGS.test(object) || FORMULA.test(predicate);
}

/** Words, the article among them: "an opcode". */
const LEAST = 2;
/** Of what is left where a comparison went. */
const LEAST_LEFT = 5;

function uncompared(definition: string): string | undefined {
  const found = COMPARED.exec(definition);
  if (!found || THAN.test(definition)) return definition;
  const [whole, opening = "", compared = ""] = found;
  if (FITTER.test(compared)) return undefined;
  const rest = definition.slice(whole.length);
  // "a simpler, more appropriate structure": one by one.
  const bare = `${opening.replace(/^an? $/iu, `${articleOf(rest)} `)}${rest}`;
  return bare.split(/\s+/).length < LEAST_LEFT ? undefined : uncompared(bare);
}
