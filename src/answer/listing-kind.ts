// Questions for lists and counts of pages: which pages, about what, from when, in which state, in which order.
import { type Period, periodOf } from "../text/periods.ts";
import { hanListingOf } from "./listing-kind-han.ts";

/** Pages that a list or a count may be of. */
export type Wanted =
  | "source"
  | "person"
  | "organisation"
  | "product"
  | "place"
  | "concept"
  | "method"
  | "answer"
  | "page";

/** What sources are counted by. */
export type TallyBy = "year" | "month" | "author" | "status" | "category";

export interface Catalogue {
  readonly kind: "catalogue";
  readonly wanted: Wanted;
  /** What they are to be about; empty for all. */
  readonly about: string;
  /** In how many paragraphs a source must speak of it to count. */
  readonly least: number;
  /** Nothing may come of it: sentences answer then. */
  readonly loose?: boolean;
  /** When sources are dated. */
  readonly period?: Period;
  /** What a document says of its own standing, "final"; where the vault knows no such state, `about` counts. */
  readonly state?: string;
  /** "EIP": documents that their series calls by number. */
  readonly series?: string;
  /** By date, and how many of them. */
  readonly newest?: { readonly first: "newest" | "oldest"; readonly most: number };
  /** The number was asked for: not all need to be spelt out. */
  readonly count?: boolean;
}

export interface Tally {
  readonly kind: "tally";
  readonly by: TallyBy;
  readonly series?: string;
}

const SERIES = "rfcs?|eips?|ercs?|peps?|adrs?|jeps?|bips?|kips?|dips?|ips?";
const NOUNS: readonly (readonly [RegExp, Wanted])[] = [
  [
    new RegExp(
      `^(?:sources?|articles?|(?:blog )?posts?|papers?|essays?|documents?|texts?|${SERIES}|reports?|files?|books?|notes?|entries|proposals?)$`,
      "iu",
    ),
    "source",
  ],
  [/^(?:people|persons?|authors?|inventors?|researchers?|scientists?|engineers?|programmers?)$/i, "person"],
  [/^(?:organi[sz]ations?|companies|company|institutions?|agencies|agency)$/i, "organisation"],
  [/^(?:products?|programs?|tools?|systems?)$/i, "product"],
  [/^places?$/i, "place"],
  [/^(?:concepts?|ideas?|terms?)$/i, "concept"],
  [/^(?:methods?|techniques?)$/i, "method"],
  [/^answers?$/i, "answer"],
  [/^(?:wiki )?pages?$/i, "page"],
];
/** Paragraphs that speak of a thing make a source one about it; a single one mentions it. */
const ABOUT_IT = 3;
const NOUN = NOUNS.map(([pattern]) => pattern.source.replace(/^\^|\$$/g, "")).join("|");
/** What documents are called, as a pattern without its ends. */
export const SOURCE_NOUNS = NOUNS[0]?.[0].source.replace(/^\^|\$$/g, "") ?? "";
const VAULT =
  "(?:in|of|does|do|has|have|are|is|there|here|this|the|my|our|your|vault|wiki|knowledge|base|contain|hold|kb)";
const ABOUT =
  "(?:(?:that|which|who|whose)?\\s*(?:are |is |were |was )?(?:about|on|mention(?:ing|s)?|nam(?:e|ing|es)|discuss(?:ing|es)?|cover(?:ing|s)?|speak(?:ing|s)? (?:of|about)|talk(?:ing|s)? (?:of|about)|deal(?:ing|s)? with|work(?:ed|s|ing)? on|relat(?:ed|ing) to|describ(?:e|ing|es)|concern(?:ing|s)?))";
const ASK = "(?:please )?(?:list|show me|show|name|give me|find|enumerate)(?: me)?(?: all| every| the| of)*";
const LIST = new RegExp(`^${ASK}\\s+(?<noun>${NOUN})\\b(?<rest>.*)$`, "iu");
const WHICH = new RegExp(
  `^(?:which|what|(?<many>how many)|do any) (?:of the |of my )?(?<noun>${NOUN})\\b(?<rest>.*)$`,
  "iu",
);
const STATE = "(?<state>\\p{Alpha}+(?:[ -]\\p{Alpha}+)?)";
/** "What are evergreen notes", "What makes a good report": a verb is no state. */
const NO_VERB =
  "(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|makes?|goes|kinds?|sorts?)\\b)";
