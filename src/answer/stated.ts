// What documents state of themselves in their front matter: "Which EIPs does EIP-7830 require?", "Why was it withdrawn?", "Who directed Dune?"
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { PageIndex, Stated } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { linkTarget } from "../markdown/harmless.ts";
import { stemsOf } from "../text/words.ts";
import { sourcesCalled } from "./called.ts";
import { frontCitation } from "./front-citation.ts";
import { nameIn } from "./kept-state.ts";

const CONFIDENCE = 0.9;
/** Words of such a question that name neither the document nor what it states. */
const ASKING =
  /\b(?:what|which|who|whom|whose|where|why|how|many|much|did|does|do|is|are|was|were|been|has|have|had|gave|give|given|gives|get|got|set|state[sd]?|list(?:ed)?|all|other|others|document|note|post|article|paper|proposal|standard|page|file|source|number|value|property|field|rfcs?|eips?|ercs?|peps?|adrs?|jeps?|bips?|i|we|you|my|our|its?|the|an?|of|for|by|in|on|to|and)\b/giu;
/** Told by the dates and tags of its page (dated.ts). */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["author", "created", "status", "category"]);
const SERIES = /\b(?:which|what) (?<series>rfc|eip|erc|pep|adr|jep|bip)s?\b/iu;
/** Numbers under such keys are those of documents of the same series. */
const LEADS_TO_DOCUMENTS =
  /^(?:requires?|depends|replaces?|replaced|supersedes?|superseded|obsoletes?|obsoleted|updates?|updated|extends|related)\b/u;
/** Common letters from which two words are of one family: "directed", "director". */
const FAMILY = 5;

/** Undefined where the question asks for something else, or no document is meant. */
export function statedAnswer(index: PageIndex, question: string, engine: string): Answer | undefined {
  const meant = documentMeant(index, question);
  if (!meant) return undefined;
  const asked = askedBeside(question, meant.name);
  if (asked.length === 0) return undefined;
  const own = index.stated(meant.page).filter(({ key }) => !TOLD_ELSEWHERE.has(key));
  const key = keyFor([...new Set(own.map((one) => one.key))], asked);
  const title = index.about(meant.page)?.title ?? "";
  const numbers = new Map<string, number>();
  if (key === undefined) {
    // Only of what is asked in a word, and called by its number: else a sentence may say it.
    const known = meant.numbered && asked.length === 1 ? keyFor(keysOf(index), asked) : undefined;
    const citation = known && frontCitation(index, meant.page, `title: ${title}`, numbers);
    return known && citation ? answerOf(question, `“${title}” states no “${known}”.`, [citation], engine) : undefined;
  }
  const values = own.filter((one) => one.key === key).map(({ value }) => value);
  const citation = statedCitation(index, meant.page, { key, value: values.join(", ") }, numbers);
  const ofItsSeries = LEADS_TO_DOCUMENTS.test(key)
    ? /^(?<series>\p{Alpha}{2,5})-\d/u.exec(meant.name)?.groups?.series
    : undefined;
  const series = (SERIES.exec(question)?.groups?.series ?? ofItsSeries)?.toUpperCase();
  const shown = series === undefined ? values : values.flatMap((value) => namedByNumber(index, value, series));
  return citation && answerOf(question, `“${title}” gives as its “${key}”: ${shown.join("; ")}.`, [citation], engine);
}

export const answerOf = (question: string, text: string, citations: readonly Citation[], engine: string): Answer => {
  const sentence: AnsweredSentence = { text: text.replace(/([.!?])\.$/u, "$1"), citations };
  return { question, answerable: true, confidence: CONFIDENCE, sentences: [sentence], dropped: [], engine };
};

/** Leads to the raw file, where it stands. */
export function statedCitation(
  index: PageIndex,
  page: string,
  { key, value }: Stated,
  numbers: Map<string, number>,
): Citation | undefined {
  const citation = frontCitation(index, page, `${key}: ${value}`, numbers);
  const opens = citation && /\.md$/iu.test(citation.source) && linkTarget(citation.source) !== undefined;
  return opens ? { ...citation, link: citation.source } : citation;
}

interface Meant {
  readonly page: string;
  /** As the question has it. */
  readonly name: string;
  readonly numbered: boolean;
}

/** The one document that the question calls by its number, or by its whole title. */
function documentMeant(index: PageIndex, question: string): Meant | undefined {
  const called = sourcesCalled(index, question);
  const [first] = called;
  if (first) return called.length === 1 ? { ...first, numbered: true } : undefined;
  const named = index.named(keysIn(question)).filter(({ type }) => type === "source");
  const longest = Math.max(0, ...named.map(({ key }) => key.split(" ").length));
  const [one, ...others] = named.filter(({ key }) => key.split(" ").length === longest);
  return one && others.every(({ path }) => path === one.path)
    ? { page: one.path, name: one.key, numbered: false }
    : undefined;
}

/** Stems that are asked about; "why" asks for a reason. */
function askedBeside(question: string, name: string): string[] {
  const own = new Set(stemsOf(name));
  const rest = stemsOf(question.replace(ASKING, " ")).filter((stem) => !own.has(stem));
  return [...new Set(/^\W*why\b/iu.test(question) && rest.length > 0 ? [...rest, "reason"] : rest)];
}

export const keysOf = (index: PageIndex): string[] => index.statedKeys().filter((key) => !TOLD_ELSEWHERE.has(key));

/** The key that has all of what is asked. */
export const keyFor = (keys: readonly string[], asked: readonly string[]): string | undefined =>
  keys.find((key) => {
    const own = stemsOf(key.replace(/[-_]/gu, " "));
    return asked.every((stem) => own.some((one) => akin(one, stem)));
  });

const akin = (a: string, b: string): boolean =>
  a === b || (a.length >= FAMILY && b.length >= FAMILY && a.slice(0, FAMILY) === b.slice(0, FAMILY));

/** "170, 3540" -> "EIP-170 Contract code size limit", "EIP-3540"; other values as they are. */
function namedByNumber(index: PageIndex, value: string, series: string): string[] {
  const parts = value.split(/[,;]\s*/u);
  if (!parts.every((part) => /^\D{0,5}\d{1,6}$/u.test(part))) return [value];
  return parts.map((part) => {
    const alias = `${series}-${Number(/\d+/u.exec(part)?.[0])}`;
    const hit = index.named([stemsOf(alias).join(" ")]).find(({ type }) => type === "source");
    return hit ? nameIn({ ...hit, aliases: [alias], score: 0 }, series) : alias;
  });
}
