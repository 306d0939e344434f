// What a reader sees of a paragraph: marks, targets, pictures, tags, reference marks and comments are gone.
import type { PhrasingContent } from "mdast";
import { FILLER } from "./mask.ts";
import { aligned, EMPTY, joined, type Span, sliced, trimmed, verbatim, without } from "./span.ts";
import type { WikiLink } from "./syntax.ts";

/** Hard break, and the place of a picture. */
export const BREAK = "\n";

/** Where something was struck out: no sentence runs across, also before a small letter. */
const TAKEN_BACK = "\n\n";

const place = (node: { position?: { start: { offset?: number }; end: { offset?: number } } }): [number, number] => [
  node.position?.start.offset ?? 0,
  node.position?.end.offset ?? 0,
];

const mark = (text: string, at: number): Span => ({ text, at: [...text].map(() => at), code: new Map() });

function raw(nodes: readonly PhrasingContent[], markdown: string): Span {
  let raised = false;
  let struck = false;
  return joined(
    nodes.map((node, i) => {
      if (node.type === "html" && /^<\/?sup\b/iu.test(node.value)) raised = !node.value.startsWith("</");
      if (node.type === "html" && STRUCK.test(node.value)) {
        struck = !node.value.startsWith("</") && nodes.slice(i).some(endsStruck);
        return mark(TAKEN_BACK, place(node)[0]);
      }
      if (struck) return EMPTY;
      const span = one(node, markdown);
      return raised ? { ...span, text: inSuperscript(span.text) } : span;
    }),
  );
}

/** What its author took back is not said; no sentence runs across, so that none says what is left of it. */
const STRUCK = /^<\/?(?:del|s|strike)\b/iu;
const endsStruck = (node: PhrasingContent): boolean =>
  node.type === "html" && /^<\/(?:del|s|strike)\b/iu.test(node.value);

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, digit) => [String(digit), sign])),
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
};

/** "2⁶⁴" is no 264, and the mark of a footnote is no part of the word before it. Of the same length. */
function inSuperscript(text: string): string {
  return /^[+−-]?\d+$/u.test(text) ? [...text].map((sign) => SUPERSCRIPT[sign] ?? sign).join("") : text;
}

function one(node: PhrasingContent, markdown: string): Span {
  const [start, end] = place(node);
  switch (node.type) {
    case "text":
      return softened(aligned(node.value, markdown.slice(start, end), start));
    case "inlineCode": {
      const ticks = /^`+ ?/u.exec(markdown.slice(start, end))?.[0].length ?? 0;
      const span = softened(aligned(node.value, markdown.slice(start + ticks, end), start + ticks));
      return { ...span, code: new Map([[0, span.text.length]]) };
    }
    case "inlineMath":
      return softened(verbatim(markdown.slice(start, end), start));
    case "break":
      return mark(BREAK, start);
    case "html":
      return /^<br\b/iu.test(node.value)
        ? mark(BREAK, start)
        : /^<\/?t[dh]\b/iu.test(node.value)
          ? mark(" ", start)
          : EMPTY;
    case "image":
    case "imageReference":
      return mark(BREAK, start);
    case "footnoteReference":
      return EMPTY;
    case "wikiLink":
      return wikiLinkText(node, markdown.slice(start, end), start);
    case "link":
    case "linkReference":
    case "emphasis":
    case "strong":
      return raw(node.children, markdown);
    case "delete":
      return mark(TAKEN_BACK, start);
    default:
      return EMPTY;
  }
}

function wikiLinkText(node: WikiLink, source: string, start: number): Span {
  if (node.embed) return mark(BREAK, start);
  const shown =
    node.alias ??
    [node.target, ...(node.subpath ?? "").replace(/^\^/u, "").split("#")].filter((part) => part !== "").join(" > ");
  const from = node.alias === undefined ? 0 : source.indexOf("|") + 1;
  return aligned(shown, source.slice(from), start + from);
}

const CJK = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/u;

/** A line end inside a paragraph is a space; between ideographs it is where the writer ended a line. */
function softened(span: Span): Span {
  if (!/[\n\r\t]/u.test(span.text)) return span;
  const text = span.text.replace(/\r?\n/gu, (all, i: number) =>
    (CJK.test(span.text[i - 1] ?? "") && CJK.test(span.text[i + all.length] ?? "") ? BREAK : " ").padStart(all.length),
  );
  return { ...span, text: text.replace(/[\t\r]/gu, " ") };
}

const FILLERS = new RegExp(`${FILLER}+`, "gu");

/** `nodes` of one paragraph, as it is read. */
export function inlineText(nodes: readonly PhrasingContent[], markdown: string): Span {
  let span = raw(nodes, markdown);
  if (span.text.includes(FILLER)) span = without(span, FILLERS);
  if (span.text.includes("^")) {
    span = without(span, /\[\^[^\]\s]+\]|(?:^|\s)\^[A-Za-z0-9-]+\s*$/gu);
    const open = /\^(?=\[[^\]]+\])/gu;
    if (open.test(span.text)) span = without(span, open);
  }
  if (span.text.includes("==")) span = without(span, /==(?=\S)([^=\n]*[^\s=])==/gu);
  return trimmed(span);
}

/** Splits off the first line: a callout's title. */
export function firstLine(
  nodes: readonly PhrasingContent[],
  markdown: string,
  lineEnd: number,
): { title: Span; rest: Span } {
  const span = inlineText(nodes, markdown);
  const cut = span.at.findIndex((offset) => offset >= lineEnd);
  if (cut < 0) return { title: span, rest: EMPTY };
  return { title: trimmed(sliced(span, 0, cut)), rest: trimmed(sliced(span, cut)) };
}
