// A follow-up question made whole: what "he", "it" or "And Xanadu?" means is taken from what was asked and answered before.
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { longestNamed } from "./topic-passages.ts";

export interface Exchange {
  /** As it was understood. */
  readonly question: string;
  readonly answer: string;
}

const PERSON = /\b(?<word>he|she|him|his|her)\b/iu;
const THING = /\b(?<word>it|its|they|them|their|this|that|these|those)\b(?!\s+(?:is|was)\s+\p{Lower}+\s+that)/iu;
const OWNING = /^(?:his|its|their)$/iu;
/** "her" owns when a noun follows, which a word that is no preposition tells well enough. */
const HER_OWNS = /\bher\s+(?!(?:in|at|on|to|from|for|with|by|and|or)\b)\p{Alpha}+/iu;
const ANOTHER = /^(?:and|what about|how about|and what about|和|那)\s*(?<other>[^?？]{1,60})[?？]?$/iu;
const BARE = /^(?:why|how|when|where|who|since when|how so|how come|says who|为什么|怎么|何时)[?？]?$/iu;
const MORE = /^(?:more|tell me more|go on|and\??|what else\??|continue)[.?!]?$/iu;
const CAPITALISED = /\p{Upper}[\p{Alpha}\p{N}'’.-]+(?:\s+\p{Upper}[\p{Alpha}\p{N}'’.-]+)*/gu;

const NAME = String.raw`(?!(?:The|A|An|In|On|At|When|What|Who|Where|Which|How|No|Its?|This|That)\s)\p{Upper}[\p{Alpha}'’-]+(?:\s(?:\p{Upper}\.|de|del|da|von|van|der|la|le|\p{Upper}[\p{Alpha}'’-]+))*\s\p{Upper}[\p{Alpha}'’-]+`;
const FULL_NAME = new RegExp(`^${NAME}$`, "u");
const FULL_NAMES = new RegExp(NAME, "gu");

/** "How do I run a MySQL server using Homebrew?": what is done something with. */
const DONE_WITH =
  /^how (?:do|can|could|should|would) (?:i|you|we|one) \p{Alpha}+ (?:up |off |out )?(?:an? |the |my |our )?(?<thing>[^?]{2,50}?)(?: (?:using|with|on|in|for|from|to|into|via|by|at|against|without|of|when|so)\b[^?]*)?[?]?$/iu;
/** "And set a password?": another thing to do. */
const ANOTHER_DEED =
  /^(?:[Aa]nd|[Aa]nd how (?:do|can) I|[Ww]hat about|[Hh]ow about) (?<deed>\p{Lower}+ (?:an? |the |my |all |it|its|them).*?)[?？]?$/u;
/** "When was that?", "Where did it happen?" */
const OF_THAT =
  /^(?<word>when|where|why|how) (?:was|is|did|does) (?:that|this|it)(?: (?:happen(?:ed)?|take place|the case|so))?[?？]?$/iu;
/** "What happened to arrayref?": named in small letters. */
const LAST_THING =
  /\b(?:to|of|about|is|was|are|were|does|did|for|with) (?:an? |the |my |our )?(?<thing>(?:[\p{Alpha}\p{N}@/._-]+ ?){1,4})[?？]$/iu;
/** "The first one", of the items that the answer lists. */
const ORDINAL = /\b(?:the )?(?<which>first|second|third|fourth|fifth|last)(?: one| of (?:them|these|those))\b/iu;
const PLACES: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, fifth: 4, last: -1 };
const OF_THEM = /\b(?:of|among) (?:them|these|those)\b/iu;
const LISTED =
  /^\W*(?:please )?(?:list|show|name|which|what|how many)(?: me)?(?: all| of)?(?: the| my)? (?<noun>(?:\p{Alpha}+ )?\p{Alpha}+s)\b/iu;

/** The question itself when it stands alone. `earlier` is oldest first. */
export function wholeQuestion(index: PageIndex, question: string, earlier: readonly Exchange[]): string {
  const before = earlier.at(-1);
  if (!before) return question;
  const asked = question.trim();
  if (MORE.test(asked)) return before.question;
  const subject = subjectOf(index, before.question) ?? subjectOf(index, earlier.at(-2)?.question ?? "");
  const listed = itemMeant(asked, before.answer) ?? ofListed(asked, before.question);
  if (listed !== undefined) return listed;
  const deed = ANOTHER_DEED.exec(asked)?.groups?.deed;
  if (deed !== undefined && DONE_WITH.test(before.question))
    return `How do I ${deed}${subject === undefined || THING.test(deed) ? "" : ` for ${subject}`}?`;
  const when = OF_THAT.exec(asked)?.groups?.word;
  if (when !== undefined && /^what (?:happened|changed|broke|went)\b/iu.test(before.question))
    return `${when} ${uncapitalised(before.question)}`;
  const other = ANOTHER.exec(asked)?.groups?.other?.trim();
  if (other !== undefined)
    return subject === undefined ? `${before.question} ${other}` : inItsPlace(before.question, subject, other);
  if (BARE.test(asked)) return `${asked.replace(/[?？]$/u, "")} ${uncapitalised(before.question)}`;
  if (THING.test(asked) && subject !== undefined) return withSubject(asked, THING, subject);
  // A person is meant: one whom the question named, else one whom the answer did.
  const person = personAmong(index, earlier.slice(-REACH)) ?? subject;
  return PERSON.test(asked) && person !== undefined ? withSubject(asked, PERSON, person) : question;
}

