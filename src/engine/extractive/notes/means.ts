// What a source that shows how to do something does it with: which of its sentences names what its code uses.
import type { Document } from "../../../core/document.ts";
import { stemOf, stemsOf } from "../../../text/words.ts";
import { COINED, everydayCount } from "../background.ts";
import { tag } from "../tag.ts";

/** A name in code: "uvx", "LifespanManager", "cache-dependency-path". */
const NAME = /[\p{Alpha}_][\p{Alpha}\p{N}_]*(?:[-.:]+[\p{Alpha}_][\p{Alpha}\p{N}_]*)*/gu;
const SHORTEST = 3;
/** Words between "using" and what is used. */
const DOES =
  /(?:^|[\s(])(?:I|we|you)(?:['’]\p{Alpha}+)? |\b(?:us(?:e|es|ed|ing)|with|via|by|through|run(?:s|ning)?|call(?:s|ed|ing)?|set(?:s|ting)?|add(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:\S+ ){0,5}$/iu;
/** Characters of a sentence before what it uses. */
const LEAST_BEFORE = 4;

/** "Running a MySQL server", "How to deploy", "Set environment variables": its title says what is done. */
export function isAction(title: string): boolean {
  if (/^(?:how to\b|\p{Upper}\p{Lower}+ing\b)/iu.test(title)) return true;
  const [first, second] = tag(title);
  return first?.pos === "VERB" && !/(?:s|ed)$/.test(first.text) && second !== undefined;
}

/** By number (from 1), the names in it that code of the document uses and its title does not say; none for a source without code. */
export function meansIn(document: Document): ReadonlyMap<number, number> {
  const inCode = new Set(
    document.blocks.flatMap((block) => (block.kind === "code" ? (block.text.match(NAME) ?? []) : [])),
  );
  const out = new Map<number, number>();
  if (inCode.size === 0) return out;
  const title = new Set(stemsOf(document.meta.title));
  for (const { n, text, code = [] } of document.sentences) {
    const names = new Set<string>();
    for (const match of text.matchAll(NAME)) {
      const [name] = match;
      if (
        name.length < SHORTEST ||
        match.index < LEAST_BEFORE ||
        !inCode.has(name) ||
        title.has(stemOf(name.toLowerCase()))
      )
        continue;
      const marked = code.some(([start, end]) => start <= match.index && match.index < end);
      if (!marked && everydayCount(name.toLowerCase()) >= COINED) continue;
      if (DOES.test(text.slice(0, match.index))) names.add(name);
    }
    if (names.size > 0) out.set(n, names.size);
  }
  return out;
}
