// How much each word of a question tells in this vault.
import type { PageIndex } from "../core/search.ts";
import { otherForms } from "../text/irregular.ts";
import { contentWordsOf, stemOf, stemsOf, termsOf } from "../text/words.ts";

/** Words that say what sort of answer is wanted, not what about. */
const ASKING =
  /\bhow (?:many|much|long|old|often|far|large|big|tall|high|deep|fast)\b|\b(?:what|which) (?:is the )?(?:kind|type|sort|name|year|date|percentage|percent|number|amount)s?\b|^\s*(?:please\s+)?(?:compare|contrast|explain|describe|summari[sz]e|list|name|tell me(?: about)?|show me)\b|\bdifferences? between\b|\bhappen(?:ed|s)?\b|\bgo(?:es)? into\b|\bmade (?:up )?of\b|\bstands? for\b|(?<=^\W*how (?:do|does|did)\b.{2,60})\bwork\b|\b(?:appear|come out|came out|take place|took place)(?:ed|s)?\b|(?<=\bhow (?:many|much)\b.{2,60})\b(?:write|make|have|get|own|produce|hold|contain|exist|build|take|use)s?\b/gi;
const ASKING_WEIGHT = 0.3;
/** "Why is EIP-6800 needed?": whatever the reason is, it says no such word. */
const WHY_AT_ALL =
  /(?<=^\W*why\b.{2,60})\b(?:needed|necessary|important|useful|proposed|introduced|created|exists?|required|wanted)(?=\W*$)/iu;
/** "What problem does EIP-1884 solve?": what it solves says no such word either. */
const AT_ALL =
  /^\W*what (?:problems?|issues?|needs?)\b|(?<=^\W*what (?:problems?|issues?|needs?|does|do|did|would|is|was|are)\b.*)\b(?:solve|address|fix|tackle|achieve|try to do|aim (?:at|for)|about|good for)(?=\W*$)|(?<=\bwhat (?:is|are|was|were) the )(?:goals?|aims?)\b/giu;
const NO_WEIGHT = 0.05;

export interface Weights {
  /** Of each stem of the question. */
  readonly weights: Readonly<Record<string, number>>;
  /** Words of the question, rarest first, and how many paragraphs hold each. */
  readonly looked: readonly { readonly word: string; readonly count: number }[];
}

/** Inverse frequency of each stem, as BM25 has it; of a document's number, `called`, a part: it says where to look. A word of ideographs counts as its rarest pair does. */
export function weightsOf(index: PageIndex, question: string, called: readonly string[] = []): Weights {
  const stems = [...new Set(stemsOf(question))];
  const parts = new Map(stems.map((stem) => [stem, /^[\x20-\x7e]*$/.test(stem) ? [stem] : pairsOf(stem)]));
  const forms = (term: string): readonly string[] => [term, ...otherForms(term)];
  const { total, of } = index.counts([...new Set([...parts.values()].flat().flatMap(forms))]);
  const countOf = (term: string): number => forms(term).reduce((sum, form) => sum + (of.get(form) ?? 0), 0);
  const weights: Record<string, number> = {};
  const counted = new Map<string, number>();
  const asking = new Set([...(question.match(ASKING) ?? []), ...called].flatMap(stemsOf));
  const idle = new Set([WHY_AT_ALL.exec(question)?.[0] ?? "", ...(question.match(AT_ALL) ?? [])].flatMap(stemsOf));
  for (const [stem, terms] of parts) {
    const count = Math.min(total, ...terms.map(countOf));
    counted.set(stem, count);
    weights[stem] =
      Math.log(1 + (total - count + 0.5) / (count + 0.5)) *
      (idle.has(stem) ? NO_WEIGHT : asking.has(stem) ? ASKING_WEIGHT : 1);
  }
  const words = [...new Set(contentWordsOf(question))].filter((word) => !asking.has(stemOf(word)));
  const looked = words.map((word) => ({ word, count: counted.get(stemOf(word)) ?? 0 }));
  return { weights, looked: looked.sort((a, b) => a.count - b.count) };
}

function pairsOf(word: string): string[] {
  const terms = termsOf(word);
  const pairs = terms.filter((term) => [...term].length === 2);
  return pairs.length > 0 ? pairs : terms;
}
