// What a source is about, in its author's words: the abstract, the description, else how it opens and what is most central.
import type { Document } from "../../core/document.ts";
import type { Nomination } from "../../core/note.ts";
import { sentencesOf } from "../../text/sentences.ts";
import { stemsOf } from "../../text/words.ts";
import { pointsElsewhere } from "./anaphora.ts";
import { type Rated, rated } from "./rating.ts";
import { isStatement, lengthOf, pointsAt, wordsOf } from "./standing.ts";
import { taggedSentences } from "./tag.ts";

const SUMMARY_HEADING =
  /^(?:\d+\.?\s*)?(?:simple summary|summary|abstract|tl;?dr|in brief|overview|key takeaways|executive summary|摘要|概要|总结)$/i;
const IN_SHORT = /^\W{0,3}(?:TL;?DR|In short|In brief)\b/i;
/** A summary at the end sums up the discussion: only one that stands before this part of the text is the author's abstract. */
const AT_TOP = 0.5;
const OVERLAP = 0.5;
/** Sentences, and words after the first of them. */
const MOST = 3;
const ROOM = 90;
/** Words of a source that needs no third sentence. */
const BRIEF = 400;
/** Words of a description that says enough alone. */
const ENOUGH = 25;

/** Two or three sentences; one that leans on the sentence before it only behind that one. */
export function summaryOf(document: Document, nominations: readonly Nomination[]): string[] {
  const all = rated(document, nominations).filter((one) => !one.option);
  const own = abstractOf(document, all);
  if (own.length > 0) return own;
  const short = all.find((one) => IN_SHORT.test(document.sentences[one.n - 1]?.text ?? ""));
  if (short) {
    const opening = openingOf(
      document,
      all.filter((one) => one.n < short.n),
      1,
    );
    return [plain(short, document), ...opening];
  }
  const described = descriptionOf(document);
  if (lengthOf(described.join(" ")) >= ENOUGH) return described.slice(0, MOST);
  const picked = openingOf(document, all, (document.words > BRIEF ? MOST : MOST - 1) - described.length);
  return [
    ...described,
    ...picked.filter((text) => !described.some((one) => likeness(stems(one), stems(text)) > OVERLAP)),
  ];
}

/** What stands under the author's own summary heading, as it goes on there; of a long one its beginning and where it speaks of itself. */
function abstractOf(document: Document, all: readonly Rated[]): string[] {
  const starts = new Map(all.filter((one) => !one.standing.pointing).map((one) => [one.n, one]));
  const top = Math.max(6, document.sentences.length * AT_TOP);
  const out: string[] = [];
  let last = 0;
  let full = false;
  for (const { n, block } of document.sentences) {
    if (n > top || !SUMMARY_HEADING.test(document.blocks[block]?.headings.at(-1) ?? "")) continue;
    const start = starts.get(n);
    const text = last > 0 && last === n - 1 ? following(document, n) : undefined;
    const said = text ?? (start ? plain(start, document) : ofItselfAt(document, n));
    if (said === undefined) continue;
    full ||= out.length === MOST || (out.length > 0 && lengthOf([...out, said].join(" ")) > ROOM);
    if (!full) {
      out.push(said);
      last = n;
    } else if (start && OF_ITSELF.test(said) && !out.some((one) => OF_ITSELF.test(one))) {
      return [...out.slice(0, MOST - 1), said];
    }
  }
  return out;
}

