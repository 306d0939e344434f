// Does a sentence speak of a thing as known that it never introduced: "the surcharge", "the C cohort"? English only.
import { type Tagged, tag } from "../tag.ts";

/** What there is one of wherever a text was written, or what the word before it settles: "the compiler", "out of the box". */
const SETTLED =
  /(?:^|[ -])(?:author|beginning|blockchain|box|browser|case|chain|command ?line|community|compiler|consensus layer|default|ecosystem|end|execution layer|fact|fly|future|goal|heap|hood|internet|kernel|language|local system|machine|main thread|moment|network|number|operating system|past|present|protocol|public|rest|stack|standard library|terminal|user|way|web|world|year|month|week|day|time)s?$/iu;
/** What follows tells which one: "the fee that", "the size of", "the tool the team recommends", "the term “particle”". */
const TOLD =
  /^(?:that|which|who|whose|where|when|why|how|to|of|for|in|on|at|about|against|among|around|between|behind|beyond|beneath|by|from|inside|into|over|through|under|via|with|within|without|as|called|named|used|than|across|[“"‘'(:])$/iu;
const RANKED =
  /^(?:first|second|third|last|next|only|same|very|\p{Alpha}+est|most|least|appropriate|necessary|whole|entire)$/iu;

/** Whether some "the …" of `text` leaves open which one, unless it is one of `names`. */
export function hasUnsettled(text: string, names: readonly string[] = []): boolean {
  if (!/\bthe \p{Alpha}/iu.test(text)) return false;
  const tokens = tag(text);
  const known = names.map((name) => name.toLowerCase());
  return tokens.some((token, i) => /^the$/i.test(token.text) && isUnsettled(text, tokens, i + 1, known));
}

/** The same of the "the …" that a sentence opens with, behind a word at most: "However, the null check". */
export function opensUnsettled(text: string, tokens: readonly Tagged[], known: readonly string[]): boolean {
  const at = tokens.slice(0, OPENING).findIndex((token) => /^the$/i.test(token.text));
  return at >= 0 && isUnsettled(text, tokens, at + 1, known);
}

/** Tokens, a connective and its comma among them. */
const OPENING = 3;

function isUnsettled(text: string, tokens: readonly Tagged[], from: number, known: readonly string[]): boolean {
  let to = from;
  while (to < tokens.length && goesOn(tokens, to, to === from)) to++;
  const [first, head, next] = [tokens[from], tokens[to - 1], tokens[to]];
  if (!first || !head || to === from || !/^(?:NOUN|PROPN)$/.test(head.pos) || RANKED.test(first.text)) return false;
  const phrase = text.slice(first.start, head.end);
  const small = phrase.toLowerCase();
  // "the Rust compiler", "the base_fee field": by its name one knows which; "the C cohort" is a letter.
  if (/\p{Upper}\p{Alpha}|[_`\d]|\p{Lower}\p{Upper}/u.test(phrase)) return false;
  if (SETTLED.test(phrase) || known.some((name) => small.includes(name) || name.includes(small))) return false;
  const after = tokens[to + 1];
  // "The other team leaned on tools": a verb, where "The fee paid by the sender" is told.
  const told = next && isParticiple(next) && (from > 1 || /^(?:by|for|from|in|to|with)$/i.test(after?.text ?? ""));
  if (next && (told || TOLD.test(next.text) || /^(?:DET|PRON)$/.test(next.pos))) return false;
  // "When a request fails, the request is sent again."
  const stem = head.text.toLowerCase().replace(/s$/, "").slice(0, 6);
  return !text.slice(0, first.start).toLowerCase().includes(stem);
}

function goesOn(tokens: readonly Tagged[], at: number, first: boolean): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) return true;
  const noun = /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? "");
  return (token.text === "-" && !first) || (token.pos === "VERB" && /(?:ing|ed|en)$/.test(token.text) && noun);
}

/** "the values printed by rustc" */
function isParticiple(token: Tagged): boolean {
  return token.pos === "VERB" && /(?:ed|en|wn|de|lt|nt|ut)$/.test(token.text);
}
