// Words of everybody's, also where a dictionary of talk lacks them: how usual a word is, and whether it is put together of usual ones.
import { singularOf } from "../../../text/names.ts";
import { EVERYDAY, everydayCount } from "../background.ts";

/** In everyday English, singular or plural. */
export function usual(word: string): number {
  const small = word.toLowerCase();
  return Math.max(everydayCount(small), everydayCount(singularOf(small)));
}

const BEFORE_ROOT = /^(?:un|re|pre|non|sub|multi|de|dis|over|under|inter|auto|meta|mis)(?=\p{Lower}{4})/u;
const BEHIND_ROOT = /(?:ings?|ed|able|ables|ers?|ors?|ations?|ly|ness|ity|ments?|ize|ise|izes|less|ful|ive|ism|ist)$/u;

/** "zoomable", "unmaintained", "timestamp", "roadmap": made of everybody's words, though a dictionary of talk may lack it. */
export function isMadeUp(word: string): boolean {
  const small = singularOf(word.toLowerCase());
  const roots = [small, small.replace(BEFORE_ROOT, "")].flatMap((one) => {
    const stem = one.replace(BEHIND_ROOT, "").replace(/(?<=\p{Lower}{3})(?:up|out|off|in)$/u, "");
    const root = stem.replace(/i[sz]$|iz?$/u, "");
    return [one, stem, `${stem}e`, stem.replace(/(\p{Alpha})\1$/u, "$1"), `${root}y`, `${root}um`, root];
  });
  if (roots.some((root) => root.length > 2 && root !== small && everydayCount(root) > EVERYDAY)) return true;
  for (let at = 3; at <= small.length - 3; at++)
    if (
      small.length > 6 &&
      everydayCount(small.slice(0, at)) > COMMON_PART &&
      everydayCount(small.slice(at)) > COMMON_PART
    )
      return true;
  return false;
}

const COMMON_PART = 300;
