// An answer as Markdown: sentences with their citations, or the refusal in words.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import { fencedCode } from "../markdown/fenced.ts";
import { escapeBlockStart, escapeInline, linkText } from "../markdown/harmless.ts";
import { tableMarkdown } from "./formats/table.ts";
import { citationMark } from "./mark.ts";

export function sentenceMarkdown({ text, citations }: AnsweredSentence): string {
  return `${escapeInline(text)} ${citationMark(citations)}`.trim();
}

/** The answer's paragraph: what `kb ask --json` gives as `answer`. */
export function answerMarkdown(answer: Answer): string {
  if (!answer.answerable) return refusalMarkdown(answer);
  const table = tableMarkdown(answer.sentences);
  if (table) {
    const beside = answer.sentences.filter(({ cell }) => cell === undefined);
    const parts = beside.map((one) => `**${one.section ?? "Beside"}.** ${sentenceMarkdown(one)}`);
    return [table, ...parts].join("\n\n");
  }
  const sections = [...new Set(answer.sentences.map(({ section }) => section))];
  if (sections.length === 1) return paragraphOf(answer.sentences);
  return sections
    .map((section) => {
      const text = paragraphOf(answer.sentences.filter((one) => one.section === section));
      return section === undefined ? text : `**${section}.** ${text}`;
    })
    .join("\n\n");
}

/** Sentences run on until one leads to code, which stands below it. */
function paragraphOf(sentences: readonly AnsweredSentence[]): string {
  const parts: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(open.join(" "));
    open = [];
  };
  for (const sentence of sentences) {
    // What begins a paragraph must not open a list or a heading.
    open.push(open.length > 0 ? sentenceMarkdown(sentence) : beginning(sentence));
    if (!sentence.code) continue;
    close();
    parts.push(fencedCode(`${sentence.code.text}${sentence.code.cut ? "\n[…]" : ""}`, sentence.code.lang));
  }
  close();
  return parts.join("\n\n");
}

const beginning = ({ text, citations }: AnsweredSentence): string =>
  `${escapeBlockStart(text)} ${citationMark(citations)}`.trim();

function refusalMarkdown({ missing }: Answer): string {
  const thing = missing?.thing;
  const lines = [
    thing === undefined ? "The vault does not say." : `No source in the vault says what “${escapeInline(thing)}” is.`,
  ];
  const looked = (missing?.looked ?? []).map(
    ({ word, count }) =>
      `${escapeInline(word)} (${count === 0 ? "nowhere" : count === 1 ? "one paragraph" : `${count} paragraphs`})`,
  );
  if (looked.length > 0) lines.push(`Looked for: ${looked.join(", ")}.`);
  const nearest = missing?.nearest;
  if (nearest)
    lines.push(
      `Nearest, in [[${nearest.link}|${linkText(nearest.passage.sourceTitle)}]]: “${escapeInline(nearest.passage.claim.quote)}”`,
    );
  if (missing) lines.push(`What would help: ${escapeInline(missing.wanted)}.`);
  return lines.join("\n\n");
}

/** Sources by number with how often each is cited. */
export function sourceListing(answer: Answer): string[] {
  const sources = new Map<number, { page: string; title: string; times: number }>();
  for (const { n, page, sourceTitle } of answer.sentences.flatMap((sentence) => sentence.citations)) {
    const times = (sources.get(n)?.times ?? 0) + 1;
    sources.set(n, { page: page.replace(/\.md$/, ""), title: linkText(sourceTitle), times });
  }
  return [...sources]
    .sort(([a], [b]) => a - b)
    .map(
      ([n, { page, title, times }]) =>
        `${n}. [[${page}|${linkText(title)}]] · cited ${times === 1 ? "once" : `${times} times`}`,
    );
}

/** Everything cited, each claim once, in order. */
export function citationsOf(answer: Answer): Citation[] {
  return [
    ...new Map(
      answer.sentences
        .flatMap((sentence) => sentence.citations)
        .map((citation) => [citation.link + citation.claim, citation]),
    ).values(),
  ];
}
