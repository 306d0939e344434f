// What a document says of its own standing, "status: Final", as tags that a page can carry and a search can ask for.
import type { Document } from "../core/document.ts";

/** Longer values are sentences. */
const MOST_WORDS = 3;
const LONGEST = 30;
/** Blocks from the top in which "Status: accepted" may stand. */
const TOP = 12;

/** "status/final", "category/core": of each its tag, in this order. */
export function standingOf(stated: {
  readonly status?: string | undefined;
  readonly category?: string | undefined;
}): string[] {
  return [tagOf("status", stated.status), tagOf("category", stated.category)].flatMap((tag) => tag ?? []);
}

function tagOf(name: string, value: string | undefined): string | undefined {
  const words =
    value
      ?.trim()
      .toLowerCase()
      .replace(/[.:;,!]+$/u, "") ?? "";
  if (
    words.length > LONGEST ||
    words.split(/\s+/u).length > MOST_WORDS ||
    !/^\p{Alpha}[\p{Alpha}\p{N} _-]*$/u.test(words)
  )
    return undefined;
  return `${name}/${words.replace(/[\s_]+/gu, "-")}`;
}

/** As records of decisions have it: "Status: accepted" in a line of its own near the top, or a heading "Status" with a word below. */
export function statedStanding({ blocks }: Document): string[] {
  for (const [i, block] of blocks.slice(0, TOP).entries()) {
    const line = /^status\s*[:：]\s*(?<value>[^:]+)$/iu.exec(block.text)?.groups?.value;
    if (line !== undefined && block.kind !== "heading") return standingOf({ status: line });
    const next = blocks[i + 1];
    if (block.kind === "heading" && /^status$/iu.test(block.text.trim()) && next && next.kind !== "heading")
      return standingOf({ status: next.text });
  }
  return [];
}
