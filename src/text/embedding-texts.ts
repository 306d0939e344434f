// What of a page is turned into vectors for search by meaning: texts that fit an embedding model's short memory, each with a key of its content.
import { sha256 } from "./hash.ts";

/** Characters of one text: small models read about 256 tokens. */
const LONGEST = 1000;
const SHORTEST = 24;

export interface EmbeddingText {
  /** The paragraph from 0, or -1, -2, … for the parts of the page's own words. */
  readonly at: number;
  readonly text: string;
}

interface Worded {
  readonly title: string;
  readonly body: string;
  readonly passages: readonly {
    readonly place: { readonly headings: readonly string[] };
    readonly sentences: readonly { readonly text: string }[];
  }[];
}

/** Sixteen hex digits: equal texts share one vector. */
export const embeddingKey = (text: string): string => sha256(text).slice(0, 16);

/** A source page is what its raw file says; another page is its own words. */
export function embeddingTexts({ title, body, passages }: Worded): EmbeddingText[] {
  if (passages.length === 0)
    return parts(`${title}\n${body}`).map((text, i) => ({ at: -1 - i, text: i === 0 ? text : `${title}\n${text}` }));
  return passages.flatMap(({ place, sentences }, at) => {
    const said = sentences.map(({ text }) => text).join(" ");
    if (said.length < SHORTEST && passages.length > 1) return [];
    const headings = place.headings.filter((heading) => heading !== title);
    return [{ at, text: [title, ...headings, said].join("\n").slice(0, LONGEST * 2) }];
  });
}

/** Whole lines as long as they fit. */
function parts(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split("\n")) {
    const last = found.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST) found[found.length - 1] = `${last}\n${line}`;
    else found.push(line.slice(0, LONGEST * 2));
  }
  return found.filter((part) => part.trim().length >= SHORTEST);
}
