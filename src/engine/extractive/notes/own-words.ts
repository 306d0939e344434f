// What an author says of the whole: the abstract under its own heading, the description beside the title.
import type { Document } from "../../../core/document.ts";
import { sentencesOf } from "../../../text/sentences.ts";
import { stemsOf } from "../../../text/words.ts";
import { ofItself } from "../sentences/of-itself.ts";
import { isStatement, lengthOf, pointsAt, wordsOf } from "../sentences/standing.ts";
import { taggedSentences } from "../tag.ts";
import type { Rated } from "./rating.ts";

const SUMMARY_HEADING =
  /^(?:\d+\.?\s*)?(?:simple summary|summary|abstract|tl;?dr|in brief|overview|key takeaways|executive summary|摘要|概要|总结)$/i;
/** A summary at the end sums up the discussion: only one that stands before this part of the text is the author's abstract. */
const AT_TOP = 0.5;
/** Sentences, and words after the first of them. */
const MOST = 3;
const ROOM = 90;

/** What stands under the author's own summary heading, as it goes on there; of a long one its beginning and where it speaks of itself. */
export function abstractOf(document: Document, all: readonly Rated[]): string[] {
  const starts = new Map(all.filter((one) => !one.standing.pointing).map((one) => [one.n, one]));
  const top = Math.max(6, document.sentences.length * AT_TOP);
  const out: string[] = [];
  let last = 0;
  let full = false;
  let told = false;
  for (const { n, block } of document.sentences) {
    if (n > top || !SUMMARY_HEADING.test(document.blocks[block]?.headings.at(-1) ?? "")) continue;
    const start = starts.get(n);
    const text = last > 0 && last === n - 1 ? following(document, n) : undefined;
    const said = text ?? (start ? plain(start, document) : ofItselfAt(document, n));
    if (said === undefined) continue;
    full ||= out.length === MOST || (out.length > 0 && lengthOf([...out, said].join(" ")) > ROOM);
    const named = ofItself(document, n) === "named";
    if (!full) {
      out.push(said);
      last = n;
      told ||= named;
    } else if (start && named && !told) {
      return [...out.slice(0, MOST - 1), said];
    }
  }
  return out;
}

/** "Read on for more details", "Sign up to hear". */
const INVITES =
  /^(?:read (?:on|more)|learn more|sign up|click|check out|find out more|join us|subscribe|stay tuned|see more)\b/iu;

/** "You don't want that.": a remark on what stands before. */
const REMARK = /^(?=(?:\S+ ){1,7}\S+$).*\b(?:this|that|it)[.!]$|^(?:and|but|nor|neither) (?:\S+ ){1,4}\S+$/iu;

/** Its author's own description, by sentences, where it says more than the title and speaks of this text. */
export function descriptionOf({ meta, sentences }: Document): string[] {
  const text = meta.description?.replace(/`|\s+/g, (mark) => (mark === "`" ? "" : " ")).trim() ?? "";
  if (text.length < 25 || /\]\(|\{\{|\{%|<[a-z/]/i.test(text)) return [];
  const own = new Set(stemsOf(text));
  const title = new Set(stemsOf(meta.title));
  const known = new Set(sentences.flatMap((one) => stemsOf(one.text)));
  const share = (of: ReadonlySet<string>) => [...own].filter((stem) => of.has(stem)).length / Math.max(1, own.size);
  if (share(title) >= 0.8 || share(new Set([...title, ...known])) < 0.6 || (share(title) === 0 && share(known) < 0.9))
    return [];
  const parts = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  // Cut off by whoever collected it.
  const whole = parts.filter((part, i) => i === 0 || /[.!?。！？…]["”’)]*$/.test(part));
  const said = whole.filter((part) => !/(?:…|\.\.\.)$/.test(part));
  // "Ever wondered how?" leads to what is said, and says nothing; nor does what then points at the question.
  const told = said.filter((part) => !/[?？]$/.test(part) && !INVITES.test(part) && !REMARK.test(part));
  const from = told.length < said.length ? told.findIndex((part) => !/\b(?:this|these|those)\b/i.test(part)) : 0;
  return (from < 0 ? said : told.slice(from)).map((part) => (/[\p{Alpha}\p{N}]$/u.test(part) ? `${part}.` : part));
}

/** "This RFC specifies …": whole, and no claim only because it needs its title beside it. */
function ofItselfAt(document: Document, n: number): string | undefined {
  const { text, code } = document.sentences[n - 1] ?? { text: "" };
  const whole = ofItself(document, n) === "named" && !/:$/.test(text);
  return whole && isStatement(wordsOf(text, code), undefined) ? text : undefined;
}

/** Sentence n where it may be read behind the one before it; undefined where it is no whole statement, or of another section. */
export function following(document: Document, n: number): string | undefined {
  const [before, sentence] = [document.sentences[n - 2], document.sentences[n - 1]];
  if (
    !before ||
    !sentence ||
    document.blocks[before.block]?.headings.at(-1) !== document.blocks[sentence.block]?.headings.at(-1)
  )
    return undefined;
  const words = wordsOf(sentence.text, sentence.code);
  const whole = isStatement(words, taggedSentences(document)[n - 1]) && !/:$/.test(words) && !/:$/.test(before.text);
  return whole && !pointsAt(words) && !/^(?:which|where|whose|whom)\b/i.test(words) ? sentence.text : undefined;
}

/** The sentence without what code put in for a reader elsewhere: the title stands above the summary. */
export function plain(one: Rated, document: Document): string {
  const raw = document.sentences[one.n - 1]?.text ?? "";
  const text = one.standing.text ?? raw;
  const title = ` [${document.meta.title.replace(/[[\]|]/g, " ").trim()}]`;
  if (text.includes(title) && !raw.includes(title)) return text.replace(title, "");
  return text.startsWith("[") && !raw.startsWith("[") ? text.replace(/^\[([^\]]+)\]/, "$1") : text;
}
