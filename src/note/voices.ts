// Whose words a source's sentences are where they are not its author's: quotations of several sentences, quoted blocks, interviews, talks of several people.
import type { Block, Document, Sentence } from "../core/document.ts";
import { attributionOf, saysPronoun } from "../text/attribution.ts";
import { speakersIn } from "./interview.ts";
import { quotationsIn } from "./quoted.ts";

export interface Voice {
  /** Undefined where the source does not say. */
  readonly who?: string;
  /** The sentence itself says "she said", and means this one. */
  readonly byPronoun?: true;
}

/** Sentence number -> whose it is. A source that quotes most of the time (a page of highlights) is taken as its own words. */
export function voicesOf(document: Document): ReadonlyMap<number, Voice> {
  const blocks = sentencesByBlock(document);
  const spoken = speakersIn(document);
  const voices = new Map<number, Voice>();
  const quotes = document.sentences.filter((sentence) => document.blocks[sentence.block]?.kind === "quote").length;
  const quoting = quotes > document.sentences.length / 2;
  let last: { readonly who: string; readonly block: number } | undefined;
  for (const [at, own] of blocks) {
    const block = document.blocks[at];
    const speaker = spoken.get(at);
    if (block === undefined) continue;
    if (speaker !== undefined) {
      for (const { n } of own) voices.set(n, speaker === "" ? {} : { who: speaker });
      continue;
    }
    if (block.kind === "quote") {
      // What stands below a command is what it put out, however much of it there is.
      if (quoting && !isOutput(document, at)) continue;
      const who = signedBy(document, at, own) ?? announcedBy(document, at);
      for (const { n } of own) voices.set(n, who === undefined ? {} : { who });
      continue;
    }
    const recent = last !== undefined && at - last.block <= NEAR ? last.who : undefined;
    last = quotedIn(own, at, recent, voices) ?? last;
  }
  return voices;
}

function isOutput({ blocks }: Document, at: number): boolean {
  let before = at - 1;
  while (blocks[before]?.kind === "quote") before--;
  return blocks[before]?.kind === "code";
}

/** "She said" means who was named as speaking this many blocks before at most. */
const NEAR = 3;

/** Tells the sentences that stand wholly inside a quotation; gives who spoke last. */
function quotedIn(
  own: readonly Sentence[],
  block: number,
  recent: string | undefined,
  voices: Map<number, Voice>,
): { who: string; block: number } | undefined {
  let who = recent;
  let named: string | undefined;
  for (const { from, to, before, after } of quotationsIn(own.map((sentence) => sentence.text))) {
    const told = attributionOf(own[from]?.text ?? "") ?? attributionOf(own[to]?.text ?? "");
    // "…," she said: whoever spoke last. Nothing around the marks: the same voice goes on, or nobody knows whose it is.
    const speaker = told ?? (saysPronoun(`${before} ${after}`) || named !== undefined ? who : undefined);
    who = speaker ?? who;
    named = speaker ?? named;
    for (let i = from; i <= to; i++) {
      const outside = (i === from ? before : "") + (i === to ? after : "");
      const sentence = own[i];
      if (!sentence) continue;
      if (speaker !== undefined && told === undefined && saysPronoun(outside))
        voices.set(sentence.n, { who: speaker, byPronoun: true });
      else if (!/\p{Alpha}/u.test(outside)) voices.set(sentence.n, speaker === undefined ? {} : { who: speaker });
    }
  }
  const plain = own.map((sentence) => attributionOf(sentence.text)).findLast((name) => name !== undefined);
  const speaking = named ?? plain;
  return speaking === undefined ? undefined : { who: speaking, block };
}

/** A line "— Vannevar Bush, engineer" at the end of a quoted block, or right after it. */
function signedBy(document: Document, at: number, own: readonly Sentence[]): string | undefined {
  const next = document.blocks[at + 1];
  const lines = [own.at(-1)?.text ?? "", ...(next && next.kind !== "heading" ? [next.text] : [])];
  for (const line of lines) {
    const name =
      /(?:^|[.!?”"]\s*)[—–-]{1,2}\s*(\p{Upper}[\p{Alpha}.'’-]*(?: [\p{Alpha}.'’-]+){0,4}?)(?:,|$|\.$|\s\()/u.exec(
        line,
      )?.[1];
    if (name !== undefined && line.length < 240) return name;
  }
  return undefined;
}

/** "As Vannevar Bush wrote:" right before it. */
function announcedBy(document: Document, at: number): string | undefined {
  const before = document.blocks[at - 1];
  if (before === undefined || before.kind === "quote" || !/[:：]$/u.test(before.text)) return undefined;
  const last = document.sentences.findLast((sentence) => sentence.block === at - 1)?.text ?? before.text;
  return attributionOf(last) ?? attributionOf(last.replace(/[:：]$/u, " that"));
}

function sentencesByBlock({ sentences, blocks }: Document): Map<number, Sentence[]> {
  const by = new Map<number, Sentence[]>();
  const wanted: ReadonlySet<Block["kind"]> = new Set(["paragraph", "quote", "list-item", "callout"]);
  for (const sentence of sentences) {
    if (!wanted.has(blocks[sentence.block]?.kind ?? "heading")) continue;
    const own = by.get(sentence.block);
    if (own) own.push(sentence);
    else by.set(sentence.block, [sentence]);
  }
  return by;
}
