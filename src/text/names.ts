// When two spellings are one name by form alone: case, plural, hyphen, diacritics, "the", company endings.
import { tokensOf } from "./words.ts";

const COMPANY = new Set(["inc", "ltd", "llc", "corp", "gmbh", "plc", "co"]);
// Words in -s that are no plurals.
const SINGULAR_S = /(?:ss|us|is|ics|ous|ews|corps)$/;

/** The singular of a folded English word, as far as its ending tells: "agencies" -> "agency", "status" stays. */
export function singularOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || SINGULAR_S.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:xes|ches|shes|sses|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A folded word in the singular; of an acronym only the small "s" is a plural: "APIs", but "DNS", "AIDS", "HTTPS". */
export function wordKey(folded: string, written: string): string {
  if (!folded.endsWith("s")) return folded;
  if (/^\p{Upper}{2,6}S$/u.test(written)) return folded;
  return /^\p{Upper}[\p{Upper}\p{N}]+s$/u.test(written) ? folded.slice(0, -1) : singularOf(folded);
}

/** Most names are that simple, and cut into words at their spaces alone. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** Folded words of a name, each in the singular: what a mention is matched by. */
export function nameWords(name: string): string[] {
  const words = PLAIN.test(name)
    ? name.split(" ").map((word) => wordKey(word.toLowerCase(), word))
    : tokensOf(name).map((token) => wordKey(token.word, name.slice(token.start, token.end)));
  if (words[0] === "the" && words.length > 1) words.shift();
  while (words.length > 1 && COMPANY.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/** Names of one key are one name: "Hyper-Text", "hypertexts" and "hypertext" give "hypertext". */
export function nameKey(name: string): string {
  const before = keys.get(name);
  if (before !== undefined) return before;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = keyOf(name);
  keys.set(name, key);
  return key;
}

// A run asks for the keys of the same names again and again.
const keys = new Map<string, string>();
const MOST_KEYS = 100_000;

function keyOf(name: string): string {
  const words = nameWords(name);
  // "C++ 11" and "C 11" differ; letters of a name run together, numbers are kept apart ("mw 2", "mw 23").
  return words.reduce((key, word) => (/\d$/.test(key) && /^\d/.test(word) ? `${key} ${word}` : key + word), "");
}

/** "Wide Area Network" for "WAN": do the letters of an acronym start the words of the expansion, in order? */
export function isAcronymOf(acronym: string, expansion: string): boolean {
  const letters = acronym.replace(/[^\p{Alpha}\p{N}]/gu, "").toLowerCase();
  if (
    letters.length < 2 ||
    letters.length > 8 ||
    !/^[\p{Upper}\p{N}][\p{Alpha}\p{N}&.]*[\p{Upper}\p{N}s]\.?$/u.test(acronym)
  )
    return false;
  const words = expansion
    // "eXtended Merkle Signature Scheme" is XMSS.
    .replace(/(?<!\p{Alpha})\p{Lower}(?=\p{Upper}\p{Lower})/gu, "")
    .toLowerCase()
    .split(/[\s\-–/]+/)
    .filter(Boolean);
  if (words.length < 2) return false;
  const all = words.map((word) => word[0] ?? "").join("");
  const main = words
    .filter((word) => !MINOR.has(word))
    .map((word) => word[0] ?? "")
    .join("");
  const plain = letters.replace(/s$/, "");
  return [all, main].some((initials) => initials === letters || initials === plain);
}

/** The words behind `title`, where that is an acronym and another of its names spells it out. */
export function expansionOf(title: string, names: readonly string[]): string | undefined {
  return names.find((name) => name.includes(" ") && isAcronymOf(title, name));
}

const MINOR = new Set(["of", "the", "and", "for", "in", "on", "a", "an", "to", "de", "la", "with", "by"]);
