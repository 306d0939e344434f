// Can a sentence be understood by itself? One that leans on its neighbour gets its referent in [brackets] or is no claim.
import type { CodeRange } from "../../../core/document.ts";
import { capitalised, withoutConnective } from "../../../text/connectives.ts";
import { GENERIC_NOUNS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";
import { ready } from "../../../text/ready.ts";
import { COINED, everydayCount } from "../background.ts";
import type { Tagged } from "../tag.ts";

export interface Standing {
  /** What the claim says: the sentence, without a leading connective, with a referent put in. Undefined: not a claim. */
  readonly text?: string;
  /** Speaks of I, we, you: true of its author alone, so no page about a thing says it. */
  readonly personal: boolean;
  /** Points at its surroundings ("as shown above"), so it reads oddly elsewhere. */
  readonly pointing: boolean;
}

export interface Surroundings {
  readonly title: string;
  /** The title is the source's own, not its file's name. */
  readonly titled: boolean;
  /** Inline code in the sentence: its signs are no debris, and its words no words. */
  readonly code?: readonly CodeRange[];
  /** What the sentence before, in the same block, is about, if one thing: what "It" may mean. */
  readonly subjectBefore?: { readonly name: string; readonly person: boolean };
}

const LEANING =
  /^(?:it|he|she|they|this|that|these|those|such|his|her|its|their|them|him|here|there(?!\s+(?:is|are|was|were)\b)|both|neither|another|others?|one (?:such|of (?:them|these|those))|some of (?:them|these|those)|the (?:former|latter|above|following|same|other|others|two|first|second|third|last|next|resulting|most recent)\b|as such|in this|in that|in these|for this|for that|because of this|for example|for instance|e\.g\.|similarly|likewise|instead|otherwise|rather|conversely|on the other hand|by contrast|in contrast|then|next|now|afterwards?|later|soon|earlier|previously|even (?:so|then)|if so|if not|like this|at (?:this|that)|with (?:this|that|these)|from (?:this|that|there|here)|to (?:this|that|do this|do so)|doing so|using this|under this|to achieve this|beyond that|apart from|besides|unlike|which|whose|whom)\b/i;
/** "Without this, we could call it", "While these are small": an opening that hangs on what stood before. */
const LEANING_IN =
  /^(?:(?:and|but|so|briefly|also|still),? )?(?:while|if|when|because|since|although|though|as|once|until|after|before|without|despite|given|by|through|within|during|via|due to|based on|along with|together with|instead of|rather than|thanks to|in addition to|as part of|as a result of|in light of|all of|each of|most of|many of|none of|one of) (?:this|these|those)\b(?! (?:year|month|week|day|morning|evening|time|spring|summer|autumn|fall|winter|quarter|writing|release|version|post|article|rfc|eip|erc|proposal|document|update)\b)/i;
const SELF =
  /^(?:this|the present) (?:\p{Alpha}+ )?(rfc|eip|erc|proposal|document|post|article|paper|guide|essay|note|report|specification|standard|chapter)\b/iu;
const PRONOUN =
  /^(it|he|she)(?=\s+(?:is|was|has|had|will|can|could|would|may|might|must|did|does|also|then|later|\p{Alpha}+(?:s|ed)\b))/iu;
const LEANING_CJK =
  /^(?:它|他|她|这|那|此|其|该|因此|所以|但|而|并|然后|同时|另外|此外|例如|比如|如果|于是|接着|也|都|就|还|又|再|即|以上|上述|前者|后者|以下|如下|首先|其次|最后|总之)/u;
const PERSONAL_CJK = /我|咱|你|您/u;
const POINTING_CJK = /如下|如图|上图|下图|见下|前文|后文|本文|本章|本节|上文|下文|点击|扫码/u;
// "You" often means anybody, so it stands.
const PERSONAL =
  /(?:^|[^\p{Alpha}'’])(?:I|we|We|my|My|our|Our|us|me|let's|Let's|mine|ours|myself|ourselves|I['’](?:m|ve|d|ll)|[Ww]e['’](?:re|ve|d|ll))(?=$|[^\p{Alpha}])/u;
const POINTING =
  /\b(?:(?:as|see|shown|described|mentioned|discussed|listed|explained|noted|given) (?:above|below|earlier|before|previously|here)|above[- ]mentioned|(?:the )?(?:above|following|preceding|previous|next) (?:example|section|code|snippet|table|figure|list|paragraph|chapter|screenshot|image|step|steps|command|output)s?|this (?:section|example|code|snippet|table|figure|screenshot|image|command|post|tutorial)|in this case|the following(?![^:]*: ?\p{Alpha})|as follows|\(?section \d[\d.]*\)?|the [\p{Alpha}-]+ section|this page|set out here|explained later|(?:\p{Alpha}+ed) here|see (?:the )?(?:section|figure|table|also)|click here|read more|below|above)\b/iu;
const ASIDE =
  /^(?:please|(?:also )?see|refer to|check out|keep in mind|remember|recall|imagine|consider|suppose|assume|let|for more|for details|credit|thanks)\b/i;
const DEBRIS =
  /\{\{|\}\}|\{%|%\}|```|<\/?[a-z]+[^>]*>|\]\(|!\[|\[\[|https?:\/\/\S|[\w.+-]+@[\w-]+\.\w|^[^\p{Alpha}\p{N}]*$|�|\\[a-z]+\{|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{60,}/u;
/** "created using.", "install it with:": what followed was code or a picture. */
const CUT =
  /\b(?:a|an|the|with|using|utili[sz]ing|via|from|of|for|and|or|called|named|(?<!\b(?:how|what)\b.*)like)\s*[.:]$|\b(?:i\.e|e\.g)\.?[:,]?$/i;
/** Of the publication and not of its subject. */
const IMPRINT = /\b(?:all rights reserved|rights waived|licen[cs]ed under|copyright (?:and|©|\(c\)|\d{4}))/i;
/** Where something else is found, and what words mean in every document of a kind. */
const POINTER =
  /\b(?:can be|is|are|was|were) (?:\p{Alpha}+ )?(?:found|available|documented|described|listed|discussed) (?:here\b|(?:in|on|at) (?:the|this|our|its) [^,]{0,60}$)|^you can (?:find|read|browse|see|view|check|follow)\b.*\b(?:here|on|in|at)\b|\b(?:read|learn|see) more\b|\bhere\.$|\bkey ?words? .*\b(?:interpreted as|RFC ?2119)\b|^\((?:note|see|also)\b/iu;
const END = /[.!。！…]["'”’)\]」』）]*$/u;
/** A name in small letters may open a sentence: "tree-sitter is …", "json_each(value) is …". */
const START =
  /^["'“‘(「『（《]*(?:[\p{Upper}\p{Lo}\p{N}]|@[\p{Alpha}\p{N}_-]+ \p{Lower}|\p{Lower}[\p{Lower}\p{N}]*(?:[-._(]|\p{Upper})[\p{Alpha}\p{N})])/u;

/** "filter map: a sparse bit map …" */
const GLOSS = /^\p{Lower}[\p{Alpha}\p{N} _-]{1,40}:\s+(?:an?|the)\s+\p{Alpha}/u;

/** Number of words; ideographs count as half a word each. */
export function lengthOf(text: string): number {
  const unspaced = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const spaced = text.match(/[\p{Alpha}\p{N}][\p{Alpha}\p{N}'’-]*/gu)?.length ?? 0;
  return unspaced > 0 ? Math.round(unspaced / 2) + (spaced - (text.match(/[\p{sc=Han}]+/gu)?.length ?? 0)) : spaced;
}

/** A whole, clean statement: complete, with a verb, no question, no debris of markup, its brackets closed. */
export function isStatement(text: string, tagged: readonly Tagged[] | undefined): boolean {
  const words = lengthOf(text);
  if (words < 5 || words > 60 || text.length > 600) return false;
  if (
    !(ready(START).test(text) || GLOSS.test(text) || opensWithCoined(text)) ||
    !(END.test(text) || introduces(text, tagged)) ||
    DEBRIS.test(text) ||
    ASIDE.test(text) ||
    IMPRINT.test(text) ||
    ready(POINTER).test(text)
  )
    return false;
  if (CUT.test(text)) return false;
  if (!balanced(text) || symbolShare(text) > 0.12) return false;
  if (/^\p{Upper}[\p{Upper}\s\d:.,!'-]+$/u.test(text)) return false;
  return (
    !tagged?.length || tagged.some((token) => token.pos === "VERB" || token.pos === "AUX") || OPENING_VERB.test(text)
  );
}

/** The sentence with a word in place of each piece of inline code. */
export function wordsOf(text: string, code: readonly CodeRange[] = []): string {
  let words = "";
  let from = 0;
  for (const [start, end] of code) {
    words += text.slice(from, start) + codeWords(text.slice(start, end));
    from = end;
  }
  return (words + text.slice(from)).replace(URL, (url) => (url.length <= LONGEST_URL ? "Link" : url));
}

const URL = /https?:\/\/[^\s<>]*[\p{Alpha}\p{N}/]/gu;
const LONGEST_URL = 80;

/** As many words as it has, up to a few. */
const codeWords = (code: string): string =>
  [
    "Code",
    ..."code "
      .repeat(Math.min(3, code.trim().split(/\s+/).length) - 1)
      .trim()
      .split(" "),
  ]
    .join(" ")
    .trim();
/** "codespell is a spell checker": a name that its makers write small, and no dictionary has. */
function opensWithCoined(text: string): boolean {
  const word = text.match(
    /^["“‘(]*(\p{Lower}[\p{Lower}\p{N}]{2,})(?= (?:is|are|was|were|has|had|can|could|will|would|does|lets?|allows?|provides?|uses?|supports?|makes?|takes?|gives?|returns?|works?|runs?|requires?|comes?|offers?|includes?)\b)/u,
  )?.[1];
  return word !== undefined && everydayCount(word) < COINED;
}

/** "Upgrades the block proposer election": abstracts leave out who, and taggers see a name. */
const OPENING_VERB = /^\p{Upper}\p{Lower}{2,}s (?:all|an?|any|each|new|the|two)\b/u;

/** "The command shows where the cache is:" says something even without the code behind it; "Run this:" and "it returned:" do not. */
function introduces(text: string, tagged: readonly Tagged[] | undefined): boolean {
  const last = tagged?.findLast((token) => /[\p{Alpha}\p{N}]/u.test(token.text));
  return (
    /[\p{Alpha}\p{N})]:$/u.test(text) &&
    lengthOf(text) >= 8 &&
    !(last && /^(?:VERB|AUX|ADP|ADV|PART|CCONJ|SCONJ|DET|PRON)$/.test(last.pos)) &&
    !/\b(?:this|these|those|following|follows|here)\b/i.test(text) &&
    !/\b(?:like|such as|example|include|includes|including|are|is|was|were|one|two|three|several|some|things?|steps?|ways?|reasons?|\p{Alpha}+s to)\b[^,]{0,30}:$/iu.test(
      text,
    ) &&
    !/\b(?:number|few|couple|list|set) of \p{Alpha}+(?: \p{Alpha}+)?:$/iu.test(text)
  );
}

function balanced(text: string): boolean {
  for (const [open, close] of [
    ["(", ")"],
    ["[", "]"],
    ["“", "”"],
    ["「", "」"],
    ["《", "》"],
    ["（", "）"],
  ] as const) {
    if (text.split(open).length !== text.split(close).length) return false;
  }
  return (text.match(/"/g)?.length ?? 0) % 2 === 0;
}

function symbolShare(text: string): number {
  return ((text.match(/[=<>{}|\\^~#*_;$@`+&]|::|->/g)?.length ?? 0) / Math.max(text.length, 1)) * 3;
}

