// What a claim may and may not say beside its evidence.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { overlapOf, supportOf } from "../../src/text/support.ts";

const cases: readonly [
  name: string,
  sentence: string,
  evidence: string,
  missing: readonly string[],
  context?: string,
][] = [
  ["a number stands as written", "It has 2,732 pages.", "The report has 2732 pages.", []],
  ["a number is rounded with its scale", "About 2.7k people came.", "2,732 people came.", []],
  ["a number is more precise than its evidence", "2,732 people came.", "Some 2.7k people came.", ["2,732"]],
  ["a number differs", "The desk cost 300 dollars.", "The desk cost 350 dollars.", ["300 dollars"]],
  ["a hedge allows rounding", "About 2,700 people came.", "2,732 people came.", []],
  ["no hedge allows no rounding", "2,700 people came.", "2,732 people came.", ["2,700"]],
  ["percent is spelled out", "Half a page, 50 percent, was cut.", "50% was cut, half of it.", []],
  ["a share is not a count", "50% left.", "50 people left.", ["50%"]],
  ["a small number is spelled out", "Three engines exist.", "There are 3 engines.", []],
  ["a spelled number differs", "Four engines exist.", "There are 3 engines.", ["Four"]],
  ["a spelled compound", "It took 23 years.", "It took twenty-three years.", []],
  ["millions in words and digits", "It sold 3 million copies.", "It sold 3,000,000 copies.", []],
  ["metric units convert", "It is 1.5 km long.", "It is 1500 m long.", []],
  ["units differ", "It is 5 km long.", "It is 5 miles long.", ["5 km"]],
  ["a continental decimal comma", "It weighs 1.5 kg.", "Es wiegt 1,5 kg.", []],
  ["a year differs", "Nelson wrote it in 1964.", "Nelson wrote it in 1965.", ["1964"]],
  ["a decade covers its years", "It began in the 1960s.", "It began in 1965.", []],
  ["an abbreviated year of a range", "It ran until 1995.", "It ran 1990-95.", []],
  ["an ISO date and a written one", "On 12 March 1990 it opened.", "It opened on 1990-03-12.", []],
  ["a written date and an ISO one", "It opened on 1990-03-12.", "It opened on March 12, 1990.", []],
  ["a month differs", "It opened in April 1990.", "It opened in March 1990.", ["April"]],
  ["the verb may is no month", "It may fail.", "It fails at times.", []],
  ["a negation is dropped", "Kb requires a model.", "Kb does not require a model.", ["not requir"]],
  ["a negation is added", "Kb does not require a model.", "Kb requires a model.", ["not"]],
  [
    "a negation of something else stays out",
    "The desk stores books.",
    "The desk is not a computer but stores books.",
    [],
  ],
  ["not only is no negation", "It stores books and letters.", "It stores not only books but letters.", []],
  ["a negation said with no", "It works without a model.", "It works with no model.", []],
  ["a negation moved to another word", "It does not store books.", "It stores books and cannot print.", ["not store"]],
  ["a name that is not there", "Vannevar Bush met Turing.", "Vannevar Bush described it.", ["Turing"]],
  ["a name from the context", "Bush described it.", "He described it.", [], "Vannevar Bush was an engineer."],
  [
    "an invented name that opens the sentence",
    "Einstein described the memex.",
    "He described the memex.",
    ["Einstein"],
  ],
  ["a plain word that opens the sentence and qualifies the next", "Adult bees sleep.", "Grown bees sleep.", []],
  [
    "a name with an adjective's ending tied to it",
    "HIV-positive people were asked.",
    "People with HIV were asked.",
    [],
  ],
  [
    "letters that the sentence explains itself",
    "Chronic kidney disease (CKD) is common.",
    "Chronic kidney disease is common.",
    [],
  ],
  ["a compound unit", "A dose of 40mg/day helps.", "A dose of 40 mg a day helps.", []],
  ["an everyday word that opens the sentence", "Readers store books.", "A person stores books.", []],
  ["a possessive and an adjective of a name", "America's press was fast.", "The American press was fast.", []],
  ["an acronym of what is written out", "The WHO agreed.", "The World Health Organization agreed.", []],
  ["a sibling's version", "GPT-4 was used.", "GPT-3 was used.", ["GPT-4"]],
  ["a version spelled with a space", "GPT-4 was used.", "GPT 4 was used.", []],
  ["an identifier", "Edit src/main.rs first.", "Edit the main file first.", ["src/main.rs"]],
  ["accents fold", "Dali painted it.", "Dalí painted it.", []],
  ["Chinese negation is dropped", "模型需要图形处理器", "模型不需要图形处理器", ["not 需要"]],
  ["Chinese numerals", "共有3个引擎。", "共有三个引擎。", []],
  ["a Chinese title that is not there", "他写了《红楼梦》。", "他写了《西游记》。", ["《红楼梦》"]],
  ["Chinese dates", "成立于1990年3月。", "1990年3月12日成立。", []],
  [
    "German nouns are no names",
    "Das Modell und die Daten sind auf der Platte.",
    "Auf der Festplatte sind das Modell und die Daten.",
    [],
  ],
];

describe("what must stand in the evidence", () => {
  for (const [name, sentence, evidence, missing, context] of cases) {
    it(name, () => expect(supportOf(sentence, evidence, context).missing).toEqual(missing));
  }
});

const prose = fc
  .array(
    fc.constantFrom(
      "not",
      "no",
      "never",
      "Bush",
      "GPT-4",
      "2.7k",
      "10 000",
      "three",
      "don't",
      "March",
      "1990-03-12",
      "50%",
      "desk",
      "不需要",
      "《书》",
      "O*NET",
      "v1.2.3",
      "5m",
      "(and",
      "a",
      "half",
      "The",
      "—",
      "is",
      "1,5",
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(" "));

test("a sentence supports itself, whatever its text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), prose), (sentence) => {
      expect(supportOf(sentence, sentence).missing).toEqual([]);
      expect(overlapOf(sentence, sentence)).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test("a sentence is supported by a text of which it is a paragraph", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), prose), prose, (sentence, other) => {
      const { missing } = supportOf(sentence, `${other}.\n\n${sentence}\n\n${other}.`);
      expect(missing.filter((word) => !word.startsWith("not "))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a negation of the sentence itself is never held against it", () => {
  fc.assert(
    fc.property(prose, (sentence) => {
      expect(supportOf(`${sentence} `, `${sentence}\n\nsomething else.`).missing).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("no text takes long, however long it repeats itself", () => {
  for (const part of ["1", "1,234", "a ", "Aa ", "A-", "not ", "两", "不需要", "twenty ", "12 ", "1990-", "《"]) {
    const text = part.repeat(4000 / part.length);
    const before = performance.now();
    supportOf(`${text}x`, `${text}y ${text}`);
    expect([part, performance.now() - before < 1000]).toEqual([part, true]);
  }
});

test("overlap counts the content words found in the evidence", () => {
  expect(overlapOf("The desk stores books", "Books are stored in it")).toBeCloseTo(2 / 3);
  expect(overlapOf("It is", "anything")).toBe(1);
  expect(overlapOf("注意力机制", "自注意力机制")).toBe(1);
});
