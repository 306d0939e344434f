// "In code: brew install mysql; mysql.server start.": lines of code put one behind another as a sentence, and found again in it.

const LEAD = "In code: ";
const BETWEEN = "; ";

/** Pieces without "; " and line ends. */
export function inCode(pieces: readonly string[]): string {
  return `${LEAD}${pieces.join(BETWEEN)}.`;
}

/** Start and end of each piece, UTF-16 code units, end exclusive; none in any other sentence. */
export function codeOf(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.startsWith(LEAD)) return [];
  let at = LEAD.length;
  return text
    .slice(LEAD.length, -1)
    .split(BETWEEN)
    .map((piece) => {
      const range = [at, at + piece.length] as const;
      at += piece.length + BETWEEN.length;
      return range;
    });
}
