// Pages for tests of the merge, with short signs for citations.
import { mergeBody } from "../../src/markdown/merge.ts";

/** "{7}" stands for a citation of claim 7 of source a, "{b7}" of source b. */
export function page(text: string, numbers: Record<string, number> = { a: 1, b: 2 }): string {
  return text
    .trim()
    .replace(
      /\{([a-z]?)(\d+)\}/gu,
      (_cite, source: string, n: string) =>
        `([[wiki/sources/${source || "a"}#^${id(n)}|${numbers[source || "a"] ?? 9}]])`,
    );
}

export function id(n: string): string {
  return `c-${n.padStart(10, "0")}`;
}

export const BASE = `
The **memex** is a desk. {1} It was never built. {2}

## How it was to work

Two items could be tied by a code. {3} Bush called it associative indexing. {4}

## Related

- [[wiki/entities/vannevar-bush|Vannevar Bush]] · called it associative indexing
- [[wiki/concepts/hypertext|hypertext]] · credits it

## Sources

1. [[wiki/sources/a|The desk]] · cited 4 times`;

export const merged = (
  theirs: string,
  ours: string,
  base: string | undefined = BASE,
  rest: { deleted?: ReadonlySet<string>; isAlive?: (c: { id: string }) => boolean } = {},
) =>
  mergeBody({ ...(base === undefined ? {} : { base: page(base) }), theirs: page(theirs), ours: page(ours), ...rest });
