// Does a sentence tell what its subject is or is there for, though it defines nothing: "Lockfiles record the exact version …"?

import { isVerdict } from "./definitions.ts";

/** What a thing is there for; "supports", "has", "needs" tell a detail of it. */
const WORKS =
  "act|allow|bind|bring|build|carr|capture|check|collect|combine|compile|connect|consist|contain|control|convert|coordinate|cover|create|define|deliver|denote|describe|determine|develop|enable|encode|ensure|establish|execute|express|extend|format|generate|govern|group|guarantee|handle|help|hold|identif|implement|introduce|let|limit|link|maintain|manage|map|mark|mean|measure|model|monitor|offer|organi[sz]e|oversee|parse|perform|point|prevent|process|produce|protect|provide|publish|record|refer|render|replace|represent|run|separate|serve|specif|store|track|transform|translate|turn|wrap";
const OFTEN = "(?:(?:also|essentially|generally|mainly|mostly|often|primarily|simply|typically|usually) )?";
const DENIES = /n['’]t\b|\bnot\b|\bno longer\b|\bno\b/;
/** "provides a good opportunity": praise. */
const PRAISES =
  /^\S+ (?:an? |the )?(?:[\p{L}-]+ ){0,2}(?:advantage|benefit|example|opportunity|option|solution|way)s?\b/iu;

/** Whether a sentence opens with one of `names` and tells what it is or does. */
export function tellerOf(names: readonly string[]): (sentence: string) => boolean {
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const opening = `^(?:the |an? )?(?:${any})s?(?: \\([^()]*\\))?,? `;
  const being = new RegExp(`${opening}(?:is|are|was|were) ${OFTEN}((?:an?|the|one of) .+)$`, "iu");
  const doing = new RegExp(
    `${opening}((?:(?:is|are|was|were) ${OFTEN}(?:used|designed|made|meant|intended|built|aimed|responsible)|(?:${WORKS})(?:y|e?s|ies)?)\\b.*)$`,
    "iu",
  );
  const purpose = new RegExp(`^the (?:job|purpose|goal|role|aim|task) of (?:the |an? )?(?:${any}) (?:is|are)\\b`, "iu");
  return (sentence) => {
    if (DENIES.test(sentence)) return false;
    const what = sentence.match(being)?.[1];
    if (what) return !isVerdict(what);
    const does = sentence.match(doing)?.[1];
    return does ? !PRAISES.test(does) : purpose.test(sentence);
  };
}
