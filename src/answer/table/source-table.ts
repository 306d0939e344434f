// A table of a source that stands under the heading which an answer cites, when it is small enough to be read at a glance.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import type { PageIndex } from "../../core/search.ts";
import { tablesOn } from "../chart/rows.ts";
import { citationOf } from "../citation.ts";
import { passageOf } from "../passage-of.ts";

const MOST_ROWS = 7;
const MOST_COLUMNS = 4;
const LONGEST = 60;

/** Its cells as sentences that cite their row; none where no cited section has such a table. */
export function sourceTable(index: PageIndex, answer: Answer): AnsweredSentence[] {
  const cited = answer.sentences.flatMap(({ citations }) => citations);
  const numbers = new Map(cited.map(({ page, n }) => [page, n]));
  for (const { page, heading } of cited.filter((one) => one.heading !== "")) {
    const fitting = tablesOn(index, page).find(
      (rows) =>
        rows.length <= MOST_ROWS &&
        rows.every(
          ({ hit, cells }) =>
            hit.place.headings.at(-1) === heading &&
            cells.size <= MOST_COLUMNS &&
            [...cells.values()].every((text) => text.length <= LONGEST),
        ),
    );
    if (fitting === undefined) continue;
    return fitting.flatMap(({ hit, sentence, cells }) => {
      const [label = "", ...rest] = [...cells];
      const citation = citationOf(passageOf(hit, sentence, undefined), false, numbers);
      return rest.map(
        ([column, text]): AnsweredSentence => ({
          text,
          section: heading,
          cell: { row: label[1] ?? "", column },
          citations: [citation],
        }),
      );
    });
  }
  return [];
}
