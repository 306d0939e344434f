// What a chart is to show: figures or dates, of what, and which of the question's words its points must be about.
import type { PageIndex } from "../../core/search.ts";
import { keysIn } from "../../find/names.ts";
import { stemsOf } from "../../text/words.ts";
import { longestNamed } from "../topic-passages.ts";

export interface ChartWish {
  readonly kind: "dates" | "figures" | "pairs";
  /** The things it is about, as the question writes them; any of them will do. */
  readonly subjects: readonly string[];
  /** Content stems that are neither the subject nor what is counted: what is said of it. */
  readonly said: readonly string[];
  /** Stems of what is counted: "How many CARDS …"; empty where the question names none. */
  readonly counted: readonly string[];
  /** "Each version of X": points are X with a number, at the time it came out. */
  readonly versions: boolean;
  /** Stem of "opcode" in "each opcode". */
  readonly each?: string;
  /** Words to search by. */
  readonly search: string;
}

const TIMELINE =
  /^(?:when|(?:in|on) (?:what|which) (?:year|date))\b|\b(?:timelines?|chronology|milestones)\b|^(?:the )?history of\b|\bhistory$|年表|时间线|大事记|何时|什么时候|哪一?年/iu;
const AGAINST = /\b(?:against|versus|vs\.?|scatter|relation between)\b/iu;
const ASKING: readonly RegExp[] = [
  /[?？.!。\s]+$/u,
  /^(?:please )?(?:(?:draw|plot|chart|graph|show|make|give)(?: me)? )?(?:(?:an?|the) )?(?:bar |line |scatter )?(?:(?:timelines?|chronology|history|milestones|chart|plot|graph)\b)?\s*(?:of |for |in )?/iu,
  /^(?:when|(?:in|on) (?:what|which) (?:year|date))s?\s+(?:did|was|were|has|have|had|is|are)\s+/iu,
  /(?:'s)?\s+(?:timeline|history|chronology|milestones)$/iu,
  /(?:的)?(?:年表|时间线|大事记|历史)$/u,
  /^(?:何时|什么时候|哪一?年)|(?:是)?(?:在)?(?:何时|什么时候|哪一?年).*$/gu,
];
const VERSIONS =
  /^(?:(?:each|every|all|the) )*(?:(?:of the|new|major|stable) )*(?:versions?|releases?|editions?) of (?<of>.+?)(?: (?:come|came|get|got|appear|been|be|released|published|announced|launched|ship).*)?$/iu;
const VERSIONS_AFTER =
  /^(?:(?:each|every|all|the) )?(?<of>.+?) (?:versions?|releases?|editions?)(?: (?:come|came|get|got|appear|been|be|released|published|announced|launched|ship).*)?$/iu;
const HOW_MANY = /\bhow (?:many|much)\s+(?<noun>(?:\p{Alpha}+[\s-]+)?\p{Alpha}+)/iu;
/** Words by which one asks for a chart or for a time, and that its sentences need not have. */
const EMPTY = new Set(
  stemsOf(
    "chart plot draw graph bar line scatter timeline history chronology show compare how many much number numbers count figures over time year years vault per each all every different amount total date dates happen happened come came out take takes took get got cost costs",
  ),
);
/** Words of things coming into being: a dated sentence about the thing answers them. */
const EVENTS = new Set(
  stemsOf(
    "release released publish published announce announced launch launched appear appeared ship shipped found founded make made build built create created invent invented establish established begin began start started born introduce introduced",
  ),
);
/** "Each opcode", but not "did each hold". */
const MEMBER =
  /\b(?:(?<!\b(?:do|does|did|is|are|was|were) )(?:each|every|per) (?=\p{Alpha}+$)|(?:each|every|per) (?=\p{Alpha}+ \p{Alpha}))(?<noun>\p{Alpha}+)/iu;
const JOINED = /\s*(?:,|\band\b|\bor\b|&|、|和|与)\s*/iu;

export function wishOf(index: PageIndex, question: string): ChartWish {
  const dates = TIMELINE.test(question.trim());
  const asked = ASKING.reduce((text, pattern) => text.replace(pattern, "").trim(), question.trim());
  const { of } = (dates ? (VERSIONS.exec(asked) ?? VERSIONS_AFTER.exec(asked))?.groups : undefined) ?? {};
  if (of !== undefined)
    return {
      kind: "dates",
      subjects: [bare(of)],
      said: [],
      counted: [],
      versions: true,
      search: `${of} released version announced`,
    };
  const member = stemsOf(MEMBER.exec(asked)?.groups?.noun ?? "")[0];
  const each = member === undefined ? {} : { each: member };
  const counted = dates ? [] : countedIn(question);
  const named = longestNamed(index, keysIn(asked)).filter(({ key }) => key.split(" ").some((stem) => !EMPTY.has(stem)));
  const taken = new Set(named.flatMap(({ key }) => key.split(" ")));
  const left = [...new Set(stemsOf(asked))].filter((stem) => !taken.has(stem) && !EMPTY.has(stem));
  const search = dates ? asked : question;
  if (named.length > 0) {
    // "Lucene and Solr": what stands beside a known name is a subject too.
    const beside = dates ? besideIn(asked, taken) : [];
    const also = new Set(beside.flatMap((part) => stemsOf(part)));
    const said = left.filter((stem) => !counted.includes(stem) && !also.has(stem) && !(dates && EVENTS.has(stem)));
    return {
      kind: kindOf(dates, question),
      subjects: [...named.map(({ key, title }) => spelt(question, key) ?? title), ...beside],
      said,
      counted,
      versions: false,
      search,
      ...each,
    };
  }
  // Of a timeline the words that are left are its subject; of figures they are what the sentences must say.
  if (dates) {
    const subjects = asked
      .split(JOINED)
      .filter((part) => stemsOf(part).some((stem) => !EVENTS.has(stem) && !EMPTY.has(stem)));
    return { kind: "dates", subjects, said: [], counted, versions: false, search, ...each };
  }
  const said = left.filter((stem) => !counted.includes(stem));
  return { kind: kindOf(dates, question), subjects: [], said, counted, versions: false, search, ...each };
}

/** Parts of an enumeration that hold none of the names. */
function besideIn(asked: string, taken: ReadonlySet<string>): string[] {
  const parts = asked.split(JOINED).filter((part) => part !== "");
  const whole = (stem: string): boolean => !taken.has(stem) && !EMPTY.has(stem) && !EVENTS.has(stem);
  return parts.length < 2 ? [] : parts.filter((part) => stemsOf(part).length > 0 && stemsOf(part).every(whole));
}

/** "Cards" of "how many index cards did …": the last plural, else the last word that is no auxiliary. */
function countedIn(question: string): string[] {
  const words = (HOW_MANY.exec(question)?.groups?.noun ?? "").split(/[\s-]+/u).filter((word) => !AUXILIARY.test(word));
  const noun = words.findLast((word) => /[^s]s$/iu.test(word)) ?? words.at(-1) ?? "";
  return stemsOf(noun).slice(-1);
}

const AUXILIARY = /^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)$/iu;

const kindOf = (dates: boolean, question: string): ChartWish["kind"] =>
  dates ? "dates" : AGAINST.test(question) ? "pairs" : "figures";

const bare = (text: string): string => text.trim().replace(/^(?:the|an?) /iu, "");

/** The words of the question that the key was made of. */
function spelt(question: string, key: string): string | undefined {
  const words = question.match(/[\p{Alpha}\p{N}][\p{Alpha}\p{N}'’.*+#-]*/gu) ?? [];
  const length = key.split(" ").length;
  return words.flatMap((_, i) => {
    const run = words.slice(i, i + length).join(" ");
    return stemsOf(run).join(" ") === key ? [run] : [];
  })[0];
}
