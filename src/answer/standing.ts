// Questions about the vault itself: what changed in it, and where its sources disagree. Answered from dates and from what the pages say already.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { IndexHit, PageFilter, PageIndex } from "../core/search.ts";
import { readingOf } from "../find/rows.ts";
import { sortableDate } from "../text/dates.ts";
import { byCodePoint } from "../text/order.ts";
import { covers, type Period } from "../text/periods.ts";
import { stemsOf } from "../text/words.ts";
import { frontCitation } from "./front-citation.ts";
import type { QuestionKind } from "./question-kind.ts";
import type { ClaimReader } from "./topic-passages.ts";

export interface PageReader extends ClaimReader {
  /** Body of a page, after the front matter; empty where there is none. */
  readonly bodyOf: (page: string) => string;
}

const MOST = 12;
const EVERY = 100_000;
const CONFIDENCE = 0.9;
const TOPICS = ["concept", "entity", "method"];
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["source", ["source"]],
  ["topic", TOPICS],
  ["answer", ["answer"]],
];
const CALLOUT = /^> \[!warning\][^\n]*\n(?<lines>(?:>[^\n]*(?:\n|$))+)/gmu;
const CITED = /\[\[(?<page>[^\]|#]+)#\^(?<claim>c-[0-9a-f]{10}(?:-\d+)?)(?:\|[^\]]*)?\]\]/gu;

/**
 * What is dated in the time asked for, and which pages of the wiki changed in it; of the last day without a time. The sources come
 * first where new ones are asked for, and stand alone where every page changed: that says nothing. Undefined in an empty vault.
 */
export function changesAnswer(
  index: PageIndex,
  question: string,
  { period, fresh = false }: Extract<QuestionKind, { kind: "changes" }>,
  engine: string,
): Answer | undefined {
  const last = index.newest();
  if (last === undefined) return undefined;
  const within = period ?? { from: last, label: `since ${last}` };
  const every = pagesOf(index, { types: [], updated: [] });
  const changed = pagesOf(index, {
    types: [],
    updated: [
      ...(within.from === undefined ? [] : [{ op: ">=" as const, date: within.from }]),
      ...(within.until === undefined ? [] : [{ op: "<=" as const, date: within.until }]),
    ],
  });
  const dated = period ? datedSentence(index, period, fresh) : undefined;
  const wiki = changedSentences(
    changed,
    /^\d{4}(?:-\d\d)?$/u.test(within.label) ? `in ${within.label}` : within.label,
    last,
  );
  const untold = changed.length === 0 || changed.length === every.length;
  const sentences = dated === undefined ? wiki : untold ? [dated] : fresh ? [dated, ...wiki] : [...wiki, dated];
  return { question, answerable: true, confidence: CONFIDENCE, sentences, dropped: [], engine };
}

const pagesOf = (index: PageIndex, filter: Pick<PageFilter, "types" | "updated">): readonly IndexHit[] =>
  index
    .lookup({ any: [], phrases: [], not: [], filter: { ...filter, tags: [], sources: [] } }, EVERY)
    .filter(({ type }) => GROUPS.some(([, types]) => types.includes(type)));

/** Sources dated in a stretch of time, newest first, each cited; where there is none the newest of all, if new ones were asked for. */
function datedSentence(index: PageIndex, period: Period, fresh: boolean): AnsweredSentence | undefined {
  const all = pagesOf(index, { types: ["source"], updated: [] }).filter(({ type }) => type === "source");
  const ordered = all
    .map(({ path, title }) => ({ path, title, published: index.about(path)?.published ?? "" }))
    .filter(({ published }) => published !== "")
    .sort((a, b) => byCodePoint(sortableDate(b.published), sortableDate(a.published)) || byCodePoint(a.title, b.title));
  const dated = ordered.filter(({ published }) => covers(period, published));
  const numbers = new Map<string, number>();
  const [newest] = ordered;
  if (dated.length === 0 && fresh && newest)
    return {
      text: `No source is dated ${period.label}; the newest is ${newest.title} (${newest.published}).`,
      citations: [frontCitation(index, newest.path, `published: ${newest.published}`, numbers) ?? []].flat(),
    };
  if (dated.length === 0 && fresh && all.length > 0)
    return { text: `None of the ${all.length} sources gives its date.`, citations: [] };
  if (dated.length === 0) return undefined;
  const shown = dated.slice(0, MOST);
  const more = dated.length > MOST ? `; and ${dated.length - MOST} more` : "";
  const names = shown.map(({ title, published }) => `${title} (${published})`).join("; ");
  return {
    text: `${dated.length} of ${all.length} sources ${dated.length === 1 ? "is" : "are"} dated ${period.label}: ${names}${more}.`,
    citations: shown.flatMap(
      ({ path, published }) => frontCitation(index, path, `published: ${published}`, numbers) ?? [],
    ),
  };
}

/** Pages by kind, newest first. */
function changedSentences(changed: readonly IndexHit[], label: string, last: string): AnsweredSentence[] {
  const lead =
    changed.length === 0
      ? `No page changed ${label}; the last change was on ${last}.`
      : `${changed.length} ${changed.length === 1 ? "page" : "pages"} changed ${label}, the last on ${last}.`;
  const texts = GROUPS.flatMap(([name, types]) => {
    const hits = changed.filter(({ type }) => types.includes(type));
    if (hits.length === 0) return [];
    const titles = hits.slice(0, MOST).map(({ title }) => title);
    const more = hits.length > MOST ? `; and ${hits.length - MOST} more` : "";
    return [`${hits.length} ${name} ${hits.length === 1 ? "page" : "pages"}: ${titles.join("; ")}${more}.`];
  });
  return [lead, ...texts].map((text) => ({ text, citations: [] }));
}

/** What topic pages show as a disagreement, all sides of each. Undefined when there is none to show. */
export function disagreementsAnswer(
  index: PageIndex,
  question: string,
  about: string,
  reader: PageReader,
  engine: string,
): Answer | undefined {
  const filter = { types: TOPICS, tags: [], sources: [], updated: [] };
  const wanted = stemsOf(about);
  const numbers = new Map<string, number>();
  const sentences = index
    .lookup({ any: [], phrases: [], not: [], filter }, EVERY)
    .flatMap(({ path }) => [...reader.bodyOf(path).matchAll(CALLOUT)])
    .filter(([whole]) => wanted.every((stem) => stemsOf(whole).includes(stem)))
    .flatMap(({ groups }) => sentencesIn(index, groups?.lines ?? "", reader, numbers));
  const said = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
  return said.length === 0
    ? undefined
    : { question, answerable: true, confidence: CONFIDENCE, sentences: said, dropped: [], engine };
}

function sentencesIn(
  index: PageIndex,
  lines: string,
  reader: ClaimReader,
  numbers: Map<string, number>,
): AnsweredSentence[] {
  return lines.split("\n").flatMap((line) => {
    const citations = [...line.matchAll(CITED)].flatMap(({ groups }): Citation[] => {
      const page = `${groups?.page ?? ""}.md`;
      const claim = reader.claimsOf(page).find(({ id }) => id === groups?.claim);
      const about = index.about(page);
      if (!claim || !about) return [];
      const n = numbers.get(page) ?? numbers.size + 1;
      numbers.set(page, n);
      return [
        {
          n,
          page,
          claim: claim.id,
          source: about.source,
          sourceTitle: about.title,
          heading: claim.place.headings.at(-1) ?? "",
          quote: claim.quote,
          onPage: true,
          link: `${page.replace(/\.md$/u, "")}#^${claim.id}`,
        },
      ];
    });
    const { text } = readingOf(line);
    return citations.length === 0 ? [] : [{ text, citations }];
  });
}
