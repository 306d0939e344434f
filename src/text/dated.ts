// "last year" in a text of 2017 was 2016: the year that a reader of another day needs, put beside the words.
import { yearOf } from "./dates.ts";

const SAID = /\b(this|last|next) year(?:['’]s)?(?! \[)(?![\p{Alpha}\p{N}])/giu;
const AWAY: Readonly<Record<string, number>> = { last: -1, next: 1 };

/** "In August of last year [2016], we"; as it was without a year of publication, or where a year stands there already. */
export function dated(text: string, published: string | undefined): string {
  const year = Number(yearOf(published ?? "") ?? Number.NaN);
  if (!Number.isInteger(year)) return text;
  let done = false;
  return text.replace(SAID, (words: string, which: string) => {
    if (done) return words;
    done = true;
    const said = String(year + (AWAY[which.toLowerCase()] ?? 0));
    return text.includes(said) ? words : `${words} [${said}]`;
  });
}

/** What `dated` made of it, as it stood before. */
export function undated(text: string, published: string | undefined): string {
  const bare = text.replace(/ \[\d{4}\]/u, "");
  return dated(bare, published) === text ? bare : text;
}
