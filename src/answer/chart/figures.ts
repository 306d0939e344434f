// Figures that sentences give of what was asked: each with what it is a figure of, or left out.
import type { Passage } from "../../core/engine.ts";
import type { PageIndex } from "../../core/search.ts";
import { keysIn } from "../../find/names.ts";
import { type Quantity, quantitiesOf } from "../../text/quantities.ts";
import { stemsOf } from "../../text/words.ts";
import { isPlain, says, spotsOf } from "../told.ts";
import { longestNamed } from "../topic-passages.ts";
import { dateIn } from "./dates.ts";
import type { Found } from "./found.ts";
import type { ChartWish } from "./wish.ts";

/** Share of what the question says of its figures that a sentence must say too. */
const SAYS = 2 / 3;
const YEAR = /^(?:1[4-9]|20)\d\d$/;

export function figuresIn(index: PageIndex, passages: readonly Passage[], wish: ChartWish): Found[] {
  return passages.flatMap((passage): Found[] => {
    const { text } = passage.claim;
    const fit = fitOf(passage, wish);
    if (fit < SAYS || !isPlain(text)) return [];
    const figures = quantitiesOf(text)
      .filter(({ start }) => !isBound(text, start))
      .filter(
        ({ surface }) =>
          /[\d一二三四五六七八九十百千万亿]/u.test(surface) &&
          !YEAR.test(surface) &&
          !/(?:st|nd|rd|th|\d{3}0s)$/.test(surface),
      );
    const said = dateIn(text);
    const year = said === undefined ? {} : { year: Number(said.date.slice(0, 4)) };
    const read = figures.flatMap((figure) => {
      const unit = unitOf(figure, text, wish.counted);
      const value = figure.readings[0]?.value;
      return value === undefined || unit === undefined || !isCounted(unit, figure, wish)
        ? []
        : [{ value, unit, surface: figure.surface, start: figure.start }];
    });
    const [first, second] = read;
    const pair = wish.kind === "pairs";
    // A sentence with several figures of one unit does not say which is whose.
    const own = pair
      ? first && second && first.unit !== second.unit
        ? [first]
        : []
      : read.filter((one) => read.filter(({ unit }) => unit === one.unit).length === 1);
    return own.flatMap(({ start, ...one }): Found[] => {
      const label = labelOf(index, text, start, wish);
      if (label === undefined) return [];
      const other =
        pair && second ? { other: { value: second.value, unit: second.unit, surface: second.surface } } : {};
      return [{ passage, fit, point: { ...one, label, ...year, ...other } }];
    });
  });
}

/** 0 where the sentence is not about a subject of the question; else the share of the other words that it has. */
export function fitOf({ claim, sourceTitle }: Passage, wish: ChartWish): number {
  const about = [claim.text, ...claim.place.headings, sourceTitle];
  if (wish.subjects.length > 0 && !wish.subjects.some((name) => about.some((text) => spotsOf(text, name).length > 0)))
    return 0;
  if (wish.said.length === 0) return 1;
  const there = new Set(stemsOf(claim.text));
  return wish.said.filter((stem) => says(there, stem)).length / wish.said.length;
}

/** A bound or an aside says nothing of the thing itself: "less than 75", "(up to 100)". */
function isBound(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const open = before.lastIndexOf("(") > before.lastIndexOf(")");
  return (
    open || /\b(?:less than|fewer than|at most|no more than|up to|below|under|a maximum of|limit of)\s+$/iu.test(before)
  );
}

/** "How many cards": only cards are counted. */
function isCounted(unit: string, figure: Quantity, { counted }: ChartWish): boolean {
  if (counted.length === 0) return true;
  const words = new Set([...stemsOf(unit), ...stemsOf(figure.surface)]);
  return (
    counted.some((stem) => words.has(stem)) ||
    (unit === "%" && counted.some((stem) => /^(?:percent|percentag|share)/u.test(stem)))
  );
}

/** The dimension, else the noun counted: "cards" of "12 million cards". */
function unitOf(figure: Quantity, text: string, counted: readonly string[]): string | undefined {
  const own = figure.readings[0]?.unit;
  if (own) return own;
  const after = text
    .slice(figure.end)
    .match(/^[\s-]+(?:(?:of|more|other|different|new|such|the)\s+)*((?:\p{Alpha}+[\s-]+){0,1}\p{Alpha}{3,})/u)?.[1];
  const noun = after
    ?.split(/\s+/)
    .find((word) => stemsOf(word).length > 0 && !/^(?:and|or|to|in|by|for|with|at|was|were|is|are)$/i.test(word));
  // What is counted stands in the plural, or is what the question asks for.
  const plain = noun && (/[^s]s$/i.test(noun) || stemsOf(noun).some((stem) => counted.includes(stem)));
  return plain ? noun.toLowerCase() : undefined;
}

const SUBJECT =
  /^(?:(?:the|an?|each|every|one|our)\s+)?(?<subject>(?:[\p{Alpha}\p{N}'’.+#*-]+\s+){0,6}?[\p{Alpha}\p{N}'’.+#*-]+)\s+(?:(?:now|still|also|only|already|then|once)\s+)?(?:is|are|was|were|has|have|had|stands?|stood|holds?|held|weigh(?:s|ed)|costs|takes?|took|measures?|measured|reach(?:es|ed)|covers?|covered|contain(?:s|ed)|needs?|needed|uses?|used|employ(?:s|ed)|grew|rose|fell|ran|runs|lasted|lasts|sold|counts?|counted|includes?|included|spans?|requires?|required|receiv(?:es|ed)|gets?|got|made|makes|saved|saves|earn(?:s|ed)|spent|spends|served|serves|supports?|supported|burn(?:s|ed|t)|carr(?:ies|ied)|kept|keeps|gave|gives|filled|fills)\b/iu;

/** "Each opcode": "BURN opcode" is one. */
function memberOf(text: string, each: string | undefined): string | undefined {
  if (each === undefined) return undefined;
  const pairs = text.matchAll(/(?<name>[\p{Upper}\p{N}][\p{Alpha}\p{N}_*.-]*) (?<noun>\p{Alpha}+)/gu);
  return [...pairs].find(
    ({ groups }) =>
      stemsOf(groups?.noun ?? "")[0] === each && !/^(?:The|A|An|Each|Every|All|One)$/u.test(groups?.name ?? ""),
  )?.[0];
}

/** The topic that the sentence names first before its figure and that the question does not name; else the sentence's subject. */
function labelOf(index: PageIndex, text: string, figure: number, wish: ChartWish): string | undefined {
  const asked = new Set(wish.subjects.flatMap((name) => stemsOf(name)));
  const named = longestNamed(index, keysIn(text))
    .filter(
      ({ key }) =>
        !key.split(" ").every((stem) => asked.has(stem) || wish.counted.includes(stem) || wish.said.includes(stem)),
    )
    .flatMap(({ title, key }) => {
      const spot = spotsOf(text, title)[0] ?? spotsOf(text, key)[0];
      return spot === undefined || spot.start > figure ? [] : [{ title, at: spot.start }];
    })
    .sort((a, b) => a.at - b.at);
  const member = memberOf(text, wish.each);
  if (member !== undefined) return member;
  const subject = SUBJECT.exec(text)?.groups?.subject;
  const own = subject !== undefined && subject.length <= figure && stemsOf(subject).length > 0 ? subject : undefined;
  return (
    named[0]?.title ??
    own ??
    (asked.size > 0 ? wish.subjects.find((name) => spotsOf(text, name).length > 0) : undefined)
  );
}
