// Which sentences of a document become claims, and which make its summary.
import type { Document } from "../../core/document.ts";
import type { ProposedClaim } from "../../core/engine.ts";
import type { Nomination } from "../../core/note.ts";
import { attributionOf } from "../../text/attribution.ts";
import { addressesAModel } from "../../text/injection.ts";
import { stemsOf } from "../../text/words.ts";
import { lengthOf, type Standing, standingOf } from "./standing.ts";
import { statedOf } from "./stated.ts";
import { taggedSentences } from "./tag.ts";

export interface ClaimLimits {
  readonly perThousandWords: number;
  readonly most: number;
}

interface Rated {
  readonly n: number;
  readonly standing: Standing;
  readonly score: number;
  readonly stems: ReadonlySet<string>;
}

const LEAST = 6;
/** Words. */
const SHORT = 1500;
/** Claims kept for each nominated name, so that its page has something to say. */
const FOR_A_NAME = 6;
const NUMBER = /\d/;

// Claims and summary ask for the same ratings, one right after the other.
const ratings = new WeakMap<Document, { readonly nominations: readonly Nomination[]; readonly rated: Rated[] }>();

function rated(document: Document, nominations: readonly Nomination[]): Rated[] {
  const known = ratings.get(document);
  if (known?.nominations === nominations) return known.rated;
  const fresh = ratedAnew(document, nominations);
  ratings.set(document, { nominations, rated: fresh });
  return fresh;
}

