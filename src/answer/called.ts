// The documents that a question calls by their number: "EIP-1884", "RFC 2497", "Rust 1.88.0".
import type { PageIndex } from "../core/search.ts";
import { stemsOf } from "../text/words.ts";

export interface CalledSource {
  readonly page: string;
  /** As the question writes it. */
  readonly name: string;
}

const NUMBERED =
  /(?<![\p{Alpha}\p{N}-])(?<series>\p{Alpha}{2,5})[-_ #]{0,2}(?<number>\d{1,6})(?![\p{Alpha}\p{N}]|\.\d)/gu;
/** "Rust 1.88.0", "rustup v1.28.1", "CVE-2024-43402" */
const VERSIONED =
  /(?<![\p{Alpha}\p{N}-])\p{Alpha}[\p{Alpha}\p{N}]*[ -]v?\d+(?:\.\d+)+(?![\p{Alpha}\p{N}])|(?<![\p{Alpha}\p{N}-])\p{Upper}{2,6}-\d{2,4}-\d{2,7}(?![\p{Alpha}\p{N}])/gu;
const MOST = 4;
const EVERY = 100_000;

/** By the alias that their page carries, else by the name of their file; in the question's order, each once. */
export function sourcesCalled(index: PageIndex, question: string): CalledSource[] {
  const found = [...question.matchAll(NUMBERED)].flatMap(({ 0: name, groups }): CalledSource[] => {
    const { series = "", number = "" } = groups ?? {};
    const key = stemsOf(`${series}-${Number(number)}`).join(" ");
    const named = index.named([key]).find(({ type }) => type === "source")?.path;
    const page = named ?? (SERIES.test(series) ? filedAs(index, Number(number)) : undefined);
    return page === undefined ? [] : [{ page, name }];
  });
  for (const [name] of question.matchAll(VERSIONED)) {
    const page = titledAlone(index, name);
    if (page !== undefined) found.push({ page, name });
  }
  return [...new Map(found.map((one) => [one.page, one])).values()].slice(0, MOST);
}

/** Only where a number makes the name one document's: "Rust 1.14", not "Rust". */
export function titledAlone(index: PageIndex, side: string): string | undefined {
  const stems = stemsOf(side);
  const has = (own: ReadonlySet<string>, stem: string): boolean =>
    own.has(stem) || (/^\d+\.\d+$/u.test(stem) && own.has(`${stem}.0`));
  const any = stems.flatMap((stem) => (/^\d+\.\d+$/u.test(stem) ? [stem, `${stem}.0`] : [stem]));
  if (!/\d/u.test(side) || stems.length === 0) return undefined;
  const filter = { types: ["source"], tags: [], sources: [], updated: [] };
  const found = index
    .lookup({ any, phrases: [], not: [], filter }, EVERY)
    .map(({ path, title }) => ({ path, own: new Set(stemsOf(title)) }))
    .filter(({ own }) => stems.every((stem) => has(own, stem)))
    .sort((a, b) => a.own.size - b.own.size);
  const [best, second] = found;
  return best && best.own.size !== second?.own.size ? best.path : undefined;
}

/** What is counted otherwise ("Rust 2018", "HTTP 404") names no file. */
const SERIES = /^(?:rfc|eip|erc|pep|adr|jep|bip|kip|dip|ip|issue|no|nr)$/iu;

/** "raw/2497-if-let-chains.md" is number 2497 of its series. */
function filedAs(index: PageIndex, number: number): string | undefined {
  const filter = { types: ["source"], tags: [], sources: [String(number)], updated: [] };
  const file = new RegExp(`(?:^|/)(?:\\p{Alpha}+[-_ ])?0*${number}(?=[-_ .])[^/]*$`, "iu");
  const pages = index
    .lookup({ any: [], phrases: [], not: [], filter }, 200)
    .filter(({ path }) => file.test(index.about(path)?.source ?? ""));
  return pages.length === 1 ? pages[0]?.path : undefined;
}
