// Which pages a list or a count is of: those of the time asked for, those that speak of the thing, in their order.
import type { IndexHit, PageIndex } from "../core/search.ts";
import { queryTermsOf } from "../find/query.ts";
import { sortableDate } from "../text/dates.ts";
import { isForm, isLatin } from "../text/forms.ts";
import { byCodePoint } from "../text/order.ts";
import { covers } from "../text/periods.ts";
import { contentWordsOf, stemOf, termsOf, wordsOf } from "../text/words.ts";
import type { Catalogue, Wanted } from "./listing-kind.ts";

/** Paragraphs of a source looked through for a word. */
const LOOKED = 200;

export interface Listed {
  readonly hit: IndexHit;
  /** Its date, where pages were asked for by time. */
  readonly detail?: string;
}

/** By date where a time or the newest was asked for, else by title, those about it first. */
export function chosen(index: PageIndex, all: readonly IndexHit[], asked: Catalogue): Listed[] {
  const { about, period, wanted, least, newest } = asked;
  const publishedOf = ({ path }: IndexHit): string => index.about(path)?.published ?? "";
  const within = period ? all.filter((hit) => covers(period, publishedOf(hit))) : all;
  const speaking = about === "" ? within : aboutIt(within, speakingOf(index, about, wanted, least));
  if (!period && !newest)
    return about === "" ? byTitle(speaking).map((hit) => ({ hit })) : speaking.map((hit) => ({ hit }));
  const dated = speaking
    .map((hit) => ({ hit, detail: publishedOf(hit), key: sortableDate(publishedOf(hit)) }))
    .filter(({ detail }) => detail !== "")
    .sort((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.hit.title, b.hit.title));
  if (!newest) return dated;
  return (newest.first === "newest" ? dated.reverse() : dated).slice(0, newest.most);
}

const byTitle = (hits: readonly IndexHit[]): IndexHit[] => [...hits].sort((a, b) => byCodePoint(a.title, b.title));

function aboutIt(hits: readonly IndexHit[], speaks: ReturnType<typeof speakingOf>): IndexHit[] {
  const found = byTitle(hits).map((hit) => ({ hit, how: speaks(hit) }));
  const of = (wished: string): IndexHit[] => found.flatMap(({ hit, how }) => (how === wished ? [hit] : []));
  return [...of("titled"), ...of("text")];
}

/** Whether a page is about something, by its names or by what it says. Sources must do more than name it. */
function speakingOf(
  index: PageIndex,
  about: string,
  wanted: Wanted,
  least: number,
): (hit: IndexHit) => "titled" | "text" | undefined {
  const terms = queryTermsOf(about);
  const phrase = termsOf(about);
  const needed = terms.length > 0 ? terms : phrase;
  const words = contentWordsOf(about);
  const inWords = (text: string): boolean => {
    const there = new Set(termsOf(text));
    if (!needed.every((term) => there.has(term))) return false;
    // "Access" is no form of "accessibility", though they share their stem.
    const own = wordsOf(text);
    return words.every(
      (word) => !isLatin(word) || own.some((one) => stemOf(one) === stemOf(word) && isForm(one, word)),
    );
  };
  return ({ path, title, aliases }) => {
    if (needed.length === 0) return undefined;
    if ([title, ...aliases].some(inWords)) return "titled";
    const said =
      wanted === "source"
        ? index.mentions(needed, path, LOOKED).filter(inWords).length >= least
        : inWords(index.textOf(path));
    return said ? "text" : undefined;
  };
}