/** Only the first is replaced: one name in a sentence is enough to find what it is about. */
function withSubject(question: string, pronoun: RegExp, subject: string): string {
  return question.replace(pronoun, (word: string) =>
    OWNING.test(word) || (/^her$/iu.test(word) && HER_OWNS.test(question)) ? `${subject}'s` : subject,
  );
}

function inItsPlace(question: string, subject: string, other: string): string {
  const at = question.toLowerCase().indexOf(subject.toLowerCase());
  return at < 0 ? `${question} ${other}` : question.slice(0, at) + other + question.slice(at + subject.length);
}

/** What a question is about, in its own words: a topic of the wiki, else its last name. */
function subjectOf(index: PageIndex, question: string): string | undefined {
  const topics = longestNamed(index, keysIn(question)).flatMap(({ title }) => asWritten(question, title) ?? []);
  if (topics[0] !== undefined) return topics[0];
  const done = DONE_WITH.exec(question)?.groups?.thing?.trim();
  if (done !== undefined) return done;
  const named = [...question.replace(/^\W*\w+/u, "").matchAll(CAPITALISED)].map(([name]) => name).at(-1);
  return (named ?? LAST_THING.exec(question)?.groups?.thing?.trim())?.replace(/[.,;:!]+$/u, "");
}

/** The one who was named last. */
const personAmong = (index: PageIndex, earlier: readonly Exchange[]): string | undefined =>
  [...earlier]
    .reverse()
    .flatMap(({ question, answer }) => personIn(index, question) ?? personIn(index, untitled(answer)) ?? [])[0];
/** Exchanges in which somebody is looked for who is meant. */
const REACH = 4;

/** What stands in quotation marks is called so, and is nobody. */
const untitled = (answer: string): string => answer.replace(/“[^”]*”/gu, " ");

/** "Why was the first one withdrawn?" after a list: its first item in the place of "the first one". */
function itemMeant(question: string, answer: string): string | undefined {
  const which = ORDINAL.exec(question)?.groups?.which?.toLowerCase();
  const items = /: (?<items>.+; .+?)[.。]?$/u.exec(answer)?.groups?.items?.split("; ");
  const item = which === undefined ? undefined : items?.at(PLACES[which] ?? 0);
  if (item === undefined) return undefined;
  const bare = item.replace(/\s\(\d{4}[-\d]*\)$/u, "");
  const number = /^\p{Upper}{2,5}-\d+(?= )/u.exec(bare)?.[0];
  return question.replace(ORDINAL, number ?? `“${bare}”`);
}

/** "Which of them are by Ada?" after "List all draft EIPs": "Which draft EIPs are by Ada?" */
function ofListed(question: string, before: string): string | undefined {
  const noun = LISTED.exec(before)?.groups?.noun;
  return noun !== undefined && /^\W*(?:which|what|how many)\b/iu.test(question) && OF_THEM.test(question)
    ? question.replace(OF_THEM, noun)
    : undefined;
}

/** A topic is called by its title or by a part of it, in whatever case: found again in the question. */
function asWritten(question: string, title: string): string | undefined {
  const at = question.toLowerCase().indexOf(title.toLowerCase());
  if (at >= 0) return question.slice(at, at + title.length) + numberAfter(question, at + title.length);
  const last = title.split(/\s+/).at(-1) ?? "";
  return last.length > 3 && new RegExp(`\\b${last.replace(/[^\p{Alpha}\p{N}]/gu, ".")}\\b`, "iu").test(question)
    ? last
    : undefined;
}

/** The version or number that belongs to a name: "Rust 1.14", "EIP-20". */
const numberAfter = (text: string, at: number): string =>
  /^[ -]v?\d+(?:\.\d+)*(?![\p{Alpha}\d])/u.exec(text.slice(at))?.[0] ?? "";

/** The first who is called by a name of two words, or by a part of one that the wiki knows. */
function personIn(index: PageIndex, text: string): string | undefined {
  const known = longestNamed(index, keysIn(text))
    .filter(({ title, type }) => type === "entity" && FULL_NAME.test(title))
    .map(({ title }) => ({ name: title, at: text.indexOf(title.split(/\s+/).at(-1) ?? title) }));
  const written = [...text.matchAll(FULL_NAMES)].map((match) => ({ name: match[0], at: match.index }));
  const all = [...known, ...written].filter(({ at }) => at >= 0);
  return all.sort((x, y) => x.at - y.at || y.name.length - x.name.length)[0]?.name;
}

const uncapitalised = (question: string): string =>
  question.replace(/^\p{Upper}(?=\p{Lower}+\s)/u, (letter) => letter.toLowerCase());
