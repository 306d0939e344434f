// What a page is written from, in few words.
import type { BriefClaim, BriefSource, TopicBrief } from "../../src/core/engine.ts";
import { extractiveTopic } from "../../src/engine/extractive/pages/topic.ts";
import { sha256 } from "../../src/text/hash.ts";
import { aClaim } from "../link/notes.ts";

export function claim(text: string, source: string, more: Partial<BriefClaim> = {}): BriefClaim {
  const own = aClaim(`c-${sha256(text).slice(0, 10)}`, text);
  // Titles that differ in figures alone are those of a series.
  const sourceTitle = source.replace(/\d/gu, (digit) => "abcdefghij"[Number(digit)] ?? "");
  return { source, id: own.id, claim: own, sourceTitle, about: 1, ...more };
}

export const spreadOf = (title: string, claims: readonly BriefClaim[]): BriefSource[] =>
  claims
    .filter((one, i) => claims.findIndex((other) => other.source === one.source) === i)
    .map((best) => ({ source: best.source, titled: best.sourceTitle.includes(title), count: 1, best }));

export function brief(title: string, claims: readonly BriefClaim[], more: Partial<TopicBrief> = {}): TopicBrief {
  return {
    title,
    type: "concept",
    aliases: [title],
    claims,
    spread: spreadOf(title, claims),
    neighbours: [],
    rules: "",
    ...more,
  };
}

/** The sentences of the page in their order. */
export const textOf = (topic: TopicBrief): string[] =>
  extractiveTopic(topic).sections.flatMap((section) => section.paragraphs.flat().map(({ text }) => text));
