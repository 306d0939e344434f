// Words that an author sets apart: in headings, bold, links, code, quotation marks, behind "called", beside their acronym.
import type { Block, Document, Sentence } from "../../../core/document.ts";
import { expansionsIn } from "../../../text/acronyms.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import { isSection } from "../notes/contents.ts";
import { commandsIn } from "./commands.ts";
import { homesIn, linkedIn } from "./linked-names.ts";
import { phraseOf } from "./title-names.ts";

/** `heading` is all of a heading, `section` code or a name in one; `home` a link to a place of that name; `introduced` a person; `command` what only code runs. */
export type Mark =
  | "heading"
  | "section"
  | "home"
  | "handle"
  | "link"
  | "bold"
  | "quoted"
  | "code"
  | "item"
  | "called"
  | "class"
  | "acronym"
  | "introduced"
  | "command";

export interface Marked {
  readonly text: string;
  readonly mark: Mark;
  /** Sentences before it, 0 for headings above the first. */
  readonly after: number;
  /** Of an acronym its words, of words their acronym. */
  readonly beside?: string;
}

const CODE = /`([^`\n]{2,60})`/gu;
const BOLD = /\*\*([^*]{2,60})\*\*|(?<![\p{Alpha}\p{N}_])__([^_]{2,60})__(?![\p{Alpha}\p{N}_])/gu;
/** "1.2 Overview:" */
const AROUND_HEADING = /^(?:\d+(?:\.\d+)*[.)]?\s+|(?:part|step|option)\s+\d+\s*[:.-]\s+)|[\s:.;,!¶#]+$/giu;

export function markedIn(document: Document): Marked[] {
  const { blocks, sentences, markdown } = document;
  const homes = homesIn(markdown);
  const before = sentencesBefore(document);
  const inBlocks = blocks.flatMap((block, i): Marked[] => {
    if (block.kind === "code" || block.kind === "math" || block.kind === "image") return [];
    const raw = markdown.slice(block.start, block.end);
    const after = before[i] ?? 0;
    const own =
      block.kind === "heading"
        ? inHeading(block, raw, after)
        : [...inCode(block, raw, after), ...inBold(raw, after), ...inItem(block, raw, after)];
    return [...own, ...linkedIn(raw, homes).map((one) => ({ ...one, after }))];
  });
  const commands = commandsIn(document).map((text) => ({ text, mark: "command" as const, after: 0 }));
  return [...inBlocks, ...sentences.flatMap(inSentence), ...commands];
}

function sentencesBefore({ blocks, sentences }: Document): number[] {
  const first = new Map<number, number>();
  for (const { block, n } of sentences) if (!first.has(block)) first.set(block, n - 1);
  let last = sentences.length;
  const before: number[] = [];
  for (let i = blocks.length - 1; i >= 0; i--) {
    last = first.get(i) ?? last;
    before[i] = last;
  }
  return before;
}

function inHeading(block: Block, raw: string, after: number): Marked[] {
  const whole = block.text.replace(/\s+/gu, " ").replace(AROUND_HEADING, "").trim();
  const [, label, rest] = /^([^:]{2,40}): (.+)$/u.exec(whole) ?? [];
  const parts = whole.split(/,? (?:and|or|&|\/) |, /u);
  const named = parts.length > 1 && parts.every((part) => part.split(" ").length <= 3) ? parts : [];
  // "Generating address collisions", "Rolling upgrades with no downtime"
  const told = whole.split(" ").length > 2 && !isSection(whole);
  const phrase = told ? phraseOf(whole.replace(/^\p{Alpha}\p{Lower}{2,}ing (?=\S+ \S)/u, "")) : undefined;
  return [
    { text: whole, mark: "heading", after },
    ...(SUPPORT.exec(whole) ?? [])
      .slice(1)
      .flatMap((text) => (text ? [{ text, mark: "section" as const, after }] : [])),
    ...(phrase && phrase !== whole ? [{ text: phrase, mark: "section" as const, after }] : []),
    // "May 26-27: Lamp Fair", "Lamps: how they are lit"
    ...(label && rest ? [{ text: /\d/.test(label) ? rest : label, mark: "heading" as const, after }] : []),
    ...[...named, ...capitalsOf(whole)].map((text) => ({ text, mark: "section" as const, after })),
    // "`#[track_caller]` on trait objects", "`let`-`else` statements"
    ...[...raw.matchAll(CODE)].map(([, text = ""]) => ({
      text: text.replace(/^#!?\[|[\](].*$/gu, ""),
      mark: "section" as const,
      after,
    })),
    ...(/^`[^`]+`(?:-`[^`]+`)+/u.exec(raw.replace(/^[#\s\d.]+/u, "")) ?? []).map((text) => ({
      text: text.replace(/`/gu, ""),
      mark: "section" as const,
      after,
    })),
  ];
}

/** "Cargo support for custom profiles", "TIDE 1.1 support in Cargo" */
const SUPPORT =
  /^(?:.* )?[Ss]upport for (?:an? |the )?(\S+(?: \S+){0,2})$|^(\S+(?: \S+){0,2}) support(?: (?:for|in) .+)?$/u;

/** "Whisper" of "Transcribing the videos with Whisper": a capital among small words. */
function capitalsOf(heading: string): string[] {
  const words = heading.split(/[\s,;:()]+/u).slice(1);
  const small = words.filter((word) => /^\p{Lower}{2,}/u.test(word)).length;
  const capital = words.filter((word) => /^\p{Upper}[\p{Alpha}\p{N}.-]+$/u.test(word));
  return small > 0 && small >= capital.length ? capital : [];
}

function inCode(block: Block, raw: string, after: number): Marked[] {
  return [...raw.matchAll(CODE)].flatMap((match): Marked[] => {
    const [whole, text = ""] = match;
    // "- `GIT_AUTHOR_DATE` - a date": what an item of a list is about.
    const opens =
      (block.kind === "list-item" && /^[\s>*+\d.)[\]x-]*\**\[?$/u.test(raw.slice(0, match.index))) ||
      // "`#[track_caller]`": nothing that a sample makes.
      /^#!?\[\p{Lower}+_[\p{Lower}_]+\]$/u.test(text);
    // "`where` clauses": a word of everybody's, looked up with its sort.
    const sort =
      /^\p{Lower}{2,12}$/u.test(text) && everydayCount(text) > EVERYDAY
        ? SORT_BEHIND.exec(raw.slice(match.index + whole.length, match.index + whole.length + 20))?.[1]
        : undefined;
    // "the `split_to_array()` function"
    const sorted =
      /[_(]/.test(text) && CODE_SORT.test(raw.slice(match.index + whole.length, match.index + whole.length + 20));
    // "Feature Name: `tide_table`"
    if (NAMED_SO.test(raw.slice(Math.max(0, match.index - 30), match.index)))
      return [{ text, mark: "heading" as const, after }];
    return [
      { text, mark: opens || sorted ? ("item" as const) : ("code" as const), after },
      ...(sort ? [{ text: `${text} ${sort}`, mark: "code" as const, after }] : []),
    ];
  });
}

const CODE_SORT =
  /^\s(?:attribute|command|function|hook|macro|method|module|option|package|plugin|trait)s?(?![\p{Alpha}-])/u;
const NAMED_SO = /(?:^|\s)(?:\p{Upper}\p{Lower}+ )?[Nn]ame:\s$/u;
const SORT_BEHIND = /^\s(clauses?|expressions?|keywords?|loops?|operators?|patterns?|statements?)(?![\p{Alpha}-])/u;

/** "- PeerDAS - …", "- [EIP-7594](…): PeerDAS - …" */
function inItem(block: Block, raw: string, after: number): Marked[] {
  const [, text] = (block.kind === "list-item" && NAMED_ITEM.exec(raw)) || [];
  return text === undefined ? [] : [{ text, mark: "item", after }];
}

const NAMED_ITEM = /^[\s>*+-]*(?:\[[^\]\n]+\]\([^()\s]*\):?\s+)?(\p{Alpha}[\p{Alpha}\p{N}._]+) [-–—] /u;

function inBold(raw: string, after: number): Marked[] {
  return [...raw.matchAll(BOLD)].map(([, stars, lines]) => ({
    text: (stars ?? lines ?? "").replace(/[:.,]$/u, ""),
    mark: "bold",
    after,
  }));
}

const WORD = "[\\p{Alpha}\\p{N}][\\p{Alpha}\\p{N}._’'-]*[\\p{Alpha}\\p{N}]";
const CALLED =
  /\b(?:called|named|dubbed|termed|known as|referred to as|(?:or|i\.e\.) simply) (?:the |an? )?(?:[“"]([^”"]{3,50}?)[,.]?[”"]|((?:\p{Upper}|\p{Lower}+[-._\p{Upper}])[\p{Alpha}\p{N}._-]+(?: \p{Upper}[\p{Alpha}\p{N}-]+){0,4}))/gu;
/** "Postel's Law", "Shor’s algorithm" */
const AFTER_SOMEBODY =
  /(?<![\p{Alpha}\p{N}])\p{Upper}\p{Lower}+['’]s (?:[Aa]lgorithm|[Cc]onjecture|[Dd]ilemma|[Hh]ierarchy|[Ll]aw|[Ll]emma|[Pp]aradox|[Pp]rinciple|[Rr]azor|[Tt]heorem)(?![\p{Alpha}\p{N}])/gu;
// Counted letters take V8 a hundred times as long to make ready as uncounted ones: what they matched is counted instead.
const QUOTED = /[“"](\p{Alpha}[^“”"]+)[”"]/gu;
const QUOTED_ONCE = /(?<![\p{Alpha}\p{N}])['‘](\p{Alpha}[\p{Alpha}\p{N} ._-]+)['’](?!\p{Alpha})/gu;
const NAME_QUOTED = /^[\p{Alpha}\p{N} ._-]+\p{Alpha}$/u;
const SORT =
  "(?:tool|library|package|plugin|extension|command|module|crate|app|application|opcode|precompile|method|protocol|framework|technique|algorithm|attack|approach|function|trait|macro|attribute|lint|utility|hard ?fork|upgrade|conference|event|initiative|instruction|database|dataset|bot|program)s?\\b";
const CLASSED = new RegExp(`\\b(?:the|an?|${WORD}['’]s) (${WORD}(?: \\p{Upper}${WORD}){0,2}) ${SORT}`, "gu");
const A_SORT = new RegExp(SORT, "u");
/** 'the "sparse" protocol' */
const CLASSED_QUOTED = new RegExp(
  `[“"]([^“”"]{3,31})[”"] (${SORT}|(?:feature|initiative|mode|pattern|policy|program|project|rule)s?\\b)`,
  "gu",
);
const WORDS_QUOTED = /^\p{Alpha}[\p{Alpha}\p{N} -]+$/u;

function inSentence({ text, n, code = [] }: Sentence): Marked[] {
  const after = n - 1;
  const quotes = /["“]/.test(text);
  const called = [
    ...(/['’]s /.test(text) ? [...text.matchAll(AFTER_SOMEBODY)] : []).map(([name]) => name),
    ...[...text.matchAll(CALLED)].map((match) => match[1] ?? match[2] ?? ""),
    ...[...(quotes ? text.matchAll(CLASSED_QUOTED) : [])].flatMap(([, words = "", sort]) =>
      WORDS_QUOTED.test(words) ? (/[ -]/.test(words) ? [words] : [`${words} ${sort}`]) : [],
    ),
  ];
  const quoted = [
    ...(quotes ? text.matchAll(QUOTED) : []),
    ...(/(?:^|[ (])['‘]/.test(text) ? text.matchAll(QUOTED_ONCE) : []),
  ]
    .map(([, words = ""]) => words.replace(/[,.]$/u, ""))
    .filter((words) => words.length >= 4 && words.length <= 42 && NAME_QUOTED.test(words));
  const [, named] = /^(?:\p{Upper}\p{Lower}+ )?Name: ([\p{Alpha}\p{N}]+[_-][\p{Alpha}\p{N}_-]+)$/u.exec(text) ?? [];
  const classed = [...(A_SORT.test(text) ? text.matchAll(CLASSED) : [])].map((match) => match[1] ?? "");
  return [
    ...(named ? [{ text: named, mark: "heading" as const, after }] : []),
    ...called.map((one) => ({ text: one, mark: "called" as const, after })),
    ...quoted.map((one) => ({ text: one, mark: "quoted" as const, after })),
    ...classed.map((one) => ({ text: one, mark: "class" as const, after })),
    ...(code.length > 8
      ? []
      : expansionsIn(text).map(({ acronym, words }) => ({
          text: words,
          mark: "acronym" as const,
          after,
          beside: acronym,
        }))),
  ];
}
