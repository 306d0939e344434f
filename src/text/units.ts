// Words of scale and of measure behind a number, and what they make of it.

// Factor: words. "m" is read apart, since it may be metres.
const SCALE_WORDS = `1e3: k K thousand thousands tausend mille mil 千
1e4: 万 萬
1e6: M mn mio million millions millionen millones 百万
1e8: 亿 億
1e9: B bn billion billions milliarden milliards
1e12: trillion trillions 万亿
12: dozen
100: hundred`;

// Dimension, factor to its base unit: words, with "_" for a space inside one.
const UNIT_WORDS = `% 1: % ％ percent per_cent prozent pour_cent por_ciento pct
USD 1: $ usd dollar dollars 美元
EUR 1: € eur euro euros
GBP 1: £ gbp
JPY 1: ¥ yen
m .001: mm
m .01: cm
m 1: m metre metres meter meters
m 1000: km kilometre kilometres kilometer kilometers
mi 1: mile miles
ft 1: ft feet foot
in 1: inch inches
g .001: mg
g 1: g gram grams
g 1e3: kg kilogram kilograms
g 1e6: tonne tonnes
lb 1: pound pounds lb lbs
s 1e-9: ns
s 1e-6: µs μs
s .001: ms millisecond milliseconds
s 1: s sec second seconds
s 60: min mins minute minutes
s 3600: h hour hours
day 1: day days
week 1: week weeks
month 1: month months
year 1: year years
B 1: byte bytes
B 1e3: kb kilobytes
B 1024: kib
B 1e6: mb megabytes
B 1048576: mib
B 1e9: gb gigabytes
B 1073741824: gib
B 1e12: tb terabytes
Hz 1: hz
Hz 1e3: khz
Hz 1e6: mhz
Hz 1e9: ghz
°C 1: °c
°F 1: °f`;

const rowsOf = (table: string): readonly (readonly [head: string, words: readonly string[]])[] =>
  table.split("\n").map((row) => {
    const [head = "", words = ""] = row.split(": ");
    return [head, words.split(" ").map((word) => word.replaceAll("_", " "))];
  });

/** "million" to 1e6. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  rowsOf(SCALE_WORDS).flatMap(([factor, words]) => words.map((word) => [word, Number(factor)] as const)),
);

/** Lower-case word to its dimension and the factor to that dimension's base unit. */
export const UNITS: ReadonlyMap<string, readonly [dimension: string, factor: number]> = new Map(
  rowsOf(UNIT_WORDS).flatMap(([head, words]) => {
    const [dimension = "", factor = "1"] = head.split(" ");
    return words.map((word) => [word, [dimension, Number(factor)]] as const);
  }),
);
