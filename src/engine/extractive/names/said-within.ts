// Words within a title that its text comes back to: "rich text" of "Copy rich text to the clipboard".
import { WEAK_OPENERS } from "../../../text/generic.ts";
import { literal } from "../../../text/literal.ts";
import { tag } from "../tag.ts";

export interface SaidWithin {
  readonly text: string;
  /** "plain language": words of everybody's that the text hardly ever says apart. */
  readonly set: boolean;
}

/** Two or three words of a title that its text comes back to, in small letters, since parts of a longer name have capitals. */
export function saidWithin(parts: readonly string[], markdown: string): SaidWithin[] {
  const text = proseOf(markdown);
  const times = new Map<string, number>();
  for (const part of parts) for (const small of phrasesIn(part, text)) times.set(small, timesAsWords(small, text));
  const said = [...times].filter(([, count]) => count >= TWICE);
  // "calldata floor cost", of which the text says "calldata floor" and "floor cost".
  const whole = [...times].filter(([one, count]) => {
    const [a, b, c] = one.split(" ");
    const parts = count < TWICE && c ? [`${a} ${b}`, `${b} ${c}`] : [];
    return parts.length > 0 && parts.every((part) => (times.get(part) ?? 0) >= TWICE);
  });
  // "rustc dev", that always is the "rustc dev guide".
  const own = said.filter(
    ([one, count]) => !said.some(([other, inside]) => other !== one && other.includes(one) && count - inside < TWICE),
  );
  return [...own, ...whole].map(([one]) => ({ text: one, set: isSet(one, text) }));
}

/** Times, and of all times that the last word stands there. */
const SET = { least: 6, share: 0.6 };

function isSet(phrase: string, text: string): boolean {
  const times = timesAsWords(phrase, text);
  return times >= SET.least && times >= SET.share * timesAsWords(phrase.split(" ").at(-1) ?? "", text);
}

/** Two or three words beside one another that may be a name, in small letters. */
function phrasesIn(part: string, text: string): string[] {
  const tokens = tag(part);
  return tokens.flatMap((first, i) =>
    [2, 3].flatMap((words) => {
      const own = tokens.slice(i, i + words);
      const last = own[words - 1];
      if (!last) return [];
      const phrase = part.slice(first.start, last.end);
      const small = phrase.toLowerCase();
      // "usability testing", by its tag a verb.
      const doing = last.pos === "VERB" && last.text.endsWith("ing") && timesAsWords(small, text) >= OFTEN;
      if (!/^(?:NOUN|PROPN)$/.test(last.pos) && !doing) return [];
      // "Block Explorer API Routes" is no order where the text has block explorers.
      const noun = first.pos === "VERB" && (text.includes(`${small}s`) || isThing(small, text));
      const named = own.every(
        ({ pos }, at) =>
          /^(?:ADJ|NOUN|PROPN)$/.test(pos) ||
          (at === 0 && noun) ||
          // "struct update syntax", by its tag an order to update.
          (at > 0 && pos === "VERB" && timesAsWords(small, text) > OFTEN),
      );
      if (own.some((token) => WEAK_OPENERS.has(token.text.toLowerCase())) && !(words === 2 && isSet(small, text)))
        return [];
      // "remote usability", that always is "remote usability testing".
      const next = tokens[i + words];
      const longer = next ? part.slice(first.start, next.end).toLowerCase() : "";
      if (next && timesAsWords(small, text) - timesAsWords(longer, text) < TWICE && timesAsWords(longer, text) >= TWICE)
        return [];
      // "limiting rules", that always are "rate limiting rules".
      const before = /^(?:ADJ|NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? "") ? tokens[i - 1] : undefined;
      const wider = before ? part.slice(before.start, last.end).toLowerCase() : "";
      if (before && timesAsWords(small, text) - timesAsWords(wider, text) < TWICE && timesAsWords(wider, text) >= TWICE)
        return [];
      return named && !/\p{Upper}{2}|\p{Lower}\p{Upper}/u.test(phrase) ? [small] : [];
    }),
  );
}

/** "lock poisoning", which the text speaks of and nobody does. */
function isThing(phrase: string, text: string): boolean {
  const times = timesAsWords(phrase, text);
  if (times < TWICE || text.includes(`to ${phrase}`)) return false;
  if (times >= OFTEN) return true;
  return (
    timesOf(new RegExp(`\\b(?:about|an?|by|for|in|is|of|on|the|this|with) ${literal(phrase)}\\b`, "gu"), text) >= TWICE
  );
}

function timesOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

const TWICE = 2;

function timesAsWords(words: string, text: string): number {
  const phrase = words.replace(/(?<=\p{Lower}{3}[^s])s$/u, "");
  let times = 0;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    const end = at + phrase.length;
    const behind = text[end] === "s" ? text.slice(end + 1, end + 3) : text.slice(end, end + 2);
    if (!WORDY_END.test(text.slice(Math.max(0, at - 2), at)) && !WORDY.test(behind)) times++;
  }
  return times;
}

const WORDY = /^[\p{Alpha}\p{N}_/-]/u;
const WORDY_END = /[\p{Alpha}\p{N}_/-]$/u;

/** Of a word of everybody's: its document comes back to it. */
export const OFTEN = 4;

export function timesIn(markdown: string, word: string): number {
  return smallOf(markdown).split(word).length - 1;
}

export function hasAsNoun(markdown: string, phrase: string): boolean {
  if (!smallOf(markdown).includes(phrase.toLowerCase())) return false;
  return new RegExp(`\\b(?:an?|any|each|no|of|possible|such|that|the|this) ${literal(phrase)}s?\\b`, "iu").test(
    proseOf(markdown),
  );
}

/** In one line. */
export function proseOf(markdown: string): string {
  if (last.markdown !== markdown) {
    const prose = markdown.replace(/\s+/gu, " ");
    last = { markdown, prose, small: prose.toLowerCase() };
  }
  return last.prose;
}

function smallOf(markdown: string): string {
  proseOf(markdown);
  return last.small;
}

// All that is asked of a title is asked of one text.
let last = { markdown: "", prose: "", small: "" };
