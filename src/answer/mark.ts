// The links by which a sentence of an answer cites.
import type { Citation } from "../core/answer.ts";

/** `([[wiki/sources/x#^c-7f3a9c21d0|1]], [[…|2]])`; each claim once. */
export function citationMark(citations: readonly Citation[]): string {
  const links = [...new Map(citations.map(({ link, n }) => [link, `[[${link}|${n}]]`])).values()];
  return links.length > 0 ? `(${links.join(", ")})` : "";
}
