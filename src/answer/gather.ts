// Brings together what may answer a question: claims of the pages that search finds, then the raw sentences behind them.
import type { AnswerBrief, Passage } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { PageIndex, PassageHit } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { withNeighbours } from "../find/neighbours.ts";
import { parseQuery, queryTermsOf } from "../find/query.ts";
import { withNames } from "../find/search.ts";
import { sha256 } from "../text/hash.ts";
import { contentWordsOf, stemOf, stemsOf, termsOf } from "../text/words.ts";
import { claimHolding } from "./claims.ts";

/** Paragraphs of the whole vault, then of each of the best pages. */
const PARAGRAPHS = 8;
const PAGE_PARAGRAPHS = 2;
const MOST_PAGES = 5;
const DEPTH = 50;
/** Words that say what sort of answer is wanted, not what about. */
const ASKING =
  /\bhow (?:many|much|long|old|often|far|large|big|tall|high|deep|fast)\b|\b(?:what|which) (?:is the )?(?:kind|type|sort|name|year|date|percentage|percent|number|amount)s?\b|^\s*(?:please\s+)?(?:compare|contrast|explain|describe|summari[sz]e|list|name|tell me(?: about)?|show me)\b|\bdifferences? between\b/gi;
const ASKING_WEIGHT = 0.3;
const MOST_TOPICS = 3;
const TOPIC_CLAIMS = 10;

export interface Gathered {
  readonly passages: readonly Passage[];
  /** Those of them that are claims of their page already. */
  readonly onPage: ReadonlySet<string>;
  readonly weights: Readonly<Record<string, number>>;
  /** Words of the question, rarest first, and how many paragraphs hold each. */
  readonly looked: readonly { readonly word: string; readonly count: number }[];
}

export interface GatherOptions {
  /** Claims of a source page. */
  readonly claimsOf: (page: string) => readonly Claim[];
  /** Claims that a topic page cites, in its order. */
  readonly citedOn: (page: string) => readonly { readonly page: string; readonly claim: string }[];
}

export const passageKey = (passage: Pick<Passage, "page" | "claim">): string => `${passage.page}#${passage.claim.id}`;

/** Passages in order of their paragraphs' scores; sentences of a paragraph in text order. */
export function gather(index: PageIndex, question: string, { claimsOf, citedOn }: GatherOptions): Gathered {
  const terms = queryTermsOf(question);
  const found = [...index.passages(terms, PARAGRAPHS)];
  for (const page of pagesFor(index, question)) found.push(...index.passages(terms, PAGE_PARAGRAPHS, page));
  const hits = [...new Map(found.map((hit) => [`${hit.page} ${hit.at}`, hit])).values()].sort(
    (a, b) => b.score - a.score,
  );
  const holders = new Map<string, ReturnType<typeof claimHolding>>();
  const passages = new Map<string, Passage>();
  const onPage = new Set<string>();
  for (const passage of topicPassages(index, question, { claimsOf, citedOn }, hits[0]?.score ?? 1)) {
    onPage.add(passageKey(passage));
    passages.set(passageKey(passage), passage);
  }
  for (const hit of hits) {
    const holding = holders.get(hit.page) ?? claimHolding(claimsOf(hit.page));
    holders.set(hit.page, holding);
    for (const sentence of hit.sentences) {
      const known = holding(sentence.text);
      const passage = passageOf(hit, sentence, known);
      if (known) onPage.add(passageKey(passage));
      if (!passages.has(passageKey(passage))) passages.set(passageKey(passage), passage);
    }
  }
  return { passages: [...passages.values()], onPage, ...weightsOf(index, question) };
}

export function briefOf(gathered: Gathered, question: string, length: number, rules: string): AnswerBrief {
  return { question, passages: gathered.passages, weights: gathered.weights, length, rules };
}

function passageOf(hit: PassageHit, sentence: { n: number; text: string }, known: Claim | undefined): Passage {
  const { page, source, title, published, score, place } = hit;
  const claim: Claim = known
    ? { ...known, evidence: [sentence.n], place: { ...place, ...known.place } }
    : {
        id: `c-${sha256(sentence.text).slice(0, 10)}`,
        text: sentence.text,
        evidence: [sentence.n],
        quote: sentence.text,
        place,
      };
  const context = hit.sentences.map(({ text }) => text).join(" ");
  return { page, claim, source, sourceTitle: title, score, context, ...(published === "" ? {} : { published }) };
}

/** What the wiki says first: the claims by which it tells what the question calls by name. */
function topicPassages(
  index: PageIndex,
  question: string,
  { claimsOf, citedOn }: GatherOptions,
  best: number,
): Passage[] {
  const topics = longestNamed(index, keysIn(question));
  return topics.slice(0, MOST_TOPICS).flatMap(({ path, title }) =>
    citedOn(path)
      .slice(0, TOPIC_CLAIMS)
      .flatMap((cited, i): Passage[] => {
        const about = index.about(cited.page);
        const claim = claimsOf(cited.page).find(({ id }) => id === cited.claim);
        if (!about || !claim) return [];
        const context = `${title}: ${claim.text}`;
        const published = about.published === "" ? {} : { published: about.published };
        return [
          {
            page: cited.page,
            claim,
            source: about.source,
            sourceTitle: about.title,
            context,
            score: best / (1 + i / TOPIC_CLAIMS),
            ...published,
          },
        ];
      }),
  );
}

/** Topics called by name, the longest name first; a name inside a longer one that is known does not count. */
function longestNamed(index: PageIndex, keys: readonly string[]): { path: string; title: string }[] {
  const named = index.named(keys).filter(({ type }) => type === "concept" || type === "entity" || type === "method");
  const longest = [...named].sort((a, b) => b.key.length - a.key.length);
  const taken: string[] = [];
  return longest.filter(({ key }) => {
    if (taken.some((other) => other !== key && ` ${other} `.includes(` ${key} `))) return false;
    taken.push(key);
    return true;
  });
}

/** Source pages that search finds, and those that the best of them name: the second hop. */
export function pagesFor(index: PageIndex, question: string, limit = MOST_PAGES): string[] {
  const query = { ...parseQuery(question, "source"), phrases: [], not: [] };
  const hits = withNames(index.counts(query.any), index.lookup(query, DEPTH), query.text);
  return withNeighbours(index, hits, "source")
    .slice(0, limit)
    .map(({ path }) => path);
}

/** Inverse frequency of each stem, as BM25 has it. A word of ideographs counts as its rarest pair does. */
function weightsOf(index: PageIndex, question: string): Pick<Gathered, "weights" | "looked"> {
  const stems = [...new Set(stemsOf(question))];
  const parts = new Map(stems.map((stem) => [stem, /^[\x20-\x7e]*$/.test(stem) ? [stem] : pairsOf(stem)]));
  const { total, of } = index.counts([...new Set([...parts.values()].flat())]);
  const weights: Record<string, number> = {};
  const counted = new Map<string, number>();
  const asking = new Set((question.match(ASKING) ?? []).flatMap(stemsOf));
  for (const [stem, terms] of parts) {
    const count = Math.min(total, ...terms.map((term) => of.get(term) ?? 0));
    counted.set(stem, count);
    weights[stem] = Math.log(1 + (total - count + 0.5) / (count + 0.5)) * (asking.has(stem) ? ASKING_WEIGHT : 1);
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
