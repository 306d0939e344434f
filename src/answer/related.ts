// Pages that an answer should lead on to: those whose name stands in the question or in the answer.
import type { Answer } from "../core/answer.ts";
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";

export interface RelatedPage {
  readonly path: string;
  readonly title: string;
  readonly reason: string;
}

const MOST = 6;

/** Topic pages and earlier answers, those of the question first; source pages stand under Sources already. */
export function relatedTo(index: PageIndex, answer: Answer): RelatedPage[] {
  const found = new Map<string, RelatedPage>();
  const look = (text: string, reason: string): void => {
    const keys = keysIn(text);
    const order = new Map(keys.map((key, i) => [key, i] as const).reverse());
    const pages = [...index.named(keys)].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
    for (const { path, title, type } of pages) {
      if (type !== "source" && title !== answer.question && !found.has(path)) found.set(path, { path, title, reason });
    }
  };
  look(answer.question, "named in the question");
  for (const { text } of answer.sentences) look(text, "named in the answer");
  return [...found.values()].slice(0, MOST);
}
