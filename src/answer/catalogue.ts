// Lists and counts of pages, from what the index and the pages' front matter say: counted, not guessed.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { Claim } from "../core/note.ts";
import type { IndexHit, PageIndex } from "../core/search.ts";
import { stemsOf } from "../text/words.ts";
import { chosen } from "./catalogue-pages.ts";
import { frontCitation } from "./front-citation.ts";
import { inState, labelOf, nameIn, ofSeries, stateTag } from "./kept-state.ts";
import type { Catalogue, Wanted } from "./listing-kind.ts";
import type { ClaimReader } from "./topic-passages.ts";

/** Titles spelt out; beyond these only the number tells. */
const MOST = 40;
/** Where the number was asked for. */
const MOST_COUNTED = 6;
const FEW = 10;
const EVERY = 100_000;

const TYPES: Readonly<
  Record<
    Wanted,
    { readonly types: readonly string[]; readonly tags: readonly string[]; readonly one: string; readonly many: string }
  >
> = {
  source: { types: ["source"], tags: [], one: "source", many: "sources" },
  person: { types: ["entity"], tags: ["person"], one: "person", many: "people" },
  organisation: { types: ["entity"], tags: ["organisation"], one: "organisation", many: "organisations" },
  product: {
    types: ["entity"],
    tags: ["product", "project"],
    one: "product or project",
    many: "products and projects",
  },
  place: { types: ["entity"], tags: ["place"], one: "place", many: "places" },
  concept: { types: ["concept"], tags: [], one: "concept", many: "concepts" },
  method: { types: ["method"], tags: [], one: "method", many: "methods" },
  answer: { types: ["answer"], tags: [], one: "answer", many: "answers" },
  page: { types: ["source", "concept", "entity", "method", "answer"], tags: [], one: "page", many: "pages" },
};

/** Undefined when the vault has no such pages: the question is then answered from sentences. */
export function catalogueAnswer(
  index: PageIndex,
  question: string,
  given: Catalogue,
  reader: ClaimReader,
  engine: string,
): Answer | undefined {
  const { types, tags, one, many } = TYPES[given.wanted];
  const filter = { types, tags, sources: [], updated: [] };
  const found = index.lookup({ any: [], phrases: [], not: [], filter }, EVERY);
  const all = given.series === undefined ? found : ofSeries(found, given.series);
  const state = given.state === undefined ? undefined : stateTag(index, given.state);
  // No document says that it is in such a state: then it is what they speak of, where it can be that.
  if (all.length === 0 || (given.state !== undefined && state === undefined && given.about === "")) return undefined;
  const wished = state === undefined ? given : { ...given, about: "", least: 0 };
  const within = state === undefined ? all : inState(index, all, state);
  const strict = chosen(index, within, wished);
  // Where nothing is about it, what mentions it.
  const asked = strict.length === 0 && wished.least > 1 ? { ...wished, least: 1 } : wished;
  const listed = asked === wished ? strict : chosen(index, within, asked);
  if (listed.length === 0 && (asked.wanted !== "source" || (asked.loose && state === undefined))) return undefined;
  const own = all !== found && given.series !== undefined;
  const noun = (n: number): string => (own ? `${given.series}${n === 1 ? "" : "s"}` : n === 1 ? one : many);
  const of = listed.length === all.length ? `${all.length}` : `${listed.length} of ${all.length}`;
  const han = /\p{sc=Han}/u.test(question);
  const [colon, semicolon, stop] = han ? ["：", "；", "。"] : [": ", "; ", "."];
  const counted = `${of} ${noun(listed.length === all.length ? listed.length : all.length)}`;
  const lead = han
    ? hanLeadOf(asked, listed.length, all.length)
    : state === undefined
      ? leadOf(asked, counted, noun(2), listed.length)
      : `${counted} ${listed.length === 1 ? "has" : "have"} ${labelOf(state)}${dateLabel(asked)}`;
  const most = given.count && listed.length > FEW ? MOST_COUNTED : MOST;
  const names = listed.slice(0, most).map(({ hit, detail }) => {
    const name = own ? nameIn(hit, given.series) : hit.title;
    return detail === undefined ? name : `${name} (${detail})`;
  });
  const rest = listed.length - most;
  const more = rest <= 0 ? "" : han ? `；另有 ${rest} 篇` : `; and ${rest} more`;
  const text = listed.length === 0 ? `${lead}${stop}` : `${lead}${colon}${names.join(semicolon)}${more}${stop}`;
  const numbers = new Map<string, number>();
  const citations = listed.slice(0, most).flatMap(({ hit, detail }) => {
    const property = detail ? `published: ${detail}` : state ? `${state.by}: ${state.value}` : undefined;
    if (property !== undefined) return frontCitation(index, hit.path, property, numbers) ?? [];
    return citationOf(index, hit, reader, asked.about, numbers);
  });
  const sentences: AnsweredSentence[] = [{ text, citations }];
  return { question, answerable: true, confidence: 0.9, sentences, dropped: [], engine };
}

