// What a topic is, in one line, from the first sentence of its page.
import type { SourceNote } from "../core/note.ts";
import { stemsOf } from "../text/words.ts";
import type { PlacedTopic } from "./names.ts";

const LONGEST = 150;

/** "A desk in which a person stores books." from "The memex is a desk in which a person stores books." Words of the sentence only. */
export function oneLineOf(sentence: string, placed: PlacedTopic): string {
  // "This EIP [its title] introduces": the title says nothing here.
  let text = sentence
    .replace(/^(This \p{L}+) \[[^\]]*\]/u, "$1")
    .replace(/\[([^\]]+)\]/g, "$1")
    .trim();
  for (const name of placed.topic.aliases) {
    const opening = new RegExp(
      `^(?:the |an? )?["“]?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["”]?(?: \\([^)]*\\))?,? (?:is|are|was|were) (?=an? |the |one )`,
      "i",
    );
    if (opening.test(text)) {
      text = text.replace(opening, "");
      text = text.slice(0, 1).toUpperCase() + text.slice(1);
      break;
    }
  }
  return shortened(text);
}

/** Cut at a clause where one ends in reach. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  const clause = Math.max(
    cut.lastIndexOf(", "),
    cut.lastIndexOf("; "),
    cut.lastIndexOf(" ("),
    cut.lastIndexOf("，"),
    cut.lastIndexOf("。"),
  );
  const end = clause > 60 ? clause : cut.lastIndexOf(" ");
  return `${text.slice(0, end > 40 ? end : LONGEST)} …`;
}

const OF_ITS_AUTHOR = /\b(?:I|we|our|us|my|you|your)\b|^(?:In it|In this|As |Read |Find |Thanks)|!$/i;
const DESCRIBES = /^.{25,220}[^.…\s]\.?$/su;
/** A summary's sentence before another claim, the first before the second, an author's "I" last. */
const IN_SUMMARY = 0.3;
const FIRST = 0.1;
const PERSONAL = 0.6;
/** Less says nothing that the title does not. */
const LEAST = 0.15;
/** Claims looked at besides the summary. */
const CLAIMS = 8;
/** So much of a description's words in the title, and it only repeats it. */
const REPEATS = 0.8;

type Told = Pick<SourceNote, "path" | "meta" | "summary" | "claims">;

/** By path, of each source the sentence that tells a stranger most. A description that several share is their site's. */
export function tellingsOf(notes: readonly Told[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { meta } of notes)
    if (meta.description) times.set(meta.description, (times.get(meta.description) ?? 0) + 1);
  return new Map(
    notes.map((note) => [note.path, tellingOf(note, times.get(note.meta.description ?? "") === 1)] as const),
  );
}

/** Its own description, else the sentence that shares most with its title; empty where none tells anything. */
function tellingOf({ meta, summary, claims }: Told, ownDescription: boolean): string {
  const title = new Set(stemsOf(meta.title));
  const described = meta.description?.trim() ?? "";
  const words = new Set(stemsOf(described));
  const repeats = [...words].filter((stem) => title.has(stem)).length >= REPEATS * words.size;
  if (ownDescription && DESCRIBES.test(described) && !OF_ITS_AUTHOR.test(described) && !repeats) return described;
  let best = { text: "", score: LEAST };
  const more = claims.slice(0, CLAIMS).map((claim) => claim.text);
  const sentences = [...summary, ...more.filter((text) => !summary.includes(text))];
  sentences.forEach((text, i) => {
    const own = new Set(stemsOf(text));
    const shared = [...title].filter((stem) => own.has(stem)).length / Math.max(1, title.size);
    const score =
      shared +
      (i < summary.length ? IN_SUMMARY : 0) +
      (i === 0 ? FIRST : 0) -
      (OF_ITS_AUTHOR.test(text) ? PERSONAL : 0) -
      (/:$|\b(?:this|these|those)\b/i.test(text.replace(/^This \p{L}+ \[/u, "")) || text.length > 320
        ? PERSONAL / 2
        : 0);
    if (score > best.score) best = { text, score };
  });
  // "This proposal [its title] adds": the title stands beside it.
  return best.text.replace(` [${meta.title}]`, "");
}
