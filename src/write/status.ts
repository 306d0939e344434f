// What a source says of its own standing, told beside what rests on it alone: a draft or a stagnant proposal is no fact.
import type { DocumentMeta } from "../core/document.ts";
import type { CitedSentence } from "../core/topic.ts";
import { identifierOf } from "../text/identifier.ts";
import type { SourceInfo } from "./citations.ts";

/** Words by which a document says that nobody need follow it, or not yet, or no longer. */
const OPEN =
  /^status\/(?:abandoned|deferred|deprecated|draft|idea|in-review|last-call|obsolete|postponed|proposed|rejected|review|stagnant|superseded|under-review|withdrawn)$/;

/** "**EIP 1352** is titled …" */
const OF_NUMBERED = /^\W*(?:(?:An?|The) \W*)?\p{Upper}{2,}[- ]\d+\b/u;

export interface OpenStatus {
  /** "stagnant", "last call" */
  readonly word: string;
  /** What its series calls the document: "EIP-2997". */
  readonly called?: string;
}

/** Undefined for what is settled, and for what says nothing. */
export function openStatusOf(path: string, { standing = [] }: DocumentMeta): OpenStatus | undefined {
  const tag = standing.find((one) => OPEN.test(one));
  if (tag === undefined) return undefined;
  const called = identifierOf(path);
  return { word: tag.replace(/^status\//, "").replace(/-/g, " "), ...(called ? { called } : {}) };
}

/** "EIP-2997 (status: stagnant) says so." with its link; undefined where a settled source says so too. */
export function statusLine(
  { text, claims }: CitedSentence,
  sourceOf: (path: string) => SourceInfo | undefined,
): string | undefined {
  // "EIP-1559 introduces …", as others tell of it: how they stand does not matter to it.
  if (/\p{sc=Han}/u.test(text) || OF_NUMBERED.test(text)) return undefined;
  const sources = [...new Set(claims.map((ref) => ref.source))].map(sourceOf);
  const links = sources.flatMap((source) =>
    source?.open ? [`[[${source.page}|${source.open.called ?? source.title}]] (status: ${source.open.word})`] : [],
  );
  if (links.length === 0 || links.length < sources.length) return undefined;
  const all = [links.slice(0, -1).join(", "), ...links.slice(-1)].filter((one) => one !== "").join(" and ");
  return `${all} ${links.length > 1 ? "say" : "says"} so.`;
}
