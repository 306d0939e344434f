// What sort of thing a question asks for, and whether a sentence has one: a name, a date, a number, a place, a reason.
import { stemsOf } from "../../../text/words.ts";

type Cue = (sentence: string, question: string) => boolean;

/** Says that something is said, or thanks for it. */
export const PLEASANTRY =
  /\b(?:happy|pleased|excited|thrilled|proud|delighted) to (?:\p{Alpha}+ly )?(?:announce|share|introduce|present|welcome)\b|\bcame together to\b|\bcheck (?:it|them|this) out\b|\bmany thanks\b|\bthank(?:s to| you)\b|\bcongratulations\b|\bwe(?:['’]d| would) love (?:to hear|your)\b|\bget it (?:from|via|with)\b/iu;

const YEAR = /\b(?:1[0-9]|20)\d{2}\b|\b\d{3,4}\s?(?:AD|BC|BCE|CE)\b/;
const DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|century|centuries|spring|summer|autumn|winter|years ago)\b|\b\d{1,2}(?:st|nd|rd|th)\b/;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|twice|third|quarter)\b/i;
/** "40", "3,086", "nine"; not what stands in "2025H1". */
const STANDING_NUMBER = `(?<![\\p{Alpha}\\p{N}.,])\\d[\\d.,]*(?![\\p{Alpha}\\p{N}])|${NUMBER.source.slice("\\d|".length)}`;
/** Gas is what blockchains are paid in. */
const MONEY =
  /[$€£¥₹]\s?\d[\d.,]*|\d[\d.,_]*\s?(?:k|m|bn)?\s?(?:dollars?|euros?|pounds?|francs?|marks?|rubles?|yen|yuan|cents?|USD|EUR|GBP|ETH|gas|g?wei|million|billion|thousand|percent|%)|\b(?:free of charge|for free)\b/iu;
const REASON =
  /\b(?:because|since|due to|caused?|causes|reasons?|so that|in order to|therefore|owing to|as a result|leads? to|led to|thanks to|to avoid|resulted?|(?:comes?|came|stems?|stemmed|arises?|arose) from|in response to|in light of|prompted by|driven by|motivated by)\b/i;

