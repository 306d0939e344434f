// What the sentence around a name says that it is: "a small library, Tide, and", "boats with two masts are called ketches", "Tide, which lets you …".
import { lowerFirst } from "../../../text/initial.ts";
import { type Tagged, tag } from "../tag.ts";
import { kindFromDefinition } from "./kinds.ts";
import { withoutNew } from "./novelty.ts";
import { predicateIn } from "./serves.ts";

/** "the third edition of the almanac, " right before the name. */
const APPOSED =
  /(?:^|[\s(])((?:[Aa]n?|[Tt]he) (?:(?!(?:an?|and|as|is|are|or|than|that|the|to|was|were|when|where|which|who)\b)[\p{Alpha}\p{N}'’-]+ ){1,6}(?:(?:for|from|in|of) (?:(?:an?|the) )?(?:[\p{Alpha}\p{N}'’-]+ ){0,3})?[\p{Alpha}-]+), (?:the )?["“]?$/u;
/** Sorts that only a phrase behind them makes whole. */
const OF_SOMETHING =
  /\b(?:branch|edition|extension|generation|member|part|port|release|subset|successor|variant|version)s?(?= (?:of|for|to)\b)/iu;
const SORT_OF_CODE =
  /\b(?:algorithm|api|codec|collection|community|encoding|function|guide|handbook|implementation|instruction|interface|layer|macro|mechanism|method|opcode|pattern|precompile|protocol|repository|scheme|specification|standard|syntax|technique|trait|type|variable)$/iu;
/** "The network with chain ID 1 is named " */
const NAMED =
  /^((?:(?:An?|The) [^,;:]{10,120}?)|(?:\p{Upper}\p{Lower}+s (?:that|which|whose|with|without) [^,;:]{8,120}?)) (?:is|are) (?:also |often |then |usually )?(?:called|dubbed|known as|named|referred to as|termed) (?:the |an? )?["“‘]?$/u;
const NAME_ENDS = /^["”’]?(?:[.,;)]|$| \()/u;
/** ", written in Go, which " behind the name. */
const WHICH =
  /^["”]?\)?(?: \([^()]{1,60}\))?(?: (?:initiative|programme?|project|service|website))?(?:, (?:an? \p{Alpha}+ |\p{Alpha}+(?:ed|en|t) )[^,.;()]{2,40})?, which (?:also |essentially |now )?((?:[^.;]|\.(?=\d|\p{Lower}{2}))+)/u;
/** " file format which " behind the name. */
const SORT_WHICH =
  /^["”]? (?:extension|file format|format|framework|initiative|language|library|package|platform|plugin|programme?|protocol|service|standard|tool|website),? (?:that|which) (?:also |essentially |now )?((?:[^.;]|\.(?=\d|\p{Lower}{2}))+)/u;
/** "proposes a price auction over lists (" */
const IN_FULL = /\b(an? (?:(?!(?:an?|that|the|which)\b)[\p{Alpha}-]+ ){1,8}[\p{Alpha}-]+) \($/u;
/** "A new instruction TIDE (0x5c) that works like …" */
const SORT_BEFORE = /^(An? (?:[\p{Alpha}-]+ ){1,4}[\p{Alpha}-]+),? (?:called |named )?["“]?$/u;
const TELLS = /^["”]?(?: \([^()]{1,20}\))? ((?:that|which) (?:[^.;]|\.(?=\d|\p{Lower}{2}))+)/u;
/** "They built it in Tide, which lets them": what was built. */
const GOVERNED =
  /\b(?:about|as|at|by|for|from|in|into|like|of|on|through|to|via|with)(?: (?:an?|the))?(?: \p{Lower}+){0,2} ["“]?$/iu;

/** As it may stand behind the name; one that begins with "which" is told by its verb. `proper`: of a common noun "which" may mean all that stands before it. */
export function aroundName(before: string, after: string, proper: boolean): string | undefined {
  if (before.endsWith(" ") && NAME_ENDS.test(after)) {
    const named = /\b(?:as|called|dubbed|named|termed)\b/.test(before.slice(-VERB))
      ? NAMED.exec(before)?.[1]
      : undefined;
    if (named) return lowerFirst(named);
    const apposed =
      /, (?:the )?["“]?$/.test(before) && /^["”]?[,.;)]/.test(after) ? APPOSED.exec(before)?.[1] : undefined;
    if (apposed && !isListed(before, after) && isSort(apposed)) return lowerFirst(apposed);
  }
  const [, sort = ""] = proper ? (SORT_BEFORE.exec(before) ?? []) : [];
  const told = sort !== "" && isSort(sort) ? TELLS.exec(after)?.[1] : undefined;
  if (told) return `${lowerFirst(withoutNew(sort))} ${told}`;
  // "a price auction over lists (PAL), which ranks": of the words that it is short for, not of "sites (Tide), which".
  if (after.startsWith(")") && !/\p{Lower} \($/u.test(before)) return undefined;
  const which = proper && after.includes(", which ") && !GOVERNED.test(before) ? WHICH.exec(after)?.[1] : undefined;
  // "rooted in the Tide file format which lets you": of the class that stands beside the name there is no doubt.
  const sorted =
    proper && !ONE_OF.test(before) && / (?:that|which) /.test(after.slice(0, SORT_BEHIND))
      ? SORT_WHICH.exec(after)?.[1]
      : undefined;
  const said = which ?? sorted;
  const does = said && predicateIn(said, "serves");
  if (!does) return undefined;
  const words = after.startsWith(")") ? IN_FULL.exec(before)?.[1] : undefined;
  return `${words ? `${lowerFirst(withoutNew(words))}, ` : ""}which ${upToNextClause(does)}`;
}

/** "a fantastic little CLI tool which": of a tool, and not of CLI. */
const ONE_OF = /\b(?:an?|another|any|one|some) (?:[\p{Alpha}-]+ ){0,3}$/iu;

/** Characters in which a class behind a name and "which" end. */
const SORT_BEHIND = 24;
/** Characters in which "referred to as the" ends. */
const VERB = 24;

/** "the wick, the oil, and the lamp" */
function isListed(before: string, after: string): boolean {
  const clause = before.replace(/, (?:the )?["“]?$/u, "");
  return /^["”]?, (?:and|or)\b/.test(after) && /,/.test(clause.slice(-LIST));
}

/** Characters before a name in which another comma makes it one of several. */
const LIST = 80;

/** Does it name a sort of thing: "an edition of the almanac", "a tracing framework"? */
export function namesSort(text: string): boolean {
  const head = text.split(/ (?:at|by|for|from|in|of|that|to|which|with) /u)[0] ?? "";
  return kindFromDefinition(text) !== undefined || OF_SOMETHING.test(text) || SORT_OF_CODE.test(head);
}

function isSort(text: string): boolean {
  const head = text.split(/ (?:for|from|in|of) /u)[0] ?? "";
  return namesSort(text) && !tag(head).some(isVerb);
}

function isVerb({ pos, text }: Tagged): boolean {
  return pos === "AUX" || pos === "PRON" || (pos === "VERB" && !/(?:ed|en|ing)$/.test(text));
}

/** "lets you draw charts, and was made in May": one thing is enough. */
function upToNextClause(text: string): string {
  return text.replace(/, (?:and|but|so|which|who)\b.*$/u, "").replace(/[\s,:]+$/u, "");
}
