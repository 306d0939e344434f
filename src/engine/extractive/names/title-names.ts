// Names that a title holds: the short name before its colon, code, words of code, and the phrase that it begins with.
import type { Document } from "../../../core/document.ts";
import { WEAK_OPENERS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { tag } from "../tag.ts";
import { usual } from "./made-up.ts";
import { isCoded } from "./ownness.ts";
import { hasAsNoun, OFTEN, proseOf, saidWithin, timesIn } from "./said-within.ts";
import { PROTOCOL } from "./typed-name.ts";

export interface TitleName {
  readonly text: string;
  /** The title opens with it and a colon, has it as code, or in words that its text never says apart. */
  readonly headed: boolean;
}

/** "sips: Scriptable image processing system", "Create `eth_chainId` method", "Testing with uv" where the text has `uv`, "Address Collision of …". */
export function titleNames({ meta, markdown }: Document): TitleName[] {
  const [, label = "", told = ""] = LABELLED.exec(meta.title) ?? [];
  const title = told || meta.title;
  const head = label ? undefined : /^(\S{3,}): /u.exec(title)?.[1];
  const code = [...title.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? "");
  const words = title.split(/[\s,;:()`]+/u).map((word) => word.replace(/['’]s?$/u, ""));
  const coded = words.filter(
    (word) =>
      /^[\p{Alpha}\p{N}._-]{2,}$/u.test(word) && markdown.split(`\`${word}\``).length > (SPELLED.test(word) ? 1 : 2),
  );
  // "Announcing Rust 1.62.1", "Running Dolly 2.0 on a laptop"
  const versions = (title.match(/\p{Upper}[\p{Alpha}-]*(?: \p{Upper}[\p{Alpha}-]*)* v?\d+(?:\.\d+)+/gu) ?? []).map(
    (one) => one.replace(tag(one)[0]?.pos === "VERB" ? /^\S+ (?=\p{Upper})/u : /^(?:Announcing|Introducing) /u, ""),
  );
  const begins = phraseOf(title, markdown);
  const said = saidWithin(title.split(BETWEEN), markdown);
  // "Turning arrays into objects with jq"
  const [, short] = /\b(?:using|via|with) (\p{Lower}{2})$/u.exec(title) ?? [];
  return [
    ...[
      ...(head ? [head] : []),
      ...(short && usual(short) <= EVERYDAY ? [short] : []),
      ...code,
      ...coded,
      ...versions,
      ...(begins && !begins.includes(" ") ? [begins] : []),
      ...said.filter(({ set }) => set).map(({ text }) => text),
    ].map((text) => ({ text, headed: true })),
    ...[
      ...words.filter((word) => isCoded(word) || PROTOCOL.test(word)),
      ...(begins ? [begins] : []),
      ...(label ? editionsOf(title) : []),
      ...announcedIn(title),
      ...namesAmong(title),
      ...pairsAmong(title, markdown),
      ...said.filter(({ set }) => !set).map(({ text }) => text),
    ].map((text) => ({ text, headed: false })),
  ];
}

/** "tide-rs", "tideTable" */
const SPELLED = /\p{Alpha}[-_.]\p{Alpha}|\p{Lower}\p{Upper}/u;

/** Words that end a phrase. */
const BETWEEN =
  /[:;,()[\]]|\s[–—-]\s|\s(?:about|across|after|against|and|as|at|before|between|by|during|for|from|in|into|is|of|on|or|over|per|that|the|through|to|under|using|via|when|which|with|within|without)\s/iu;
const LONGEST = 4;
/** "2019-11-12 Infrastructure Team Meeting" */
const DATED = /^\d{4}-\d\d(?:-\d\d)?[:,]? /u;
/** What a document is, behind what it is about, and the letter of a part. */
const SORTS =
  "announcement|agenda|highlight|meeting|minutes|post-?mortem|recap|report|result|retrospective|summary|survey|update";
const SORT = new RegExp(`^(?:${SORTS})s?$|^\\p{Alpha}$`, "u");
const OF_SORT = new RegExp(` (?:${SORTS})s?$`, "iu");
/** "Recap: Harbour Keepers Summit 2024" */
const LABELLED = new RegExp(`^(${SORTS})s?: (\\S.+)$`, "iu");

/** "Launching the Lamp Trimmers Survey", and what the survey is about. */
function announcedIn(title: string): string[] {
  const [, article, name = ""] = ANNOUNCED.exec(title) ?? [];
  if (name === "" || name.split(" ").length > LONGEST + 1) return [];
  if (!article && !/^(?:Announc|Introduc|Launch|Meet|Welcom)/.test(title)) return [];
  const about = name.replace(OF_SORT, "");
  return about !== name && about.includes(" ") ? [name, about] : [name];
}

const ANNOUNCED =
  /^(?:\p{Upper}\p{Lower}+ing|Meet) ((?:the|our|your) )?(\p{Upper}\S*(?: (?:\p{Upper}\S*|of|for|and))* \p{Upper}\S*)$/u;

/** "Harbour Keepers Summit 2024", and without its year. */
function editionsOf(title: string): string[] {
  const [whole, name = ""] =
    /^(\p{Upper}\S*(?: (?:\p{Upper}\S*|of|for|and|the))* \p{Upper}\S*) \d{4}$/u.exec(title) ?? [];
  return whole ? [whole, name] : [];
}

/** "Muir Glacier" of "Muir Glacier Bomb Delay": two words with capitals that stand by themselves in sentences. */
function pairsAmong(title: string, markdown: string): string[] {
  const words = title.split(" ");
  const prose = proseOf(markdown).replaceAll(title, "");
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? "";
    if (words.length < 3 || ![word, next].every((one) => /^\p{Upper}\p{Lower}+$/u.test(one))) return [];
    const pair = `${word} ${next}`;
    return new RegExp(`(?<![\\p{Alpha}\\p{N}])\\p{Lower}+,? ${pair}(?! \\p{Upper}|[\\p{Alpha}\\p{N}-])`, "u").test(
      prose,
    )
      ? [pair]
      : [];
  });
}

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
  // "All Hands Retrospective", of which the text says "the All Hands"
  const named = first.replace(OF_SORT, "");
  if (named !== first && named.includes(" ") && markdown !== undefined && hasAsNoun(markdown, named)) return named;
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
  if (from < to - 2 && /^(?:built|done|made|\p{Alpha}+ed)$/iu.test(own.at(-1)?.text ?? "")) return undefined;
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
  if (small < 2 && small * 2 < words.length) return [];
  return (title.match(/(?<=\s)\p{Upper}\p{Lower}+(?: \p{Upper}\p{Lower}+)+(?![\p{Alpha}\p{N}'’-])/gu) ?? []).filter(
    (name) => name.split(" ").length <= LONGEST,
  );
}
