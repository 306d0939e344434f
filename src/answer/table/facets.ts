// What a comparison tells of each thing: what it is, what the question asks for, and what sources tend to say of things.
import { quantitiesOf } from "../../text/quantities.ts";
import { isTimely } from "../../text/timely.ts";
import { nameKeyOf, stemsOf } from "../../text/words.ts";
import { dateIn } from "../chart/dates.ts";
import { isAbout, isSubject, spotsOf } from "../told.ts";

export interface Facet {
  readonly title: string;
  /** What a model is asked for. */
  readonly ask: (thing: string) => string;
  /** How well a sentence fits, 0 where it does not. `name` is that of the row's thing; `own` sentences stand on its page. */
  readonly fit: (sentence: string, name: string, own: boolean) => number;
  /** The question asks for it. */
  readonly asked?: boolean;
}

const YEAR = /\b(?:1[4-9]|20)\d\d\b/g;
const WHEN = /\b(?:when|year|date|since|founded|born|released|appear(?:ed)?|history|timeline)\b|何时|什么时候|哪年/iu;
const WHO = /\b(?:who|whom|whose|author|inventor|maker|founder|made by|people)\b|谁/iu;
const HOW_MANY =
  /\b(?:how (?:many|much|large|big|long|fast|old)|size|number|cost|price|figures?|speed|count)\b|多少|多大/iu;
const PERSON =
  /\b(?!(?:In|On|At|By|For|The|With|From|And|But|When|After|Its?|A|An) )\p{Upper}\p{Lower}+(?: \p{Upper}\.)* \p{Upper}\p{Lower}+\b/u;
const MADE =
  /^,? (?:(?:first|then|later|had|also) )*(?:invented|built|wrote|made|founded|designed|led|directed|created|developed|coined|proposed) (?:\p{Alpha}+ ){0,3}$/iu;
const MADE_BY =
  /\b(?:invented|built|written|made|founded|designed|led|directed|created|developed|coined|proposed) (?:in \d{4} )?by (?:\p{Alpha}+ ){0,2}$/iu;

/** Letters after the name within which a facet's words make it the sentence's own: "X lets …", "X is based on …". */
const REACH = 40;

/** The thing does it, and not only on the day of its source. */
function byCue(cue: RegExp): Facet["fit"] {
  return (text, name, own) => {
    const [spot] = spotsOf(text, name);
    if (spot === undefined || !isSubject(text, name, own)) return 0;
    const at = cue.exec(text.slice(spot.end))?.index;
    if (at === undefined || at > REACH) return 0;
    return isTimely(text) ? 0.6 : 1;
  };
}

