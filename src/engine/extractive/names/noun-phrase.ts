// Words that may be the name of a thing by their parts of speech: a noun phrase, and a heading of two of them.
import { GENERIC_NOUNS, WEAK_OPENERS } from "../../../text/generic.ts";
import { singularOf } from "../../../text/names.ts";
import { EVERYDAY, UNCOMMON } from "../background.ts";
import { tag } from "../tag.ts";
import { usual } from "./made-up.ts";

/** "Disjoint capture in closures": two words or three, one of them no word of talk, and where. */
export function isLongHeadline(name: string): boolean {
  const [, what = "", where = ""] = /^((?:\S+ ){2,3})(?:for|in|of|on) ((?:\S+ ?){1,2})$/u.exec(name) ?? [];
  if (what === "") return false;
  const telling = what
    .trim()
    .split(" ")
    .some((word) => usual(word) <= UNCOMMON && !GENERIC_NOUNS.has(singularOf(word.toLowerCase())));
  const own = tag(what.trim().toLowerCase());
  const isName = ({ pos, text }: (typeof own)[number], i: number, all: typeof own): boolean =>
    /^(?:ADJ|NOUN|PROPN)$/.test(pos) ||
    // A capture, by its tag an order.
    (all === own && i > 0 && i === own.length - 1 && pos === "VERB" && !/(?:ing|ed)$/.test(text));
  return telling && own.every(isName) && tag(where.toLowerCase()).every(isName);
}

/** Not "Carlton told me", "get rustup". */
export function isNounPhrase(name: string): boolean {
  const tokens = tag(name);
  return (
    tokens.every(
      ({ pos, text }) =>
        !/^(?:AUX|PRON|ADV|SCONJ|PART|DET|INTJ)$/.test(pos) && (pos !== "VERB" || /(?:ing|ed)$/.test(text)),
    ) && /^(?:NOUN|PROPN|NUM|VERB|SYM|X)$/.test(tokens.at(-1)?.pos ?? "")
  );
}

/** "replay attack", "function coloring problem": what people give names to, behind a word that is not in every sentence. */
export function isOfTheTrade(name: string): boolean {
  if (!TRADE.test(name)) return false;
  const words = name.toLowerCase().split(" ").slice(0, -1);
  return (
    words.some((word) => usual(word) <= EVERYDAY * 10 && !GENERIC_NOUNS.has(singularOf(word))) &&
    !words.some((word) => WEAK_OPENERS.has(word))
  );
}

const TRADE = / (?:attack|collision|dilemma|fallacy|paradox|principle|problem|syndrome|theorem|vulnerability)s?$/iu;