/** A capitalised word inside the sentence that the question does not have. */
const newName: Cue = (sentence, question) => {
  const asked = question.toLowerCase();
  const names = sentence.match(/(?<=\S\s)["“(]?\p{Upper}[\p{Alpha}'’.-]+/gu) ?? [];
  return names.some((name) => !asked.includes(name.replace(/^\W+/, "").toLowerCase()));
};
/** Of people: "RFC" is nobody. */
const newPerson: Cue = (sentence, question) => {
  const asked = question.toLowerCase();
  const names = sentence.match(/(?<=\S\s)["“(]?\p{Upper}[\p{Alpha}'’.-]*\p{Lower}[\p{Alpha}'’.-]*/gu) ?? [];
  return names.some((name) => !asked.includes(name.replace(/^\W+/, "").toLowerCase()));
};
const newNumber =
  (pattern: RegExp): Cue =>
  (sentence, question) => {
    const found = sentence.match(new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`)) ?? [];
    return found.some((number) => !question.includes(number));
  };

/** "How many cards …": a number that stands just before the cards. */
export function countCue(question: string): ((sentence: string) => boolean) | undefined {
  const counted =
    /\b[Hh]ow many\s+(?:different\s+|other\s+)?(?:\p{Upper}[\p{Alpha}'’-]+\s+)*(?<thing>\p{Alpha}+)/u.exec(question)
      ?.groups?.thing;
  const stem = counted?.toLowerCase().replace(/(?:ies|es|s|y)$/u, "");
  if (stem === undefined || stem.length < 3) return undefined;
  const number = new RegExp(
    `(?:${STANDING_NUMBER})[^.;:]{0,24}?\\b(?:kilo|mega|giga|tera|milli|centi|micro)?${stem}`,
    "iu",
  );
  return (sentence) => number.test(sentence);
}

/** "Which EIPs were included", "Who joined the team", "What goes into it": an answer is a list. */
const SEVERAL_THINGS =
  /\b(?:which|what) (?:are (?:the |all )?)?(?:(?!is\b|was\b|does\b|has\b|did\b)\p{Alpha}+ ){0,2}(?!does\b|was\b|has\b|this\b)\p{Alpha}{3,}s\b|\b(?:includ|consist|contain|compris|join|belong)\p{Alpha}*\b|\bmembers\b|\bgo(?:es)? into\b|\bmade (?:up )?of\b|^\W*(?:list|name|enumerate)\b|^\W*who (?:are|were)\b.*\p{Alpha}{3,}s\b/iu;
/** How well a list fits such a question: what is asked for stands in the words that lead to it. 0 where nothing is asked for in that way. */
export function listCue(question: string): (list: string) => number {
  if (!SEVERAL_THINGS.test(question)) return () => 0;
  const noun = THINGS.exec(question)?.groups?.noun;
  const [stem] = noun === undefined ? [] : stemsOf(noun);
  return (list) => {
    const lead = /^\[[^\]]*\]|^[^:.]*[:.]/u.exec(list)?.[0] ?? list;
    if (MADE_OF.test(question) && PARTS.test(lead)) return 1;
    if (stem === undefined) return JOINED.test(question) ? (GATHERED.test(lead) ? 1 : 0) : HALF;
    return stemsOf(lead).includes(stem) ? 1 : 0;
  };
}
const HALF = 0.6;
const MADE_OF = /\bgo(?:es)? into\b|\bmade (?:up )?of\b|\bingredients?\b/iu;
const PARTS = /\b(?:ingredients?|materials?|parts|components|consists? of|contains?|needed)\b/iu;
const JOINED = /\bjoin(?:s|ed)?\b|\bmembers?\b/iu;
const GATHERED = /\bmembers?\b|\bjoin\p{Alpha}*\b|\bwelcome\b|\badded\b|\bpeople\b/iu;
const THINGS =
  /\b(?:which|what|list|name|who(?= are| were))(?: are| were| all)?(?: the)?(?: \p{Alpha}+){0,3}? (?<noun>(?!does\b|was\b|has\b|this\b)\p{Alpha}{3,}s)\b/iu;

const HAN_YEAR = /[\d一二三四五六七八九十]+\s?(?:年|世纪|月|日)/;
const HAN_NUMBER = /[\d一二三四五六七八九十百千万亿两半]/;
const HAN_REASON = /因为|由于|导致|原因|所以|为了|造成/;

/** "Which EIPs …": a document's number. */
const SERIES = /\b(?:which|what) (?<series>rfc|eip|erc|pep|adr|jep|bip)s\b/iu;
const newDocument: Cue = (sentence, question) => {
  const series = SERIES.exec(question)?.groups?.series ?? "";
  return newNumber(new RegExp(`\\b${series}[- ]?\\d+`, "iu"))(sentence, question);
};

/** What is new says so. */
const NEWS =
  /\b(?:new|now|adds?|added|chang(?:e|es|ed)|remov(?:e|es|ed)|stable|stabili[sz]\p{Alpha}*|supports?|fix(?:es|ed)?|introduc\p{Alpha}*|improv\p{Alpha}*|no longer|deprecat\p{Alpha}*|replac\p{Alpha}*|first time)\b/iu;

/** "This is by no means a trivial change": what it speaks of stands before it. */
const OF_THE_ONE_BEFORE = /^(?:this|these|that|those|it|they)\b/iu;

/** "with version 1.41.0", "in Rust 1.63": when a thing came, for those who use it. */
const RELEASE = /\b(?:versions?|releases?|\p{Upper}[\p{Alpha}-]+|v)\s?\d+(?:\.\d+)+/u;

const CUES: readonly (readonly [RegExp, Cue])[] = [
  [
    /^\W*what(?:['’]s| is| are| was| has| have)? (?:new|changed|different)\b/i,
    (s) => NEWS.test(s) && !PLEASANTRY.test(s) && !OF_THE_ONE_BEFORE.test(s),
  ],
  [SERIES, newDocument],
  [/\bhow much\b.*\b(?:cost|costs|pay|paid|charge|charged|price|worth|earn|earns|spend|spent)\b/iu, newNumber(MONEY)],
  [
    /\bhow (?:many|much|old|long|far|large|big|tall|often|high|fast|deep)\b|\bwhat (?:percent|percentage|number|amount|proportion|fraction|age|population|size)\b|\bwhat (?:is|are|was|were) the (?:[\w-]+ ){0,3}(?:maximum|minimum|average|size|limit|price|cost|length|height|depth|speed|rate|version|threshold|duration)\b/i,
    newNumber(NUMBER),
  ],
  [
    /\bwhen\b|\b(?:what|which|in what) (?:year|date|day|month|century|decade|time|era|season|period)\b/i,
    (s, q) => newNumber(YEAR)(s, q) || newNumber(DATE)(s, q) || newNumber(RELEASE)(s, q),
  ],
  [/\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|author|king|president|player)\b/i, newPerson],
  [/\b(?:what|which) (?:company|team|organi[sz]ation|group)\b/i, newName],
  [/\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|region|river|continent|nation|location)\b/i, newName],
  [/何时|什么时候|哪一年|哪年|哪个世纪|几月|什么年份|时间/, newNumber(HAN_YEAR)],
  [/多少|几[个次人年位名种]|多[大长高远久]|百分/, newNumber(HAN_NUMBER)],
  [/为什么|为何|原因/, (s) => HAN_REASON.test(s)],
  [/\bwhy\b|\bwhat (?:caused|causes|reason)\b/i, (s) => REASON.test(s)],
];

/** Undefined for questions that give no hint. */
export function cueFor(question: string): Cue | undefined {
  return CUES.find(([pattern]) => pattern.test(question))?.[1];
}

/** Tokens of a question that are no words: "^", "-euo", "%f", "--rm". */
export const signsIn = (question: string): string[] =>
  question
    .split(/\s+/u)
    .map((token) => token.replace(/^["“‘'`(]+|["”’'`).,;:?？!]+$/gu, ""))
    .filter((token) =>
      /^(?:[^\p{Alpha}\p{N}\s"'“”‘’()[\]&–—…|/-]{1,3}|-{1,2}\p{Alpha}[\w-]*|%\p{Alpha})$/u.test(token),
    );
