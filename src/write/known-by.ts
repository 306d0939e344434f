// Names that lead to a source: what it is headed by, introduces or comes back to. Where a page is about the thing, that page has the name.
import type { Mention, SourceNote } from "../core/note.ts";
import { COINED, EVERYDAY, everydayCount } from "../engine/extractive/background.ts";
import { byCodePoint } from "../text/order.ts";

/** Written with a capital, or as "sqlite-utils" is. */
const NAME = /\p{Lu}|^[\p{Ll}\p{N}]+[-._]\p{L}/u;
/** "forkid", "redbean": a name where it is no word of a dictionary. */
const SMALL = /^\p{Ll}[\p{Ll}\p{N}]{2,}$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u;
/** "difficulty bomb" */
const PHRASE = /^[\p{L}-]+(?: [\p{L}-]+){1,3}$/u;
/** "gtr_t5", "T07", "EIP-155", "I₀": of code, a formula or another document, and no name to look up unless a source is headed by it. */
const OF_CODE = /_|^\p{Lu}{2,}-\d+$|\/|^\p{Lu}\d+$/u;
const LETTERS = /\p{L}[^\p{L}]*\p{L}(?![₀-₉])/u;
/** What many sources use, and none is about. */
const FORMATS =
  /^(?:android|api|cli|css|csv|dockerfile|geojson|html|http|https|ios|javascript|json|linux|mac|macos|markdown|pdf|sql|svg|typescript|unix|url|windows|xml|yaml)s?$/i;
/** Times that a source names what it speaks of and is not headed by. */
const OFTEN = 3;
const SALIENT = 0.3;
/** A source that names it but once may have it for its subject. */
const MOST_SALIENT = 0.45;
const MOST = 5;

export interface Goes {
  /** Names that lead to the source, best first. */
  readonly by: readonly string[];
  /** Those that a topic's page has, whatever they mean in this source. */
  readonly taken: readonly string[];
}

export function goesBy(note: SourceNote, isTopic: (name: string) => boolean): Goes {
  const names = knownBy(note);
  return { by: names.filter((name) => !isTopic(name)), taken: names.filter(isTopic) };
}

/** Best first. */
export function knownBy({ mentions, meta }: SourceNote): string[] {
  // "sips: Scriptable image processing system", "Adds base fee to eth_getBlockByHash"
  const [, head = ""] = /^(\S{3,}): /u.exec(meta.title) ?? [];
  const spelled = meta.title.match(/[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu) ?? [];
  const own = LETTERS.test(head) && !isCommon(head) ? [head, ...spelled] : spelled;
  const named = mentions
    .filter((one) => !FORMATS.test(one.name) && (isHeadedBy(one) || speaksOf(one)))
    .sort((a, b) => weight(b) - weight(a) || byCodePoint(a.name, b.name))
    .slice(0, MOST)
    .flatMap(({ name, forms }) => [
      name,
      ...forms.filter((form) => ACRONYM.test(form) && ACRONYM.test(name) === false),
    ]);
  return [...new Set([...own, ...named])];
}

function isHeadedBy({ name, inTitle, count, salience }: Mention): boolean {
  if (!inTitle || !LETTERS.test(name)) return false;
  return isCommon(name)
    ? count >= OFTEN
    : isNamed(name) || (PHRASE.test(name) && (count > 1 || salience >= MOST_SALIENT));
}

/** Not in passing. */
function speaksOf({ name, minor, kind, inHeading, count, salience, definitionStrength = 0 }: Mention): boolean {
  // Of people those that it comes back to: an author's name stands once, above the text.
  if (kind === "person") return !minor && name.includes(" ") && count >= OFTEN;
  if (minor || OF_CODE.test(name) || isCommon(name) || !LETTERS.test(name)) return false;
  if (definitionStrength >= 0.5) return isNamed(name) || PHRASE.test(name);
  if (salience < SALIENT) return false;
  return isNamed(name)
    ? inHeading || count > OFTEN || salience >= MOST_SALIENT
    : PHRASE.test(name) && inHeading && count >= OFTEN;
}

function isNamed(name: string): boolean {
  return NAME.test(name) || (SMALL.test(name) && everydayCount(name) < COINED);
}

/** "Storage", "Planning", "HEADER": a word of everybody's, whatever its letters. */
function isCommon(name: string): boolean {
  return !name.includes(" ") && everydayCount(name.toLowerCase()) > EVERYDAY;
}

function weight({ inTitle, inHeading, salience, count }: Mention): number {
  return (inTitle ? 2 : 0) + (inHeading ? 0.5 : 0) + salience + Math.min(1, count / 10);
}
