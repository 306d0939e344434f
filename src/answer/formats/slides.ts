// An answer as a Marp deck: a title, one idea a slide, what each rests on in the speaker notes, sources at the end.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import type { Page } from "../../core/page.ts";
import { escapeBlockStart, escapeInline } from "../../markdown/harmless.ts";
import { sourceListing } from "../cite.ts";
import { sourceLinks } from "./document.ts";

/** Characters that fit on six lines of the theme; ideographs are twice as wide. */
const FITS = 330;
/** Sources that fit on one slide. */
const SOURCES = 6;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );

/** Ends a comment only where the note ends. */
const noteText = (text: string): string => text.replace(/-{2,}>/g, "→").replace(/<!-{2,}/g, "");

function headingOf({ citations }: AnsweredSentence): string {
  const [first] = citations;
  return first?.heading || first?.sourceTitle || "";
}

/** Text in pieces that fit a slide, cut where a reader would pause. */
export function slideTexts(text: string): string[] {
  if (widthOf(text) <= FITS) return [text];
  const pieces = text.split(/(?<=[,;:—–])\s+|(?<=[，；：、])/u);
  const slides: string[] = [];
  for (const piece of pieces) {
    const last = slides.at(-1);
    const joint = /[\u2e80-\uffef]$/.test(last ?? "") ? "" : " ";
    if (last !== undefined && widthOf(last) + widthOf(piece) < FITS)
      slides[slides.length - 1] = `${last}${joint}${piece}`;
    else slides.push(piece);
  }
  return slides.flatMap((slide) => (widthOf(slide) <= FITS * 1.5 ? [slide] : chopped(slide)));
}

function chopped(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  const space = text.indexOf(" ", middle);
  const at = space < 0 ? middle : space + 1;
  return [text.slice(0, at), text.slice(at)].flatMap((half) => (widthOf(half) <= FITS ? [half] : chopped(half)));
}

function slidesOf(sentence: AnsweredSentence): string[] {
  const numbers = [...new Set(sentence.citations.map(({ n }) => n))].map((n) => `[${n}]`).join(" ");
  const notes = sentence.citations.map(
    ({ n, sourceTitle, quote, link }) => `[${n}] ${sourceTitle}: “${quote}” (${link})`,
  );
  const texts = slideTexts(sentence.text);
  return texts.map((text, i) => {
    const end = i === texts.length - 1 ? ` ${numbers}` : " …";
    const comment = notes.map(noteText).join("\n");
    return `## ${escapeInline(headingOf(sentence)) || "Answer"}\n\n${escapeBlockStart(text)}${end}\n\n<!--\n${comment}\n-->`;
  });
}

export function slidesPage(answer: Answer, path: string, date: string): Page {
  const title = `# ${escapeInline(answer.question)}\n\n${date}`;
  // Marp knows no [[links]]: the deck shows titles, its notes and front matter hold the links.
  const sources = sourceListing(answer).map((line) =>
    line.replace(/\[\[[^\]|]*\|([^\]]*)\]\]/g, (_, alias: string) => escapeInline(alias)),
  );
  const lists: string[] = [];
  for (let start = 0; start < sources.length; start += SOURCES)
    lists.push(`## Sources\n\n${sources.slice(start, start + SOURCES).join("\n")}`);
  const slides = [title, ...answer.sentences.flatMap(slidesOf), ...lists];
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
