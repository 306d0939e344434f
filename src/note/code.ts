// Where inline code stands in what a note says, so that a page can set it apart from words: "the ones with empty `to`".
import type { CodeRange, Document } from "../core/document.ts";
import type { Claim, SourceNote } from "../core/note.ts";
import { codeKept, codeMoved, codeOf } from "../text/in-code.ts";

type Sayings = Pick<SourceNote, "summary" | "claims">;

/** By text: summary sentences, claims and quotations that hold code. Undefined where none does. */
export function codeIn(document: Document, { summary, claims }: Sayings): SourceNote["code"] {
  const found = new Map<string, readonly CodeRange[]>();
  const note = (text: string, ranges: readonly CodeRange[]): void => {
    if (ranges.length > 0) found.set(text, ranges);
  };
  for (const claim of claims) {
    const ranges = codeInQuote(document, claim);
    note(claim.quote, ranges);
    if (claim.text !== claim.quote) note(claim.text, codeMoved(ranges, claim.quote, claim.text));
  }
  const coded = document.sentences.filter((sentence) => sentence.code !== undefined);
  for (const text of summary) {
    if (found.has(text)) continue;
    note(text, codeOf(text));
    const own = coded.find((sentence) => sharedEnd(sentence.text, text) * 2 > text.length);
    if (own?.code) note(text, codeMoved(own.code, own.text, text));
  }
  return found.size > 0 ? Object.fromEntries(found) : undefined;
}

/** The quotation is its sentences with " " or " […] " between them, as evidence.ts puts it together. */
function codeInQuote(document: Document, { quote, evidence }: Claim): CodeRange[] {
  let from = 0;
  return evidence.flatMap((n) => {
    const sentence = document.sentences[n - 1];
    if (!sentence) return [];
    const at = quote.indexOf(sentence.text, from);
    // Of a long sentence the quotation may hold a part.
    if (at < 0) return codeKept(sentence.code ?? [], sentence.text, quote);
    from = at + sentence.text.length;
    return (sentence.code ?? []).map(([start, end]) => [at + start, at + end] as const);
  });
}

/** Characters at the end that two texts share, whatever mark the last one is. */
function sharedEnd(a: string, b: string): number {
  let n = 1;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}
