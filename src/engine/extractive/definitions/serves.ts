// What a thing does and is there for, as a predicate: "records the exact version of …", "lets you draw charts".
import { isTimely } from "../../../text/timely.ts";

/** What a thing is there for; "supports", "has", "needs" tell a detail of it. */
export const WORKS =
  "act|bind|bring|build|carr|capture|check|collect|combine|compile|connect|consist|contain|control|convert|coordinate|cover|create|define|deliver|denote|describe|determine|develop|enable|encode|ensure|establish|execute|express|extend|format|generate|govern|group|guarantee|handle|help|hold|implement|introduce|let|limit|link|manage|map|mark|mean(?!s? that)|measure|model|monitor|organi[sz]e|oversee|parse|perform|point|prevent|process|produce|protect|provide|publish|record|refer|render|replace|represent|run(?!s? (?:an? |the )?default\\b|s? on port)|separate|serve|specif|store|track|transform|translate|turn|wrap";
/** "allow you to have generics": the verb after "to" is what it is there for. */
export const ALLOWS = "allows? (?:one|users?|developers?|people|programs?|programmers?|contracts?|you) to";
/** What a piece of code or a machine does, where its class stands beside its name. */
export const RUNS =
  "accept|add|calculat|cop(?:y|i)|comput|count|delet|detect|download|duplicat|emit|evaluat|export|fetch|filter|find|generat|hash|import|inspect|insert|install|list|load|lock|multipl|pars|pop|print|push|query|queri|read|remov|return|rotat|run|scan|search|send|shift|show|sign|sort|split|stop|stor|subtract|swap|tak|transfer|truncat|validat|verif|writ|yield";
export const OFTEN = "(?:(?:essentially|generally|mainly|mostly|often|primarily|simply|typically|usually) )?";
export const DENIES = /n['’]t\b|\bnot\b|\bno longer\b|\bno\b/;
/** "provides a good opportunity": praise; "contains a number of small changes": of which it says nothing. */
export const PRAISES =
  /^\S+ (?:a (?:lot|number|variety) of|many|several|some|various) (?:[\p{Alpha}-]+ ){0,2}(?:aspects|benefits|changes|features|fixes|improvements|problems|things|ways)\b|^\S+ (?:an? |the )?(?:[\p{Alpha}-]+ ){0,2}(?:advantage|benefit|challenge|example|improvement|opportunity|option|problem|risk|solution|term|threat|way)s?\b| by default\b|\bitself\b|\bfeel\b/iu;

const predicate = (verbs: string): RegExp =>
  new RegExp(
    `^(?:(?:can|may) be used (?:to|for|as|by|in|when|with)\\b|(?:is|are) ${OFTEN}(?:used(?= (?:to(?! \\p{Alpha}+ing\\b)|as|by|for|when)\\b)|(?:composed|made up) of|designed to|responsible for)|${ALLOWS}|acts? (?:as|in all ways|like)\\b|behaves?\\b|serves? as\\b|(?:${verbs})(?:e?s|ies)(?! (?:are|is|was|were)\\b))\\b.*$`,
    "iu",
  );
/** As clear where "which" or its class stands before it, where a sentence that opens so may be of one case. */
const ALSO =
  "aggregat|allocat|assign|authenticat|authori[sz]|bundl|decrypt|embed|encrypt|expos|index|rank|rout|schedul|select|simplif|synchroni[sz]|unif|visuali[sz]";
/** What a thing is there for; and what a piece of code does when it runs. */
const SERVES = predicate(`${WORKS}|${ALSO}`);
const DOES = predicate(`${WORKS}|${ALSO}|${RUNS}`);
const WIDE = /^\S+ an? (?:wide |broad |whole )?(?:array|host|range|variety) of\b/iu;

/** What it is given and gives back, and how much it holds. */
const DETAIL = /^(?:accepts?|contains?|holds?|takes?|returns? (?!an? |the )|performs? an? )/u;

/** `text` where it tells what a thing does and is there for: "lets you draw charts". Undefined for a detail of it, a denial, praise. */
export function predicateIn(text: string, how: "serves" | "does"): string | undefined {
  if (DETAIL.test(text) || !(how === "serves" ? SERVES : DOES).test(text)) return undefined;
  if (DENIES.test(text.split(/\b(?:that|which|who|whose)\b/)[0] ?? "")) return undefined;
  const plain = text.replace(/ itself\b/u, "");
  return PRAISES.test(plain.replace(/ in all ways\b/u, "")) || WIDE.test(plain) || isTimely(plain) ? undefined : plain;
}