/** "How many final EIPs are there", "list all withdrawn proposals". */
const IN_STATE = new RegExp(
  `^(?:${ASK}|which|what|(?<many>how many)(?: of the)?)\\s+(?<state>${NO_VERB}\\p{Alpha}+(?:[ -]${NO_VERB}\\p{Alpha}+)?)\\s+(?<noun>${SOURCE_NOUNS})\\b(?<rest>.*)$`,
  "iu",
);
/** "… are final", "… with the status final", "… that have been withdrawn". */
const HAS_STATE = new RegExp(
  `^\\s*(?:that |which )?(?:(?:are|is|were|was|have been|has been|got|still|in|have|has)\\s+)*(?:(?:with |in |the |a |of )*(?:status|state|category)(?: of| is| =|:)?\\s+|in\\s+)?["“]?${STATE}["”]?(?: status| state| category)?$`,
  "iu",
);
/** "… are there about X", "… do I have on X". */
const THERE =
  /^\s+(?:(?:are|is) (?:there|here)|(?:do|does|did) (?:i|we|you|the (?:vault|wiki|knowledge base)) (?:have|hold|contain))(?: (?:in (?:the|this|my) (?:vault|wiki|knowledge base)|any|that))?(?=\s|$)/iu;
const PUBLISHING =
  /^(?:(?:that |which )?(?:are|is|were|was|have been|has been|did|came|come|appeared|got)\s*)*(?:new|dated|published|created|written|posted|proposed|added|made|released|announced|out|submitted|appear|come out)?$/iu;
/** "List all X" where X is no kind of page: the sources that speak of it. */
const LIST_ANY =
  /^(?:please )?(?:list|enumerate|show me all|give me a list of)(?: me)?(?: all| every| the| of)*\s+(?<about>[^,;]{2,60})$/iu;
const FIRST = "(?<first>newest|latest|most recent|last|oldest|earliest|first)";
const NUMBER = "(?<n>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)";
const SUPERLATIVES = [
  `^(?:(?:what|which)(?: is| are| was| were)?|show me|list|give me|name)?\\s*(?:the )?(?:${NUMBER} )?${FIRST}(?: ${NUMBER.replace("<n>", "<m>")})? (?<noun>${SOURCE_NOUNS})\\b(?<rest>.*)$`,
  `^which (?<noun>${SOURCE_NOUNS}) (?:is|are|was|were) (?:the )?${FIRST}(?: one| ones)?(?<rest>)$`,
].map((source) => new RegExp(source, "iu"));
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
/** What one asks for without a number: "the latest post" is one, "the latest posts" are some. */
const SOME = 5;
const BY = "(?<by>year|month|author|status|state|category)";
const TALLIES = [
  `^(?:how many|(?:the )?(?:number|count) of|count(?: the)?)?\\s*(?:of the )?(?<noun>${SOURCE_NOUNS})\\b(?: (?:are there|are|were|was|have|published|written|posted|dated|created|there|in|the|this|vault|wiki))* (?:per|by|for each|in each|of each|each|every) ${BY}$`,
  `^(?<by2>who) (?:wrote|has written|published|posted) (?:the )?most (?<noun>${SOURCE_NOUNS})$`,
].map((source) => new RegExp(source, "iu"));
const CHART_OF =
  /^(?:please )?(?:(?:draw|make|show|plot|give me)(?: me)?\s+)?(?:an? |the )?(?:(?:bar |line )?(?:chart|plot|graph)|chart|plot|graph)?(?: of| for)?\s*(?:the )?/iu;

const ONLY_VAULT = new RegExp(`^(?:\\s|${VAULT})*$`, "iu");

/** `asked` without its question mark; `today` as "2026-11-21" for "last month". */
export function listingOf(asked: string, today?: string): Catalogue | Tally | undefined {
  return (
    tallyOf(asked) ??
    hanListingOf(asked) ??
    superlativeOf(asked, today) ??
    pagesOf(asked, today) ??
    inStateOf(asked) ??
    anyListOf(asked)
  );
}

function anyListOf(asked: string): Catalogue | undefined {
  const about = LIST_ANY.exec(asked)?.groups?.about;
  if (about === undefined || NOUNS.some(([pattern]) => pattern.test(about.split(/\s/u)[0] ?? ""))) return undefined;
  return { kind: "catalogue", wanted: "source", about: bare(about), least: ABOUT_IT, loose: true };
}

/** Of "EIPs" the series that they are numbered in. */
export const seriesOf = (noun: string): { series?: string } =>
  new RegExp(`^(?:${SERIES})$`, "iu").test(noun) ? { series: noun.replace(/s$/iu, "").toUpperCase() } : {};

function tallyOf(asked: string): Tally | undefined {
  const plain = asked.replace(CHART_OF, "");
  const groups = TALLIES.map((pattern) => pattern.exec(plain)?.groups).find((one) => one !== undefined);
  if (groups?.noun === undefined) return undefined;
  const by = (groups.by ?? "author").toLowerCase().replace("state", "status");
  return { kind: "tally", by: BYS.find((one) => one === by) ?? "year", ...seriesOf(groups.noun) };
}

