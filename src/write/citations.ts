// Citations of one page: sources are numbered in the order they are first cited.
import type { ClaimRef } from "../core/topic.ts";
import type { OpenStatus } from "./status.ts";

export interface SourceInfo {
  /** Page of the source without ".md": "wiki/sources/attention". */
  readonly page: string;
  readonly title: string;
  /** "Example Review, 2021", or empty. */
  readonly byline: string;
  /** Of its publication, or empty. */
  readonly year: string;
  /** How far the vault's rules trust it: 1 (good) to 3 (weak); absent where they say nothing. */
  readonly tier?: number;
  /** Set where it says of itself that it is not settled: a draft, withdrawn. */
  readonly open?: OpenStatus;
}

/** What no other source says is uncertain. */
export function isWeak(source: SourceInfo | undefined): boolean {
  return source?.tier === WEAKEST;
}
const WEAKEST = 3;

export interface Citations {
  /** `([[wiki/sources/x#^c-…|1]], [[…|2]])` */
  cite(refs: readonly ClaimRef[]): string;
  /** The lines of "## Sources". */
  listing(): string[];
  /** Paths of the raw files, in the order of their numbers. */
  sources(): string[];
}

/** `sourceOf` gives undefined for a source without a page; such a claim cannot be cited. */
export function citationsOf(sourceOf: (path: string) => SourceInfo | undefined): Citations {
  const numbers = new Map<string, number>();
  const times = new Map<string, number>();
  return {
    cite(refs) {
      // One link a source is enough to follow a sentence back.
      const cited = new Set<string>();
      const links = refs.flatMap((ref) => {
        const source = sourceOf(ref.source);
        if (!source) return [];
        const n = numbers.get(ref.source) ?? numbers.size + 1;
        numbers.set(ref.source, n);
        if (cited.has(ref.source)) return [];
        cited.add(ref.source);
        times.set(ref.source, (times.get(ref.source) ?? 0) + 1);
        return [`[[${source.page}#^${ref.id}|${n}]]`];
      });
      return links.length > 0 ? `(${links.join(", ")})` : "";
    },
    listing() {
      return [...numbers].map(([path, n]) => {
        const source = sourceOf(path);
        const count = times.get(path) ?? 0;
        const by = source?.byline ? ` · ${source.byline}` : "";
        return `${n}. [[${source?.page ?? path}|${source?.title ?? path}]]${by} · cited ${count === 1 ? "once" : count === 2 ? "twice" : `${count} times`}`;
      });
    },
    sources: () => [...numbers.keys()],
  };
}
