// A word that stands nowhere in the vault is probably misspelt: the nearest word that does.
import { distance } from "fastest-levenshtein";
import type { PageIndex } from "../core/search.ts";

/** Edits forgiven: one from four letters, two from seven; numbers and short words none. */
function allowance(term: string): number {
  if (!/^\p{Alpha}+$/u.test(term) || /\p{sc=Han}/u.test(term)) return 0;
  return term.length >= 7 ? 2 : term.length >= 4 ? 1 : 0;
}

/** Two letters that changed places count as one edit, as typists make it. */
function edits(a: string, b: string): number {
  const steps = distance(a, b);
  if (steps !== 2 || a.length !== b.length) return steps;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : steps;
}

/** Terms as they should be looked for; those that the vault knows stay as they are. */
export function correctedTerms(
  index: PageIndex,
  terms: readonly string[],
  known: ReadonlyMap<string, number>,
): string[] {
  const unknown = terms.filter((term) => (known.get(term) ?? 0) === 0).length;
  // In a long question the other words suffice, and an unknown word there is rather a name that the vault does not have.
  if (unknown * 3 < terms.length) return [...terms];
  return terms.map((term) => {
    const most = allowance(term);
    if (most === 0 || (known.get(term) ?? 0) > 0) return term;
    let best: { term: string; count: number; edits: number } | undefined;
    for (const near of index.nearTerms(term)) {
      const candidate = { ...near, edits: edits(term, near.term) };
      if (candidate.edits > most) continue;
      if (!best || candidate.edits < best.edits || (candidate.edits === best.edits && candidate.count > best.count))
        best = candidate;
    }
    return best?.term ?? term;
  });
}
