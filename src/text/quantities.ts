// Numbers of a text with their scale and unit: "2,732", "2.7k", "50 percent", "twenty-three", "1990s", "三百万".
import { spelledQuantities } from "./spelled-numbers.ts";
import { SCALES, UNITS } from "./units.ts";

/** One way to read a number; "1.234" has two. */
interface Reading {
  readonly value: number;
  /** Half of what rounding may hide: 50 for "2.7k", 0 for a number written in full. */
  readonly slack: number;
  /** Dimension ("%", "USD", "m", "s", …); the value is in its base unit. */
  readonly unit?: string;
}

export interface Quantity {
  /** As it stands in the text. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
}

const alternatives = (table: ReadonlyMap<string, unknown>) =>
  [...table.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[$]/g, "\\$&"))
    .join("|");

const SCALE = alternatives(SCALES);
const UNIT = alternatives(UNITS);
const DIGITS = "\\d{1,3}(?:[,'’\\u00a0\\u202f ]\\d{3})+(?:[.]\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?";
// Not inside an identifier ("GPT-4", "v1.2.3", "H2O"); the tail must end where a word ends.
const NUMBER = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u1fff\\p{N}_]|[A-Za-z\\u00c0-\\u1fff][-_.*/+#]|\\d[.,])(US\\$|[$€£¥])? ?(?:${DIGITS})(?![\\d]|[.,]\\d)` +
    `(?:[ \\u00a0-]?(${SCALE})(?![A-Za-z\\u00c0-\\u024f]))?(?:[ \\u00a0-]?(${UNIT})(?![A-Za-z\\u00c0-\\u024f\\d]))?` +
    `('?s(?![\\p{Alpha}])|st(?![\\p{Alpha}])|nd(?![\\p{Alpha}])|rd(?![\\p{Alpha}])|th(?![\\p{Alpha}]))?(?![a-zA-Z\\u00c0-\\u024f_])`,
  "giu",
);
const HEDGE =
  /(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|over|under|circa|ca\.|than|least|most|up to|rund|etwa|environ)|[~≈约])\s*$/iu;

/** Every number of the text, digits and words, in text order. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  if (/\d/.test(text)) {
    for (const match of text.matchAll(NUMBER)) {
      const surface = match[0].trim();
      const start = match.index + match[0].indexOf(surface);
      const hedged = HEDGE.test(text.slice(Math.max(0, match.index - 16), start));
      found.push({
        surface,
        start,
        end: start + surface.length,
        readings: readingsOf(match[0], match[1], match[2], match[3], hedged),
      });
    }
  }
  found.push(...spelledQuantities(text));
  return found.sort((a, b) => a.start - b.start);
}

function readingsOf(
  whole: string,
  sign: string | undefined,
  scale: string | undefined,
  unit: string | undefined,
  hedged: boolean,
): Reading[] {
  const digits = /\d[\d,.'’\u00a0\u202f ]*\d|\d/.exec(whole)?.[0] ?? "";
  const factor = scale === undefined ? 1 : (SCALES.get(scale) ?? SCALES.get(scale.toLowerCase()) ?? 1);
  const [dimension, base] = unitOf(sign, unit);
  const plain = plainValues(digits);
  const first = plain[0];
  // "5m" may be metres or millions; "1990s" is any year of ten, and "30s" half a minute.
  if (scale === "m" && first !== undefined)
    return [
      { value: first.value, slack: 0, unit: "m" },
      { value: first.value * 1e6, slack: (first.step * 1e6) / 2 },
    ];
  if (first !== undefined && /^\d{3}0'?s$/.test(whole.trim()))
    return [
      { value: first.value + 4.5, slack: 4.5 },
      { value: first.value, slack: 0 },
    ];
  return plain.map(({ value, step }) => {
    const scaled = value * factor * base;
    const slack =
      factor > 1 && scale !== "hundred" ? (step * factor * base) / 2 : hedged ? lastPlace(value, step) * base : 0;
    return dimension === undefined ? { value: scaled, slack } : { value: scaled, slack, unit: dimension };
  });
}

function unitOf(sign: string | undefined, unit: string | undefined): readonly [string | undefined, number] {
  const key = unit ?? sign?.replace("US", "");
  return (key === undefined ? undefined : UNITS.get(key.toLowerCase())) ?? [undefined, 1];
}

/** The value of the last digit that is not a padding zero: 100 for 2700, .1 for 2.7. */
function lastPlace(value: number, step: number): number {
  if (step < 1 || value === 0) return step;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

/** Commas and dots mean thousands in one country and decimals in the next: both readings stand. */
function plainValues(digits: string): readonly { value: number; step: number }[] {
  const bare = digits.replace(/['’\u00a0\u202f ]/g, "");
  const as = (text: string) => ({ value: Number(text), step: 10 ** -(text.split(".")[1]?.length ?? 0) });
  if (/^\d{1,3}(,\d{3})+$/.test(bare))
    return /^\d+,\d+$/.test(bare)
      ? [as(bare.replaceAll(",", "")), as(bare.replace(",", "."))]
      : [as(bare.replaceAll(",", ""))];
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return [as(bare.replaceAll(",", ""))];
  if (/^\d{1,3}(\.\d{3})+$/.test(bare))
    return /^\d+\.\d+$/.test(bare) ? [as(bare), as(bare.replaceAll(".", ""))] : [as(bare.replaceAll(".", ""))];
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return [as(bare.replaceAll(".", "").replace(",", "."))];
  return [as(bare.replace(",", "."))];
}

/** True when the number a sentence gives is one that its evidence gives, or a rounding of it. */
export function agrees(said: Quantity, given: Quantity): boolean {
  return said.readings.some((a) =>
    given.readings.some(
      (b) => sameUnit(a.unit, b.unit) && Math.abs(a.value - b.value) <= Math.max(a.slack, Math.abs(a.value) * 1e-9),
    ),
  );
}

// Money and shares must say so in both places; a bare number may be metres in a table whose head says "metres".
function sameUnit(said: string | undefined, given: string | undefined): boolean {
  if (said === given || said === undefined) return true;
  return given === undefined && !/^(%|[A-Z]{3})$/.test(said);
}
