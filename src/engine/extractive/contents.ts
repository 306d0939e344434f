// What the sections of a source are headed by: of an announcement or a digest that says more than any of its sentences.
import type { Document } from "../../core/document.ts";
import { GENERIC_NOUNS } from "../../text/generic.ts";
import { singularOf } from "../../text/names.ts";
import { contentWordsOf } from "../../text/words.ts";
import { RARE, rarity } from "./background.ts";
import { lengthOf } from "./standing.ts";

const LEAST = 3;
const MOST = 6;
/** Words of a heading. */
const LONGEST = 9;
/** Headings that every document of a kind has. */
const COMMON =
  /^(?:[\d.]+\s+)?(?:introduction|overview|background|summary|abstract|conclusions?|wrapping up|wrap[- ]up|what(?:'|’)?s (?:in|new|next).*|contributors?\b.*|other (?:changes|improvements|news|updates?)\b.*|and more|misc(?:ellaneous)?|links?|thanks?\b.*|thank you\b.*|acknowledge?ments?|credits?|stabilized apis|library (?:changes|stabilizations)|stabilizations|compatibility notes|detailed release notes|references?|see also|further reading|notes?|updates?|faq|questions|appendix\b.*|footnotes|changelog|table of contents|contents|get(?:ting)? involved|how (?:to|can|do) (?:you |i )?(?:get involved|help|contribute|participate|install|upgrade|update)\b.*|call for .*|next steps|the future|dedication|(?:the )?root causes?\b.*|resolution|impact|lessons? learned|long[- ]term .*|what (?:happened|went wrong|went well)|tests?|examples?|usage|installation|requirements|motivation|rationale|specification|design|drawbacks|alternatives|prior art|unresolved questions|future (?:work|possibilities)|copyright|security considerations|backwards? compatibility|guide-level explanation|reference-level explanation|detailed design|timeline|introducing .* \d.*)[:.!]?$/iu;

/** "Motivation", "Test cases": a heading that says nothing of its document. */
export function isSection(text: string): boolean {
  return COMMON.test(text) || /^(?:simple summary|backwards compatibility|abstract|prior art)$/iu.test(text);
}

/** "Scoped threads", "TOML 1.1 support"; not "Notable changes", "Goals looking for help". */
function isTelling(text: string): boolean {
  if (!/\p{L}/u.test(text) || COMMON.test(text)) return false;
  if (/\p{sc=Han}/u.test(text)) return true;
  return contentWordsOf(text).some((word) => !GENERIC_NOUNS.has(singularOf(word)) && rarity(word) > RARE);
}

/** "In it: a; b; c.", from the shallowest headings that tell sections apart; undefined where fewer than `least` do. */
export function contentsOf({ blocks, meta }: Document, least = LEAST): string | undefined {
  const headings = blocks.filter((block) => block.kind === "heading" && block.text !== meta.title);
  for (const depth of [...new Set(headings.map((one) => one.depth ?? 1))].sort((a, b) => a - b)) {
    const own = headings
      .filter((one) => one.depth === depth)
      .map((one) =>
        one.text
          .replace(/\s+/g, " ")
          .replace(/^["“'‘]+|["”'’]+$|`/gu, "")
          .replace(/[\s:：.。;；#¶]+$/u, "")
          .trim(),
      )
      .filter((text) => isTelling(text) && lengthOf(text) <= LONGEST && !/[?!]$|[[\]|]/.test(text));
    const telling = [...new Set(own)];
    if (telling.length < least) continue;
    return `In it: ${telling.slice(0, MOST).join("; ")}${telling.length > MOST ? " …" : "."}`;
  }
  return undefined;
}
