// Acronyms and the words they stand for: what a text puts side by side, "externally owned account (EOA)", "EOA (externally owned account)".
import { isAcronymOf } from "./names.ts";

export interface Expansion {
  readonly acronym: string;
  readonly words: string;
  /** Places in the text, UTF-16 code units, end exclusive. */
  readonly acronymAt: readonly [number, number];
  readonly wordsAt: readonly [number, number];
}

const SHORT = "\\p{Upper}[\\p{Alpha}\\p{N}&.]{0,6}[\\p{Upper}\\p{N}]s?";
const BEHIND = new RegExp(`\\s\\((?:aka |a\\.k\\.a\\. |or )?["“]?(${SHORT})["”]?(?=[),;])`, "gu");
/** "user acceptance testing, or UAT", "Translating All C to Rust, aka TRACTOR" */
const OR = new RegExp(`, (or|aka|a\\.k\\.a\\.) (?<short>${SHORT})(?![\\p{Alpha}\\p{N}])`, "gu");
const BEFORE = new RegExp(`(?<![\\p{Alpha}\\p{N}])(${SHORT})\\s\\(([\\p{Alpha}][^()]{4,90})\\)`, "gu");
/** No expansion begins with one of these. */
const MINOR =
  /^(?:of|the|and|or|for|in|on|an?|to|by|with|via|called|from|is|are|was|were|as|at|over|under|its|our|your|their|this|these|that)$/iu;

/** All that a text states, in text order. */
export function expansionsIn(text: string): Expansion[] {
  const or = OR_WORDS.some((word) => text.includes(word)) ? behindIn(text, OR) : [];
  if (!text.includes("(")) return or;
  const before = [...text.matchAll(BEFORE)].flatMap((match): Expansion[] => {
    const [acronym = "", words = ""] = [match[1], match[2]];
    if (!isAcronymOf(acronym, words)) return [];
    const from = match.index + match[0].length - 1 - words.length;
    return [
      {
        acronym,
        words,
        acronymAt: [match.index, match.index + acronym.length],
        wordsAt: [from, from + words.length],
      },
    ];
  });
  return [...or, ...behindIn(text, BEHIND), ...before, ...titledIn(text)].sort(
    (a, b) => a.acronymAt[0] - b.acronymAt[0],
  );
}

const OR_WORDS = [", or ", ", aka ", ", a.k.a. "];

/** Acronyms that stand behind their words. */
function behindIn(text: string, pattern: RegExp): Expansion[] {
  return [...text.matchAll(pattern)].flatMap((match): Expansion[] => {
    const acronym = match.groups?.["short"] ?? match[1] ?? "";
    const words = wordsBefore(text.slice(0, match.index), acronym);
    // "Bash, or ZSH" are two things.
    if (words === undefined || (match[1] === "or" && !isAcronymOf(acronym, words))) return [];
    const at = match.index + match[0].lastIndexOf(acronym);
    return [
      { acronym, words, acronymAt: [at, at + acronym.length], wordsAt: [match.index - words.length, match.index] },
    ];
  });
}

const NUMBERED = "\\p{Upper}{2,5}-\\d+";
const TITLED = new RegExp(`(?<![\\p{Alpha}\\p{N}])(${NUMBERED})\\s\\((\\p{Upper}[^()]{5,70})\\)`, "gu");

/** "EIP-7928 (Block-Level Access Lists)": a numbered document by its title. */
function titledIn(text: string): Expansion[] {
  return [...text.matchAll(TITLED)].flatMap((match): Expansion[] => {
    const [number = "", words = ""] = [match[1], match[2]];
    if (!/^[\p{Alpha}-]+(?: [\p{Alpha}\p{N}-]+){1,7}$/u.test(words) || MINOR.test(words.split(" ")[0] ?? "")) return [];
    const from = match.index + match[0].length - 1 - words.length;
    return [
      {
        acronym: number,
        words,
        acronymAt: [match.index, match.index + number.length],
        wordsAt: [from, from + words.length],
      },
    ];
  });
}

const IS_NUMBERED = new RegExp(`^${NUMBERED}$`, "u");

/** Are the words what a numbered document is called beside its number? */
export function isTitleOf(words: string, number: string): boolean {
  return IS_NUMBERED.test(number) && /^\p{Alpha}[\p{Alpha}-]* /u.test(words);
}

/** The words right before an acronym in brackets that it is made of: by their initials, else by letters of theirs in order. */
function wordsBefore(before: string, acronym: string): string | undefined {
  const clause = before.slice(Math.max(...[...'.;:!?()[]“”"'].map((stop) => before.lastIndexOf(`${stop}`))) + 1);
  const starts = [...clause.matchAll(/\S+/gu)].map((match) => match.index);
  const letters = lettersOf(acronym).length;
  const candidates = starts
    .slice(-Math.min(letters + 5, letters * 2))
    .reverse()
    .map((start) => clause.slice(start).trimEnd())
    .filter((words) => !MINOR.test(words.split(/\s/u)[0] ?? ""));
  return (
    candidates.find((words) => isAcronymOf(acronym, words)) ?? candidates.find((words) => spellsOut(words, acronym))
  );
}

/**
 * Can the words be what the acronym is short for? Its letters stand in them in order, each at the start of a word or behind
 * another in one word; half of them start words, the last word has one, and one word at most has none.
 */
export function spellsOut(words: string, acronym: string): boolean {
  if (!/^[\p{Upper}\p{N}][\p{Alpha}\p{N}&.]*[\p{Upper}\p{N}]s?$/u.test(acronym)) return false;
  if (isAcronymOf(acronym, words)) return true;
  const letters = lettersOf(acronym);
  const all = words
    .toLowerCase()
    .split(/[^\p{Alpha}\p{N}]+/u)
    .filter(Boolean);
  const main = all.filter((word) => !MINOR.test(word));
  // "Translating All C to Rust" is TRACTOR.
  return fitsInto(letters, main) || (main.length < all.length && fitsInto(letters, all));
}

function fitsInto(letters: string, parts: readonly string[]): boolean {
  if (letters.length < 3 || letters.length > 8 || parts.length < 2 || parts.length > letters.length + 1) return false;
  // Letters matched so far, words without a letter, letters that start words.
  const fits = (letter: number, part: number, bare: number, starts: number): boolean => {
    const word = parts[part];
    if (word === undefined) return letter === letters.length && starts * 2 >= letters.length;
    const last = part === parts.length - 1;
    if (part > 0 && !last && bare === 0 && fits(letter, part + 1, 1, starts)) return true;
    if (word[0] !== letters[letter]) return false;
    let at = 0;
    for (let next = letter + 1; ; next++) {
      if (fits(next, part + 1, bare, starts + 1)) return true;
      at = word.indexOf(letters[next] ?? "\n", at + 1);
      if (at < 0) return false;
    }
  };
  return fits(0, 0, 0, 0);
}

/** Is one of the forms an acronym of another? */
export function isSpeltOut(forms: readonly string[]): boolean {
  const short = forms.filter((form) => /^\p{Upper}[\p{Upper}\p{N}]+s?$/u.test(form));
  return short.some((acronym) => forms.some((words) => spellsOut(words, acronym)));
}

function lettersOf(acronym: string): string {
  return acronym
    .replace(/(?<=\p{Upper})s$/u, "")
    .replace(/[^\p{Alpha}\p{N}]/gu, "")
    .toLowerCase();
}
