// Text that remembers where each of its characters stands in the Markdown.

export interface Span {
  readonly text: string;
  /** Offset in the Markdown of each UTF-16 unit of `text`. */
  readonly at: readonly number[];
  /** Where inline code starts in `text` -> its length: a sentence may begin there with a small letter. */
  readonly code: ReadonlyMap<number, number>;
}

export const EMPTY: Span = { text: "", at: [], code: new Map() };

/** `text` as it stands at `start`, unit by unit. */
export function verbatim(text: string, start: number): Span {
  return { text, at: Array.from({ length: text.length }, (_, i) => start + i), code: new Map() };
}

/** Lays a parsed value over the source that it came from: escapes, entities, prefixes of quotes are skipped over. */
export function aligned(value: string, source: string, start: number): Span {
  if (value === source) return verbatim(value, start);
  const at: number[] = [];
  let j = 0;
  for (let i = 0; i < value.length; i++) {
    const unit = value[i];
    let k = j;
    while (k < source.length && source[k] !== unit && k - j < 64) k++;
    const entity = source[j] === "&" && unit !== "&" ? /^&#?\w+;/u.exec(source.slice(j, j + 40)) : null;
    if (entity) {
      at.push(start + j);
      j += value.codePointAt(i) !== unit?.charCodeAt(0) ? 0 : entity[0].length;
    } else if (k < source.length && source[k] === unit) {
      at.push(start + k);
      j = k + 1;
    } else {
      at.push(start + Math.min(j, Math.max(source.length - 1, 0)));
    }
  }
  return { text: value, at, code: new Map() };
}

export function joined(spans: readonly Span[], between = ""): Span {
  if (spans.length === 1 && spans[0]) return spans[0];
  let text = "";
  const at: number[] = [];
  const code = new Map<number, number>();
  for (const span of spans) {
    if (between !== "" && text !== "") {
      for (let i = 0; i < between.length; i++) at.push(at.at(-1) ?? 0);
      text += between;
    }
    for (const [start, length] of span.code) code.set(start + text.length, length);
    text += span.text;
    for (const offset of span.at) at.push(offset);
  }
  return { text, at, code };
}

export function sliced(span: Span, start: number, end = span.text.length): Span {
  const code = new Map<number, number>();
  for (const [one, length] of span.code)
    if (one >= start && one < end) code.set(one - start, Math.min(length, end - one));
  return { text: span.text.slice(start, end), at: span.at.slice(start, end), code };
}

/** Without the characters that `pattern` (global) matches, but with its first group where it has one. */
export function without(span: Span, pattern: RegExp): Span {
  const parts: Span[] = [];
  let from = 0;
  for (const match of span.text.matchAll(pattern)) {
    parts.push(sliced(span, from, match.index));
    const kept = match[1];
    if (kept !== undefined) {
      const start = match.index + match[0].indexOf(kept);
      parts.push(sliced(span, start, start + kept.length));
    }
    from = match.index + match[0].length;
  }
  return from === 0 ? span : joined([...parts, sliced(span, from)]);
}

export function trimmed(span: Span): Span {
  const start = span.text.search(/\S/u);
  if (start < 0) return EMPTY;
  return start === 0 && !/\s$/u.test(span.text) ? span : sliced(span, start, span.text.trimEnd().length);
}
