// What a reader would say of a line, foretold from its signs.
import type { TopicBrief } from "../../../core/engine.ts";
import type { Claim } from "../../../core/note.ts";
import type { CitedSentence } from "../../../core/topic.ts";
import { everydayCount } from "../background.ts";
import { type Line, signsOf } from "./signs.ts";
import { FIRST_LINE } from "./verdict-weights.ts";

/** 0 to 1: that a reader finds it a good first line of the page; undefined for a line in another language than the one that was learnt from. */
export function oddsOf(line: Line): number | undefined {
  if (!isEnglish(line.text)) return undefined;
  weights ??= weightsIn(FIRST_LINE);
  let sum = weights.get(EVEN) ?? 0;
  for (const [name, figure] of signsOf(line)) sum += figure * (weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What stands for a line without any sign. */
const EVEN = "even";

let weights: ReadonlyMap<string, number> | undefined;

/** What may open a page, and what is known of it. */
export interface Opening extends Pick<Line, "strength" | "tells"> {
  readonly sentence: CitedSentence;
  /** What it rests on. */
  readonly claim: Claim;
}

export function lineOn(brief: TopicBrief, { sentence: { text, claims }, claim, strength, tells }: Opening): Line {
  const own = brief.spread.find(({ source }) => source === claims[0]?.source);
  const at = claim.evidence[0] ?? 1;
  return {
    text,
    title: brief.title,
    aliases: brief.aliases,
    ...(brief.kind ? { kind: brief.kind } : {}),
    isEntity: brief.type === "entity",
    strength,
    tells,
    sources: brief.spread.length,
    titled: brief.spread.some(({ titled }) => titled),
    ownTitled: own?.titled ?? false,
    ownCount: own?.count ?? 0,
    isFirst: at <= (own?.first?.claim.evidence[0] ?? at),
    at,
    headings: claim.place.headings,
  };
}

function weightsIn(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split(/ ¦ |\n/)
      .map((entry) => {
        const end = entry.lastIndexOf(" ");
        return [entry.slice(0, end), Number(entry.slice(end + 1))] as const;
      }),
  );
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{Alpha}+/gu) ?? [];
  return words.filter((word) => everydayCount(word) >= KNOWN).length * 2 > words.length;
}

/** Of fifty million words of everyday English. */
const KNOWN = 100;
