// What Obsidian adds to inline Markdown, as micromark constructs: [[links]], ![[embeds]] and $maths$ by its own rule.
import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import type { Code, Construct, Effects, Extension, State } from "micromark-util-types";

export interface WikiLink {
  type: "wikiLink";
  /** Before "#" and "|", as typed. */
  target: string;
  /** After "#", without it: a heading path, "^block-id", "page=3". */
  subpath?: string;
  alias?: string;
  embed: boolean;
  position?: { start: { offset?: number }; end: { offset?: number } };
}

declare module "mdast" {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    wikiLink: "wikiLink";
    dollarMath: "dollarMath";
  }
}

const BANG = 33;
const DOLLAR = 36;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;

const isEnd = (code: Code): boolean => code === null || code < -2;
const isSpace = (code: Code): boolean => isEnd(code) || code === -2 || code === -1 || code === 32;
const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;

function tokenizeWikiLink(effects: Effects, ok: State, nok: State): State {
  const open: State = (code) => {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    return secondOpen;
  };
  const secondOpen: State = (code) => {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    return first;
  };
  const first: State = (code) => (code === CLOSE ? nok(code) : inside(code));
  const inside: State = (code) => {
    if (isEnd(code) || code === OPEN) return nok(code);
    effects.consume(code);
    return code === CLOSE ? close : inside;
  };
  const close: State = (code) => {
    if (code !== CLOSE) return inside(code);
    effects.consume(code);
    effects.exit("wikiLink");
    return ok;
  };
  return (code) => {
    effects.enter("wikiLink");
    if (code !== BANG) return open(code);
    effects.consume(code);
    return open;
  };
}

/** Obsidian's rule: no white space inside either dollar, no digit after the closing one; so prices stay text. */
function tokenizeDollarMath(effects: Effects, ok: State, nok: State): State {
  let spaceBefore = false;
  const first: State = (code) => (isSpace(code) || code === DOLLAR ? nok(code) : inside(code));
  const inside: State = (code) => {
    if (isEnd(code)) return nok(code);
    effects.consume(code);
    if (code === BACKSLASH) return escaped;
    if (code === DOLLAR && !spaceBefore) return after;
    spaceBefore = isSpace(code);
    return inside;
  };
  const escaped: State = (code) => {
    if (isEnd(code)) return nok(code);
    effects.consume(code);
    spaceBefore = false;
    return inside;
  };
  const after: State = (code) => {
    if (isDigit(code) || code === DOLLAR) return nok(code);
    effects.exit("dollarMath");
    return ok(code);
  };
  return (code) => {
    effects.enter("dollarMath");
    effects.consume(code);
    return first;
  };
}

const wikiLink: Construct = { name: "wikiLink", tokenize: tokenizeWikiLink };
const dollarMath: Construct = { name: "dollarMath", tokenize: tokenizeDollarMath, previous: (code) => code !== DOLLAR };

export function obsidianSyntax(): Extension {
  return { text: { [BANG]: wikiLink, [OPEN]: wikiLink, [DOLLAR]: dollarMath } };
}

/** Reads "![[target#subpath|alias]]"; inside tables the bar is written "\|". */
export function wikiLinkOf(source: string): WikiLink {
  const embed = source.startsWith("!");
  const inner = source.slice(embed ? 3 : 2, -2).replaceAll("\\|", "|");
  const bar = inner.indexOf("|");
  const place = bar < 0 ? inner : inner.slice(0, bar);
  const alias = bar < 0 ? "" : inner.slice(bar + 1).trim();
  const hash = place.indexOf("#");
  return {
    type: "wikiLink",
    target: (hash < 0 ? place : place.slice(0, hash)).trim(),
    ...(hash < 0 ? {} : { subpath: place.slice(hash + 1).trim() }),
    ...(alias === "" ? {} : { alias }),
    embed,
  };
}

export function obsidianFromMarkdown(): FromMarkdown {
  return {
    enter: {
      wikiLink(token) {
        this.enter(wikiLinkOf(this.sliceSerialize(token)), token);
      },
      dollarMath(token) {
        this.enter({ type: "inlineMath", value: this.sliceSerialize(token).slice(1, -1) }, token);
      },
    },
    exit: {
      wikiLink(token) {
        this.exit(token);
      },
      dollarMath(token) {
        this.exit(token);
      },
    },
  };
}
