// What the sections of a source are headed by: of an announcement or a digest that says more than any of its sentences.
import type { Document } from "../../../core/document.ts";
import { GENERIC_NOUNS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";
import { ready } from "../../../text/ready.ts";
import { contentWordsOf } from "../../../text/words.ts";
import { RARE, rarity } from "../background.ts";
import { lengthOf } from "../sentences/standing.ts";

const LEAST = 3;
const MOST = 6;
/** Words of a heading. */
const LONGEST = 9;
/** Headings that every document of a kind has. */
const COMMON =
  /^(?:[\d.]+\s+)?(?:introduction|overview|background|summary|abstract|conclusions?|wrapping up|wrap[- ]up|what(?:'|’)?s (?:in|new|next).*|contributors?\b.*|other (?:changes|improvements|news|updates?)\b.*|and more|misc(?:ellaneous)?|links?|thanks?\b.*|thank you\b.*|acknowledge?ments?|credits?|stabilized apis|library (?:changes|stabilizations)|stabilizations|compatibility notes|detailed release notes|references?|see also|further reading|notes?|updates?|faq|questions|appendix\b.*|footnotes|changelog|table of contents|contents|get(?:ting)? involved|how (?:to|can|do) (?:you |i )?(?:get involved|help|contribute|participate|install|upgrade|update)\b.*|call for .*|next steps|the future|dedication|(?:the )?root causes?\b.*|resolution|impact|lessons? learned|long[- ]term .*|what (?:happened|went wrong|went well)|tests?|examples?|usage|installation|requirements|motivation|rationale|specification|design|drawbacks|alternatives|prior art|unresolved questions|future (?:work|possibilities)|copyright|security considerations|backwards? compatibility|guide-level explanation|reference-level explanation|detailed design|timeline|introducing .* \d.*)[:.!]?$/iu;

/** "Motivation", "Test cases": a heading that says nothing of its document. */
export function isSection(text: string): boolean {
  return (
    ready(COMMON).test(text) ||
    /^(?:simple summary|backwards compatibility|abstract|prior art|test cases)$/iu.test(text)
  );
}

/** "Scoped threads", "TOML 1.1 support"; not "Notable changes", "Goals looking for help". */
function isTelling(text: string): boolean {
  if (!/\p{Alpha}/u.test(text) || ready(COMMON).test(text)) return false;
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
    if (telling.length >= least) return inIt(telling);
  }
  return undefined;
}

/** The same of the first list of a source without such sections, by what each item begins with: "yaahc, team member". */
export function itemsOf({ blocks }: Document): string | undefined {
  for (let from = blocks.findIndex(isItem); from >= 0; ) {
    const next = blocks.findIndex((block, i) => i > from && !isItem(block));
    const below = blocks[from]?.headings.at(-1) ?? "";
    // Those who are thanked, what was made stable: no word on the whole.
    const items = COMMON.test(below) ? [] : blocks.slice(from, next < 0 ? blocks.length : next);
    const heads = [...new Set(items.flatMap(({ text }) => headOf(text) ?? []))];
    if (heads.length >= LEAST && heads.length * 2 >= items.length) return inIt(heads);
    from = next < 0 ? -1 : blocks.findIndex((block, i) => i > next && isItem(block));
  }
  return undefined;
}

const isItem = ({ kind }: Document["blocks"][number]): boolean => kind === "list-item";

/** A short item or its first sentence whole, of another what stands before a colon or a dash. */
function headOf(text: string): string | undefined {
  const [first = ""] = text.replace(/\s+/g, " ").split(/(?<=\p{Alpha}[)"”’]*)(?:: | [—–-] )|(?<=\p{Alpha}{2}[.])\s/u);
  const head = first.replace(/[\s.:;,]+$/u, "").trim();
  return lengthOf(head) <= LONGEST && isTelling(head) && !/[?!]$|[[\]|]|https?:/.test(head) ? head : undefined;
}

function inIt(parts: readonly string[]): string {
  return `In it: ${parts.slice(0, MOST).join("; ")}${parts.length > MOST ? " …" : "."}`;
}
