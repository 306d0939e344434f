// Where two sources give different figures for what their words say is the same thing.
import type { BriefClaim } from "../core/engine.ts";
import type { ClaimRef } from "../core/topic.ts";
import { sortableDate, yearOf } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import { quantitiesOf } from "../text/quantities.ts";
import { isTimely } from "../text/timely.ts";
import { stemsOf } from "../text/words.ts";

export interface Disagreement {
  /** The older source first; `year` where the two were published in different ones, so that a change over time shows as one. */
  readonly sides: readonly { readonly text: string; readonly ref: ClaimRef; readonly year?: string }[];
}

// Shared stems, other than figures, as a part of the shorter claim's: below it two claims speak of different things.
const ALIKE = 0.6;
const MOST = 3;
/** "Our next meeting": what its author says of themselves holds for them alone. */
const OWN_AFFAIRS = /\b(?:I|we|our|my)\b/i;

/** "Rewards will be adjusted to 3": each document sets its own figure, and the later one changes it. */
const SETS =
  /\b(?:will|shall|MUST) be\b|\b(?:is|are|was|were) (?:\p{Alpha}+ )?(?:adjusted|changed|cut|decreased|increased|lowered|raised|reduced|set|updated) (?:by|from|to)\b/u;

/** `names` are the topic's own: that both speak of it makes them no more alike. */
export function disagreementsIn(claims: readonly BriefClaim[], names: readonly string[]): Disagreement[] {
  const own = new Set(names.flatMap(stemsOf));
  const known = new Set(names.map((name) => name.toLowerCase()));
  const withFigures = claims.flatMap((one) => {
    const figures = OWN_AFFAIRS.test(one.claim.text) || SETS.test(one.claim.text) ? [] : figuresIn(one.claim.text);
    return figures.length > 0
      ? [
          {
            one,
            figures,
            stems: new Set(stemsOf(one.claim.text).filter((stem) => !/\d/.test(stem) && !own.has(stem))),
            things: thingsIn(one.claim.text, known),
          },
        ]
      : [];
  });
  const found: Disagreement[] = [];
  for (const [i, a] of withFigures.entries()) {
    for (const b of withFigures.slice(i + 1)) {
      if (found.length >= MOST) return found;
      if (a.one.source === b.one.source || likeness(a.stems, b.stems) < ALIKE) continue;
      if (hasOther(a.things, b.things) && hasOther(b.things, a.things)) continue;
      if (a.one.published !== b.one.published && (isTimely(a.one.claim.text) || isTimely(b.one.claim.text))) continue;
      if (otherTimes(yearsOf(a.one.claim.text), yearsOf(b.one.claim.text)) || !differ(a.figures, b.figures)) continue;
      const sides = [a.one, b.one]
        .sort((x, y) => byCodePoint(sortableDate(x.published), sortableDate(y.published)))
        .map((side) => ({
          text: side.claim.text,
          ref: { source: side.source, id: side.id },
          ...yearsApart(a.one, b.one, side),
        }));
      found.push({ sides });
    }
  }
  return found;
}

/** "CREATE2", "gas_limit", "Bell Rock": what has a name of its own, in small letters. Who is quoted is not spoken of. */
const IDENTIFIER =
  /(?<![\p{Alpha}\p{N}_])(?!0x|\d)(?=[\p{Alpha}\p{N}_-]*(?:\p{Alpha}\d|_|\p{Upper}[\p{Alpha}\p{N}]*\p{Upper}|\p{Lower}\p{Upper}))[\p{Alpha}][\p{Alpha}\p{N}_-]*/gu;
const PROPER =
  /(?<=[\p{Lower}\p{N},;] |^(?:The|An?) )\p{Upper}\p{Lower}+(?: \p{Upper}\p{Lower}+)*(?! (?:\p{Upper}|say|said|claim|estimate|report|state))/gu;
const QUOTED = /\b(?:[Aa]ccording to|[Bb]y|[Pp]er) (?:the )?\p{Upper}\p{Alpha}*(?: \p{Upper}\p{Alpha}*)*/gu;
/** "GB", "USD": what is counted in. */
const MEASURES = /^(?:[KMGT]i?B|[KMG]Hz|kWh?|MWh?|USD|EUR|GBP|AM|PM|UTC|GMT|US|UK|USA|EU)$/u;

function thingsIn(text: string, own: ReadonlySet<string>): ReadonlySet<string> {
  const plain = withoutDays(text).replace(QUOTED, "");
  const named = [...plain.matchAll(IDENTIFIER), ...plain.matchAll(PROPER)].map(([name]) => name);
  return new Set(
    named
      .filter((name) => !MEASURES.test(name))
      .map((name) => name.toLowerCase())
      .filter((name) => !own.has(name)),
  );
}

function hasOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => !b.has(name));
}

function withoutDays(text: string): string {
  return text.replace(DAYS, (day) => " ".repeat(day.length));
}

function yearsApart(a: BriefClaim, b: BriefClaim, side: BriefClaim): { year?: string } {
  const [one, other, own] = [a, b, side].map((claim) => yearOf(claim.published));
  return one && other && own && one !== other ? { year: own } : {};
}

interface Figure {
  readonly value: number;
  /** Stem of the word counted: "engineer" of "1,000 engineers". */
  readonly unit: string;
}

/** "July 2nd", "23 September": when, and not how many. */
const DAYS =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Alpha}*\.? \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Alpha}*\b/giu;

function figuresIn(text: string): Figure[] {
  return quantitiesOf(withoutDays(text)).flatMap((quantity) => {
    const reading = quantity.readings[0];
    if (!reading || isYear(reading.value, quantity.surface)) return [];
    const counted = stemsOf(text.slice(quantity.end, quantity.end + 40))[0] ?? "";
    return [{ value: reading.value, unit: reading.unit ?? counted }];
  });
}

function isYear(value: number, surface: string): boolean {
  return value >= 1400 && value <= 2100 && /^\d{4}$/.test(surface);
}

/** Is there a unit that both count in, with no figure in common? */
function differ(a: readonly Figure[], b: readonly Figure[]): boolean {
  const units = new Set(
    a.map((figure) => figure.unit).filter((unit) => unit !== "" && b.some((other) => other.unit === unit)),
  );
  return [...units].some((unit) => {
    const values = new Set(a.filter((figure) => figure.unit === unit).map((figure) => figure.value));
    return !b.some((figure) => figure.unit === unit && values.has(figure.value));
  });
}

function otherTimes(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

/** Figures of different times do not disagree. */
function yearsOf(text: string): string {
  return [...new Set(text.match(/\b(?:1[4-9]|20)\d\d\b|\b(?:end|middle|beginning|start) of\b/g) ?? [])]
    .sort()
    .join(" ");
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(2, Math.min(a.size, b.size));
}