/** How a sentence stands on its own. */
export function standingOf(text: string, tagged: readonly Tagged[] | undefined, around: Surroundings): Standing {
  const words = wordsOf(text, around.code);
  const personal = ready(PERSONAL).test(words) || PERSONAL_CJK.test(words);
  const pointing = ready(POINTING).test(words) || POINTING_CJK.test(words);
  const none = { personal, pointing };
  if (!isStatement(words, tagged)) return none;
  // "It's a desk": is, not has.
  const start = withoutConnective(text)
    .replace(/:$/, ".")
    .replace(
      /^(it|he|she)['’]s (?=(?:an?|the|one|part|based|written|built|designed|used|called|available|not) )/i,
      around.subjectBefore ? "$1 is " : "$&",
    );
  if (lengthOf(start) < 5) return none;
  const self = /^(?:this|the present) /i.test(start) ? start.match(SELF) : null;
  if (self) {
    if (!around.titled) return none;
    return {
      ...none,
      text: `${self[0]} [${around.title.replace(/[[\]|]/g, " ").trim()}]${start.slice(self[0].length)}`,
    };
  }
  const pronoun = start.match(PRONOUN);
  if (pronoun && around.subjectBefore) {
    const person = !/^it$/i.test(pronoun[0]);
    if (person === around.subjectBefore.person) {
      return {
        ...none,
        text: `[${atStart(around.subjectBefore.name.replace(/[[\]|]/g, " ").trim())}]${start.slice(pronoun[0].length)}`,
      };
    }
  }
  if (isLeaning(start)) return none;
  return { ...none, text: start };
}

/** "The filling"; "cr-sqlite" and "rust-lld" stay as they are spelled. */
function atStart(name: string): string {
  return /^\p{Lower}[\p{Lower}\p{N}]*(?:[-._]|\p{Upper}|\d)/u.test(name) ? name : capitalised(name);
}

/** Does it begin with a word that needs the sentence before: It, This, Such, Here? */
export function leans(text: string): boolean {
  return isLeaning(withoutConnective(text)) && !SELF.test(text);
}

/** "The first is …" leans, and so does "The first problem is …"; "The first lightvessel was moored in 1732" says of what. */
function isLeaning(text: string): boolean {
  const ranked = /^the (?:first|second|third|last) (?!(?:is|was|are|were|has|had|of|to|one|ones|and|or)\b)/i.test(text);
  const noun = ranked
    ? text.match(/^the (?:first|second|third|last) (?!\p{Alpha}+(?:ed|ing|ly)\b)([\p{Alpha}-]+)/iu)?.[1]
    : undefined;
  if (noun !== undefined) return GENERIC_NOUNS.has(singularOf(noun.toLowerCase()));
  return ready(LEANING).test(text) || ready(LEANING_IN).test(text) || LEANING_CJK.test(text);
}

/** May a page about a thing say it? Not what speaks of I and you, nor what points at a place in its source. */
export function readsAlone(text: string): boolean {
  return (
    !PERSONAL.test(text) &&
    !PERSONAL_CJK.test(text) &&
    !ready(POINTING).test(text) &&
    !POINTING_CJK.test(text) &&
    lengthOf(text) >= 5
  );
}

/** "As shown above", "the following": of a place in its source. */
export function pointsAt(text: string): boolean {
  return ready(POINTING).test(text) || POINTING_CJK.test(text);
}
