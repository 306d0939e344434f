// Does a sentence say more than its evidence? Numbers, dates, names and negations are checked; wording is not.
import { FUNCTION_WORDS } from "./function-words.ts";
import { monthsGiven, monthsSaid } from "./months.ts";
import { type Denials, denialsOf, deniedDifferently } from "./negation.ts";
import { groundOf, type NameGround, namesMissing } from "./proper-names.ts";
import { agrees, type Quantity, quantitiesOf } from "./quantities.ts";
import { standsWhole } from "./whole-words.ts";
import { foldOf, stemOf } from "./words.ts";

export interface Support {
  readonly ok: boolean;
  /** What of the sentence stands nowhere in its evidence, as written; "not X" where the two disagree on a negation. */
  readonly missing: readonly string[];
}

interface Ground {
  readonly quantities: readonly Quantity[];
  readonly months: ReadonlySet<number>;
  readonly names: NameGround;
  readonly denials: Denials;
}

/**
 * `context` is what else a reader has in view: the sentence before, the headings, the title. It may supply numbers, dates and
 * names; what is denied is read from the evidence alone.
 */
export function supportOf(sentence: string, evidence: string, context = ""): Support {
  if (sentence.trim() === evidence.trim()) return { ok: true, missing: [] };
  const ground = groundFor(evidence);
  const around = context === "" ? undefined : groundFor(context);
  const grounds = around === undefined ? [ground] : [ground, around];
  const months = monthsSaid(sentence);
  const quantities = quantitiesOf(sentence);
  const digits = quantities.filter(
    (said) =>
      !months.some(
        (month) => month.digits !== undefined && month.digits[0] <= said.start && said.end <= month.digits[1],
      ),
  );
  const missing = [
    ...digits.filter((said) => mustStand(said) && !quantityStands(said, grounds)).map((said) => said.surface),
    ...months.filter(({ month }) => !grounds.some((each) => each.months.has(month))).map(({ surface }) => surface),
    ...namesMissing(
      sentence,
      grounds.map((each) => each.names),
      [...quantities, ...months],
    ),
    ...deniedDifferently(sentence, ground.denials, denialsOf(sentence), evidence),
  ];
  return { ok: missing.length === 0, missing: [...new Set(missing)] };
}

// "Both", "one", "first" and "second" are mostly not counts: they prove a number but need no proof.
const mustStand = ({ surface }: Quantity) => !/^(?:both|twice|pair|couple|zero|one|first|second|a|一)$/i.test(surface);

function quantityStands(said: Quantity, grounds: readonly Ground[]): boolean {
  return grounds.some(
    (ground) =>
      ground.quantities.some((given) => agrees(said, given)) ||
      bareYearRange(said, ground) ||
      standsWhole(said.surface, ground.names.raw),
  );
}

/** "1995" stands in "1990-95". */
function bareYearRange(said: Quantity, ground: Ground): boolean {
  const year = /^[12]\d{3}$/.test(said.surface) ? said.surface : undefined;
  return (
    year !== undefined && new RegExp(`\\b${year.slice(0, 2)}\\d\\d[-–/]${year.slice(2)}\\b`).test(ground.names.text)
  );
}

/** Share, 0 to 1, of the sentence's content words (stems; pairs of characters in Chinese and Japanese) that stand in the evidence. 1 when it has none. */
export function overlapOf(sentence: string, evidence: string): number {
  const said = contentOf(sentence);
  if (said.size === 0) return 1;
  const given = contentOf(evidence);
  let shared = 0;
  for (const word of said) if (given.has(word)) shared += 1;
  return shared / said.size;
}

/** Stems of the words that carry meaning, and pairs of Han or kana characters. */
export function contentOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const match of foldOf(text).matchAll(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|[\p{Alpha}\p{M}]+|\p{N}+/gu)) {
    const run = match[0];
    if (/^[\u3040-\u30ff\u3400-\u9fff]/u.test(run))
      for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
    else if (!FUNCTION_WORDS.has(run) && (run.length > 1 || /\p{N}/u.test(run))) words.add(stemOf(run));
  }
  return words;
}

// The same evidence is asked for again and again while a page is checked.
const grounds = new Map<string, Ground>();
const REMEMBERED = 512;

function groundFor(text: string): Ground {
  const known = grounds.get(text);
  if (known !== undefined) return known;
  const ground: Ground = {
    quantities: quantitiesOf(text),
    months: monthsGiven(text),
    names: groundOf(text),
    denials: denialsOf(text),
  };
  if (grounds.size >= REMEMBERED) grounds.clear();
  grounds.set(text, ground);
  return ground;
}
