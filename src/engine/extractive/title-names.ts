// Names that a title holds: the short name before its colon, code, words of code, and the phrase that it begins with.
import type { Document } from "../../core/document.ts";
import { WEAK_OPENERS } from "../../text/generic.ts";
import { literal } from "../../text/literal.ts";
import { singularOf } from "../../text/names.ts";
import { EVERYDAY, everydayCount } from "./background.ts";
import { usual } from "./made-up.ts";
import { tag } from "./tag.ts";
import { isCoded } from "./term-worth.ts";
import { PROTOCOL } from "./typed-name.ts";

export interface TitleName {
  readonly text: string;
  /** The title opens with it and a colon, or has it as code. */
  readonly headed: boolean;
}

/** "sips: Scriptable image processing system", "Create `eth_chainId` method", "Testing with uv" where the text has `uv`, "Address Collision of …". */
export function titleNames({ meta: { title }, markdown }: Document): TitleName[] {
  const head = /^(\S{3,}): /u.exec(title)?.[1];
  const code = [...title.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? "");
  const words = title.split(/[\s,;:()`]+/u);
  const coded = words.filter(
    (word) => /^[\p{Alpha}\p{N}._-]{2,}$/u.test(word) && markdown.split(`\`${word}\``).length > 2,
  );
  // "Announcing Rust 1.62.1"
  const versions = title.match(/\p{Upper}[\p{Alpha}-]*(?: \p{Upper}[\p{Alpha}-]*)* v?\d+(?:\.\d+)+/gu) ?? [];
  const begins = phraseOf(title, markdown);
  // "Turning arrays into objects with jq"
  const [, short] = /\b(?:using|via|with) (\p{Lower}{2})$/u.exec(title) ?? [];
  return [
    ...[
      ...(head ? [head] : []),
      ...(short && usual(short) <= EVERYDAY ? [short] : []),
      ...code,
      ...coded,
      ...versions.map((one) => one.replace(/^(?:Announcing|Introducing) /u, "")),
      ...(begins && !begins.includes(" ") ? [begins] : []),
    ].map((text) => ({ text, headed: true })),
    ...[
      ...words.filter((word) => isCoded(word) || PROTOCOL.test(word)),
      ...(begins ? [begins] : []),
      ...namesAmong(title),
      ...saidWithin(title, markdown),
    ].map((text) => ({ text, headed: false })),
  ];
}

/** Words that end a phrase. */
const BETWEEN =
  /[:;,()[\]]|\s[–—-]\s|\s(?:about|across|after|against|and|as|at|before|between|by|during|for|from|in|into|is|of|on|or|over|per|that|the|through|to|under|using|via|when|which|with|within|without)\s/iu;
const LONGEST = 4;
/** "2019-11-12 Infrastructure Team Meeting" */
const DATED = /^\d{4}-\d\d(?:-\d\d)?[:,]? /u;
/** What a document is, behind what it is about, and the letter of a part. */
const SORT = /^(?:announcement|meeting|minutes|report|result|summary|survey|update)s?$|^\p{Alpha}$/u;

/** "Governance Working Group" of "Governance Working Group Update: Meeting 23 April 2020"; undefined where a title begins otherwise, `markdown` for a title of that text, none for a heading. */
export function phraseOf(title: string, markdown?: string): string | undefined {
  const [begin = "", ...rest] = title.replace(DATED, "").split(BETWEEN);
  const first = begin.trim();
  // "Decorators with optional arguments": a word of the trade.
  const one = singularOf(first.toLowerCase());
  if (
    rest.length > 0 &&
    /^\p{Alpha}{5,}s$/u.test(first) &&
    everydayCount(one) <= (timesIn(markdown ?? "", one) > OFTEN ? 5 : 1) * EVERYDAY
  )
    return first.slice(0, one.length);
  // "Address collision": as the text has it, no order to address one.
  if (/^[\p{Alpha}-]+ [\p{Alpha}-]+$/u.test(first) && markdown !== undefined && hasAsNoun(markdown, first))
    return first;
  const tokens = tag(first.toLowerCase());
  let from = 0;
  // "Keyword Generics Progress Report", whose text speaks of keyword generics and of no progress of theirs.
  const isSaidShorter = (to: number): boolean => {
    const said = (last: number): number =>
      timesIn(markdown ?? "", first.slice(tokens[from]?.start, tokens[last]?.end).toLowerCase());
    return said(to - 2) >= OFTEN && said(to - 1) < 2;
  };
  // "Announcing the", "Adds": what is done with it.
  while (from < tokens.length - 2 && /^(?:ADV|AUX|DET|PRON|VERB)$/.test(tokens[from]?.pos ?? "")) from++;
  // "new Datasette plugin hooks"
  while (from < tokens.length - 2 && WEAK_OPENERS.has(tokens[from]?.text ?? "")) from++;
  let to = tokens.length;
  while (to - from > 2 && (SORT.test(tokens[to - 1]?.text ?? "") || isSaidShorter(to))) to--;
  const own = tokens.slice(from, to);
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  if (start === undefined || end === undefined || own.length < 2 || own.length > LONGEST) return undefined;
  if (!own.every(({ pos }) => /^(?:ADJ|NOUN|PROPN|NUM|PUNCT|VERB)$/.test(pos))) return undefined;
  // "A JavaScript project built using …"
  if (
    from < to - 2 &&
    /^(?:built|done|made|\p{Alpha}+ed)$/iu.test(own.at(-1)?.text ?? "") &&
    own.at(-1)?.pos === "VERB"
  )
    return undefined;
  const phrase = first.slice(start, end);
  // "Increase Calldata Floor": an order, that only its text tells from a name.
  return from > 0 ||
    (rest.length > 0 &&
      isHeading(
        own.map(({ text }) => text),
        own.at(-1)?.pos,
      )) ||
    title.startsWith(`${begin}:`) ||
    DATED.test(title) ||
    markdown === undefined ||
    hasAsNoun(markdown, phrase)
    ? phrase
    : undefined;
}

