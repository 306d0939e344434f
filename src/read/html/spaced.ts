// Spaces that a page shows by its style sheet alone: without it "amount" and "integer" beside it would be one word.

/** Inline elements that pages set apart by margins, as chips, labels and cells. */
const INLINE = "span|a|b|strong|i|em|small|label|button|time|abbr|font|cite|var";
/** Words end and begin at the seam of two such elements; a single letter is an initial or a part of an animated word, and some scripts have no spaces. */
const LETTER =
  "(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}])[\\p{Alpha}\\p{N}]";
/** Frameworks print comments between elements. */
const GAP = "(?:<!--(?:(?!-->)[^])*-->)*";
const SEAM = new RegExp(
  `((?:${LETTER}){2}[.,;:!?%)]?)${GAP}((?:</(?:${INLINE})\\s*>${GAP})+)(?=(?:<(?:${INLINE})(?:\\s[^<>]*)?>${GAP})+(?:${LETTER}){2})`,
  "giu",
);
/** An emphasised space is dropped as an empty element by whoever tidies up. */
const EMPTY = new RegExp(`<(${INLINE})(?:\\s[^<>]*)?>(?:\\s|&nbsp;|&#160;|\u00a0)+</\\1\\s*>`, "giu");
/** Words for those who hear a page stand beside those that are seen. */
const HEARD =
  /(?<=[\p{Alpha}\p{N}])(?=<span\s[^<>]*class=["']?[^"'<>]*\b(?:sr-only|visually-?hidden|screen-?reader\S*|clipped|a11y-hidden)\b)/giu;
const VERBATIM = /<(pre|code|script|style|math|svg|textarea|noscript)\b/giu;
/** Formulas are spans beside spans. */
const FORMULAS = /katex|mathjax|MJX-/iu;

/** The HTML with a space at each seam; text between tags, code, formulas and words without a seam stay as they are. */
export function withSpaces(html: string): string {
  if (FORMULAS.test(html)) return html;
  let out = "";
  let from = 0;
  const open = new Set<string>();
  for (const match of html.matchAll(VERBATIM)) {
    const tag = (match[1] ?? "").toLowerCase();
    if (match.index < from || open.has(tag)) continue;
    const end = new RegExp(`</${tag}\\s*>`, "giu");
    end.lastIndex = match.index;
    // An element that nothing closes is looked for once.
    if (!end.test(html)) open.add(tag);
    else {
      out += spaced(html.slice(from, match.index)) + html.slice(match.index, end.lastIndex);
      from = end.lastIndex;
    }
  }
  return out + spaced(html.slice(from));
}

function spaced(html: string): string {
  return html.replace(EMPTY, " ").replace(SEAM, "$1$2 ").replace(HEARD, " ");
}
