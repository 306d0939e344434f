// The documents that a question calls by their number: "EIP-1884", "RFC 2497".
import type { PageIndex } from "../core/search.ts";
import { stemsOf } from "../text/words.ts";

export interface CalledSource {
  readonly page: string;
  /** As the question writes it. */
  readonly name: string;
}

const NUMBERED = /(?<![\p{L}\p{N}-])(?<series>\p{L}{2,5})[-_ #]{0,2}(?<number>\d{1,6})(?![\p{L}\p{N}]|\.\d)/gu;
const MOST = 4;

/** By the alias that their page carries, else by the name of their file; in the question's order, each once. */
export function sourcesCalled(index: PageIndex, question: string): CalledSource[] {
  const found = [...question.matchAll(NUMBERED)].flatMap(({ 0: name, groups }): CalledSource[] => {
    const { series = "", number = "" } = groups ?? {};
    const key = stemsOf(`${series}-${Number(number)}`).join(" ");
    const named = index.named([key]).find(({ type }) => type === "source")?.path;
    const page = named ?? (SERIES.test(series) ? filedAs(index, Number(number)) : undefined);
    return page === undefined ? [] : [{ page, name }];
  });
  return [...new Map(found.map((one) => [one.page, one])).values()].slice(0, MOST);
}

/** What is counted otherwise ("Rust 2018", "HTTP 404") names no file. */
const SERIES = /^(?:rfc|eip|erc|pep|adr|jep|bip|kip|dip|ip|issue|no|nr)$/iu;

/** "raw/2497-if-let-chains.md" is number 2497 of its series. */
function filedAs(index: PageIndex, number: number): string | undefined {
  const filter = { types: ["source"], tags: [], sources: [String(number)], updated: [] };
  const file = new RegExp(`(?:^|/)(?:\\p{L}+[-_ ])?0*${number}(?=[-_ .])[^/]*$`, "iu");
  const pages = index
    .lookup({ any: [], phrases: [], not: [], filter }, 200)
    .filter(({ path }) => file.test(index.about(path)?.source ?? ""));
  return pages.length === 1 ? pages[0]?.path : undefined;
}
