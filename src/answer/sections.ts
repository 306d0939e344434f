// Which sections of a document a question asks for: "why" wants its motivation, "the drawbacks of" what stands under Drawbacks.
import type { PageIndex, PassageHit } from "../core/search.ts";
import { stemsOf } from "../text/words.ts";

interface SectionKind {
  readonly asked: RegExp;
  readonly headings: RegExp;
  /** 0 to 1: how surely the answer stands there. */
  readonly sure: number;
}

const DRAWBACKS =
  /\b(?:drawbacks?|downsides?|disadvantages?|cons|limitations?|weaknesses|caveats|risks?)\b|缺点|局限/iu;
const BENEFITS = /\b(?:benefits?|advantages?|pros|strengths)\b|优点|好处/iu;
const WHY = /^\W*why\b|\bwhat (?:is|are|was|were) the (?:reasons?|motivation|rationale|purpose|point)\b|为什么|为何/iu;
/** "What problem does it solve?", "What did it fix?": asked of a document as a whole. */
const WHAT_FOR =
  /^\W*what (?:problems?|issues?|needs?) (?:does|do|did|is|are|was|were|would)\b|^\W*what (?:does|do|did|would) .+ (?:solve|address|fix|tackle|try to do|achieve|aim (?:at|for))\W*$|^\W*what (?:is|was|are) .+ (?:about|good for)\W*$|\bwhat (?:is|are|was|were) the (?:goals?|aims?)\b/iu;
const MADE_OF =
  /\bgo(?:es)? into\b|\bmade (?:up )?of\b|\bingredients?\b|^\W*what (?:do|would|will) (?:i|you|we|one) need\b/iu;
