// First lines of pages that readers judged: how well their verdicts are foretold, and the weights anew. KB_FIRST_LINES names a file of one JSON object a line: { "line": as Line in signs.ts, "good": true or false, "vault": what is left out together }. `--weights` writes src/engine/extractive/pages/verdict-weights.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Line, signsOf } from "../src/engine/extractive/pages/signs.ts";

interface Judged {
  readonly line: Line;
  readonly good: boolean;
  readonly vault: string;
}

type Weights = Map<string, number>;
interface Row extends Pick<Judged, "good" | "vault"> {
  readonly signs: readonly (readonly [string, number])[];
}

/** Times that a sign must occur. */
const LEAST = 5;
/** Strength of the L2 penalty: an error of one line weighs as much as a tenth of this. */
const PENALTY = 10;
const ROUNDS = 400;
const FOLDS = 7;
/** Weights of single words below this change nothing that shows. */
const SMALL = 0.05;
/** Stands for a line without any sign. */
const EVEN = "even";

const oddsOf = (weights: Weights, { signs }: Row): number => {
  const sum = signs.reduce((all, [name, figure]) => all + figure * (weights.get(name) ?? 0), weights.get(EVEN) ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

/** Logistic regression by gradient descent with momentum; the even weight is not penalised. */
function fitted(rows: readonly Row[]): Weights {
  const times = new Map<string, number>();
  for (const { signs } of rows)
    for (const [name, figure] of signs) if (figure !== 0) times.set(name, (times.get(name) ?? 0) + 1);
  const names = [EVEN, ...[...times].flatMap(([name, n]) => (n >= LEAST ? name : []))];
  const weights: Weights = new Map(names.map((name) => [name, 0]));
  const speed = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map(names.map((name) => [name, name === EVEN ? 0 : PENALTY * (weights.get(name) ?? 0)]));
    for (const row of rows) {
      const error = oddsOf(weights, row) - (row.good ? 1 : 0);
      slope.set(EVEN, (slope.get(EVEN) ?? 0) + error);
      for (const [name, figure] of row.signs)
        if (weights.has(name)) slope.set(name, (slope.get(name) ?? 0) + error * figure);
    }
    for (const name of names) {
      const step = 0.9 * (speed.get(name) ?? 0) - (0.3 / rows.length) * (slope.get(name) ?? 0);
      speed.set(name, step);
      weights.set(name, (weights.get(name) ?? 0) + step);
    }
  }
  return weights;
}

const file = process.env.KB_FIRST_LINES;
if (!file) throw new Error("KB_FIRST_LINES names no file of judged lines.");
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((text): Row => {
    const { line, good, vault } = JSON.parse(text) as Judged;
    return { signs: [...signsOf(line)], good, vault };
  });
const vaults = [...new Set(rows.map(({ vault }) => vault))].sort();
const foretold = Array.from({ length: FOLDS }, (_, fold) => {
  const left = new Set(vaults.filter((_, i) => i % FOLDS === fold));
  const weights = fitted(rows.filter(({ vault }) => !left.has(vault)));
  return rows.filter(({ vault }) => left.has(vault)).map((row) => ({ good: row.good, odds: oddsOf(weights, row) }));
}).flat();
const share = (of: readonly { good: boolean }[]): string =>
  (of.filter(({ good }) => good).length / Math.max(1, of.length)).toFixed(2);
console.log(
  `${rows.length} lines of ${vaults.length} vaults, ${share(rows)} of them good; each vault foretold by others:`,
);
console.log("odds from  lines  good  of all good");
for (const least of [0.3, 0.45, 0.6, 0.7, 0.8]) {
  const taken = foretold.filter(({ odds }) => odds >= least);
  const found = taken.filter(({ good }) => good).length / Math.max(1, rows.filter(({ good }) => good).length);
  console.log(
    `${least.toFixed(2).padStart(9)}  ${String(taken.length).padStart(5)}  ${share(taken)}  ${found.toFixed(2)}`,
  );
}

if (process.argv.includes("--weights")) {
  const entries = [...fitted(rows)]
    .filter(([name, weight]) => Math.abs(weight) >= (name.startsWith("“") ? SMALL : 0.005))
    .sort(([a], [b]) => (a === EVEN ? -1 : b === EVEN ? 1 : a < b ? -1 : 1))
    .map(([name, weight]) => `${name} ${Number(weight.toFixed(2))}`.replace(/[\\`]|\$\{/g, "\\$&"));
  const path = join(process.cwd(), "src/engine/extractive/pages/verdict-weights.ts");
  const before = readFileSync(path, "utf8");
  const from = before.indexOf("`\n") + 2;
  const lines = Array.from({ length: Math.ceil(entries.length / 9) }, (_, i) =>
    entries.slice(i * 9, i * 9 + 9).join(" ¦ "),
  );
  writeFileSync(path, `${before.slice(0, from)}${lines.join("\n")}\n${before.slice(before.lastIndexOf("`"))}`);
}
