// Merging when nobody knows what kb wrote last (.kb/ is gone, or the page came from another device): what kb generated is told by its citations.
import { aligned } from "./merge-align.ts";
import type { Fates } from "./merge-assemble.ts";
import type { Citations, CitationTarget } from "./merge-citations.ts";
import type { Unit } from "./merge-units.ts";

export function fatesWithoutBase(
  theirs: readonly Unit[],
  ours: readonly Unit[],
  citations: Citations,
  deleted: ReadonlySet<string>,
  isAlive: ((claim: CitationTarget) => boolean) | undefined,
): Fates {
  // Sentences on different claims are two sentences, however alike.
  const { pair } = aligned(theirs, ours, 2);
  const cited = new Set(ours.flatMap((unit) => unit.ids));
  const isGone = (unit: Unit): boolean =>
    unit.ids.length > 0 && unit.ids.every((id) => !cited.has(id) && !alive(unit, id, isAlive));
  const fates = {
    ours: new Map<number, { text: string; mark: string; their?: number }>(),
    theirs: new Map<number, { text: string }>(),
    conflicts: [],
    deletions: [],
    dropsAny: false,
    toTheirs: new Map<number, number>(),
  };
  const paired = new Set<number>();

  ours.forEach((our, o) => {
    const t = pair.get(o);
    const their = t === undefined ? undefined : theirs[t];
    if (t === undefined || their === undefined) {
      if (our.ids.length === 0 || !deleted.has(our.ids.join(" ")))
        fates.ours.set(o, { text: our.text, mark: our.mark });
      return;
    }
    paired.add(t);
    const generated =
      their.key === our.key ||
      isGone(their) ||
      isCounted(their) ||
      (their.ids.length === 0 && figures(their.key) === figures(our.key));
    fates.ours.set(o, {
      text: generated ? our.text : citations.adapted(their.text),
      mark: our.mark === "" || generated ? our.mark : their.mark,
      their: t,
    });
  });

  let dropped = false;
  theirs.forEach((their, t) => {
    if (paired.has(t)) {
      dropped = false;
      return;
    }
    const quotation = dropped && /^\s+[-*] /u.test(their.mark) && /^“.*”$/u.test(their.text);
    dropped =
      quotation ||
      isGone(their) ||
      isCounted(their) ||
      their.kind === "table-head" ||
      (their.kind === "heading" && losesAll(theirs, t, (unit) => isGone(unit) || isCounted(unit)));
    if (!dropped) fates.theirs.set(t, { text: citations.adapted(their.text) });
  });
  return fates;
}

function alive(unit: Unit, id: string, isAlive: ((claim: CitationTarget) => boolean) | undefined): boolean {
  const target = new RegExp(`\\[\\[([^\\]|#]*)#\\^${id}[\\]|\\\\]`, "u").exec(unit.text)?.[1];
  // A block id that the unit itself carries is a claim of this very page: kb's new text would have it.
  return target !== undefined && (isAlive?.({ target, id }) ?? false);
}

/** Lines of lists and tables that kb counts out anew each time: sources, related pages, rows of an index. */
function isCounted(unit: Unit): boolean {
  if (unit.kind === "row") return /^\|\s*\[\[/u.test(unit.text);
  return unit.mark.trim() !== "" && /^\[\[[^\]\n]+\]\](?: · |$)/u.test(unit.text);
}

/** A heading of which all that stood under it goes, goes too; one with nothing under it is a person's. */
function losesAll(units: readonly Unit[], t: number, goes: (unit: Unit) => boolean): boolean {
  const depth = units[t]?.depth ?? 0;
  let any = false;
  for (let next = t + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || (unit.kind === "heading" && unit.depth <= depth)) break;
    if (unit.kind === "heading" || unit.text === "") continue;
    if (!goes(unit)) return false;
    any = true;
  }
  return any;
}

/** Counts and dates move without anybody's edit. */
function figures(key: string): string {
  return key.replace(/\d+/gu, "0");
}
