// An answer as a Marp deck: a title, one idea a slide, what each rests on in the speaker notes, sources at the end.
import type { Answer, AnsweredSentence } from "../../core/answer.ts";
import type { Page } from "../../core/page.ts";
import { escapeBlockStart, escapeInline } from "../../markdown/harmless.ts";
import { sourceLinks } from "./document.ts";

/** Characters that fit on six lines of the theme; ideographs are twice as wide. */
const FITS = 320;
/** Letters of a heading that fit on one line, and of a source's name below the text. */
const HEADING = 60;
/** Sources that fit on one slide, and letters of each on its two lines. */
const SOURCES = 6;
const SOURCE_TITLE = 110;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );

/** Ends a comment only where the note ends. */
const noteText = (text: string): string => text.replace(/-{2,}>/g, "→").replace(/<!-{2,}/g, "");

function headingOf({ citations, section }: AnsweredSentence): string {
  const [first] = citations;
  const heading = (first?.heading || first?.sourceTitle || "").replace(/^[\d.]+\s+(?=\p{L})/u, "");
  return cutTo([section, heading].filter(Boolean).join(": "), HEADING);
}

/** Whole words, with … for what is left out. */
export function cutTo(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = "";
  for (const piece of text.match(/\s*[^\s\u2e80-\uffef]+|\s*[\u2e80-\uffef]/gu) ?? []) {
    if (widthOf(short + piece) > most) break;
    short += piece;
  }
  return `${short.trim().replace(/[\s,;:–—-]+$/u, "")}…`;
}

const LEADS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^(?:please )?(?:compare|contrast) (.+?) (?:and|with|to|versus|vs\.?) (.+)$/i,
    (_, a = "", b = "") => `${a} and ${b}`,
  ],
  [/^what (?:is|are) the (?:main |key )?(?:difference|similarit)\w* between (.+)$/i, (_, a = "") => a],
  [/^(?:what|who) (?:is|are|was|were) (.+)$/i, (_, a = "") => a],
  [/^what (?:do|does|did) (?:these|the sources|the vault|this vault) say (?:about|on) (.+)$/i, (_, a = "") => a],
  [/^(?:please )?(?:tell me about|explain|describe|summari[sz]e|show me) (.+)$/i, (_, a = "") => a],
];

/** What a deck is about, without the form of a question. */
export function deckTitle(question: string): string {
  const asked = question.trim().replace(/[?？.!。\s]+$/u, "");
  for (const [pattern, made] of LEADS) {
    const match = pattern.exec(asked);
    if (match) return capital(made(...match));
  }
  return capital(asked);
}

const capital = (text: string): string =>
  text.replace(/^(?:the|an?) (?=\S)/i, "").replace(/^\p{Ll}/u, (c) => c.toUpperCase());

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
  const notes = sentence.citations.map(
    ({ n, sourceTitle, quote, link }) => `[${n}] ${sourceTitle}: “${quote}” (${link})`,
  );
  const heading = headingOf(sentence);
  const names = [...new Set(sentence.citations.map(({ sourceTitle }) => sourceTitle))];
  // A heading that is the source's name says already who says so.
  const [name] = names;
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  const said =
    name === undefined || (more === "" && heading === cutTo(name, HEADING)) ? "" : `${cutTo(name, HEADING)}${more}`;
  const texts = slideTexts(sentence.text);
  return texts.map((text, i) => {
    const more = i === texts.length - 1 ? "" : " …";
    const by = said === "" ? "" : `\n\n*${escapeInline(said)}*`;
    const comment = notes.map(noteText).join("\n");
    return `## ${escapeInline(heading) || "Answer"}\n\n${escapeBlockStart(text)}${more}${by}\n\n<!--\n${comment}\n-->`;
  });
}

export function slidesPage(answer: Answer, path: string, date: string): Page {
  const sources = sourceTitles(answer);
  const shown = deckTitle(answer.question);
  const asked = shown === answer.question.replace(/[?？.!。\s]+$/u, "") ? "" : `${escapeInline(answer.question)}\n\n`;
  const count = `${sources.length} ${sources.length === 1 ? "source" : "sources"} · ${date}`;
  const title = `# ${escapeInline(shown)}\n\n${asked}${count}`;
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

/** Marp knows no [[links]]: the deck shows titles, its notes and front matter hold the links. */
function sourceTitles(answer: Answer): string[] {
  const titles = new Map(
    answer.sentences.flatMap(({ citations }) => citations.map((c) => [c.n, c.sourceTitle] as const)),
  );
  return [...titles].sort(([a], [b]) => a - b).map(([n, title]) => `${n}. ${escapeInline(cutTo(title, SOURCE_TITLE))}`);
}