/** "Breakfast tacos" of "Breakfast tacos with eggs": nothing that is done or counted. */
function isHeading([first = "", ...others]: readonly string[], last: string | undefined): boolean {
  return (
    !DONE_OR_COUNTED.test(first) && !others.some((word) => PASSING.test(word)) && /^(?:NOUN|PROPN)$/.test(last ?? "")
  );
}

const DONE_OR_COUNTED =
  /^(?:\d.*|\p{Alpha}+ing|a|few|first|five|four|how|many|more|next|one|second|seven|six|some|the|third|three|two|what|why|add|allow|avoid|browse|build|bump|cap|change|check|choose|clone|compile|convert|copy|count|create|debug|decrease|define|delete|deploy|disable|double|drop|edit|enable|export|extend|extract|filter|find|fix|format|get|handle|import|improve|increase|index|insert|install|introduce|limit|list|load|lock|make|meet|merge|meter|move|open|pass|pin|prevent|price|publish|query|read|redirect|reduce|register|reject|remove|rename|replace|require|reset|restrict|return|revert|run|save|scroll|search|send|serve|set|share|show|skip|sort|split|start|stop|stream|supply|switch|test|track|transfer|trick|try|turn|unify|update|upgrade|use|view|watch|wrap|write)$/iu;
/** "O*NET today", "Regression found", "Mississippi brings agile" */
const PASSING = /^(?:brings|coming|found|gets|goes|later|makes|needs|now|takes|today|tomorrow|wins|year|years)$/iu;

/** "Overture Maps" of "Exploring the Overture Maps places data": capitals tell a name where a title's own words have none. */
function namesAmong(title: string): string[] {
  const words = title
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^\p{Alpha}{4,}$/u.test(word) && !BETWEEN.test(` ${word} `));
  const small = words.filter((word) => /^\p{Lower}/u.test(word)).length;
  if (small * 2 < words.length) return [];
  return (title.match(/(?<=\s)\p{Upper}\p{Lower}+(?: \p{Upper}\p{Lower}+)+(?![\p{Alpha}\p{N}'’-])/gu) ?? []).filter(
    (name) => name.split(" ").length <= LONGEST,
  );
}

/** "rich text" of "Copy rich text to the clipboard": two or three words of a title that its text comes back to, in small letters, since parts of a longer name have capitals. */
function saidWithin(title: string, markdown: string): string[] {
  const times = new Map<string, number>();
  for (const part of title.split(BETWEEN))
    for (const small of phrasesIn(part, markdown)) times.set(small, timesAsWords(small, markdown));
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
  return [...own, ...whole].map(([one]) => one);
}

/** Two or three words beside one another that may be a name, in small letters. */
function phrasesIn(part: string, markdown: string): string[] {
  const tokens = tag(part);
  return tokens.flatMap((first, i) =>
    [2, 3].flatMap((words) => {
      const own = tokens.slice(i, i + words);
      const last = own[words - 1];
      if (!last || !/^(?:NOUN|PROPN)$/.test(last.pos)) return [];
      const phrase = part.slice(first.start, last.end);
      const small = phrase.toLowerCase();
      // "Block Explorer API Routes" is no order where the text has block explorers.
      const noun = first.pos === "VERB" && markdown.includes(`${small}s`);
      const named = own.every(
        ({ pos, text }, at) =>
          (/^(?:ADJ|NOUN|PROPN)$/.test(pos) || (at === 0 && noun)) && !WEAK_OPENERS.has(text.toLowerCase()),
      );
      return named && !/\p{Upper}{2}|\p{Lower}\p{Upper}/u.test(phrase) ? [small] : [];
    }),
  );
}

const TWICE = 2;

function timesAsWords(phrase: string, text: string): number {
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
const OFTEN = 4;

function timesIn(text: string, word: string): number {
  return smallOf(text).split(word).length - 1;
}

function hasAsNoun(text: string, phrase: string): boolean {
  if (!smallOf(text).includes(phrase.toLowerCase())) return false;
  return new RegExp(`\\b(?:an?|any|each|no|of|possible|such|that|the|this) ${literal(phrase)}s?\\b`, "iu").test(text);
}

function smallOf(text: string): string {
  if (last.text !== text) last = { text, small: text.toLowerCase() };
  return last.small;
}

// All that is asked of a title is asked of one text.
let last = { text: "", small: "" };
