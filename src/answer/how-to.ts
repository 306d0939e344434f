// For "How do I …?": the sentences of the likeliest pages that lead to code, which say little by themselves and so are seldom found.
import type { PageIndex, PassageHit } from "../core/search.ts";
import { asksHow } from "../text/how-to.ts";
import { stemsOf } from "../text/words.ts";

/** Pages looked through, and paragraphs of each. */
const PAGES = 2;
const LOOKED = 400;
const MOST = 8;

/** Paragraphs with code, those that share most with the question first, in the way of `score`. */
export function recipes(
  index: PageIndex,
  question: string,
  pages: () => readonly string[],
  score: number,
): PassageHit[] {
  if (!asksHow(question)) return [];
  const asked = new Set(stemsOf(question));
  const shared = ({ place, sentences }: PassageHit): number => {
    const said = sentences.map(({ text, code }) => `${text} ${code?.text ?? ""}`).join(" ");
    return new Set(stemsOf([said, ...place.headings].join(" ")).filter((stem) => asked.has(stem))).size;
  };
  return pages()
    .slice(0, PAGES)
    .flatMap((page) =>
      index
        .around(page, 0, LOOKED)
        .filter(({ sentences }) => sentences.some(({ code }) => code !== undefined))
        .map((hit) => ({ hit: { ...hit, score }, shared: shared(hit) }))
        .sort((a, b) => b.shared - a.shared || a.hit.at - b.hit.at)
        .slice(0, MOST)
        .map(({ hit }) => hit),
    );
}
