// Figures that a table of a source gives: one column, a point a row.
import type { Passage } from "../../core/engine.ts";
import type { PageIndex, PassageHit } from "../../core/search.ts";
import { quantitiesOf } from "../../text/quantities.ts";
import { stemsOf } from "../../text/words.ts";
import { passageOf } from "../passage-of.ts";
import { spotsOf } from "../told.ts";
import type { Found } from "./found.ts";
import type { ChartWish } from "./wish.ts";

/** Readers give a row as "head: cell; head: cell". */
const CELL = /^(?<head>[^:;]{1,60}): (?<text>.*)$/u;
const LEAST_ROWS = 2;
const MOST_TABLES = 6;
const FITS = 2 / 3;

export interface Row {
  readonly hit: PassageHit;
  readonly sentence: PassageHit["sentences"][number];
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of the tables on the pages that were found, of the one column that fits the question best. */
export function rowFigures(index: PageIndex, passages: readonly Passage[], wish: ChartWish): Found[] {
  const pages = [...new Set(passages.filter(({ claim }) => claim.text.includes(" | ")).map(({ page }) => page))];
  const tables = pages.slice(0, MOST_TABLES).flatMap((page) => tablesOn(index, page));
  const fitting = tables
    .map((rows) => ({ rows, ...columnFor(rows, wish) }))
    .filter(({ fit, head }) => fit >= FITS && head !== undefined)
    .sort((a, b) => b.fit - a.fit || b.rows.length - a.rows.length);
  const [best] = fitting;
  return best?.head === undefined ? [] : pointsOf(best.rows, best.head, best.fit, wish);
}

/** The thing that a row is about stands in its first cell. */
const labelOf = ({ cells }: Row): string => [...cells.values()][0]?.trim() ?? "";

function cellsOf(text: string): ReadonlyMap<string, string> | undefined {
  const cells = text.split("; ").map((part) => CELL.exec(part)?.groups);
  if (cells.length < 2 || cells.some((cell) => cell === undefined)) return undefined;
  return new Map(cells.map((cell) => [cell?.head ?? "", cell?.text ?? ""]));
}

/** Rows in a row with the same heads. */
export function tablesOn(index: PageIndex, page: string): Row[][] {
  const tables = new Map<string, Row[]>();
  for (const hit of index.around(page, 0, Number.MAX_SAFE_INTEGER))
    for (const sentence of hit.sentences) {
      const cells = cellsOf(sentence.row ?? "");
      if (!cells) continue;
      const first = [...cells.keys()][0] ?? "";
      const key = `${first}|${hit.place.headings.join("#")}`;
      tables.set(key, [...(tables.get(key) ?? []), { hit, sentence, cells }]);
    }
  return [...tables.values()].filter((rows) => rows.length >= LEAST_ROWS);
}

function columnFor(rows: readonly Row[], wish: ChartWish): { fit: number; head: string | undefined } {
  const heads = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const [label = "", ...others] = heads;
  const numeric = others.filter((head) => {
    const figures = rows.flatMap(({ cells }) => figureIn(cells.get(head) ?? "") ?? []);
    const counts = new Set(stemsOf([head, ...figures.map(({ unit = "" }) => unit)].join(" ")));
    // "How many cards": only a column of cards.
    const meant = wish.counted.length === 0 || wish.counted.some((stem) => counts.has(stem));
    return meant && figures.length * 2 > rows.length;
  });
  const [row] = rows;
  const around = [...heads, ...(row?.hit.place.headings ?? []), row?.hit.title ?? ""];
  const asked = [...new Set([...wish.said, ...wish.counted])];
  const known = new Set(stemsOf([...around, ...rows.map(labelOf)].join(" ")));
  const inCells = rows.some(({ cells }) =>
    wish.subjects.some((name) => spotsOf(cells.get(label) ?? "", name).length > 0),
  );
  const about =
    wish.subjects.length === 0 ||
    inCells ||
    wish.subjects.some((name) => around.some((text) => spotsOf(text, name).length > 0));
  if (!about || numeric.length === 0) return { fit: 0, head: undefined };
  const fit = asked.length === 0 ? 1 : asked.filter((stem) => known.has(stem)).length / asked.length;
  const scored = numeric
    .map((head) => ({ head, score: stemsOf(head).filter((stem) => asked.includes(stem)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  // Of several columns none of which is asked for, none is meant.
  const clear = best !== undefined && (second === undefined || best.score > second.score);
  return { fit, head: clear ? best.head : undefined };
}

/** A cell that is a figure, with at most a unit, a sign or a remark in brackets beside it. */
function figureIn(cell: string): { value: number; unit: string | undefined; surface: string } | undefined {
  const plain = cell.replace(/\([^)]*\)/gu, "").trim();
  const figures = quantitiesOf(plain);
  const [only] = figures;
  if (
    !only ||
    figures.length > 1 ||
    plain.replace(only.surface, "").replace(/[\s~≈<>±+*†‡-]|\p{Alpha}{1,12}/gu, "") !== ""
  )
    return undefined;
  const [reading] = only.readings;
  return (
    reading && {
      value: plain.startsWith("-") || plain.startsWith("−") ? -reading.value : reading.value,
      unit: reading.unit,
      surface: only.surface,
    }
  );
}

function pointsOf(rows: readonly Row[], head: string, fit: number, wish: ChartWish): Found[] {
  const around = new Set(stemsOf([head, ...rows.flatMap(({ cells }) => [...cells.keys()])].join(" ")));
  const asked = wish.said.filter((stem) => !around.has(stem));
  const wanted = rows.filter(
    (row) =>
      wish.subjects.some((name) => spotsOf(labelOf(row), name).length > 0) ||
      (labelOf(row) !== "" && stemsOf(labelOf(row)).every((stem) => asked.includes(stem))),
  );
  return (wanted.length >= LEAST_ROWS ? wanted : rows).flatMap((row): Found[] => {
    const { hit, sentence, cells } = row;
    const label = labelOf(row);
    const figure = figureIn(cells.get(head) ?? "");
    // A row of sums is none of the things.
    if (!figure || label === "" || /^(?:total|sum|average|mean|median|合计|总计)\b/iu.test(label)) return [];
    const year = /^(?:1[4-9]|20)\d\d$/u.test(label) ? { year: Number(label) } : {};
    const passage = passageOf(hit, sentence, undefined);
    // Read with its heads; the quotation stays the words of the source.
    const read = { ...passage, claim: { ...passage.claim, text: sentence.row ?? sentence.text } };
    const unit = figure.unit ?? head;
    return [{ passage: read, fit, point: { label, value: figure.value, surface: figure.surface, unit, ...year } }];
  });
}
