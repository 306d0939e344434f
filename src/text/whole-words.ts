// Where a word or number stands as a whole, not inside a longer one.

/** True when the part stands in the text with no letter or digit of the same word beside it. Chinese and Japanese have no such borders. */
export function standsWhole(part: string, text: string): boolean {
  if (part === "") return true;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
    const [after] = text.slice(at + part.length, at + part.length + 2);
    if (!joins(before) && !joins(after)) return true;
  }
  return false;
}

const PART_OF_WORD = /[\p{Alpha}\p{N}]/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const joins = (char: string | undefined) => char !== undefined && PART_OF_WORD.test(char) && !CJK.test(char);
