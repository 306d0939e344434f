// What a text denies: a claim may neither drop a "not" of its evidence nor add one.
import { FUNCTION_WORDS } from "./function-words.ts";
import { stemOf } from "./words.ts";

const NOT = new Set(
  `not no never without none neither nor cannot nobody nothing nowhere hardly scarcely lack lacks lacked lacking fails failed
dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt mustnt neednt aint
nicht kein keine keinen keinem keiner keines nie niemals ohne ne jamais sans aucun aucune nunca jamás sin ningún ninguna non mai senza nessuno não nunca sem nenhum
не нет ни без никогда niet geen nooit zonder`.split(/\s+/),
);
const SOFT = new Set(
  "yet always necessarily even just really quite very only merely so too any all longer been be being have has had to a an the".split(
    " ",
  ),
);
const HAN_NOT =
  /(?:不(?![过仅但断同管论止只妨禁久])|没有?|沒有?|未(?![来來必])|无(?![线線论論])|無(?![線論])|并非|并不|绝非|决不|别(?=[再去要]))([\p{sc=Han}]{0,2})/gu;
const WORD = /[\p{Alpha}\p{M}]+(?:['’]\p{Alpha}+)*|[.!?;:()\n]/gu;

const ENDS = new Set([".", "!", "?", ";", ":", "(", ")", "\n"]);

export interface Denials {
  /** Stems that a negation stands right before. */
  readonly denied: ReadonlySet<string>;
  /** Stems that stand somewhere without one. */
  readonly plain: ReadonlySet<string>;
  /** The negating words themselves, as written. */
  readonly words: readonly string[];
}

export function denialsOf(text: string): Denials {
  const denied = new Set<string>();
  const plain = new Set<string>();
  const words: string[] = [];
  let open = false;
  let previous = "";
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace("’", "'").toLowerCase();
    if (word.length === 1 && ENDS.has(word)) open = false;
    else if (negates(word, match[0], text, match.index, previous)) {
      words.push(match[0]);
      open = true;
    } else if (open && (SOFT.has(word) || word.endsWith("ly"))) {
      // Still waiting for the word that is denied: "not yet always been used".
    } else if (word === "but") open = false;
    else if (!FUNCTION_WORDS.has(word)) {
      (open ? denied : plain).add(stemOf(word));
      open = false;
    }
    previous = word;
  }
  for (const match of /[不没沒未无無非别決决]/.test(text) ? text.matchAll(HAN_NOT) : []) {
    words.push(match[0]);
    if (match[1] !== undefined && match[1].length === 2) denied.add(match[1]);
  }
  return { denied, plain, words };
}

function negates(word: string, raw: string, text: string, start: number, previous: string): boolean {
  if (!NOT.has(word)) return word.endsWith("n't");
  const end = start + word.length;
  const next = text.slice(end, end + 12).toLowerCase();
  if (word === "not")
    return !/^ (?:only|just|merely|simply|least)\b/.test(next) && previous !== "whether" && !/^ to mention/.test(next);
  // "Convention No. 81"
  if (raw === "No" && /[\p{Alpha}\p{N}] $/u.test(text.slice(0, start).slice(-2))) return false;
  if (word === "no") return !/^(?:\. ?\d|,| (?:doubt|matter|wonder)\b)/.test(next);
  if (word === "mai" || word === "sin" || word === "sem" || word === "ne" || word === "non") return !/^-/.test(next);
  return true;
}

/** The negating words that one text has and the other does not bear out, in either direction. */
export function deniedDifferently(
  sentence: string,
  evidence: Denials,
  said: Denials,
  evidenceText: string,
): readonly string[] {
  const missing: string[] = [];
  if (said.words.length > 0 && evidence.words.length === 0) missing.push(said.words[0] ?? "not");
  else
    for (const stem of said.denied)
      if (evidence.plain.has(stem) && !evidence.denied.has(stem) && !said.plain.has(stem)) missing.push(`not ${stem}`);
  for (const stem of evidence.denied) {
    const han = /\p{sc=Han}/u.test(stem);
    const affirmed = han
      ? sentence.includes(stem) && said.words.length === 0
      : said.plain.has(stem) && !said.denied.has(stem);
    const alsoPlain = han ? occurrences(evidenceText, stem) > 1 : evidence.plain.has(stem);
    if (affirmed && !alsoPlain) missing.push(`not ${stem}`);
  }
  return missing;
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;