/** Its author's own description, by sentences, where it says more than the title and speaks of this text. */
function descriptionOf({ meta, sentences }: Document): string[] {
  const text = meta.description?.replace(/`|\s+/g, (mark) => (mark === "`" ? "" : " ")).trim() ?? "";
  if (text.length < 25 || /\]\(|\{\{|\{%|<[a-z/]/i.test(text)) return [];
  const own = stems(text);
  const title = stems(meta.title);
  const said = new Set(sentences.flatMap((one) => stemsOf(one.text)));
  const share = (of: ReadonlySet<string>) => [...own].filter((stem) => of.has(stem)).length / Math.max(1, own.size);
  if (share(title) >= 0.8 || share(new Set([...title, ...said])) < 0.6 || (share(title) === 0 && share(said) < 0.9))
    return [];
  const parts = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  // Cut off by whoever collected it.
  const whole = parts.filter((part, i) => i === 0 || /[.!?。！？…]["”’)]*$/.test(part));
  return whole
    .filter((part) => !/(?:…|\.\.\.)$/.test(part))
    .map((part) => (/[\p{L}\p{N}]$/u.test(part) ? `${part}.` : part));
}

/** "In this post", "I figured out", "is happy to announce": a source speaking of itself. */
const OF_ITSELF =
  /^(?:in )?(?:this|the (?:goal|purpose|aim|point) of this) (?:blog |blog ?post|post|article|essay|guide|tutorial|document|note|paper|report|survey|talk|rfc|eip|erc|proposal|book|chapter|page|series|roadmap|update|summary|edition|entry|memo|newsletter|interview|list|overview|til)\b|^this is (?:an?|the) |^here,? we |\b(?:happy|pleased|excited|thrilled|proud|delighted|glad) to (?:\p{L}+ )?(?:announce|share|introduce|present|report)\b|^(?:today )?I(?:'ve|’ve| have)? (?:just )?(?:learned|learnt|figured out|found|wanted|needed|decided|built|wrote|came up)\b|^we(?:'ve|’ve| have|'re|’re| are) (?:just )?(?:launch|creat|publish|announc|schedul|releas|start|plann)/iu;
const TOLD = 1.5;
const PERSONAL = 0.85;
const ELSEWHERE = 0.7;
/** Of the best one's worth: less is no word on the whole. */
const WORTHWHILE = 0.25;
/** Where to go and what to do now: no word on what is said. */
const CALLS =
  /\bhere[.!]$|\b(?:release notes|check out|let us know|file an issue|join us|join the|sign up|get in touch|on our website|feel free)\b/i;

interface Candidate {
  readonly n: number;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly worth: number;
}

function openingOf(document: Document, all: readonly Rated[], wanted: number): string[] {
  const pool = candidatesOf(document, all);
  const picked: { n: number; text: string; stems: ReadonlySet<string> }[] = [];
  const take = (n: number, text: string) => picked.push({ n, text, stems: stems(text) });
  let least = 0;
  while (picked.length < wanted) {
    let best: { one: Candidate; score: number } | undefined;
    for (const one of pool) {
      if (picked.some((other) => other.n === one.n)) continue;
      const nearest = Math.max(0, ...picked.map((other) => likeness(one.stems, other.stems)));
      if (nearest > OVERLAP) continue;
      const score = one.worth * (1 - 0.8 * nearest);
      if (!best || score > best.score) best = { one, score };
    }
    if (!best || best.one.worth < least) break;
    const { one } = best;
    const first = picked.length === 0;
    if (first && document.words > BRIEF) least = one.worth * WORTHWHILE;
    // "My tool makes SQLite files. I wanted to use it …": what "it" is stands in the sentence before.
    const before =
      first && wanted > 1 && pointsElsewhere(one.text) ? all.find((other) => other.n === one.n - 1) : undefined;
    if (before && following(document, one.n) !== undefined) take(before.n, plain(before, document));
    take(one.n, one.text);
    // "We launch a survey. It asks …": what leans on the first says more of the same.
    const next = first && picked.length < wanted ? following(document, one.n + 1) : undefined;
    if (next !== undefined && GOES_ON.test(next)) take(one.n + 1, next);
  }
  return picked.sort((a, b) => a.n - b.n).map((one) => one.text);
}

const GOES_ON = /^(?:it|he|she|they|this|these|its|his|her|their)\b/i;
const BEST = 6;
/** Sentences at the top in which "This" is the source itself. */
const TOP = 5;

/** What stands alone, and at the top what speaks of the source: "This is a summary of what has been happening". */
function candidatesOf(document: Document, all: readonly Rated[]): Candidate[] {
  const known = all.flatMap((one): (Candidate & { readonly ofItself: boolean })[] => {
    const text = plain(one, document);
    const length = lengthOf(text);
    const ofItself = OF_ITSELF.test(text) && length >= 8;
    if (length < 6 || length > 50 || (one.standing.pointing && !ofItself) || CALLS.test(text)) return [];
    const cut = /:$/.test(document.sentences[one.n - 1]?.text ?? "");
    const tone = (ofItself ? TOLD : one.standing.personal ? PERSONAL : 1) * (cut ? ELSEWHERE : 1);
    return [{ n: one.n, text, stems: one.stems, worth: one.telling * tone, ofItself }];
  });
  // Whether a sentence points elsewhere takes a tagger: asked of the best alone.
  const pool = known
    .sort((a, b) => b.worth - a.worth || a.n - b.n)
    .slice(0, BEST)
    .map(
      (one): Candidate => (!one.ofItself && pointsElsewhere(one.text) ? { ...one, worth: one.worth * ELSEWHERE } : one),
    );
  const most = Math.max(1, ...pool.map((one) => one.worth));
  for (const { n } of document.sentences.slice(0, TOP)) {
    const text = pool.some((one) => one.n === n) ? undefined : ofItselfAt(document, n);
    if (text !== undefined) pool.push({ n, text, stems: stems(text), worth: most });
  }
  return pool;
}

/** "This RFC specifies …": whole, and no claim only because it needs its title beside it. */
function ofItselfAt(document: Document, n: number): string | undefined {
  const { text, code } = document.sentences[n - 1] ?? { text: "" };
  const whole = /^(?:in )?this\b/i.test(text) && OF_ITSELF.test(text) && !/:$/.test(text);
  return whole && isStatement(wordsOf(text, code), undefined) ? text : undefined;
}

/** Sentence n where it may be read behind the one before it; undefined where it is no whole statement, or of another block. */
function following(document: Document, n: number): string | undefined {
  const [before, sentence] = [document.sentences[n - 2], document.sentences[n - 1]];
  if (
    !before ||
    !sentence ||
    document.blocks[before.block]?.headings.at(-1) !== document.blocks[sentence.block]?.headings.at(-1)
  )
    return undefined;
  const words = wordsOf(sentence.text, sentence.code);
  const whole = isStatement(words, taggedSentences(document)[n - 1]) && !/:$/.test(words) && !/:$/.test(before.text);
  return whole && !pointsAt(words) ? sentence.text : undefined;
}

/** The sentence without what code put in for a reader elsewhere: the title stands above the summary. */
function plain(one: Rated, document: Document): string {
  const raw = document.sentences[one.n - 1]?.text ?? "";
  const text = one.standing.text ?? raw;
  const title = ` [${document.meta.title.replace(/[[\]|]/g, " ").trim()}]`;
  if (text.includes(title) && !raw.includes(title)) return text.replace(title, "");
  return text.startsWith("[") && !raw.startsWith("[") ? text.replace(/^\[([^\]]+)\]/, "$1") : text;
}

function stems(text: string): ReadonlySet<string> {
  return new Set(stemsOf(text));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.sqrt(Math.max(1, a.size) * Math.max(1, b.size));
}
