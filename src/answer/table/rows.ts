// What a comparison is of: the things that a question names, those of the kind it asks for, or those that search finds.
import type { PageIndex } from "../../core/search.ts";
import { keysIn } from "../../find/names.ts";
import { parseQuery } from "../../find/query.ts";
import { stemsOf } from "../../text/words.ts";
import { kindOf } from "../question-kind.ts";
import { longestNamed } from "../topic-passages.ts";

export interface TableRow {
  readonly title: string;
  /** Its topic page; undefined where the vault has none. */
  readonly page?: string;
}

/** Things of a kind that are looked at. */
const LOOKED = 24;
const FOUND_ROWS = 6;
const TOPICS = ["concept", "entity", "method"];
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:people|persons?|authors?|inventors?|scientists?|engineers?|programmers?|who)\b|人物|谁/iu, ["person"]],
  [
    /\b(?:programs?|tools?|products?|systems?|apps?|applications|languages|software)\b|软件|工具/iu,
    ["product", "project"],
  ],
  [/\b(?:organi[sz]ations?|companies|agencies|institutions?)\b|公司|机构/iu, ["organisation"]],
  [/\b(?:places|cities|countries)\b/iu, ["place"]],
];

export interface Rows {
  /** At least two, or none. */
  readonly rows: readonly TableRow[];
  /** The question calls them by name. */
  readonly named: boolean;
}

export function rowsFor(index: PageIndex, question: string): Rows {
  const kind = kindOf(question);
  const keys = keysIn(question);
  const unique = [...new Map(longestNamed(index, keys).map((one) => [one.path, one])).values()];
  if (kind.kind === "compare" && unique.length <= 2)
    return { rows: kind.sides.map((side) => sideOf(index, side)), named: true };
  if (unique.length >= 2) {
    // As the question puts them.
    const stems = stemsOf(question);
    const placeOf = ({ key }: (typeof unique)[number]): number => stems.indexOf(key.split(" ")[0] ?? "");
    const placed = unique.sort((a, b) => placeOf(a) - placeOf(b));
    return { rows: placed.map(({ title, path }) => ({ title, page: path })), named: true };
  }
  const tags = KINDS.find(([words]) => words.test(question))?.[1] ?? [];
  const query = { ...parseQuery(question), phrases: [], not: [] };
  const filter = { types: TOPICS, tags, sources: [], updated: [] };
  const hits = index.lookup(
    { ...query, any: tags.length > 0 ? [] : query.any, filter },
    tags.length > 0 ? LOOKED : FOUND_ROWS,
  );
  return { rows: hits.length < 2 ? [] : hits.map(({ title, path }) => ({ title, page: path })), named: false };
}

function sideOf(index: PageIndex, side: string): TableRow {
  const [own] = longestNamed(index, keysIn(side));
  return own ? { title: own.title, page: own.path } : { title: side };
}
