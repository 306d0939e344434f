// Is a sentence about a thing: named as what acts or is acted on, not in passing and not as a part of another name.
import { stemsOf, tokensOf } from "../text/words.ts";

/** What stands before a thing that is only mentioned: "for X", "in X", "like X". */
const PASSING =
  /(?:^|[\s(])(?:of|for|in|into|on|onto|at|to|from|by|with|within|without|via|using|than|like|as|through|under|over|about|against|between|among|around|after|before|until|since|per|including|e\.g\.)\s+(?:the |an? |our |your |its |their |all |some )?(?:[\p{Alpha}\p{N}.-]+(?:,? and |, (?:and )?))*$/iu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

export interface Spot {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence names the thing, word for word but for plural and case; a longer name that it is part of does not count. */
export function spotsOf(text: string, name: string): Spot[] {
  if (UNSPACED.test(name)) {
    const at = text.indexOf(name);
    return at < 0 ? [] : [{ start: at, end: at + name.length }];
  }
  const wanted = stemsOf(name);
  if (wanted.length === 0) return [];
  const tokens = tokensOf(text)
    .map((token) => ({ ...token, stem: stemsOf(text.slice(token.start, token.end))[0] }))
    .filter(({ stem }) => stem !== undefined);
  return tokens.flatMap((token, i) => {
    const run = tokens.slice(i, i + wanted.length);
    const last = run.at(-1);
    if (last === undefined || run.length < wanted.length || run.some(({ stem }, n) => stem !== wanted[n])) return [];
    return longer(text, token.start, last.end) ? [] : [{ start: token.start, end: last.end }];
  });
}

/** "Rust in Action", "rust-lang": other names that begin or end with this one. */
function longer(text: string, start: number, end: number): boolean {
  const own = text.slice(start, end);
  const after = text.slice(end);
  const before = text.slice(0, start);
  if (/^[-/_]\p{Alpha}/u.test(after) || /\p{Alpha}[-/_]$|[/_.@#]$/u.test(before)) return true;
  if (!/^\p{Upper}/u.test(own)) return false;
  return /^ (?:(?:in|of|for|and the) )?\p{Upper}\p{Lower}+/u.test(after) &&
    !/^ (?:In|On|At|By|For|The|With|From)\b/u.test(after)
    ? true
    : /(?<![.!?:]\s|^)\b\p{Upper}\p{Lower}+ $/u.test(before) && !/(?:^|[.!?:]\s)\p{Upper}\p{Lower}+ $/u.test(before);
}

/** The sentence's subject or object, not "for X", "in X" or "X's …". */
export function isAbout(text: string, name: string): boolean {
  return spotsOf(text, name).some(
    ({ start, end }) =>
      !/^['’]s?\b/u.test(text.slice(end)) && !PASSING.test(text.slice(0, start)) && !isQuoted(text.slice(0, start)),
  );
}

/** Inside quotation marks that do not open the sentence. */
const isQuoted = (before: string): boolean => /[\p{Alpha}\p{N}].*["“«][^"”»]*$/u.test(before);

/** Alone the grammatical subject: "X lets …", "A lightvessel carried …"; not "X and Y are …", nor "the trait", which is a certain one, unless `certain`. */
export function isSubject(text: string, name: string, certain = false): boolean {
  const [spot] = spotsOf(text, name);
  if (spot === undefined) return false;
  const before = text.slice(0, spot.start).replace(/^(?:\[[^\]]+:\] )?[“"]?/u, "");
  const after = text.slice(spot.end);
  if (UNSPACED.test(name)) return before.length <= 1 && !/^(?:和|与|、|的)/u.test(after);
  const proper =
    /\p{Upper}/u.test(text.slice(spot.start, spot.end).slice(1)) ||
    (before !== "" && /^\p{Upper}/u.test(text.slice(spot.start)));
  const led = proper || certain ? /^(?:(?:the|an?|each|every) )?$/iu : /^(?:(?:an?|each|every|all|most) )?$/iu;
  return (
    led.test(before) &&
    !/^(?:['’]s?\b|,? (?:and|or|&) |, (?:\p{Alpha}+ )*\p{Alpha}+, | ?\/| v?\d| \p{Lower}+s (?:can|are|will|have|were|must)\b)/u.test(
      after,
    )
  );
}

/** Points at something that stands elsewhere. */
const POINTS =
  /^the (?:first|second|third|next|last|other) (?:approach|step|option|reason|thing|point|question|way|part|example|issue)\b|\bhim\b|\bon the other hand\b|\b(?:challenge|problem|idea|point|goal) here\b|\b(?:this|these|those|the (?:above|following|latter|former|described|proposed)|above|below|herein|aforementioned)\b/iu;

/** Understood where it is shown alone. */
export const standsAlone = (text: string): boolean => isPlain(text) && !POINTS.test(text);

/** Leans on a sentence before it, or points elsewhere. */
export const pointsAway = (text: string): boolean => LEANS.test(text) || POINTS.test(text);

const LEANS =
  /^(?:it|its|this|that|these|those|they|their|he|his|she|her|we|our|i|my|you|your|there|here|such|both|one|and|but|so|also|then|however|or|because|which|who|will|would|to|if|as|when|once|after|before|since|until|while|not only|note|see|for example|e\.g\.)\b/iu;
const SUPPOSED =
  /\b(?:for example|for instance|e\.g\.|suppose|imagine|let['’]s say|if|would|could|might|may|should|can be|hypothetical\w*)\b/iu;

/** A whole statement that can be read by itself and says what is, not what may be. */
export function isPlain(text: string): boolean {
  if (UNSPACED.test(text)) return /[。！？.!?”」]$/u.test(text.trim());
  return (
    /^["“([]?[\p{Upper}\p{N}]/u.test(text) &&
    /[.!?”")]$/u.test(text.trim()) &&
    !LEANS.test(text) &&
    !SUPPOSED.test(text)
  );
}

// Questions ask in the present form ("did it hold"), sources tell in the past.
const PAST =
  "hold held, stand stood, sell sold, grow grew, take took, make made, write wrote, build built, win won, spend spent, lose lost, find found, run ran, fall fell, rise rose, get got, keep kept, give gave, buy bought, bring brought, send sent, lead led, begin began, drive drove, fly flew, bear born, eat ate, draw drew, teach taught, pay paid, serve served";
const FORMS: ReadonlyMap<string, string> = new Map(
  PAST.split(", ").map((pair) => {
    const [now = "", past = ""] = pair.split(" ");
    return [stemsOf(now)[0] ?? now, stemsOf(past)[0] ?? past];
  }),
);

/** Is a word of the question among the stems of a sentence, in the past form too? */
export const says = (stems: ReadonlySet<string>, stem: string): boolean =>
  stems.has(stem) || stems.has(FORMS.get(stem) ?? stem);
