// What each source says of a thing: a page of its own where none defines it, the end of a short entry else.
import type { CitedSentence, Topic } from "../core/topic.ts";
import { escapeInline } from "../markdown/harmless.ts";
import type { Citations, SourceInfo } from "./citations.ts";
import type { Linker } from "./names.ts";

export interface SurveyOpening {
  readonly text: string;
  /** No definition, so it says where to look. */
  readonly oneLine: CitedSentence;
}

export interface Printing {
  readonly citations: Citations;
  readonly linker: Linker;
  readonly sourceOf: (path: string) => SourceInfo | undefined;
}

/** Sources that the first line names. */
const NAMED = 3;

/** The first line of a page without a definition, and the same for the index. `rows`: one a source, each citing a claim of it, the source that says most first. */
export function surveyOpening(topic: Topic, rows: readonly CitedSentence[], printing: Printing): SurveyOpening {
  const sources = new Set(topic.claims.map((ref) => ref.source)).size;
  const named = rows.slice(0, NAMED).flatMap((row) => {
    const info = printing.sourceOf(row.claims[0]?.source ?? "");
    return info ? [{ row, info }] : [];
  });
  const links = named.map(({ row, info }) => `[[${info.page}|${info.title}]] ${printing.citations.cite(row.claims)}`);
  const titles = named.slice(0, 2).map(({ info }) => info.title);
  const words = /\p{sc=Han}/u.test(topic.title) ? CHINESE : ENGLISH;
  return {
    text: words.opening(`**${escapeInline(topic.title)}**`, sources, links),
    oneLine: { text: words.oneLine(sources, titles), claims: named.slice(0, 2).flatMap(({ row }) => row.claims) },
  };
}

interface Wording {
  opening(name: string, sources: number, links: readonly string[]): string;
  oneLine(sources: number, titles: readonly string[]): string;
}

const ENGLISH: Wording = {
  opening: (name, sources, links) => `${name} comes up in ${sources} sources, most of all in ${listed(links)}.`,
  oneLine: (sources, titles) =>
    `Comes up in ${sources} sources, most of all in ${listed(titles.map((title) => `“${title}”`))}.`,
};

const CHINESE: Wording = {
  opening: (name, sources, links) => `${name}见于 ${sources} 个来源，尤其是 ${links.join("、")}。`,
  oneLine: (sources, titles) => `见于 ${sources} 个来源，尤其是${titles.map((title) => `《${title}》`).join("、")}。`,
};

/** A list: each source with what it says; those whose words cannot stand alone in one line at the end. */
export function surveyList(rows: readonly CitedSentence[], printing: Printing): string {
  const { citations, linker, sourceOf } = printing;
  const linked = (row: CitedSentence): string => {
    const info = sourceOf(row.claims[0]?.source ?? "");
    return info ? `[[${info.page}|${info.title}]]` : "";
  };
  const known = rows.filter((row) => linked(row) !== "");
  const told = known
    .filter((row) => row.text !== "")
    .map((row) => `- ${linked(row)}: ${linker.link(row.text)} ${citations.cite(row.claims)}`);
  const also = known.filter((row) => row.text === "").map((row) => `${linked(row)} ${citations.cite(row.claims)}`);
  const line = also.length > 0 ? [`- ${told.length > 0 ? "also" : "named"} in ${listed(also)}`] : [];
  return [...told, ...line].join("\n");
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
