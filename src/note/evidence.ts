// Quotations and claim ids: copied and counted by code, never by an engine.
import type { Document, Sentence } from "../core/document.ts";
import type { Claim, Place } from "../core/note.ts";
import { isSetAgainst } from "../text/connectives.ts";
import { sha256 } from "../text/hash.ts";

/** The sentences `numbers` of a document, verbatim; what is skipped between them shows as […]. */
export function quotationOf(document: Document, numbers: readonly number[]): string {
  return numbers
    .map((n, i) => {
      const text = document.sentences[n - 1]?.text ?? "";
      const before = numbers[i - 1];
      return i === 0 ? text : `${before === n - 1 ? " " : " […] "}${text}`;
    })
    .join("");
}

/** Does the sentence after these, in the same paragraph, turn against them? */
export function isTurned({ sentences }: Document, numbers: readonly number[]): boolean {
  const last = sentences[(numbers.at(-1) ?? 0) - 1];
  const next = last && sentences[last.n];
  return last !== undefined && next?.block === last.block && isSetAgainst(next.text);
}

/** Where a reader finds sentence n. */
export function placeOf(document: Document, n: number, paragraphs: ReadonlyMap<number, string> = new Map()): Place {
  const sentence: Sentence | undefined = document.sentences[n - 1];
  const block = sentence && document.blocks[sentence.block];
  const paragraph = sentence && paragraphs.get(sentence.block);
  return {
    headings: block?.headings ?? [],
    ...linkable(document, sentence?.block),
    ...(block?.page !== undefined ? { page: block.page } : {}),
    ...(block?.time !== undefined ? { time: block.time } : {}),
    ...(block?.file !== undefined ? { file: block.file } : {}),
    ...(paragraph !== undefined ? { paragraph } : {}),
  };
}

function linkable(document: Document, block: number | undefined): { heading?: string } {
  for (let i = block ?? -1; i >= 0; i--) {
    const above = document.blocks[i];
    if (above?.kind !== "heading") continue;
    // Underlined and indented headings, those in a quotation, those with a comment, a tag or an escape in them are no targets that every reader of links understands.
    const written = document.markdown.slice(above.start, above.end);
    const bare = written.replace(/(`+)(?!`).*?[^`]\1(?!`)/gu, "");
    const opensLine = written.startsWith("#") && (above.start === 0 || document.markdown[above.start - 1] === "\n");
    return opensLine && !/%%|<|\\/u.test(bare) ? { heading: above.text } : {};
  }
  return {};
}

/** Gives claims their ids in text order: "c-" and ten hex digits of the quotation's hash; "-2", "-3" where it stands again. */
export function identified(claims: readonly Omit<Claim, "id">[]): Claim[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const base = `c-${sha256(claim.quote).slice(0, 10)}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return { id: times === 1 ? base : `${base}-${times}`, ...claim };
  });
}
