// What a topic is, in one line, from the first sentence of its page.
import type { PlacedTopic } from "./names.ts";

const LONGEST = 180;
/** Letters of an article and a quotation mark before a name. */
const BEFORE = 5;

/** "A desk in which a person stores books." from "The memex is a desk in which a person stores books." Words of the sentence only. */
export function oneLineOf(sentence: string, placed: PlacedTopic): string {
  // "This EIP [its title] introduces": the title says nothing here.
  let text = sentence
    .replace(/^(This \p{L}+) \[[^\]]*\]/u, "$1")
    .replace(/^\[([^\]]+)\](?= \p{L})/u, "$1")
    .trim();
  const begin = text.toUpperCase();
  for (const name of placed.topic.aliases) {
    // An expression is dear to make, and few names open the sentence.
    if (!begin.slice(0, BEFORE + 3 * name.length).includes(name.toUpperCase())) continue;
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
