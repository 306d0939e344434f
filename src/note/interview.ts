// Who speaks in each paragraph of an interview or a talk of several people; nobody in any other text.
import type { Document } from "../core/document.ts";

const LABEL = /^(\p{Upper}[\p{Alpha}.'’-]*(?: (?:and |\p{Upper})[\p{Alpha}.'’-]*){0,3})\s?[:：]\s/u;
const ASKS = /^(?:Q|A|Question|Answer|Interviewer)$/u;
const NO_NAME =
  /^(?:Note|Notes|Warning|Caution|Tip|Example|Examples|Update|Updated|Pros?|Cons?|Input|Output|Goals?|Problem|Solution|Status|Authors?|Date|Created|Summary|Question|Answer|Step|Result|Why|How|What|When|Where|Who|Before|After|Source|See|Reason|Impact|Risk|Benefits?|Tl;?dr|Edit|Important|Discussion|References?)$/iu;
/** Paragraphs that begin with a speaker, as a part of all. */
const MOSTLY = 0.3;
const LEAST = 4;

/** Block -> speaker; "" where the one who asks has no name. */
export function speakersIn(document: Document): ReadonlyMap<number, string> {
  const marked = new Set(document.blocks.flatMap((block) => (block.speaker ? [block.speaker] : [])));
  // One speaker alone is the author.
  if (marked.size > 1)
    return new Map(document.blocks.flatMap((block, i) => (block.speaker ? [[i, block.speaker] as const] : [])));
  return labelledIn(document);
}

function labelledIn(document: Document): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  let paragraphs = 0;
  for (const [i, block] of document.blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    paragraphs++;
    const label = LABEL.exec(block.text)?.[1];
    if (label !== undefined && (ASKS.test(label) || !NO_NAME.test(label))) labels.set(i, label);
  }
  const counts = new Map<string, number>();
  for (const label of labels.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const speakers = [...counts].filter(([, n]) => n > 1);
  if (speakers.length < 2 || labels.size < LEAST || labels.size < paragraphs * MOSTLY) return new Map();
  const names = new Map([...counts.keys()].map((label) => [label, ASKS.test(label) ? "" : fullName(label, document)]));
  const spoken = new Map<number, string>();
  let current: string | undefined;
  for (const [i, block] of document.blocks.entries()) {
    if (block.kind === "heading") current = undefined;
    const label = labels.get(i);
    if (label !== undefined) current = names.get(label) ?? label;
    if (current !== undefined && (block.kind === "paragraph" || block.kind === "list-item")) spoken.set(i, current);
  }
  return spoken;
}

/** "AW" and "Aaron" of an interview with Aaron Wills, where the text names one such person only. */
function fullName(label: string, document: Document): string {
  if (label.includes(" ")) return label;
  const initials = /^\p{Upper}{2,3}$/u.test(label);
  const found = new Set<string>();
  for (const text of [document.meta.title, ...document.sentences.map((sentence) => sentence.text)]) {
    for (const [name = ""] of text.matchAll(
      /\p{Upper}\p{Lower}[\p{Alpha}'’-]*(?: \p{Upper}\.)?(?: \p{Upper}[\p{Alpha}'’-]+){1,2}/gu,
    )) {
      const words = name.split(" ");
      const fits = initials
        ? words.map((word) => word[0]).join("") === label
        : words[0] === label && words.length === 2;
      if (fits) found.add(name.replace(/['’]s$/u, ""));
    }
  }
  const [only, another] = found;
  return only !== undefined && another === undefined ? only : label;
}

/** A sentence without the speaker's name in front of it. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, "");
}
