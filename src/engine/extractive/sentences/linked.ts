// Texts of links in a sentence that hold more than a name: titles of what it cites.
import type { CodeRange, Document, Sentence } from "../../../core/document.ts";
import type { Spot } from "../names/gathered.ts";

const LINK = /(?<!!)\[([^[\]]{8,200})\]\(/gu;

/** Is the name at `spot` only a word of something cited: "[Lamp: a history of its wick](…) is worth reading"? */
export function isCited(document: Document, { sentence, start, end }: Spot): boolean {
  const within = document.sentences[sentence];
  if (!within) return false;
  return citedTitlesIn(document, within).some(([from, to]) => {
    if (start < from || to < end) return false;
    const rest = `${within.text.slice(from, start)} ${within.text.slice(end, to)}`.trim();
    return /^:/.test(rest) || rest.split(/\s+/).length >= MORE;
  });
}

/** Places in the sentence's text. */
function citedTitlesIn(document: Document, sentence: Sentence): readonly CodeRange[] {
  const markdown = document.markdown.slice(sentence.start, sentence.end);
  if (!markdown.includes("](")) return [];
  return [...markdown.matchAll(LINK)].flatMap(([, text = ""]): CodeRange[] => {
    const shown = text.replace(/[`*_]/g, "");
    const at = sentence.text.indexOf(shown);
    return at < 0 ? [] : [[at, at + shown.length]];
  });
}

/** Words of a title beside the name in it. */
const MORE = 3;
