// A comparison out of claims: each cell is a sentence that cites, or is left empty. Nothing is worded anew.
import type { Answer, AnsweredSentence, Cell } from "../core/answer.ts";
import type { Claim } from "../core/note.ts";
import type { PageIndex } from "../core/search.ts";
import { type Column, columnsFor } from "./columns.ts";
import { rowsFor, type TableRow } from "./rows.ts";
import type { ClaimReader } from "./topic-passages.ts";

export const WHAT = "What it is";
const MOST_COLUMNS = 4;
/** A cell is read at a glance. */
const LONGEST = 240;

interface Told {
  readonly page: string;
  readonly claim: Claim;
}

/** Undefined where the vault holds nothing to compare. */
export function tableAnswer(index: PageIndex, question: string, reader: ClaimReader): Answer | undefined {
  const rows = rowsFor(index, question);
  const told = rows.map((row) => toldOf(row, reader));
  if (rows.length < 2 || told.filter((claims) => claims.length > 0).length === 0) return undefined;
  const names = rows.map(({ title }) => title);
  const numbers = new Map<string, number>();
  const used = rows.map((_, i) => new Set(told[i]?.[0] ? [told[i]?.[0]?.claim.id] : []));
  const sentences: AnsweredSentence[] = rows.flatMap((row, i) => {
    const first = told[i]?.[0];
    return [cellOf(index, row, WHAT, first, numbers)];
  });
  const columns = columnsFor(question, names);
  let shown = 0;
  for (const column of columns) {
    if (shown >= MOST_COLUMNS) break;
    const found = rows.map((row, i) => bestOf(column, told[i] ?? [], used[i] ?? new Set(), row));
    // A column that hardly any row fills tells more by its holes than by what it holds.
    if (found.filter((one) => one !== undefined).length * 2 < rows.length) continue;
    shown++;
    found.forEach((one, i) => {
      const row = rows[i];
      if (one) used[i]?.add(one.claim.id);
      if (row) sentences.push(cellOf(index, row, column.title, one, numbers));
    });
  }
  const filled = sentences.filter(({ citations }) => citations.length > 0).length;
  return {
    question,
    answerable: true,
    confidence: Math.round((0.5 + 0.4 * (filled / sentences.length)) * 100) / 100,
    sentences,
    dropped: [],
    engine: "extractive",
  };
}

function toldOf({ page }: TableRow, reader: ClaimReader): Told[] {
  if (page === undefined) return [];
  return reader.citedOn(page).flatMap((cited): Told[] => {
    const claim = reader.claimsOf(cited.page).find(({ id }) => id === cited.claim);
    return claim ? [{ page: cited.page, claim }] : [];
  });
}

/** The best that no other column of the row has; of equals the shorter. */
function bestOf(
  column: Column,
  told: readonly Told[],
  used: ReadonlySet<string | undefined>,
  row: TableRow,
): Told | undefined {
  return told
    .filter(({ claim }) => !used.has(claim.id) && claim.text.length <= LONGEST)
    .map((one) => ({ one, fit: column.fit(one.claim.text, [row.title]) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.one.claim.text.length - b.one.claim.text.length)[0]?.one;
}

function cellOf(
  index: PageIndex,
  row: TableRow,
  column: string,
  told: Told | undefined,
  numbers: Map<string, number>,
): AnsweredSentence {
  const cell: Cell = { row: row.title, ...(row.page ? { page: row.page } : {}), column };
  const source = told && index.about(told.page);
  if (!told || !source) return { text: "", citations: [], cell };
  const n = numbers.get(told.page) ?? numbers.size + 1;
  numbers.set(told.page, n);
  const { claim, page } = told;
  return {
    text: claim.text,
    cell,
    citations: [
      {
        n,
        page,
        claim: claim.id,
        source: source.source,
        sourceTitle: source.title,
        heading: claim.place.headings.at(-1) ?? "",
        quote: claim.quote,
        onPage: true,
        link: `${page.replace(/\.md$/u, "")}#^${claim.id}`,
      },
    ],
  };
}
