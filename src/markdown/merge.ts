// Three versions of a page's body into one, sentence by sentence: what kb generated last, what a person made of it, what kb
// generates now. The new version gives the frame; a person's words, deletions and order are put into it. What cannot be joined
// keeps theirs and is told as a conflict.
import { ALIKE_OF_OTHER_CLAIMS, type Alignment, aligned, likeness } from "./merge-align.ts";
import { assembled, type Fates } from "./merge-assemble.ts";
import { type Citations, type CitationTarget, citationsOf } from "./merge-citations.ts";
import { bodyFrom, type Unit, unitsOf } from "./merge-units.ts";
import { fatesWithoutBase } from "./merge-without-base.ts";
import type { Deletion, MergeConflict, Merged } from "./merged.ts";
import { tidyBody } from "./page-body.ts";

export interface MergeInput {
  /** What kb generated when it wrote the page last; undefined when that is lost. */
  readonly base?: string;
  readonly theirs: string;
  readonly ours: string;
  /** Sentences that a person deleted from this page in earlier runs: their claims, joined by a space. */
  readonly deleted?: ReadonlySet<string>;
  /** Whether a claim still stands on its source page. Without it every claim does. */
  readonly isAlive?: (claim: CitationTarget) => boolean;
}

export function mergeBody(input: MergeInput): Merged {
  const { theirs, ours, base } = input;
  if (base !== undefined && tidyBody(theirs) === tidyBody(base) && (input.deleted?.size ?? 0) === 0)
    return { body: ours, conflicts: [], deletions: [] };
  const their = unitsOf(theirs);
  const our = unitsOf(ours);
  const citations = citationsOf(our, input.isAlive);
  const deleted = input.deleted ?? new Set<string>();
  const before = base === undefined ? undefined : unitsOf(base);
  const fates =
    before === undefined
      ? fatesWithoutBase(their, our, citations, deleted, input.isAlive)
      : fatesOf(before, their, our, citations, deleted);
  const { isAlive } = input;
  // With nothing new to say, a person's page is left as it is, byte for byte, unless it cites what is gone.
  const dead =
    isAlive !== undefined && citedIn(theirs).some((claim) => !isAlive(claim) && !ours.includes(`^${claim.id}|`));
  const same = base !== undefined && tidyBody(base) === tidyBody(ours) && !fates.dropsAny && !dead;
  return {
    body: same ? theirs : assembled(before, their, our, fates, citations),
    conflicts: fates.conflicts,
    deletions: fates.deletions,
  };
}

function fatesOf(
  base: readonly Unit[],
  theirs: readonly Unit[],
  ours: readonly Unit[],
  citations: Citations,
  deleted: ReadonlySet<string>,
): Fates {
  const toTheirs = aligned(base, theirs);
  const toOurs = aligned(base, ours);
  const theirOf = inverse(toTheirs);
  const fates = {
    ours: new Map<number, { text: string; mark: string; their?: number }>(),
    theirs: new Map<number, { text: string }>(),
    conflicts: [] as MergeConflict[],
    deletions: [] as Deletion[],
    dropsAny: false,
    toTheirs: toTheirs.pair,
  };
  const twins = inserted(theirs, toTheirs);

  ours.forEach((our, o) => {
    const b = toOurs.pair.get(o);
    const was = b === undefined ? undefined : base[b];
    if (b === undefined || was === undefined) {
      const twin = twins.get(signOf(our))?.shift();
      if (twin !== undefined) fates.ours.set(o, { text: our.text, mark: our.mark, their: twin });
      else if (our.ids.length > 0 && deleted.has(our.ids.join(" "))) fates.dropsAny = true;
      else fates.ours.set(o, { text: our.text, mark: our.mark });
      return;
    }
    const t = theirOf.get(b);
    const their = t === undefined ? undefined : theirs[t];
    if (t === undefined || their === undefined) {
      // A sentence worded anew counts as the one that was deleted unless it says something of another claim too.
      const another =
        our.key !== was.key &&
        our.ids.some((id) => !was.ids.includes(id)) &&
        likeness(was, our) < ALIKE_OF_OTHER_CLAIMS;
      if (another) fates.ours.set(o, { text: our.text, mark: our.mark });
      else if (our.ids.length > 0) fates.deletions.push({ claims: our.ids, text: our.text });
      return;
    }
    const edited = their.key !== was.key;
    const mark = plainMark(their.mark) === plainMark(was.mark) ? our.mark : their.mark;
    const text = edited && their.key !== our.key ? citations.adapted(their.text, heirs(was, our)) : our.text;
    if (edited && our.key !== was.key && our.key !== their.key)
      fates.conflicts.push({ theirs: text, ours: our.text, reason: "kb has new text for what you edited" });
    if (toTheirs.moved.has(t)) fates.theirs.set(t, { text });
    else fates.ours.set(o, { text, mark, their: t });
  });

  const ourOf = inverse(toOurs);
  const placed = new Set([...fates.ours.values()].map((fate) => fate.their));
  theirs.forEach((their, t) => {
    const b = toTheirs.pair.get(t);
    const was = b === undefined ? undefined : base[b];
    if (b !== undefined && ourOf.has(b)) return;
    if (placed.has(t)) return;
    if (was === undefined) fates.theirs.set(t, { text: citations.adapted(their.text) });
    else if (was.key !== their.key) {
      const text = citations.adapted(their.text);
      fates.theirs.set(t, { text });
      fates.conflicts.push({ theirs: text, ours: "", reason: "what kb made it from is gone" });
    }
  });
  return fates;
}

/** A body without the sentences whose claims are all gone: for pages that kb gives up and a person keeps. */
export function withoutDeadClaims(body: string, isAlive: (claim: CitationTarget) => boolean): string {
  const units = unitsOf(body);
  const dead = (unit: Unit): boolean => {
    const cited = citedIn(unit.text);
    return cited.length > 0 && !cited.some(isAlive);
  };
  const kept = units.filter((unit) => !dead(unit));
  return kept.length === units.length ? body : bodyFrom(kept);
}

function citedIn(text: string): CitationTarget[] {
  return [...text.matchAll(/\[\[([^\]|#\n]*)#\^(c-[0-9a-f]{10}(?:-\d+)?)/gu)].map(([, target = "", id = ""]) => ({
    target,
    id,
  }));
}

/** Claims of the old sentence that are gone from the new one, with those that came in their place. */
function heirs(was: Unit, our: Unit): Map<string, string> {
  const gone = was.ids.filter((id) => !our.ids.includes(id));
  const come = our.ids.filter((id) => !was.ids.includes(id));
  return new Map(
    gone.flatMap((id, place) => {
      const heir = come[place] ?? come.at(-1);
      return heir === undefined ? [] : [[id, heir] as const];
    }),
  );
}

function inverse(alignment: Alignment): Map<number, number> {
  return new Map([...alignment.pair].map(([now, before]) => [before, now]));
}

function inserted(theirs: readonly Unit[], alignment: Alignment): Map<string, number[]> {
  const result = new Map<string, number[]>();
  theirs.forEach((unit, t) => {
    if (alignment.pair.has(t) || unit.text === "") return;
    result.set(signOf(unit), [...(result.get(signOf(unit)) ?? []), t]);
  });
  return result;
}

function signOf(unit: Unit): string {
  return `${unit.kind} ${unit.key}`;
}

/** Numbers of an ordered list are kb's to count. */
function plainMark(mark: string): string {
  return mark.replace(/\d+/u, "1");
}
