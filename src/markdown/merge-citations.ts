// Citations inside a person's sentences: their numbers and targets follow the page, those of claims that are gone are taken out.
import type { Unit } from "./merge-units.ts";

export interface CitationTarget {
  /** "wiki/sources/attention". */
  readonly target: string;
  /** "c-7f3a9c21d0". */
  readonly id: string;
}

export interface Citations {
  /** The text with its citations as this page numbers them; `now` tells which claims took the place of others. */
  adapted(text: string, now?: ReadonlyMap<string, string>): string;
  /** Sources that a person's sentences cite and kb's new text does not, with the numbers they were given. */
  extra(): ReadonlyMap<string, number>;
}

const CITATION = /\[\[([^\]|#\n]*)#\^(c-[0-9a-f]{10}(?:-\d+)?)(\\?\|)(\d+)\]\]/gu;

export function citationsOf(
  ours: readonly Unit[],
  isAlive: ((claim: CitationTarget) => boolean) | undefined,
): Citations {
  const places = new Map<string, string>();
  const cited = new Set<string>();
  const numbers = new Map<string, number>();
  for (const unit of ours) {
    for (const [, target = "", id = "", , n] of unit.text.matchAll(CITATION)) {
      places.set(id, target);
      cited.add(`${target}#${id}`);
      numbers.set(target, Number(n));
    }
  }
  // A list of sources may number one that no sentence of the new text cites.
  for (const unit of ours) {
    const target = listedSource(unit);
    if (target !== undefined && !numbers.has(target)) numbers.set(target, Number.parseInt(unit.mark, 10));
  }
  const extra = new Map<string, number>();
  const numberOf = (target: string): number => {
    const known = numbers.get(target) ?? extra.get(target);
    if (known !== undefined) return known;
    const next = Math.max(0, ...numbers.values(), ...extra.values()) + 1;
    extra.set(target, next);
    return next;
  };
  const GONE = "\uFDD2";
  const adapted = (text: string, now?: ReadonlyMap<string, string>): string => {
    const linked = text.replace(CITATION, (_link, target: string, id: string, bar: string) => {
      const link = (place: string, claim: string): string => `[[${place}#^${claim}${bar}${numberOf(place)}]]`;
      if (cited.has(`${target}#${id}`) || isAlive?.({ target, id })) return link(target, id);
      const heir = places.has(id) ? id : (now?.get(id) ?? id);
      const place = places.get(heir);
      if (place !== undefined) return link(place, heir);
      return isAlive === undefined ? link(target, id) : GONE;
    });
    if (!linked.includes(GONE)) return linked;
    return linked
      .replace(/\([^()\uFDD2]*\uFDD2[^()]*\)/gu, (group) => {
        const left = group
          .slice(1, -1)
          .split(/,\s*/u)
          .filter((one) => !one.includes(GONE));
        return left.length === 0 ? GONE : `(${left.join(", ")})`;
      })
      .replace(/[ \t]*\uFDD2/gu, "");
  };
  return { adapted, extra: () => extra };
}

/** "2. [[wiki/sources/x|X]] · …" -> "wiki/sources/x". */
export function listedSource(unit: Pick<Unit, "mark" | "text">): string | undefined {
  return /^\s*\d/u.test(unit.mark) ? /^\[\[([^\]|#\n]+?)(?:\\?\||\]\])/u.exec(unit.text)?.[1] : undefined;
}
