// What each source says of a thing: a page of its own where none defines it, the end of a short entry else.
import type { CodeRange } from "../core/document.ts";
import type { CitedSentence, SurveyRow, Topic } from "../core/topic.ts";
import { escapeInline } from "../markdown/harmless.ts";
import { articleOf } from "../text/article.ts";
import { expansionOf } from "../text/names.ts";
import { isTimely } from "../text/timely.ts";
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
  /** Inline code in a sentence that rests on these claims. */
  readonly codeOf: (sentence: CitedSentence) => readonly CodeRange[];
}

/** Sources that the first line cites, and the index names. */
const CITED = 3;
/** Rows with a line of their own, and names in the last line; the page counts the others. */
const LINES = 20;
const NAMED = 15;

/** The first line of a page without a definition, and the same for the index. `rows`: one a source, each citing a claim of it, the source that says most first. */
export function surveyOpening(
  topic: Topic,
  rows: readonly SurveyRow[],
  printing: Printing,
  gloss?: CitedSentence,
): SurveyOpening {
  const cited = rows.filter((row) => row.claims.length > 0);
  const own = withLines(rows);
  const first = [...own, ...cited.filter((row) => !own.includes(row))].slice(0, CITED);
  // Out of its list a line tells something only where it opens with the thing.
  const told = rows.find((row) => opensWith(row.text, topic) && !isTimely(row.text));
  const titles = first.slice(0, 2).flatMap((row) => printing.sourceOf(row.source)?.title ?? []);
  const words = /\p{sc=Han}/u.test(topic.title) ? CHINESE : ENGLISH;
  const claims = first.flatMap((row) => row.claims);
  const inFull = expansionOf(topic.title, topic.aliases);
  const name = `**${escapeInline(topic.title)}**`;
  if (gloss)
    return {
      text: `${printing.linker.link(gloss.text, { starts: true })} ${printing.citations.cite(gloss.claims)}`,
      oneLine: gloss,
    };
  if (topic.sort) {
    const is = `is ${articleOf(topic.sort.noun)} ${topic.sort.noun}.`;
    return {
      text: `${name} ${is} ${printing.citations.cite(topic.sort.claims)}`,
      oneLine: { text: `${topic.title} ${is}`, claims: topic.sort.claims },
    };
  }
  return {
    text: `${words.opening(`${name}${inFull ? ` (${escapeInline(inFull)})` : ""}`)} ${printing.citations.cite(claims)}`,
    oneLine: told
      ? { text: told.text, claims: told.claims }
      : { text: words.oneLine(titles), claims: first.slice(0, 2).flatMap((row) => row.claims) },
  };
}

function opensWith(text: string, topic: Topic): boolean {
  const said = text.replace(/^(?:the|an?) /i, "").toUpperCase();
  return topic.aliases.some(
    (name) => said.startsWith(name.toUpperCase()) && !/^\p{Alpha}{2}/u.test(said.slice(name.length)),
  );
}

interface Wording {
  opening(name: string): string;
  oneLine(titles: readonly string[]): string;
}

// No number: a source may speak of a thing under a name that is found in no note of it.
const ENGLISH: Wording = {
  opening: (name) => `Sources that speak of ${name}.`,
  oneLine: (titles) => `See ${listed(titles.map((title) => `“${title}”`))}.`,
};

const CHINESE: Wording = {
  opening: (name) => `谈到${name}的来源。`,
  oneLine: (titles) => `见${titles.map((title) => `《${title}》`).join("、")}。`,
};

/** Sources with a line of their own: those that say something of the thing; where none does, those that are headed by it. */
function withLines(rows: readonly SurveyRow[]): readonly SurveyRow[] {
  const telling = rows.some(({ text, spaceless }) => text !== "" || spaceless === true);
  return rows.filter(
    ({ claims, text, titled, spaceless }) =>
      claims.length > 0 && (text !== "" || spaceless === true || (titled && !telling)),
  );
}

/** A list: sources with a sentence about the thing, a line each; those that are only headed by it, or name a person, in one line at the end. `others`: sources beyond `rows` name it. */
export function surveyList(rows: readonly SurveyRow[], printing: Printing, others = false): string {
  const { citations, linker, sourceOf, codeOf } = printing;
  const known = rows.flatMap((row) => {
    const info = sourceOf(row.source);
    return info ? [{ row, info }] : [];
  });
  const told = withLines(rows);
  const own = known.filter(({ row }) => told.includes(row)).slice(0, LINES);
  const lines = own.map(
    ({ row, info }) =>
      `- [[${info.page}|${info.title}]]${dated(info)}${row.text === "" ? "" : `: ${linker.link(row.text, { code: codeOf(row) })}`} ${citations.cite(row.claims)}`,
  );
  const rest = known.filter((one) => !own.includes(one));
  const cited = citations.cite(rest.flatMap(({ row }) => row.claims));
  // How many, a note that has the thing under another name would not tell.
  const elsewhere = others ? ["- further sources name it"] : [];
  if (cited === "") return [...lines, ...elsewhere].join("\n");
  const also = rest.slice(0, NAMED).map(({ info }) => `[[${info.page}|${info.title}]]${dated(info)}`);
  const more = rest.length > also.length ? [`${rest.length - also.length} more`] : [];
  return [
    ...lines,
    `- ${own.length > 0 ? "also in" : "named in"} ${listed([...also, ...more])} ${cited}`,
    ...elsewhere,
  ].join("\n");
}

/** What was said of a thing depends on when. */
function dated(info: SourceInfo): string {
  return info.year ? ` (${info.year})` : "";
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