/** "X is a …": what a thing is, said of it at the start of the sentence. */
const is: Facet = {
  title: "What it is",
  ask: (thing) => `What is ${thing}?`,
  fit: (text, name) => {
    const spot = spotsOf(text, name)[0];
    if (spot === undefined || !isSubject(text, name, true)) return 0;
    const after = text.slice(spot.end);
    if (/^(?:\s*\([^)]*\))?,? (?:is|are|was|were) (?:an? |the |one of |any |both |\p{Alpha}+ing )/u.test(after))
      return 1;
    if (/^(?:\s*（[^）]*）)?是(?:一|位|指|由)?/u.test(after)) return 1;
    if (/^(?:\s*\([^)]*\))? (?:means|refers to|stands for|describes|defines)\b/u.test(after)) return 0.9;
    return /^, (?:an? |the )\p{Alpha}/u.test(after) ? 0.6 : 0;
  },
};
const does: Facet = {
  title: "What it does",
  ask: (thing) => `What does ${thing} do, and what is it used for?`,
  fit: byCue(
    /\b(?:lets?|allows?|enables?|helps?|provides?|supports?|gives?|(?:is|are) used|used (?:to|for|by|as)|serves?|aims?|designed to|intended to|makes|turns|manages?|handles?|offers?|keeps?|throws?|shows?)\b|用于|可以|能够|使得?|提供|支持/iu,
  ),
};
const works: Facet = {
  title: "How it works",
  ask: (thing) => `How does ${thing} work, and what is it made of?`,
  fit: byCue(
    /\b(?:works? by|uses|use|based on|built (?:on|with|in|from|of)|consists? of|made (?:up )?of|written in|implemented|contains?|stores?|runs? on|relies on|depends? on|carr(?:y|ies|ied)|takes|requires?)\b|由.{1,20}组成|基于|采用|使用/iu,
  ),
};
const limits: Facet = {
  title: "Limits",
  ask: (thing) => `What are the limits and drawbacks of ${thing}?`,
  fit: byCue(
    /\b(?:cannot|can['’]t|can not|do(?:es)? not|do(?:es)?n['’]t|lacks?|limitations?|limited|drawbacks?|downsides?|disadvantages?|risky?|slow|difficult|hard to|problems?|fails?|not (?:yet|possible|supported)|is not|are not|isn['’]t|aren['’]t|no longer|expensive)\b|不能|无法|缺点|限制|不支持/iu,
  ),
};
const merits: Facet = {
  title: "Strengths",
  ask: (thing) => `What is good about ${thing}?`,
  fit: byCue(
    /\b(?:fast(?:er)?|eas(?:y|ier|ily)|simpl(?:e|er|ifies)|safe(?:r|ty)?|reliabl[ey]|efficient(?:ly)?|advantages?|benefits?|better|best|powerful|flexible|open source|free|secure|popular|widely|sav(?:es|ed)|reduc(?:es|ing)|improves?|avoids?|prevents?)\b|优点|更快|简单|安全|方便|广泛/iu,
  ),
};
const when: Facet = {
  title: "When",
  ask: (thing) => `When was ${thing} made or released?`,
  fit: (text, name) => (dateIn(text) !== undefined && isAbout(text, name) ? 1 : 0),
};
const who: Facet = {
  title: "Who",
  ask: (thing) => `Who made ${thing}?`,
  fit: (text, name) => {
    const person = PERSON.exec(text);
    const [spot] = spotsOf(text, name);
    if (!person || spot === undefined || name.includes(person[0])) return 0;
    // "Gustaf Dalén invented the sun valve", "NLS was built by Douglas Engelbart".
    const before = MADE.exec(text.slice(person.index + person[0].length, spot.start));
    const after = MADE_BY.exec(text.slice(spot.end, person.index));
    return (person.index < spot.start && before !== null) || (person.index > spot.end && after !== null) ? 1 : 0;
  },
};
const figures: Facet = {
  title: "Figures",
  ask: (thing) => `Which figures are given for ${thing}?`,
  fit: (text, name) => {
    if (!isSubject(text, name)) return 0;
    // Numbers of versions and of lists, and years, measure nothing.
    const plain = text.replace(YEAR, "").replace(/\(\d+\)|\b\d+(?:\.\d+)+\b/gu, "");
    return quantitiesOf(plain).some(({ surface, readings }) => /\d/.test(surface) && readings[0]?.unit !== undefined)
      ? 1
      : 0;
  },
};

export const WHAT = is;

/** What else is said of it, where little fits the rest. */
export const ALSO: Facet = {
  title: "Also said",
  ask: (thing) => `What is remarkable about ${thing}?`,
  fit: (text, name, own) => (isTimely(text) || !isSubject(text, name, own) ? 0 : 0.5),
};

/** What a row is comes before these; what the question asks for comes first. */
export function facetsFor(question: string, rowNames: readonly string[]): Facet[] {
  const names = new Set(rowNames.flatMap((name) => nameKeyOf(name).split(" ")));
  const asked = [...new Set(stemsOf(question))].filter((stem) => !names.has(stem) && !EMPTY.has(stem));
  // The words of an unspaced question are not told apart from its names.
  const spaced = !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(question);
  const wished = spaced && asked.length > 0 && asked.length <= 6 ? [inItsWords(question, asked)] : [];
  const direct = [
    WHEN.test(question) ? [when] : [],
    WHO.test(question) ? [who] : [],
    HOW_MANY.test(question) ? [figures] : [],
  ].flat();
  const rest = [does, works, merits, limits, when, who, figures].filter((facet) => !direct.includes(facet));
  return [...[...direct, ...wished].map((facet) => ({ ...facet, asked: true })), ...rest];
}

const EMPTY = new Set(
  stemsOf(
    "compare comparison contrast table difference different differ versus vs list which what how all each vault tell show people programs tools systems products persons made when who many much main key similarities similarity relation",
  ),
);

/** The words of the question that are no names: "licence", "price and size". */
function inItsWords(question: string, stems: readonly string[]): Facet {
  const words = (question.match(/[\p{Alpha}\p{N}-]+/gu) ?? []).filter((word) => stems.includes(stemsOf(word)[0] ?? ""));
  const title = [...new Set(words)].slice(0, 4).join(", ");
  return {
    title: title.slice(0, 1).toUpperCase() + title.slice(1),
    ask: (thing) => `What is said of ${thing} about ${title}?`,
    fit: (text) => {
      const there = new Set(stemsOf(text));
      return stems.filter((stem) => there.has(stem)).length / stems.length;
    },
  };
}
