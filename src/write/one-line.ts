// What a topic is, in one line, from the first sentence of its page.
import type { PlacedTopic } from "./names.ts";

const LONGEST = 150;

/** "A desk in which a person stores books." from "The memex is a desk in which a person stores books." Words of the sentence only. */
export function oneLineOf(sentence: string, placed: PlacedTopic): string {
  let text = sentence.replace(/\[([^\]]+)\]/g, "$1").trim();
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

/** Of a source's summary the sentence that tells a stranger most: one about its subject, else the first. */
export function tellingOf(summary: readonly string[]): string {
  return summary.find((sentence) => !OF_ITS_AUTHOR.test(sentence)) ?? summary[0] ?? "";
}
