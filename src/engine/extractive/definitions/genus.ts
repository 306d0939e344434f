// Does what a definition says set its thing apart from others of its sort: not "a published standard", not "the chain ID" of chainId?
import { type Tagged, tag } from "../tag.ts";

/** Sorts so wide that the word alone says nothing. */
const WIDE_SORT =
  /^(?:action|algorithm|app|application|argument|attribute|class|collection|command|company|component|concept|construct|convention|document|effort|element|entity|extension|feature|field|file|flag|format|framework|function|group|initiative|instruction|interface|item|language|library|mechanism|method|module|name|object|opcode|operation|operator|option|package|parameter|part|piece|platform|plugin|procedure|process|product|program|programme|project|property|proposal|protocol|repository|resource|script|server|service|setting|site|software|specification|standard|structure|system|task|team|technique|technology|term|test|token|tool|type|utility|value|variable|word)s?$/i;
/** Sorts that stand to something else, which has to be named. */
const RELATIVE_SORT =
  /^(?:alternative|analogue|complement|counterpart|equivalent|opposite|replacement|subset|successor|superset)s?$/i;
/** What tells in which state a thing is or what its author thinks of it, and nothing of the thing. */
const STATE =
  /^(?:active|actual|additional|basic|big|central|clear|common|complete|complex|complicated|confusing|core|current|difficult|dedicated|different|easy|established|excellent|existing|experimental|final|finali[sz]ed|first|former|full|general|good|great|handy|hard|huge|important|interesting|independent|key|large|lightweight|loaded|main|major|mandatory|mature|minimal|minor|modern|named|new|newer|nice|normal|official|older|ongoing|only|optional|ordinary|original|own|planned|popular|powerful|promising|proposed|published|real|recommended|regular|related|released|required|reserved|robust|separate|similar|simple|single|small|special|stable|standard|standardi[sz]ed|supported|subtle|tiny|tricky|typical|underlying|unstable|used|useful|usual|valid|various|well-known|whole|widely|widespread)$/i;
/** What follows the sort and tells which: a clause, a purpose, parts. */
const TELLS =
  /^(?:,? ?(?:that|which|who|whose|where|in which|by which|through which|to|for|of|about|between|behind|against|containing|describing|from|in|on|using)\b|,? ?\p{Alpha}+ing\b|,? ?(?:built|found|made|meant|run|written|\p{Alpha}+ed)\b)/iu;
const RELATES = /^ ?(?:to|for|of|on)\b/i;
/** Which scenario, only the lines before could tell. */
const COUNTED =
  /\bthe fact that\b|\b(?:the|an?) (?:first|second|third|fourth|last|former|latter) (?:approach|case|category|example|group|kind|one|option|part|scenario|way)s?\b/i;

/** "important", "official": no word of what a thing is. */
export function isStateWord(word: string): boolean {
  return STATE.test(word);
}

/** `definition` as put behind `name`: "a tool that …". What begins with no article is let through. */
export function tellsApart(name: string, definition: string): boolean {
  if (COUNTED.test(definition)) return false;
  const article = definition.match(/^(?:an?|the|one of the)\s+/i)?.[0];
  if (!article || /\p{sc=Han}/u.test(definition)) return true;
  const { modifiers, head, after } = partsOf(definition.slice(article.length));
  if (!head) return true;
  // "a ProgressiveList": a sort that only its code knows.
  if (repeatsName(name, modifiers, head, after) || /\p{Lower}\p{Upper}/u.test(head)) return false;
  // "an alternative to an earlier proposal": which, its document said.
  if (RELATIVE_SORT.test(head))
    return (
      RELATES.test(after) &&
      !/^ ?(?:to|for|of|on) (?:an?|the|other|some) (?:earlier|existing|former|old|other|previous)\b/i.test(after)
    );
  if (!WIDE_SORT.test(head)) return true;
  // "the Linux Foundation project" says whose it is; "an OCR service" what it does.
  const content = modifiers.filter(
    ({ text, pos }) =>
      !STATE.test(text) && !/^(?:ADV|CCONJ)$/.test(pos) && (pos !== "PROPN" || /^\p{Upper}{2,}$/u.test(text)),
  );
  // "a library at the heart of many tools"; "a standard with many users" tells nothing of it.
  return (
    content.length > 0 ||
    TELLS.test(after) ||
    (/\b(?:by|for|of|that|to|which|who|whose)\b/i.test(after) && !/^ ?with\b/i.test(after))
  );
}

interface Parts {
  readonly modifiers: readonly Tagged[];
  readonly head: string | undefined;
  readonly after: string;
}

/** "new, simple tool for tests": what stands before its noun, the noun, and the rest. */
function partsOf(phrase: string): Parts {
  const tokens = tag(phrase);
  const stop = tokens.findIndex(
    (token, i) =>
      /^(?:ADP|AUX|PRON|SCONJ|PART|DET)$/.test(token.pos) ||
      /^(?:that|which|who|whose|where|[;:(])$/i.test(token.text) ||
      (token.text === "," && !/^(?:ADJ|VERB|ADV)$/.test(tokens[i - 1]?.pos ?? "")) ||
      (token.pos === "VERB" && /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? "") && !isNoun(tokens[i + 1])),
  );
  const group = (stop < 0 ? tokens : tokens.slice(0, stop)).filter((token) => token.pos !== "PUNCT");
  const head = group.at(-1);
  return {
    modifiers: group.slice(0, -1),
    head: head?.text,
    after: head ? phrase.slice(head.end).replace(/^ \([^()]*\)/, "") : "",
  };
}

function isNoun(token: Tagged | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}

/** Words, the first of them empty: "for gauges". */
const BRIEF = 3;

/** "The chainId is the chain ID", "The spell module is an optional module for X". */
function repeatsName(name: string, modifiers: readonly Tagged[], head: string, after: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{Alpha}\p{N}]/gu, "");
  const phrase = letters([...modifiers.map((token) => token.text), head].join(""));
  if (phrase.endsWith(letters(name))) return true;
  const own = name.split(/[\s_-]+/);
  if (own.length < 2 || letters(own.at(-1) ?? "") !== letters(head)) return false;
  const content = modifiers.filter((token) => !STATE.test(token.text));
  return (
    content.length === 0 && after.split(/\s+/).length <= BRIEF && !/\b(?:of|that|which|who|whose|where)\b/i.test(after)
  );
}
