// What makes words a name that somebody types, and what is none.
import { GENERIC_NOUNS, NO_NAMES, WEAK_OPENERS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";
import { isSpaceless } from "../../../text/spaceless.ts";
import { COINED, EVERYDAY, UNCOMMON } from "../background.ts";
import { isSection } from "../notes/contents.ts";
import { tag } from "../tag.ts";
import { isMadeUp, usual } from "./made-up.ts";
import type { Mark } from "./marked.ts";
import { ADVERB, ENDS, FORMATS, NUMBERED, OF_ANOTHER, OPENERS } from "./no-name.ts";
import { isLongHeadline, isNounPhrase, isOfTheTrade } from "./noun-phrase.ts";
import {
  ACRONYM,
  type Candidate,
  COMPOUND,
  isCentral,
  isCoded,
  isPlainWord,
  isWritten,
  MIXED,
  OFTEN,
  SHARE,
} from "./ownness.ts";
import { isOption, isSample } from "./typed-name.ts";

/** Is it a name, and does the document speak of it? */
export function isWorthy(one: Candidate): boolean {
  const { name, counts, marks, titled } = one;
  const there = counts.prose + counts.headings;
  if ((there === 0 && !marks.has("command")) || isSection(name) || isSample(name)) return false;
  // What is run in code alone, and again.
  if (there === 0) return counts.code > 1;
  // Of "back-dating Git" no "dating Git"; of "mlx-whisper" Whisper, where it also stands alone.
  const alone =
    !name.includes(" ") && (counts.written > 0 || counts.headings > 0) && (isCoded(name) || /^\p{Upper}/u.test(name));
  if (counts.cut > there && !alone) return false;
  // Who is linked is thanked or at work; a person has a name.
  if (marks.has("handle") && !titled && !marks.has("introduced")) return false;
  if (isSpaceless(name)) return isUncutName(one);
  return name.includes(" ") ? isPhrase(one) : isWord(one);
}

/** Where no space parts words, a heading may be any sentence: a name is titled, or comes back. */
function isUncutName({ name, marks, titled, nomination, counts }: Candidate): boolean {
  if (name.length > 12 || name.length < 2) return false;
  const set = [...marks].some((mark) => /^(?:home|called|bold|quoted|acronym)$/.test(mark));
  return (
    titled || (counts.prose >= 2 && set) || (counts.prose >= OFTEN && nomination !== undefined && !nomination.minor)
  );
}

function isWord({ name, also, first, marks, titled, headed, nomination, counts, sentences }: Candidate): boolean {
  if (headed) return !FORMATS.test(name);
  if (ADVERB.test(name) && counts.written <= 1) return false;
  if (isOption(name)) return titled || marks.has("item") || counts.headings > 0 || counts.prose > 1;
  if (COMPOUND.test(name) && !titled && !marks.has("heading") && !marks.has("home")) return false;
  // "EIP-2929", which a text comes back to as to a thing.
  if (NUMBERED.test(name)) return counts.prose > OFTEN && (nomination?.salience ?? 0) >= SPOKEN_OF;
  // "docs.rs" looks like a file, and heads its document.
  const known =
    (titled && name.length > 4) || (marks.has("home") && /^\p{Upper}{2}$/u.test(name) && counts.prose >= OFTEN);
  if ((OF_ANOTHER.test(name) && !known) || FORMATS.test(name)) return false;
  if (isCoded(name) && !isPlainWord(name)) {
    if (titled || marks.has("section") || marks.has("heading") || marks.has("home")) return true;
    // "increment", "parser": no word of talk, and no name either until a text comes back to it.
    if (marks.has("command") && counts.code > 1) return true;
    const quoted = marks.has("quoted") && counts.prose >= OFTEN;
    const called = quoted || marks.has("called") || marks.has("class") || (nomination?.definitionStrength ?? 0) >= 0.5;
    const code = marks.has("code") && name.length > 4;
    if (/^\p{Alpha}\p{Lower}+$/u.test(name) && !called && !code)
      return (
        name.length > 4 &&
        counts.prose >= OFTEN &&
        (counts.headings > 0 || nomination?.minor !== true) &&
        (nomination?.salience ?? 0) >= 0.3
      );
    // "FORK_BLOCK": a constant that a text uses, unless it lists it.
    if (/^\p{Upper}+_[\p{Upper}\p{N}_]+$/u.test(name) && !marks.has("item")) return counts.prose > OFTEN;
    // "shepmaster": set apart by nobody; "test_stuff.ambr": a file in passing.
    const alone = marks.size === 0 && !ACRONYM.test(name);
    // "SpatiaLite", which code names too, or the first sentences.
    if (alone && MIXED.test(name) && (first <= 1 || counts.prose + Math.min(1, counts.code) >= OFTEN)) return true;
    return (
      counts.prose >=
      (alone ? OFTEN : marks.size === 0 || (/\.\p{Lower}{1,4}$/u.test(name) && !(called && ADDRESS.test(name))) ? 2 : 1)
    );
  }
  const small = name.toLowerCase();
  // "just", "sips": a word of everybody's, but where its home or the title says that it is a name.
  const plain = /^\p{Upper}\p{Lower}+$/u.test(name) && GENERIC_NOUNS.has(singularOf(small));
  if (marks.has("home") && !plain && (titled || counts.prose >= 4 || usual(name) <= EVERYDAY)) return true;
  // "EDGE".
  const meant = marks.has("home") || marks.has("class") || (marks.has("called") && counts.prose > 1);
  if (ACRONYM.test(name) && meant && counts.prose > 0 && counts.small === 0) return true;
  if (NO_NAMES.has(small) || GENERIC_NOUNS.has(singularOf(small))) return false;
  // "wg-tides", whose section it heads.
  if (counts.prose === 0 && !(name.includes("-") && marks.has("heading") && marks.has("link"))) return false;
  const rare = usual(name) <= EVERYDAY && counts.prose >= OFTEN;
  const proper = /^\p{Upper}/u.test(name) && counts.written > 0 && (rare || counts.written >= 3 * counts.small);
  // "IMPLEMENTED": letters of a status.
  if (proper && /^\p{Upper}{5,}$/u.test(name) && usual(name) > COINED && !marks.has("code")) return false;
  // "The Stack", as somebody named it; "Chocolatey" in a heading.
  if (proper && (marks.has("called") || (marks.has("section") && usual(name) <= EVERYDAY))) return true;
  if (proper && counts.small > 0 && !name.includes("-") && isMadeUp(name)) return false;
  if (proper) return usual(name) <= EVERYDAY * 10 && (marks.has("class") || nomination?.minor !== true);
  // "slashing-protection": two words of a thing.
  if (name.includes("-"))
    return (
      (counts.prose >= 2 * OFTEN && !COMPOUND.test(name)) ||
      titled ||
      marks.has("heading") ||
      marks.has("section") ||
      // "replace-by-fee (RBF)"
      also.some((form) => ACRONYM.test(form)) ||
      marks.has("command") ||
      (marks.has("code") && counts.prose + counts.headings > 1 && !COMPOUND.test(name)) ||
      (nomination?.definitionStrength ?? 0) >= 0.75
    );
  // "finality", a word of the trade that its author sets apart and comes back to.
  const many = counts.prose >= 3 * OFTEN && usual(name) <= EVERYDAY;
  const again = counts.prose > 2 * OFTEN && (many || counts.prose * SHARE >= sentences);
  const set = marks.has("bold") || marks.has("link") || marks.has("quoted") || marks.has("section");
  if (again && set && name.length > 5 && usual(name) <= UNCOMMON && tag(small)[0]?.pos === "NOUN") return true;
  // "clipboard", what a source is about by its title and all through.
  const most = titled && counts.prose > OFTEN && nomination?.minor !== true && (nomination?.salience ?? 0) >= 1;
  if (most && usual(name) <= EVERYDAY * 10 && counts.prose * 5 >= sentences) return true;
  return (
    usual(name) <= EVERYDAY &&
    (marks.has("called") ||
      (marks.has("class") && !/(?:ed|ing)$/u.test(name)) ||
      marks.has("heading") ||
      // "autodoc": two words of everybody's that code writes as one.
      (marks.has("code") && counts.prose >= OFTEN && name.length > 5) ||
      (nomination?.definitionStrength ?? 0) >= 0.75)
  );
}

function isPhrase(one: Candidate): boolean {
  const { name, also, marks, titled, headed, nomination, counts } = one;
  if (/^\p{Upper}[\p{Alpha}-]*(?: \p{Upper}[\p{Alpha}-]*)* v?\d+(?:\.\d+)+$/u.test(name))
    // "WASI 0.2", all through a text; releases of products are named everywhere.
    return headed || marks.has("section") || (counts.prose >= 2 * OFTEN && /^\p{Upper}{2}/u.test(name));
  if (
    /^(?:MUST|SHALL|SHOULD|MAY) | (?:issue|PR|pull request) #?\d+$/u.test(name) ||
    // "where clause", all through a text.
    (OPENERS.test(name) &&
      !(marks.has("code") && isCentral(one)) &&
      // "the All Hands"
      !(titled && isWritten(one) && /^\p{Upper}\S*(?: \p{Upper}\S*)+$/u.test(name))) ||
    ENDS.test(name) ||
    / (?:using|running|with|from|without|into|via|is|are)\s/iu.test(name)
  )
    return false;
  // "Raw identifiers", not "Cargo and rustup", "Features of associated type constructors".
  const longer = marks.has("heading") && one.first > 0 && isLongHeadline(name);
  const headline =
    longer ||
    (marks.has("heading") && name.split(" ").length <= 3 && !/ (?:and|at|by|for|in|of|on|or|to) /u.test(name));
  if (counts.prose === 0 && !titled && !headline) return false;
  // "Setting up autodoc", "enforcing federal laws": what is done, unless the text makes a name of it.
  const doing =
    /^\p{Upper}\p{Lower}{2,}ing \p{Lower}|^\p{Alpha}\p{Lower}{2,}ing \p{Lower}\S* \S+ \S/u.test(name) &&
    tag(name)[0]?.pos === "VERB";
  if (doing && !titled && counts.prose < OFTEN) return false;
  const apart =
    (marks.has("link") || marks.has("bold")) && counts.prose + counts.headings + Math.min(1, counts.code) >= OFTEN;
  if (
    !nomination &&
    !titled &&
    !longer &&
    !apart &&
    !marks.has("called") &&
    ![...marks].some((mark) => CODE.has(mark)) &&
    !isNounPhrase(name)
  )
    return false;
  // A person: only whom a source introduces or comes back to.
  const words = name.split(" ");
  const last = singularOf((words.at(-1) ?? "").toLowerCase());
  if (nomination?.kind === "person" && !GENERIC_NOUNS.has(last))
    return (
      titled ||
      marks.has("introduced") ||
      (nomination.subjectOf.length > 0 && nomination.sentences.length >= OFTEN && nomination.salience >= 0.3)
    );
  const coded = words.some(isCoded);
  const proper =
    isWritten(one) &&
    /^[\p{Upper}\p{N}]/u.test(name) &&
    words.filter((word) => /^[\p{Upper}\p{N}]/u.test(word)).length > 1;
  if (headed) return true;
  // "Optional dependencies", with a section and a link of their own.
  const own = marks.has("heading") && counts.prose > OFTEN && (marks.has("link") || marks.has("bold"));
  if (WEAK_OPENERS.has((words[0] ?? "").toLowerCase()) && !proper && !own && also.length === 0) return false;
  const generic = words.every(
    (word, i) =>
      GENERIC_NOUNS.has(singularOf(word.toLowerCase())) || (i < words.length - 1 && usual(word) > EVERYDAY * 10),
  );
  // "Governance Working Group Update": of three words that head a document they name one thing.
  // "the sandwich problem": somebody made a name of two words.
  const made = marks.has("quoted") && counts.prose >= OFTEN;
  if (isOfTheTrade(name) && (counts.prose > 1 || marks.has("link"))) return true;
  if (
    generic &&
    !proper &&
    !made &&
    also.length === 0 &&
    !(titled && (words.length > 2 || counts.prose > 1)) &&
    !isCentral(one)
  )
    return false;
  if (/ing$/u.test(last) && usual(last) > EVERYDAY * 30) return false;
  const set = [...marks].some((mark) => /^(?:heading|home|called|acronym|class)$/.test(mark));
  const telling = words.some((word) => usual(word) <= UNCOMMON && !GENERIC_NOUNS.has(singularOf(word.toLowerCase())));
  const alone =
    (words.length > 3 && !longer) || !telling || GENERIC_NOUNS.has(last) || (!nomination && !isNounPhrase(name));
  if (marks.has("heading") && !titled && !proper && !coded && counts.prose < 2 && alone) return false;
  if (titled || set || (marks.has("section") && counts.prose > 1)) return true;
  // "global allocator", of a heading too.
  if (nomination?.inHeading && telling && !alone && words.length === 2 && !/ing$/u.test(words[0] ?? "")) return true;
  if ((nomination?.definitionStrength ?? 0) >= 0.5) return true;
  if (coded || proper) return counts.prose > 1 || marks.size > 0;
  // Words of everybody's: what the source comes back to.
  if ((marks.has("quoted") && counts.prose > 1) || (apart && telling)) return true;
  return (
    isCentral(one) || (counts.prose >= OFTEN && (nomination?.salience ?? 0) >= (counts.prose > 2 * OFTEN ? 0.2 : 0.35))
  );
}

/** "registry.tide.io" */
const ADDRESS = /\.(?:app|com|dev|gov|io|net|org)$/u;

/** Of `salience`: what a document speaks of. */
const SPOKEN_OF = 0.3;

const CODE = new Set<Mark>(["section", "code", "item", "class"]);
