// The claims that stand on a source page, read from the page itself, so that they are known without any cache.
import type { Claim } from "../core/note.ts";
import { readingOf } from "../find/rows.ts";
import { withoutConnective, withoutTitle } from "../text/connectives.ts";

const ITEM =
  /^- (?<text>.*?)(?:\s(?<link>\[\[[^\]]*\]\]))?(?:\s\[\[(?<post>[^\]|#]*)[^\]]*\]\])?\s\^(?<id>c-[0-9a-f]{10}(?:-\d+)?)\s*$/;
const POST = /\|([^\]|]+\.(?:md|markdown|txt))\]\]$/iu;
const QUOTE = /^\s+- “(?<quote>.*)”\s*$/;

/** Claims in page order. Headings of their place are read from the link; sentence numbers are not on the page. */
export function claimsOn(body: string): Claim[] {
  const lines = body.split("\n");
  return lines.flatMap((line, i) => {
    const item = ITEM.exec(line)?.groups;
    if (item?.id === undefined) return [];
    const shown = plain(item.text ?? "");
    const quote = QUOTE.exec(lines[i + 1] ?? "")?.groups?.quote;
    const page = /#page=(\d+)/.exec(item.link ?? "")?.[1];
    // Of several files each claim names its own: in a second link, in the link to it, or in the words of the link to their text.
    const file = item.post ?? POST.exec(item.link ?? "")?.[1] ?? /^\[\[([^\]|#]+)/.exec(item.link ?? "")?.[1];
    const place = {
      headings: headingsOf(item.link ?? ""),
      ...(page === undefined ? {} : { page: Number(page) }),
      ...(file === undefined ? {} : { file }),
    };
    const text = quote === undefined ? withoutConnective(shown) : shown;
    return [
      {
        id: item.id,
        text,
        evidence: [],
        quote: quote === undefined ? withoutTitle(shown).replace(/^“([^“”]*)”$/u, "$1") : plain(quote),
        place,
      },
    ];
  });
}

const plain = (markdown: string): string => readingOf(markdown).text;

function headingsOf(link: string): string[] {
  const subpath = /\[\[[^#|\]]*((?:#[^#|\]^]+)*)/.exec(link)?.[1] ?? "";
  return subpath.split("#").filter((part) => part !== "" && !part.startsWith("page="));
}

/** Letters and digits only: what a quotation and its sentence share whatever was escaped. */
export const bareOf = (text: string): string => text.replace(/[^\p{Alpha}\p{N}]+/gu, "").toLowerCase();

/** The claim whose quotation holds a sentence, if one does. */
export function claimHolding(claims: readonly Claim[]): (sentence: string) => Claim | undefined {
  const bare = claims.map((claim) => ({ claim, quote: bareOf(claim.quote) }));
  const exact = new Map([...bare].reverse().map(({ claim, quote }) => [quote, claim]));
  return (sentence) => {
    const wanted = bareOf(sentence);
    if (wanted === "") return undefined;
    return exact.get(wanted) ?? bare.find(({ quote }) => quote.includes(wanted))?.claim;
  };
}

/** Claims that a page cites, in order, each once. */
export function citedOn(body: string): { page: string; claim: string }[] {
  const links = [...body.matchAll(/\[\[([^\]|#]+)#\^(c-[0-9a-f]{10}(?:-\d+)?)(?:\|[^\]]*)?\]\]/g)];
  const refs = links.map(([, page = "", claim = ""]) => ({ page: `${page}.md`, claim }));
  return [...new Map(refs.map((ref) => [`${ref.page}#${ref.claim}`, ref])).values()];
}
