// What a source says of itself: "This post explains …", "Here is a query that …", "I wanted to filter by …".
import type { Document } from "../../../core/document.ts";
import { ready } from "../../../text/ready.ts";

const KIND =
  "(?:blog ?)?post|blog|article|essay|guide|tutorial|document|note|paper|report|survey|talk|rfc|eip|erc|proposal|book|chapter|page|series|roadmap|update|summary|edition|entry|memo|newsletter|interview|list|overview|(?:point )?release|version|specification|standard|til|recap|retrospective|recipe|handbook|course|lecture|session|episode|advisory|study";

/** "This release contains", "In this post", "The goal of this document", "The highlights of Rust 1.37 include". */
const NAMED = new RegExp(
  String.raw`^(?:in |with |throughout )?(?:this|the (?:goal|purpose|aim|point|subject|topic) of this) (?:\p{Alpha}+ )??(?:${KIND})\b|^this is (?:an?|the|my|our) (?:\p{Alpha}+ ){0,3}(?:${KIND})\b|^this is (?:part (?:one|two|three|four|five|\d+|i+)|the (?:first|second|third|fourth|fifth|last) (?:in|of|part|post|article|installment)) |^(?:today|now|here|below|recently),? we(?:['’]ll| will|['’]ve)? (?:focus|discuss|explore|explain|look|show|walk|cover|describe|share|give|talk|ask|interview|chat|answer|introduce)|^we (?:talk(?:ed)?|chat(?:ted)?|spoke|asked|interviewed|sat down) |^(?:the )?highlights\b.*\binclud`,
  "iu",
);
/** "Here's how I …", "Here is a query that …". */
const HERE =
  /^here(?:'s|’s| is| are) (?:how|why|what|an?|the|my|our|some|two|three|a few|\p{Alpha}+ \p{Alpha}+ that)\b/iu;
/** What its author set out to do, or did. */
const PURPOSE =
  /\bI(?:'ve|’ve| have|'m|’m)?(?: \p{Alpha}+ly| just| also| recently| finally| long| was| am)? (?:learn(?:ed|t)|figured out|found (?:out|a|that)|wanted|want|needed|need|decided|built|wrote|came up|trying|tried|made|created|set out|put together|discovered|pulled together|spent|looking|ended up|solved|managed|got|used|had to)\b|^we(?:'ve|’ve| have|'re|’re| are)? (?:just |now |recently )?(?:launch|creat|publish|announc|schedul|releas|start|plann|propos|introduc|built|decid|adopt|add|renam)|\b(?:happy|pleased|excited|thrilled|proud|delighted|glad) to (?:\p{Alpha}+ )?(?:announce|share|introduce|present|report|release)\b|^(?:today,? )?we (?:propose|present|introduce|describe|are announcing)/iu;
/** Whose "This RFC" may be another's: a post tells of it. */
const ABOUT_ANOTHER = /^(?:rfc|eip|erc|proposal|paper|report|specification|standard|document|guide|book|survey)$/i;
const OWN_KIND = /\bthis (?:blog ?)?(?:post|article|essay|newsletter|talk)\b/i;
/** Sentences before, in which the other may have been named. */
const NEAR = 6;

export type OfItself = "named" | "here" | "purpose";

/** How sentence n (from 1) speaks of its own source; undefined where it does not. */
export function ofItself(document: Document, n: number): OfItself | undefined {
  const text = document.sentences[n - 1]?.text ?? "";
  if (ready(NAMED).test(text)) return meansAnother(document, n) ? undefined : "named";
  if (ready(HERE).test(text)) return "here";
  return ready(PURPOSE).test(text) ? "purpose" : undefined;
}

/** "We opened an RFC last week. This RFC adds …": it begins like a word of its source on itself, and is none. */
export function meansAnother(document: Document, n: number): boolean {
  const [, first = "", second = ""] =
    /^(?:in )?this (\p{Alpha}+)(?: (\p{Alpha}+))?/iu.exec(document.sentences[n - 1]?.text ?? "") ?? [];
  const kind = [first, second].find((one) => ABOUT_ANOTHER.test(one));
  if (kind === undefined) return false;
  const before = document.sentences.slice(Math.max(0, n - 1 - NEAR), n - 1);
  const told = (word: string) => {
    const other = new RegExp(String.raw`\b(?:${word}) (?:\p{Alpha}+ )?${kind}\b(?! process)`, "iu");
    return before.some(({ text }) => other.test(text));
  };
  return told("an?|our|their") || (told("the") && document.sentences.some(({ text }) => OWN_KIND.test(text)));
}
