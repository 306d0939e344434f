// The query language: words, "phrases", -not, type: tag: source: updated:>2026-01, in any order.
import type { IndexQuery, PageFilter } from "../core/search.ts";
import { STOP_WORDS, termsOf, wordsOf } from "../text/words.ts";

export interface ParsedQuery extends IndexQuery {
  /** The words that were asked for, filters and operators taken away: what titles and neighbours are compared with. */
  readonly text: string;
}

// A part is key:value, a quoted phrase or a word, each with an optional minus before it. An unclosed quotation mark ends with the query.
const PART =
  /(?<minus>(?<![^\s])-(?=\S))?(?:(?<key>type|tag|source|updated):(?:"(?<quotedValue>[^"]*)"?|(?<value>\S+))|"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/giu;
/** With more words than these outside the quotation marks, a query is a sentence that quotes, not an order to find the quotation. */
const SENTENCE = 6;
const DATE = /^(?<op>>=|<=|>|<|=)?(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;

/** Terms worth looking for: content first; when there is none ("to be or not to be") all of them. */
export function queryTermsOf(text: string): string[] {
  const terms = wordsOf(text).some((word) => !STOP_WORDS.has(word)) ? contentTermsOf(text) : termsOf(text);
  return [...new Set(terms)];
}

// Cut word by word, so that stop words go before pairs of ideographs are made; pairs across words come from the whole run.
function contentTermsOf(text: string): string[] {
  const stops = new Set(
    wordsOf(text)
      .filter((word) => STOP_WORDS.has(word))
      .flatMap(termsOf),
  );
  const kept = new Set(
    wordsOf(text)
      .filter((word) => !STOP_WORDS.has(word))
      .flatMap(termsOf),
  );
  return termsOf(text).filter((term) => kept.has(term) || !stops.has(term));
}

/** Never throws: what is no operator is a word to look for. */
export function parseQuery(query: string, type?: string): ParsedQuery {
  const words: string[] = [];
  const phrases: string[][] = [];
  const quoted: string[] = [];
  const not: string[][] = [];
  const types: string[] = type === undefined ? [] : [type.toLowerCase()];
  const tags: string[] = [];
  const sources: string[] = [];
  const updated: PageFilter["updated"][number][] = [];
  for (const { groups = {} } of query.matchAll(PART)) {
    const key = groups.key?.toLowerCase();
    const value = (groups.quotedValue ?? groups.value ?? "").trim();
    const phrase = groups.phrase;
    if (key !== undefined && value !== "" && groups.minus === undefined) {
      const date = DATE.exec(value)?.groups;
      if (key === "type") types.push(value.toLowerCase());
      else if (key === "tag") tags.push(value.replace(/^#/, ""));
      else if (key === "source") sources.push(value);
      else if (date?.date !== undefined) updated.push({ op: (date.op ?? "=") as "=", date: date.date });
      else words.push(value);
      continue;
    }
    const text = phrase ?? groups.word ?? value;
    const terms = termsOf(text);
    if (terms.length === 0) continue;
    if (groups.minus !== undefined) not.push(terms);
    else {
      words.push(text);
      if (phrase !== undefined) {
        phrases.push(terms);
        quoted.push(phrase);
      } else if (/^#[\p{Alpha}\p{N}_/-]*\p{Alpha}/u.test(text)) tags.push(text.slice(1));
    }
  }
  const tagged = new Set(tags.map((tag) => `#${tag}`));
  const text = words.filter((word) => !tagged.has(word)).join(" ");
  const filter = { types: [...new Set(types)], tags, sources, updated };
  const outside = wordsOf(text).length - wordsOf(quoted.join(" ")).length;
  const strict = outside <= SENTENCE;
  return { text, any: queryTermsOf(text), phrases: strict ? phrases : [], wished: strict ? [] : phrases, not, filter };
}
