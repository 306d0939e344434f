// What a comparison is of: the things that a question names, those of the kind it asks for, or those that search finds.
import type { PageIndex } from "../core/search.ts";
import { keysIn } from "../find/names.ts";
import { parseQuery } from "../find/query.ts";
import { kindOf } from "./question-kind.ts";
import { longestNamed } from "./topic-passages.ts";

export interface TableRow {
  readonly title: string;
  /** Its topic page; undefined where the vault has none. */
  readonly page?: string;
}

const MOST_ROWS = 12;
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

/** At least two, or none. */
export function rowsFor(index: PageIndex, question: string): TableRow[] {
  const kind = kindOf(question);
  const named = longestNamed(index, keysIn(question));
  const unique = [...new Map(named.map((one) => [one.path, one])).values()];
  if (kind.kind === "compare" && unique.length <= 2) return kind.sides.map((side) => sideOf(index, side));
  if (unique.length >= 2) return unique.slice(0, MOST_ROWS).map(({ title, path }) => ({ title, page: path }));
  const tags = KINDS.find(([words]) => words.test(question))?.[1] ?? [];
  const query = { ...parseQuery(question), phrases: [], not: [] };
  const filter = { types: TOPICS, tags, sources: [], updated: [] };
  const hits = index.lookup(
    { ...query, any: tags.length > 0 ? [] : query.any, filter },
    tags.length > 0 ? MOST_ROWS : FOUND_ROWS,
  );
  return hits.length < 2 ? [] : hits.map(({ title, path }) => ({ title, page: path }));
}

function sideOf(index: PageIndex, side: string): TableRow {
  const [own] = longestNamed(index, keysIn(side));
  return own ? { title: own.title, page: own.path } : { title: side };
}
