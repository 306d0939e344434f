// White space between the units of a merged page: as a person left it between what they wrote, as kb has it elsewhere.
import type { Unit, UnitKind } from "./merge-units.ts";

/** A unit that has found its place. */
export interface Node {
  readonly kind: UnitKind;
  readonly depth: number;
  readonly text: string;
  /** As in the version that it comes from. */
  readonly gap: string;
  mark: string;
  readonly t?: number;
  readonly o?: number;
}

export function gapBefore(
  before: Node | undefined,
  node: Node,
  base: readonly Unit[] | undefined,
  theirs: readonly Unit[],
  ours: readonly Unit[],
  toTheirs: ReadonlyMap<number, number>,
): string {
  const their = node.t === undefined ? undefined : theirs[node.t];
  const our = node.o === undefined ? undefined : ours[node.o];
  if (before === undefined) return "";
  const nextToTheirs = before.t !== undefined && node.t === before.t + 1;
  const nextToOurs = before.o !== undefined && node.o === before.o + 1;
  if (nextToTheirs && their !== undefined) {
    const b = node.t === undefined ? undefined : toTheirs.get(node.t);
    const asGenerated = b !== undefined && base?.[b]?.gap === their.gap;
    return nextToOurs && our !== undefined && asGenerated ? our.gap : their.gap;
  }
  const gaps = [
    ...(nextToOurs && our !== undefined ? [our.gap] : []),
    ...(nextToOurs || before.t === undefined || node.t === undefined ? [] : between(theirs, before.t, node.t)),
    ...(nextToOurs || before.o === undefined || node.o === undefined ? [] : between(ours, before.o, node.o)),
    ...(nextToOurs ? [] : [their?.gap ?? our?.gap ?? ""]),
    // What ended a person's own paragraph ends it here.
    ...(before.o === undefined && before.t !== undefined ? [theirs[before.t + 1]?.gap ?? ""] : []),
  ];
  return atLeast(
    before,
    node,
    gaps.reduce((wide, gap) => (lines(gap) > lines(wide) || wide === "" ? gap : wide), ""),
  );
}

function between(units: readonly Unit[], from: number, to: number): string[] {
  return units.slice(from + 1, to + 1).map((unit) => unit.gap);
}

/** Blocks need a blank line around them, list items and rows a line of their own. */
function atLeast(before: Node, node: Node, gap: string): string {
  const isList = (one: Node): boolean => one.mark.trim() !== "";
  const apart =
    [before, node].some((one) => one.kind === "heading" || one.kind === "block") ||
    node.kind === "table-head" ||
    (node.kind === "row") !== (before.kind === "row" || before.kind === "table-head") ||
    (isList(node) && !isList(before) && before.mark !== node.mark && lines(gap) === 0);
  if (apart && lines(gap) < 2) return "\n\n";
  if ((isList(node) || node.kind === "row") && lines(gap) === 0) return "\n";
  return gap === "" && !/[。！？”」』]$/u.test(before.text) ? " " : gap;
}

/** Line ends in a gap. */
export function lines(gap: string): number {
  return gap.split("\n").length - 1;
}
