// Puts a merged page together: kb's new units in their order, a person's own set beside the neighbours they were written next to.
import { type Citations, listedSource } from "./merge-citations.ts";
import { gapBefore, lines, type Node } from "./merge-gaps.ts";
import { bodyFrom, type Unit } from "./merge-units.ts";
import type { Deletion, MergeConflict } from "./merged.ts";

/** What becomes of each unit. Those in neither map are left out. */
export interface Fates {
  /** By index in kb's version: the words that stand in its place, and the person's unit that they answer to. */
  readonly ours: ReadonlyMap<number, { readonly text: string; readonly mark: string; readonly their?: number }>;
  /** By index in the person's version: words of theirs that have no place in kb's. */
  readonly theirs: ReadonlyMap<number, { readonly text: string }>;
  readonly conflicts: readonly MergeConflict[];
  readonly deletions: readonly Deletion[];
  /** Something of kb's is left out because of an earlier decision. */
  readonly dropsAny: boolean;
  /** Person's index to base index. */
  readonly toTheirs: ReadonlyMap<number, number>;
}

export function assembled(
  base: readonly Unit[] | undefined,
  theirs: readonly Unit[],
  ours: readonly Unit[],
  fates: Fates,
  citations: Citations,
): string {
  const nodes: Node[] = [];
  const byTheir = new Map<number, Node>();
  ours.forEach((unit, o) => {
    const fate = fates.ours.get(o);
    if (fate === undefined || unit.text === "") return;
    const node: Node = {
      kind: unit.kind,
      depth: unit.depth,
      text: fate.text,
      gap: unit.gap,
      mark: fate.mark,
      o,
      ...(fate.their === undefined ? {} : { t: fate.their }),
    };
    nodes.push(node);
    if (fate.their !== undefined) byTheir.set(fate.their, node);
  });
  dropEmptyNewHeadings(nodes, ours);

  const kept = new Set([...byTheir.keys(), ...fates.theirs.keys()]);
  theirs.forEach((unit, t) => {
    if (byTheir.has(t) || unit.text === "") return;
    const fate = fates.theirs.get(t);
    if (fate === undefined && !headsKept(theirs, t, fates, kept)) return;
    const node: Node = {
      kind: unit.kind,
      depth: unit.depth,
      text: fate?.text ?? unit.text,
      gap: unit.gap,
      mark: unit.mark,
      t,
    };
    insert(nodes, node, anchorOf(byTheir, t));
    byTheir.set(t, node);
  });
  listExtraSources(nodes, theirs, citations);
  countLists(nodes);
  return bodyFrom(
    nodes.map((node, place) => ({
      gap: gapBefore(nodes[place - 1], node, base, theirs, ours, fates.toTheirs),
      mark: node.mark,
      text: node.text,
    })),
  );
}

/** The nearest unit before `t` in the person's version that has a place. */
function anchorOf(byTheir: ReadonlyMap<number, Node>, t: number): Node | undefined {
  for (let before = t - 1; before >= 0; before--) {
    const node = byTheir.get(before);
    if (node !== undefined) return node;
  }
  return undefined;
}

/** Behind its neighbour; past what kb adds to the same paragraph, or for a heading to the same section. */
function insert(nodes: Node[], node: Node, anchor: Node | undefined): void {
  let place = anchor === undefined ? 0 : nodes.indexOf(anchor) + 1;
  for (; anchor !== undefined && place < nodes.length; place++) {
    const next = nodes[place];
    if (
      next === undefined ||
      // What stood before it in the person's version too may come before it here.
      (next.t !== undefined && (node.t === undefined || next.t > node.t)) ||
      (next.kind === "heading" && (node.kind !== "heading" || next.depth <= node.depth))
    )
      break;
    const sameBlock = lines(node.gap) > lines(next.gap) && next.kind !== "heading";
    if (node.kind !== "heading" && !sameBlock) break;
  }
  nodes.splice(place, 0, node);
}

/** A heading (or head of a table) that kb gives up stays while something of a person's stands under it. */
function headsKept(theirs: readonly Unit[], t: number, fates: Fates, kept: ReadonlySet<number>): boolean {
  const head = theirs[t];
  if (head === undefined || (head.kind !== "heading" && head.kind !== "table-head")) return false;
  for (let next = t + 1; next < theirs.length; next++) {
    const unit = theirs[next];
    if (
      unit === undefined ||
      (head.kind === "heading" ? unit.kind === "heading" && unit.depth <= head.depth : unit.kind !== "row")
    )
      return false;
    if (unit.kind === "heading") continue;
    if (fates.theirs.has(next)) return true;
    if (kept.has(next)) return false;
  }
  return false;
}

/** A new section of which nothing is left, because a person deleted its sentences before, needs no heading. */
function dropEmptyNewHeadings(nodes: Node[], ours: readonly Unit[]): void {
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place];
    if (node === undefined || node.kind !== "heading" || node.t !== undefined || node.o === undefined) continue;
    const next = nodes[place + 1];
    const hadContent =
      ours[node.o + 1] !== undefined &&
      (ours[node.o + 1]?.kind !== "heading" || (ours[node.o + 1]?.depth ?? 0) > node.depth);
    if (hadContent && (next === undefined || (next.kind === "heading" && next.depth <= node.depth)))
      nodes.splice(place, 1);
  }
}

/** A source that only a person's sentence cites keeps a line in the list of sources, under the number it was given. */
function listExtraSources(nodes: Node[], theirs: readonly Unit[], citations: Citations): void {
  for (const [target, number] of citations.extra()) {
    const last = nodes.findLastIndex((node) => listedSource(node) !== undefined);
    if (last < 0) return;
    const known = theirs.find((unit) => listedSource(unit) === target);
    const listed = nodes.findIndex((node) => listedSource(node) === target);
    const text =
      listed >= 0
        ? (nodes[listed]?.text ?? "")
        : (known?.text ?? `[[${target}|${target.split("/").at(-1) ?? target}]]`);
    const node: Node = { kind: "sentence", depth: 0, text, gap: "\n", mark: `${number}. ` };
    nodes.splice(last + 1, 0, node);
    if (listed >= 0) nodes.splice(listed, 1);
  }
}

/** No number twice in an ordered list of kb's, where a person added items; a list that is all theirs stays as they count it. */
function countLists(nodes: readonly Node[]): void {
  let list: { readonly indent: string; readonly last: number; readonly ours: boolean } | undefined;
  for (const node of nodes) {
    const number = /^(\s*)(\d+)([.)].*)$/su.exec(node.mark);
    if (number === null) {
      if (node.mark === "" && node.kind === "sentence" && list !== undefined) continue;
      list = undefined;
      continue;
    }
    const [, indent = "", typed = "", rest = ""] = number;
    // A list within an item counts for itself.
    if (list !== undefined && indent.length > list.indent.length) continue;
    const same = list?.indent === indent ? list : undefined;
    const again = same?.ours === true && Number(typed) <= same.last && node.o === undefined;
    const count = again ? same.last + 1 : Number(typed);
    if (again) node.mark = `${indent}${count}${rest}`;
    list = { indent, last: count, ours: same?.ours === true || node.o !== undefined };
  }
}
