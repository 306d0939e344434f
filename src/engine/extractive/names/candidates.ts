// Names and noun phrases in tagged sentences, before anything is counted.
import { NO_NAMES, WEAK_OPENERS } from "../../../text/generic.ts";
import type { Tagged } from "../tag.ts";

export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written as a name: capitals where a common noun has none. */
  readonly proper: boolean;
  /** First word of the sentence: its capital proves nothing. */
  readonly opens: boolean;
}

const CAPITAL = /^(?:[\p{Upper}][\p{Alpha}\p{N}'’.&*+#-]*|\d+\p{Upper}[\p{Upper}\d]*)$/u;
const INNER_CAPITAL = /^[\p{Lower}]+\p{Upper}\p{Alpha}+$/u;
const JOINT = new Set(["of", "the", "for", "de", "van", "von", "der", "la", "del", "du", "&", "-", "–", "/"]);
const MAX_WORDS = 6;

/** Words that open a sentence and stand before "is": "Josh is a tool". Names, though the tagger may take them for verbs. */
export function confirmedIn(tagged: readonly (readonly Tagged[])[]): ReadonlySet<string> {
  return new Set(
    tagged.flatMap(([first, next]) =>
      first && next && /^\p{Upper}\p{Lower}{2,}$/u.test(first.text) && /^(?:is|was|has)$/.test(next.text)
        ? [first.text]
        : [],
    ),
  );
}

/** Runs of capitalised words, with small words between them: "Office of Scientific Research". */
export function namesIn(
  tokens: readonly Tagged[],
  text: string,
  confirmed: ReadonlySet<string> = new Set(),
): Candidate[] {
  const out: Candidate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i];
    if (!first || !isCapital(first) || (NO_NAMES.has(first.text.toLowerCase()) && !/^The$/.test(first.text))) continue;
    // "In Rust, lists are …": the name begins after the preposition.
    if (
      opensSentence(tokens, i) &&
      /^(?:ADP|SCONJ|ADV|PRON|CCONJ|DET)$/.test(first.pos) &&
      !/\p{Upper}.*\p{Upper}/u.test(first.text)
    )
      continue;
    // "Block-Level Access Lists": what the tagger takes for a verb is the first half of a word.
    const hyphened = text[first.end] === "-" && /^\p{Upper}/u.test(text.slice(first.end + 1));
    // "Add", "Public", "Currently": a capital by place alone, as the tagger sees.
    const next = tokens[i + 1];
    const alone = next === undefined || !isCapital(next);
    if (
      alone &&
      !hyphened &&
      !confirmed.has(first.text) &&
      !/\p{Upper}.*\p{Upper}/u.test(first.text) &&
      /^(?:VERB|ADV|ADJ|AUX|SCONJ|ADP|PRON|DET|CCONJ|INTJ)$/.test(first.pos)
    )
      continue;
    let last = i;
    for (let j = i + 1; j < tokens.length && j - i < MAX_WORDS; j++) {
      const token = tokens[j];
      const gap = text.slice(tokens[j - 1]?.end, token?.start);
      if (!token || gap.length > 1 || /[\n,;:]/.test(gap)) break;
      if (isCapital(token) || (/^\d[\d.]*$/.test(token.text) && j === last + 1)) {
        // A number belongs to the name only at its end: "Rust 2018", "GPT-4".
        last = j;
        if (/^\d/.test(token.text)) break;
      } else if (!JOINT.has(token.text) || j - last > 2) break;
    }
    const end = tokens[last];
    // "Rust-C++", "Gemini-1.5": cut in the middle, a name is another one.
    if (end && /^(?:\+|#|\.\d)/.test(text.slice(end.end))) {
      i = last;
      continue;
    }
    // A capital at the start of the sentence belongs to the sentence: "The Web" there is "Web".
    const opens = opensSentence(tokens, i);
    const head = opens && last > i && /^(?:The|An?)$/.test(first.text) ? tokens[i + 1] : first;
    if (end && head)
      out.push({ text: text.slice(head.start, end.end), start: head.start, end: end.end, proper: true, opens });
    i = last;
  }
  return out.filter((one) => !isOfCode(text, one)).flatMap(tidied);
}

/** "$GITHUB_SHA", "FORK_BLKNUM": a piece of a variable's name. */
function isOfCode(text: string, { start, end }: Candidate): boolean {
  return /[_$]$/.test(text.slice(0, start)) || text[end] === "_";
}

function opensSentence(tokens: readonly Tagged[], i: number): boolean {
  return tokens.slice(0, i).every((token) => token.pos === "PUNCT" || token.pos === "SYM");
}

/** Words of requirement are written in capitals and belong to the verb: "Clients MUST". */
const REQUIRES = /^(?:MUST|SHALL|SHOULD|MAY|NOT|REQUIRED|RECOMMENDED|OPTIONAL)$/;

function isCapital(token: Tagged): boolean {
  if (REQUIRES.test(token.text)) return false;
  return CAPITAL.test(token.text) || INNER_CAPITAL.test(token.text);
}

function tidied(candidate: Candidate): Candidate[] {
  const text = candidate.text.replace(/(?:['’]s?|\.|-|,)$/u, "").trim();
  if (/n['’]t$/i.test(text)) return [];
  if (/^the$/i.test(text) || text.length < 2 || /^[\p{Upper}]\.?$/u.test(text) || NO_NAMES.has(text.toLowerCase()))
    return [];
  return [{ ...candidate, text, end: candidate.start + text.length }];
}

/** (ADJ | NOUN | PROPN | -ing)* NOUN, at most five words, without a weak opener; the grammar of key phrases since Hulth (2003). */
export function phrasesIn(tokens: readonly Tagged[], text: string): Candidate[] {
  const out: Candidate[] = [];
  let run: Tagged[] = [];
  const close = () => {
    const phrase = phraseOf(run, text);
    const first = phrase[0];
    const last = phrase.at(-1);
    // "crates.io team", "a/b tests": begins inside of another word.
    const cut =
      /[\p{Alpha}\p{N}*)][./@_\\~=]$/u.test(text.slice(0, first?.start)) ||
      /^(?:[/@_\\~=]|[.-]\p{Alpha})/u.test(text.slice(last?.end));
    if (first && last && !cut)
      out.push({
        text: text.slice(first.start, last.end),
        start: first.start,
        end: last.end,
        proper: false,
        opens: first === tokens[0],
      });
    run = [];
  };
  for (const [i, token] of tokens.entries()) {
    const previous = run.at(-1);
    const apart = previous && !/^[ -]?$/.test(text.slice(previous.end, token.start));
    if (apart) close();
    if (
      (belongs(token) || isHalf(token, text) || isNounByPlace(tokens, i)) &&
      /^[\p{Alpha}][\p{Alpha}\p{N}'’.+#-]*$/u.test(token.text)
    )
      run.push(token);
    else if (token.text === "-" && run.length > 0) continue;
    else close();
  }
  close();
  return out;
}

function belongs(token: Tagged): boolean {
  return (
    token.pos === "ADJ" ||
    token.pos === "NOUN" ||
    token.pos === "PROPN" ||
    (token.pos === "VERB" && /[a-z]{3,}ing$/.test(token.text))
  );
}

/** "the current borrow checker": behind an article and before a noun there is no verb, whatever its tag. */
function isNounByPlace(tokens: readonly Tagged[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (token?.pos !== "VERB" || !/^\p{Lower}{3,}$/u.test(token.text) || /(?:ed|en|ing|s)$/u.test(token.text))
    return false;
  if (next?.pos !== "NOUN") return false;
  const before = tokens[i - 1];
  const article = before?.pos === "ADJ" ? tokens[i - 2] : before;
  return /^(?:an?|the)$/i.test(article?.text ?? "");
}

/** "block-level", "read-only": what the tagger takes for a verb or adverb is half of a word. */
function isHalf({ start, end, pos }: Tagged, text: string): boolean {
  if (!/^(?:VERB|ADV|ADP)$/.test(pos)) return false;
  return (
    /^-\p{Lower}/u.test(text.slice(end, end + 2)) || /\p{Lower}-$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

function phraseOf(run: readonly Tagged[], text: string): readonly Tagged[] {
  let from = 0;
  let to = run.length;
  // "next-generation solver" is one, and no generation solver.
  while (from < to && WEAK_OPENERS.has((run[from]?.text ?? "").toLowerCase()) && text[run[from]?.end ?? 0] !== "-")
    from++;
  while (
    to > from &&
    run[to - 1]?.pos !== "NOUN" &&
    run[to - 1]?.pos !== "PROPN" &&
    !(to - from > 1 && /ing$/.test(run[to - 1]?.text ?? ""))
  )
    to--;
  if (to - from > 5 || to <= from) return [];
  const phrase = run.slice(from, to);
  if (phrase.length === 1 && phrase[0]?.pos === "VERB") return [];
  if (phrase.some((token) => /n['’]t$/i.test(token.text))) return [];
  // "in-place", "add-on": how, and no thing.
  if (phrase.length === 2 && phrase[0] && isHalf(phrase[0], text)) return [];
  return phrase;
}