const KINDS: readonly SectionKind[] = [
  {
    asked: WHAT_FOR,
    headings:
      /\b(?:motivations?|problem(?: statement)?|purpose|goals?|aims?|abstract|summary|overview)\b|\bwhat['’]?s in\b|动机|摘要/iu,
    sure: 1,
  },
  { asked: MADE_OF, headings: /\b(?:ingredients?|materials?|(?:you(?:['’]ll| will)? )need|equipment)\b/iu, sure: 1 },
  { asked: WHY, headings: /\b(?:motivations?|why|reasons?|purpose|problem(?: statement)?)\b|动机|原因/iu, sure: 1 },
  { asked: WHY, headings: /\b(?:rationale|background)\b|背景/iu, sure: 0.5 },
  { asked: DRAWBACKS, headings: DRAWBACKS, sure: 1 },
  { asked: BENEFITS, headings: BENEFITS, sure: 1 },
  {
    asked: /^\W*how (?:do|does|did)\b.*\bwork\b/iu,
    headings:
      /^(?:\d[\d.]* )?(?:summary|abstract|overview|tl;?dr|how it works|design|description|introduction)$|\bguide-level\b/iu,
    sure: 1,
  },
  {
    asked: /^\W*what(?:['’]s| is| are| was| has| have)? (?:new|changed|different)\b/iu,
    headings:
      /\bwhat['’]?s (?:in|new)\b|\bwhat is new\b|^(?:.* )?changes$|\b(?:new features?|highlights|release notes|changelog|stabili[sz]ed|stabili[sz]ations)\b/iu,
    sure: 1,
  },
  { asked: /\balternatives?\b/iu, headings: /\balternatives?\b/iu, sure: 1 },
  {
    asked: /^\W*how (?:do|can|should|would) (?:i|you|we|one)\b|^\W*how to\b|怎么|如何/iu,
    headings:
      /\b(?:how to|how do|steps?|usage|instructions?|getting started|installation|install(?:ing)?|guide(?:-level)?|tutorial)\b|步骤|用法|安装/iu,
    sure: 0.5,
  },
];
/** Of what is asked beside the document, what a heading must name. */
const NAMED = 0.6;
/** Documents looked through, and paragraphs of each. */
const DOCUMENTS = 2;
const LOOKED = 400;
const MOST = 6;
/** Sentences below a question, and the part of its weight that a sentence needs to ask the same. */
const BELOW = 4;
const SAME = 0.6;

/** How surely what stands under these headings answers the question, 0 to 1. */
export function sectionFit(question: string): (headings: readonly string[]) => number {
  const kinds = KINDS.filter(({ asked }) => asked.test(question));
  return (headings) =>
    Math.max(
      0,
      ...kinds.filter((kind) => headings.slice(-2).some((one) => kind.headings.test(one))).map(({ sure }) => sure),
    );
}

/** Of a document that is called by its number, a section too that the question names: "the security considerations of EIP-7997". */
function namedFit(question: string, called: readonly string[]): ReturnType<typeof sectionFit> {
  const fitOf = sectionFit(question);
  const names = new Set(called.flatMap((name) => stemsOf(name)));
  const asked = new Set(stemsOf(question).filter((stem) => !names.has(stem)));
  const isNamed = (heading: string): boolean => {
    const own = stemsOf(heading);
    return own.length > 0 && own.every((stem) => asked.has(stem)) && own.length >= NAMED * asked.size;
  };
  return (headings) => (headings.slice(-2).some(isNamed) ? 1 : fitOf(headings));
}

export interface Headed {
  readonly hit: PassageHit;
  readonly sure: number;
}

/** Paragraphs under such headings of the documents that are the likeliest meant, with the score given. */
export function wishedSections(
  index: PageIndex,
  question: string,
  pages: () => readonly string[],
  score: number,
  called: readonly string[] = [],
): Headed[] {
  if (called.length === 0 && !KINDS.some(({ asked }) => asked.test(question))) return [];
  const fitOf = called.length === 0 ? sectionFit(question) : namedFit(question, called);
  const asked = new Set(stemsOf(question));
  const titleOf = (page: string): string => index.about(page)?.title ?? "";
  // A source that has words of the question in its title is rather meant than one that speaks of it at length.
  const titled = (page: string): number => (stemsOf(titleOf(page)).some((stem) => asked.has(stem)) ? 0 : 1);
  const meant = [...pages()].sort((a, b) => titled(a) - titled(b));
  return meant.slice(0, DOCUMENTS).flatMap((page) => {
    // A title that says "Why …" makes no section of the whole.
    const own = ({ place }: PassageHit): string[] => place.headings.filter((heading) => heading !== titleOf(page));
    const shared = ({ sentences }: PassageHit): number =>
      sentences.reduce((sum, { text }) => sum + stemsOf(text).filter((stem) => asked.has(stem)).length, 0);
    return index
      .around(page, 0, LOOKED)
      .map((hit) => ({ hit: { ...hit, score }, sure: fitOf(own(hit)), shared: shared(hit) }))
      .filter(({ sure }) => sure > 0)
      .sort((a, b) => b.sure - a.sure || b.shared - a.shared || a.hit.at - b.hit.at)
      .slice(0, MOST);
  });
}

/** "What", "how": the first of them in the sentence. */
const wordOf = (question: string): string =>
  /\b(?:what|which|who|whom|whose|where|when|why|how)\b|什么|谁|哪|为什么|怎么|如何|几|多少/iu
    .exec(question)?.[0]
    .toLowerCase() ?? "";

/** What stands right below a sentence that asks the same, as interviews and lists of questions have it: sentences by page and number. */
export function belowTheQuestion(
  index: PageIndex,
  question: string,
  hits: readonly PassageHit[],
  weights: Readonly<Record<string, number>>,
): { readonly hits: readonly PassageHit[]; readonly below: ReadonlySet<string> } {
  const asked = [...new Set(stemsOf(question))];
  const weightOf = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + (weights[stem] ?? 1), 0);
  const same = (text: string): boolean => {
    if (!/[?？]["'”’»)]*$/u.test(text.trim()) || wordOf(text) !== wordOf(question)) return false;
    const own = new Set(stemsOf(text));
    const shared = asked.filter((stem) => own.has(stem));
    return shared.length > 1 && weightOf(shared) >= SAME * weightOf(asked);
  };
  const found: PassageHit[] = [];
  const below = new Set<string>();
  for (const hit of hits) {
    const at = hit.sentences.findIndex(({ text }) => same(text));
    if (at < 0 || found.length >= DOCUMENTS) continue;
    const next = index.around(hit.page, hit.at, 1).filter((one) => one.at > hit.at);
    const after = [...hit.sentences.slice(at + 1), ...next.flatMap(({ sentences }) => sentences)].slice(0, BELOW);
    for (const { n } of after) below.add(`${hit.page} ${n}`);
    found.push(...next.map((one) => ({ ...one, score: hit.score })));
  }
  return { hits: found, below };
}
