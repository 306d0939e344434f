// Which sentences stand together on a slide: first what answers the question, then what each source says under one heading.
import type { AnsweredSentence } from "../../core/answer.ts";
import type { LedCode } from "../../core/search.ts";
import { pointsAway } from "../told.ts";
import { cutTo, FITS, slideTexts, widthOf } from "./slide-text.ts";

export interface Slide {
  readonly heading: string;
  /** One is a statement, several are points. */
  readonly texts: readonly string[];
  readonly sentences: readonly AnsweredSentence[];
  /** Who says so; empty where the heading says it already. */
  readonly by: string;
  /** The answer in a sentence, set large. */
  readonly statement?: boolean;
  /** What its one sentence leads to, where it fits. */
  readonly code?: LedCode;
}

/** Letters of a heading that fit on one line, and of a source's name below the text. */
const HEADING = 60;
const MOST_POINTS = 3;
/** A statement of more letters is set as other text is. */
const STATEMENT = 200;
/** Fewer sentences are all shown, whatever they lean on. */
const ENOUGH = 3;

/** `subject` heads the first slide; where things are compared, no one sentence is the answer, and there is none. */
export function slidesFor(all: readonly AnsweredSentence[], subject: string): Slide[] {
  const [first, ...rest] = shown(all);
  if (!first) return [];
  if (isComparison(all))
    return groupsOf([first, ...rest]).flatMap(({ heading, sentences }) => slidesOf(heading, sentences));
  const listed = [first, ...rest].map((one) => listSlides(one, subject));
  if (listed[0] !== undefined) return [first, ...rest].flatMap((one, i) => listed[i] ?? slidesOf(subject, [one]));
  const lead = slidesOf(cutTo([first.section, subject].filter(Boolean).join(": "), HEADING), [first]);
  const [statement] = lead;
  const large = statement !== undefined && !first.code && lead.length === 1 && widthOf(first.text) <= STATEMENT;
  const opening = large ? [{ ...statement, statement: true }] : lead;
  return [...opening, ...groupsOf(rest).flatMap(({ heading, sentences }) => slidesOf(heading, sentences))];
}

/** "7 of 59 are final: A; B; C." as a statement and a slide of points for each six; undefined for other sentences. */
function listSlides(one: AnsweredSentence, subject: string): Slide[] | undefined {
  const { lead, items = "" } = LISTING.exec(one.text)?.groups ?? {};
  const points = items.split(/; (?:and )?/u);
  if (lead === undefined || points.length < ENOUGH) return undefined;
  const heading = cutTo(subject, HEADING);
  const slides: Slide[] = [{ heading, texts: [`${lead}.`], sentences: [one], by: "", statement: true }];
  for (let start = 0; start < points.length; start += LINES) {
    const texts = points.slice(start, start + LINES).map((point) => cutTo(point, LINE));
    slides.push({ heading, texts, sentences: [one], by: "" });
  }
  return slides;
}

const LISTING =
  /^(?<lead>.{8,160}?(?:sources|pages|people|EIPs|[\p{Upper}]{2,5}s|“[^”]*”|\d{4}(?:-\d\d)*|paragraphs or more[^:]*)): (?<items>.+; .+?)[.]$/u;

/** Cells that stand under no heading of a source are a comparison's. */
export const isComparison = (all: readonly AnsweredSentence[]): boolean =>
  all.some(({ cell, section }) => cell !== undefined && section === undefined);

/** Without questions and what leans on a sentence that is not shown, as long as enough is left. */
function shown(given: readonly AnsweredSentence[]): readonly AnsweredSentence[] {
  const all = given.filter(({ cell }) => cell === undefined);
  const alone = all.filter(({ text }) => !/[?？]["”»)]*$/u.test(text.trim()) && !pointsAway(text));
  return alone.length >= ENOUGH ? alone : all;
}

interface Group {
  readonly heading: string;
  readonly sentences: AnsweredSentence[];
}

/** By source, then by heading; headings with one sentence each share a slide under the source's name. */
function groupsOf(sentences: readonly AnsweredSentence[]): Group[] {
  const sources = new Map<string, AnsweredSentence[]>();
  for (const one of sentences) {
    const key = `${one.section ?? ""}|${one.citations[0]?.page ?? ""}`;
    sources.set(key, [...(sources.get(key) ?? []), one]);
  }
  return [...sources.values()].flatMap((own) => {
    const headings = new Map<string, AnsweredSentence[]>();
    for (const one of own) headings.set(headingOf(one), [...(headings.get(headingOf(one)) ?? []), one]);
    const single = [...headings.values()].filter((list) => list.length === 1).flat();
    const pooled = single.length > 1 ? new Set(single) : new Set<AnsweredSentence>();
    const groups = new Map<string, Group>();
    for (const one of own) {
      const heading = pooled.has(one) ? nameOf(one) : headingOf(one);
      const group = groups.get(heading) ?? { heading, sentences: [] };
      group.sentences.push(one);
      groups.set(heading, group);
    }
    return [...groups.values()];
  });
}

const plainHeading = (text: string): string => text.replace(/^[\d.]+\s+(?=\p{Alpha})/u, "");
const headed = ({ section }: AnsweredSentence, heading: string): string =>
  cutTo([section, plainHeading(heading)].filter(Boolean).join(": "), HEADING);
const headingOf = (one: AnsweredSentence): string =>
  headed(one, one.citations[0]?.heading || one.citations[0]?.sourceTitle || "");
const nameOf = (one: AnsweredSentence): string => headed(one, one.citations[0]?.sourceTitle ?? "");

/** As many sentences on each as fit on six lines. */
function slidesOf(heading: string, sentences: readonly AnsweredSentence[]): Slide[] {
  const slides: Slide[] = [];
  let open: AnsweredSentence[] = [];
  const close = (): void => {
    if (open.length > 0)
      slides.push({ heading, texts: open.map(({ text }) => text), sentences: open, by: byOf(heading, open) });
    open = [];
  };
  for (const one of sentences) {
    const together = [...open, one].reduce((sum, { text }) => sum + Math.ceil(widthOf(text) / LINE) * LINE, 0);
    if (one.code && fitsASlide(one.code) && widthOf(one.text) <= STATEMENT) {
      close();
      slides.push({ heading, texts: [one.text], sentences: [one], by: byOf(heading, [one]), code: one.code });
      continue;
    }
    if (open.length === MOST_POINTS || together > LINES * LINE) close();
    if (widthOf(one.text) <= FITS) {
      open.push(one);
      continue;
    }
    const pieces = slideTexts(one.text);
    for (const [i, text] of pieces.entries())
      slides.push({
        heading,
        texts: [i === pieces.length - 1 ? text : `${text} …`],
        sentences: [one],
        by: byOf(heading, [one]),
      });
  }
  close();
  return slides;
}

/** Lines of code below a sentence, and letters of each. */
const CODE_LINES = 8;
const CODE_LINE = 60;

const fitsASlide = ({ text, cut = false }: LedCode): boolean =>
  !cut && text.split("\n").length <= CODE_LINES && text.split("\n").every((line) => line.length <= CODE_LINE);

/** Letters of a line of points. */
const LINE = 64;
const LINES = 6;

function byOf(heading: string, sentences: readonly AnsweredSentence[]): string {
  const names = [...new Set(sentences.flatMap(({ citations }) => citations.map(({ sourceTitle }) => sourceTitle)))];
  const [name] = names;
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  return name === undefined || (more === "" && heading === cutTo(name, HEADING))
    ? ""
    : `${cutTo(name, HEADING)}${more}`;
}
