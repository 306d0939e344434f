// What the wiki says first: the claims by which its pages tell of what a question calls by name.
import type { Passage } from "../core/engine.ts";
import type { Claim } from "../core/note.ts";
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";

const MOST_TOPICS = 3;
const TOPIC_CLAIMS = 10;

export interface ClaimReader {
  /** Claims of a source page. */
  readonly claimsOf: (page: string) => readonly Claim[];
  /** Claims that a topic page cites, in its order. */
  readonly citedOn: (page: string) => readonly { readonly page: string; readonly claim: string }[];
}

/** `best` is the score of the best paragraph: those of claims are given from there. */
export function topicPassages(
  index: PageIndex,
  question: string,
  { claimsOf, citedOn }: ClaimReader,
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
            ...(i === 0 ? { opening: true } : {}),
            ...published,
          },
        ];
      }),
  );
}

/** Topics called by name, the longest name first; a name inside a longer one that is known does not count. */
export function longestNamed(
  index: PageIndex,
  keys: readonly string[],
): { key: string; path: string; title: string; type: string }[] {
  const named = index.named(keys).filter(({ type }) => type === "concept" || type === "entity" || type === "method");
  const longest = [...named].sort((a, b) => b.key.length - a.key.length);
  const taken: string[] = [];
  return longest.filter(({ key }) => {
    if (taken.some((other) => other !== key && ` ${other} `.includes(` ${key} `))) return false;
    taken.push(key);
    return true;
  });
}
