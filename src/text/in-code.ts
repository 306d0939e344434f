// "In code: brew install mysql; mysql.server start.": lines of code put one behind another as a sentence, and found again in it; and code of one sentence found in another.

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

type Range = readonly [start: number, end: number];

/** Where the code of `from` stands in `to`, the same words put another way: each piece behind the one before it, and only as a word of its own. */
export function codeKept(ranges: readonly Range[], from: string, to: string): readonly Range[] {
  if (from === to) return ranges;
  let last = 0;
  return ranges.flatMap(([start, end]): Range[] => {
    const piece = from.slice(start, end);
    let at = to.indexOf(piece, last);
    while (at >= 0 && !standsApart(to, at, at + piece.length)) at = to.indexOf(piece, at + 1);
    if (at < 0 || piece === "") return [];
    last = at + piece.length;
    return [[at, last]];
  });
}

/** Where it stands in `to`, which mostly differs from `from` at its beginning alone: as far from the end, else wherever `codeKept` finds it. */
export function codeMoved(ranges: readonly Range[], from: string, to: string): readonly Range[] {
  const by = to.length - from.length;
  const held = ranges.flatMap(([start, end]): Range[] =>
    start + by >= 0 &&
    to.slice(start + by, end + by) === from.slice(start, end) &&
    (standsApart(to, start + by, end + by) || !standsApart(from, start, end))
      ? [[start + by, end + by]]
      : [],
  );
  const kept = codeKept(ranges, from, to);
  return held.length >= kept.length ? held : kept;
}

function standsApart(text: string, start: number, end: number): boolean {
  return !/[\p{Alpha}\p{N}_]$/u.test(text.slice(0, start)) && !/^[\p{Alpha}\p{N}_]/u.test(text.slice(end));
}
