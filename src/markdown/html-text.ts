// The words of HTML that stands inside Markdown: tags gone, entities decoded, blocks apart.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { aligned, joined, type Span, verbatim } from "./span.ts";

const UNSEEN = /<(script|style|svg|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;
const TAG = /<\/?([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|<[!?][^>]*>/giu;
const BREAKS =
  /^(?:p|div|li|ul|ol|dl|dt|dd|tr|table|thead|tbody|section|article|header|footer|figure|figcaption|details|summary|blockquote|center|pre|h[1-6]|br|hr)$/iu;

/** `source` stands at `start` of the Markdown; blocks are parted by "\n\n", cells by a space. */
export function htmlText(source: string, start: number): Span {
  const parts: Span[] = [];
  const hidden = source.replace(UNSEEN, (all) => " ".repeat(all.length));
  let from = 0;
  for (const match of hidden.matchAll(TAG)) {
    parts.push(decoded(hidden.slice(from, match.index), start + from));
    const name = match[1] ?? "";
    const gap = BREAKS.test(name) ? "\n\n" : /^t[dh]$/iu.test(name) ? " " : "";
    if (gap !== "") parts.push({ ...verbatim(gap, 0), at: [...gap].map(() => start + match.index) });
    from = match.index + match[0].length;
  }
  parts.push(decoded(hidden.slice(from), start + from));
  return joined(parts);
}

const ENTITY = /&(#x[\da-f]+|#\d+|[a-z]\w*);/giu;

function decoded(text: string, start: number): Span {
  if (!text.includes("&")) return verbatim(text, start);
  return aligned(decodeEntities(text), text, start);
}

/** Character references as a browser reads them; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (all, name: string) => {
    if (!name.startsWith("#")) return decodeNamedCharacterReference(name) || all;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
  });
}
