// Questions about the vault itself: what changed in it, and where its sources disagree. Answered from dates and from what the pages say already.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { IndexHit, PageFilter, PageIndex } from "../core/search.ts";
import { readingOf } from "../find/rows.ts";
import { stemsOf } from "../text/words.ts";
import type { ClaimReader } from "./topic-passages.ts";

export interface PageReader extends ClaimReader {
  /** Body of a page, after the front matter; empty where there is none. */
  readonly bodyOf: (page: string) => string;
}

const MOST = 30;
const EVERY = 100_000;
const CONFIDENCE = 0.9;
const TOPICS = ["concept", "entity", "method"];
const CALLOUT = /^> \[!warning\][^\n]*\n(?<lines>(?:>[^\n]*(?:\n|$))+)/gmu;
const CITED = /\[\[(?<page>[^\]|#]+)#\^(?<claim>c-[0-9a-f]{10}(?:-\d+)?)(?:\|[^\]]*)?\]\]/gu;

/** Pages by date, newest first; of the last day without a date. Undefined in an empty vault. */
export function changesAnswer(
  index: PageIndex,
  question: string,
  since: string | undefined,
  engine: string,
): Answer | undefined {
  const list = (types: readonly string[], updated: PageFilter["updated"]): readonly IndexHit[] =>
    index.lookup({ any: [], phrases: [], not: [], filter: { types, tags: [], sources: [], updated } }, EVERY);
  const last = index.newest();
  if (last === undefined) return undefined;
  const from = since ?? last;
  const within = [{ op: ">=" as const, date: from }];
  const groups = [
    { hits: list(["source"], within), name: "source" },
    { hits: list(TOPICS, within), name: "topic" },
    { hits: list(["answer"], within), name: "answer" },
  ].filter(({ hits }) => hits.length > 0);
  const total = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const lead =
    total === 0
      ? `No page changed since ${from}; the last change was on ${last}.`
      : `${total} ${total === 1 ? "page" : "pages"} changed since ${from}, the last on ${last}.`;
  const texts = groups.map(({ hits, name }) => {
    const titles = hits.slice(0, MOST).map(({ title }) => title);
    const more = hits.length > MOST ? `; and ${hits.length - MOST} more` : "";
    return `${hits.length} ${name} ${hits.length === 1 ? "page" : "pages"}: ${titles.join("; ")}${more}.`;
  });
  const sentences = [lead, ...texts].map((text) => ({ text, citations: [] }));
  return { question, answerable: true, confidence: CONFIDENCE, sentences, dropped: [], engine };
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
