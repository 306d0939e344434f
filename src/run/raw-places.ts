// Where in a raw file the words of a claim stand: read from the file as it is now, so that a quotation is checked and not believed.
import { bareOf } from "../answer/claims.ts";
import type { Document } from "../core/document.ts";

export interface RawPlace {
  readonly headings: readonly string[];
  /** Line of a text file, from 1. */
  readonly line?: number;
  readonly page?: number;
  readonly time?: string;
}

/** Undefined when the words stand nowhere in the file. */
export type PlaceFinder = (quote: string) => RawPlace | undefined;

/** `raw` is the file's text, for formats whose Markdown is the file itself. */
export function placeFinder(documents: readonly Document[], raw: string): PlaceFinder {
  const texts = documents.map((document) => bareText(document, raw));
  return (quote) => {
    const parts = quote
      .split("[…]")
      .map(bareOf)
      .filter((part) => part !== "");
    for (const text of texts) {
      const places: number[] = [];
      let from = 0;
      for (const part of parts) {
        const at = text.bare.indexOf(part, from);
        if (at < 0) break;
        places.push(at);
        from = at + part.length;
      }
      const [first] = places;
      if (first !== undefined && places.length === parts.length) return text.placeAt(first);
    }
    return undefined;
  };
}

interface BareText {
  readonly bare: string;
  placeAt(offset: number): RawPlace | undefined;
}

function bareText(document: Document, raw: string): BareText {
  const starts: number[] = [];
  let bare = "";
  for (const { text } of document.sentences) {
    starts.push(bare.length);
    bare += bareOf(text);
  }
  const before = raw.endsWith(document.markdown) ? raw.length - document.markdown.length : undefined;
  return {
    bare,
    placeAt(offset) {
      const sentence = document.sentences[starts.findLastIndex((start) => start <= offset)];
      const block = sentence && document.blocks[sentence.block];
      if (!sentence || !block) return undefined;
      const { headings, page, time } = block;
      return {
        headings,
        ...(before === undefined ? {} : { line: raw.slice(0, before + sentence.start).split(/\r\n?|\n/u).length }),
        ...(page === undefined ? {} : { page }),
        ...(time === undefined ? {} : { time }),
      };
    },
  };
}
