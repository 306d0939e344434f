// When a source was published and who wrote it, from its page's front matter: for questions that call a source by its title.
import type { AnsweredSentence, Citation } from "../core/answer.ts";
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { stemsOf } from "../text/words.ts";

const WHEN =
  /\b(?:when|what (?:date|year|day)|which (?:year|date))\b.*\b(?:publish|releas|announc|writ|wrote|appear|post|dated|propos|issu|come out|came out)/iu;
/** Things begin too: said of a source only where it is called by its number. */
const BEGUN =
  /^\W*(?:when|what (?:date|year|day)|which (?:year|date))\b.*\b(?:creat|start|open|draft|submit|introduc)/iu;
const WHO = /\bwho\b.*\b(?:wrote|writ|author|publish|propos|post)/iu;
/** Words of such a question that no title has. */
const ASKING =
  /\b(?:when|who|what|which|date|year|day|publish\w*|releas\w*|announc\w*|writ\w*|wrote|appear\w*|post\w*|dated|propos\w*|issued?|come|came|out|authors?|article|paper|essay|source|rfc|eip|document|report)\b/giu;
const LOOKED = 50;

export interface FrontReader {
  /** Front matter of a page. */
  readonly frontOf: (page: string) => Readonly<Record<string, unknown>>;
}

/** The sentence that front matter gives, if the question asks for it and one source is meant. */
export function datedSentence(
  index: PageIndex,
  question: string,
  { frontOf }: FrontReader,
): AnsweredSentence | undefined {
  const begun = BEGUN.test(question) && !WHEN.test(question);
  const when = begun || WHEN.test(question);
  if (!when && !WHO.test(question)) return undefined;
  const page = sourceCalled(index, question) ?? (begun ? undefined : sourceMeant(index, question));
  const about = page === undefined ? undefined : index.about(page);
  if (page === undefined || !about) return undefined;
  const authors = [frontOf(page).author ?? []].flat().map(String).join(", ");
  const fact = when ? about.published : authors;
  if (fact === "") return undefined;
  const text = when ? `“${about.title}” is dated ${fact}.` : `“${about.title}” is by ${fact}.`;
  const citation: Citation = {
    n: 1,
    page,
    claim: "",
    source: about.source,
    sourceTitle: about.title,
    heading: "",
    quote: when ? `published: ${fact}` : `author: ${fact}`,
    onPage: true,
    link: page.replace(/\.md$/u, ""),
  };
  return { text, citations: [citation] };
}

/** The source that the question calls by its number ("EIP-20"), if it is one. */
function sourceCalled(index: PageIndex, question: string): string | undefined {
  const called = index.named(keysIn(question)).filter(({ type, key }) => type === "source" && /\d/.test(key));
  const [longest, second] = called.sort((a, b) => b.key.length - a.key.length);
  return longest === undefined || second?.key === longest.key ? undefined : longest.path;
}

/** The source whose title has all that the question names; of several the shortest title, if there is one. */
function sourceMeant(index: PageIndex, question: string): string | undefined {
  const asked = [...new Set(stemsOf(question.replace(ASKING, " ")))];
  if (asked.length === 0) return undefined;
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  const titled = index
    .lookup({ any: asked, phrases: [], not: [], filter }, LOOKED)
    .map(({ path, title }) => ({ path, stems: new Set(stemsOf(title)) }))
    .filter(({ stems }) => asked.every((stem) => stems.has(stem)))
    .sort((a, b) => a.stems.size - b.stems.size);
  const [best, second] = titled;
  return best === undefined || second?.stems.size === best.stems.size ? undefined : best.path;
}
