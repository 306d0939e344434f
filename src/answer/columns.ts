// What a comparison tells of each thing: what the question asks for, and what sources say of most of them.

import { quantitiesOf } from "../text/quantities.ts";
import { nameKeyOf, stemsOf } from "../text/words.ts";

export interface Column {
  readonly title: string;
  /** How well a sentence fits; 0 where it does not. `names` are those of the row's thing. */
  readonly fit: (sentence: string, names: readonly string[]) => number;
}

const YEAR = /\b(?:1[4-9]|20)\d\d\b/;
const WHEN = /\b(?:when|year|date|since|founded|born|released|appear(?:ed)?|history|timeline)\b|何时|什么时候|哪年/iu;
const WHO = /\b(?:who|whom|whose|author|inventor|maker|founder|made by|people)\b|谁/iu;
const HOW_MANY =
  /\b(?:how (?:many|much|large|big|long|fast|old)|size|number|cost|price|figures?|speed|count)\b|多少|多大/iu;
const PERSON =
  /\b(?!(?:In|On|At|By|For|The|With|From|And|But|When|After|Its?|A|An) )\p{Lu}\p{Ll}+(?: \p{Lu}\.)* \p{Lu}\p{Ll}+\b/u;
const MADE_BY = /\b(?:by|from|with|invented|built|wrote|made|founded|designed|led|directed)\b/i;

const when: Column = { title: "When", fit: (text) => (YEAR.test(text) ? 1 : 0) };
const who: Column = {
  title: "Who",
  fit: (text, names) => {
    const person = text.match(PERSON)?.[0];
    return person && MADE_BY.test(text) && !names.some((name) => name.includes(person)) ? 1 : 0;
  },
};
const figures: Column = {
  title: "Figures",
  fit: (text) => (quantitiesOf(text.replace(YEAR, "")).some(({ surface }) => /\d/.test(surface)) ? 1 : 0),
};

/** What a row is, said by the first sentence of its page, stands before these. */
export function columnsFor(question: string, rowNames: readonly string[]): Column[] {
  const names = new Set(rowNames.flatMap((name) => nameKeyOf(name).split(" ")));
  const asked = [...new Set(stemsOf(question))].filter((stem) => !names.has(stem) && !EMPTY.has(stem));
  const wished = asked.length > 0 && asked.length <= 6 ? [inItsWords(question, asked)] : [];
  const direct = [
    WHEN.test(question) ? [when] : [],
    WHO.test(question) ? [who] : [],
    HOW_MANY.test(question) ? [figures] : [],
  ].flat();
  return [...direct, ...wished, ...[when, who, figures].filter((column) => !direct.includes(column))];
}

const EMPTY = new Set(
  stemsOf(
    "compare comparison table difference differ versus vs list which what how all each vault tell show people programs tools systems products persons made when who many much",
  ),
);

/** The words of the question that are no names: "licence", "price and size". */
function inItsWords(question: string, stems: readonly string[]): Column {
  const words = (question.match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => stems.includes(stemsOf(word)[0] ?? ""));
  const title = [...new Set(words)].slice(0, 4).join(", ");
  return {
    title: title.slice(0, 1).toUpperCase() + title.slice(1),
    fit: (text) => {
      const there = new Set(stemsOf(text));
      return stems.filter((stem) => there.has(stem)).length / stems.length;
    },
  };
}
