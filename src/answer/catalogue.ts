// Lists and counts of pages, from what the index and the pages' front matter say: counted, not guessed.
import type { Answer, AnsweredSentence, Citation } from "../core/answer.ts";
import type { Claim } from "../core/note.ts";
import type { IndexHit, PageIndex } from "../core/search.ts";
import { queryTermsOf } from "../find/query.ts";
import { stemsOf, termsOf } from "../text/words.ts";
import type { QuestionKind, Wanted } from "./question-kind.ts";
import type { ClaimReader } from "./topic-passages.ts";

type Catalogue = Extract<QuestionKind, { kind: "catalogue" }>;

/** Titles spelt out; beyond these only the number tells. */
const MOST = 40;
const EVERY = 100_000;
/** Paragraphs of a source looked through for a word. */
const LOOKED = 200;

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

interface Listed {
  readonly hit: IndexHit;
  readonly detail?: string;
}

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
  const all = index.lookup({ any: [], phrases: [], not: [], filter }, EVERY);
  if (all.length === 0) return undefined;
  const strict = chosen(index, all, given);
  // Where nothing is about it, what mentions it.
  const asked = strict.length === 0 && given.least > 1 ? { ...given, least: 1 } : given;
  const listed = asked === given ? strict : chosen(index, all, asked);
  if (listed.length === 0 && (asked.wanted !== "source" || asked.loose)) return undefined;
  const noun = (n: number): string => (n === 1 ? one : many);
  const of = listed.length === all.length ? `${all.length}` : `${listed.length} of ${all.length}`;
  const han = /\p{sc=Han}/u.test(question);
  const [colon, semicolon, stop] = han ? ["：", "；", "。"] : [": ", "; ", "."];
  const lead = han
    ? hanLeadOf(asked, listed.length, all.length)
    : leadOf(asked, `${of} ${noun(listed.length === all.length ? listed.length : all.length)}`, listed.length);
  const names = listed
    .slice(0, MOST)
    .map(({ hit, detail }) => (detail === undefined ? hit.title : `${hit.title} (${detail})`));
  const rest = listed.length - MOST;
  const more = rest <= 0 ? "" : han ? `；另有 ${rest} 篇` : `; and ${rest} more`;
  const text = listed.length === 0 ? `${lead}${stop}` : `${lead}${colon}${names.join(semicolon)}${more}${stop}`;
  const numbers = new Map<string, number>();
  const citations = listed.slice(0, MOST).flatMap(({ hit }) => citationOf(index, hit, reader, asked.about, numbers));
  const sentences: AnsweredSentence[] = [{ text, citations }];
  return { question, answerable: true, confidence: 0.9, sentences, dropped: [], engine };
}

function leadOf({ about, dated, wanted, least }: Catalogue, counted: string, n: number): string {
  if (dated !== undefined) return `${counted} ${n === 1 ? "is" : "are"} dated ${dated}`;
  if (about === "") return `The vault has ${counted}${wanted === "page" ? "" : " with a page"}`;
  if (wanted !== "source") return `On the pages of ${counted} stands “${about}”`;
  if (least === 1) return `${counted} ${n === 1 ? "mentions" : "mention"} “${about}”`;
  return `${counted} ${n === 1 ? "speaks" : "speak"} of “${about}”, in the title or in ${least} paragraphs or more`;
}

/** Chinese questions ask for sources only. */
function hanLeadOf({ about, least }: Catalogue, n: number, all: number): string {
  if (about === "") return `库中共有 ${all} 篇来源`;
  return least === 1
    ? `库中 ${all} 篇来源里有 ${n} 篇提到“${about}”`
    : `库中 ${all} 篇来源里有 ${n} 篇讲到“${about}”（标题里有，或至少 ${least} 段）`;
}

function chosen(index: PageIndex, all: readonly IndexHit[], { about, dated, wanted, least }: Catalogue): Listed[] {
  if (dated !== undefined) {
    const found = all.flatMap((hit): (Listed & { detail: string })[] => {
      const published = index.about(hit.path)?.published ?? "";
      return published.startsWith(dated) ? [{ hit, detail: published }] : [];
    });
    return found.sort((a, b) => (a.detail < b.detail ? -1 : a.detail > b.detail ? 1 : 0));
  }
  const byTitle = [...all].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  if (about === "") return byTitle.map((hit) => ({ hit }));
  const speaks = speakingOf(index, about, wanted, least);
  const found = byTitle.map((hit) => ({ hit, how: speaks(hit) })).filter(({ how }) => how !== undefined);
  const of = (wished: string): Listed[] => found.flatMap(({ hit, how }) => (how === wished ? [{ hit }] : []));
  return [...of("titled"), ...of("text")];
}

/** Whether a page is about something, by its names or by what it says. Sources must do more than name it. */
function speakingOf(
  index: PageIndex,
  about: string,
  wanted: Wanted,
  least: number,
): (hit: IndexHit) => "titled" | "text" | undefined {
  const terms = queryTermsOf(about);
  const phrase = termsOf(about);
  const needed = terms.length > 0 ? terms : phrase;
  const inWords = (text: string): boolean => {
    const there = new Set(termsOf(text));
    return needed.every((term) => there.has(term));
  };
  return ({ path, title, aliases }) => {
    if (needed.length === 0) return undefined;
    if ([title, ...aliases].some(inWords)) return "titled";
    const said =
      wanted === "source"
        ? index.mentions(needed, path, LOOKED).filter(inWords).length >= least
        : inWords(index.textOf(path));
    return said ? "text" : undefined;
  };
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
