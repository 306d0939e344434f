// Can a sentence stand in one line beside its source, read by somebody who has not read that source?
import type { BriefClaim, TopicBrief } from "../../../core/engine.ts";
import { expansionsIn } from "../../../text/acronyms.ts";
import { capitalised } from "../../../text/connectives.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { hasUnsettled } from "./definite.ts";

/** Characters that one line of a list holds. */
const LINE = 280;

/** "between them", "his place", "wasn't the only one", "further vectors", "as expected": which, only the lines before could tell. */
const UNBOUND =
  /\bthat \p{Upper}[\p{Alpha}\p{N}]+(?= (?:in|into|to|as|for|with|from|on)\b)|^the (?:second|third|last|next|latter|former) |\b(?:he|she|him|his|hers?)\b|\b(?:between|among|of|for|with|to|from|in|on|by|than) (?:them|these|those|it)\b|\b(?:is|was|are|were)(?:n['’]t| not) the only\b|\bfurther (?!than|to|into|on)\p{Alpha}|\bas (?:expected|usual|intended)\b|\bmost prominent\b|\b(?:an|some) extra\b|\bin question\b|\b(?:remains|still)\b/iu;
/** "has json_agg() for example", "the OPCODE is priced at": of something that was spoken of before. */
const LEFT_BEHIND =
  /\b(?:for (?:example|instance)|e\.g\.$|e\.g\.,)|\(see\b|\b[Tt]he (?:OPCODE|EIP|ERC|RFC|PEP|PR)s?\b(?![- ]?\d)|\b(?:above|below|aforementioned|latter|former)\b|\b[Tt]urns out\b|\b(?:annoyingly|hopefully|really|sadly|surprisingly|unfortunately|weird|cool)\b|\ba an?\b|\bboth (?:cases|ends|sides)\b(?! of)|\b(?:by|for|from|in|of|on|querying|to|using|with) (?:that|these|this|those) \p{Lower}+|^An? (?:more|less|better|simpler|further|second|third|final|last|related|similar|new|different)\b|^(?:An?|The|One) (?:\p{Lower}+ )?(?:alternative|approach|example|option|reason|solution|way) (?:is|was)\b/u;
/** What only ties a sentence to those around it. */
const OPENING = /^(?:As a reminder|Basically|In short|In fact|Note that|Of course|Specifically),? (?=\p{Alpha})/u;
/** "wrote a document on its history": of what stood before, where nothing in the sentence has one. */
const OWNED = /\b(?:its|their)\b/iu;
const OWNER = /\b(?:an?|the|each|every|all|any|some|most|many) \p{Alpha}|^\p{Upper}\S+ \p{Lower}+s? /u;

/** "Lamp: Trim the wick", "No lamps required", "Lamp by @ada", "Ada (pilot), for her work", "at the end of July": a line of a list, and not of a reader's year. */
const LABELLED =
  /^[^.:]{1,40}: [\p{Upper}@]|^No \p{Alpha}+|(?<![\p{Alpha}\p{N}])@\p{Alpha}|^[^,.]{1,60}\), for |^(?:At|On|Via) [^,]{1,30}, |\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?!.{0,12}\b(?:1[89]|20)\d\d\b)/u;
/** "charge INACTIVE_ACCOUNT_WRITE_SURCHARGE": of no use to who does not know its document. */
const CONSTANTS = /\b(?!MUST)\p{Upper}+(?:_\p{Upper}+){2,}\b/u;

/** Letters that need no words beside them. */
const PLAIN = new Set(
  "AI AND API APIS ASCII AWS CD CI CLI CPU CPUS CSS CSV DNS DOM EIP EIPS ERC ERCS EU FAQ FTP GB GPU GPUS GUI HTML HTTP HTTPS ID IDE IDS IO IP ISO JS JSON JWT KB LLM LLMS MAY MB ML MUST NOT NPM OAUTH OK OR OS PC PDF PHP PNG PR PRS RAM REST RFC RFCS RSS SDK SHALL SHOULD SQL SSD SSH SSL SVG TB TCP TLS TOML TV UI UK UN URI URL URLS US USA USB UTC UTF VM VMS VS XML YAML ZIP".split(
    " ",
  ),
);
const SHORT = /(?<![\p{Alpha}\p{N}_.`/-])\p{Upper}[\p{Upper}\d]{1,3}s?(?![\p{Alpha}\p{N}_./(-])/gu;

/** Does a text use letters of which its reader cannot know what they stand for: neither the page's thing nor another of the vault, nor such as several sources use? */
function lettersOf({ aliases, neighbours, claims, spread }: TopicBrief): (text: string) => boolean {
  const known = [...aliases, ...neighbours].join(" ");
  let common: ReadonlySet<string> | undefined;
  return (text) => {
    const said = lettersIn(text);
    if (said.length === 0) return false;
    const told = new Set(expansionsIn(text).map(({ acronym }) => acronym));
    common ??= sharedLetters([...claims, ...spread.flatMap(({ says = [] }) => says)]);
    return said.some((one) => !told.has(one) && !known.includes(one.replace(/s$/, "")) && !common?.has(one));
  };
}

/** "PBT", "XOF": of which not everybody knows what they stand for. */
export function lettersIn(text: string): string[] {
  return [...text.matchAll(SHORT)].map(([letters]) => letters).filter(isShort);
}

/** "BURN" is a word, whatever it does here. */
function isShort(letters: string): boolean {
  return !PLAIN.has(letters.toUpperCase()) && everydayCount(letters.toLowerCase()) < EVERYDAY;
}

/** Letters in sentences of two sources and more. */
function sharedLetters(said: readonly BriefClaim[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { source, claim } of said)
    for (const [letters] of claim.text.matchAll(SHORT))
      if ((first.get(letters) ?? source) !== source) shared.add(letters);
      else first.set(letters, source);
  return shared;
}

/** What gives a text as a line shows it; undefined where it leans on what the line does not show. */
export function linerOf(brief: TopicBrief): (text: string | undefined) => string | undefined {
  const leavesLetters = lettersOf(brief);
  // "the leadership council" has a page; "the opcode" is one of many.
  const known = [...brief.aliases, ...brief.neighbours.filter((name) => name.includes(" "))];
  return (said) => {
    const bare = said?.replace(OPENING, "");
    const text = bare === undefined || bare === said ? said : capitalised(bare);
    if (text === undefined || text.length > LINE || UNBOUND.test(text) || LEFT_BEHIND.test(text)) return undefined;
    if (LABELLED.test(text) || CONSTANTS.test(text) || hasUnsettled(text, known)) return undefined;
    const owned = text.match(OWNED);
    if (owned && !OWNER.test(text.slice(0, owned.index))) return undefined;
    // Of a person nobody says "its".
    if (brief.kind === "person" && /\bits\b/u.test(text)) return undefined;
    return leavesLetters(text) ? undefined : text;
  };
}