/** Every sentence that stands alone, rated: (centrality + likeness to the title) x position, more for names, figures and dates. */
function ratedAnew(document: Document, nominations: readonly Nomination[]): Rated[] {
  const tagged = taggedSentences(document);
  const titled = document.meta.titleFromName === false && lengthOf(document.meta.title) > 0;
  const stems = document.sentences.map((sentence) => stemsOf(sentence.text));
  const counts = new Map<string, number>();
  for (const list of stems) for (const stem of new Set(list)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const centroid = [...counts].filter(([, n]) => n > 1);
  const norm = Math.sqrt(centroid.reduce((sum, [, n]) => sum + n * n, 0)) || 1;
  const title = new Set(stemsOf(`${document.meta.title} ${document.meta.description ?? ""}`));
  const salience = new Map<number, number>();
  for (const one of nominations) {
    for (const n of one.subjectOf) salience.set(n, Math.max(salience.get(n) ?? 0, one.salience));
    if (one.definedBy) salience.set(one.definedBy, 1 + (salience.get(one.definedBy) ?? 0));
  }
  const subjects = subjectsOf(document, nominations);
  return document.sentences.flatMap((sentence, i) => {
    const block = document.blocks[sentence.block];
    if (block && (block.kind === "footnote" || block.kind === "image")) return [];
    if (addressesAModel(sentence.text)) return [];
    const own = stems[i] ?? [];
    const set = new Set(own);
    const same = document.sentences[i - 1]?.block === sentence.block;
    const before = same ? subjects.get(i) : undefined;
    const standing = standingOf(sentence.text, tagged[i], {
      title: document.meta.title,
      titled,
      ...(before ? { subjectBefore: before } : {}),
    });
    if (!standing.text || set.size < 3) return [];
    let dot = 0;
    let shared = 0;
    for (const stem of set) {
      const n = counts.get(stem) ?? 0;
      if (n > 1) dot += n;
      if (title.has(stem)) shared++;
    }
    const central = dot / (norm * Math.sqrt(set.size));
    const like = shared / Math.sqrt(Math.max(1, title.size) * set.size);
    const position = 1 + 2 * Math.exp(-5 * (i / Math.max(1, document.sentences.length)));
    const words = lengthOf(standing.text);
    const size = words < 8 || words > 45 ? 0.7 : 1;
    const tone = (standing.personal ? 0.6 : 1) * (standing.pointing ? 0.5 : 1);
    const facts = (NUMBER.test(sentence.text) ? 1.12 : 1) * (1 + 0.5 * Math.min(1.5, salience.get(sentence.n) ?? 0));
    return [{ n: sentence.n, standing, stems: set, score: (central + like) * position * size * tone * facts }];
  });
}

const IN_SUBJECT = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/** What sentence n (from 1) is about, where its subject is a short phrase around a nominated name: what "It" in the next one means. */
function subjectsOf(
  document: Document,
  nominations: readonly Nomination[],
): Map<number, { name: string; person: boolean }> {
  const tagged = taggedSentences(document);
  const out = new Map<number, { name: string; person: boolean }>();
  for (const one of nominations) {
    if (one.salience < 0.25) continue;
    for (const n of one.subjectOf) {
      const tokens = tagged[n - 1] ?? [];
      const end = tokens.findIndex((token) => !IN_SUBJECT.has(token.pos));
      const first = tokens[0];
      const last = tokens[end - 1];
      if (end < 1 || end > 6 || !first || !last || /^(?:AUX|VERB)$/.test(tokens[end]?.pos ?? "") === false) continue;
      const phrase = (document.sentences[n - 1]?.text ?? "").slice(first.start, last.end);
      const plural = /[^s]s$/.test(phrase) && one.kind === undefined;
      if (!plural) out.set(n, { name: phrase, person: one.kind === "person" });
    }
  }
  return out;
}

/** Claims in text order: the best of the document, its definitions, and some for each name that it speaks of. */
export function claimsOf(document: Document, nominations: readonly Nomination[], limits: ClaimLimits): ProposedClaim[] {
  const all = rated(document, nominations);
  const byNumber = new Map(all.map((one) => [one.n, one]));
  const best = [...all].sort((a, b) => b.score - a.score || a.n - b.n);
  // A short source is kept whole: whatever stands alone in it is a claim.
  const wanted =
    document.words <= SHORT
      ? all.length
      : Math.max(LEAST, Math.round((document.words / 1000) * limits.perThousandWords));
  const room = Math.min(limits.most, wanted);
  const chosen = new Map<number, Rated>();
  const take = (one: Rated | undefined) => {
    if (one && chosen.size < limits.most && !repeats(one, chosen)) chosen.set(one.n, one);
  };
  for (const one of nominations) if (one.definedBy && !one.minor) take(byNumber.get(one.definedBy));
  for (const one of best.slice(0, room)) take(one);
  for (const name of nominations) {
    if (name.minor) continue;
    const wanted = [...name.subjectOf, ...name.sentences]
      .flatMap((n) => byNumber.get(n) ?? [])
      .filter((one) => !one.standing.personal);
    for (const one of [...new Set(wanted)].slice(0, FOR_A_NAME)) take(one);
  }
  // "Its author, Vannevar Bush, was an American engineer …": no claim as it stands, but what it says of him is one.
  const stated = nominations.flatMap((one): ProposedClaim[] => {
    const { definedBy, definition } = one;
    if (one.minor || !definedBy || !definition || one.definitionStrength !== 0.5 || chosen.has(definedBy)) return [];
    const evidence = document.sentences[definedBy - 1]?.text ?? "";
    return [
      {
        text: statedOf({ name: one.name, definition, evidence, ...(one.kind ? { kind: one.kind } : {}) }),
        evidence: [definedBy],
      },
    ];
  });
  const whole = [...chosen.values()]
    .sort((a, b) => a.n - b.n)
    .map((one): ProposedClaim => {
      const text = one.standing.text ?? "";
      const who = attributionOf(text);
      return { text, evidence: [one.n], ...(who ? { attribution: who } : {}) };
    });
  return [...whole, ...stated];
}

/** What these sentences claim, as far as they can be understood alone: for what somebody asked about. */
export function claimsAt(
  document: Document,
  nominations: readonly Nomination[],
  numbers: readonly number[],
): ProposedClaim[] {
  return rated(document, nominations).flatMap(({ n, standing }) =>
    numbers.includes(n) && standing.text !== undefined ? [{ text: standing.text, evidence: [n] }] : [],
  );
}

/** The same sentence twice in one source is one claim. */
function repeats(one: Rated, chosen: ReadonlyMap<number, Rated>): boolean {
  if (chosen.has(one.n)) return true;
  for (const other of chosen.values()) if (other.standing.text === one.standing.text) return true;
  return false;
}

const SUMMARY_HEADING =
  /^(?:\d+\.?\s*)?(?:simple summary|summary|abstract|tl;?dr|in brief|overview|key takeaways|executive summary|摘要|概要|总结)$/i;
const IN_SHORT = /^\W{0,3}(?:TL;?DR|In short|In brief)\b/i;
/** A summary at the end sums up the discussion: only one that stands before this part of the text is the author's abstract. */
const AT_TOP = 0.5;
const OVERLAP = 0.5;

/** Two or three sentences: those under a summary heading first, else the best that do not repeat each other (MMR). */
export function summaryOf(document: Document, nominations: readonly Nomination[]): number[] {
  const all = rated(document, nominations).filter((one) => !one.standing.pointing);
  const own = all.filter((one) => {
    const block = document.blocks[document.sentences[one.n - 1]?.block ?? -1];
    const atTop = one.n <= Math.max(6, document.sentences.length * AT_TOP);
    return atTop && SUMMARY_HEADING.test(block?.headings.at(-1) ?? "");
  });
  if (own.length > 0) return own.slice(0, 3).map((one) => one.n);
  const short = all.find((one) => IN_SHORT.test(document.sentences[one.n - 1]?.text ?? ""));
  if (short) return [short.n];
  const pool = all.filter((one) => lengthOf(one.standing.text ?? "") >= 8 && lengthOf(one.standing.text ?? "") <= 45);
  const picked: Rated[] = [];
  const wanted = document.words > 400 ? 3 : 2;
  while (picked.length < wanted) {
    let best: { one: Rated; score: number } | undefined;
    for (const one of pool) {
      if (picked.includes(one)) continue;
      const nearest = Math.max(0, ...picked.map((other) => likeness(one.stems, other.stems)));
      if (nearest > OVERLAP) continue;
      const score = one.score * (1 - 0.8 * nearest);
      if (!best || score > best.score) best = { one, score };
    }
    if (!best) break;
    picked.push(best.one);
  }
  return picked.map((one) => one.n).sort((a, b) => a - b);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.sqrt(Math.max(1, a.size) * Math.max(1, b.size));
}

/** Questions the source asks and may leave open; at most five. */
export function questionsOf(document: Document): string[] {
  const open = /^(?:unresolved|open) (?:questions?|issues?)|^未解决|^questions$/i;
  const asked = document.sentences.filter((sentence) => {
    const under = document.blocks[sentence.block]?.headings ?? [];
    const words = lengthOf(sentence.text);
    return /[?？]$/.test(sentence.text) && words >= 5 && words <= 40 && under.some((heading) => open.test(heading));
  });
  return asked.slice(0, 5).map((sentence) => sentence.text);
}
