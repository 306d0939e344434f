// How often names stand in a document, whatever joins their words: in prose by themselves, as written, as a piece of something longer, and in code.
import type { Document } from "../../../core/document.ts";
import { isSpaceless } from "../../../text/spaceless.ts";

export interface Counts {
  /** In sentences, by itself: "back-dating Git commits" holds no "dating Git". */
  readonly prose: number;
  /** Of those the ones with the capitals of the name, not at the start of a sentence. */
  readonly written: number;
  /** The same wherever they stand. */
  readonly exact: number;
  /** In lower case. */
  readonly small: number;
  readonly cut: number;
  readonly headings: number;
  readonly code: number;
  /** Its own samples make it: "fn semisecret", "let total =". */
  readonly made: boolean;
}

/** UTF-16 code units of a text that are looked through. */
const MOST = 400_000;

export function counterOf(document: Document): (name: string) => Counts {
  const { sentences, blocks, meta } = document;
  const told = [...sentences.map(({ text }) => text), meta.description ?? ""].join("\n").slice(0, MOST);
  const bare = told.replace(MARKS, "");
  const heads = [...blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : [])), meta.title].join("\n");
  const [prose, headings, code] = [
    folded(told),
    folded(heads),
    folded(blocks.flatMap(({ kind, text }) => (kind === "code" ? [text] : [])).join("\n")),
  ];
  let made: ReadonlySet<string> | undefined;
  return (name) => {
    const one = folded(name);
    const inProse = placesOf(one, prose, bare);
    const inHeadings = placesOf(one, headings, heads.replace(MARKS, ""));
    return {
      prose: inProse.whole.length,
      written: inProse.whole.filter(
        (at) =>
          bare.startsWith(name.slice(0, 1), at) && !/(?:^|[\n.!?:])\s*$/u.test(bare.slice(Math.max(0, at - 3), at)),
      ).length,
      exact: inProse.whole.filter((at) => bare.startsWith(name, at)).length,
      small: inProse.whole.filter((at) => /^\p{Lower}/u.test(bare.slice(at, at + 2)) && !isJoined(bare, at, name))
        .length,
      cut: inProse.cut + inHeadings.cut,
      headings: inHeadings.whole.length,
      code: placesOf(one, code).whole.length,
      get made() {
        made ??= madeIn(blocks);
        return made.has(name.split(/\.|::/u)[0] ?? "");
      },
    };
  };
}

/** "fn semisecret", "class Point:", "let mut total =", "$total = 1": a word before a name says that code makes it here. */
const MAKES =
  /(?:\b(?:fn|func|function|def|class|struct|enum|union|trait|type|interface|contract|mod|module|const|static|let(?: mut)?|var|val|for|namespace|macro_rules!)\s+|^\s*\$?)([\p{Alpha}_][\p{Alpha}\p{N}_]*)(?=\s*(?:[:({<;,]|=[^=]|in\b|$))/gmu;

function madeIn(blocks: Document["blocks"]): ReadonlySet<string> {
  const code = blocks
    .flatMap(({ kind, text }) => (kind === "code" ? [text] : []))
    .join("\n")
    .slice(0, MOST);
  return new Set([...code.matchAll(MAKES)].map(([, name = ""]) => name));
}

/** "sphinx-autobuild" is a name by itself, and no small "sphinx". */
function isJoined(text: string, at: number, name: string): boolean {
  return /[-_./]$/u.test(text.slice(Math.max(0, at - 1), at)) || /^[-_]/u.test(text.slice(at + name.length));
}

const MARKS = /["“”`*]/gu;

/** "Cargo's “sparse” protocol", "asgi_lifespan": quotation marks and joints count for nothing. */
function folded(text: string): string {
  return text.slice(0, MOST).replace(MARKS, "").toLowerCase().replace(/[-_]/gu, " ");
}

const BEFORE = /[\p{Alpha}\p{N}/@#$.\\~]$/u;
const BEHIND = /^(?:[\p{Alpha}\p{N}/@\\]|\.\p{Alpha})/u;

/** `as` is the same text with its capitals and joints. */
function placesOf(name: string, text: string, as = text): { whole: number[]; cut: number } {
  const whole: number[] = [];
  let cut = 0;
  if (name === "") return { whole, cut };
  const spaceless = isSpaceless(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const behind = text.slice(at + name.length, at + name.length + 3).replace(/^e?s(?![\p{Alpha}\p{N}])/u, "");
    const joined =
      /[-_]$/u.test(as.slice(Math.max(0, at - 1), at)) ||
      /^[-_][\p{Upper}\p{N}_]/u.test(as.slice(at + name.length, at + name.length + 3));
    // "through-reflective-practice", of an address, cuts nothing.
    const address = name.includes(" ") && /[-_]/u.test(as.slice(at, at + name.length));
    if (!spaceless && joined) cut += address ? 0 : 1;
    else if (spaceless || (!BEFORE.test(text.slice(Math.max(0, at - 1), at)) && !BEHIND.test(behind))) whole.push(at);
  }
  return { whole, cut };
}