/** The pages that such a question lists, in its order. */
export function listedBy(index: PageIndex, given: Catalogue): IndexHit[] {
  const { types, tags } = TYPES[given.wanted];
  const found = index.lookup(
    { any: [], phrases: [], not: [], filter: { types, tags, sources: [], updated: [] } },
    EVERY,
  );
  const all = given.series === undefined ? found : ofSeries(found, given.series);
  const state = given.state === undefined ? undefined : stateTag(index, given.state);
  if (given.state !== undefined && state === undefined && given.about === "") return [];
  const wished = state === undefined ? given : { ...given, about: "", least: 0 };
  return chosen(index, state === undefined ? all : inState(index, all, state), wished).map(({ hit }) => hit);
}

const dateLabel = ({ period }: Catalogue): string => (period ? ` and dated ${period.label}` : "");

function leadOf(asked: Catalogue, counted: string, nouns: string, n: number): string {
  const { about, period, wanted, least, newest } = asked;
  if (newest) return n === 1 ? `The ${newest.first} of the ${nouns}` : `The ${n} ${newest.first} of the ${nouns}`;
  if (about === "" && period) return `${counted} ${n === 1 ? "is" : "are"} dated ${period.label}`;
  if (about === "") return `The vault has ${counted}${wanted === "page" ? "" : " with a page"}`;
  if (wanted !== "source") return `On the pages of ${counted} stands “${about}”`;
  if (least === 1) return `${counted} ${n === 1 ? "mentions" : "mention"} “${about}”${dateLabel(asked)}`;
  return `${counted} ${n === 1 ? "speaks" : "speak"} of “${about}”, in the title or in ${least} paragraphs or more${dateLabel(asked)}`;
}

/** Chinese questions ask for sources only. */
function hanLeadOf({ about, least, period }: Catalogue, n: number, all: number): string {
  if (about === "" && period) return `库中 ${all} 篇来源里有 ${n} 篇写于 ${period.label}`;
  if (about === "") return `库中共有 ${all} 篇来源`;
  return least === 1
    ? `库中 ${all} 篇来源里有 ${n} 篇提到“${about}”`
    : `库中 ${all} 篇来源里有 ${n} 篇讲到“${about}”（标题里有，或至少 ${least} 段）`;
}

function holdsAll(text: string, wanted: ReadonlySet<string>): boolean {
  const there = new Set(stemsOf(text));
  return [...wanted].every((stem) => there.has(stem));
}

/** The claim that shows the page belongs in the list: one that names what was asked about, else its first. */
function citationOf(
  index: PageIndex,
  hit: IndexHit,
  reader: ClaimReader,
  about: string,
  numbers: Map<string, number>,
): Citation[] {
  const own = hit.type === "source";
  const refs = own
    ? reader.claimsOf(hit.path).map((claim) => ({ page: hit.path, claim: claim.id }))
    : reader.citedOn(hit.path);
  const claims = refs.flatMap(({ page, claim }): { page: string; claim: Claim }[] => {
    const found = reader.claimsOf(page).find(({ id }) => id === claim);
    return found ? [{ page, claim: found }] : [];
  });
  const wanted = new Set(stemsOf(about));
  const shown = wanted.size === 0 ? claims[0] : (claims.find(({ claim }) => holdsAll(claim.text, wanted)) ?? claims[0]);
  const source = index.about(shown?.page ?? "");
  if (own && !shown) return [frontCitation(index, hit.path, `title: ${hit.title}`, numbers) ?? []].flat();
  if (!shown || !source) return [];
  const n = numbers.get(shown.page) ?? numbers.size + 1;
  numbers.set(shown.page, n);
  return [
    {
      n,
      page: shown.page,
      claim: shown.claim.id,
      source: source.source,
      sourceTitle: source.title,
      heading: shown.claim.place.headings.at(-1) ?? "",
      quote: shown.claim.quote,
      onPage: true,
      link: `${shown.page.replace(/\.md$/u, "")}#^${shown.claim.id}`,
    },
  ];
}
