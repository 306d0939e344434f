// An answer as a Marp deck: a title, one idea a slide, what each rests on in the speaker notes, sources at the end.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import type { Page } from "../../core/page.ts";
import { fencedCode } from "../../markdown/fenced.ts";
import { escapeBlockStart, escapeInline } from "../../markdown/harmless.ts";
import { isComparison, type Slide, slidesFor } from "./deck.ts";
import { type TableSlide, tableSlide } from "./deck-table.ts";
import { sourceLinks } from "./document.ts";
import { cutTo, deckTitle, noteText } from "./slide-text.ts";

/** Sources that fit on one slide, and letters of each on its two lines. */
const SOURCES = 6;
const SOURCE_TITLE = 110;

function slideMarkdown({ heading, texts, sentences, by, statement = false, code }: Slide): string {
  const [only = "", ...more] = texts.map((line) => escapeBlockStart(line));
  const text = more.length === 0 ? only : [only, ...more].map((one) => `- ${one}`).join("\n");
  return [
    ...(statement ? ["<!-- _class: statement -->"] : []),
    `## ${escapeInline(heading) || "Answer"}`,
    text,
    ...(code ? [fencedCode(code.text, code.lang)] : []),
    ...(by === "" ? [] : [`*${escapeInline(by)}*`]),
    `<!--\n${notesOf(sentences)}\n-->`,
  ].join("\n\n");
}

function tableMarkdown({ heading, markdown, sentences }: TableSlide): string {
  return [`## ${escapeInline(heading)}`, markdown, `<!--\n${notesOf(sentences)}\n-->`].join("\n\n");
}

function pictureMarkdown({ target, caption, by }: DeckPicture): string {
  const [heading, below] = caption === "" ? [by, ""] : [caption, by];
  const parts = [`## ${escapeInline(cutTo(heading, 60))}`, `![](${target})`];
  if (below !== "") parts.push(`*${escapeInline(cutTo(below, 60))}*`);
  return [...parts, `<!--\nPicture in ${noteText(by)}\n-->`].join("\n\n");
}

/** What the speaker has before them: the words of each source and where they stand. */
export function notesOf(sentences: readonly AnsweredSentence[]): string {
  const notes = sentences.flatMap(({ citations }) =>
    citations.map(({ n, sourceTitle, quote, link }) => noteText(`[${n}] ${sourceTitle}: “${quote}” (${link})`)),
  );
  return [...new Set(notes)].join("\n");
}

export interface DeckPicture {
  /** From the deck's folder, percent-encoded. */
  readonly target: string;
  readonly caption: string;
  /** The source that shows it. */
  readonly by: string;
}

/** Sentences with a cell make one slide with a table, after the first. */
export function slidesPage(answer: Answer, path: string, date: string, pictures: readonly DeckPicture[] = []): Page {
  const subject = deckTitle(answer.question);
  const shown = slidesFor(answer.sentences, subject);
  const table = tableSlide(answer.sentences);
  const sources = sourceTitles([...shown, ...(table ? [table] : [])].flatMap(({ sentences }) => sentences));
  const asked = subject === answer.question.replace(/[?？.!。\s]+$/u, "") ? "" : `${escapeInline(answer.question)}\n\n`;
  const count = `${sources.length} ${sources.length === 1 ? "source" : "sources"} · ${date}`;
  const title = `# ${escapeInline(subject)}\n\n${asked}${count}`;
  // What is compared stands side by side before all; other tables follow the answer.
  const before = table !== undefined && isComparison(answer.sentences) ? 0 : 1;
  const [first, rest] = [shown.slice(0, before), shown.slice(before)];
  const lists: string[] = [];
  for (let start = 0; start < sources.length; start += SOURCES)
    lists.push(`## Sources\n\n${sources.slice(start, start + SOURCES).join("\n")}`);
  const slides = [
    title,
    ...first.map(slideMarkdown),
    ...(table ? [tableMarkdown(table)] : []),
    ...pictures.map(pictureMarkdown),
    ...rest.map(slideMarkdown),
    ...lists,
  ];
  return {
    path,
    type: "answer",
    title: answer.question,
    front: {
      aliases: [answer.question],
      tags: ["answer", "slides"],
      marp: true,
      theme: "kb",
      paginate: true,
      sources: sourceLinks(answer),
    },
    body: slides.join("\n\n---\n\n"),
    engine: answer.engine,
  };
}

/** Marp knows no [[links]]: the deck shows titles, its notes and front matter hold the links. */
function sourceTitles(sentences: readonly AnsweredSentence[]): string[] {
  const titles = new Map(sentences.flatMap(({ citations }) => citations.map((c) => [c.n, c.sourceTitle] as const)));
  return [...titles].sort(([a], [b]) => a - b).map(([n, title]) => `${n}. ${escapeInline(cutTo(title, SOURCE_TITLE))}`);
}
