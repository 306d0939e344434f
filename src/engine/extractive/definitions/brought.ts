// What a numbered document brought, told by others: "the access list framework introduced in EIP-2929".
import { singularOf } from "../../../text/names.ts";
import { COINED, everydayCount } from "../background.ts";
import { type Tagged, tag } from "../tag.ts";

/** "EIP-2929", "RFC 2119", "PEP 517" */
export const NUMBERED = /^\p{Upper}{2,}[- ]?\d+$/u;
const DONE =
  /^(.*[\p{Alpha}\p{N})”"])(?:,? | \()(introduced|defined|specified|proposed|established|standardi[sz]ed|added|created|described)(?: \p{Lower}+ly)? (?:in|by|via|through|with) (?:the )?$/u;
/** A definition of this form is a predicate. */
export const BROUGHT =
  /^(?:is titled (?=“)|(?:introduced|defines|specifies|proposes|established|standardi[sz]ed|added|created|describes) (?=an? |the ))/u;
const PRESENT: Readonly<Record<string, string>> = {
  defined: "defines",
  described: "describes",
  proposed: "proposes",
  specified: "specifies",
};
/** Which of them, the lines before said; or no thing at all. */
const OPEN =
  /^(?:these|those|this|that|such|its|their|our|his|her|other|another|some|any|all|each|both|same|new)$|^(?:approach|behaviou?r|case|change|changes|example|idea|issue|list|one|ones|problem|process|rules?|semantics|text|thing|things|way|words?|keywords?|terms?)$/i;

/** "EIP-1234: Delay difficulty bomb, adjust block reward", the item of a list; undefined of any other sentence. */
export function titleBeside(name: string, before: string, after: string): string | undefined {
  if (!NUMBERED.test(name) || !/^(?:RFC )?$/.test(before)) return undefined;
  const title = TITLE.exec(after)?.[1];
  return title && title.split(/\s+/).length > 1 ? `is titled “${title}”` : undefined;
}

/** What ends with a point or goes on with a small letter is a sentence about it. */
const TITLE = /^:\s+(\p{Upper}[^“”"]{6,88}[\p{Alpha}\p{N})])$/u;

/** "introduced the access list framework", of the sentence around the name; undefined where none of it says what it brought. */
export function broughtBy(name: string, before: string, after: string): string | undefined {
  if (
    !NUMBERED.test(name) ||
    !/^["”)]*(?:[.,;:)]|$| (?:and|but|which|that|is|are|was|were|by|to|for|as)\b)/.test(after)
  )
    return undefined;
  const [, head = "", done = ""] = DONE.exec(before) ?? [];
  if (head === "" || /\b(?:not|never|n['’]t)\b/.test(head.slice(-60))) return undefined;
  const thing = nounsBefore(head, MADE.test(done));
  if (!thing) return undefined;
  return `${PRESENT[done] ?? done} ${thing}`;
}

/** "the `BALANCE` operation specified in EIP-2929": it says more of it than others, and did not bring it. */
const MADE = /^(?:introduced|proposed|established|added|created)$/;

/** The words that end `text` as one phrase, with an article: "the point evaluation precompile". `made`: "the" may stand before it. */
function nounsBefore(text: string, made: boolean): string | undefined {
  const tokens = tag(text);
  let from = tokens.length;
  while (from > 0 && belongs(tokens[from - 1])) from--;
  const words = tokens.slice(from);
  const first = words[0];
  if (!first || words.at(-1)?.pos === "ADJ" || words.at(-1)?.pos === "NUM") return undefined;
  const article = tokens[from - 1];
  const isArticle = /^(?:the|an?)$/i.test(article?.text ?? "");
  // "the strict check": of what?
  const content = words.filter(({ text: word, pos }) => /^(?:NOUN|PROPN)$/.test(pos) && !OPEN.test(word));
  if (content.length < LEAST || words.some(({ text: word }) => OPEN.test(word) && word === words.at(-1)?.text))
    return undefined;
  // "the fee market with aggregate gas specified in": the market.
  if (!isArticle && !/^(?:of|modifies|uses|use|using|per|extends|replaces|requires)$/i.test(article?.text ?? ""))
    return undefined;
  // "the system contract introduced in": which, where others have one too?
  if (isArticle && /^the$/i.test(article?.text ?? "") && !(made && (words.length >= TELLING || content.some(isOwn))))
    return undefined;
  const phrase = text.slice(first.start).replace(/^new /, "");
  if (/["“”(){}[\]]/.test(phrase)) return undefined;
  const many = /[^s]s$/.test(phrase);
  return isArticle && /^an?$/i.test(article?.text ?? "")
    ? `${article?.text.toLowerCase()} ${phrase}`
    : many && !isArticle
      ? undefined
      : `the ${phrase}`;
}

/** Words; from so many on they tell which. */
const LEAST = 2;
const TELLING = 3;

/** "verkle", "BLOCKHASH", "blobs" */
function isOwn({ text, start }: Tagged): boolean {
  return (
    everydayCount(singularOf(text.toLowerCase())) < COINED ||
    /^\p{Upper}{2}|\p{Lower}\p{Upper}/u.test(text) ||
    (start > 0 && /^\p{Upper}/u.test(text))
  );
}

function belongs(token: Tagged | undefined): boolean {
  return token !== undefined && (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos) || /^[-_/.]$/.test(token.text));
}
