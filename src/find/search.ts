// Query to ranked pages: terms, typos, BM25, what the query calls by name, snippets.
import type { IndexHit, NearTexts, PageIndex, Search, SearchHit, SearchQuery } from "../core/search.ts";
import { nameKeyOf } from "../text/words.ts";
import { withFeedback } from "./feedback.ts";
import { FUSED_DEPTH, fused } from "./fusion.ts";
import { type ParsedQuery, parseQuery } from "./query.ts";
import { snippetOf } from "./snippet.ts";
import { correctedTerms } from "./typos.ts";

/** Pages looked at beyond those shown, so that a page called by name can rise. */
const DEPTH = 100;
/** Paragraphs looked through for a snippet. */
const MOST_MENTIONS = 12;
/** Rarest terms, by which those are found. */
const MOST_TELLING = 5;
/** Pages from which words that stand nearly everywhere are left out of a query. */
const LARGE = 500;
/** The overview names everything, and is about hardly anything that is looked for. */
const OVERVIEW = 0.5;
/** Weight of a title that stands whole in the query, in idf of its words. */
const NAMED = 1;

type Counts = ReturnType<PageIndex["counts"]>;

/** A search over an index; asks nothing of any model: vectors come with the query. */
export function searchOf(index: PageIndex): Search {
  return { find: (query) => find(index, query) };
}

function find(index: PageIndex, { query, limit, type, near = [] }: SearchQuery): SearchHit[] {
  const parsed = parseQuery(query, type);
  const counts = index.counts(parsed.any);
  const any = correctedTerms(index, parsed.any, counts.of);
  const hits = index.lookup(
    { ...parsed, any: weighty(any, counts) },
    Math.max(near.length > 0 ? FUSED_DEPTH : DEPTH, limit),
  );
  const telling = [...any].sort((a, b) => (counts.of.get(a) ?? 0) - (counts.of.get(b) ?? 0)).slice(0, MOST_TELLING);
  const lexical = withNames(counts, withFeedback(hits, index.bags), parsed.text);
  return (near.length === 0 ? lexical : withMeaning(index, lexical, near, parsed))
    .slice(0, limit)
    .map(({ path, title, type: kind, score }) => ({
      path,
      title,
      type: kind,
      score,
      snippet: snippet(index, path, any, telling),
    }));
}

/** Both in one order. What must or must not stand in a page, only words can tell. */
export function withMeaning(
  index: PageIndex,
  lexical: readonly IndexHit[],
  near: NearTexts,
  { phrases, not, filter }: Pick<ParsedQuery, "phrases" | "not" | "filter">,
): IndexHit[] {
  const known = new Map(lexical.map((hit) => [hit.path, hit]));
  const strict = phrases.length > 0 || not.length > 0;
  const cosine = new Map(near.map(({ key, score }) => [key, score]));
  const best = new Map<string, number>();
  for (const hit of index.holding([...cosine.keys()], filter)) {
    if (strict && !known.has(hit.path)) continue;
    if (!known.has(hit.path)) known.set(hit.path, hit);
    best.set(hit.path, Math.max(best.get(hit.path) ?? 0, cosine.get(hit.key) ?? 0));
  }
  const byMeaning = [...best].map(([path, score]) => ({ path, score })).sort((a, b) => b.score - a.score);
  return fused(lexical, byMeaning).flatMap(({ path, score }) => {
    const hit = known.get(path);
    return hit ? [{ ...hit, score }] : [];
  });
}

/** What stands in more than half of all pages weighs nothing in BM25, and costs the most to look up. */
function weighty(terms: readonly string[], { total, of }: Counts): readonly string[] {
  if (total < LARGE) return terms;
  const kept = terms.filter((term) => (of.get(term) ?? 0) * 2 <= total);
  return kept.length > 0 ? kept : terms;
}

/** Hits by score, those first whose title or alias stands in the query; other names of a source only where they are all of it. */
export function withNames(counts: Counts, hits: readonly IndexHit[], text: string): IndexHit[] {
  const asked = ` ${nameKeyOf(text)} `;
  const weigh = (key: string): number =>
    key.split(" ").reduce((sum, stem) => sum + Math.log(1 + counts.total / (1 + (counts.of.get(stem) ?? 0))), 0);
  const worth = ({ score, title, aliases, type }: IndexHit): number => {
    const whole = new Set([title, ...(type === "source" ? [] : aliases)].map(nameKeyOf));
    const names = [...new Set([title, ...aliases].map(nameKeyOf))].filter((key) =>
      key !== "" && whole.has(key) ? asked.includes(` ${key} `) : asked === ` ${key} `,
    );
    return (type === "overview" ? OVERVIEW : 1) * score + NAMED * Math.max(0, ...names.map(weigh));
  };
  const scored = hits.map((hit) => ({ ...hit, score: worth(hit) }));
  return scored.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
}

/** From the page; from its source's paragraphs, when the page itself says nothing of it. */
function snippet(index: PageIndex, path: string, terms: readonly string[], telling: readonly string[]): string {
  const cut = snippetOf(index.textOf(path), terms);
  if (cut.includes("**")) return cut;
  const behind = snippetOf(index.mentions(telling, path, MOST_MENTIONS).join("\n"), terms);
  return behind.includes("**") ? behind : cut;
}
