// Where sections of a document begin, and which sentences stand near the start of one that names a thing: found once a document, since every name asks.
import type { Document } from "../../../core/document.ts";
import { nameKey, nameWords } from "../../../text/names.ts";

/** Words; a longer heading is a sentence. */
const SHORT = 8;

interface Heading {
  readonly key: string;
  readonly short: boolean;
}

interface Sections {
  readonly title: Heading;
  /** By index of the sentence that a section begins with. */
  readonly starts: ReadonlyMap<number, Heading>;
}

const known = new WeakMap<Document, Sections>();

function sectionsOf(document: Document): Sections {
  const before = known.get(document);
  if (before) return before;
  const starts = new Map<number, Heading>();
  let path: string | undefined;
  let last: readonly string[] | undefined;
  for (const [i, sentence] of document.sentences.entries()) {
    const under = document.blocks[sentence.block]?.headings ?? [];
    if (under === last) continue;
    last = under;
    const joined = under.join("\n");
    if (joined === path) continue;
    path = joined;
    starts.set(i, headingOf(under.at(-1) ?? ""));
  }
  const sections = { title: headingOf(document.meta.title), starts };
  known.set(document, sections);
  return sections;
}

function headingOf(text: string): Heading {
  return { key: nameKey(text), short: nameWords(text).length <= SHORT };
}

export interface Opened {
  readonly titled: boolean;
  /** Does the sentence of this index stand among the first of the document, or of a section, whose title holds one of the keys? */
  isNear(sentence: number): boolean;
}

/** `first`: how many sentences a section opens with. */
export function openedBy(document: Document, keys: readonly string[], first: number): Opened {
  const { title, starts } = sectionsOf(document);
  const names = ({ key, short }: Heading): boolean => short && keys.some((own) => key.includes(own));
  const titled = names(title);
  return {
    titled,
    isNear(sentence) {
      if (titled && sentence < first) return true;
      for (let at = sentence; at >= 0 && at > sentence - first; at--) {
        const heading = starts.get(at);
        if (heading && names(heading)) return true;
      }
      return false;
    },
  };
}
