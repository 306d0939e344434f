// Units that measure the same thing, brought to one; those that cannot be are never drawn together.
import type { Point } from "../../core/answer.ts";
import { UNITS } from "../../text/units.ts";

/** What a unit measures, and how many of the family's own unit it is. Base units are those of text/units.ts. */
const FAMILIES: Readonly<Record<string, readonly [family: string, factor: number]>> = {
  m: ["length", 1],
  ft: ["length", 0.3048],
  in: ["length", 0.0254],
  mi: ["length", 1609.344],
  g: ["mass", 1],
  lb: ["mass", 453.59237],
  s: ["time", 1],
  day: ["time", 86_400],
  week: ["time", 604_800],
  month: ["months", 1],
  year: ["months", 12],
  B: ["bytes", 1],
  Hz: ["frequency", 1],
};
/** Plain words for units on an axis. */
const NAMES: Readonly<Record<string, string>> = {
  "%": "per cent",
  B: "bytes",
  s: "seconds",
  m: "metres",
  g: "grams",
  ft: "feet",
  in: "inches",
  mi: "miles",
  lb: "pounds",
  day: "days",
  week: "weeks",
  month: "months",
};

/** Figures of one key can be drawn on one axis. */
export const measureOf = (unit: string): string => FAMILIES[unit]?.[0] ?? unit;

interface Wording {
  readonly word: string;
  /** In base units of text/units.ts. */
  readonly size: number;
  readonly unit: string;
}

/** The unit as the evidence writes it: "km" of "5 km". */
function wordingOf({ surface, unit }: Point): Wording {
  const tail = /[\p{Alpha}%°µμ]+$/u.exec(surface.trim())?.[0] ?? "";
  const known = UNITS.get(tail.toLowerCase());
  return known?.[0] === unit ? { word: tail, size: known[1], unit } : { word: NAMES[unit] ?? unit, size: 1, unit };
}

/** All in the unit that most of them are written in; figures of one measure only. */
export function reconciled<T extends { readonly point: Point }>(found: readonly T[]): T[] {
  const wordings = found.map(({ point }) => wordingOf(point));
  const votes = new Map<string, number>();
  for (const { unit, size } of wordings) votes.set(`${unit} ${size}`, (votes.get(`${unit} ${size}`) ?? 0) + 1);
  const [most] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const chosen = wordings.find(({ unit, size }) => `${unit} ${size}` === most?.[0]);
  if (chosen === undefined) return [...found];
  const own = (FAMILIES[chosen.unit]?.[1] ?? 1) * chosen.size;
  const name = nameOf(chosen);
  return found.map((one) => {
    const value = (one.point.value * (FAMILIES[one.point.unit]?.[1] ?? 1)) / own;
    return { ...one, point: { ...one.point, value: tidy(value), unit: name } };
  });
}

const nameOf = ({ word, size, unit }: Wording): string => {
  if (size === 1 && NAMES[unit] !== undefined) return NAMES[unit];
  return /^(?:min|minute|hour|h|ms|ns|metre|meter|gram|second)$/iu.test(word)
    ? ({ h: "hours", min: "minutes" }[word.toLowerCase()] ?? (/^(?:ms|ns)$/u.test(word) ? word : `${word}s`))
    : word;
};

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));
