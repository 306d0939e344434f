// Proper names and identifiers that a sentence uses and its evidence must use too: "Ted Nelson", "GPT-4", "src/main.rs", 《红楼梦》.
import { FUNCTION_WORDS, OPENERS } from "./function-words.ts";
import { standsWhole } from "./whole-words.ts";
import { foldOf, stemOf } from "./words.ts";

/** A part of the sentence that another check speaks for: a number, a month. */
interface Span {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** Everything of a text that a name may be compared with. */
export interface NameGround {
  readonly raw: string;
  readonly text: string;
  /** Folded letter and digit runs in order, " " where something stands between them: "gpt" "4" in "GPT-4". */
  readonly runs: string;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly initials: string;
}

const RUN = /\p{N}+|[\p{Alpha}\p{M}]+/gu;
const NO_CJK = "(?![\\u3040-\\u30ff\\u3400-\\u9fff])";
const CHUNK = new RegExp(
  `${NO_CJK}[\\p{Alpha}\\p{N}](?:${NO_CJK}[\\p{Alpha}\\p{N}\\p{M}]|[-_./+#*@'’&](?=${NO_CJK}[\\p{Alpha}\\p{N}]))*`,
  "gu",
);
/** The same where there is none of these scripts, and much faster. */
const PLAIN_CHUNK = /[\p{Alpha}\p{N}](?:[\p{Alpha}\p{N}\p{M}]|[-_./+#*@'’&](?=[\p{Alpha}\p{N}]))*/gu;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const HAN_NAME = /《([^》]{1,40})》|[\p{sc=Katakana}ー]{2,}|\p{sc=Han}{1,8}(?:·\p{sc=Han}{1,8})+/gu;
const COMMON_ENDING = /(?:ing|ly|ed|tions?|ments?|ness|ists?|it(?:y|ies)|able|ical|ology|isms?|ively?)$/;
const AFTER_A_NAME =
  /^(?:['’]s |, (?:who|an?|the) | (?:is|was|has|had|will|can|could|would|may|might|must|did|does|also|later|once|first|then|wrote|said|made|took|gave|became|saw|knew|thought|found|built|led|left|ran|began|met|won|held|kept|put|set|\p{Lower}+ed)\b| \p{Lower}+s (?:the|an?|that|his|her|its|it|how|in|to|no)\b)/u;
const GERMAN = /\b(?:der|die|das|und|ist|nicht|ein|eine|wird|mit|von|dem|den)\b/giu;

export function groundOf(text: string): NameGround {
  const fold = foldOf(text);
  const runs: string[] = [];
  const stems = new Set<string>();
  for (const match of fold.matchAll(RUN)) {
    runs.push(match[0]);
    stems.add(stemOf(match[0]));
  }
  const initials = text.match(/(?<![\p{Alpha}\p{N}])\p{Upper}/gu)?.join("") ?? "";
  return { raw: text, text: fold, runs: ` ${runs.join(" ")} `, words: new Set(runs), stems, initials };
}

/** Names of the sentence that stand in none of the grounds, as written. */
export function namesMissing(
  sentence: string,
  grounds: readonly NameGround[],
  spokenFor: readonly Span[],
): readonly string[] {
  const missing: string[] = [];
  const german = (sentence.match(GERMAN)?.length ?? 0) >= 2;
  let end = 0;
  let previousCapital = false;
  const cjk = CJK.test(sentence);
  for (const match of sentence.matchAll(cjk ? CHUNK : PLAIN_CHUNK)) {
    const chunk = match[0];
    if (/^[a-z]+$/.test(chunk)) {
      end = match.index + chunk.length;
      previousCapital = false;
      continue;
    }
    const between = sentence.slice(end, match.index);
    const opens = end === 0 || /[.!?:;…。！？：；“"«(\n[]|^[\s]*[-–—•*][\s]/u.test(between);
    end = match.index + chunk.length;
    // "40mg/day": a number with more behind it than its unit.
    const known = spokenFor.some(
      (span) =>
        span.start <= match.index &&
        (end <= span.end ||
          (span.end > match.index && /^[-/]?\p{Lower}*(?:[-/]\p{Lower}+)*$/u.test(sentence.slice(span.end, end)))),
    );
    const name =
      !known &&
      looksLikeName(chunk, opens, sentence.slice(end, end + 24)) &&
      !spelledBefore(chunk, sentence, match.index);
    const capital = /^\p{Upper}/u.test(chunk);
    // In German every noun has a capital: only two in a row look like a name.
    const counts = name && !(german && capital && !previousCapital && /^\p{Upper}\p{Lower}+$/u.test(chunk));
    previousCapital = capital;
    if (counts && !grounds.some((ground) => stands(chunk, ground))) missing.push(chunk);
  }
  if (cjk) {
    for (const match of sentence.matchAll(HAN_NAME)) {
      const name = foldOf(match[1] ?? match[0]);
      if (!grounds.some((ground) => ground.text.includes(name))) missing.push(match[0]);
    }
  }
  return missing;
}

function looksLikeName(chunk: string, opens: boolean, after: string): boolean {
  if (/^\p{N}+$/u.test(chunk)) return false;
  if (/\p{N}/u.test(chunk) && /\p{Alpha}/u.test(chunk)) return !/^\d+[-']\p{Lower}/u.test(chunk);
  if (/[_/@#+*&]|\.\p{Alpha}|\p{Lower}\p{Upper}|^\p{Upper}{2,}/u.test(chunk))
    return chunk !== "and/or" && !/^\p{Lower}+\/\p{Lower}+$/u.test(chunk);
  if (!/^\p{Upper}/u.test(chunk)) return false;
  const word = chunk.toLowerCase().replace(/['’].*$/u, "");
  if (word.length < 2 || FUNCTION_WORDS.has(word)) return false;
  if (!opens) return true;
  // A capital that opens a sentence says little: it counts when what follows is what follows a name.
  if (OPENERS.has(word) || OPENERS.has(word.replace(/s$/, ""))) return false;
  return (
    /^ (?:\p{Upper}\. ?)*\p{Upper}\p{Lower}+/u.test(after) || (!COMMON_ENDING.test(word) && AFTER_A_NAME.test(after))
  );
}

/** "chronic kidney disease (CKD)": the sentence itself says what the letters stand for. */
function spelledBefore(chunk: string, sentence: string, at: number): boolean {
  if (sentence.charAt(at - 1) !== "(" || !/^[\p{Alpha}\p{N}-]{2,8}$/u.test(chunk)) return false;
  const letters = chunk
    .toLowerCase()
    .replace(/[^\p{Alpha}]/gu, "")
    .replace(/s$/, "");
  const initials =
    sentence
      .slice(Math.max(0, at - 120), at)
      .toLowerCase()
      .match(/(?<![\p{Alpha}\p{N}])\p{Alpha}/gu)
      ?.join("") ?? "";
  return letters.length > 1 && initials.endsWith(letters);
}

function stands(chunk: string, ground: NameGround): boolean {
  if (standsWhole(chunk, ground.raw)) return true;
  // Of "HIV-positive" only "HIV" is a name.
  const telling = chunk.split("-").filter((part) => /[\p{Upper}\p{N}]/u.test(part));
  if (chunk.includes("-") && telling.length > 0 && /-\p{Lower}{3,}/u.test(chunk))
    return telling.every((part) => standsWhole(part, ground.raw) || standsAlike(part, ground));
  return standsAlike(chunk, ground);
}

function standsAlike(chunk: string, ground: NameGround): boolean {
  const fold = foldOf(chunk).replace(/'s?$/, "").replace(/'s$/, "");
  const parts = fold.match(RUN);
  if (parts === null || ground.runs.includes(` ${parts.join(" ")} `)) return true;
  // Both halves of a compound may stand apart: "Berners-Lee", "Euro-American".
  if (!/\p{N}/u.test(fold))
    return parts.every((part) => part.length < 2 || wordStands(part, ground)) || abbreviates(chunk, ground);
  return standsWhole(fold, ground.text);
}

// "Rusts", "American", "Japanese": the name with an ending, or the name without it.
const ENDINGS = ["", "s", "an", "ans", "ian", "ians", "ese", "ish", "ia", "es", "en", "a", "n", "e", "y", "i"];

function wordStands(word: string, ground: NameGround): boolean {
  if (ground.words.has(word) || ground.stems.has(stemOf(word))) return true;
  const root = word.replace(/(?:ians?|ans?|ese|ish|es|en|n|s|e)$/, "");
  return root.length >= 4 && ENDINGS.some((ending) => ground.words.has(root + ending));
}

/** "WHO" stands for three words in a row that begin so. */
function abbreviates(chunk: string, ground: NameGround): boolean {
  return /^\p{Upper}{2,6}s?$/u.test(chunk) && ground.initials.includes(chunk.replace(/s$/, ""));
}