const BYS: readonly TallyBy[] = ["year", "month", "author", "status", "category"];

function superlativeOf(asked: string, today: string | undefined): Catalogue | undefined {
  const groups = SUPERLATIVES.map((pattern) => pattern.exec(asked)?.groups).find((one) => one !== undefined);
  if (groups?.noun === undefined) return undefined;
  const given = groups.n ?? groups.m ?? "";
  const plural = /(?:s|entries)$/iu.test(groups.noun);
  const most = (WORDS[given.toLowerCase()] ?? Number(given)) || (plural ? SOME : 1);
  const first = /^(?:old|ear|first)/iu.test(groups.first ?? "") ? "oldest" : "newest";
  const rest = restOf(groups.noun, groups.rest ?? "", today);
  return rest && { ...rest, newest: { first, most } };
}

function pagesOf(asked: string, today: string | undefined): Catalogue | undefined {
  const { noun, rest = "", many } = (LIST.exec(asked) ?? WHICH.exec(asked))?.groups ?? {};
  if (noun === undefined) return undefined;
  const found = restOf(noun, rest, today);
  return found && { ...found, ...(many === undefined ? {} : { count: true }) };
}

/** What stands behind the noun: nothing, what they are about, when they are from, their state. */
function restOf(noun: string, given: string, today: string | undefined): Catalogue | undefined {
  const rest = given.replace(THERE, " ");
  const wanted = NOUNS.find(([pattern]) => pattern.test(noun))?.[1];
  if (wanted === undefined) return undefined;
  const base = { kind: "catalogue", wanted, about: "", least: 0, ...seriesOf(noun) } as const;
  if (ONLY_VAULT.test(rest)) return base;
  const dated = wanted === "source" ? withPeriod(rest, today) : undefined;
  if (dated && PUBLISHING.test(dated.before)) return { ...base, period: dated.period };
  const period = dated ? { period: dated.period } : {};
  const left = dated ? ` ${dated.before}` : rest;
  const about = new RegExp(`^\\s*${ABOUT}\\s+(?<about>.+)$`, "iu").exec(left)?.groups?.about;
  if (about !== undefined) {
    if (wanted !== "source" && wanted !== "person" && /^\s*(?:that |which )?work/iu.test(left)) return undefined;
    const least = /^\s*(?:that |which )?(?:mention|nam)/iu.test(left) ? 1 : ABOUT_IT;
    return { ...base, ...period, about: bare(about), least };
  }
  const state = wanted === "source" ? HAS_STATE.exec(left)?.groups?.state : undefined;
  return state === undefined ? undefined : { ...base, ...period, state, loose: true };
}

/** "About gas were created" -> "about gas". */
const withoutDating = (text: string): string =>
  PUBLISHING.test(text)
    ? text
    : text.replace(
        /\s(?:(?:that |which )?(?:are|is|were|was|have been)\s)?(?:dated|published|created|written|posted|proposed|added|made|released)$/iu,
        "",
      );

/** Words of "over the last 3 months". */
const LONGEST_TIME = 5;

/** The stretch of time that the text ends or begins with, and the rest of it. */
function withPeriod(rest: string, today: string | undefined): { before: string; period: Period } | undefined {
  const words = rest.trim().split(/\s+/u);
  for (let start = 0; start < words.length; start++) {
    const period = periodOf(words.slice(start).join(" "), today);
    if (period) return { before: withoutDating(words.slice(0, start).join(" ")), period };
  }
  // "Which posts since 2023 are about gas?"
  for (let end = Math.min(words.length - 1, LONGEST_TIME); end > 0; end--) {
    const period = periodOf(words.slice(0, end).join(" "), today);
    if (period) return { before: words.slice(end).join(" "), period };
  }
  return undefined;
}

function inStateOf(asked: string): Catalogue | undefined {
  const { state, noun, rest = "", many } = IN_STATE.exec(asked)?.groups ?? {};
  if (state === undefined || noun === undefined || !ONLY_VAULT.test(rest)) return undefined;
  const counted = many === undefined ? {} : { count: true };
  // "List all blog posts": no state, and then what they speak of.
  const about = many === undefined ? `${state} ${noun}` : "";
  return {
    kind: "catalogue",
    wanted: "source",
    about,
    least: ABOUT_IT,
    loose: true,
    state,
    ...seriesOf(noun),
    ...counted,
  };
}

const bare = (text: string): string => text.trim().replace(/^(?:the|a|an)\s+/iu, "");
