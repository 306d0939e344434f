// Numbers written as words: "twenty-three", "two hundred million", "nineteenth", "三百". Counts from two up: "one" is mostly a pronoun.
import type { Quantity } from "./quantities.ts";

const list = (words: string, from: number, by = 1): [string, number][] =>
  words.split(" ").map((word, at) => [word, from + at * by]);

const SMALL: ReadonlyMap<string, number> = new Map([
  ...list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    0,
  ),
  ...list("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
]);
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...list(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    3,
  ),
  ...list("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
  ...list("first second", 1),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const ONE_WORD = [...SMALL.keys(), ...ORDINALS.keys()].sort((a, b) => b.length - a.length).join("|");
const ENGLISH = new RegExp(
  `(?<![\\p{Alpha}\\p{N}])(?:(?:a|${ONE_WORD})(?:[ -](?:and )?(?:${ONE_WORD}|hundred|thousand|million|billion|trillion))*|dozen|half|both|twice|pair|couple)(?![\\p{Alpha}\\p{N}])`,
  "giu",
);
const ALONE: Readonly<Record<string, number>> = { dozen: 12, half: 0.5, both: 2, twice: 2, pair: 2, couple: 2 };

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
// Only before a measure word: 三角 and 四川 are no counts.
const HAN =
  /(?<![零〇一二两兩三四五六七八九十百千万萬亿億])[零〇一二两兩三四五六七八九十百千万萬亿億]{1,24}(?=[个個年月日号次人种種篇本位名天小分秒元岁歲倍项項条條只家所章节節米公吨])/gu;

/** "both", "twice", "pair" and "couple" count as 2 where they are evidence; whether they must be proved is for the caller to say. */
export function spelledQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(ENGLISH)) {
    const value = spelledValue(match[0].toLowerCase());
    if (value !== undefined) found.push(quantity(match[0], match.index, value));
  }
  if (/[\u3400-\u9fff]/.test(text))
    for (const match of text.matchAll(HAN)) found.push(quantity(match[0], match.index, hanValue(match[0])));
  return found;
}

const quantity = (surface: string, start: number, value: number): Quantity => ({
  surface,
  start,
  end: start + surface.length,
  readings: [{ value, slack: 0 }],
});

function spelledValue(phrase: string): number | undefined {
  const alone = ALONE[phrase];
  if (alone !== undefined) return alone;
  let total = 0;
  let group = 0;
  let seen = false;
  for (const word of phrase.split(/[ -]/)) {
    if (word === "and") continue;
    if (word === "a") {
      group = 1;
      continue;
    }
    const scale = SCALES.get(word);
    if (scale === 100) group = (group || 1) * 100;
    else if (scale !== undefined) {
      total += (group || 1) * scale;
      group = 0;
    } else group += SMALL.get(word) ?? ORDINALS.get(word) ?? 0;
    seen = true;
  }
  return seen ? total + group : undefined;
}

function hanValue(numeral: string): number {
  if (!/[十百千万萬亿億]/.test(numeral)) return Number([...numeral].map((digit) => HAN_DIGITS[digit] ?? 0).join(""));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of numeral) {
    const scale = HAN_SCALES[sign];
    if (scale === undefined) digit = HAN_DIGITS[sign] ?? 0;
    else if (scale >= 1e4) {
      total += (section + digit || 1) * scale;
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * scale;
      digit = 0;
    }
  }
  return total + section + digit;
}
