// When a source was published, who wrote it and which state it is in, from its page's front matter: for questions that call a source by its title or number.
import type { AnsweredSentence } from "../core/answer.ts";
import type { PageIndex } from "../core/search.ts";
import { stemsOf } from "../text/words.ts";
import { sourcesCalled } from "./called.ts";
import { frontCitation } from "./front-citation.ts";
import { stateOf, stateTag } from "./kept-state.ts";

const WHEN =
  /\b(?:when|what (?:date|year|day)|which (?:year|date))\b.*\b(?:publish|releas|announc|writ|wrote|appear|post|dated|propos|issu|come out|came out)/iu;
/** Things begin too: said of a source only where it is called by its number. */
const BEGUN =
  /^\W*(?:when|what (?:date|year|day)|which (?:year|date))\b.*\b(?:creat|start|open|draft|submit|introduc)/iu;
const WHO = /\bwho\b.*\b(?:wrote|writ|author|publish|propos|post)/iu;
const STATE = /\b(?<by>status|category)\b|\b(?:what|which|current) state\b|\bstate of\b/iu;
/** "Is EIP-20 final?" */
const IS_STATE =
  /^\s*(?:is|was|has)\b.*?\s(?:been |an? |in |already |still |now )*(?<state>\p{Alpha}+(?: \p{Alpha}+)?)\s*[?？]*$/iu;
/** Words of such a question that no title has. */
const ASKING =
  /\b(?:when|who|what|which|date|year|day|publish\w*|releas\w*|announc\w*|writ\w*|wrote|appear\w*|post\w*|dated|propos\w*|issued?|come|came|out|authors?|article|paper|essay|source|rfc|eip|document|report|note|entry|blog|status|state|category|current|creat\w*|start\w*|open\w*|draft\w*|submit\w*|introduc\w*)\b/giu;
const LOOKED = 50;
const SOURCES = { types: ["source"], tags: [], sources: [], updated: [] };

export interface FrontReader {
  /** Front matter of a page. */
  readonly frontOf: (page: string) => Readonly<Record<string, unknown>>;
}

/** The sentence that front matter gives, if the question asks for it and one source is meant; "unsaid" where that source gives no date. */
export function datedSentence(
  index: PageIndex,
  question: string,
  { frontOf }: FrontReader,
): AnsweredSentence | "unsaid" | undefined {
  const begun = BEGUN.test(question) && !WHEN.test(question);
  const when = begun || WHEN.test(question);
  const said = IS_STATE.exec(question)?.groups?.state;
  // "EIP-20 final", "IMPERSONATECALL final", "in last call"
  const asked =
    said === undefined ? undefined : (stateTag(index, said) ?? stateTag(index, said.split(" ").at(-1) ?? ""));
  const by = asked?.by ?? (/category/iu.test(STATE.exec(question)?.groups?.by ?? "") ? "category" : "status");
  const state = asked !== undefined || STATE.test(question);
  if (!when && !state && !WHO.test(question)) return undefined;
  const called = sourcesCalled(index, question)[0]?.page;
  const meant =
    called === undefined
      ? sourceMeant(
          index,
          asked === undefined || said === undefined
            ? question
            : question.replace(new RegExp(`${said.split(" ").at(-1) ?? ""}\\W*$`, "u"), " "),
        )
      : undefined;
  // A thing begins, or is in a state, without being a document: said of one whose title it has only where that is one of a series.
  const page = called ?? ((begun || asked !== undefined) && !isNumbered(index, meant) ? undefined : meant);
  const about = page === undefined ? undefined : index.about(page);
  if (page === undefined || !about) return undefined;
  const front = frontOf(page);
  const authors = [front.author ?? []].flat().map(String).join(", ");
  const kept = when ? about.published : state ? (stateOf(front.tags, by) ?? "") : authors;
  if (kept === "") return when ? "unsaid" : undefined;
  const key = when ? "published" : state ? by : "author";
  const is = when ? "is dated" : state ? `has the ${by}` : "is by";
  const verdict = asked === undefined ? "" : asked.value === kept.replace(/ /gu, "-") ? "Yes: " : "No: ";
  const citation = frontCitation(index, page, `${key}: ${kept}`, new Map());
  return citation && { text: `${verdict}“${about.title}” ${is} ${kept}.`, citations: [citation] };
}

/** "EIP-2997" */
const isNumbered = (index: PageIndex, page: string | undefined): boolean =>
  page !== undefined && aliasesOf(index, page).some((alias) => /^\p{Upper}{2,5}-\d+$/u.test(alias));

const aliasesOf = (index: PageIndex, page: string): readonly string[] =>
  index
    .lookup({ any: stemsOf(index.about(page)?.title ?? ""), phrases: [], not: [], filter: SOURCES }, LOOKED)
    .find(({ path }) => path === page)?.aliases ?? [];

/** The source whose title has all that the question names; of several the shortest title, if there is one. */
function sourceMeant(index: PageIndex, question: string): string | undefined {
  const asked = [...new Set(stemsOf(question.replace(ASKING, " ")))];
  if (asked.length === 0) return undefined;
  const titled = index
    .lookup({ any: asked, phrases: [], not: [], filter: SOURCES }, LOOKED)
    .map(({ path, title }) => ({ path, stems: new Set(stemsOf(title)) }))
    .filter(({ stems }) => asked.every((stem) => stems.has(stem)))
    .sort((a, b) => a.stems.size - b.stems.size);
  const [best, second] = titled;
  return best === undefined || second?.stems.size === best.stems.size ? undefined : best.path;
}
