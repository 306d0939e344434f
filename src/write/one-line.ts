// What a topic is, in one line, from the first sentence of its page.
import type { PlacedTopic } from "./names.ts";

const LONGEST = 180;
const IS = /^["”]?(?: \([^)]*\))?,? (?:is|are|was|were) (?=an? |the |one )/i;

/** "A desk in which a person stores books." from "The memex is a desk in which a person stores books." Words of the sentence only. */
export function oneLineOf(sentence: string, placed: PlacedTopic): string {
  // "This EIP [its title] introduces": the title says nothing here.
  let text = sentence
    .replace(/^(This \p{Alpha}+) \[[^\]]*\]/u, "$1")
    .replace(/^\[([^\]]+)\](?= \p{Alpha})/u, "$1")
    .trim();
  const said = placed.topic.aliases.flatMap((name) => afterName(text, name) ?? [])[0];
  if (said !== undefined) text = said.slice(0, 1).toUpperCase() + said.slice(1);
  return shortened(text);
}

/** "The memex is a desk", "CTFE stands for …", "A slot: the time in which …": it says what its thing is, not what it once did. */
export function saysWhat(sentence: string, { topic }: PlacedTopic): boolean {
  if (/\p{sc=Han}/u.test(sentence)) return true;
  const text = sentence.replace(/^\[([^\]]+)\]/u, "$1");
  return topic.aliases.some((name) =>
    beforeName(text).some(
      (at) =>
        text.slice(at, at + name.length).toUpperCase() === name.toUpperCase() &&
        TELLS.test(text.slice(at + name.length).replace(/^s(?= )/, "")),
    ),
  );
}

const TELLS =
  /^["”]?(?: \([^)]*\))?(?:,? (?:is|are|was|were) (?:an? |the |one |\p{Alpha}+ly (?:an? |the )|(?:simple |short |small |large |\p{Alpha}+ing )?\p{Alpha}+s (?:of|that|to|from|for|which|in|with)\b)| (?:refers? to|means?|stands? for|denotes?|consists? of)\b| ?[:—–])/iu;

/** What follows on "The memex is", for the memex; undefined where the text does not open so. */
function afterName(text: string, name: string): string | undefined {
  const own = name.toUpperCase();
  for (const before of beforeName(text)) {
    const end = before + name.length;
    const verb = text.slice(before, end).toUpperCase() === own ? IS.exec(text.slice(end)) : null;
    if (verb) return text.slice(end + verb[0].length);
  }
  return undefined;
}

/** Where a name may begin: behind article and quotation mark, or without them. */
function beforeName(text: string): readonly number[] {
  const article = /^(?:the |an? )/i.exec(text)?.[0].length ?? 0;
  return [article, 0].flatMap((at) => (/^["“]/.test(text.slice(at)) ? [at + 1, at] : [at]));
}

/** Cut at a clause where one ends in reach; `longest` in characters. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const clause = Math.max(
    cut.lastIndexOf(", "),
    cut.lastIndexOf("; "),
    cut.lastIndexOf(" ("),
    cut.lastIndexOf("，"),
    cut.lastIndexOf("。"),
  );
  const end = clause > 60 ? clause : cut.lastIndexOf(" ");
  return `${text.slice(0, end > 40 ? end : longest)} …`;
}
