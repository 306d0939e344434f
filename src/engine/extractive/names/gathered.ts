// A name or phrase while a document is gathered: its forms, where it stands, how it is written.
import type { Document } from "../../../core/document.ts";
import { EVERYDAY, everydayCount } from "../background.ts";
import type { Tagged } from "../tag.ts";

export interface Spot {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

export interface Gathered {
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly spots: Spot[];
  /** Mid-sentence occurrences, as a name and in lower case. */
  proper: number;
  lower: number;
  opening: number;
  inTitle: boolean;
  inHeading: boolean;
  marked: boolean;
  /** A link of that name leads to its home. */
  homed: boolean;
}

export function nothingYet(key: string): Gathered {
  return {
    key,
    forms: new Map(),
    spots: [],
    proper: 0,
    lower: 0,
    opening: 0,
    inTitle: false,
    inHeading: false,
    marked: false,
    homed: false,
  };
}

export function join(into: Gathered, from: Gathered): void {
  for (const [form, n] of from.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + n);
  for (const spot of from.spots) {
    const inside = into.spots.some(
      (other) => other.sentence === spot.sentence && other.start <= spot.start && spot.end <= other.end,
    );
    if (!inside) into.spots.push(spot);
  }
  into.spots.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
  into.proper += from.proper;
  into.lower += from.lower;
  into.opening += from.opening;
  into.inTitle ||= from.inTitle;
  into.inHeading ||= from.inHeading;
  into.marked ||= from.marked;
  into.homed ||= from.homed;
}

/** The form most used; of equals the longest, then the first by code point. */
export function usualForm(one: Gathered): string {
  const forms = [...one.forms].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  const lower = forms.find(([form]) => !form.includes(" ") && /^\p{Lower}/u.test(form));
  if (lower && everydayCount(lower[0]) > EVERYDAY) return lower[0];
  const top = forms[0]?.[0] ?? one.key;
  const long = forms.find(
    ([form, n]) =>
      (form.endsWith(` ${top}`) && !/^(?:\p{Upper}{2,}\p{Lower}?|.*\d)$/u.test(top)) ||
      (form.includes(" ") && /^\p{Upper}/u.test(form) && n * 6 >= (forms[0]?.[1] ?? 1)),
  );
  // A surname alone or an acronym is used more often than the whole, which is the better title.
  return long && !top.includes(" ") && /^\p{Upper}/u.test(top) ? long[0] : top;
}

export function isName(one: Gathered, tagged: readonly (readonly Tagged[])[]): boolean {
  if (one.homed) return true;
  const mid = one.proper + one.lower;
  const single = [...one.forms.keys()].every((form) => !form.includes(" "));
  // "Add" and "Fee" are capitals by their place; a name is not in everyone's mouth, or is written so nearly always.
  if (single && everydayCount(one.key) > EVERYDAY * 10 && one.proper < 3 * (one.lower + one.opening)) return false;
  if (mid > 0) return one.proper / mid >= 0.7;
  // Seen only at the start of sentences: a name if no dictionary word, or of several capitals.
  const form = [...one.forms.keys()][0] ?? "";
  const first = one.spots[0];
  const pos = first && tagged[first.sentence]?.find((token) => token.start === first.start)?.pos;
  if ((pos !== "PROPN" && pos !== "NOUN") || /^\p{Upper}\p{Lower}+ly$/u.test(form)) return false;
  return (
    /^\p{Upper}/u.test(form) &&
    (/\s\p{Upper}|\p{Upper}{2}|\p{Lower}\p{Upper}/u.test(form) || everydayCount(form.toLowerCase()) < 3)
  );
}

/** The words around its first mentions. */
export function besideOf(one: Gathered, document: Document): string {
  return one.spots
    .slice(0, 6)
    .map((spot) => {
      const text = document.sentences[spot.sentence]?.text ?? "";
      return `${text.slice(Math.max(0, spot.start - 30), spot.start)} ${text.slice(spot.end, spot.end + 40)}`;
    })
    .join(" | ");
}
